//! The rules of references: what can be wrong between documents.

use crate::report::{Rule, rules};

rules! {
    SETTINGS_MISSING = Rule::structural("settings-missing", "The site has no site.toml.");
    NAME_USED_TWICE = Rule::structural("name-used-twice", "Two things of one kind have the same name.");
    NAME_AMBIGUOUS = Rule::structural("name-ambiguous", "A name could mean two things.");
    UNKNOWN_NAME = Rule::structural("unknown-name", "A name that nothing has.");
    UNKNOWN_SECTION = Rule::structural("unknown-section", "The metadata names a section that the text lacks.");
    UNKNOWN_OPTION = Rule::structural("unknown-option", "The metadata names an option that the decision lacks.");
    UNKNOWN_ITEM = Rule::structural("unknown-item", "The metadata names an item that the text lacks.");
    UNKNOWN_SOURCE = Rule::structural("unknown-source", "A source is cited that sources.yaml lacks.");
    DEAD_LINK = Rule::structural("dead-link", "A link inside the guide leads nowhere.");
    MISSING_PICTURE = Rule::structural("missing-picture", "A picture is not where the text looks for it.");
    BROKEN_PICTURE = Rule::structural("broken-picture", "A file is not the picture its ending promises.");
    LINK_TO_DRAFT = Rule::structural("link-to-draft", "Something published leads to a draft.");
    ADDRESS_USED_TWICE = Rule::structural("address-used-twice", "Two things want the same address.");
    INCLUDES_CYCLE = Rule::structural("includes-cycle", "Scenarios include each other in a circle.");
    AFTER_CYCLE = Rule::structural("after-cycle", "Items come after each other in a circle.");
    AFTER_LATER_PHASE = Rule::structural("after-later-phase", "An item comes after one of a later phase.");
    AUDIENCE_EMPTY = Rule::structural("audience-empty", "A `for` that names nobody.");
    ITEM_FOR_NOBODY = Rule::structural("item-for-nobody", "An item is on no checklist.");
    CHECKLIST_EMPTY = Rule::structural("checklist-empty", "A scenario has an empty checklist.");
    PHASE_MISSING = Rule::structural("phase-missing", "An item has no phase, in a site with phases.");
    DUE_WITHOUT_VISIT = Rule::structural("due-without-visit", "A `due` in a site without a phase marked as the visit.");
    DUE_WRONG_SIDE = Rule::structural("due-wrong-side", "A `due` before the visit in a phase after it, or the other way round.");
    DECISION_IN_DECISION = Rule::structural("decision-in-decision", "A decision stands inside another one.");
    TOO_FEW_OPTIONS = Rule::structural("too-few-options", "A decision with fewer than two options.");
    OPTION_DEAD_END = Rule::structural("option-dead-end", "An option without a next step, and not marked as an end.");
    STATUS_QUO_MISSING = Rule::structural("status-quo-missing", "A decision does not say which option changes nothing.");
    OPTION_UNNAMED = Rule::structural("option-unnamed", "A heading at the level of the options that is none of them.");
    ASPECT_MISPLACED = Rule::structural("aspect-misplaced", "`{.for}`, `{.against}` or `{.like}` outside an option.");
    PART_WITHOUT_INDEX = Rule::structural("part-without-index", "A folder of articles has no index.md.");
}
