//! The settings of the reading level: `[reading]` in site.toml.

use crate::base::Spanned;
use crate::language::{Formula, Language};
use crate::parse::fields::{Key, Reader, Schema};
use crate::parse::node::Node;
use crate::parse::rules;
use crate::report::Diagnostic;

static FORMULA: Key = Key {
    name: "formula",
    example: "\"flesch-kincaid\"",
    doc: "`flesch-kincaid`, `ari`, `smog` or `lix`. In another language than English: `ari` or `lix`.",
};
static TARGET: Key = Key {
    name: "target",
    example: "8",
    doc: "The highest level that passes: a US school grade, 8 if none is set; for `lix`, 40.",
};

/// The keys of the reading level.
pub static READING: Schema = Schema { what: "the reading level", keys: &[&FORMULA, &TARGET] };

/// How the reading level is measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The formula, if the site names one.
    pub formula: Option<Formula>,
    /// The highest level that passes, if the site sets one.
    pub target: Option<u32>,
}

/// The settings of the reading level for a guide in the language `lang`.
pub(in crate::parse) fn reading(reader: &mut Reader<'_>, node: &Spanned<Node>, lang: &str) -> Reading {
    let fields = reader.fields(&READING, node, node.span);
    let formula = fields.optional(reader, &FORMULA, |reader, key, node| {
        let formula = reader.one_of(key, node, &Formula::ALL)?;
        if !formula.needs_syllables() || Language::of(lang) == Language::English {
            return Some(formula);
        }
        let message = format!("a guide in the language `{lang}` cannot be measured by {}", formula.name());
        reader.problems.push(
            Diagnostic::new(&rules::UNKNOWN_VALUE, node.span.in_file(reader.path), message)
                .label("counts syllables, which is possible in English only")
                .help(reader.write(key, "\"lix\"")),
        );
        None
    });
    let target = fields.optional(reader, &TARGET, |reader, key, node| {
        let target = reader.integer(key, node)?;
        let passes = u32::try_from(target).ok().filter(|target| (1..=99).contains(target));
        if passes.is_none() {
            reader.problems.push(
                Diagnostic::new(
                    &rules::UNKNOWN_VALUE,
                    node.span.in_file(reader.path),
                    format!("`target` cannot be {target}"),
                )
                .label("not a number from 1 to 99")
                .help(reader.example(key)),
            );
        }
        passes
    });
    Reading { formula, target }
}
