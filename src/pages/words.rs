//! The words of the interface, in the language of the page.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::base::listed::listed;
use crate::markup::html::Labels;

/// The interface words of one language, as the theme gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Single words and sentences, by key; `{braces}` are filled in.
    pub texts: BTreeMap<String, String>,
    /// Lists, by key: numbers in words, the months.
    pub lists: BTreeMap<String, Vec<String>>,
}

/// The keys that pages are made with; templates use more.
pub const NEEDED: &[&str] = &[
    "start",
    "menu_situations",
    "menu_guide",
    "menu_words",
    "menu_sources",
    "title_parts",
    "summary_parts",
    "title_scenarios",
    "summary_scenarios",
    "title_finder",
    "title_glossary",
    "summary_glossary",
    "title_sources",
    "summary_sources",
    "finder_lead",
    "finder_go",
    "finder_only",
    "finder_first_one",
    "finder_first_other",
    "finder_last",
    "finder_more_one",
    "finder_more_other",
    "finder_yes",
    "finder_no",
    "found_one",
    "found_other",
    "found_note_one",
    "found_note_other",
    "found_none",
    "found_none_note",
    "route_see",
    "route_option",
    "route_options",
    "route_first",
    "route_head_if",
    "route_head_see",
    "route_head_option",
    "route_otherwise",
    "title_404",
    "summary_404",
    "source_number",
    "footnote",
    "footnotes",
    "footnote_back",
    "table",
    "callout_note",
    "callout_tip",
    "callout_important",
    "callout_warning",
    "callout_caution",
    "key_step",
    "strip_one",
    "strip_other",
    "compare_one",
    "compare_other",
    "list_comma",
    "list_and",
    "list_or",
    "quoted",
    "only_if",
    "only_if_answer",
    "not_if",
    "condition_and",
    "condition_or",
    "condition_answer",
    "condition_not",
    "condition_always",
    "condition_either",
    "condition_both",
    "condition_all_of",
    "condition_group",
    "who_ask",
    "who_call",
    "who_get",
    "who_bring",
    "due_within_days_one",
    "due_within_days_other",
    "due_within_weeks_one",
    "due_within_weeks_other",
    "due_before_days_one",
    "due_before_days_other",
    "due_before_weeks_one",
    "due_before_weeks_other",
    "field_name",
    "field_phone",
    "field_date",
    "field_answer",
    "field_said",
    "do_not",
    "date",
    "date_month",
];
/// The lists that pages are made with.
pub const NEEDED_LISTS: &[&str] = &["numbers", "months", "do_not_forms"];

impl Words {
    /// A list, empty if the theme does not give it.
    pub fn list_of(&self, key: &str) -> &[String] {
        self.lists.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The words of a key. The theme has every needed key, so there is no fallback but the key itself.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// The words of a key with its `{braces}` filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// One or several: the words of `key_one` or `key_other` with the number, as a word up to twelve.
    pub fn counted(&self, key: &str, number: usize) -> String {
        let form = if number == 1 { "one" } else { "other" };
        self.fill(&format!("{key}_{form}"), &[("n", &self.spelled(number))])
    }

    /// One or several, with the number in figures.
    pub fn counted_in_figures(&self, key: &str, number: usize) -> String {
        let form = if number == 1 { "one" } else { "other" };
        self.fill(&format!("{key}_{form}"), &[("n", &number.to_string())])
    }

    /// A number as a word, if there is one for it, else in figures.
    pub fn spelled(&self, number: usize) -> String {
        let word = self.lists.get("numbers").and_then(|numbers| numbers.get(number));
        word.cloned().unwrap_or_else(|| number.to_string())
    }

    /// A date as the language writes it.
    pub fn date(&self, date: Date) -> String {
        self.fill(
            "date",
            &[("day", &date.day().to_string()), ("month", self.month_name(date)), ("year", &date.year().to_string())],
        )
    }

    /// The month of a date, with its year.
    pub fn month(&self, date: Date) -> String {
        self.fill("date_month", &[("month", self.month_name(date)), ("year", &date.year().to_string())])
    }

    fn month_name(&self, date: Date) -> &str {
        let month = usize::try_from(date.month()).unwrap_or(1).saturating_sub(1);
        self.lists.get("months").and_then(|months| months.get(month)).map_or("", String::as_str)
    }

    /// "a, b and c"
    pub fn list(&self, words: &[String]) -> String {
        listed(words, self.text("list_comma"), self.text("list_and"))
    }

    /// The words that the HTML of a body needs.
    pub fn labels(&self) -> Labels {
        let text = |key| self.text(key).to_owned();
        Labels {
            source: text("source_number"),
            footnote: text("footnote"),
            footnotes: text("footnotes"),
            back_to_text: text("footnote_back"),
            note: text("callout_note"),
            tip: text("callout_tip"),
            important: text("callout_important"),
            warning: text("callout_warning"),
            caution: text("callout_caution"),
            table: text("table"),
            key_step: text("key_step"),
        }
    }
}

/// `text` with its `{braces}` filled in.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (key, value) in values {
        filled = filled.replace(&format!("{{{key}}}"), value);
    }
    filled
}
