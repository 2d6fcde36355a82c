//! Holds the source to the architecture that the compiler does not check: layers, the wall around the
//! outside world, one home for each third-party crate, complete lists.
//!
//! Each test names what breaks its rule, and where. A rule that has to give way gives way in a list
//! with a reason, here, not in silence.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests may stop at a surprise, in their helpers too"
)]

mod crates;
mod layers;
mod lists;
mod shape;
mod source;
mod wall;

/// Shows all that breaks a rule, one to a line; nothing does, if all is well.
#[track_caller]
pub(crate) fn none(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// The text of a file of the project.
pub(crate) fn project(path: &str) -> String {
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}
