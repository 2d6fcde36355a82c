//! The checks, one file each: the declaration of the rule and the function that finds it. Each is a
//! judgement whose level a site may set; each looks at the whole guide and changes nothing.
//!
//! And the rules of levels, allowances and themes, which other files find. A text beside each file
//! explains its rule and holds its examples.

use crate::report::rules;

pub mod decision_not_a_question;
pub mod fear_or_promise;
pub mod hard_to_read;
pub mod heading_off_topic;
pub mod item_not_a_question;
pub mod item_too_long;
pub mod item_without_verb;
pub mod large_picture;
pub mod long_paragraph;
pub mod long_sentence;
pub mod passive_item;
pub mod steering_words;
pub mod unexplained_term;
pub mod unmarked_story;
pub mod unused_person;
pub mod unused_role;
pub mod unused_source;
pub mod unused_term;

mod allowance_ended;
mod allowance_unused;
mod rule_fixed;
mod template_failed;
mod template_invalid;
mod unknown_rule;
mod unknown_theme;
mod words_missing;

rules! {
    ALLOWANCE_ENDED = allowance_ended;
    ALLOWANCE_UNUSED = allowance_unused;
    RULE_FIXED = rule_fixed;
    TEMPLATE_FAILED = template_failed;
    TEMPLATE_INVALID = template_invalid;
    UNKNOWN_RULE = unknown_rule;
    UNKNOWN_THEME = unknown_theme;
    WORDS_MISSING = words_missing;
}
