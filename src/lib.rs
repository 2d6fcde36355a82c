//! careguide: the compiler of patient guides.
//!
//! A guide is a program that its reader runs; this library compiles it. [`session::build`] knows the
//! way: files become [`parse::Document`]s, all documents together a [`guide::Guide`], which the
//! checks turn into a [`check::CheckedGuide`]; only that one has pages, and pages become bytes.
//!
//! - Every arrow is a pure function. Only [`disk`] and [`cli`] touch files, terminal, clock, environment, and only
//!   [`serve`] sockets.
//! - Every stage returns [`report::Reported`]: its value with all that is wrong with it. Content
//!   mistakes are never an `Err`; one mistake never hides the next.
//! - Nothing is filled in later: a stage's output is a new type.
//! - A module names only modules above it in the list below; `tests/architecture/` holds it to that.

// Blank lines keep rustfmt from sorting the list: its order is the layers, from the ground up.

// Places in files, names, addresses, dates, hashes.
pub mod base;

// Problems: what was found, where, and what to type instead.
pub mod report;

// Sentences, words, syllables, reading levels: text in, counts out.
pub mod language;

// All files of a site, as data.
pub mod input;

// Facts and conditions, and what can be proved of them.
pub mod logic;

// Markdown: read into a tree with places, written as HTML.
pub mod markup;

// One file in, one document out.
pub mod parse;

// The whole guide, resolved: plain data.
pub mod guide;

// Documents to a guide: names become nodes, items become checklists.
pub mod resolve;

// A guide to a checked one.
pub mod check;

// What each address shows, as data.
pub mod pages;

// Two editions of a guide: what a change changes for readers.
pub mod diff;

// What editors and reviewers see of a guide, as data.
pub mod desk;

// Files of the site that are not pages.
pub mod exports;

// Views to HTML.
pub mod theme;

// The order of the stages.
pub mod session;

// Reading a folder, publishing one.
pub mod disk;

// The preview's server: what browsers are shown of a guide being edited.
pub mod serve;

// Arguments in, lines and exit status out.
pub mod cli;
