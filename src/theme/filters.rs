//! The filters that templates can use: pure, from words and numbers to words.

use tera::{Kwargs, State, Tera, TeraResult};

use crate::pages::words;

/// Makes the filters known; before any template is added.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill);
    tera.register_filter("counted", counted);
    tera.register_filter("spelled", spelled);
    tera.register_filter("capitalize_first", capitalize_first);
}

/// `"by {date}" | fill(date="May")`: the braces are filled in.
fn fill(text: &str, values: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let values: Vec<(String, String)> =
        values.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    Ok(words::fill(text, &values))
}

/// `2 | counted(one="{n} step", other="{n} steps")`: the form for the number, with the number in figures.
fn counted(number: i64, forms: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let form: &str = forms.must_get(if number == 1 { "one" } else { "other" })?;
    Ok(words::fill(form, &[("n", &number.to_string())]))
}

/// `3 | spelled(numbers=words.numbers)`: the number as a word, if there is one for it.
fn spelled(number: i64, lists: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let numbers: Vec<String> = lists.must_get("numbers")?;
    let word = usize::try_from(number).ok().and_then(|at| numbers.get(at));
    Ok(word.cloned().unwrap_or_else(|| number.to_string()))
}

/// The first letter large, the rest as it is.
fn capitalize_first(text: &str, _: Kwargs, _: &State<'_>) -> TeraResult<String> {
    Ok(crate::markup::text::capitalized(text))
}
