//! Problems: what was found, at which place, and what to type instead.
//!
//! A content mistake is a [`Diagnostic`], never an `Err`: one mistake must not hide the next.
//! Every stage returns [`Reported`]: its value together with all that is wrong with it.

mod diagnostic;
pub mod explain;
pub mod human;
pub mod json;
mod places;
mod problems;
mod rule;
pub mod short;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use problems::{Problems, Reported};
pub(crate) use rule::rules;
pub use rule::{Kind, Level, Raised, Rule};
