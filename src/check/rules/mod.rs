//! The checks, one file each: the declaration of the rule and the function that finds it. Each is a
//! judgement whose level a site may set; each looks at the whole guide and changes nothing.
//!
//! And the rules of levels, allowances and themes, which other files find. A text beside each file
//! explains its rule and holds its examples.

use crate::report::rules;

pub mod answers_alike;
pub mod author_without_role;
pub mod call_without_record;
pub mod cases_not_listed;
pub mod checklist_too_long;
pub mod decision_not_a_question;
pub mod decisions_in_a_circle;
pub mod disclaimer_missing;
pub mod do_not_missing_or_twice;
pub mod due_out_of_order;
pub mod emergency_missing;
pub mod fact_never_asked;
pub mod fear_or_promise;
pub mod finder_leads_nowhere;
pub mod funding_unsaid;
pub mod hard_to_read;
pub mod heading_off_topic;
pub mod interests_unsaid;
pub mod item_not_a_question;
pub mod item_said_twice;
pub mod item_too_long;
pub mod item_without_verb;
pub mod large_picture;
pub mod long_paragraph;
pub mod long_sentence;
pub mod must_without_why;
pub mod no_way_to_say_unsure;
pub mod nobody_named;
pub mod page_dead_end;
pub mod passive_item;
pub mod question_changes_nothing;
pub mod review_due_soon;
pub mod review_overdue;
pub mod reviewer_is_author;
pub mod row_hidden;
pub mod row_never_fits;
pub mod rows_overlap;
pub mod scenario_out_of_reach;
pub mod scenario_test_fails;
pub mod scenario_untested;
pub mod scenarios_alike;
pub mod steering_words;
pub mod table_gap;
pub mod too_many_questions;
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
