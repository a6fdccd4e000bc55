//! Evidence and remarks as people type them: lines, with the addresses in them told apart from words.
//!
//! ```text
//! evidence = line { "\n" line }
//! address  = ( "http://" | "https://" | "www." ) { not white space } without what closes a sentence behind it
//! ```

/// A piece of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// Words.
    Words(&'t str),
    /// An address that a browser opens.
    Address {
        /// As it is written.
        shown: &'t str,
        /// Where it leads.
        href: String,
    },
}

/// The lines of evidence that say something. Each is one piece of evidence.
///
/// ```
/// # use newsmark::facts::evidence_lines;
/// assert_eq!(evidence_lines(" Minutes, p. 4\n\nhttps://a.example ").collect::<Vec<_>>(), ["Minutes, p. 4", "https://a.example"]);
/// ```
pub fn evidence_lines(evidence: &str) -> impl Iterator<Item = &str> {
    evidence.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A line cut into words and addresses. Put together again, they are the line.
///
/// ```
/// # use newsmark::facts::{Piece, pieces};
/// let found = pieces("Minutes (https://a.example/b), p. 4");
/// assert_eq!(found[1], Piece::Address { shown: "https://a.example/b", href: "https://a.example/b".to_owned() });
/// assert_eq!(found[2], Piece::Words("), p. 4"));
/// ```
pub fn pieces(line: &str) -> Vec<Piece<'_>> {
    const BEGINS: [&str; 3] = ["https://", "http://", "www."];
    let mut found = Vec::new();
    let mut words = 0;
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let is_free =
            line.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric());
        let begin = BEGINS.iter().find(|begin| is_free && begins_with(rest, begin));
        let Some(begin) = begin else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let address = address(rest);
        if address.len() <= begin.len() {
            at += begin.len();
            continue;
        }
        if let Some(before) = line.get(words..at).filter(|before| !before.is_empty()) {
            found.push(Piece::Words(before));
        }
        let href = if *begin == "www." { format!("https://{address}") } else { address.to_owned() };
        found.push(Piece::Address { shown: address, href });
        at += address.len();
        words = at;
    }
    if let Some(rest) = line.get(words..).filter(|rest| !rest.is_empty()) {
        found.push(Piece::Words(rest));
    }
    found
}

fn begins_with(text: &str, begin: &str) -> bool {
    text.get(..begin.len()).is_some_and(|head| head.eq_ignore_ascii_case(begin))
}

/// The address at the beginning of a text: up to a space, without what closes the sentence or the brackets around it.
fn address(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '»' | '«'));
    let mut address = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    while let Some(last) = address.chars().next_back() {
        let opens = |open: char, close: char| address.matches(open).count() >= address.matches(close).count();
        let belongs = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' => false,
            ')' => opens('(', ')'),
            ']' => opens('[', ']'),
            _ => true,
        };
        if belongs {
            break;
        }
        address = address.get(..address.len() - last.len_utf8()).unwrap_or_default();
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let addresses: Vec<String> = pieces(line)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Address { href, .. } => Some(href),
                Piece::Words(_) => None,
            })
            .collect();
        assert_eq!(addresses, expected, "{line}");
    }

    #[test]
    fn addresses_stand_among_words() {
        check("Council paper 26/118, page 4", &[]);
        check("https://a.example/minutes?id=4&p=2#top", &["https://a.example/minutes?id=4&p=2#top"]);
        check("See https://a.example/a, and http://b.example.", &["https://a.example/a", "http://b.example"]);
        check("(https://en.wiki.example/Oslo_(city))", &["https://en.wiki.example/Oslo_(city)"]);
        check("www.statistics.example/2026/table-4", &["https://www.statistics.example/2026/table-4"]);
        check("HTTPS://A.EXAMPLE", &["HTTPS://A.EXAMPLE"]);
        check("phone call with the treasurer; mailto:treasurer@city.example", &[]);
        check("xhttps://a.example", &[]);
        check("https:// www. http://", &[]);
        check("“https://a.example/ä”", &["https://a.example/ä"]);
    }

    proptest! {
        #[test]
        fn pieces_are_the_line_again(line in "(https://|www\\.|[a(). ,€]){0,20}") {
            let all: String = pieces(&line).iter().map(|piece| match piece {
                Piece::Words(words) => *words,
                Piece::Address { shown, .. } => *shown,
            }).collect();
            prop_assert_eq!(all, line);
        }
    }
}
