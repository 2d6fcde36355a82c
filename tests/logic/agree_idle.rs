//! What changes nothing, found by comparing all readers in pairs.

use std::collections::BTreeSet;

use careguide::logic::{Answers, FactId, Idle, Target};

use crate::brute::{Reader, agree_but_for, holds};
use crate::random::Model;

/// The scenarios, and items on the pages of the first two.
pub(crate) fn targets(model: &Model) -> Vec<Target> {
    let scenarios = model.scenarios.iter();
    let mut targets: Vec<Target> = scenarios.map(|when| Target { within: None, when: when.clone() }).collect();
    for item in &model.items {
        let within = model.scenarios.iter().take(2).cloned().map(Some);
        targets.extend(within.map(|within| Target { within, when: item.clone() }));
    }
    targets
}

/// What changes none of the targets.
pub(crate) fn idle(model: &Model, targets: &[Target]) -> Idle {
    // What each reader gets of each target; nothing where the target is not looked at.
    let gets = |reader: &Reader, target: &Target| {
        target.within.as_ref().is_none_or(|within| holds(within, reader)).then(|| holds(&target.when, reader))
    };
    let gets: Vec<Vec<Option<bool>>> =
        model.readers.iter().map(|reader| targets.iter().map(|target| gets(reader, target)).collect()).collect();
    let mut idle = Idle::default();
    for (number, fact) in model.facts.iter().enumerate() {
        // Pairs of answers to this fact between which a target changes.
        let mut changes: BTreeSet<(&BTreeSet<usize>, &BTreeSet<usize>)> = BTreeSet::new();
        let mut is_asked = false;
        for (a, gets_a) in model.readers.iter().zip(&gets) {
            let Some(answer_a) = &a[number] else { continue };
            is_asked = true;
            for (b, gets_b) in model.readers.iter().zip(&gets) {
                let Some(answer_b) = &b[number] else { continue };
                let differ = gets_a.iter().zip(gets_b).any(|(a, b)| a.is_some() && b.is_some() && a != b);
                if differ && agree_but_for(FactId(number), a, b) {
                    changes.insert((answer_a, answer_b));
                }
            }
        }
        if !is_asked {
            continue;
        }
        if changes.is_empty() {
            idle.facts.push(FactId(number));
            continue;
        }
        // One value for another, all else equal.
        let swapped = |a: usize, b: usize| {
            changes.iter().any(|(with_a, with_b)| {
                let rest_a: BTreeSet<usize> = with_a.iter().copied().filter(|value| *value != a).collect();
                let rest_b: BTreeSet<usize> = with_b.iter().copied().filter(|value| *value != b).collect();
                with_a.contains(&a)
                    && with_b.contains(&b)
                    && rest_a == rest_b
                    && !rest_a.contains(&b)
                    && !rest_a.contains(&a)
            })
        };
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for value in 0..fact.values {
            match groups.iter_mut().find(|group| !group.iter().any(|other| swapped(*other, value))) {
                Some(group) => group.push(value),
                None => groups.push(vec![value]),
            }
        }
        idle.alike.extend(groups.into_iter().filter(|group| group.len() > 1).map(|group| (FactId(number), group)));
        let Answers::Many { none } = fact.answers else { continue };
        for value in 0..fact.values {
            let ticked = changes.iter().any(|(with, without)| {
                let rest: BTreeSet<usize> = with.iter().copied().filter(|one| *one != value).collect();
                let instead = none.is_some_and(|none| {
                    let only_none = BTreeSet::from([none]);
                    (**without == only_none && with.len() == 1 && value != none && rest.is_empty())
                        || (value == none && **with == only_none && without.len() == 1)
                });
                with.contains(&value) && (**without == rest || instead)
            });
            if !ticked {
                idle.boxes.push((FactId(number), value));
            }
        }
    }
    idle
}
