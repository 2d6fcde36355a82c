//! What authors may write, one file per kind of document. Each key is declared once, with what it does.
//!
//! Strict: a key that is not declared here is an error at its place. What a name refers to is not
//! looked up here: one file cannot know the others.

pub mod article;
pub mod audience;
pub mod expr;
pub mod facts;
pub mod finder;
pub mod item;
pub mod lists;
pub mod page;
pub mod personas;
pub mod reading;
pub mod route;
pub mod scenario;
pub mod shared;
pub mod site;
pub mod terms;

pub use article::{Article, DecisionRules, SectionRules, Withdrawal};
pub use audience::Audience;
pub use expr::When;
pub use facts::{Fact, FactValue};
pub use finder::Finder;
pub use item::{ItemKind, ItemRules, Record};
pub use lists::{Person, Role, Source, SourceKind};
pub use page::{Home, Page, Part};
pub use personas::{Given, Persona};
pub use reading::Reading;
pub use route::{Outcome, Route, Row};
pub use scenario::Scenario;
pub use shared::{Allowance, Correction, Review};
pub use site::{PhaseConfig, Profile, SiteConfig};
pub use terms::{Term, Terms};

use super::fields::Schema;

/// Every map of keys that authors can write; the documentation is held against it.
pub static SCHEMAS: &[&Schema] = &[
    &site::SITE,
    &site::PHASE,
    &reading::READING,
    &article::ARTICLE,
    &article::DECISION,
    &route::ROUTE,
    &route::ROW,
    &route::OTHER,
    &article::SECTION,
    &audience::AUDIENCE,
    &article::WITHDRAWN,
    &item::ITEM,
    &scenario::SCENARIO,
    &personas::TEST,
    &personas::EXPECTED,
    &facts::FACT,
    &facts::VALUE,
    &expr::CONDITION,
    &finder::FINDER,
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
