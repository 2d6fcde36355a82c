//! Addresses of pages and files on the site, and how one page links to another.

use std::fmt;
use std::sync::Arc;

/// An address on the site, from its root: `/articles/knee/` (a page) or `/assets/plain.css` (a file).
///
/// Begins with `/`; a page's address ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

/// How links end: for a web server, or for a folder opened from a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// Links to pages end with `/`; a server finds the `index.html`.
    Server,
    /// Links to pages end with `index.html`, so that they work without a server.
    Portable,
}

impl Address {
    /// The page below the given folders: `["articles", "knee"]` is `/articles/knee/`, `[]` is `/`.
    pub fn page<'a>(folders: impl IntoIterator<Item = &'a str>) -> Address {
        let mut address = String::from("/");
        for folder in folders {
            address.push_str(folder);
            address.push('/');
        }
        Address(address.into())
    }

    /// A file at a path without a leading `/`: `assets/plain.css`.
    pub fn file(path: &str) -> Address {
        Address(format!("/{path}").into())
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the bytes of this address lie in the output folder, without a leading `/`.
    pub fn out_path(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if self.0.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }

    /// The relative reference that leads from the page `self` to `target`.
    pub fn href_to(&self, target: &Address, links: Links) -> String {
        let here: Vec<&str> = folders(&self.0).collect();
        let there: Vec<&str> = folders(&target.0).collect();
        let common = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
        let mut href = "../".repeat(here.len() - common);
        for folder in there.iter().skip(common) {
            href.push_str(folder);
            href.push('/');
        }
        let file = target.0.rsplit('/').next().unwrap_or("");
        match (file.is_empty(), links) {
            (false, _) => href.push_str(file),
            (true, Links::Portable) => href.push_str("index.html"),
            (true, Links::Server) if href.is_empty() => href.push_str("./"),
            (true, Links::Server) => {}
        }
        href
    }
}

/// The folders an address lies in: those of `/a/b/` and of `/a/b/file` are `a` and `b`.
fn folders(address: &str) -> impl Iterator<Item = &str> {
    let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.split('/').filter(|part| !part.is_empty())
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_at_every_depth() {
        let home = Address::page([]);
        let knee = Address::page(["articles", "knee"]);
        let hip = Address::page(["articles", "hip"]);
        let css = Address::file("assets/plain.css");
        assert_eq!(home.href_to(&knee, Links::Server), "articles/knee/");
        assert_eq!(knee.href_to(&home, Links::Server), "../../");
        assert_eq!(knee.href_to(&hip, Links::Server), "../hip/");
        assert_eq!(knee.href_to(&knee, Links::Server), "./");
        assert_eq!(knee.href_to(&css, Links::Server), "../../assets/plain.css");
        assert_eq!(knee.href_to(&hip, Links::Portable), "../hip/index.html");
        assert_eq!(home.href_to(&home, Links::Portable), "index.html");
    }
}
