//! `careguide explain`: what a rule finds, why that matters, how to mend it; or all rules.

use super::CLEAN;
use super::args::Explain;
use super::print::{self, Failure};
use crate::base::suggest::did_you_mean;
use crate::check::all_rules;
use crate::report::{Rule, explain};
use crate::{markup, parse, resolve};

/// Letters on a line where no terminal says how many it shows.
const USUAL: usize = 80;
/// Longer lines of prose are hard to read.
const WIDEST: usize = 100;

/// What stands below the list.
const AFTER_LIST: &str = "
An error stops the website from being made; what is `warn` or `note` stops nothing.
What is `off` is looked for only if site.toml says so.
`careguide explain NAME` says more: why it matters, how to mend it, examples.";

/// Explains one rule, or lists all of them.
pub(super) fn run(args: &Explain) -> Result<u8, Failure> {
    let (style, columns) = print::result_page();
    let all = all_rules();
    let Some(name) = &args.rule else {
        // In a file or a pipe a rule is a line, for who searches in them.
        let list = explain::list(&groups(all), columns.unwrap_or(usize::MAX), style);
        print::result(list.trim_end())?;
        print::result(AFTER_LIST)?;
        return Ok(CLEAN);
    };
    let Some(rule) = all.iter().find(|rule| rule.name == name) else {
        let help = match did_you_mean(name, all.iter().map(|rule| rule.name)) {
            Some(near) => format!("did you mean `careguide explain {near}`?"),
            None => "`careguide explain` lists all rules".to_owned(),
        };
        return Err(Failure::new(format!("no rule is called `{name}`"), &help));
    };
    print::result(explain::rule(rule, columns.unwrap_or(USUAL).min(WIDEST), style).trim_end())?;
    Ok(CLEAN)
}

/// The rules by where they look.
fn groups(all: Vec<&'static Rule>) -> [(&'static str, Vec<&'static Rule>); 4] {
    let (parse, markup, resolve) = (parse::rules::RULES, markup::rules::RULES, resolve::rules::RULES);
    let known = |rule: &&Rule| [parse, markup, resolve].iter().any(|rules| rules.contains(rule));
    let whole = all.into_iter().filter(|rule| !known(rule)).collect();
    [
        ("In a file, its name and its metadata", parse.to_vec()),
        ("In the text", markup.to_vec()),
        ("Between files: names, links, decisions, checklists", resolve.to_vec()),
        ("In the guide as a whole: judgements, settings, theme", whole),
    ]
}
