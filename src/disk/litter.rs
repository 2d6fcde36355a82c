//! What editors, systems and version control leave in folders. No author means it as content.
//!
//! One list, tested by name. Sync conflicts (`knee (1).md`) are not litter: one of the twins is the real page.

/// Names that are litter as they stand.
const NAMES: &[&str] = &[
    // Systems and their file managers.
    ".DS_Store",
    ".Spotlight-V100",
    ".Trashes",
    ".directory",
    ".fseventsd",
    "@eaDir",
    "Icon\r",
    "Thumbs.db",
    "desktop.ini",
    "ehthumbs.db",
    // Editors: vim tests with this name whether a folder can be written.
    "4913",
    ".editorconfig",
    ".idea",
    ".obsidian",
    ".vscode",
    // Version control.
    ".git",
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".gitmodules",
    ".hg",
    ".jj",
    ".keep",
    ".svn",
];

/// Beginnings of names: macOS's second halves, Emacs's locks, Word's and LibreOffice's locks,
/// files that the system still holds after they were deleted, GNOME's half-saved ones.
const BEGINNINGS: &[&str] = &["._", ".#", "~$", ".~lock.", ".nfs", ".fuse_hidden", ".goutputstream-", ".Trash-"];

/// Ends of names: backups, vim's and Kate's swap files, half-saved ones of JetBrains and VS Code.
const ENDS: &[&str] =
    &["~", ".swp", ".swo", ".swn", ".swx", ".kate-swp", ".tmp", ".vsctmp", "___jb_tmp___", "___jb_old___"];

/// Whether a file or folder of this name is passed over.
pub(super) fn is_litter(name: &str) -> bool {
    NAMES.contains(&name)
        || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        || ENDS.iter().any(|end| name.ends_with(end))
        // Emacs saves what was never saved as `#name#`.
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
}

#[cfg(test)]
mod tests {
    use super::is_litter;

    #[test]
    fn what_no_author_wrote_is_passed_over() {
        for name in [
            ".DS_Store",
            "._knee.md",
            "Thumbs.db",
            "desktop.ini",
            "knee.md~",
            ".#knee.md",
            "#knee.md#",
            "4913",
            ".knee.md.swp",
            ".knee.md.swo",
            ".knee.md.swx",
            "knee.md___jb_tmp___",
            "knee.md___jb_old___",
            "knee.md.tmp",
            "knee.md.vsctmp",
            ".git",
            ".gitkeep",
            ".gitignore",
            "~$consent.docx",
            ".~lock.consent.odt#",
            ".knee.md.kate-swp",
            "Icon\r",
        ] {
            assert!(is_litter(name), "{name}");
        }
    }

    #[test]
    fn what_an_author_may_mean_is_read() {
        for name in [
            "knee.md",
            "index.md",
            "site.toml",
            "#",
            "#1.md",
            "c#.md",
            "a~b.md",
            "git.md",
            ".nojekyll",
            "4913.md",
            "tmp",
            "knee (1).md",
            "knee.sync-conflict-20260101.md",
            "desktop.md",
            ".well-known",
            "_headers",
            "swp.md",
        ] {
            assert!(!is_litter(name), "{name}");
        }
    }
}
