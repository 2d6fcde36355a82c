//! Faults in the guide of this repository: hundreds of changes that a slip of the hand makes, each alone. What each
//! of them breaks is known beforehand, from the lines of the files alone (`faults/source.rs`), and nothing but
//! that may be told. Faults that leave a valid guide have to show in what `careguide diff` says.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests may stop at a surprise, in their helpers too"
)]

#[path = "shared/dice.rs"]
mod dice;
#[path = "faults/fault.rs"]
mod fault;
#[path = "faults/judge.rs"]
mod judge;
#[path = "faults/kinds/mod.rs"]
mod kinds;
#[path = "faults/metadata.rs"]
mod metadata;
#[path = "faults/references.rs"]
mod references;
#[path = "shared/sizes.rs"]
mod sizes;
#[path = "faults/source.rs"]
mod source;

use std::collections::BTreeMap;

use dice::Dice;
use fault::Fault;
use rayon::prelude::*;

/// How many faults have to be mistakes, at least.
const MISTAKES: usize = 240;

/// Takes faults of every kind in turn, at random places, none twice: as many as `sizes.toml` says, or all.
fn choose(mut all: BTreeMap<&'static str, Vec<Fault>>) -> Vec<Fault> {
    let mut dice = Dice::new(1);
    let count = sizes::size("seeded-faults").min(all.values().map(Vec::len).sum());
    let mut chosen = Vec::new();
    while chosen.len() < count {
        for faults in all.values_mut().filter(|faults| !faults.is_empty()) {
            let places: Vec<usize> = (0..faults.len()).collect();
            chosen.push(faults.swap_remove(*dice.pick(&places)));
        }
    }
    chosen.truncate(count);
    chosen
}

#[test]
fn each_fault_is_told_at_its_place_or_shown_as_a_difference() {
    let guide = source::guide();
    let faults = choose(kinds::all(&guide));
    let judge = judge::Judge::new(&guide);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for fault in &faults {
        let (mistakes, valid) = counts.entry(fault.kind).or_default();
        *(if fault.told.is_empty() { valid } else { mistakes }) += 1;
    }
    for (kind, (mistakes, valid)) in &counts {
        println!("{kind}: {mistakes} told, {valid} shown as a difference");
    }
    let mistakes: usize = counts.values().map(|(mistakes, _)| mistakes).sum();
    println!(
        "{} faults of {} kinds: {mistakes} mistakes, {} valid",
        faults.len(),
        counts.len(),
        faults.len() - mistakes
    );
    assert!(mistakes >= MISTAKES, "only {mistakes} mistakes");
    let wrong: Vec<String> = faults.par_iter().filter_map(|fault| judge.wrong(fault)).collect();
    assert!(wrong.is_empty(), "{} failed:\n\n{}", wrong.len(), wrong.join("\n\n"));
}
