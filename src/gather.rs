//! Lists made from iterators, in little code.

/// What every iterator can do.
pub trait Gather: Iterator + Sized {
    /// All items as a list: `collect`, which in wasm writes the iterator's first step out a
    /// second time, to see how much room to make. With all the lists there are that would
    /// be several kilobytes of the module.
    fn gather(self) -> Vec<Self::Item> {
        if cfg!(not(target_arch = "wasm32")) {
            return self.collect();
        }
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> Gather for I {}
