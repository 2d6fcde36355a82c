//! The manifest: what a published folder holds, so that the program knows its own work again.
//!
//! The only file that names `sha2` and `serde_json`. Holds nothing but what the files say: no time, no machine.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::base::Artifact;

/// The manifest's name in the published folder.
pub const MANIFEST: &str = "site-manifest.json";

/// The format that is written, and the newest that is understood.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    generator: &'static str,
    files: Vec<WrittenFile<'a>>,
}

#[derive(Serialize)]
struct WrittenFile<'a> {
    path: &'a str,
    size: usize,
    sha256: String,
}

/// Read alone at first: of a newer format nothing else may be taken for granted.
#[derive(Deserialize)]
struct Header {
    format: u32,
}

#[derive(Deserialize)]
struct Known {
    generator: String,
    files: Vec<KnownFile>,
}

#[derive(Deserialize)]
struct KnownFile {
    path: String,
    #[serde(flatten)]
    sum: Sum,
}

/// What a manifest says of a file's bytes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Sum {
    /// How many there are.
    pub(super) size: u64,
    sha256: String,
}

impl Sum {
    /// Whether these are the bytes it speaks of.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        self.size == bytes.len() as u64 && self.sha256 == sha256(bytes)
    }
}

/// The manifest of these artifacts, in their order.
pub(super) fn write(artifacts: &[&Artifact]) -> Vec<u8> {
    let files = artifacts.par_iter().map(|artifact| WrittenFile {
        path: &artifact.path,
        size: artifact.bytes.len(),
        sha256: sha256(&artifact.bytes),
    });
    let generator = concat!("careguide ", env!("CARGO_PKG_VERSION"));
    let manifest = Written { format: FORMAT, generator, files: files.collect() };
    // Strings and numbers only: there is nothing in it that JSON could not say.
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The files that a manifest names, by path, or why it cannot be trusted.
pub(super) fn read(bytes: &[u8]) -> Result<BTreeMap<String, Sum>, String> {
    let header: Header = serde_json::from_slice(bytes).map_err(|error| format!("is damaged: {error}"))?;
    if header.format != FORMAT {
        return Err(format!("has format {}, and this careguide knows format {FORMAT} only", header.format));
    }
    let known: Known = serde_json::from_slice(bytes).map_err(|error| format!("is damaged: {error}"))?;
    if !known.generator.starts_with("careguide ") {
        return Err(format!("was made by {:?}, not by careguide", known.generator));
    }
    Ok(known.files.into_iter().map(|file| (file.path, file.sum)).collect())
}

/// The first twelve characters of a manifest's SHA-256: what `sha256sum` begins with.
pub(super) fn short(manifest: &[u8]) -> String {
    sha256(manifest).chars().take(12).collect()
}

fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
