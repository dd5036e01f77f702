//! What several test files share.

// Every test file is a program of its own and uses a part of this.
#![allow(dead_code)]

pub mod command;
pub mod damage;
pub mod docx;
pub mod exported;
pub mod frame;
pub mod fuzz;
pub mod grid;
pub mod html;
pub mod mending;
pub mod model;
pub mod pdf;
pub mod reading;
pub mod sample;
pub mod shared;
pub mod surface;
pub mod surfaces;
pub mod written;
pub mod zip;
