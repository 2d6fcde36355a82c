//! A rule: a named kind of problem.

/// A named kind of problem, declared once, beside the code that finds it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, a kebab-case phrase that states the problem: `unknown-key`.
    pub name: &'static str,
    /// What it is unless the site says otherwise.
    pub level: Level,
    /// What makes an error of it.
    pub raised: Raised,
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

impl Level {
    /// As one types it in site.toml.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Note => "note",
            Level::Warn => "warn",
            Level::Error => "error",
        }
    }
}

/// What makes an error of a finding that else stops nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raised {
    /// Nothing but the site's own settings.
    Never,
    /// The profile `decision-aid`: it is a criterion of the standards.
    InDecisionAid,
    /// A release: only the date brings it about, and time alone never stops an everyday build, at whatever level.
    ForRelease,
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
        Rule { name, level: Level::Error, raised: Raised::Never, kind: Kind::Structural, text }
    }

    /// A judgement whose level a site may set.
    pub const fn check(name: &'static str, level: Level, text: &'static str) -> Rule {
        Rule { name, level, raised: Raised::Never, kind: Kind::Check, text }
    }

    /// A criterion of the standards for decision aids: a note, and an error in the profile `decision-aid`.
    pub const fn standard(name: &'static str, text: &'static str) -> Rule {
        Rule { name, level: Level::Note, raised: Raised::InDecisionAid, kind: Kind::Check, text }
    }

    /// A judgement that only the date brings about: a warning, and an error for a release.
    pub const fn dated(name: &'static str, text: &'static str) -> Rule {
        Rule { name, level: Level::Warn, raised: Raised::ForRelease, kind: Kind::Check, text }
    }

    /// Its level, for the documentation: "note; error in the profile `decision-aid`".
    pub fn level_in_words(&self) -> String {
        let level = self.level.as_str();
        match self.raised {
            Raised::Never => level.to_owned(),
            Raised::InDecisionAid => format!("{level}; error in the profile `decision-aid`"),
            Raised::ForRelease => format!("{level}; error with `--release`"),
        }
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
