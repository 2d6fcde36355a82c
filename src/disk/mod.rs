//! The two ends of the program: a site's folder in, a published folder out.
//!
//! The only module that touches files. It knows no guide: it hands on bytes and never looks at them.
//! [`read()`] takes a snapshot of all inputs; [`Watch`] keeps one up to date; [`publish()`] puts a finished site in place, whole or not at all.

mod error;
mod kernel;
mod litter;
mod lock;
mod manifest;
mod present;
mod previous;
mod publish;
mod read;
mod site;
mod stage;
mod target;
mod verify;
mod walk;
mod watch;

pub use error::DiskError;
pub use manifest::MANIFEST;
pub use previous::rollback;
pub use publish::{Published, publish};
pub use read::read;
pub use verify::{Finding, Verified, verify};
pub use watch::{How, Look, Watch};
