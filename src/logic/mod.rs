//! Facts, conditions and tables, and what can be proved of them.
//!
//! Every fact has a closed list of values, so every question about them has an exact answer: nothing
//! here samples or guesses. Facts and values are numbers in the author's order; the words belong to
//! whoever asks. Nothing here knows Markdown, a guide or a diagnostic.

mod expr;
mod fact;

pub use expr::Expr;
pub use fact::{Answers, Fact, FactId};
