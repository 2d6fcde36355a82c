//! Every answer of the solver, held against brute force on thousands of random models.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use careguide::logic::{Answers, Cases, Expr, FactId, Gap, Given, Hit, Persona, Shown, Solver, Table, TableFaults};
use rayon::prelude::*;

use crate::brute::{Reader, holds, is_in};
use crate::random::Model;
use crate::{agree_finder, agree_idle};

/// How many rows or cases are asked for: more than a small model has.
const ALL: usize = 10_000;

#[test]
fn every_answer_is_that_of_brute_force() {
    let models = count();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let found: Vec<BTreeSet<&str>> = (0..models).into_par_iter().map(|seed| agree(&Model::new(seed), seed)).collect();
    for what in found.into_iter().flatten() {
        *counts.entry(what).or_default() += 1;
    }
    println!("{models} models, of them with");
    for (what, count) in &counts {
        println!("{count:7}  {what}");
    }
    for (what, percent) in [
        ("a gap", 15),
        ("an overlap", 15),
        ("a hidden row", 15),
        ("an unreachable value", 15),
        ("many", 30),
        ("none", 30),
        ("asked-when", 30),
        ("otherwise", 30),
    ] {
        assert!(counts[what] * 100 >= models * percent, "only {} models of {models} have {what}", counts[what]);
    }
}

/// How many models to try: `logic-models` of the table that `CAREGUIDE_SIZES` names.
fn count() -> u64 {
    let sizes = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sizes.toml")).unwrap();
    let table = std::env::var("CAREGUIDE_SIZES").unwrap_or_else(|_| "ci".to_owned());
    let sizes: toml::Table = sizes.parse().unwrap();
    u64::try_from(sizes[&table]["logic-models"].as_integer().unwrap()).unwrap()
}

/// Compares everything about one model, and says what it is an example of.
fn agree(model: &Model, seed: u64) -> BTreeSet<&'static str> {
    let mut solver = Solver::new(&model.facts);
    let mut found = BTreeSet::new();
    let mut note = |is: bool, what| found.extend(is.then_some(what));
    note(model.has(|fact| fact.answers != Answers::One), "many");
    note(model.has(|fact| matches!(fact.answers, Answers::Many { none: Some(_) })), "none");
    note(model.has(|fact| fact.asked_when.is_some()), "asked-when");
    note(model.has_otherwise, "otherwise");
    note(unreachable(&mut solver, model, seed), "an unreachable value");

    conditions(&mut solver, model, seed);
    for hit in [Hit::Unique, Hit::First, Hit::Collect] {
        let table = Table { rows: model.rows.clone(), hit, has_otherwise: model.has_otherwise };
        let faults = solver.faults(&table).unwrap();
        check_faults(&mut solver, model, &table, &faults, seed);
        check_outcomes(&mut solver, model, &table, seed);
        note(faults.gap.is_some(), "a gap");
        note(!faults.overlaps.is_empty(), "an overlap");
        note(!faults.hidden.is_empty(), "a hidden row");
        note(!faults.never.is_empty(), "a row that never fits");
        note(faults.idle_otherwise, "an otherwise for nothing");
    }
    let finder = solver.finder(&model.scenarios).unwrap();
    agree_finder::check(model, &finder, seed);
    note(finder.pages.len() > 1, "a finder of two pages or more");
    note(finder.ends.contains(&Vec::new()), "readers without a scenario");
    let targets = agree_idle::targets(model);
    let idle = solver.idle(&targets).unwrap();
    assert_eq!(idle, agree_idle::idle(model, &targets), "model {seed}: {targets:?}");
    note(!idle.facts.is_empty(), "a fact that changes nothing");
    note(!idle.alike.is_empty(), "values that nothing tells apart");
    note(!idle.boxes.is_empty(), "a tick box that changes nothing");
    impatient(&mut solver, model, seed);
    let persona = check_persona(&mut solver, model, seed);
    note(matches!(persona, Persona::NotAsked(_)), "a persona who is not asked that");
    note(matches!(persona, Persona::NoAnswer(_)), "a persona with an answer that is none");
    found
}

/// Some readers of a model, by their numbers.
type Readers = BTreeSet<usize>;

/// The readers of whom something is true.
fn those(model: &Model, is: impl Fn(&Reader) -> bool) -> Readers {
    (0..model.readers.len()).filter(|reader| is(&model.readers[*reader])).collect()
}

fn of(model: &Model, condition: &Expr) -> Readers {
    those(model, |reader| holds(condition, reader))
}

fn unreachable(solver: &mut Solver, model: &Model, seed: u64) -> bool {
    let never: Vec<FactId> = (0..model.facts.len())
        .filter(|fact| model.readers.iter().all(|reader| reader[*fact].is_none()))
        .map(FactId)
        .collect();
    assert_eq!(solver.never_asked().unwrap(), never, "model {seed}");
    !never.is_empty()
}

/// Possible, implied, together; an item on a scenario's page; and cases in words, and back.
fn conditions(solver: &mut Solver, model: &Model, seed: u64) {
    for scenario in &model.scenarios {
        let readers = of(model, scenario);
        let cases = solver.cases(scenario).unwrap();
        assert_eq!(solver.is_possible(scenario).unwrap(), !readers.is_empty(), "model {seed}: {scenario:?}");
        in_words(solver, model, cases, &readers, scenario.facts(), seed);
        for item in &model.items {
            let rest = &readers - &of(model, item);
            let shown = match rest.len() {
                all if all == readers.len() => Shown::Never,
                0 => Shown::Plain,
                _ => Shown::If,
            };
            assert_eq!(
                solver.shown(Some(scenario), Some(item)).unwrap(),
                shown,
                "model {seed}: {scenario:?}, {item:?}"
            );
            assert_eq!(solver.implies(cases, item).unwrap(), rest.is_empty(), "model {seed}: {item:?}");
            let simpler = solver.simpler(Some(scenario), item).unwrap();
            assert_eq!(&readers - &of(model, &simpler), rest, "model {seed}: {item:?} became {simpler:?}");
            assert!(simpler.facts().is_subset(&item.facts()), "model {seed}: {item:?} became {simpler:?}");
            let outside = solver.outside(cases, item).unwrap();
            assert_eq!(outside.is_empty(), rest.is_empty(), "model {seed}: {item:?}");
            let facts = scenario.facts().union(&item.facts()).copied().collect();
            in_words(solver, model, outside, &rest, facts, seed);
        }
    }
}

/// The list of cases says these readers, no others, and nothing twice.
fn in_words(solver: &mut Solver, model: &Model, cases: Cases, readers: &Readers, over: BTreeSet<FactId>, seed: u64) {
    let list = solver.describe(cases, &over, ALL).unwrap();
    assert!(!list.more);
    let meant: Vec<Readers> = list.cases.iter().map(|case| those(model, |reader| is_in(case, reader))).collect();
    assert_eq!(&meant.iter().flatten().copied().collect::<Readers>(), readers, "model {seed}: {list:?}");
    for (at, (case, meant_here)) in list.cases.iter().zip(&meant).enumerate() {
        assert!(case.facts.keys().all(|fact| over.contains(fact)), "model {seed}: {case:?}");
        assert_eq!(&of(model, &solver.exact(case)), meant_here, "model {seed}: {case:?}");
        let others = meant.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, meant)| meant);
        let others: Readers = others.copied().collect();
        assert!(!meant_here.is_subset(&others), "model {seed}: {case:?} says nothing that the others do not say");
    }
}

fn check_faults(solver: &mut Solver, model: &Model, table: &Table, faults: &TableFaults, seed: u64) {
    let rows: Vec<Readers> = table.rows.iter().map(|row| of(model, row)).collect();
    let never: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].is_empty()).collect();
    assert_eq!(faults.never, never, "model {seed}");
    check_overlaps(model, table.hit, &rows, faults, seed);
    check_hidden(table.hit, &rows, faults, seed);

    let gap = &those(model, |_| true) - &rows.iter().flatten().copied().collect();
    assert_eq!(faults.gap.is_some(), !gap.is_empty() && !table.has_otherwise, "model {seed}");
    assert_eq!(faults.idle_otherwise, gap.is_empty() && table.has_otherwise, "model {seed}");
    let Some(told) = &faults.gap else { return };
    let meant = those(model, |reader| told.cases.cases.iter().any(|case| is_in(case, reader)));
    assert!(meant.is_subset(&gap) && (told.cases.more || meant == gap), "model {seed}: {told:?}");
    // Pasted, the rows close the gap, and bring no fault that was not there.
    if !told.cases.more {
        let mut mended = table.clone();
        mended.rows.extend(told.rows.iter().cloned());
        let after = TableFaults { gap: None, ..faults.clone() };
        assert_eq!(solver.faults(&mended).unwrap(), after, "model {seed}: {:?}", told.rows);
    }
}

fn check_overlaps(model: &Model, hit: Hit, rows: &[Readers], faults: &TableFaults, seed: u64) {
    let mut overlaps = Vec::new();
    for first in 0..rows.len() {
        for second in first + 1..rows.len() {
            if hit == Hit::Unique && !rows[first].is_disjoint(&rows[second]) {
                overlaps.push((first, second));
            }
        }
    }
    let told: Vec<(usize, usize)> = faults.overlaps.iter().map(|overlap| (overlap.first, overlap.second)).collect();
    assert_eq!(told, overlaps, "model {seed}");
    for overlap in &faults.overlaps {
        let meant = those(model, |reader| is_in(&overlap.example, reader));
        let both = &rows[overlap.first] & &rows[overlap.second];
        assert!(!meant.is_empty() && meant.is_subset(&both), "model {seed}: {overlap:?}");
    }
}

fn check_hidden(hit: Hit, rows: &[Readers], faults: &TableFaults, seed: u64) {
    let take_all = |by: &[usize], row: usize| {
        let taken: Readers = by.iter().flat_map(|by| &rows[*by]).copied().collect();
        rows[row].is_subset(&taken)
    };
    let is_hidden = |row: &usize| !rows[*row].is_empty() && take_all(&(0..*row).collect::<Vec<_>>(), *row);
    let hidden: Vec<usize> = (0..rows.len()).filter(|row| hit == Hit::First && is_hidden(row)).collect();
    assert_eq!(faults.hidden.iter().map(|hidden| hidden.row).collect::<Vec<_>>(), hidden, "model {seed}");
    for hidden in &faults.hidden {
        assert!(hidden.by.iter().all(|by| *by < hidden.row), "model {seed}: {hidden:?}");
        assert!(take_all(&hidden.by, hidden.row), "model {seed}: {hidden:?}");
        for spare in &hidden.by {
            let rest: Vec<usize> = hidden.by.iter().copied().filter(|by| by != spare).collect();
            assert!(!take_all(&rest, hidden.row), "model {seed}: {hidden:?} needs no {spare}");
        }
    }
}

/// Each reader finds one row of the report, and what it says is so.
fn check_outcomes(solver: &mut Solver, model: &Model, table: &Table, seed: u64) {
    let outcomes = solver.table_outcomes(table, ALL).unwrap();
    assert!(!outcomes.more);
    for reader in &model.readers {
        let own: Vec<_> = outcomes.rows.iter().filter(|row| is_in(&row.case, reader)).collect();
        assert_eq!(own.len(), 1, "model {seed}: {reader:?}");
        let mut holding: Vec<usize> = (0..table.rows.len()).filter(|row| holds(&table.rows[*row], reader)).collect();
        if table.hit == Hit::First {
            holding.truncate(1);
        }
        assert_eq!(own[0].holding, holding, "model {seed}: {reader:?}");
    }
}

/// Who may take few steps hears the same, or that it is too much.
fn impatient(solver: &mut Solver, model: &Model, seed: u64) {
    let mut impatient = Solver::with_steps(&model.facts, usize::try_from(seed % 100).unwrap());
    for (scenario, item) in model.scenarios.iter().zip(&model.items) {
        if let Ok(shown) = impatient.shown(Some(scenario), Some(item)) {
            assert_eq!(shown, solver.shown(Some(scenario), Some(item)).unwrap(), "model {seed}");
        }
    }
    if let Ok(finder) = impatient.finder(&model.scenarios) {
        assert_eq!(finder, solver.finder(&model.scenarios).unwrap(), "model {seed}");
    }
    let table = Table { rows: model.rows.clone(), hit: Hit::First, has_otherwise: false };
    let words = |gap: &Gap| !gap.cases.cases.is_empty();
    if let Ok(faults) = impatient.faults(&table) {
        let all = solver.faults(&table).unwrap();
        assert_eq!((&faults.hidden, &faults.never), (&all.hidden, &all.never), "model {seed}");
        assert_eq!(faults.gap.as_ref().map(words), all.gap.as_ref().map(words), "model {seed}");
    }
}

fn check_persona(solver: &mut Solver, model: &Model, seed: u64) -> Persona {
    let persona = solver.persona(&model.given).unwrap();
    let mut left = those(model, |_| true);
    let mut given = model.given.clone();
    given.sort_by_key(|given| given.fact);
    for Given { fact, values } in &given {
        left.retain(|reader| model.readers[*reader][fact.0].is_some());
        if left.is_empty() {
            assert_eq!(persona, Persona::NotAsked(*fact), "model {seed}: {:?}", model.given);
            return persona;
        }
        let values = values.iter().copied().collect();
        left.retain(|reader| model.readers[*reader][fact.0].as_ref() == Some(&values));
        if left.is_empty() {
            assert_eq!(persona, Persona::NoAnswer(*fact), "model {seed}: {:?}", model.given);
            return persona;
        }
    }
    let Persona::Possible(cases) = persona else { panic!("model {seed}: {:?} leaves {left:?}", model.given) };
    in_words(solver, model, cases, &left, (0..model.facts.len()).map(FactId).collect(), seed);
    persona
}
