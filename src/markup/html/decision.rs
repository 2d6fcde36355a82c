//! What an article shows of a decision: the way to the page that compares its options, and its table.

use super::Writer;
use super::escape::escape;

/// A decision's table in words: what leads to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteTable {
    /// What it is about.
    pub caption: String,
    /// The heads of its two columns.
    pub heads: [String; 2],
    /// A condition, and what it leads to.
    pub rows: Vec<[String; 2]>,
}

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

    /// The table, readable row by row: each condition is the head of its row.
    pub fn route_table(&mut self, table: &RouteTable) -> String {
        let mut html = String::from("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"");
        escape(&mut html, &table.caption);
        html.push_str("\"><table class=\"route\">\n<caption>");
        escape(&mut html, &table.caption);
        html.push_str("</caption>\n<thead><tr>");
        for head in &table.heads {
            html.push_str("<th scope=\"col\">");
            escape(&mut html, head);
            html.push_str("</th>");
        }
        html.push_str("</tr></thead>\n<tbody>\n");
        for [condition, outcome] in &table.rows {
            html.push_str("<tr><th scope=\"row\">");
            escape(&mut html, condition);
            html.push_str("</th><td>");
            escape(&mut html, outcome);
            html.push_str("</td></tr>\n");
        }
        html.push_str("</tbody></table></div>\n");
        html
    }
}
