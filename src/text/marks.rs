//! Where the marks stand that rules look at one by one, so that not each of these rules
//! goes over the text for itself.

/// The places of the marks of one text: a bit for each byte.
#[derive(Debug, Clone)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// No marks in a text of so many bytes.
    pub fn none(length: usize) -> Self {
        Self(vec![0; length / 64 + 1])
    }

    /// Notes the mark at byte `at`.
    pub fn add(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    /// The places of all marks, in the order of the text.
    pub fn places(&self) -> Places<'_> {
        Places { words: &self.0, from: 0, word: 0 }
    }
}

/// The places of marks, in the order of the text.
#[derive(Debug, Clone)]
pub struct Places<'a> {
    /// The bits that were not looked at, and the place of the first.
    words: &'a [u64],
    from: usize,
    /// What is left of the bits before these.
    word: u64,
}

impl Iterator for Places<'_> {
    type Item = usize;

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn next(&mut self) -> Option<usize> {
        while self.word == 0 {
            let (word, words) = self.words.split_first()?;
            (self.word, self.words) = (*word, words);
            self.from += 64;
        }
        let at = self.from - 64 + self.word.trailing_zeros() as usize;
        self.word &= self.word - 1;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_given_in_its_place() {
        for places in [&[][..], &[0], &[63, 64, 65], &[1, 127, 128, 200]] {
            let mut marks = Marks::none(200);
            places.iter().for_each(|at| marks.add(*at));
            assert_eq!(marks.places().collect::<Vec<_>>(), places);
        }
    }
}
