//! What to call an article that nobody has given a title.

use crate::text::{beginning, sentences, tokenize};

use super::line::{self, LineKind};
use super::opening;
use super::words::{is_outlet, is_small};

/// As long as titles get, in code points.
const LONGEST: usize = 80;
/// As long as headlines are; what is longer is more than a headline.
const LONGEST_HEADLINE: usize = 200;
/// A title is not cut before, where it could be.
const SHORTEST: usize = 40;
/// How much of a text is looked at for its first sentence, in bytes.
const LOOKED_AT: usize = 2_000;

/// What to call an article: its headline, else the first words of its first sentence, never a dateline or what is left
/// over of a web page. `None` where the text has no words of its own.
///
/// ```
/// use newsmark::intake::title;
/// let text = "advertisement\nWASHINGTON (Reuters) -The United States will soon announce aid.";
/// assert_eq!(title(text).as_deref(), Some("The United States will soon announce aid"));
/// assert_eq!(title("Share\nSkip to main content"), None);
/// ```
pub fn title(text: &str) -> Option<String> {
    let opening = opening(text);
    let headline = opening.headline.and_then(|span| span.slice(text));
    let title = match headline.map(bare_headline) {
        Some(headline) if headline.chars().count() <= LONGEST_HEADLINE => headline,
        Some(headline) => cut(&headline),
        None => cut(&first_sentence(text, opening.body)?),
    };
    Some(title).filter(|title| !title.is_empty())
}

/// A headline on one line, without the name of the site behind it and the full stop.
fn bare_headline(headline: &str) -> String {
    let line = one_line(headline);
    let (title, _) = split_outlet(&line).unwrap_or((&line, ""));
    let is_stop = title.ends_with('.')
        && !title.ends_with("..")
        && !title[..title.len() - 1].ends_with(char::is_uppercase);
    title.strip_suffix('.').filter(|_| is_stop).unwrap_or(title).trim_end_matches([';', ',']).to_owned()
}

/// A title and the name of who publishes it: "Storm hits coast | BBC News", "Storm hits coast - The Guardian".
pub(crate) fn split_outlet(title: &str) -> Option<(&str, &str)> {
    let (at, sign) = [" | ", " - ", " – ", " — ", " · ", " • ", " :: "]
        .iter()
        .filter_map(|sign| Some((title.rfind(sign)?, *sign)))
        .max_by_key(|(at, _)| *at)?;
    let (head, name) = (title[..at].trim(), title[at + sign.len()..].trim());
    (is_outlet(name) && head.contains(' ')).then_some((head, name))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first sentence of the article, else the first line that says anything.
fn first_sentence(text: &str, body: usize) -> Option<String> {
    let rest = &text[body..];
    let rest = beginning(rest, LOOKED_AT);
    if rest.trim().is_empty() {
        let says = |line: &&line::Line<'_>| matches!(line.kind, LineKind::Heading | LineKind::Item);
        let lines = line::lines(text);
        let line =
            lines.iter().find(says).or_else(|| lines.iter().find(|line| line.kind != LineKind::Furniture))?;
        return Some(bare_headline(line.text));
    }
    let sentence = sentences(rest, &tokenize(rest)).first()?.slice(rest)?;
    let sentence = one_line(sentence);
    Some(sentence.strip_suffix('.').map_or(sentence.clone(), str::to_owned))
}

/// The words as far as a title goes: up to a comma where there is one in good time, else up to a word that can end it.
fn cut(words: &str) -> String {
    let Some((limit, _)) = words.char_indices().nth(LONGEST) else { return words.to_owned() };
    let shortest = words.char_indices().nth(SHORTEST).map_or(limit, |(at, _)| at);
    let head = &words[..limit];
    let mut end =
        head.rfind(char::is_whitespace).filter(|_| !words[limit..].starts_with(' ')).unwrap_or(limit);
    let mut pause = head.match_indices([',', ';', '—', '–']).map(|(at, _)| at).filter(|at| {
        // "2,600" has no pause.
        *at >= shortest
            && head[*at..].trim_start_matches([',', ';', '—', '–']).starts_with([' ', '"', '”', '’'])
    });
    if let Some(at) = pause.next_back() {
        let quote = head[at..].trim_start_matches([',', ';']);
        let closed = quote.len() - quote.trim_start_matches(['"', '”', '’']).len();
        end = at + closed * usize::from(closed > 0) + usize::from(closed > 0);
    }
    loop {
        let kept = head[..end].trim_end_matches([' ', ',', ';', ':', '-', '–', '—', '(']);
        let (before, last) = kept.rsplit_once(' ').unwrap_or(("", kept));
        if before.len() < shortest / 2 || !is_dangling(last, &words[kept.len()..]) {
            return format!("{kept}…");
        }
        end = before.len();
    }
}

/// Whether a word must not end a title: it leads on to the next one.
fn is_dangling(word: &str, behind: &str) -> bool {
    const SCALES: &[&str] =
        &["million", "billion", "trillion", "crore", "lakh", "percent", "per", "thousand", "%"];
    let lower = word.to_lowercase();
    let next = behind.trim_start().split(' ').next().unwrap_or_default();
    let is_number = word.ends_with(|c: char| c.is_ascii_digit());
    is_small(lower.trim_start_matches(['"', '“', '‘', '(']))
        || word.ends_with('.') && word.len() < 5
        || is_number && SCALES.contains(&next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::title;

    proptest! {
        #[test]
        fn a_title_ends_with_a_whole_word(words in prop::collection::vec("[A-Za-z’'-]{1,14}[,;:]?|[0-9]{1,3},[0-9]{3}|“[a-z]{2,9}”", 8..40)) {
            let text = format!("Officials told {} it was so.", words.join(" "));
            let Some(title) = title(&text) else { return Ok(()) };
            let Some(cut) = title.strip_suffix('…') else { return Ok(()) };
            let behind = text.strip_prefix(cut).unwrap_or_default();
            prop_assert!(!behind.starts_with(char::is_alphanumeric), "{cut:?} before {behind:?}");
        }
    }
}
