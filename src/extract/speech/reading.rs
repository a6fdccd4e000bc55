//! An article as this room reads it: what each token can be, what names and dates cover it, and whether it
//! stands between quote marks.

use super::inflection::Form;
use super::lexicon::{Class, Lexicon, Sort, Verb};
use super::quotes::{Marks, Quoted};
use crate::extract::names::fold;
use crate::extract::names::lexicon::{Kinds, Lexicon as Names};
use crate::extract::{Article, Suggestion};
use crate::label::LabelCode;
use crate::text::{Gap, Span, TokenKind, one_line};

/// One token.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Word {
    /// What it can be; nothing for what is no word.
    pub(super) class: Class,
    /// The verb of saying, asking, thinking or wanting that it may be a form of.
    pub(super) verb: Option<(u16, Form)>,
    /// Of what it is a noun, where it is one for what is said or thought.
    pub(super) noun: Option<Sort>,
    /// The name that covers it, as an index into the suggestions and one more.
    name: u32,
    /// Whether a date or a time covers it.
    pub(super) is_time: bool,
    /// Whether it stands within a quote.
    pub(super) is_quoted: bool,
}

/// An article with all that is known of its tokens.
pub(super) struct Reading<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) suggestions: &'a [Suggestion],
    /// What stands between quote marks, in order.
    pub(super) quoted: Vec<Quoted>,
    words: Vec<Word>,
}

/// No sentence is read further than so many tokens to either side.
pub(super) const LONGEST: usize = 160;

impl<'a, 't> Reading<'a, 't> {
    /// Looks at every token once.
    pub(super) fn new(article: &'a Article<'t>, suggestions: &'a [Suggestion]) -> Reading<'a, 't> {
        let lexicon = Lexicon::get();
        let words = article.tokens.iter().map(|token| {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Acronym) {
                return Word::default();
            }
            let entry = lexicon.entry(fold::hash(token.span.slice(article.text).unwrap_or_default()));
            Word { class: entry.class, verb: entry.verb, noun: entry.noun, ..Word::default() }
        });
        let mut words: Vec<Word> = words.collect();
        for (index, suggestion) in suggestions.iter().enumerate() {
            let tokens = article.tokens.within(suggestion.span);
            let words = words.get_mut(tokens).unwrap_or_default();
            match suggestion.label.as_str() {
                "PERSON" | "ORG" | "LOC" | "NORP" | "PRODUCT" | "EVENT" | "WORK" => {
                    words.iter_mut().for_each(|word| word.name = u32::try_from(index + 1).unwrap_or(0));
                }
                // "0.25 percentage points to": nobody points.
                "PERCENT" | "MONEY" | "QUANTITY" => words.iter_mut().for_each(|word| {
                    (word.verb, word.noun) = (None, None);
                }),
                "DATE" | "TIME" => words.iter_mut().for_each(|word| word.is_time = true),
                _ => {}
            }
        }
        let quoted = Marks { article }.quoted();
        for quoted in &quoted {
            let words = words.get_mut(quoted.first..quoted.end).unwrap_or_default();
            words.iter_mut().for_each(|word| word.is_quoted = true);
        }
        Reading { article, suggestions, quoted, words }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// Whether a token is of any of these classes.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.word(at).class.any(class)
    }

    /// The verb that a token may be.
    pub(super) fn verb(&self, at: usize) -> Option<(Verb, Form)> {
        self.word(at).verb.map(|(number, form)| (Lexicon::get().verb(number), form))
    }

    /// The name that covers a token: an index into the suggestions.
    pub(super) fn name(&self, at: usize) -> Option<usize> {
        usize::try_from(self.word(at).name).ok()?.checked_sub(1)
    }

    /// The name that covers a token, if it has one of these labels.
    pub(super) fn name_of(&self, at: usize, labels: &[LabelCode]) -> Option<usize> {
        self.name(at)
            .filter(|&name| self.suggestions.get(name).is_some_and(|name| labels.contains(&name.label)))
    }

    /// The tokens of a suggestion.
    pub(super) fn tokens(&self, suggestion: usize) -> std::ops::Range<usize> {
        self.suggestions
            .get(suggestion)
            .map_or(0..0, |suggestion| self.article.tokens.within(suggestion.span))
    }

    /// What a token says; nothing for a comma within a number.
    pub(super) fn text(&self, at: usize) -> &'t str {
        let token = self.article.tokens.get(at);
        let text = token.and_then(|token| token.span.slice(self.article.text)).unwrap_or_default();
        let is_within = text == "," && self.is_number(at + 1) && self.gap(at + 1) == Gap::None;
        if is_within { "" } else { text }
    }

    /// Whether a token is this word, in any case.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.article.tokens.get(at).map_or(Gap::Blank, |token| token.gap)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.article.tokens.get(at).is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Acronym | TokenKind::Number)
        })
    }

    pub(super) fn is_clitic(&self, at: usize) -> bool {
        self.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Clitic)
    }

    /// Whether a token is a number in digits.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether a token is a double quote mark.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        matches!(self.text(at), "\"" | "“" | "”" | "«" | "»" | "„")
    }

    /// Whether a token may stand between a subject and its verb: "also", "repeatedly".
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let text = self.text(at);
        self.is(at, Class::ADVERB) || text.len() > 4 && text.ends_with("ly") && !self.is_capital(at)
    }

    /// Whether a token in small letters is what a person is, such as "minister".
    pub(super) fn is_role(&self, at: usize) -> bool {
        !self.is_capital(at) && self.is_title(at)
    }

    /// Whether a token is a title or a role, in any letters.
    pub(super) fn is_title(&self, at: usize) -> bool {
        Names::get().kinds(fold::hash(self.text(at)), false).any(Kinds::TITLE)
    }

    /// The span from one token to before another.
    pub(super) fn span(&self, first: usize, end: usize) -> Option<Span> {
        let (from, to) = (self.article.tokens.get(first)?, self.article.tokens.get(end.checked_sub(1)?)?);
        (first < end).then(|| from.span.cover(to.span))
    }

    /// The text from one token to before another, on one line.
    pub(super) fn slice(&self, first: usize, end: usize) -> String {
        let text = self.span(first, end).and_then(|span| span.slice(self.article.text)).unwrap_or_default();
        one_line(text)
    }

    /// The sentence of a token, in tokens, as far as it is within reach.
    pub(super) fn sentence(&self, at: usize) -> std::ops::Range<usize> {
        let start = self.article.tokens.get(at).map_or(usize::MAX, |token| token.span.start());
        let sentences = &self.article.sentences;
        let place = sentences.partition_point(|sentence| sentence.start() <= start);
        let sentence = place.checked_sub(1).and_then(|place| sentences.get(place));
        let tokens = sentence.map_or(at..at, |sentence| self.article.tokens.within(*sentence));
        tokens.start.max(at.saturating_sub(LONGEST))..tokens.end.min(at + LONGEST)
    }

    /// The paragraph of a token, counted from 1.
    pub(super) fn paragraph(&self, at: usize) -> usize {
        let start = self.article.tokens.get(at).map_or(usize::MAX, |token| token.span.start());
        self.article.paragraphs.partition_point(|paragraph| paragraph.start() <= start)
    }
}
