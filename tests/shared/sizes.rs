//! How long a test is: sizes stand in `tests/sizes.toml`, and nowhere else.

use std::path::Path;

/// The number behind `key`, in the table that `CAREGUIDE_SIZES` names.
pub(crate) fn size(key: &str) -> usize {
    let sizes = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sizes.toml")).unwrap();
    let table = std::env::var("CAREGUIDE_SIZES").unwrap_or_else(|_| "ci".to_owned());
    let sizes: toml::Table = sizes.parse().unwrap();
    usize::try_from(sizes[&table][key].as_integer().unwrap()).unwrap()
}
