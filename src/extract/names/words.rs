//! What the rules see of each token: its shape, what the lists say, where it stands.

use std::collections::HashSet;

use super::fold::{self, FoldHasher};
use super::lexicon::{Kinds, Lexicon, word_set};
use crate::extract::Article;
use crate::text::{Gap, TokenKind};

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Shape {
    /// No letter at its beginning.
    #[default]
    Other,
    /// `minister`
    Lower,
    /// `Minister`, `O'Brien`, `McDonald`
    Capital,
    /// `NATO`, `U.S.`, `G20`
    Capitals,
    /// `J`
    Initial,
    /// `iPhone`, `photoAmina`
    Mixed,
}

/// How a line is written: capitals mean little where every word has one.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Line {
    /// As sentences are.
    #[default]
    Prose,
    /// Every word of weight has a capital: a headline.
    Title,
    /// All letters are capitals.
    Capitals,
}

/// One token with what is known about it by itself.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Word {
    /// The hash of its folded form; 0 for what is no word.
    pub(super) hash: u64,
    /// What the lists say.
    pub(super) kinds: Kinds,
    /// How it is written.
    pub(super) shape: Shape,
    /// How its line is written.
    pub(super) line: Line,
    /// Whether a sentence, a quote or an item begins with it: its capital means little.
    pub(super) begins: bool,
    /// Whether it is the first token of a sentence: no name runs over it.
    pub(super) sentence: bool,
    /// Whether the article writes the word in lower case too.
    pub(super) seen_lower: bool,
}

impl Word {
    /// Whether it may begin or go on with a name.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Capitals | Shape::Initial)
    }

    /// Whether it is a word that means something in English and names nothing by itself.
    pub(super) fn is_plain(&self) -> bool {
        !self.kinds.any(Kinds::NAME.or(Kinds::PERSON))
            && (self.kinds.any(Kinds::COMMON) || self.seen_lower && self.shape != Shape::Capitals)
    }
}

word_set! {
    /// Words that keep their small letter in headlines.
    pub(in crate::extract) SMALL: "a an and as at but by for from in into is nor of off on or over per so than that the to up via vs with it its"
}

/// Looks at every token once.
pub(super) fn read(article: &Article<'_>) -> Vec<Word> {
    let lexicon = Lexicon::get();
    let mut words = Vec::with_capacity(article.tokens.len());
    let mut lower: HashSet<u64, FoldHasher> = HashSet::default();
    let mut sentences = article.sentences.iter().peekable();
    let mut opened = false;
    for token in article.tokens.iter() {
        let text = token.span.slice(article.text).unwrap_or_default();
        let mut word = Word::default();
        if sentences.next_if(|sentence| sentence.start() <= token.span.start()).is_some() {
            word.sentence = true;
        }
        word.begins = word.sentence || opened;
        match token.kind {
            TokenKind::Word | TokenKind::Acronym => {
                word.shape = shape(text);
                word.hash = fold::hash(text);
                let capitals = word.shape != Shape::Lower && !text.contains(char::is_lowercase);
                word.kinds = lexicon.kinds(word.hash, capitals);
                if word.shape == Shape::Lower {
                    lower.insert(word.hash);
                }
                opened = false;
            }
            TokenKind::Punctuation => {
                // What opens passes a beginning on; a bullet or a colon makes one.
                let quote = matches!(text, "\"" | "“" | "‘" | "«" | "'");
                opened = match text {
                    "•" | "*" | "·" | "–" | "—" | "-" | ">" | "▪" | ":" => {
                        word.begins || text == ":" || text == "•"
                    }
                    "(" | "[" => word.begins,
                    _ => quote && (token.gap != Gap::None || word.begins),
                };
            }
            _ => opened = false,
        }
        words.push(word);
    }
    for line in &article.paragraphs {
        let range = article.tokens.within(*line);
        let style = style(article, words.get(range.clone()).unwrap_or_default(), *line);
        for word in words.get_mut(range).unwrap_or_default() {
            word.line = style;
            if style == Line::Capitals && lexicon.kinds(word.hash, false) != Kinds::NONE {
                word.kinds = lexicon.kinds(word.hash, false);
            }
        }
    }
    for word in &mut words {
        word.seen_lower = lower.contains(&word.hash);
    }
    words
}

fn shape(text: &str) -> Shape {
    // Most words are small letters.
    if text.bytes().all(|byte| byte.is_ascii_lowercase()) && !text.is_empty() {
        return Shape::Lower;
    }
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return Shape::Other };
    let (mut upper, mut lower) = (0, 0);
    for c in chars {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    if first.is_uppercase() {
        return match (upper, lower) {
            (0, 0) if text.len() == first.len_utf8() => Shape::Initial,
            (_, 0) => Shape::Capitals,
            // `MPs`, `NGOs`: a plural of capitals.
            (1.., 1) if text.ends_with('s') => Shape::Capitals,
            _ => Shape::Capital,
        };
    }
    match (first.is_lowercase(), upper) {
        (true, 0) => Shape::Lower,
        (true, _) => Shape::Mixed,
        _ => Shape::Other,
    }
}

fn style(article: &Article<'_>, words: &[Word], line: crate::text::Span) -> Line {
    let (mut capital, mut capitals, mut lower, mut small) = (0_usize, 0_usize, 0_usize, 0_usize);
    for word in words {
        match word.shape {
            Shape::Lower if SMALL.has(word.hash) => small += 1,
            Shape::Lower => lower += 1,
            Shape::Capital | Shape::Mixed => capital += 1,
            Shape::Capitals => capitals += 1,
            Shape::Initial | Shape::Other => {}
        }
    }
    if lower + capital + small == 0 && capitals >= 3 {
        return Line::Capitals;
    }
    let stops = line.slice(article.text).is_some_and(|text| text.ends_with(['.', '!', '"', '”']));
    let weight = lower + capital + capitals;
    let is_title = weight >= 4 && !stops && weight < 40 && (capital + capitals) * 10 >= weight * 8;
    if is_title
        && words
            .iter()
            .any(|word| word.shape == Shape::Capital && word.kinds.any(Kinds::COMMON) && !word.begins)
    {
        return Line::Title;
    }
    Line::Prose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (text, expected) in [
            ("minister", Shape::Lower),
            ("Minister", Shape::Capital),
            ("O'Brien", Shape::Capital),
            ("NATO", Shape::Capitals),
            ("U.S.", Shape::Capitals),
            ("G20", Shape::Capitals),
            ("NGOs", Shape::Capitals),
            ("J", Shape::Initial),
            ("iPhone", Shape::Mixed),
            ("一", Shape::Other),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    #[track_caller]
    fn check_line(text: &str, expected: Line) {
        let words = read(&Article::new(text, None));
        assert_eq!(words[0].line, expected, "{text}");
    }

    #[test]
    fn headlines_are_told_from_prose() {
        check_line("Floods Force Thousands to Leave Homes in Assam", Line::Title);
        check_line("FLOODS FORCE THOUSANDS OUT", Line::Capitals);
        check_line("Floods forced thousands of people out of their homes.", Line::Prose);
        check_line("Amina Diallo, Kenji Mori and Lucia Ferrante", Line::Prose);
    }
}
