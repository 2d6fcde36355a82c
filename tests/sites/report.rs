//! A page of the report as plain text: its tables, row by row.

use super::html::Element;

/// All tables, each below its heading; `None` for a page without one.
pub(crate) fn tables(page: &Element) -> Option<String> {
    let mut out = String::new();
    for section in page.all("section").into_iter().filter(|section| section.find("table").is_some()) {
        out.push_str(&format!("{}\n", section.find("h2").unwrap().text()));
        for words in section.all("p") {
            out.push_str(&format!("  {}\n", words.text()));
        }
        let heads: Vec<String> =
            section.all("thead").iter().flat_map(|head| head.all("th")).map(Element::text).collect();
        for row in section.all("tbody").iter().flat_map(|body| body.all("tr")) {
            let slots = row.all("th").into_iter().chain(row.all("td"));
            for (at, (head, slot)) in heads.iter().zip(slots).enumerate() {
                let points: Vec<String> = slot.all("li").into_iter().map(Element::text).collect();
                let words = if points.is_empty() { slot.text() } else { points.join(" | ") };
                out.push_str(&format!("  {} {head}: {words}\n", if at == 0 { "-" } else { " " }));
            }
        }
        out.push('\n');
    }
    (!out.is_empty()).then(|| out.trim_end().to_owned() + "\n")
}
