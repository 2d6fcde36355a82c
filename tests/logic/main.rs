//! What can be proved of facts, conditions and tables: by example, and against brute force.

mod agree;
mod brute;
mod examples;
mod random;
