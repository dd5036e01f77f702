//! T2: 表二, information disclosed proactively.

mod amount_head;

pub mod amount_form;
pub mod blank_cells;
pub mod change_unread;
pub mod decisions_without_items;
pub mod fee_amount;
pub mod fee_head;
pub mod fee_size;
pub mod in_force_after_repeal;
pub mod in_force_of_issued;
pub mod items_left;
pub mod power_to_regulate;
pub mod procurement;
pub mod procurement_size;
pub mod public_total;
pub mod published_of_made;
pub mod units;
pub mod whole_numbers_2019;
pub mod whole_numbers_2021;
