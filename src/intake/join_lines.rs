//! Text with hard line breaks, as PDFs and mails give it when it is copied.
//!
//! A block is lines without a blank one between them. A break inside a block is soft where the next
//! line's first word would not have fitted on the line before: that is how lines are filled. A block is
//! joined where most of its breaks are soft and its lines run on like prose; lists, tables and poems
//! do not.

use crate::extract::is_word;
use crate::text::{Span, sort_by};

/// A text with its soft line breaks taken out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined {
    /// The text.
    pub text: String,
    /// What was changed, in the order of the text.
    pub breaks: Vec<Break>,
}

/// A line break that was taken out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Break {
    /// The end of the line before, as it was: its last word, with a hyphen where it had one.
    pub before: String,
    /// The first word of the next line.
    pub after: String,
    /// What stands there now.
    pub now: String,
}

/// The widths between which lines are filled, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 24..=160;
/// How many lines a text has at least whose breaks are looked at.
const LEAST_BREAKS: usize = 3;

/// Takes the soft line breaks out of a text, and the hyphens that stand for them; `None` where it has
/// none to speak of. A hyphen stays where it belongs to the word: the other occurrences of the word in
/// the text decide, then the word lists; where neither knows the word, it stays.
///
/// ```
/// let copied = "Officials of the region and of the Euro-\n\
///     pean Commission had asked for 2.3 bil-\n\
///     lion euros to repair the dam, and for as\n\
///     much again to raise it.\n";
/// let joined = newsmark::intake::join_lines(copied).expect("hard line breaks");
/// assert!(joined.text.contains("the European Commission had asked for 2.3 billion euros"));
/// ```
pub fn join_lines(text: &str) -> Option<Joined> {
    let blocks = blocks(text);
    let prose: Vec<bool> = blocks.iter().map(|block| is_filled_prose(text, block)).collect();
    let breaks_in = |block: &Vec<Span>| block.len() - 1;
    let joined_breaks: usize =
        blocks.iter().zip(&prose).filter(|(_, is_prose)| **is_prose).map(|(block, _)| breaks_in(block)).sum();
    if joined_breaks < LEAST_BREAKS {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut breaks = Vec::new();
    let mut at = 0;
    for (block, is_prose) in blocks.iter().zip(prose) {
        if !is_prose {
            continue;
        }
        let (width, least) = (width_of(text, block), least_of(text, block));
        for pair in block.windows(2) {
            let (line, next) = (pair[0].slice(text)?, pair[1].slice(text)?);
            if ends_paragraph(line, next, width, least) {
                continue;
            }
            out.push_str(text.get(at..pair[0].end())?.trim_end());
            at = pair[1].start() + (next.len() - next.trim_start().len());
            breaks.push(mend(&mut out, next.trim_start(), text));
        }
    }
    out.push_str(text.get(at..)?);
    (breaks.len() >= LEAST_BREAKS).then_some(Joined { text: out, breaks })
}

/// The blocks of two lines and more, each as the spans of its lines.
fn blocks(text: &str) -> Vec<Vec<Span>> {
    let mut blocks = Vec::new();
    let mut block: Vec<Span> = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len());
        start += line.len() + 1;
        if line.trim().is_empty() {
            blocks.push(std::mem::take(&mut block));
        } else {
            block.push(span);
        }
    }
    blocks.push(block);
    blocks.retain(|block| block.len() > 1);
    blocks
}

fn len(line: &str) -> usize {
    line.trim().chars().count()
}

/// How wide a block is filled: its second longest line, since one may be odd, of more than a few.
fn width_of(text: &str, block: &[Span]) -> usize {
    let mut lens: Vec<usize> = block.iter().filter_map(|line| line.slice(text)).map(len).collect();
    sort_by(&mut lens, |a, b| b.cmp(a));
    lens.get(usize::from(lens.len() > 4)).copied().unwrap_or_default()
}

/// Whether the lines of a block are filled to one width and run on.
fn is_filled_prose(text: &str, block: &[Span]) -> bool {
    let width = width_of(text, block);
    if !WIDTHS.contains(&width) {
        return false;
    }
    let lines: Vec<&str> = block.iter().filter_map(|line| line.slice(text)).collect();
    if lines.iter().any(|line| is_item(line) || is_row(line)) {
        return false;
    }
    let pairs = || lines.windows(2).map(|pair| (pair[0], pair[1]));
    let soft = pairs().filter(|(line, next)| is_filled(line, next, width)).count();
    let runs_on = pairs().filter(|(line, next)| goes_on(line, next)).count();
    let all = lines.len() - 1;
    soft * 10 >= all * 7 && runs_on * 10 >= all * 4 || is_ragged_prose(&lines, width)
}

/// Whether lines were filled to no one width, as in mails and wire copy: most of their breaks stand within a sentence, and
/// where one does, the line is long. Lines of a poem are short, or as long as each likes.
fn is_ragged_prose(lines: &[&str], width: usize) -> bool {
    const LEAST_WIDTH: usize = 48;
    let running = || lines.windows(2).filter(|pair| goes_on(pair[0], pair[1]));
    let long = running().filter(|pair| len(pair[0]) * 10 >= width * 7).count();
    let (running, all) = (running().count(), lines.len() - 1);
    let has_sentence = lines.iter().any(|line| is_closed(line));
    width >= LEAST_WIDTH
        && running >= LEAST_BREAKS
        && running * 10 >= all * 5
        && long * 10 >= running * 8
        && has_sentence
}

/// The shortest line that runs on into the next one, but for one that may be odd: a paragraph's last line may be shorter.
fn least_of(text: &str, block: &[Span]) -> usize {
    let lines: Vec<&str> = block.iter().filter_map(|line| line.slice(text)).collect();
    let mut lens: Vec<usize> =
        lines.windows(2).filter(|pair| goes_on(pair[0], pair[1])).map(|pair| len(pair[0])).collect();
    sort_by(&mut lens, |a, b| a.cmp(b));
    lens.get(usize::from(lens.len() > 4)).copied().unwrap_or(usize::MAX)
}

/// Whether the first word of `next` would not have fitted behind `line`. In print letters differ in
/// width, so that a line may be a little shorter.
fn is_filled(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    (len(line) + 1 + word) * 100 > width * 88
}

/// Whether a sentence goes on across the break: a poem's lines begin with capitals.
fn goes_on(line: &str, next: &str) -> bool {
    let begins_small = |c: char| c.is_ascii_digit() || c.is_alphabetic() && !c.is_uppercase();
    let is_cut = line.trim_end().ends_with(['-', '\u{2010}', '\u{AD}']);
    is_cut || next.trim_start().starts_with(begins_small)
}

/// Whether a paragraph ends with `line`: the sentence does, and there was room for another word, more than in the lines
/// that run on (`least`); or the next line stands further in. A line that is much shorter than those is a heading.
fn ends_paragraph(line: &str, next: &str, width: usize, least: usize) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    if indent(next) > indent(line) && is_closed(line) {
        return true;
    }
    let is_heading = len(line) * 10 < least.min(width) * 8 && !goes_on(line, next);
    is_heading || is_closed(line) && !is_filled(line, next, width) && len(line) < least
}

/// Whether a sentence ends with a line.
fn is_closed(line: &str) -> bool {
    let closed = line.trim_end().trim_end_matches(['”', '"', '’', '\'', ')', '»']);
    closed.ends_with(['.', '!', '?', ':', '…'])
}

/// Whether a line is an item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let bullet = line.starts_with(['•', '●', '▪', '◦', '‣', '*', '–', '—', '-', '·'])
        && line.chars().nth(1).is_some_and(char::is_whitespace);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = (1..=3).contains(&digits)
        && line[digits..].starts_with(['.', ')'])
        && line[digits + 1..].starts_with(char::is_whitespace);
    bullet || numbered
}

/// Whether a line is a row of a table: columns stand apart by tabs or several spaces.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.contains('\t')
        || line.match_indices("   ").next().is_some() && line.split("  ").count() > 2
        || line.matches('|').count() > 1
}

/// Puts the next line behind what is written, and says how.
fn mend(out: &mut String, next: &str, text: &str) -> Break {
    let after = next.split_whitespace().next().unwrap_or_default();
    let before = out.rsplit(char::is_whitespace).next().unwrap_or_default().to_owned();
    let is_soft_hyphen = before.ends_with('\u{AD}');
    let stem = before.strip_suffix(['-', '\u{2010}', '\u{AD}']);
    let letters = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_cut = stem.is_some_and(|stem| letters(stem.chars().next_back()) && letters(after.chars().next()));
    let now = match stem.filter(|_| is_cut) {
        Some(stem) if is_soft_hyphen || !keeps_hyphen(stem, after, text) => {
            let hyphen = before.chars().next_back().map_or(0, char::len_utf8);
            out.truncate(out.len() - hyphen);
            format!("{stem}{after}")
        }
        Some(_) => format!("{before}{after}"),
        None => {
            out.push(' ');
            format!("{before} {after}")
        }
    };
    Break { before, after: after.to_owned(), now }
}

/// Whether the hyphen between two parts of a word belongs to it.
fn keeps_hyphen(stem: &str, after: &str, text: &str) -> bool {
    let of_word = |c: char| c.is_alphanumeric();
    let first = stem.rsplit(|c| !of_word(c)).next().unwrap_or_default();
    let second = after.split(|c| !of_word(c)).next().unwrap_or_default();
    let is_name = second.starts_with(char::is_uppercase) && !first.chars().all(char::is_uppercase);
    if first.chars().count() < 2 || is_name {
        return true;
    }
    let (joined, hyphened) = (format!("{first}{second}"), format!("{first}-{second}"));
    match (count(text, &joined), count(text, &hyphened)) {
        (0, 0) => !is_known(&joined),
        (joined, hyphened) => joined < hyphened,
    }
}

/// How often a word stands in a text, however its letters are written.
fn count(text: &str, word: &str) -> usize {
    let wanted = word.to_lowercase();
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    words.filter(|other| other.len() == wanted.len() && other.to_lowercase() == wanted).count()
}

/// Whether the lists know a word, or the word that it is a form of.
fn is_known(word: &str) -> bool {
    const ENDINGS: [&str; 10] = ["s", "es", "ed", "d", "ing", "ly", "er", "ers", "ment", "ness"];
    let word = word.to_lowercase();
    let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let mut stems = stems.filter(|stem| stem.len() > 3);
    is_word(&word) || stems.any(|stem| is_word(stem) || is_word(&format!("{stem}e")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A paragraph filled to a width, as a PDF has it; words are cut where a hyphen says so.
    fn filled(text: &str, width: usize) -> String {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let line = lines.last_mut().expect("a line");
            if !line.is_empty() && line.len() + 1 + word.len() > width {
                lines.push(word.to_owned());
            } else {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
        lines.join("\n")
    }

    const PROSE: &str = "The ministry said on Tuesday that the barrier would cost more than two billion euros and that work \
        would begin before the end of the year, when the river is low. Officials of the region, who had asked for it since the \
        flood of 2013, called the decision late but welcome.";

    #[test]
    fn filled_prose_is_joined() {
        for width in [38, 60, 72, 90] {
            let text = format!("{}\n\n{}\n", filled(PROSE, width), filled(PROSE, width));
            let joined = join_lines(&text).expect("hard line breaks");
            assert_eq!(joined.text, format!("{PROSE}\n\n{PROSE}\n"), "{width}");
        }
    }

    #[test]
    fn words_that_were_cut_are_mended_and_hyphens_that_belong_there_stay() {
        let text = "Officials of the Euro-\npean Commission had asked for 2.3 bil-\nlion euros, and the price-\ndetermining \
            factor was n-\noctanal, they said, in the well-\nknown report; that is well-known there.\n";
        let joined = join_lines(text).expect("hard line breaks");
        for word in ["European", "2.3 billion", "price-determining", "n-octanal", "well-known report"] {
            assert!(joined.text.contains(word), "{word}: {}", joined.text);
        }
        assert_eq!(joined.breaks[0].now, "European");
    }

    #[test]
    fn paragraphs_without_a_blank_line_stay_apart() {
        let text = format!("{}\n{}", filled(PROSE, 60), filled(PROSE, 60));
        assert_eq!(join_lines(&text).expect("hard line breaks").text, format!("{PROSE}\n{PROSE}"));
    }

    /// Lines of 60 to 75 letters, each as the random number that is its place has it.
    fn ragged(text: &str, seed: usize) -> String {
        let (mut lines, mut line) = (Vec::new(), String::new());
        for word in text.split(' ') {
            let width = 60 + (lines.len() * 7919 + seed * 104_729) % 16;
            if !line.is_empty() && line.len() + 1 + word.len() > width {
                lines.push(std::mem::take(&mut line));
            }
            line += if line.is_empty() { "" } else { " " };
            line += word;
        }
        lines.push(line);
        lines.join("\n")
    }

    #[test]
    fn lines_of_uneven_width_are_joined_without_blank_ones_between_paragraphs() {
        const OTHER: &str = "The opposition said it would vote against the plan. It has 31 of the 75 seats in the council and would need \
            the votes of seven others, who have not said what they will do. The mayor, who was elected in 2021, does not need them.";
        const THIRD: &str = "Work on the second bridge is to begin in spring, after the birds have left. It will take two summers, or three if the \
            winter is hard, the engineers say.";
        for seed in 0..40 {
            let text = [PROSE, OTHER, THIRD].map(|paragraph| ragged(paragraph, seed)).join("\n");
            let joined = join_lines(&text).unwrap_or_else(|| panic!("{seed}: {text}"));
            let inner = joined.text.lines().filter(|line| !is_closed(line)).count();
            assert_eq!(inner, 0, "{seed}\n{text}\n\n{}", joined.text);
            assert!(joined.text.lines().count() <= 4, "{seed}\n{}", joined.text);
        }
    }

    #[test]
    fn a_heading_before_filled_prose_stays_apart() {
        let text = format!("Barrier vote put off until June\n{}", filled(PROSE, 66));
        assert_eq!(
            join_lines(&text).expect("hard line breaks").text,
            format!("Barrier vote put off until June\n{PROSE}")
        );
    }

    #[test]
    fn what_is_no_filled_prose_is_left_alone() {
        for text in [
            "",
            "One line.",
            "A paragraph that is one line, however long it may be and whatever it says of anything.\nAnother paragraph of one line.\nA third one.",
            "- apples from the south of the country\n- pears from the north of the country\n- plums from the west of it\n- cherries",
            "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?\n",
            "Name\tAge\tTown of residence\nAda\t36\tLondon in England\nAlan\t41\tWilmslow in England\nGrace\t85\tArlington",
            "Year   Cost   Paid by the city\n2019   5.2   yes and in full it was\n2020   6.1   no and not at all it was\n2021   7.0   yes",
        ] {
            assert_eq!(join_lines(text), None, "{text}");
        }
    }

    proptest! {
        /// Nothing but line breaks, the white space around them and hyphens goes.
        #[test]
        fn no_word_is_lost(text in "([a-zA-Z,.]{1,9}[ \n-]{1,2}){0,60}") {
            if let Some(joined) = join_lines(&text) {
                let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                prop_assert_eq!(bare(&joined.text), bare(&text));
                prop_assert!(!joined.breaks.is_empty());
            }
        }
    }
}
