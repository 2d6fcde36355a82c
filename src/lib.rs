//! careguide: the compiler of patient guides.

pub mod base;
pub mod report;
