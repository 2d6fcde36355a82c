//! Files of the site that are not pages, one file for each format.
//!
//! Each export is a pure function of the plan; `None` where the site has no use for it.

mod robots;
mod sitemap;

use crate::base::Artifact;
use crate::pages::Plan;

/// All exports.
pub static EXPORTS: &[fn(&Plan<'_>) -> Option<Artifact>] = &[robots::robots, sitemap::sitemap];

/// The exports of a guide.
pub fn all(plan: &Plan<'_>) -> Vec<Artifact> {
    EXPORTS.iter().filter_map(|export| export(plan)).collect()
}
