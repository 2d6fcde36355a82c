//! Checklists that are too long to be done.

use crate::base::Place;
use crate::check::{Check, Context, Judges};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("checklist-too-long", Level::Warn, include_str!("checklist_too_long.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// So many items, a reader still gets through.
const ON_A_LIST: usize = 30;
/// So many at one time.
const IN_A_PHASE: usize = 12;

/// Finds checklists with too many items, or with too many in one phase.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    for scenario in &guide.scenarios {
        let all: usize = scenario.checklist.iter().map(|(_, ids)| ids.len()).sum();
        let long = scenario.checklist.iter().filter(|(_, ids)| ids.len() > IN_A_PHASE);
        let phases = long.map(|(phase, ids)| {
            let title = guide.phases.get(*phase).and_then(|phase| phase.title.as_deref());
            title.map_or(format!("{} items", ids.len()), |title| format!("{} items in \"{title}\"", ids.len()))
        });
        let phases: Vec<String> = phases.collect();
        let message = match all > ON_A_LIST {
            true => format!("the checklist has {all} items"),
            false if phases.is_empty() => continue,
            false => format!("the checklist has {}", phases.join(", ")),
        };
        problems.push(
            Diagnostic::new(&RULE, Place::file(&scenario.prose.targets.path), message)
                .note(format!("more than {ON_A_LIST} items, or {IN_A_PHASE} at one time, are not done but put away"))
                .help("give items that only some readers need a `for`, move some to another phase, or make one of two"),
        );
    }
}
