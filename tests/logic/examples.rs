//! The facts of the documentation, and what is proved of them.

use careguide::logic::{
    Answered, Answers, Case, Expr, Fact, FactId, Given, Hit, Next, Persona, Question, Shown, Solver, Table, Target,
};

const OPINIONS: FactId = FactId(0);
const ONE: usize = 0;
const AGREE: usize = 1;
const DIFFER: usize = 2;

const DIFFER_ON: FactId = FactId(1);
const CHEMO: usize = 0;
const RADIATION: usize = 1;
const PATHOLOGY: usize = 2;
const SCANS: usize = 3;
const SURGERY: usize = 4;
const UNSURE: usize = 5;

fn facts() -> Vec<Fact> {
    vec![
        Fact { values: 3, answers: Answers::One, asked_when: None },
        Fact { values: 6, answers: Answers::Many { none: Some(UNSURE) }, asked_when: Some(has(OPINIONS, &[DIFFER])) },
    ]
}

fn has(fact: FactId, values: &[usize]) -> Expr {
    Expr::Has { fact, values: values.to_vec() }
}

fn not(expr: Expr) -> Expr {
    Expr::Not(Box::new(expr))
}

fn case<const N: usize>(facts: [(FactId, Answered); N]) -> Case {
    Case { facts: facts.into() }
}

fn table(hit: Hit, rows: Vec<Expr>) -> Table {
    Table { rows, hit, has_otherwise: false }
}

#[test]
fn a_gap_is_said_in_few_cases_with_rows_to_paste() {
    let mut solver = Solver::new(&facts());
    let rows = vec![has(DIFFER_ON, &[CHEMO]), has(DIFFER_ON, &[RADIATION]), has(DIFFER_ON, &[PATHOLOGY])];
    let gap = solver.faults(&table(Hit::Collect, rows)).unwrap().gap.unwrap();
    assert_eq!(
        gap.cases.cases,
        [
            case([(DIFFER_ON, Answered::NotAsked)]),
            case([(DIFFER_ON, Answered::Many { with: vec![], without: vec![CHEMO, RADIATION, PATHOLOGY] })]),
        ]
    );
    assert_eq!(
        gap.rows,
        [
            not(has(DIFFER_ON, &[CHEMO, RADIATION, PATHOLOGY, SCANS, SURGERY, UNSURE])),
            has(DIFFER_ON, &[SCANS, SURGERY, UNSURE]),
        ]
    );
}

#[test]
fn a_row_to_paste_overlaps_with_no_other_where_none_may() {
    let mut solver = Solver::new(&facts());
    let rows = vec![has(DIFFER_ON, &[CHEMO]), not(has(OPINIONS, &[DIFFER]))];
    let mut table = table(Hit::Unique, rows);
    let gap = solver.faults(&table).unwrap().gap.unwrap();
    let rest = has(DIFFER_ON, &[RADIATION, PATHOLOGY, SCANS, SURGERY, UNSURE]);
    assert_eq!(gap.rows, [Expr::All(vec![rest, not(has(DIFFER_ON, &[CHEMO]))])]);
    table.rows.extend(gap.rows);
    assert_eq!(solver.faults(&table).unwrap(), Default::default());
}

#[test]
fn an_overlap_has_an_example() {
    let mut solver = Solver::new(&facts());
    let rows = vec![has(DIFFER_ON, &[CHEMO, SCANS]), has(DIFFER_ON, &[RADIATION]), has(DIFFER_ON, &[UNSURE])];
    let overlaps = solver.faults(&table(Hit::Unique, rows)).unwrap().overlaps;
    assert_eq!(overlaps.len(), 1);
    assert_eq!((overlaps[0].first, overlaps[0].second), (0, 1));
    let both = Answered::Many { with: vec![RADIATION, SCANS], without: vec![] };
    assert_eq!(overlaps[0].example, case([(DIFFER_ON, both)]));
}

#[test]
fn rows_hide_others_together() {
    let mut solver = Solver::new(&facts());
    let never = Expr::All(vec![has(OPINIONS, &[ONE]), has(DIFFER_ON, &[SCANS])]);
    let rows =
        vec![has(OPINIONS, &[ONE]), never, has(OPINIONS, &[AGREE]), not(has(OPINIONS, &[DIFFER])), Expr::All(vec![])];
    let faults = solver.faults(&Table { has_otherwise: true, ..table(Hit::First, rows) }).unwrap();
    assert_eq!(faults.never, [1]);
    assert_eq!(faults.hidden.len(), 1);
    assert_eq!((faults.hidden[0].row, faults.hidden[0].by.as_slice()), (3, [0, 2].as_slice()));
    assert!(faults.idle_otherwise && faults.gap.is_none());
}

#[test]
fn an_item_is_left_out_plain_or_in_words() {
    let mut solver = Solver::new(&facts());
    let differ = has(OPINIONS, &[DIFFER]);
    let mut shown = |scenario: Option<&Expr>, item: &Expr| solver.shown(scenario, Some(item)).unwrap();
    assert_eq!(shown(Some(&differ), &has(DIFFER_ON, &[CHEMO])), Shown::If);
    assert_eq!(shown(Some(&has(OPINIONS, &[ONE])), &has(DIFFER_ON, &[CHEMO])), Shown::Never);
    assert_eq!(shown(Some(&has(DIFFER_ON, &[CHEMO])), &differ), Shown::Plain);
    assert_eq!(shown(None, &differ), Shown::If);
    // Who is unsure has no other answer.
    assert_eq!(shown(Some(&has(DIFFER_ON, &[UNSURE])), &not(has(DIFFER_ON, &[CHEMO, SURGERY]))), Shown::Plain);
}

#[test]
fn the_finder_asks_what_changes_the_result_and_offers_none_first() {
    let mut solver = Solver::new(&facts());
    let scenarios = [has(OPINIONS, &[ONE]), has(DIFFER_ON, &[CHEMO]), has(OPINIONS, &[DIFFER])];
    let finder = solver.finder(&scenarios).unwrap();
    assert_eq!(finder.start, Next::Page(0));
    assert_eq!(finder.ends, [vec![0], vec![], vec![2], vec![1, 2]]);
    let questions: Vec<&Question> = finder.pages.iter().map(|page| &page.question).collect();
    assert_eq!(
        questions,
        [
            &Question::Which(vec![(ONE, Next::End(0)), (AGREE, Next::End(1)), (DIFFER, Next::Page(1))]),
            &Question::Whether { value: UNSURE, yes: Next::End(2), no: Next::Page(2) },
            &Question::Whether { value: CHEMO, yes: Next::End(3), no: Next::End(2) },
        ]
    );
    assert_eq!(finder.pages[2].parents, [1]);
    // A fact with many answers counts once, on however many pages it is asked.
    assert_eq!(finder.longest_way(), [0, 1]);
    assert_eq!(finder.pages_by_fact(), [(DIFFER_ON, 2), (OPINIONS, 1)]);
}

#[test]
fn a_value_that_the_others_decide_has_no_page() {
    let (scans, surgery, unsure) = (0, 1, 2);
    let doubt = FactId(0);
    let facts = [Fact { values: 3, answers: Answers::Many { none: Some(unsure) }, asked_when: None }];
    let finder = Solver::new(&facts).finder(&[has(doubt, &[surgery])]).unwrap();
    // Whoever is not unsure and has no scans must have surgery: yet nothing is asked of the scans.
    let values = finder.pages.iter().map(|page| match page.question {
        Question::Whether { value, .. } => value,
        Question::Which(_) => panic!("a fact with many answers is asked value by value"),
    });
    assert_eq!(values.collect::<Vec<_>>(), [unsure, surgery]);
    let finder = Solver::new(&facts).finder(&[has(doubt, &[scans, surgery])]).unwrap();
    assert_eq!(finder.pages.len(), 1);
}

#[test]
fn values_that_nothing_tells_apart_are_found() {
    let mut solver = Solver::new(&facts());
    let everywhere = |when| Target { within: None, when };
    let idle = solver.idle(&[everywhere(has(DIFFER_ON, &[CHEMO, RADIATION]))]).unwrap();
    // One and two that agree: in neither case is there anything to differ on.
    let others = vec![PATHOLOGY, SCANS, SURGERY, UNSURE];
    assert_eq!(
        idle.alike,
        [(OPINIONS, vec![ONE, AGREE]), (DIFFER_ON, vec![CHEMO, RADIATION]), (DIFFER_ON, others.clone())]
    );
    assert_eq!(
        idle.boxes,
        others.iter().map(|value| (DIFFER_ON, *value)).filter(|(_, value)| *value != UNSURE).collect::<Vec<_>>()
    );
    let idle = solver.idle(&[everywhere(has(OPINIONS, &[ONE]))]).unwrap();
    assert_eq!((idle.facts, idle.alike), (vec![DIFFER_ON], vec![(OPINIONS, vec![AGREE, DIFFER])]));
}

#[test]
fn a_persona_may_leave_answers_open_but_not_contradict_itself() {
    let mut solver = Solver::new(&facts());
    let given = |fact, values: &[usize]| Given { fact, values: values.to_vec() };
    let Persona::Possible(left) = solver.persona(&[given(DIFFER_ON, &[RADIATION])]).unwrap() else { panic!() };
    assert!(solver.implies(left, &has(OPINIONS, &[DIFFER])).unwrap());
    assert!(solver.within(left, &has(DIFFER_ON, &[CHEMO])).unwrap().is_empty());
    let asked = solver.persona(&[given(DIFFER_ON, &[RADIATION]), given(OPINIONS, &[AGREE])]).unwrap();
    assert_eq!(asked, Persona::NotAsked(DIFFER_ON));
    assert_eq!(solver.persona(&[given(DIFFER_ON, &[RADIATION, UNSURE])]).unwrap(), Persona::NoAnswer(DIFFER_ON));
}

#[test]
fn a_report_has_a_row_for_every_case() {
    let mut solver = Solver::new(&facts());
    let rows = vec![has(OPINIONS, &[ONE]), has(DIFFER_ON, &[CHEMO, RADIATION])];
    let outcomes = solver.table_outcomes(&table(Hit::First, rows), 10).unwrap();
    let rows: Vec<&[usize]> = outcomes.rows.iter().map(|row| row.holding.as_slice()).collect();
    assert_eq!(rows, [&[0][..], &[1], &[1], &[], &[]]);
    assert_eq!(outcomes.rows[0].case, case([(OPINIONS, Answered::OneOf(vec![ONE]))]));
    let radiation = Answered::Many { with: vec![RADIATION], without: vec![] };
    let only_chemo = Answered::Many { with: vec![CHEMO], without: vec![RADIATION] };
    assert_eq!(outcomes.rows[1].case, case([(DIFFER_ON, radiation)]));
    assert_eq!(outcomes.rows[2].case, case([(DIFFER_ON, only_chemo)]));
    assert_eq!(outcomes.rows[3].case, case([(OPINIONS, Answered::OneOf(vec![AGREE]))]));
}

#[test]
fn too_much_names_the_facts_of_the_question() {
    let facts: Vec<Fact> = (0..12).map(|_| Fact { values: 6, answers: Answers::One, asked_when: None }).collect();
    let mut solver = Solver::with_steps(&facts, 40);
    // The same answer to six questions in the first half as in the second: no order is good for that.
    let same = |fact| {
        let both = |value| Expr::All(vec![has(FactId(fact), &[value]), has(FactId(fact + 6), &[value])]);
        Expr::Any((0..6).map(both).collect())
    };
    let all = Expr::All((0..6).map(same).collect());
    let too_large = solver.cases(&all).unwrap_err();
    assert_eq!(too_large.facts, (0..12).map(FactId).collect::<Vec<_>>());
    // What is small has its answer, until it happened too often.
    assert_eq!(solver.is_possible(&has(FactId(3), &[1])), Ok(true));
    assert!(solver.cases(&all).is_err() && solver.cases(&all).is_err());
    assert_eq!(solver.is_possible(&has(FactId(3), &[1])), Err(too_large));
}
