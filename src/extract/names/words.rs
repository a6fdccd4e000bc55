//! What the rules see of each token: its shape, what the lists say, where it stands.

use super::forms::{Form, Forms, n_folded};
use super::lexicon::Kinds;
use super::shape::Shape;
use crate::extract::Article;
use crate::text::{Gap, TokenKind};

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
    /// The number of its form among those of the article.
    pub(super) form: u32,
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
    /// Whether it keeps its small letter in headlines.
    pub(super) is_small: bool,
    /// Whether it may stand in a person's name in lower case.
    pub(super) is_particle: bool,
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

/// The words of an article, one a token.
#[derive(Clone, Default, Debug)]
pub(super) struct Words {
    words: Vec<Word>,
    /// What they are by themselves; [`Word::form`] is the index.
    pub(super) forms: Vec<Form>,
}

impl std::ops::Deref for Words {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.words
    }
}

/// Looks at every token once.
pub(super) fn read(article: &Article<'_>) -> Words {
    let mut words = Vec::with_capacity(article.tokens.len());
    let mut forms = Forms::new(article.text);
    let mut sentences = article.sentences.iter().peekable();
    let mut opened = false;
    for token in article.tokens.iter() {
        let sentence = sentences.next_if(|sentence| sentence.start() <= token.span.start()).is_some();
        let begins = sentence || opened;
        let (number, form) = forms.number(token.span, token.kind);
        words.push(Word {
            hash: form.hash,
            form: number,
            kinds: form.kinds,
            shape: form.shape,
            sentence,
            begins,
            is_small: form.is_small,
            is_particle: form.is_particle,
            ..Word::default()
        });
        opened = token.kind == TokenKind::Punctuation
            && opens(token.span.slice(article.text).unwrap_or_default(), token.gap, begins);
    }
    let forms = forms.into_forms();
    for line in &article.paragraphs {
        let range = article.tokens.within(*line);
        let style = style(article, words.get(range.clone()).unwrap_or_default(), *line);
        if style == Line::Prose {
            continue;
        }
        for word in words.get_mut(range).unwrap_or_default() {
            word.line = style;
            let plain = forms.get(word.form as usize).map_or(Kinds::NONE, |form| form.plain_kinds);
            if style == Line::Capitals && plain != Kinds::NONE {
                word.kinds = plain;
            }
        }
    }
    // By their folded forms, whether words stand in lower case anywhere.
    let mut lower = vec![false; n_folded(&forms)];
    for form in forms.iter().filter(|form| form.shape == Shape::Lower) {
        lower.get_mut(form.folded as usize).into_iter().for_each(|seen| *seen = true);
    }
    let lower: Vec<bool> = forms.iter().map(|form| lower.get(form.folded as usize) == Some(&true)).collect();
    for word in &mut words {
        word.seen_lower = lower.get(word.form as usize) == Some(&true);
    }
    Words { words, forms }
}

/// Whether what stands behind this sign begins something; `begins` says that the sign does itself.
fn opens(sign: &str, gap: Gap, begins: bool) -> bool {
    match sign {
        // What opens passes a beginning on; a bullet or a colon makes one.
        ":" | "•" => true,
        "*" | "·" | "–" | "—" | "-" | ">" | "▪" | "(" | "[" => begins,
        "\"" | "“" | "‘" | "«" | "'" => gap != Gap::None || begins,
        _ => false,
    }
}

fn style(article: &Article<'_>, words: &[Word], line: crate::text::Span) -> Line {
    let (mut capital, mut capitals, mut lower, mut small) = (0_usize, 0_usize, 0_usize, 0_usize);
    for word in words {
        match word.shape {
            Shape::Lower if word.is_small => small += 1,
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
