//! The samples that the page can load, and faulty texts made from them.

/// A clean report on the 2021 form.
pub const CLEAN_2021: &str = include_str!("../../www/samples/clean-2021.txt");
/// A clean report on the 2019 form.
pub const CLEAN_2019: &str = include_str!("../../www/samples/clean-2019.txt");

/// A report on the 2021 form with findings of every severity.
pub const FAULTY_2021: &str = include_str!("../../www/samples/faulty-2021.txt");
/// A report on the 2019 form with findings.
pub const FAULTY_2019: &str = include_str!("../../www/samples/faulty-2019.txt");

/// The sample with `from` replaced, which must stand in it once.
pub fn changed(sample: &str, from: &str, to: &str) -> String {
    assert_eq!(sample.matches(from).count(), 1, "{from:?} stands once in the sample");
    sample.replace(from, to)
}

/// The clean report of 2021 with one number changed: 予以公开 by natural persons is 5
/// where all sums need 4.
pub fn wrong_cell() -> String {
    changed(CLEAN_2021, "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6", "（一）予以公开\t\t5\t2\t0\t0\t0\t0\t6")
}
