//! Reports that nobody has written: consistent ones of both forms in varied words, and
//! the same with one fault each.

pub mod compose;
pub mod draft;
pub mod facts;
pub mod faults;
pub mod numbers;
pub mod phrases;
pub mod render;
pub mod rng;
