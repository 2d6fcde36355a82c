//! Facts with more cases than anybody could read one by one.

use crate::check::{Check, Context, Judges};
use crate::logic::{LISTED, most_cases};
use crate::report::{Diagnostic, Level, Problems, Rule};

/// Declares the rule; the file beside this one explains it.
pub static RULE: Rule = Rule::check("cases-not-listed", Level::Note, include_str!("cases_not_listed.md"));
/// Finds it in guides without an error.
pub static CHECK: Check = Check::of_guide(&RULE, Judges::Whole, run);

/// Notes how many cases there are, and up to how many rows are listed.
fn run(context: &Context<'_>, problems: &mut Problems) {
    let cases = most_cases(&context.guide.domains);
    let Some(first) = context.guide.facts.first().filter(|_| cases > LISTED as u128) else { return };
    problems.push(
        Diagnostic::new(
            &RULE,
            first.written.span.in_file(&first.written.path),
            format!("the answers make up to {} cases: too many to list one by one", grouped(cases)),
        )
        .label("the first of the questions")
        .note(format!("all of them are proved; they are listed in groups with one outcome, {LISTED} rows at most"))
        .help("run `careguide report -o report`, and read there what the cases lead to"),
    );
}

/// A number with commas between its thousands.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let comma = |(at, digit): (usize, char)| {
        let before = at > 0 && (digits.len() - at).is_multiple_of(3);
        before.then_some(',').into_iter().chain([digit])
    };
    digits.char_indices().flat_map(comma).collect()
}
