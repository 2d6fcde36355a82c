//! The way from an article to the page that compares the options of a decision.

use super::Writer;
use super::escape::escape;

impl Writer<'_> {
    /// A link that says `label`, and under it the options' words.
    pub fn decision_link(&mut self, href: &str, label: &str, options: &[String]) -> String {
        let mut html = String::from("<p class=\"decision-link\"><a href=\"");
        escape(&mut html, href);
        html.push_str("\">");
        escape(&mut html, label);
        html.push_str("</a> <span class=\"decision-options\">");
        escape(&mut html, &options.join(" · "));
        html.push_str("</span></p>\n");
        html
    }
}
