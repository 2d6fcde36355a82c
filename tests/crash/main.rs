//! A build that meets a failing system call, a full disk, a limit or a kill: the old site or the new one,
//! whole, and never anything else.
//!
//! Each test makes real faults from outside, at a program that knows nothing of tests. What a machine does
//! not allow is said loudly, and the other tests still run.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may stop at a surprise, in their helpers too")]
#![expect(clippy::print_stdout, reason = "what was tried is said, and what a machine does not allow")]

mod full;
mod kills;
mod place;
mod sweep;

#[path = "../shared/sizes.rs"]
mod sizes;

#[path = "../shared/dice.rs"]
mod dice;
