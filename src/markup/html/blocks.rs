//! Blocks: headings, paragraphs, lists, tables, callouts, and the strip of steps.

use super::escape::escape;
use super::inlines::{Links, wrap, write_picture};
use super::{Scope, Writer};
use crate::markup::{Alignment, Block, Callout, Heading, Inline, Item, List, Picture, Table};

impl Writer<'_> {
    pub(super) fn write_blocks(&mut self, html: &mut String, blocks: &[Block], scope: &Scope<'_>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(html, heading, scope),
                Block::Paragraph(text) => {
                    self.line(html, "p", text, scope);
                    html.push('\n');
                }
                Block::Plain(text) => self.write_inlines(html, text, Links::WithTerms, scope),
                Block::List(list) => self.list(html, list, scope),
                Block::Items(items) => self.items(html, items, scope),
                Block::Quote(inner) => {
                    html.push_str("<blockquote>\n");
                    self.write_blocks(html, inner, scope);
                    html.push_str("</blockquote>\n");
                }
                Block::Callout(kind, inner) => self.callout(html, *kind, inner, scope),
                Block::Code { language, text } => code(html, language, text),
                Block::Table(table) => self.table(html, table, scope),
                Block::Definitions(definitions) => {
                    html.push_str("<dl>\n");
                    for definition in definitions {
                        self.line(html, "dt", &definition.title, scope);
                        html.push('\n');
                        for detail in &definition.details {
                            wrap(html, "dd", |html| self.write_blocks(html, detail, scope));
                            html.push('\n');
                        }
                    }
                    html.push_str("</dl>\n");
                }
                Block::Figure(picture) => figure(html, picture, scope),
                Block::Break => html.push_str("<hr>\n"),
            }
        }
    }

    fn line(&mut self, html: &mut String, element: &str, text: &[Inline], scope: &Scope<'_>) {
        wrap(html, element, |html| self.write_inlines(html, text, Links::WithTerms, scope));
    }

    fn heading(&mut self, html: &mut String, heading: &Heading, scope: &Scope<'_>) {
        let level = i16::from(heading.level) + i16::from(self.shift);
        let level = level.clamp(1, 6);
        html.push_str(&format!("<h{level} id=\"{}\">", heading.anchor));
        self.write_inlines(html, &heading.text, Links::Written, scope);
        html.push_str(&format!("</h{level}>\n"));
    }

    fn list(&mut self, html: &mut String, list: &List, scope: &Scope<'_>) {
        let element = if list.start.is_some() { "ol" } else { "ul" };
        match list.start {
            None | Some(1) => html.push_str(&format!("<{element}>\n")),
            Some(start) => html.push_str(&format!("<ol start=\"{start}\">\n")),
        }
        for point in &list.points {
            html.push_str("<li>");
            for (at, block) in point.iter().enumerate() {
                let is_plain = matches!(block, Block::Plain(_));
                if !is_plain && (at == 0 || !html.ends_with('\n')) {
                    html.push('\n');
                }
                self.write_blocks(html, std::slice::from_ref(block), scope);
            }
            html.push_str("</li>\n");
        }
        html.push_str(&format!("</{element}>\n"));
    }

    /// The strip of steps that an article shows where its checklist's items stand.
    fn items(&mut self, html: &mut String, items: &[Item], scope: &Scope<'_>) {
        html.push_str("<div class=\"strip\"><p class=\"strip-count\">");
        escape(html, &(scope.items_caption)(items.len()));
        html.push_str("</p><ul class=\"strip-steps\">");
        for item in items {
            let line = (scope.item)(item);
            html.push_str("<li id=\"item-");
            escape(html, &line.name);
            html.push_str("\">");
            if line.key {
                html.push_str("<span class=\"key\">");
                escape(html, &self.labels.key_step);
                html.push_str("</span> ");
            }
            if let Some(who) = &line.who {
                html.push_str("<span class=\"strip-who\">");
                escape(html, who);
                html.push_str("</span> ");
            }
            html.push_str("<span class=\"strip-text\">");
            if let Some(refrain) = &line.refrain {
                escape(html, refrain);
                html.push(' ');
            }
            self.write_inlines(html, &item.text, Links::WithTerms, scope);
            html.push_str("</span>");
            if !item.why.is_empty() {
                html.push_str("<div class=\"strip-why\">");
                self.write_blocks(html, &item.why, scope);
                html.push_str("</div>");
            }
            html.push_str("</li>");
        }
        html.push_str("</ul></div>\n");
    }

    fn callout(&mut self, html: &mut String, kind: Callout, inner: &[Block], scope: &Scope<'_>) {
        let (class, label) = match kind {
            Callout::Note => ("note", &self.labels.note),
            Callout::Tip => ("tip", &self.labels.tip),
            Callout::Important => ("important", &self.labels.important),
            Callout::Warning => ("warning", &self.labels.warning),
            Callout::Caution => ("caution", &self.labels.caution),
        };
        self.callouts += 1;
        let id = format!("cg-note-{}", self.callouts);
        html.push_str(&format!("<div class=\"callout callout-{class}\" role=\"note\" aria-labelledby=\"{id}\">"));
        html.push_str(&format!("<div class=\"callout-label\" id=\"{id}\">"));
        escape(html, label);
        html.push_str("</div>\n");
        self.write_blocks(html, inner, scope);
        html.push_str("</div>\n");
    }

    fn table(&mut self, html: &mut String, table: &Table, scope: &Scope<'_>) {
        self.tables += 1;
        html.push_str("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"");
        escape(html, &self.labels.table);
        if self.tables > 1 {
            // Regions of one page need different names.
            html.push_str(&format!(" {}", self.tables));
        }
        html.push_str("\"><table>\n<thead>\n");
        self.row(html, &table.head, "th", &table.alignments, scope);
        html.push_str("</thead>\n");
        if !table.rows.is_empty() {
            html.push_str("<tbody>\n");
            for row in &table.rows {
                self.row(html, row, "td", &table.alignments, scope);
            }
            html.push_str("</tbody>\n");
        }
        html.push_str("</table></div>\n");
    }

    fn row(&mut self, html: &mut String, cells: &[Vec<Inline>], element: &str, set: &[Alignment], scope: &Scope<'_>) {
        html.push_str("<tr>");
        for (at, cell) in cells.iter().enumerate() {
            // An empty corner heads nothing.
            let element = if cell.is_empty() { "td" } else { element };
            html.push_str(&format!("<{element}"));
            if element == "th" {
                html.push_str(" scope=\"col\"");
            }
            match set.get(at) {
                Some(Alignment::Center) => html.push_str(" class=\"align-center\""),
                Some(Alignment::Right) => html.push_str(" class=\"align-right\""),
                Some(Alignment::Left) => html.push_str(" class=\"align-left\""),
                Some(Alignment::None) | None => {}
            }
            html.push('>');
            self.write_inlines(html, cell, Links::WithTerms, scope);
            html.push_str(&format!("</{element}>"));
        }
        html.push_str("</tr>\n");
    }
}

fn code(html: &mut String, language: &str, text: &str) {
    html.push_str("<pre tabindex=\"0\"><code");
    if !language.is_empty() {
        html.push_str(" class=\"language-");
        escape(html, language);
        html.push('"');
    }
    html.push('>');
    escape(html, text);
    html.push_str("</code></pre>\n");
}

fn figure(html: &mut String, picture: &Picture, scope: &Scope<'_>) {
    html.push_str("<figure>");
    write_picture(html, picture, scope, false);
    if let Some(caption) = &picture.caption {
        wrap(html, "figcaption", |html| escape(html, caption));
    }
    html.push_str("</figure>\n");
}
