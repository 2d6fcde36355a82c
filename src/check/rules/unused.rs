//! Sources, terms, people and roles that nothing uses.

use std::collections::BTreeSet;

use crate::guide::{Guide, ItemKind, Named, Written};
use crate::markup::terms::Terms;
use crate::markup::{Body, text, visit};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule for sources.
pub static SOURCE: Rule = Rule::check("unused-source", Level::Warn, "A source that no page cites.");
/// Declares the rule for terms.
pub static TERM: Rule = Rule::check("unused-term", Level::Warn, "A term that no page uses.");
/// Declares the rule for people.
pub static PERSON: Rule =
    Rule::check("unused-person", Level::Warn, "A person whom no page names as author or reviewer.");
/// Declares the rule for roles.
pub static ROLE: Rule = Rule::check("unused-role", Level::Warn, "A role that no item names.");

/// Finds sources that are neither cited nor recommended.
pub fn sources(guide: &Guide, problems: &mut Problems) {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for body in bodies(guide) {
        used.extend(visit::citations(body).into_iter().map(|citation| citation.value.as_str()));
    }
    let meanings = guide.terms.iter().map(|term| Body { blocks: term.meaning.clone(), ..Body::default() });
    let meanings: Vec<Body> = meanings.collect();
    for body in &meanings {
        used.extend(visit::citations(body).into_iter().map(|citation| citation.value.as_str()));
    }
    let further = guide.articles.iter().flat_map(|article| &article.further);
    used.extend(further.map(|id| guide.source(*id).name.as_str()));
    unused(&SOURCE, "source", &guide.sources, &|name| used.contains(name), "cite it with `[@NAME]`", problems);
}

/// Finds people who neither wrote nor reviewed a page.
pub fn people(guide: &Guide, problems: &mut Problems) {
    let makings = guide.articles.iter().map(|article| &article.making);
    let makings = makings.chain(guide.scenarios.iter().map(|scenario| &scenario.making));
    let ids = makings.flat_map(|making| making.authors.iter().copied().chain(making.reviews.iter().map(|one| one.by)));
    let used: BTreeSet<&str> = ids.map(|id| guide.person(id).name.as_str()).collect();
    let help = "name the person under `authors` or `reviews`";
    unused(&PERSON, "person", &guide.people, &|name| used.contains(name), help, problems);
}

/// Finds roles that no item asks, calls or gets something from.
pub fn roles(guide: &Guide, problems: &mut Problems) {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for item in &guide.items {
        match &item.kind {
            ItemKind::Ask(roles) | ItemKind::Call(roles) => {
                used.extend(roles.iter().map(|id| guide.role(*id).name.as_str()))
            }
            ItemKind::GetFrom(id) => {
                used.insert(guide.role(*id).name.as_str());
            }
            ItemKind::Do | ItemKind::Bring | ItemKind::Dont => {}
        }
    }
    unused(&ROLE, "role", &guide.roles, &|name| used.contains(name), "name it in an item: `ask: [NAME]`", problems);
}

/// Finds terms whose words stand nowhere outside the glossary.
pub fn terms(guide: &Guide, problems: &mut Problems) {
    let titles: Vec<String> = guide.terms.iter().map(|term| text::plain(&term.title)).collect();
    let forms = guide.terms.iter().zip(&titles).flat_map(|(term, title)| {
        std::iter::once((&term.name, title.as_str())).chain(term.forms.iter().map(|form| (&term.name, form.as_str())))
    });
    let finder = Terms::new(forms);
    let mut used: BTreeSet<String> = BTreeSet::new();
    for body in bodies(guide) {
        let mut words = text::plain_blocks(&body.blocks);
        for footnote in &body.footnotes {
            words.push('\n');
            words.push_str(&text::plain_blocks(&footnote.blocks));
        }
        used.extend(finder.find(&words).into_iter().map(|found| found.term.to_string()));
    }
    for term in &guide.terms {
        if !used.contains(term.name.as_str()) {
            let help = "take it out, or add the spelling that the pages use under `forms`";
            problems.push(nobody_uses(&TERM, "term", term.name.as_str(), &term.written, help));
        }
    }
}

fn bodies(guide: &Guide) -> impl Iterator<Item = &Body> {
    let proses = guide.articles.iter().map(|article| &article.prose);
    let proses = proses.chain(guide.scenarios.iter().map(|scenario| &scenario.prose));
    let proses =
        proses.chain(guide.pages.iter().map(|page| &page.prose)).chain(guide.parts.iter().map(|part| &part.prose));
    proses.chain(guide.home.iter().map(|home| &home.prose)).map(|prose| &*prose.body)
}

fn unused<T>(
    rule: &'static Rule,
    what: &str,
    all: &[Named<T>],
    is_used: &dyn Fn(&str) -> bool,
    help: &str,
    problems: &mut Problems,
) {
    for one in all {
        let name = one.name.as_str();
        if !is_used(name) {
            let help = format!("{}, or take it out", help.replace("NAME", name));
            problems.push(nobody_uses(rule, what, name, &one.written, &help));
        }
    }
}

fn nobody_uses(rule: &'static Rule, what: &str, name: &str, written: &Written, help: &str) -> Diagnostic {
    Diagnostic::new(rule, written.span.in_file(&written.path), format!("nothing uses the {what} `{name}`"))
        .label("defined here, and never used")
        .help(help)
}
