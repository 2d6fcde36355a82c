//! What an author is told of watching itself, once, in words for somebody who only wants to write.

use super::events::Deaf;

/// More has changed at once than can be told one by one.
pub(super) const LOST: &str = "so much has changed at once that all files were looked at: nothing is missed";

/// The files lie where the system tells of nothing.
pub(super) fn silent(place: &str) -> String {
    format!(
        "the site lies on {place}, which does not say when a file changes: all files are looked at about every \
         second, so that a change may take a moment to show"
    )
}

/// The system could tell, but does not.
pub(super) fn deaf(deaf: &Deaf) -> String {
    let why = match deaf {
        Deaf::Limit => "this computer does not let careguide watch so many folders",
        Deaf::Programs => "this computer does not let so many programs watch folders",
        Deaf::Other(_) => "the folders cannot be watched",
    };
    let help = match deaf {
        Deaf::Limit => " (who looks after it can raise fs.inotify.max_user_watches)".to_owned(),
        Deaf::Programs => " (who looks after it can raise fs.inotify.max_user_instances)".to_owned(),
        Deaf::Other(reason) => format!(" ({reason})"),
    };
    format!(
        "{why}{help}: all files are looked at about every second instead, so that a change may take a moment to show"
    )
}
