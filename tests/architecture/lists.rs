//! Lists are complete and in order: kinds of pages, checks, rules; and the key to publishing is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use careguide::base::Address;
use careguide::check::{self, CHECKS, CheckedGuide};
use careguide::desk;
use careguide::guide::{ArticleId, DecisionId, PageId, PartId, ScenarioId};
use careguide::pages::{self, Form, Index, KINDS, PageKind, Plan, Words};
use careguide::report::{Kind, Rule};
use careguide::theme;

use crate::source::{self, Token};
use crate::{none, project};

/// Every rule of the program, those of themes too.
fn rules() -> Vec<&'static Rule> {
    let mut rules = check::all_rules();
    let themes = theme::rules::RULES.iter().filter(|rule| !rules.contains(*rule)).copied().collect::<Vec<_>>();
    rules.extend(themes);
    rules
}

#[test]
fn each_kind_of_page_has_a_template() {
    assert_eq!(theme::contract::missing_templates(), Vec::<String>::new());
}

#[test]
fn each_template_is_for_a_kind_of_page() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plain");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let templates = files.filter_map(|name| name.strip_suffix(".html").map(str::to_owned));
    // The one that all others extend is for none.
    let unused: Vec<String> = templates.filter(|name| name != "base" && !KINDS.contains(&name.as_str())).collect();
    none(&unused);
}

#[test]
fn each_template_of_the_report_is_for_a_page_of_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plain/desk");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let templates = files.filter_map(|name| name.strip_suffix(".html").map(str::to_owned));
    none(&templates.filter(|name| name != "base" && !desk::KINDS.contains(&name.as_str())).collect::<Vec<_>>());
}

#[test]
fn the_list_of_kinds_is_complete() {
    // Whoever adds a kind has to add it here: the match below does not compile without it.
    let all = [
        PageKind::Home,
        PageKind::Parts,
        PageKind::Part(PartId(0)),
        PageKind::Article(ArticleId(0)),
        PageKind::Decision(DecisionId(0)),
        PageKind::Scenarios,
        PageKind::Scenario(ScenarioId(0)),
        PageKind::Finder(0),
        PageKind::Found(0),
        PageKind::Glossary,
        PageKind::Sources,
        PageKind::Page(PageId(0)),
        PageKind::NotFound,
        PageKind::Redirect(0),
    ];
    match all[0] {
        PageKind::Home | PageKind::Parts | PageKind::Part(_) | PageKind::Article(_) | PageKind::Decision(_) => {}
        PageKind::Finder(_) | PageKind::Found(_) => {}
        PageKind::Scenarios | PageKind::Scenario(_) | PageKind::Glossary | PageKind::Sources => {}
        PageKind::Page(_) | PageKind::NotFound | PageKind::Redirect(_) => {}
    }
    let templates: Vec<&str> = all.iter().map(|kind| kind.template()).collect();
    assert_eq!(templates, KINDS);
}

#[test]
fn checks_are_sorted_by_the_name_of_their_rule() {
    let names: Vec<&str> = CHECKS.iter().map(|check| check.rule.name).collect();
    assert!(names.is_sorted(), "{names:?}");
    assert!(CHECKS.iter().all(|check| check.rule.kind == Kind::Check), "a structural rule is no check");
}

#[test]
fn rules_have_names_of_their_own_that_one_can_type() {
    let mut names = BTreeSet::new();
    let mut broken = Vec::new();
    for rule in rules() {
        let words: Vec<&str> = rule.name.split('-').collect();
        let word = |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        if words.len() < 2 || !words.iter().all(word) {
            broken.push(format!("{}: not a kebab-case phrase", rule.name));
        }
        if !names.insert(rule.name) {
            broken.push(format!("{}: two rules have this name", rule.name));
        }
        if !rule.summary().ends_with('.') {
            broken.push(format!("{}: its summary is no sentence", rule.name));
        }
    }
    none(&broken);
}

/// A rule that no list names could not be set by a site, nor explained.
#[test]
fn each_rule_that_is_declared_is_listed() {
    let listed: BTreeSet<&str> = rules().iter().map(|rule| rule.name).collect();
    let mut declared = BTreeSet::new();
    let sources = source::all();
    for source in &sources {
        for call in ["Rule::structural(", "Rule::check(", "Rule::standard(", "Rule::dated("] {
            for (at, _) in source.text.match_indices(call) {
                let name = source.text[at + call.len()..].trim_start().strip_prefix('"').unwrap();
                declared.insert(name.split('"').next().unwrap());
            }
        }
    }
    assert_eq!(declared, listed);
}

/// So that publishing an unchecked guide does not compile.
#[test]
fn a_checked_guide_is_made_by_the_checks_alone() {
    let check = project("src/check/mod.rs");
    assert!(
        check.contains("\n#[derive(Debug)]\npub struct CheckedGuide(Guide, Arc<Mentioned>);\n"),
        "its field is private"
    );
    let mut broken = Vec::new();
    for source in source::all() {
        let made =
            source.tokens.windows(2).filter(|pair| *pair == [Token::Word("CheckedGuide".to_owned()), Token::Sign('(')]);
        // In its own file: the declaration, one place that makes it, and one that puts a page in it that was judged again.
        let allowed = if source.path == "check/mod.rs" { 3 } else { 0 };
        let count = made.count();
        if count != allowed {
            broken.push(format!("src/{}: `CheckedGuide(` stands there {count} times, not {allowed}", source.path));
        }
    }
    none(&broken);
    // And pages are made of nothing else.
    let _: for<'a> fn(&'a CheckedGuide, &'a Form, &'a Words, Address) -> Plan<'a> = pages::plan;
    let _: for<'a> fn(&'a CheckedGuide, &'a Form, &'a Words, Arc<Index>) -> Plan<'a> = pages::plan_with;
}
