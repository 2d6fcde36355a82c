//! A finished page as these tests see it: its parts, read by an HTML parser that knows nothing of our templates.

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// A page, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) lang: String,
    pub(crate) links: Vec<Link>,
    /// Every id with the name of its element.
    pub(crate) ids: Vec<(String, String)>,
    /// Ids that other elements name: `aria-labelledby`, `for` and their like.
    pub(crate) named: Vec<String>,
    /// Levels of headings, in their order.
    pub(crate) headings: Vec<usize>,
    /// What a browser fetches with the page.
    pub(crate) loads: Vec<String>,
    /// Pictures without one of the attributes they need: the picture, and what it lacks.
    pub(crate) poor_pictures: Vec<String>,
    pub(crate) pictures: usize,
    /// What could run, send or restyle.
    pub(crate) active: Vec<String>,
    pub(crate) noindex: bool,
    pub(crate) canonical: Vec<String>,
    /// Where an old address leads.
    pub(crate) moved_to: Option<String>,
}

/// A link that a reader can follow.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) rel: String,
}

/// Elements that run, embed or change where links lead.
const ACTIVE: &[&str] = &["applet", "base", "embed", "frame", "iframe", "object", "script", "style"];

/// Attributes that run, send or restyle; all that begin with `on` do, too.
const ACTIVE_ATTRIBUTES: &[&str] = &["action", "formaction", "ping", "srcdoc", "style"];

/// Attributes whose value a browser fetches.
const FETCHED: &[&str] = &["background", "data", "poster", "src"];

/// Attributes that name ids.
const NAMES: &[&str] = &["aria-controls", "aria-describedby", "aria-labelledby", "for", "headers", "list"];

impl Page {
    pub(crate) fn read(html: &str) -> Page {
        let mut page = Page::default();
        let each = element!("*", |element| {
            page.add(element);
            Ok(())
        });
        rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(each)).unwrap();
        page
    }

    fn add(&mut self, element: &Element<'_, '_>) {
        let tag = element.tag_name();
        let get = |name: &str| element.get_attribute(name).map(|value| decoded(&value));
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), decoded(&attribute.value()));
            match name.as_str() {
                "id" => self.ids.push((value, tag.clone())),
                "srcset" => {
                    let urls = value.split(',').filter_map(|one| one.split_whitespace().next());
                    self.loads.extend(urls.map(str::to_owned));
                }
                name if FETCHED.contains(&name) => self.loads.push(value),
                name if NAMES.contains(&name) => self.named.extend(value.split_whitespace().map(str::to_owned)),
                name if ACTIVE_ATTRIBUTES.contains(&name) || name.starts_with("on") => {
                    self.active.push(format!("attribute {name} of <{tag}>"));
                }
                _ => {}
            }
        }
        if ACTIVE.contains(&tag.as_str()) {
            self.active.push(format!("<{tag}>"));
        }
        match tag.as_str() {
            "html" => self.lang = get("lang").unwrap_or_default(),
            "a" | "area" => {
                self.links.extend(get("href").map(|href| Link { href, rel: get("rel").unwrap_or_default() }))
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.headings.extend(tag.chars().nth(1).and_then(digit)),
            "img" => {
                self.pictures += 1;
                let lacks: Vec<&str> =
                    ["src", "alt", "width", "height"].into_iter().filter(|name| get(name).is_none()).collect();
                if !lacks.is_empty() {
                    self.poor_pictures.push(format!("{} lacks {}", get("src").unwrap_or_default(), lacks.join(", ")));
                }
            }
            "link" => {
                let (rel, href) = (get("rel").unwrap_or_default(), get("href").unwrap_or_default());
                match rel.as_str() {
                    "canonical" => self.canonical.push(href),
                    "alternate" => {}
                    // Style sheets, icons, and whatever else is invented: all of it is fetched.
                    _ => self.loads.push(href),
                }
            }
            "meta" => {
                let content = get("content").unwrap_or_default();
                if get("name").is_some_and(|name| name == "robots") {
                    self.noindex = content.contains("noindex");
                }
                if get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh")) {
                    self.moved_to = Some(content.split_once("url=").map_or(content.clone(), |(_, url)| url.to_owned()));
                }
            }
            _ => {}
        }
    }
}

fn digit(character: char) -> Option<usize> {
    character.to_digit(10).and_then(|digit| usize::try_from(digit).ok())
}

/// An attribute's value with its character references read.
fn decoded(value: &str) -> String {
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    references.iter().fold(value.to_owned(), |text, (from, to)| text.replace(from, to))
}
