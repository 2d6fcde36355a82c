//! The built-in theme, carried inside the program. The only file that names `include_dir`.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

static PLAIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/plain");

/// Its files by path: `plain/base.html`.
pub(super) fn files() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![&PLAIN];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(format!("plain/{path}"), file.contents().to_vec());
        }
    }
    files
}
