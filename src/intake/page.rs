//! What a web page says of itself to machines, where it came along with the text that was copied from it.
//!
//! Browsers put the copied piece alone into the clipboard, in Chromium and Safari without the page's head. Programs on
//! Windows put a few lines before it, of which `SourceURL` is the address of the page; whoever copies a whole page or its
//! source has the head too.

use jiff::civil::Date;
use serde_json::Value as Json;

use super::opening::{opening, outlet, split_outlet, title};
use super::published::find_published;
use crate::value::read_day;

/// What is known of an article before it is annotated.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Details {
    /// What it is called; empty where nothing says so, as the others are.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// Where it is from.
    pub source: String,
    /// When it was published.
    pub published: Option<Date>,
}

/// What the elements of a page hold that is meant for machines.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PageData {
    /// `<title>`
    pub title: String,
    /// `<meta>`: `property`, `name` or `itemprop`, and `content`.
    pub metas: Vec<(String, String)>,
    /// `<script type="application/ld+json">`
    pub linked: Vec<String>,
    /// `<time datetime>`
    pub times: Vec<String>,
    /// `<link rel="canonical">`
    pub canonical: String,
    /// The address in the lines before the HTML.
    pub address: String,
}

impl Details {
    /// What to propose for a text: what its page says, else what the text itself says.
    ///
    /// ```
    /// use newsmark::intake::{Details, PageData};
    /// let page = PageData { title: "Storm hits coast - The Guardian".into(), ..PageData::default() };
    /// let details = Details::proposed("LIMA, July 2, 2024 (AP) — The storm came at night.", Some(&page));
    /// assert_eq!((details.title.as_str(), details.outlet.as_str()), ("Storm hits coast", "The Guardian"));
    /// assert_eq!(details.published.expect("a date").to_string(), "2024-07-02");
    /// ```
    pub fn proposed(text: &str, page: Option<&PageData>) -> Details {
        let said = page.map(Details::of_page).unwrap_or_default();
        let or = |said: String, found: &dyn Fn() -> Option<String>| match said.is_empty() {
            true => found().unwrap_or_default(),
            false => said,
        };
        Details {
            title: or(said.title, &|| title(text)),
            outlet: or(said.outlet, &|| outlet(text)),
            source: or(said.source, &|| address(text)),
            published: said.published.or_else(|| find_published(text).map(|found| found.date)),
        }
    }

    /// What a page says: to search engines first (JSON-LD), then to those who share it (Open Graph), then to people.
    fn of_page(page: &PageData) -> Details {
        let linked: Vec<Json> =
            page.linked.iter().filter_map(|json| serde_json::from_str(json).ok()).collect();
        let article = linked.iter().find_map(|json| article(json, 0));
        let field = |pointer: &str| {
            let found = article.and_then(|article| article.pointer(pointer)?.as_str());
            found.map(str::trim).filter(|text| !text.is_empty())
        };
        let meta = |names: &[&str]| {
            let of = |name: &&str| {
                page.metas
                    .iter()
                    .find(|(own, content)| own.eq_ignore_ascii_case(name) && !content.trim().is_empty())
            };
            names.iter().find_map(of).map(|(_, content)| content.trim())
        };
        let heading = field("/headline").or(meta(&["og:title", "twitter:title", "headline", "dc.title"]));
        let heading =
            heading.or(Some(page.title.trim()).filter(|title| !title.is_empty())).unwrap_or_default();
        let (heading, suffix) = split_outlet(heading).unwrap_or((heading, ""));
        let own = || split_outlet(page.title.trim()).map(|(_, outlet)| outlet);
        let publisher = field("/publisher/name").or(field("/publisher/0/name"));
        let outlet = publisher
            .or(meta(&["og:site_name", "application-name", "dc.publisher"]))
            .or(Some(suffix).filter(|it| !it.is_empty()))
            .or_else(own);
        let day = |text: &str| read_day(text.get(..10)?);
        const DATES: &[&str] = &[
            "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
            "publish-date", "parsely-pub-date", "dc.date", "dc.date.issued", "sailthru.date",
        ];
        let published = field("/datePublished")
            .or(meta(DATES))
            .and_then(day)
            .or_else(|| page.times.iter().find_map(|time| day(time)));
        let source = [
            page.canonical.as_str(),
            meta(&["og:url"]).unwrap_or_default(),
            field("/mainEntityOfPage/@id").unwrap_or_default(),
            field("/mainEntityOfPage").unwrap_or_default(),
            field("/url").unwrap_or_default(),
            &page.address,
        ];
        let is_address = |text: &&str| text.starts_with("https://") || text.starts_with("http://");
        Details {
            title: heading.split_whitespace().collect::<Vec<_>>().join(" "),
            outlet: outlet.unwrap_or_default().to_owned(),
            source: source.into_iter().find(is_address).unwrap_or_default().to_owned(),
            published,
        }
    }
}

/// The object in linked data that tells of an article.
fn article(json: &Json, depth: usize) -> Option<&Json> {
    if depth > 4 {
        return None;
    }
    let is_kind = |kind: &Json| {
        kind.as_str()
            .is_some_and(|kind| kind.contains("Article") || kind.ends_with("Posting") || kind == "Report")
    };
    let kind = json.get("@type");
    if kind
        .is_some_and(|kind| is_kind(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is_kind)))
    {
        return Some(json);
    }
    let inner = json.as_array().or_else(|| json.get("@graph")?.as_array());
    inner?.iter().find_map(|json| article(json, depth + 1))
}

/// The address that a text has on a line of its own before the article.
fn address(text: &str) -> Option<String> {
    let head = &text[..opening(text).body];
    let is_address = |line: &&str| line.contains("://") && !line.contains(char::is_whitespace);
    head.lines().map(str::trim).find(is_address).map(str::to_owned)
}

/// Copied HTML without the lines that Windows puts before it, and the address of the page that those tell.
///
/// ```
/// use newsmark::intake::clipboard_html;
/// let copied = "Version:0.9\r\nStartHTML:0000000105\r\nSourceURL:https://example.org/storm\r\n<html><body>Storm</body></html>";
/// assert_eq!(clipboard_html(copied), ("<html><body>Storm</body></html>", "https://example.org/storm"));
/// assert_eq!(clipboard_html("<p>Storm</p>"), ("<p>Storm</p>", ""));
/// ```
pub fn clipboard_html(html: &str) -> (&str, &str) {
    if !html.starts_with("Version:") {
        return (html, "");
    }
    let (head, body) = html.split_at(html.find('<').unwrap_or(html.len()));
    let address = head.lines().find_map(|line| line.strip_prefix("SourceURL:"));
    (body, address.map_or("", str::trim))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Share\nBarrier vote put off\n\nLIMA, May 2, 2025 (AP) — The council will vote in June on a plan to close the harbour mouth.";

    fn linked(json: &str) -> Details {
        Details::proposed(TEXT, Some(&PageData { linked: vec![json.to_owned()], ..PageData::default() }))
    }

    #[test]
    fn the_page_counts_before_the_text() {
        let details = linked(
            r#"{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
            "headline":"Harbour barrier vote is put off until June","datePublished":"2025-05-03T06:00:00Z",
            "publisher":{"@type":"Organization","name":"The Harbour Times"},"mainEntityOfPage":{"@id":"https://example.org/barrier"}}]}"#,
        );
        assert_eq!(details.title, "Harbour barrier vote is put off until June");
        assert_eq!(details.outlet, "The Harbour Times");
        assert_eq!(details.source, "https://example.org/barrier");
        assert_eq!(details.published.map(|date| date.to_string()).as_deref(), Some("2025-05-03"));
    }

    #[test]
    fn what_the_page_does_not_say_the_text_does() {
        for page in [None, Some(PageData { linked: vec!["{broken".into()], ..PageData::default() })] {
            let details = Details::proposed(TEXT, page.as_ref());
            assert_eq!((details.title.as_str(), details.outlet.as_str()), ("Barrier vote put off", "AP"));
            assert_eq!(details.published.map(|date| date.to_string()).as_deref(), Some("2025-05-02"));
        }
        let metas = [
            ("og:site_name", "Coast Radio"),
            ("article:published_time", "2025-05-04"),
            ("og:url", "file:///etc/hosts"),
        ];
        let metas = metas.map(|(name, content)| (name.to_owned(), content.to_owned())).to_vec();
        let page = PageData { metas, address: "https://example.org/a".into(), ..PageData::default() };
        let details = Details::proposed(TEXT, Some(&page));
        assert_eq!(
            (details.outlet.as_str(), details.source.as_str()),
            ("Coast Radio", "https://example.org/a")
        );
        assert_eq!(details.published.map(|date| date.to_string()).as_deref(), Some("2025-05-04"));
    }
}
