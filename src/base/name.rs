//! Names that authors choose, such as `what-to-ask`.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A name: one or more of `a`–`z`, `0`–`9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Arc<str>);

impl Name {
    /// The name, or `None` if a character does not belong in one.
    pub fn new(text: &str) -> Option<Name> {
        is_name(text).then(|| Name(text.into()))
    }

    /// The name nearest to `text`: its words in small letters, joined by `-`.
    pub fn nearest(text: &str) -> Option<Name> {
        Name::new(&super::slug::slug(text))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}
