//! Facts, conditions and tables, and what can be proved of them.
//!
//! Every fact has a closed list of values, so every question about them has an exact answer: nothing
//! here samples or guesses, and what would take too long says so ([`TooLarge`]). Facts and values are
//! numbers in the author's order; the words belong to whoever asks. Nothing here knows Markdown, a
//! guide or a diagnostic.
//!
//! From the ground up: `variables` makes yes/no and other questions of facts, `diagram` (on `unique`)
//! keeps functions of their answers, and `solver` makes such functions of conditions. `cover` says a
//! set of cases in few words, `suggest` as a condition to paste; `simpler` says a condition in fewer.
//! On these stand the questions that a guide has: `table`, `outcome`, `finder` (on `labels`),
//! `effect`, `persona`.

mod case;
mod cover;
mod diagram;
mod effect;
mod expr;
mod fact;
mod finder;
mod labels;
mod outcome;
mod persona;
mod simpler;
mod solver;
mod suggest;
mod table;
mod unique;
mod variables;

pub use case::{Answered, Case, CaseList};
pub use effect::{Idle, Target};
pub use expr::Expr;
pub use fact::{Answers, Fact, FactId, most_cases};
pub use finder::{Finder, FinderPage, Next, Question};
pub use outcome::{LISTED, Outcome, Outcomes};
pub use persona::{Given, Persona};
pub use solver::{Cases, Proved, Shown, Solver, TooLarge};
pub use table::{Gap, Hidden, Hit, Overlap, Table, TableFaults};
