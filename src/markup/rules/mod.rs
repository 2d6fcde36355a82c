//! The kinds of problem that the prose of one document can have.
//!
//! Only what can be seen in one file, without knowing any other; links to other documents,
//! names of sources and items are judged later. The code that finds them stands in `read`.
//!
//! Each stands in a file of its own, with a text beside it that explains it and holds its examples.

use crate::report::rules;

mod attribute_misplaced;
mod box_misplaced;
mod box_mistyped;
mod box_ticked;
mod callout_mistyped;
mod citation_malformed;
mod conflict_marker;
mod duplicate_anchor;
mod duplicate_footnote;
mod empty_heading;
mod empty_link;
mod heading_level_one;
mod heading_level_skipped;
mod heading_mistyped;
mod link_scheme;
mod mistyped_link;
mod mixed_list;
mod name_invalid;
mod nesting_too_deep;
mod picture_elsewhere;
mod picture_without_words;
mod raw_html;
mod reserved_name;
mod typographic_quotes_in_attribute;
mod unclosed_comment;
mod unclosed_fence;
mod undefined_footnote;
mod undefined_reference;
mod unknown_attribute;
mod unused_footnote;
mod vague_link;

rules! {
    ATTRIBUTE_MISPLACED = attribute_misplaced;
    BOX_MISPLACED = box_misplaced;
    BOX_MISTYPED = box_mistyped;
    BOX_TICKED = box_ticked;
    CALLOUT_MISTYPED = callout_mistyped;
    CITATION_MALFORMED = citation_malformed;
    CONFLICT_MARKER = conflict_marker;
    DUPLICATE_ANCHOR = duplicate_anchor;
    DUPLICATE_FOOTNOTE = duplicate_footnote;
    EMPTY_HEADING = empty_heading;
    EMPTY_LINK = empty_link;
    HEADING_LEVEL_ONE = heading_level_one;
    HEADING_LEVEL_SKIPPED = heading_level_skipped;
    HEADING_MISTYPED = heading_mistyped;
    LINK_SCHEME = link_scheme;
    MISTYPED_LINK = mistyped_link;
    MIXED_LIST = mixed_list;
    NAME_INVALID = name_invalid;
    NESTING_TOO_DEEP = nesting_too_deep;
    PICTURE_ELSEWHERE = picture_elsewhere;
    PICTURE_WITHOUT_WORDS = picture_without_words;
    RAW_HTML = raw_html;
    RESERVED_NAME = reserved_name;
    TYPOGRAPHIC_QUOTES_IN_ATTRIBUTE = typographic_quotes_in_attribute;
    UNCLOSED_COMMENT = unclosed_comment;
    UNCLOSED_FENCE = unclosed_fence;
    UNDEFINED_FOOTNOTE = undefined_footnote;
    UNDEFINED_REFERENCE = undefined_reference;
    UNKNOWN_ATTRIBUTE = unknown_attribute;
    UNUSED_FOOTNOTE = unused_footnote;
    VAGUE_LINK = vague_link;
}
