//! T3: 表三, applications received and handled.

pub mod applicants_sum;
pub mod balance;
pub mod blank_cells;
pub mod blank_closed_row;
pub mod blank_organizations;
pub mod blank_total;
pub mod carried_share;
pub mod no_applications;
pub mod number_writing;
pub mod overdue_fee;
pub mod results_sum;
pub mod row_length;
pub mod single_cell;
pub mod subtotal_sum;
pub mod units;
pub mod whole_numbers;
