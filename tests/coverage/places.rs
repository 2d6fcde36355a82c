//! Places in the guide, as docs/coverage.md names them, and what is read there: a path (`content/….md`, with the
//! name of a section if one is meant), or what it is and its name (`item q-how-long`).

use careguide::guide::{Guide, Outcome};
use careguide::markup::text::{plain, plain_blocks};
use careguide::markup::{Body, sections};

/// What is read at a place, or why nothing is.
pub(crate) fn text(guide: &Guide, place: &str) -> Result<String, String> {
    if place.starts_with("content/") {
        return page(guide, place);
    }
    let (kind, name) = place.split_once(' ').ok_or_else(|| format!("`{place}` is no place"))?;
    let found = match kind {
        "item" => item(guide, name),
        "decision" => decision(guide, name),
        "scenario" => {
            let found = guide.scenarios.iter().find(|scenario| scenario.name.as_str() == name);
            found.map(|scenario| {
                format!("{}\n{}\n{}", scenario.title, scenario.summary, plain_blocks(&scenario.prose.body.blocks))
            })
        }
        "term" => {
            let found = guide.terms.iter().find(|term| term.name.as_str() == name);
            found.map(|term| format!("{}\n{}", plain(&term.title), plain_blocks(&term.meaning)))
        }
        "role" => {
            let found = guide.roles.iter().find(|role| role.name.as_str() == name);
            found.map(|role| format!("{}\n{}", role.value.one, role.value.what.as_deref().unwrap_or_default()))
        }
        "fact" => {
            let found = guide.facts.iter().find(|fact| fact.name.as_str() == name);
            found.map(|fact| {
                let labels: Vec<&str> = fact.values.iter().map(|value| value.label.as_str()).collect();
                format!("{}\n{}", fact.ask, labels.join("\n"))
            })
        }
        _ => return Err(format!("`{place}` is no kind of place")),
    };
    found.ok_or_else(|| format!("there is no {kind} `{name}`"))
}

/// The words of an item that stands on a checklist, and of its reason.
fn item(guide: &Guide, name: &str) -> Option<String> {
    let lines = guide.scenarios.iter().flat_map(|scenario| &scenario.checklist).flat_map(|(_, lines)| lines);
    let item = lines.map(|line| guide.item(line.item)).find(|item| item.name.as_str() == name)?;
    Some(format!("{}\n{}", plain(&item.text), plain_blocks(&item.why)))
}

/// The words of a decision, of all its options, and whom its table names.
fn decision(guide: &Guide, name: &str) -> Option<String> {
    let decision = guide.decisions.iter().find(|decision| decision.name.as_str() == name)?;
    let mut text = plain(&decision.title);
    for option in &decision.options {
        for words in [plain(&option.title), plain_blocks(&option.what), plain_blocks(&option.good)] {
            text.push_str(&format!("\n{words}"));
        }
        text.push_str(&format!("\n{}\n{}", plain_blocks(&option.hard), plain_blocks(&option.like)));
    }
    for row in decision.route.iter().flat_map(|route| &route.rows) {
        if let Outcome::See(roles) = &row.then {
            let names = roles.iter().map(|role| guide.role(*role).value.one.as_str());
            text.extend(names.flat_map(|name| ["\n", name]));
        }
    }
    Some(text)
}

/// The words of a page, or of one of its sections.
fn page(guide: &Guide, place: &str) -> Result<String, String> {
    let (path, anchor) = place.split_once('#').map_or((place, None), |(path, anchor)| (path, Some(anchor)));
    let (title, body) = pages(guide)
        .into_iter()
        .find(|(of, ..)| of == path)
        .map(|(_, title, body)| (title, body))
        .ok_or_else(|| format!("`{path}` is no page of the guide"))?;
    let Some(anchor) = anchor else { return Ok(format!("{title}\n{}", plain_blocks(&body.blocks))) };
    let named =
        |at: &usize| sections::heading_at(&body.blocks, *at).is_some_and(|heading| heading.anchor.as_str() == anchor);
    let at = (0..body.blocks.len()).find(named).ok_or_else(|| format!("`{path}` has no section `{anchor}`"))?;
    let heading = sections::heading_at(&body.blocks, at).map(|heading| plain(&heading.text)).unwrap_or_default();
    Ok(format!("{heading}\n{}", plain_blocks(sections::section(&body.blocks, at))))
}

/// The pages that have words of their own, each with its path, its title and summary, and its words.
fn pages(guide: &Guide) -> Vec<(String, String, &Body)> {
    let lead = |title: &str, summary: Option<&str>| format!("{title}\n{}", summary.unwrap_or_default());
    let mut all = Vec::new();
    for article in guide.articles.iter().filter(|article| article.is_listed()) {
        all.push((&article.prose, lead(&article.title, Some(&article.summary))));
    }
    for scenario in guide.scenarios.iter().filter(|scenario| !scenario.unlisted) {
        all.push((&scenario.prose, lead(&scenario.title, Some(&scenario.summary))));
    }
    for page in guide.pages.iter().filter(|page| !page.unlisted) {
        all.push((&page.prose, lead(&page.title, page.summary.as_deref())));
    }
    all.extend(guide.parts.iter().map(|part| (&part.prose, lead(&part.title, part.summary.as_deref()))));
    all.extend(guide.home.iter().map(|home| (&home.prose, lead(&home.title, home.summary.as_deref()))));
    all.into_iter().map(|(prose, lead)| (prose.targets.path.to_string(), lead, &*prose.body)).collect()
}

/// What no list of points may forget.
pub(crate) fn to_be_named(guide: &Guide) -> Vec<String> {
    let scenarios = guide.scenarios.iter().map(|scenario| format!("scenario {}", scenario.name.as_str()));
    let decisions = guide.decisions.iter().map(|decision| format!("decision {}", decision.name.as_str()));
    let roles = guide.roles.iter().map(|role| format!("role {}", role.name.as_str()));
    scenarios.chain(decisions).chain(roles).collect()
}
