//! The whole guide, resolved: plain data, every name a node, nothing to look up any more.
//!
//! No input and output, no serialisation, only look-ups by id. Lists are in the order in which
//! readers meet them.

mod checklist;
mod fact;
mod finder;
mod id;
mod item;
mod node;
mod route;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use checklist::{Line, Persona};
pub use fact::{Condition, Fact, FactValue};
pub use finder::{Finder, FinderWords};
pub use id::{
    ArticleId, DecisionId, ItemId, PageId, PartId, PersonId, PictureId, RoleId, ScenarioId, SourceId, TermId,
};
pub use item::{Audience, Item, ItemKind, Origin, Section};
pub use node::{NodeId, Target, Targets};
pub use route::{Outcome, Route, Row};

use crate::base::{Address, Date, InputPath, List, Name, Place, Span, Spanned};
use crate::logic;
pub use crate::logic::{Expr, FactId, Given, Hit};
use crate::markup::{Block, Body, Inline};
pub use crate::parse::schema::{Allowance, Correction, Person, Profile, Record, Role, SiteConfig, Source, SourceKind};

/// A resolved guide. A copy shares its lists, so that one page of it can be changed at the cost of that page.
#[derive(Clone, Debug)]
pub struct Guide {
    /// The settings.
    pub site: SiteConfig,
    /// When items are done; at least one, untitled if the site has none.
    pub phases: Vec<Phase>,
    /// The words of the home page.
    pub home: Option<Home>,
    /// What the guide may ask its reader, in the author's order.
    pub facts: Vec<Fact>,
    /// The same facts as logic sees them, in the same order.
    pub domains: Vec<logic::Fact>,
    /// The finder, where the guide has one.
    pub finder: Option<Finder>,
    /// Parts, in order.
    pub parts: List<Part>,
    /// Articles in the order of the guide: those in no part first, then part by part.
    pub articles: List<Article>,
    /// Scenarios, in order.
    pub scenarios: List<Scenario>,
    /// Decisions, in the order of their articles.
    pub decisions: List<Decision>,
    /// Items, article by article, then scenario by scenario.
    pub items: List<Item>,
    /// Plain pages, in order.
    pub pages: List<Page>,
    /// Terms, by their names.
    pub terms: List<Term>,
    /// Sources, by their names.
    pub sources: List<Named<Source>>,
    /// People, by their names.
    pub people: List<Named<Person>>,
    /// Roles, by their names.
    pub roles: List<Named<Role>>,
    /// Pictures that bodies use.
    pub pictures: List<Picture>,
    /// Files copied as they are: the input, and where it goes.
    pub copied: List<(InputPath, Address)>,
    /// Old addresses, and the pages they lead to.
    pub redirects: List<(Address, NodeId)>,
    /// Findings that are right as they are, by file.
    pub allowances: Arc<BTreeMap<InputPath, Vec<Allowance>>>,
    /// Files whose findings never stop a build.
    pub drafts: Arc<BTreeSet<InputPath>>,
}

/// When items are done.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// The words on the checklist; `None` in a site without phases.
    pub title: Option<String>,
}

/// Where a node stands in the inputs.
#[derive(Clone, Debug)]
pub struct Written {
    /// The file.
    pub path: InputPath,
    /// The place in it that names the node best.
    pub span: Span,
}

impl Written {
    /// The place itself.
    pub fn place(&self) -> Place {
        self.span.in_file(&self.path)
    }
}

/// Something with a name that is only listed.
#[derive(Clone, Debug)]
pub struct Named<T> {
    /// Its name.
    pub name: Name,
    /// What it is.
    pub value: T,
    /// Where its author wrote it.
    pub written: Written,
}

/// The prose of a page, and what its links mean.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The prose.
    pub body: Arc<Body>,
    /// The file it stands in, and what each link and picture in it means.
    pub targets: Arc<Targets>,
}

/// The words of the home page.
#[derive(Clone, Debug)]
pub struct Home {
    /// The promise of the guide.
    pub title: String,
    /// For search engines.
    pub summary: Option<String>,
    /// The words.
    pub prose: Prose,
}

/// A part.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: String,
    /// What it gives.
    pub summary: Option<String>,
    /// Its introduction.
    pub prose: Prose,
    /// Its articles that are listed, in order.
    pub articles: Vec<ArticleId>,
    /// Whether it is a draft, shown because drafts were asked for.
    pub draft: bool,
}

/// What is known about the making of a page.
#[derive(Clone, Debug, Default)]
pub struct Making {
    /// Who wrote it.
    pub authors: Vec<PersonId>,
    /// When its words last changed in substance.
    pub updated: Option<Date>,
    /// Reviews, in the author's order.
    pub reviews: Vec<Review>,
    /// Mistakes that were mended.
    pub corrections: Vec<Correction>,
}

/// A review of a whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The day.
    pub date: Date,
    /// Who reviewed.
    pub by: Spanned<PersonId>,
    /// Whether that was a clinician.
    pub by_clinician: bool,
    /// When the next one is due.
    pub next: Spanned<Date>,
}

/// An article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: String,
    /// What it gives.
    pub summary: String,
    /// The part it lies in.
    pub part: Option<PartId>,
    /// Its words.
    pub prose: Prose,
    /// Who wrote and reviewed it, and when.
    pub making: Making,
    /// Pages to read next.
    pub related: Vec<Target>,
    /// Sources worth reading.
    pub further: Vec<SourceId>,
    /// Its decisions, in the order of its text.
    pub decisions: Vec<DecisionId>,
    /// Its items, in the order of its text.
    pub items: Vec<ItemId>,
    /// Whether it is a draft, shown because drafts were asked for.
    pub draft: bool,
    /// Whether it is in no list.
    pub unlisted: bool,
    /// When it was taken back, and what to read instead.
    pub withdrawn: Option<(Date, Option<Target>)>,
}

impl Article {
    /// Whether it stands in lists and in the sitemap.
    pub fn is_listed(&self) -> bool {
        !self.unlisted && self.withdrawn.is_none()
    }
}

/// A scenario, with its checklist.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// Its introduction.
    pub prose: Prose,
    /// Who wrote and reviewed it, and when.
    pub making: Making,
    /// Articles to read, in order.
    pub read: Vec<ArticleId>,
    /// Further articles that have items on its checklist.
    pub more: Vec<ArticleId>,
    /// Which answers lead here; without it, the scenario is not in the finder.
    pub when: Option<Condition>,
    /// Its checklist: phases that have items, each with its items in order.
    pub checklist: Vec<(usize, Vec<Line>)>,
    /// Items that would be for it, but whose condition holds for none of its readers.
    pub left_out: Vec<ItemId>,
    /// Readers that its author thought of.
    pub tests: Vec<Persona>,
    /// Whether it is a draft, shown because drafts were asked for.
    pub draft: bool,
    /// Whether it is in no list.
    pub unlisted: bool,
}

/// A decision: a section of an article, with its options.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Its name, which is the section's.
    pub name: Name,
    /// The article it stands in.
    pub article: ArticleId,
    /// The question.
    pub title: Vec<Inline>,
    /// The section's heading among the blocks of the article's body.
    pub at: usize,
    /// How many blocks the section has, the heading included.
    pub length: usize,
    /// How many blocks stand before the first option, the heading included.
    pub introduction: usize,
    /// The options, in the author's order.
    pub options: Vec<DecisionOption>,
    /// Which answers of a reader lead to whom, or to which option.
    pub route: Option<Route>,
}

/// One of the ways open in a decision.
#[derive(Clone, Debug)]
pub struct DecisionOption {
    /// Its name.
    pub name: Name,
    /// Its words.
    pub title: Vec<Inline>,
    /// What it is.
    pub what: Vec<Block>,
    /// Its good points.
    pub good: Vec<Block>,
    /// Its hard points.
    pub hard: Vec<Block>,
    /// What living with it is like.
    pub like: Vec<Block>,
    /// Whether it is the option of changing nothing.
    pub is_status_quo: bool,
    /// Where it leads; `None` if nothing more has to be done.
    pub then: Option<Target>,
    /// Where the metadata says where it leads, or else where it names the option.
    pub written: Place,
}

/// A plain page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: String,
    /// What it gives.
    pub summary: Option<String>,
    /// Its words.
    pub prose: Prose,
    /// When its words last changed in substance.
    pub updated: Option<Date>,
    /// Whether it is a draft, shown because drafts were asked for.
    pub draft: bool,
    /// Whether it is in no list.
    pub unlisted: bool,
}

/// An entry of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its name.
    pub name: Name,
    /// Its words.
    pub title: Vec<Inline>,
    /// What it means.
    pub meaning: Vec<Block>,
    /// Other spellings.
    pub forms: Vec<String>,
    /// Whether it is linked where it is first used.
    pub linked: bool,
    /// What the links in it mean.
    pub targets: Arc<Targets>,
    /// Where its author wrote it.
    pub written: Written,
}

/// A picture, ready to be published.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The input.
    pub path: InputPath,
    /// Its address, named after its content.
    pub address: Address,
    /// Its width in pixels.
    pub width: usize,
    /// Its height in pixels.
    pub height: usize,
    /// Its size in bytes.
    pub bytes: usize,
    /// Where it is used first.
    pub used: Written,
}

impl Guide {
    /// Everything that the guide's links can lead to, and its address.
    pub fn address(&self, node: NodeId) -> Address {
        match node {
            NodeId::Home => Address::page([]),
            NodeId::Parts => Address::page(["parts"]),
            NodeId::Scenarios => Address::page(["scenarios"]),
            NodeId::Finder => Address::page(["find"]),
            NodeId::Glossary => Address::page(["glossary"]),
            NodeId::Sources => Address::page(["sources"]),
            NodeId::Part(id) => Address::page(["parts", self.part(id).name.as_str()]),
            NodeId::Article(id) => Address::page(["articles", self.article(id).name.as_str()]),
            NodeId::Scenario(id) => Address::page(["scenarios", self.scenario(id).name.as_str()]),
            NodeId::Decision(id) => Address::page(["decisions", self.decision(id).name.as_str()]),
            NodeId::Page(id) => Address::page([self.page(id).name.as_str()]),
        }
    }
}
