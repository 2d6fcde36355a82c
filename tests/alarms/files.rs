//! Markdown that came with the packages that this program is made of.

use std::path::{Path, PathBuf};
use std::{env, fs};

use walkdir::WalkDir;

/// A file that nobody here wrote.
pub(crate) struct Found {
    /// Its package and its path in it: `toml-1.0.0/README.md`.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Every Markdown file of the packages in `Cargo.lock`, sorted by name.
///
/// Only those: what else lies in the registry's folder differs from machine to machine.
pub(crate) fn all() -> Vec<Found> {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let lock: toml::Table = lock.parse().unwrap();
    let mut packages = Vec::new();
    for package in lock.get("package").and_then(toml::Value::as_array).into_iter().flatten() {
        let get = |key: &str| package.get(key).and_then(toml::Value::as_str);
        if let (Some(name), Some(version), Some(_)) = (get("name"), get("version"), get("source")) {
            packages.push(format!("{name}-{version}"));
        }
    }
    packages.sort();
    let registries = registries();
    let folders = packages.iter().filter_map(|package| {
        let mut places = registries.iter().map(|registry| (registry, registry.join(package)));
        places.find(|(_, folder)| folder.is_dir())
    });
    folders.flat_map(|(registry, folder)| in_folder(registry, &folder)).collect()
}

/// Where cargo keeps the sources of packages, one folder for each registry.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap();
    let entries = fs::read_dir(home.join("registry/src")).unwrap();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn in_folder(registry: &Path, folder: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let is_markdown = entry.path().extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
        if entry.file_type().is_file() && is_markdown {
            let name = entry.path().strip_prefix(registry).unwrap().to_string_lossy().into_owned();
            found.push(Found { name, bytes: fs::read(entry.path()).unwrap() });
        }
    }
    found
}
