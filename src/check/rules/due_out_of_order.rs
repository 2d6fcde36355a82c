//! Items that are due before what has to come before them.

use crate::check::{Check, Context, Judges};
use crate::guide::ItemId;
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("due-out-of-order", Level::Error, include_str!("due_out_of_order.md"));
/// Finds it in any guide.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Any, run);

/// Finds items due earlier than one that they come after, where both are on one checklist.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let guide = context.guide;
    let together = |a: ItemId, b: ItemId| {
        guide.scenarios.iter().any(|scenario| {
            let has = |id: ItemId| scenario.checklist.iter().any(|(_, lines)| lines.iter().any(|line| line.item == id));
            has(a) && has(b)
        })
    };
    for (at, item) in guide.items.iter().enumerate() {
        for id in &item.after {
            let before = guide.item(*id);
            let (Some(due), Some(due_before)) = (item.due, before.due) else { continue };
            if due < due_before && together(ItemId(at), *id) {
                let message = format!("`{}` is due before `{}`, which has to come first", item.name, before.name);
                problems.push(
                    Diagnostic::new(&RULE, item.said(), message)
                        .label(format!("due {}, and after `{}`", days(due), before.name))
                        .also(before.said(), format!("due {}", days(due_before)))
                        .note("nobody can do both in time")
                        .help(format!("make `due` of `{}` the later one, or take the name out of `after`", item.name)),
                );
            }
        }
    }
}

/// "7 days after the visit"
fn days(due: i32) -> String {
    let (count, side) = (due.unsigned_abs(), if due < 0 { "before" } else { "after" });
    format!("{count} {} {side} the visit", if count == 1 { "day" } else { "days" })
}
