//! careguide: the compiler of patient guides.
//!
//! A guide is a program that its reader runs; this library compiles it. [`session::build`] knows the
//! way: files become [`parse::Document`]s, all documents together a [`guide::Guide`], which the
//! checks turn into a [`check::CheckedGuide`]; only that one has pages, and pages become bytes.
//!
//! - Every arrow is a pure function. Only [`disk`] and [`cli`] touch files, terminal, clock, environment.
//! - Every stage returns [`report::Reported`]: its value with all that is wrong with it. Content
//!   mistakes are never an `Err`; one mistake never hides the next.
//! - Nothing is filled in later: a stage's output is a new type.
//! - A module names only modules above it in the list below; `tests/architecture.rs` holds it to that.

pub mod base;
pub mod check;
pub mod cli;
pub mod disk;
pub mod exports;
pub mod guide;
pub mod input;
pub mod markup;
pub mod pages;
pub mod parse;
pub mod report;
pub mod resolve;
pub mod session;
pub mod theme;
