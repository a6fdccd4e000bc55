//! Page leftovers: what a copied web page brings along that is not of the article, such as share
//! buttons, menus and notices, line by line.

use std::borrow::Cow;
use std::collections::HashSet;

use super::names::fold::{self, FoldHasher};
use crate::text::{Span, paragraphs};

/// No leftover that is known by its words has more letters than that.
const LONGEST: usize = 80;

/// A line that comes again is a caption or a teaser from so many letters on; shorter ones, such as
/// "Yes." in an interview, may be meant.
const SHORTEST_REPEAT: usize = 24;

/// Lines that are nothing else, without regard to case, accents and full stops.
const WHOLE: &[&str] = &[
    "accept", "accept all", "accept all cookies", "accept cookies", "account", "add a comment", "ad",
    "advertisement", "advertising", "all rights reserved", "also from this section", "back to top",
    "binh luan", "bottom of page", "breaking news", "by email", "close", "comment", "comments", "contact us",
    "continue reading", "cookie policy", "cookie settings", "copy link", "copy url", "donate",
    "download app", "editor's picks", "email", "email this", "facebook", "follow us", "get the app",
    "go to top", "home", "instagram", "latest news", "leave a comment", "leave a reply", "like", "linkedin",
    "listen", "live", "loading", "log in", "login", "manage cookies", "menu", "more from this section",
    "more news", "more stories", "more top stories", "most popular", "most read", "most viewed",
    "newsletter", "next article", "no comments", "open menu", "pinterest", "popular", "post a comment",
    "post navigation", "previous article", "print", "print this page", "privacy policy", "read also",
    "read more", "read next", "recent posts", "recommended", "recommended for you", "reddit", "register",
    "reject all", "related", "related articles", "related news", "related posts", "related stories",
    "related topics", "reply", "save", "search", "see also", "see more", "share", "share article",
    "share on facebook", "share on linkedin", "share on twitter", "share on whatsapp", "share on x",
    "share this", "share this article", "share this post", "share this story", "show comments", "show more",
    "sign in", "sign up", "skip ad", "skip advertisement", "skip to content", "skip to main content",
    "sponsored", "sponsored content", "subscribe", "subscribe now", "tags", "telegram",
    "terms and conditions", "terms of use", "top news", "top of page", "top stories", "trending",
    "trending now", "tweet", "twitter", "view all", "view comments", "watch live", "watch now", "whatsapp",
    "write a comment", "you may also like", "you might also like", "youtube",
];

/// What lines begin with that are leftovers if they are short.
const BEGINNINGS: &[&str] = &[
    "already have an account",
    "also read:",
    "click here to ",
    "click to share",
    "copyright ©",
    "follow us on ",
    "get our newsletter",
    "join our ",
    "read more:",
    "read also:",
    "related:",
    "share this on ",
    "sign up for ",
    "sign up to ",
    "subscribe to ",
    "this site uses cookies",
    "this website uses cookies",
    "we use cookies",
    "©",
];

/// The lines of `text` that are page leftovers, in order and in bytes, without surrounding space:
/// lines known by their words, and longer lines that came before.
///
/// A proposal to dim them: nothing is deleted for it.
pub fn leftovers(text: &str) -> Vec<Span> {
    let mut seen: HashSet<u64, FoldHasher> = HashSet::default();
    let lines = paragraphs(text).into_iter();
    let is_leftover = |span: &Span| {
        let line = span.slice(text).unwrap_or_default();
        let is_repeat = line.len() >= SHORTEST_REPEAT && !seen.insert(fold::hash(line));
        is_repeat || is_known(line)
    };
    lines.filter(is_leftover).collect()
}

/// The lines that are known to be left over by their words: menus, buttons, notices. A caption that comes
/// again is not among them, since it tells of the article.
pub fn page_furniture(text: &str) -> Vec<Span> {
    let is_furniture = |span: &Span| is_known(span.slice(text).unwrap_or_default());
    paragraphs(text).into_iter().filter(is_furniture).collect()
}

/// A text as it is read: with blanks in the place of lines that are left over from a web page, so that all else stands
/// where it stood.
pub fn readable(text: &str) -> Cow<'_, str> {
    let furniture = page_furniture(text);
    if furniture.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut readable = String::with_capacity(text.len());
    for span in furniture {
        readable.push_str(text.get(readable.len()..span.start()).unwrap_or_default());
        readable.extend(std::iter::repeat_n(' ', span.end().saturating_sub(readable.len())));
    }
    readable.push_str(text.get(readable.len()..).unwrap_or_default());
    Cow::Owned(readable)
}

/// Whether a line is known to be left over from a web page by its words.
pub fn is_furniture(line: &str) -> bool {
    is_known(line)
}

fn is_known(line: &str) -> bool {
    if line.len() > LONGEST * 2 || line.chars().count() > LONGEST {
        return false;
    }
    let folded: String = fold::folded(line).collect();
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    // "5 min read", "3 minutes read".
    let reading_time = || {
        let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < bare.len()
            && matches!(rest.trim(), "min read" | "mins read" | "minute read" | "minutes read")
    };
    WHOLE.contains(&bare)
        || BEGINNINGS
            .iter()
            .any(|beginning| bare.starts_with(beginning.trim_end_matches(':')) && folded.contains(beginning))
        || reading_time()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = leftovers(text).iter().filter_map(|span| span.slice(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    /// A line that names its author is of the article, whatever the page has glued to it.
    #[test]
    fn an_author_s_line_takes_marks() {
        for line in ["Writer's pictureJo Lee", "By Jo Lee, Lima", "Jo Lee · 3 May 2025"] {
            assert_eq!(page_furniture(line), [], "{line}");
        }
        assert_eq!(page_furniture("Share this article").len(), 1);
    }

    #[test]
    fn lines_of_a_page_are_told_from_those_of_an_article() {
        check("top of page\nThe dam broke at dawn.\nBình luận\n", &["top of page", "Bình luận"]);
        check("Share this article\nShare prices fell by 3% on Monday.", &["Share this article"]);
        check("  · 5 min read ·  \nHe read for 5 minutes.", &["· 5 min read ·"]);
        check("Related: Floods in Assam\nRelated companies lost more.", &["Related: Floods in Assam"]);
        check("© 2024 The Harbour Times\nPrint runs fell.", &["© 2024 The Harbour Times"]);
        check(
            "Sign up for our newsletter\nThey will sign up for the army on Friday.",
            &["Sign up for our newsletter"],
        );
    }

    #[test]
    fn long_lines_that_come_again_are_captions() {
        let caption = "A ferry leaves the harbour of Mwanza (file photo)";
        check(&format!("{caption}\nText.\n{caption}\nYes.\nYes."), &[caption]);
    }

    proptest! {
        #[test]
        fn what_is_read_stands_where_it_stood(lines in prop::collection::vec("Share|Read more: [a-zé ]{0,9}|  \\PC{0,30}", 0..9)) {
            let text = lines.join("\n");
            let readable = readable(&text);
            let mut expected: Vec<u8> = text.bytes().collect();
            for span in page_furniture(&text) {
                expected.splice(span.start()..span.end(), std::iter::repeat_n(b' ', span.len()));
            }
            prop_assert_eq!(readable.as_bytes(), expected);
        }

        #[test]
        fn leftovers_are_whole_lines(text in "(\\PC|\n){0,200}") {
            for span in leftovers(&text) {
                let line = span.slice(&text).expect("a slice");
                prop_assert!(!line.is_empty() && !line.contains('\n'));
            }
        }
    }
}
