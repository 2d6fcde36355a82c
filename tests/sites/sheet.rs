//! The page of a scenario as plain text: what to read, and the checklist, as a reader gets them.

use super::html::Element;

/// The page, written out; `None` for a page without a checklist.
pub(crate) fn written(page: &Element) -> Option<String> {
    page.find("fieldset")?;
    let mut out = vec![text(page, "h1")];
    for section in page.all("section") {
        let rows = section.all(".choice");
        if !rows.is_empty() {
            out.push(format!("\n{}", text(section, "h2")));
            out.extend(rows.iter().map(|row| format!("  {}", link(row))));
        }
        if let Some(counts) = section.find(".sheet-counts") {
            out.push(format!("\n{}: {}", text(section, "h2"), counts.text()));
            section.all("fieldset").iter().for_each(|phase| written_phase(phase, &mut out));
        }
    }
    Some(out.join("\n") + "\n")
}

fn written_phase(phase: &Element, out: &mut Vec<String>) {
    out.push(format!("\n{}", text(phase, "legend")));
    for item in phase.all(".step") {
        let name = item.attribute("id").unwrap_or("").trim_start_matches("item-");
        out.push(format!("  [ ] {}  ({name})", text(item, ".step-text")));
        let line = [".key", ".who", ".due", ".when"].map(|class| text(item, class));
        let line: Vec<String> = line.into_iter().filter(|words| !words.is_empty()).collect();
        let why = item.find(".why").into_iter().flat_map(|why| why.all("p"));
        let fields: Vec<String> = item.all(".field").iter().map(|field| text(field, "label")).collect();
        let more = item.find(".more").and_then(|more| more.find("a"));
        let mut add = |before: &str, words: String| {
            if !words.is_empty() {
                out.push(format!("      {before}{words}"));
            }
        };
        add("", line.join(" · "));
        why.for_each(|paragraph| add("why: ", paragraph.text()));
        add("room for: ", fields.join(" · "));
        add("", more.map(link).unwrap_or_default());
    }
}

fn link(link: &Element) -> String {
    format!("{} -> {}", link.text(), link.attribute("href").unwrap_or(""))
}

/// The words of the first such element, if there is one.
fn text(element: &Element, wanted: &str) -> String {
    element.find(wanted).map(Element::text).unwrap_or_default()
}
