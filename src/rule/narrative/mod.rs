//! X: the numbers of the prose held against the tables.

pub mod all_closed;
pub mod all_upheld;
pub mod applicants;
pub mod carried_in;
pub mod carried_out;
pub mod closed;
pub mod decisions;
pub mod denied;
pub mod documents;
pub mod fee;
pub mod granted;
pub mod no_cases;
pub mod none_received;
pub mod other_handling;
pub mod partial;
pub mod procurement;
pub mod public;
pub mod reasons;
pub mod received;
pub mod reconsideration_results;
pub mod reconsiderations;
pub mod refused;
pub mod suit_results;
pub mod suits;
pub mod unavailable;
pub mod unmentioned;

mod compare;
mod shared_prose;
mod target;

pub use compare::{by_tables, contradicted};

/// The sentence on applications of the clean sample of 2021, for cases to replace.
#[cfg(test)]
const APPLICATIONS_2021: &str = "全年新收政府信息公开申请13件，上年结转2件，办结14件，结转下年度1件。";

/// That of the clean sample of 2019.
#[cfg(test)]
const APPLICATIONS_2019: &str = "全年收到政府信息公开申请8件，上年结转1件，办结8件，结转下年度1件。";
