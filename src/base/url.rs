//! Addresses on the web. The only file that names `url`.

use url::Url;

/// Whether `text` is a whole http or https address with a host.
pub fn is_web_address(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// Whether `text` is a mail address: `mailto:` and something with an `@`.
pub fn is_mail_address(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| url.scheme() == "mailto" && url.path().contains('@'))
}

/// A site's own address: with a slash at the end, without query and fragment; `None` if it is none.
pub fn base_url(text: &str) -> Option<String> {
    let mut url = Url::parse(text).ok().filter(|_| is_web_address(text))?;
    if url.query().is_some() || url.fragment().is_some() {
        return None;
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Some(url.into())
}

/// The path of a site's own address: `/guide/` of `https://example.org/guide/`.
pub fn path_of(base: &str) -> Option<String> {
    Url::parse(base).ok().map(|url| url.path().to_owned())
}
