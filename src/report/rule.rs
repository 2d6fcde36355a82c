//! A rule: a named kind of problem.

/// A named kind of problem, declared once, beside the code that finds it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, a kebab-case phrase that states the problem: `unknown-key`.
    pub name: &'static str,
    /// What it is unless the site says otherwise.
    pub level: Level,
    /// Whether a site may change its level.
    pub kind: Kind,
    /// What explains it, in Markdown: the text of `careguide explain`, and the rule's tests.
    pub text: &'static str,
}

/// What a rule is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Not looked for.
    Off,
    /// Shown, stops nothing.
    Note,
    /// Shown, stops nothing, wants mending.
    Warn,
    /// Stops publishing.
    Error,
}

/// Whether a rule can be set by the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Without it nothing sensible can be built: always on, at its own level.
    Structural,
    /// A judgement: a site may set its level.
    Check,
}

impl Rule {
    /// A rule that no site can switch off and that stops publishing.
    pub const fn structural(name: &'static str, text: &'static str) -> Rule {
        Rule { name, level: Level::Error, kind: Kind::Structural, text }
    }

    /// A judgement whose level a site may set.
    pub const fn check(name: &'static str, level: Level, text: &'static str) -> Rule {
        Rule { name, level, kind: Kind::Check, text }
    }

    /// What it finds, in one sentence: the first one of its text.
    pub fn summary(&self) -> &'static str {
        self.text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("")
    }
}

/// Names the rules of a folder, a file each, and lists them as `RULES`.
macro_rules! rules {
    ($($name:ident = $file:ident;)*) => {
        $(pub use $file::RULE as $name;)*
        /// All rules of this folder, sorted by name.
        pub static RULES: &[&$crate::report::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;
