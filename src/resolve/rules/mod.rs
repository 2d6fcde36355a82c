//! The rules of references: what can be wrong between documents.
//!
//! Each stands in a file of its own, with a text beside it that explains it and holds its examples.

use crate::report::rules;

mod address_used_twice;
mod after_cycle;
mod after_later_phase;
mod asked_when_order;
mod aspect_misplaced;
mod audience_empty;
mod broken_picture;
mod checklist_empty;
mod dead_link;
mod decision_in_decision;
mod due_without_visit;
mod due_wrong_side;
mod finder_too_large;
mod finder_without_facts;
mod given_impossible;
mod includes_cycle;
mod item_for_nobody;
mod item_left_out;
mod link_to_draft;
mod missing_picture;
mod name_ambiguous;
mod name_used_twice;
mod option_dead_end;
mod option_unnamed;
mod part_without_index;
mod phase_missing;
mod settings_missing;
mod status_quo_missing;
mod too_few_options;
mod too_many_cases;
mod unknown_fact_value;
mod unknown_item;
mod unknown_name;
mod unknown_option;
mod unknown_section;
mod unknown_source;

rules! {
    ADDRESS_USED_TWICE = address_used_twice;
    AFTER_CYCLE = after_cycle;
    AFTER_LATER_PHASE = after_later_phase;
    ASKED_WHEN_ORDER = asked_when_order;
    ASPECT_MISPLACED = aspect_misplaced;
    AUDIENCE_EMPTY = audience_empty;
    BROKEN_PICTURE = broken_picture;
    CHECKLIST_EMPTY = checklist_empty;
    DEAD_LINK = dead_link;
    DECISION_IN_DECISION = decision_in_decision;
    DUE_WITHOUT_VISIT = due_without_visit;
    DUE_WRONG_SIDE = due_wrong_side;
    FINDER_TOO_LARGE = finder_too_large;
    FINDER_WITHOUT_FACTS = finder_without_facts;
    GIVEN_IMPOSSIBLE = given_impossible;
    INCLUDES_CYCLE = includes_cycle;
    ITEM_FOR_NOBODY = item_for_nobody;
    ITEM_LEFT_OUT = item_left_out;
    LINK_TO_DRAFT = link_to_draft;
    MISSING_PICTURE = missing_picture;
    NAME_AMBIGUOUS = name_ambiguous;
    NAME_USED_TWICE = name_used_twice;
    OPTION_DEAD_END = option_dead_end;
    OPTION_UNNAMED = option_unnamed;
    PART_WITHOUT_INDEX = part_without_index;
    PHASE_MISSING = phase_missing;
    SETTINGS_MISSING = settings_missing;
    STATUS_QUO_MISSING = status_quo_missing;
    TOO_FEW_OPTIONS = too_few_options;
    TOO_MANY_CASES = too_many_cases;
    UNKNOWN_FACT_VALUE = unknown_fact_value;
    UNKNOWN_ITEM = unknown_item;
    UNKNOWN_NAME = unknown_name;
    UNKNOWN_OPTION = unknown_option;
    UNKNOWN_SECTION = unknown_section;
    UNKNOWN_SOURCE = unknown_source;
}
