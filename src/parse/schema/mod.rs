//! What authors may write, one file per kind of document. Each key is declared once, with what it does.
//!
//! Strict: a key that is not declared here is an error at its place. What a name refers to is not
//! looked up here: one file cannot know the others.

pub mod article;
pub mod audience;
pub mod item;
pub mod lists;
pub mod page;
pub mod scenario;
pub mod shared;
pub mod site;
pub mod terms;

pub use article::{Article, DecisionRules, SectionRules, Withdrawal};
pub use audience::Audience;
pub use item::{ItemKind, ItemRules, Record};
pub use lists::{Person, Role, Source, SourceKind};
pub use page::{Home, Page, Part};
pub use scenario::Scenario;
pub use shared::{Allowance, Correction, Review};
pub use site::{PhaseConfig, Profile, SiteConfig};
pub use terms::{Term, Terms};

use super::fields::Schema;

/// Every map of keys that authors can write; the documentation is held against it.
pub static SCHEMAS: &[&Schema] = &[
    &site::SITE,
    &site::PHASE,
    &article::ARTICLE,
    &article::DECISION,
    &article::SECTION,
    &audience::AUDIENCE,
    &article::WITHDRAWN,
    &item::ITEM,
    &scenario::SCENARIO,
    &page::PART,
    &page::PAGE,
    &page::HOME,
    &terms::TERMS,
    &lists::SOURCE,
    &lists::PERSON,
    &lists::ROLE,
    &shared::REVIEW,
    &shared::CORRECTION,
    &shared::ALLOWANCE,
];
