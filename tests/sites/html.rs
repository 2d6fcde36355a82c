//! A page as a browser reads it: a tree of elements and text, made by the parser `lol_html`.

use std::cell::RefCell;
use std::rc::Rc;

use lol_html::{RewriteStrSettings, doc_text, element, rewrite_str};

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    inside: Vec<Inside>,
}

#[derive(Debug)]
enum Inside {
    Element(Element),
    Text(String),
}

/// The page; its outermost element has no name.
pub(crate) fn read(page: &str) -> Element {
    let open = Rc::new(RefCell::new(vec![Element::default()]));
    let (begins, texts) = (open.clone(), open.clone());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("*", move |element| {
            let attributes = element.attributes().iter().map(|one| (one.name(), decoded(&one.value()))).collect();
            let found = Element { tag: element.tag_name(), attributes, inside: Vec::new() };
            if !element.can_have_content() {
                begins.borrow_mut().last_mut().unwrap().inside.push(Inside::Element(found));
                return Ok(());
            }
            begins.borrow_mut().push(found);
            let ends = begins.clone();
            element.on_end_tag(lol_html::end_tag!(move |_| {
                let done = ends.borrow_mut().pop().unwrap();
                ends.borrow_mut().last_mut().unwrap().inside.push(Inside::Element(done));
                Ok(())
            }))?;
            Ok(())
        }))
        .append_document_content_handler(doc_text!(move |text| {
            texts.borrow_mut().last_mut().unwrap().inside.push(Inside::Text(decoded(text.as_str())));
            Ok(())
        }));
    rewrite_str(page, settings).unwrap();
    let mut open = open.borrow_mut();
    assert_eq!(open.len(), 1, "an element is never closed: {:?}", open.last().map(|element| &element.tag));
    open.pop().unwrap()
}

/// The few entities that pages are written with.
fn decoded(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    text.replace("&#x27;", "'").replace("&#x2F;", "/").replace("&amp;", "&")
}

impl Element {
    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All elements inside that are called `tag`, or have it as a `.class`, in the order of the page.
    pub(crate) fn all(&self, wanted: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        for inside in &self.inside {
            if let Inside::Element(element) = inside {
                if element.is(wanted) {
                    found.push(element);
                }
                found.extend(element.all(wanted));
            }
        }
        found
    }

    /// The first of them.
    pub(crate) fn find(&self, wanted: &str) -> Option<&Element> {
        self.all(wanted).into_iter().next()
    }

    fn is(&self, wanted: &str) -> bool {
        match wanted.strip_prefix('.') {
            Some(class) => self.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class)),
            None => self.tag == wanted,
        }
    }

    /// The words inside that are read out, with one space for each run of white space.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn collect(&self, text: &mut String) {
        for inside in &self.inside {
            match inside {
                Inside::Text(words) => text.push_str(words),
                Inside::Element(element) if element.attribute("aria-hidden") == Some("true") => {}
                Inside::Element(element) => element.collect(text),
            }
        }
    }
}
