//! The tables that the program writes into the documentation: its keys.

use careguide::parse::fields::{Key, Schema};
use careguide::parse::schema::SCHEMAS;

/// The keys of what is called `what`, in the order in which the program declares them.
pub(crate) fn keys(what: &str) -> String {
    let Some(schema) = SCHEMAS.iter().find(|schema| schema.what == what) else {
        let known: Vec<&str> = SCHEMAS.iter().map(|schema| schema.what).collect();
        panic!("`<!-- keys: {what} -->`: nothing is called so, but {known:?}");
    };
    let mut table = "| Key | What it says | For example |\n|---|---|---|\n".to_owned();
    for key in schema.keys {
        table.push_str(&format!("| `{}` | {} | `{}` |\n", key.name, key.doc, example(schema, key)));
    }
    table
}

/// A key with a value, as one types it: TOML in site.toml, YAML elsewhere.
fn example(schema: &Schema, key: &Key) -> String {
    let is_toml = ["site.toml", "a phase", "the reading level"].contains(&schema.what);
    // `[checks]` and `[[phases]]` are written as they stand.
    if is_toml && key.example.starts_with('[') {
        return key.example.to_owned();
    }
    let assign = if is_toml { " =" } else { ":" };
    format!("{}{assign} {}", key.name, key.example)
}
