//! The samples that the page can load, and faulty texts made from them.

/// A clean report on the 2021 form.
pub const CLEAN_2021: &str = include_str!("../../www/samples/clean-2021.txt");
/// A clean report on the 2019 form.
pub const CLEAN_2019: &str = include_str!("../../www/samples/clean-2019.txt");

/// The clean report of 2021 with one number changed: 予以公开 by natural persons is 5
/// where all sums need 4.
pub fn wrong_cell() -> String {
    let row = "（一）予以公开\t\t4\t2\t0\t0\t0\t0\t6";
    assert!(CLEAN_2021.contains(row), "the sample has the row that is changed");
    CLEAN_2021.replace(row, "（一）予以公开\t\t5\t2\t0\t0\t0\t0\t6")
}
