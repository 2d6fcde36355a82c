//! robots.txt: everything may be read; the sitemap, if there is one.

use crate::base::Artifact;
use crate::pages::Plan;

/// The file.
pub(super) fn robots(plan: &Plan<'_>) -> Option<Artifact> {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &plan.form().base_url {
        text.push_str(&format!("\nSitemap: {base}sitemap.xml\n"));
    }
    Some(Artifact { path: "robots.txt".to_owned(), bytes: text.into_bytes().into() })
}
