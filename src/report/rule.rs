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
    /// What it finds, in one sentence.
    pub summary: &'static str,
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
    pub const fn structural(name: &'static str, summary: &'static str) -> Rule {
        Rule { name, level: Level::Error, kind: Kind::Structural, summary }
    }

    /// A judgement whose level a site may set.
    pub const fn check(name: &'static str, level: Level, summary: &'static str) -> Rule {
        Rule { name, level, kind: Kind::Check, summary }
    }
}

/// Declares rules as statics, and lists all of them as `RULES`, in the order of the file.
macro_rules! rules {
    ($($(#[doc = $doc:literal])* $name:ident = $rule:expr;)*) => {
        $(
            $(#[doc = $doc])*
            #[doc = concat!("Declares the rule `", stringify!($name), "`; its summary says what it finds.")]
            pub static $name: $crate::report::Rule = $rule;
        )*
        /// All rules of this file, in its order.
        pub static RULES: &[&$crate::report::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;
