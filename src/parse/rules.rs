//! The rules of reading: what can be wrong with one file alone.

use crate::report::{Level, Rule, rules};

rules! {
    FRONT_MATTER_MISSING = Rule::structural("front-matter-missing", "A document does not begin with its metadata between two lines `---`.");
    FRONT_MATTER_NOT_CLOSED = Rule::structural("front-matter-not-closed", "The metadata has no closing line `---`.");
    FRONT_MATTER_NOT_KEYS = Rule::structural("front-matter-not-keys", "The metadata is not made of keys with values.");
    YAML_INVALID = Rule::structural("yaml-invalid", "The metadata is not valid YAML.");
    YAML_ANCHOR_OR_TAG = Rule::structural("yaml-anchor-or-tag", "The metadata uses an anchor, an alias, a merge key or a tag.");
    ODD_SPACE = Rule::structural("odd-space", "White space that YAML does not know, in the metadata.");
    METADATA_TOO_LARGE = Rule::structural("metadata-too-large", "The metadata of a file is larger than 64 KiB.");
    METADATA_TOO_DEEP = Rule::structural("metadata-too-deep", "The metadata is nested deeper than 32 levels.");
    SETTINGS_INVALID = Rule::structural("settings-invalid", "site.toml is not valid TOML.");
    UNKNOWN_KEY = Rule::structural("unknown-key", "A key that means nothing at its place.");
    DUPLICATE_KEY = Rule::structural("duplicate-key", "A key stands twice in one map, or a name in one list.");
    MISSING_KEY = Rule::structural("missing-key", "A key that has to be there is missing.");
    WRONG_TYPE = Rule::structural("wrong-type", "A value is of another type than its key takes.");
    UNKNOWN_VALUE = Rule::structural("unknown-value", "A value is none of those its key takes.");
    IMPOSSIBLE_DATE = Rule::structural("impossible-date", "A date or a span of days is not in the calendar, or in the wrong order.");
    EMPTY_VALUE = Rule::structural("empty-value", "A value that has to say something is empty.");
    CONFLICTING_KEYS = Rule::structural("conflicting-keys", "Two keys stand together that exclude each other.");
    NOT_UTF8 = Rule::structural("not-utf8", "A file is not saved as UTF-8.");
    FORBIDDEN_CHARACTER = Rule::structural("forbidden-character", "A file has a control character, or one that turns the direction of writing around.");
    NO_TEXT = Rule::structural("no-text", "A document has metadata but no text.");
    TEXT_OUTSIDE_TERM = Rule::structural("text-outside-term", "Words in terms.md that stand above the first term.");
    HEADING_IN_TERM = Rule::structural("heading-in-term", "The text of a term in terms.md has a heading of its own.");
    FOOTNOTE_IN_TERM = Rule::structural("footnote-in-term", "A footnote in terms.md, where no page has room for it.");
    FILE_NAME_INVALID = Rule::structural("file-name-invalid", "A file's name has other characters than a-z, 0-9 and -.");
    FILE_MISPLACED = Rule::structural("file-misplaced", "A file lies where nothing is looked for.");
    FILE_REFUSED = Rule::structural("file-refused", "A file of a kind that could run in a reader's browser.");
    PROSE_IN_FLOW = Rule::check("prose-in-flow", Level::Warn, "Unquoted prose inside a list or map in brackets, where a comma ends it.");
    VALUE_CUT = Rule::check("value-cut", Level::Warn, "An unquoted value is cut off by ` #`, which begins a comment.");
}
