//! sitemap.xml: the pages that search engines may list. Only with a base URL: it needs whole addresses.

use crate::base::Artifact;
use crate::markup::html::escaped;
use crate::pages::{Plan, is_indexed};

/// The file.
pub(super) fn sitemap(plan: &Plan<'_>) -> Option<Artifact> {
    let base = plan.form().base_url.as_deref()?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (address, kind) in plan.pages() {
        if is_indexed(plan, *kind) {
            let whole = format!("{base}{}", address.as_str().trim_start_matches('/'));
            xml.push_str(&format!("<url><loc>{}</loc></url>\n", escaped(&whole)));
        }
    }
    xml.push_str("</urlset>\n");
    Some(Artifact { path: "sitemap.xml".to_owned(), bytes: xml.into_bytes().into() })
}
