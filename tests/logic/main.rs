//! What can be proved of facts, conditions and tables: by example, and against brute force.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]

mod agree;
mod agree_finder;
mod agree_idle;
mod brute;
#[path = "../shared/dice.rs"]
mod dice;
mod examples;
mod random;
