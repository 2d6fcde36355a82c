//! What proving takes: `cargo bench --bench logic`.
//!
//! A guide of the size that the solver is made for has 12 facts of 6 values, 20 scenarios, 100
//! conditions of items and a table of 30 rows. It is measured beside one with half the facts, and with
//! facts of many answers: 72 yes/no questions. Times differ from machine to machine; the ratios of one
//! run tell whether proving grows with the facts or with the cases, of which there are thousands of
//! millions.

#![expect(clippy::print_stdout, reason = "figures are for whoever runs it")]

use std::error::Error;
use std::time::{Duration, Instant};

use careguide::logic::{Answers, Expr, Fact, FactId, Finder, Hit, Proved, Shown, Solver, Table, Target};

/// Each line is the fastest of so many runs: what else a machine does makes it only slower.
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let sizes = [
        ("6 facts, one answer each", Guide::new(6, Answers::One)),
        ("12 facts, one answer each", Guide::new(12, Answers::One)),
        ("6 facts, many answers each", Guide::new(6, Answers::Many { none: Some(5) })),
        ("12 facts, many answers each", Guide::new(12, Answers::Many { none: Some(5) })),
    ];
    let columns = ["all", "finder", "items", "table", "rows", "idle"].map(|name| format!("{name:>10}")).concat();
    println!("{:<28}{columns}{:>8}", "", "pages");
    let mut before: Option<Times> = None;
    for (name, guide) in sizes {
        let runs = (0..RUNS).map(|_| guide.times()).collect::<Proved<Vec<Times>>>();
        let runs = runs.map_err(|too_large| format!("{name}: too much, at {:?}", too_large.facts))?;
        let times = runs.into_iter().min_by_key(Times::all).ok_or("no run")?;
        println!("{name:<28}{times}{:>8}", times.pages);
        match before.take() {
            None => before = Some(times),
            Some(half) => println!("{:<28}{}", "  beside half of it", times.beside(&half)),
        }
    }
    let time = hopeless()?;
    println!("{:<28}{:>7.1} ms", "until it is told as too much", time.as_secs_f64() * 1000.0);
    Ok(())
}

/// How long an author waits to hear that there is no way to look at all cases: each of eight facts has
/// to agree with the one that is asked eight facts later.
fn hopeless() -> Result<Duration, &'static str> {
    let facts = vec![Fact { values: 6, answers: Answers::One, asked_when: None }; 16];
    let same = |fact| Expr::Any((0..6).map(|value| Expr::All(vec![has(fact, value), has(fact + 8, value)])).collect());
    let all = Expr::All((0..8).map(same).collect());
    let mut solver = Solver::new(&facts);
    let mut time = Duration::ZERO;
    match measure(&mut time, || solver.finder(&[all])) {
        Ok(_) => Err("the hopeless question has an answer"),
        Err(_) => Ok(time),
    }
}

/// The logic of a guide: all that is proved when it is built.
struct Guide {
    facts: Vec<Fact>,
    scenarios: Vec<Expr>,
    items: Vec<Expr>,
    table: Table,
}

impl Guide {
    /// Two thirds of the facts are always asked, the others after some answer to an earlier one.
    fn new(facts: usize, answers: Answers) -> Guide {
        let mut dice = Dice(u64::try_from(facts).unwrap_or(0));
        let follows = |fact: usize, dice: &mut Dice| (fact % 3 == 2).then(|| has(dice.below(fact), dice.below(6)));
        let facts: Vec<Fact> =
            (0..facts).map(|fact| Fact { values: 6, answers, asked_when: follows(fact, &mut dice) }).collect();
        let scenarios = (0..20).map(|scenario| situation(&mut dice, facts.len(), scenario)).collect();
        let mut conditions =
            |count: usize| -> Vec<Expr> { (0..count).map(|_| condition(&mut dice, facts.len())).collect() };
        let (items, rows) = (conditions(100), conditions(30));
        Guide { scenarios, items, table: Table { rows, hit: Hit::First, has_otherwise: false }, facts }
    }

    fn times(&self) -> Proved<Times> {
        let mut solver = Solver::new(&self.facts);
        let mut times = Times::default();
        let finder: Finder = measure(&mut times.finder, || solver.finder(&self.scenarios))?;
        times.pages = finder.pages.len();
        measure(&mut times.items, || -> Proved<Vec<Shown>> {
            let all = self.scenarios.iter().flat_map(|scenario| self.items.iter().map(move |item| (scenario, item)));
            all.map(|(scenario, item)| solver.shown(Some(scenario), Some(item))).collect()
        })?;
        measure(&mut times.table, || solver.faults(&self.table))?;
        measure(&mut times.rows, || solver.table_outcomes(&self.table, 200))?;
        let mut targets: Vec<Target> =
            self.scenarios.iter().map(|when| Target { within: None, when: when.clone() }).collect();
        targets.extend(self.items.iter().map(|when| Target { within: None, when: when.clone() }));
        measure(&mut times.idle, || solver.idle(&targets))?;
        Ok(times)
    }
}

fn has(fact: usize, value: usize) -> Expr {
    Expr::Has { fact: FactId(fact), values: vec![value] }
}

/// When a scenario fits. What has happened is asked first; what else is asked depends on that.
fn situation(dice: &mut Dice, facts: usize, scenario: usize) -> Expr {
    let happened = scenario % 6;
    let own = |dice: &mut Dice| 1 + (happened * 2 + dice.below(3)) % (facts - 1);
    let mut parts = vec![has(0, happened)];
    parts.extend((0..dice.below(3)).map(|_| has(own(dice), dice.below(6))));
    Expr::All(parts)
}

/// Some values of one to three facts.
fn condition(dice: &mut Dice, facts: usize) -> Expr {
    let one = |dice: &mut Dice| {
        let values = (0..=dice.below(3)).map(|_| dice.below(6)).collect();
        let has = Expr::Has { fact: FactId(dice.below(facts)), values };
        if dice.below(8) == 0 { Expr::Not(Box::new(has)) } else { has }
    };
    Expr::All((0..=dice.below(3)).map(|_| one(dice)).collect())
}

fn measure<T>(time: &mut Duration, what: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = what();
    *time = start.elapsed();
    done
}

#[derive(Default)]
struct Times {
    finder: Duration,
    items: Duration,
    table: Duration,
    rows: Duration,
    idle: Duration,
    pages: usize,
}

impl Times {
    fn all(&self) -> Duration {
        self.finder + self.items + self.table + self.rows + self.idle
    }

    fn columns(&self) -> [Duration; 6] {
        [self.all(), self.finder, self.items, self.table, self.rows, self.idle]
    }

    fn beside(&self, other: &Times) -> String {
        let ratios = self.columns().into_iter().zip(other.columns());
        ratios.map(|(own, other)| format!("{:>9.1}×", own.as_secs_f64() / other.as_secs_f64())).collect()
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.columns().into_iter().try_for_each(|time| write!(to, "{:>7.1} ms", time.as_secs_f64() * 1000.0))
    }
}

/// Numbers that look random and are the same on every machine (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}
