//! A web page that came in whole: taken from a tab by the extension, or a file that a browser saved.
//!
//! ```text
//! page = HTML with the page's own head, whose metas say how it was taken:
//!        "newsmark:taken"   = "article" | "stub" | "selection" | "text" | "closed" | "closed-file" ;  none in a saved file
//!        "newsmark:heading" = the headline that people see
//!        "newsmark:byline"  = who they see to have written it
//!        "newsmark:stamp"   = the line with a date that they see
//!        "newsmark:address" = the address of the tab
//! text = [ title "\n\n" ] [ "By " byline "\n\n" ] body    of an article; else the body alone
//! ```

use super::{Detail, Details, HtmlPart, PageData, PagePart, find_published, html_to_text};

/// What came in, and as what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    /// How it was taken.
    pub taken_as: TakenAs,
    /// The text: headline, byline and article, each a paragraph of its own.
    pub text: String,
    /// What page and text say of it.
    pub details: Details,
}

/// How a page was taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TakenAs {
    /// The article, without what stands around it.
    Article,
    /// The beginning of one: the rest is for subscribers.
    Stub,
    /// What the person had selected.
    Selection,
    /// All of its text: it was not seen to be an article.
    Everything,
    /// All there is in a file that a browser saved.
    File,
    /// Nothing: the browser lets no extension read it.
    Closed,
    /// Nothing: it is a file of this machine, for which the browser has a switch of its own.
    ClosedFile,
}

impl Taken {
    /// What came in, of the parts of a page and what its head says.
    ///
    /// ```
    /// use newsmark::intake::{HtmlPart::{Close, Open, Text}, PageData, Taken};
    /// let metas = [("newsmark:taken", "article"), ("og:title", "Storm hits coast"), ("author", "by Ada Byron")];
    /// let metas = metas.map(|(name, content)| (name.to_owned(), content.to_owned())).to_vec();
    /// let parts = [Open("p".into()), Text("It came at night.".into()), Close("p".into())];
    /// let taken = Taken::new(parts, &PageData { metas, ..PageData::default() });
    /// assert_eq!(taken.text, "Storm hits coast\n\nBy Ada Byron\n\nIt came at night.");
    /// ```
    pub fn new(parts: impl IntoIterator<Item = HtmlPart>, page: &PageData) -> Taken {
        let body = html_to_text(parts);
        let meta =
            |name: &str| page.metas.iter().find(|(own, _)| own == name).map(|(_, content)| content.as_str());
        let address = meta("newsmark:address").unwrap_or(&page.address).to_owned();
        let mut details = Details::proposed(&body, Some(&PageData { address, ..page.clone() }));
        let is_told = details.found.iter().any(|(detail, _)| *detail == Detail::Published);
        let stamp = meta("newsmark:stamp").and_then(find_published).filter(|_| !is_told);
        if let Some(stamp) = stamp {
            details.published = Some(stamp.date);
            details.found.push((Detail::Published, PagePart::Text));
        }
        let taken_as = match meta("newsmark:taken") {
            Some("article") => TakenAs::Article,
            Some("stub") => TakenAs::Stub,
            Some("selection") => TakenAs::Selection,
            Some("text") => TakenAs::Everything,
            Some("closed") => TakenAs::Closed,
            Some("closed-file") => TakenAs::ClosedFile,
            _ => TakenAs::File,
        };
        let text = match taken_as {
            TakenAs::Article | TakenAs::Stub => with_head(&body, &details),
            _ => body,
        };
        Taken { taken_as, text, details }
    }
}

/// The article with headline and byline before it, each once.
fn with_head(body: &str, details: &Details) -> String {
    let byline = (!details.byline.is_empty()).then(|| format!("By {}", details.byline));
    let head = [Some(details.title.clone()).filter(|title| !title.is_empty()), byline];
    let head: Vec<String> = head.into_iter().flatten().collect();
    let is_head = |line: &str| {
        head.iter().any(|it| same_words(it, line)) || same_words(&details.byline, line) && !line.is_empty()
    };
    let mut rest = body.trim_start();
    while let Some(line) = rest.lines().next().filter(|line| is_head(line)) {
        rest = rest[line.len()..].trim_start();
    }
    let mut text = head.join("\n\n");
    if !text.is_empty() && !rest.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(rest);
    text
}

/// Whether two lines have the same words, whatever their case, signs and spaces.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(kind: &str, lines: &[&str], metas: &[(&str, &str)]) -> Taken {
        let paragraph = |line: &&str| {
            let name = || "p".to_owned();
            [HtmlPart::Open(name()), HtmlPart::Text((*line).to_owned()), HtmlPart::Close(name())]
        };
        let kind = [("newsmark:taken", kind)];
        let metas = metas.iter().chain(&kind);
        let metas = metas.map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect();
        Taken::new(lines.iter().flat_map(paragraph), &PageData { metas, ..PageData::default() })
    }

    #[test]
    fn the_headline_stands_once() {
        let metas = [("og:title", "Storm hits coast"), ("author", "Ada Byron")];
        let lines = ["STORM HITS COAST", "By Ada Byron", "It came at night."];
        for lines in [&lines[..], &lines[1..], &lines[2..]] {
            let taken = taken("article", lines, &metas);
            assert_eq!(taken.text, "Storm hits coast\n\nBy Ada Byron\n\nIt came at night.");
        }
    }

    #[test]
    fn a_selection_is_what_was_selected() {
        let taken = taken("selection", &["It came at night."], &[("og:title", "Storm hits coast")]);
        assert_eq!((taken.taken_as, taken.text.as_str()), (TakenAs::Selection, "It came at night."));
        assert_eq!(taken.details.title, "Storm hits coast");
    }

    #[test]
    fn a_page_without_words_of_ours_is_all_there_is() {
        let page = PageData::default();
        let taken = Taken::new([HtmlPart::Text("It came.".into())], &page);
        assert_eq!((taken.taken_as, taken.text.as_str()), (TakenAs::File, "It came."));
    }
}
