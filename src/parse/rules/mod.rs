//! The rules of reading: what can be wrong with one file alone.
//!
//! Each stands in a file of its own, with a text beside it that explains it and holds its examples.

use crate::report::rules;

mod conflicting_keys;
mod duplicate_key;
mod empty_value;
mod file_misplaced;
mod file_name_invalid;
mod file_refused;
mod footnote_in_term;
mod forbidden_character;
mod front_matter_missing;
mod front_matter_not_closed;
mod front_matter_not_keys;
mod heading_in_term;
mod if_without_value;
mod impossible_date;
mod metadata_too_deep;
mod metadata_too_large;
mod missing_key;
mod no_text;
mod none_without_many;
mod not_utf8;
mod odd_space;
mod prose_in_flow;
mod settings_invalid;
mod text_outside_term;
mod too_few_values;
mod unknown_key;
mod unknown_value;
mod value_cut;
mod wrong_type;
mod yaml_anchor_or_tag;
mod yaml_invalid;

rules! {
    CONFLICTING_KEYS = conflicting_keys;
    DUPLICATE_KEY = duplicate_key;
    EMPTY_VALUE = empty_value;
    FILE_MISPLACED = file_misplaced;
    FILE_NAME_INVALID = file_name_invalid;
    FILE_REFUSED = file_refused;
    FOOTNOTE_IN_TERM = footnote_in_term;
    FORBIDDEN_CHARACTER = forbidden_character;
    FRONT_MATTER_MISSING = front_matter_missing;
    FRONT_MATTER_NOT_CLOSED = front_matter_not_closed;
    FRONT_MATTER_NOT_KEYS = front_matter_not_keys;
    HEADING_IN_TERM = heading_in_term;
    IF_WITHOUT_VALUE = if_without_value;
    IMPOSSIBLE_DATE = impossible_date;
    METADATA_TOO_DEEP = metadata_too_deep;
    METADATA_TOO_LARGE = metadata_too_large;
    MISSING_KEY = missing_key;
    NO_TEXT = no_text;
    NONE_WITHOUT_MANY = none_without_many;
    NOT_UTF8 = not_utf8;
    ODD_SPACE = odd_space;
    PROSE_IN_FLOW = prose_in_flow;
    SETTINGS_INVALID = settings_invalid;
    TEXT_OUTSIDE_TERM = text_outside_term;
    TOO_FEW_VALUES = too_few_values;
    UNKNOWN_KEY = unknown_key;
    UNKNOWN_VALUE = unknown_value;
    VALUE_CUT = value_cut;
    WRONG_TYPE = wrong_type;
    YAML_ANCHOR_OR_TAG = yaml_anchor_or_tag;
    YAML_INVALID = yaml_invalid;
}
