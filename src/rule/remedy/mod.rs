//! T4: 表四, reconsideration and litigation.

mod group_total;

pub mod blank_cells;
pub mod blank_total;
pub mod cell_count;
pub mod co_defendant;
pub mod direct_suit;
pub mod reconsideration;
pub mod suit_after_reconsideration;
pub mod whole_numbers;
pub mod without_applications;
