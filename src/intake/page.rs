//! What a web page says of itself to machines, where it came along with the text that was copied from it.
//!
//! Browsers put the copied piece alone into the clipboard, in Chromium and Safari without the page's head. Programs on
//! Windows put a few lines before it, of which `SourceURL` is the address of the page; whoever copies a whole page or its
//! source has the head too.

use jiff::civil::Date;
use serde_json::Value as Json;

use super::opening::{is_role, is_section, opening, outlet, split_outlet, title};
use super::published::find_published;
use crate::value::read_day;

/// What is known of an article before it is annotated.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Details {
    /// What it is called; empty where nothing says so, as the others are.
    pub title: String,
    /// Who published it.
    pub outlet: String,
    /// Who wrote it: "Ada Byron and Jo Park".
    pub byline: String,
    /// Where it is from.
    pub source: String,
    /// When it was published.
    pub published: Option<Date>,
    /// Where of the page each of these was found.
    pub found: Vec<(Detail, PagePart)>,
}

/// A detail of an article that its page may tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Detail {
    /// What it is called.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Byline,
    /// Where it is from.
    Source,
    /// When it was published.
    Published,
}

/// Where a page tells it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PagePart {
    /// What it says to search engines (JSON-LD, schema.org).
    Linked,
    /// What it says to those who share it (Open Graph and its like).
    Meta,
    /// Its title.
    Title,
    /// A `<time>` in it.
    Time,
    /// Its canonical address.
    Canonical,
    /// The address under which it was opened.
    Address,
    /// What people read.
    Text,
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
    /// The address in the lines before the HTML, or of the tab that it was taken from.
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
            ..said
        }
    }

    /// What a page says: to search engines first (JSON-LD), then to those who share it (Open Graph), then to people.
    fn of_page(page: &PageData) -> Details {
        let linked: Vec<Json> =
            page.linked.iter().filter_map(|json| serde_json::from_str(json).ok()).collect();
        let article = linked.iter().find_map(|json| article(json, 0));
        let field = |pointer: &str| {
            let found = article.and_then(|article| article.pointer(pointer)?.as_str());
            found.map(unescape).filter(|text| !text.is_empty())
        };
        let meta = |names: &[&str]| {
            let of = |name: &&str| {
                page.metas
                    .iter()
                    .find(|(own, content)| own.eq_ignore_ascii_case(name) && !content.trim().is_empty())
            };
            names.iter().find_map(of).map(|(_, content)| content.trim())
        };
        let mut found = Vec::new();
        // The first of several places that says anything.
        let mut first = |detail: Detail, said: &[(PagePart, Option<&str>)]| {
            let (part, text) =
                said.iter().find_map(|(part, text)| Some((*part, text.filter(|text| !text.is_empty())?)))?;
            found.push((detail, part));
            Some(text.to_owned())
        };
        let heading = first(
            Detail::Title,
            &[
                (PagePart::Linked, field("/headline").as_deref()),
                (PagePart::Meta, meta(&["og:title", "twitter:title", "headline", "dc.title"])),
                (PagePart::Text, meta(&["newsmark:heading"])),
                (PagePart::Title, Some(page.title.trim())),
            ],
        )
        .unwrap_or_default();
        let (heading, suffix) = split_outlet(&heading).unwrap_or((&heading, ""));
        let seen = meta(&["newsmark:heading"]);
        // What people see as the headline stands there with the outlet behind a sign that need not be one.
        let heading = seen.filter(|seen| beside(heading, seen).is_some()).unwrap_or(heading);
        let beside = [Some(heading), seen].into_iter().flatten().find_map(|head| beside(&page.title, head));
        // "The Coast Courier - Local News" is no headline with an outlet, but an outlet with a section.
        let split = split_outlet(page.title.trim());
        let own = beside.or_else(|| split.map(|(head, name)| if is_section(name) { head } else { name }));
        let outlet = first(
            Detail::Outlet,
            &[
                (PagePart::Linked, field("/publisher/name").or(field("/publisher/0/name")).as_deref()),
                (PagePart::Meta, meta(&["og:site_name", "application-name", "dc.publisher"])),
                (PagePart::Title, Some(suffix).filter(|it| !it.is_empty()).or(own)),
                (PagePart::Text, meta(&["newsmark:site"])),
            ],
        )
        .unwrap_or_default();
        let authors = article.and_then(|article| authors(article.get("author")?));
        // An outlet is no person, and neither is a number or an address.
        let is_person =
            |name: &String| *name != outlet && !is_address(name) && name.chars().any(char::is_alphabetic);
        let metas =
            meta(&["author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author"]);
        let byline = first(
            Detail::Byline,
            &[
                (PagePart::Linked, authors.map(|it| bare_byline(&it)).filter(is_person).as_deref()),
                (PagePart::Meta, metas.map(bare_byline).filter(is_person).as_deref()),
                (PagePart::Text, meta(&["newsmark:byline"]).map(bare_byline).filter(is_person).as_deref()),
            ],
        )
        .unwrap_or_default();
        const DATES: &[&str] = &[
            "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
            "publish-date", "parsely-pub-date", "dc.date", "dc.date.issued", "sailthru.date",
        ];
        let day = |text: &str| read_day(text.trim().get(..10)?);
        let time = page.times.iter().find(|time| day(time).is_some());
        let published = first(
            Detail::Published,
            &[
                (PagePart::Linked, field("/datePublished").filter(|text| day(text).is_some()).as_deref()),
                (PagePart::Meta, meta(DATES).filter(|text| day(text).is_some())),
                (PagePart::Time, time.map(String::as_str)),
            ],
        )
        .and_then(|text| day(&text));
        let page_of = |text: Option<&'_ str>| {
            // Some sites call their front page the address of every article.
            text.map(str::trim)
                .filter(|text| is_address(text) && !is_front(text, &page.address))
                .map(str::to_owned)
        };
        let linked = ["/mainEntityOfPage/@id", "/mainEntityOfPage", "/url"];
        let linked = linked.iter().find_map(|pointer| page_of(field(pointer).as_deref()));
        let source = first(
            Detail::Source,
            &[
                (PagePart::Canonical, page_of(Some(&page.canonical)).as_deref()),
                (PagePart::Meta, page_of(meta(&["og:url"])).as_deref()),
                (PagePart::Linked, linked.as_deref()),
                (PagePart::Address, Some(page.address.as_str()).filter(|text| is_address(text))),
            ],
        )
        .unwrap_or_default();
        Details {
            title: heading.split_whitespace().collect::<Vec<_>>().join(" "),
            outlet,
            byline,
            source,
            published,
            found,
        }
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// Whether an address is that of a site's front page, where the page that was opened, at `opened`, is another one.
fn is_front(address: &str, opened: &str) -> bool {
    let path = |address: &str| {
        let behind = address.split_once("://").map_or(address, |(_, rest)| rest);
        let path = behind.split_once('/').map_or("", |(_, path)| path);
        path.split(['?', '#']).next().unwrap_or_default().to_owned()
    };
    path(address).is_empty() && !path(opened).is_empty()
}

/// The names in linked data of who wrote an article.
fn authors(json: &Json) -> Option<String> {
    let name = |json: &Json| {
        let name = json.as_str().or_else(|| json.get("name")?.as_str())?.trim();
        (!name.is_empty() && !is_address(name)).then(|| name.to_owned())
    };
    let mut names: Vec<String> = match json {
        Json::Array(several) => several.iter().filter_map(name).collect(),
        one => name(one).into_iter().collect(),
    };
    names.dedup();
    let last = names.pop()?;
    Some(if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) })
}

/// The names of a byline, without the word that begins it and without what stands behind them: a date, an address, what they
/// are.
fn bare_byline(byline: &str) -> String {
    let line = byline.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let line = line.split(['|', '•', '·']).next().unwrap_or_default();
    let mut words: Vec<&str> = line.split_whitespace().collect();
    const BEGINS: &[&str] =
        &["by", "words", "text", "story", "von", "par", "por", "记者", "記者", "作者", "文"];
    let begins = |word: &str| BEGINS.contains(&word.trim_end_matches([':', '：']).to_lowercase().as_str());
    while words.first().is_some_and(|word| begins(word)) {
        words.remove(0);
    }
    let is_foreign = |word: &&str| word.contains('@') || word.contains(|c: char| c.is_ascii_digit());
    let end = words.iter().position(is_foreign).unwrap_or(words.len());
    let names = words.get(..end).unwrap_or_default().join(" ");
    // "Ada Byron, Staff Writer": behind the comma stands no name but what she is.
    let parts: Vec<&str> = names.split(", ").filter(|part| !is_role(part)).collect();
    parts.join(", ").trim_end_matches([',', ' ']).to_owned()
}

/// What the title of a page has beside the headline: the name of who publishes it.
fn beside<'t>(title: &'t str, heading: &str) -> Option<&'t str> {
    const SIGNS: [char; 10] = ['|', '-', '–', '—', '·', '•', ':', '_', '«', ' '];
    let (title, heading) = (title.trim(), heading.trim());
    let rest = title.strip_prefix(heading).or_else(|| title.strip_suffix(heading))?;
    let name = rest.trim().trim_matches(SIGNS);
    let name = name.rsplit(['|', '_', '–', '—']).next().unwrap_or_default().trim();
    let is_name = !name.is_empty() && !heading.is_empty() && name.chars().count() < 60;
    // Without a sign between them the title is another headline.
    (is_name && name.len() < rest.trim().len()).then_some(name)
}

/// Text of which some sites escape the signs as if it were HTML: "Field &amp; Fen".
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.trim();
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let entity = behind.split_once(';').filter(|(name, _)| name.len() < 10);
        match entity.and_then(|(name, behind)| Some((sign_of(name)?, behind))) {
            Some((sign, behind)) => {
                out.push(sign);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out
}

fn sign_of(entity: &str) -> Option<char> {
    let code = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => match entity.strip_prefix("#x").or_else(|| entity.strip_prefix("#X")) {
            Some(digits) => code(digits, 16),
            None => code(entity.strip_prefix('#')?, 10),
        },
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
    let is_alone = |line: &&str| line.contains("://") && !line.contains(char::is_whitespace);
    head.lines().map(str::trim).find(is_alone).map(str::to_owned)
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
    fn a_section_is_no_outlet() {
        let metas = vec![("newsmark:heading".to_owned(), "Pumping station flood closes street".to_owned())];
        let page = PageData { title: "The Coast Courier - Local News".into(), metas, ..PageData::default() };
        let details = Details::proposed("It rained.", Some(&page));
        assert_eq!(details.outlet, "The Coast Courier");
        assert_eq!(details.title, "Pumping station flood closes street");
    }

    #[test]
    fn bylines_are_names() {
        for (byline, names) in [
            ("By by: Tess Aguinaldo", "Tess Aguinaldo"),
            ("By Ines Marchetti, Regulatory Editor|19 Nov 2024", "Ines Marchetti"),
            ("KEN ISHIGURO-BELL•April 24, 2025", "KEN ISHIGURO-BELL"),
            ("Jo Hallaway jhallaway@example.org", "Jo Hallaway"),
            ("Ada Byron, Jo Park and Rosa Vega, Staff Writers", "Ada Byron, Jo Park and Rosa Vega"),
            ("记者 陈若溪、吴启明", "陈若溪、吴启明"),
            ("100231", ""),
        ] {
            assert_eq!(bare_byline(byline), names);
        }
    }

    #[test]
    fn a_title_names_its_outlet_beside_the_headline() {
        let radio = "Why is it blue? : Clearwater Public Radio";
        assert_eq!(beside(radio, "Why is it blue?"), Some("Clearwater Public Radio"));
        assert_eq!(beside("夜读之城_澜江日报网", "夜读之城"), Some("澜江日报网"));
        assert_eq!(beside("Why is it blue?", "Why is it blue?"), None);
        let escaped = "Field &amp; Fen, a &#163;3m &#x26; more; &nothing; &";
        assert_eq!(unescape(escaped), "Field & Fen, a £3m & more; &nothing; &");
    }

    #[test]
    fn authors_are_named_once_and_a_front_page_is_no_article() {
        let json = r#"{"@type":"NewsArticle","headline":"Storm","author":[{"name":"Ada Byron"},{"@type":"Person","name":"Jo Park"}],
            "publisher":{"name":"Coast Radio"},"url":"https://example.org/"}"#;
        let page = PageData {
            linked: vec![json.to_owned()],
            canonical: "https://example.org".into(),
            address: "https://example.org/a/storm".into(),
            ..PageData::default()
        };
        let details = Details::proposed(TEXT, Some(&page));
        assert_eq!(details.byline, "Ada Byron and Jo Park");
        assert_eq!(details.source, "https://example.org/a/storm");
        assert!(details.found.contains(&(Detail::Source, PagePart::Address)), "{:?}", details.found);
        assert!(details.found.contains(&(Detail::Byline, PagePart::Linked)), "{:?}", details.found);
        let own =
            linked(r#"{"@type":"NewsArticle","author":"Coast Radio","publisher":{"name":"Coast Radio"}}"#);
        assert_eq!(own.byline, "");
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
