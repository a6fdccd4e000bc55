//! A text as its figures see it: sentence by sentence, with each figure, time and name as one item among the words.

use std::ops::Range;

use super::class::Class;
use super::interval::float;
use super::lexicon::class_of;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::is_mention;
use crate::facts::reading::{Reading, is_fact};
use crate::facts::stated::{Measure, Stated};
use crate::facts::stems::{Stem, stem};
use crate::label::LabelCode;
use crate::text::{Gap, Span, TokenKind, sort_by_key};
use crate::value::{Decimal, Timex, Value};

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::facts) enum What {
    /// The figure of this number.
    Figure(usize),
    /// The time of this number.
    Time(usize),
    /// A name of this kind.
    Name(NameKind),
    Word,
    /// A sign of punctuation, by its first character.
    Sign(char),
}

/// What a name names, as far as counting goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::facts) enum NameKind {
    Person,
    Place,
    /// Members of a nation, a party, a religion: they can be counted.
    Group,
    Other,
}

/// A word, a sign, or a whole figure, time or name.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Item {
    pub(in crate::facts) span: Span,
    pub(in crate::facts) what: What,
    pub(in crate::facts) class: Class,
    /// The word in small letters; empty for all else but names of groups.
    pub(in crate::facts) word: String,
}

/// A figure at its place.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Fig {
    pub(in crate::facts) id: AnnotationId,
    pub(in crate::facts) span: Span,
    /// Its number among the items.
    pub(in crate::facts) item: usize,
    /// The number of its sentence.
    pub(in crate::facts) sentence: usize,
    pub(in crate::facts) stated: Stated,
    /// The number, as one that can be divided.
    number: f64,
}

/// A date, time or length at its place.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Time {
    pub(in crate::facts) id: AnnotationId,
    pub(in crate::facts) span: Span,
    pub(in crate::facts) item: usize,
    pub(in crate::facts) sentence: usize,
    pub(in crate::facts) timex: Timex,
}

/// A sentence: its items, and where it stands.
#[derive(Clone, Debug)]
pub(in crate::facts) struct Sentence {
    pub(in crate::facts) items: Range<usize>,
    /// The number of its paragraph.
    pub(in crate::facts) paragraph: usize,
    /// Whether it is a line of its own at the head of the text, without a stop.
    pub(in crate::facts) is_headline: bool,
}

/// A text, made ready for its figures to be read.
#[derive(Debug)]
pub(in crate::facts) struct Passage<'r> {
    pub(in crate::facts) reading: &'r Reading<'r>,
    pub(in crate::facts) items: Vec<Item>,
    pub(in crate::facts) sentences: Vec<Sentence>,
    pub(in crate::facts) figures: Vec<Fig>,
    pub(in crate::facts) times: Vec<Time>,
}

/// Something that stands as one item.
enum Unit<'d> {
    Figure(&'d Annotation, Stated),
    Time(&'d Annotation, &'d Timex),
    Name(&'d Annotation, NameKind),
}

impl<'d> Unit<'d> {
    fn read(annotation: &'d Annotation, words: &str) -> Option<Unit<'d>> {
        if let Some(Value::Timex(timex)) = &annotation.value {
            return Some(Unit::Time(annotation, timex));
        }
        if let Some(stated) = annotation.value.as_ref().and_then(|value| Stated::read(value, words)) {
            return Some(Unit::Figure(annotation, stated));
        }
        let kind = match () {
            () if !is_mention(annotation) => return None,
            () if annotation.label == LabelCode::PERSON => NameKind::Person,
            () if annotation.label == LabelCode::LOC => NameKind::Place,
            () if annotation.label == LabelCode::NORP => NameKind::Group,
            () => NameKind::Other,
        };
        Some(Unit::Name(annotation, kind))
    }

    fn span(&self) -> Span {
        match self {
            Unit::Figure(annotation, _) | Unit::Time(annotation, _) | Unit::Name(annotation, _) => {
                annotation.span
            }
        }
    }
}

/// The units of a text that do not overlap: figures and times before names.
fn units<'d>(reading: &Reading<'d>) -> Vec<Unit<'d>> {
    let document = reading.document;
    let facts = document.annotations().iter().filter(|it| is_fact(it) && !it.label.is_speech());
    let all: Vec<Unit<'d>> = facts.filter_map(|it| Unit::read(it, document.quote(it))).collect();
    let (names, mut figures): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|unit| matches!(unit, Unit::Name(..)));
    let mut last = 0;
    figures.retain(|unit| {
        let is_free = unit.span().start() >= last;
        last = if is_free { unit.span().end() } else { last };
        is_free
    });
    let mut last = 0;
    let mut at = 0;
    let mut kept = Vec::new();
    for name in names {
        let span = name.span();
        while figures.get(at).is_some_and(|unit| unit.span().end() <= span.start()) {
            at += 1;
        }
        let is_free = figures.get(at).is_none_or(|unit| unit.span().start() >= span.end());
        if is_free && span.start() >= last {
            last = span.end();
            kept.push(name);
        }
    }
    figures.extend(kept);
    sort_by_key(&mut figures, |unit| unit.span().start());
    figures
}

impl<'r> Passage<'r> {
    pub(in crate::facts) fn read(reading: &'r Reading<'r>) -> Passage<'r> {
        let mut passage = Passage {
            reading,
            items: Vec::with_capacity(reading.tokens.len()),
            sentences: Vec::with_capacity(reading.sentences.len()),
            figures: Vec::new(),
            times: Vec::new(),
        };
        let units = units(reading);
        let (mut unit, mut token, mut paragraph) = (0, 0, 0);
        for (number, sentence) in reading.sentences.iter().enumerate() {
            let first = passage.items.len();
            while let Some(next) = reading.tokens.get(token).filter(|it| it.span.start() < sentence.end()) {
                if next.gap == Gap::Blank && token > 0 {
                    paragraph += 1;
                }
                while units.get(unit).is_some_and(|it| it.span().end() <= next.span.start()) {
                    unit += 1;
                }
                let of_unit = units.get(unit).filter(|it| it.span().contains(next.span));
                let Some(of_unit) = of_unit else {
                    passage.push_token(next.kind, next.span);
                    token += 1;
                    continue;
                };
                passage.push_unit(of_unit, number);
                let end = of_unit.span().end();
                while reading.tokens.get(token).is_some_and(|it| it.span.start() < end) {
                    token += 1;
                }
                unit += 1;
            }
            let items = first..passage.items.len();
            passage.sentences.push(Sentence { items, paragraph, is_headline: false });
        }
        passage.find_headline();
        passage
    }

    fn push_token(&mut self, kind: TokenKind, span: Span) {
        let text = span.slice(self.reading.text()).unwrap_or_default();
        let is_word =
            matches!(kind, TokenKind::Word | TokenKind::Acronym | TokenKind::Clitic | TokenKind::Number);
        let (what, word) = match text.chars().next() {
            Some(sign) if !is_word => (What::Sign(sign), String::new()),
            _ => (What::Word, text.to_lowercase()),
        };
        self.items.push(Item { span, what, class: class_of(&word), word });
    }

    fn push_unit(&mut self, unit: &Unit<'_>, sentence: usize) {
        let (item, span) = (self.items.len(), unit.span());
        let (what, word) = match unit {
            Unit::Figure(annotation, stated) => {
                let stated = stated.clone();
                let number = float(stated.number);
                self.figures.push(Fig { id: annotation.id, span, item, sentence, stated, number });
                (What::Figure(self.figures.len() - 1), String::new())
            }
            Unit::Time(annotation, timex) => {
                let timex = (*timex).clone();
                self.times.push(Time { id: annotation.id, span, item, sentence, timex });
                (What::Time(self.times.len() - 1), String::new())
            }
            Unit::Name(_, kind) => {
                (What::Name(*kind), span.slice(self.reading.text()).unwrap_or_default().to_lowercase())
            }
        };
        self.items.push(Item { span, what, class: Class::default(), word });
    }

    /// The first line is a headline where it has no stop at its end, and a blank line behind it.
    fn find_headline(&mut self) {
        let ends =
            self.sentences.first().and_then(|it| self.items.get(it.items.clone())?.last().map(|it| it.what));
        let has_more = self.sentences.iter().any(|sentence| sentence.paragraph > 0);
        let is_alone = self.sentences.iter().filter(|sentence| sentence.paragraph == 0).count() == 1;
        if let Some(first) = self.sentences.first_mut() {
            first.is_headline =
                has_more && is_alone && !matches!(ends, Some(What::Sign('.' | '!' | '?' | ':')));
        }
    }

    pub(in crate::facts) fn text(&self) -> &'r str {
        self.reading.text()
    }

    /// What a figure says, as it is written.
    // Called from hundreds of places, once for each figure: small code goes before speed here and below.
    #[inline(never)]
    pub(in crate::facts) fn words(&self, span: Span) -> &'r str {
        span.slice(self.text()).unwrap_or_default()
    }

    /// The words from one item to another, both included.
    pub(in crate::facts) fn words_of(&self, first: usize, last: usize) -> &'r str {
        let spans = self.items.get(first).zip(self.items.get(last));
        spans.map_or("", |(first, last)| self.words(first.span.cover(last.span)))
    }

    #[inline(never)]
    pub(in crate::facts) fn item(&self, at: usize) -> Option<&Item> {
        self.items.get(at)
    }

    #[inline(never)]
    pub(in crate::facts) fn word(&self, at: usize) -> &str {
        self.items.get(at).map_or("", |item| item.word.as_str())
    }

    #[inline(never)]
    pub(in crate::facts) fn class(&self, at: usize) -> Class {
        self.items.get(at).map_or_else(Class::default, |item| item.class)
    }

    #[inline(never)]
    pub(in crate::facts) fn is_sign(&self, at: usize, signs: &[char]) -> bool {
        matches!(self.items.get(at).map(|item| item.what), Some(What::Sign(sign)) if signs.contains(&sign))
    }

    #[inline(never)]
    pub(in crate::facts) fn sentence(&self, number: usize) -> Range<usize> {
        self.sentences.get(number).map_or(0..0, |sentence| sentence.items.clone())
    }

    /// The figures of a sentence.
    #[inline(never)]
    pub(in crate::facts) fn figures_of(&self, sentence: usize) -> &[Fig] {
        let from = self.figures.partition_point(|it| it.sentence < sentence);
        let to = self.figures.partition_point(|it| it.sentence <= sentence);
        self.figures.get(from..to).unwrap_or_default()
    }

    /// The times of a sentence.
    #[inline(never)]
    pub(in crate::facts) fn times_of(&self, sentence: usize) -> &[Time] {
        let from = self.times.partition_point(|it| it.sentence < sentence);
        let to = self.times.partition_point(|it| it.sentence <= sentence);
        self.times.get(from..to).unwrap_or_default()
    }

    /// Whether one of these words stands between two items, both left out.
    #[inline(never)]
    pub(in crate::facts) fn has_word(&self, range: Range<usize>, words: &[&str]) -> bool {
        self.items.get(range).unwrap_or_default().iter().any(|item| words.contains(&item.word.as_str()))
    }

    /// Whether a word of one of these classes stands there.
    #[inline(never)]
    pub(in crate::facts) fn has_class(&self, range: Range<usize>, class: Class) -> bool {
        self.items.get(range).unwrap_or_default().iter().any(|item| item.class.has(class))
    }

    /// Whether one of these signs stands there.
    #[inline(never)]
    pub(in crate::facts) fn has_sign(&self, range: Range<usize>, signs: &[char]) -> bool {
        range.into_iter().any(|at| self.is_sign(at, signs))
    }

    /// How many words, names, figures and times stand there.
    #[inline(never)]
    pub(in crate::facts) fn count_words(&self, range: Range<usize>) -> usize {
        let items = self.items.get(range).unwrap_or_default();
        items.iter().filter(|item| !matches!(item.what, What::Sign(_))).count()
    }

    /// The item of the word that leads to what stands at `item`, with articles and "about" left out; `None` at the
    /// beginning of the sentence.
    #[inline(never)]
    pub(in crate::facts) fn lead(&self, item: usize, sentence: usize) -> Option<usize> {
        let from = self.sentence(sentence).start;
        let mut at = item;
        while at > from {
            at -= 1;
            let class = self.class(at);
            let before = at.checked_sub(1).filter(|before| *before >= from);
            // "more than", "at least", "as many as": of how exactly it is told, not of what leads to it.
            if let Some(before) = before {
                let pair = (self.word(before), self.word(at));
                let is_than = pair.1 == "than"
                    && matches!(pair.0, "more" | "less" | "fewer" | "greater" | "other")
                    && !self.compares(before, from);
                if is_than || matches!(pair, ("at", "least" | "most" | "around" | "about")) {
                    at -= 1;
                    continue;
                }
            }
            if class.has(Class::ABOUT) && !self.leads_by_itself(at) || self.word(at) == "-" {
                continue;
            }
            return Some(at);
        }
        None
    }

    /// Whether a comparative has a figure before it: "12 more than the 40 of last year".
    fn compares(&self, comparative: usize, from: usize) -> bool {
        let near = comparative.saturating_sub(3).max(from)..comparative;
        let near = self.items.get(near).unwrap_or_default().iter().rev();
        // "$23 billion and more than 1,400" are two things.
        let near =
            near.take_while(|item| !item.class.has(Class::JOIN) && !matches!(item.what, What::Sign(_)));
        near.into_iter().any(|item| matches!(item.what, What::Figure(_)))
    }

    /// "Up" and "down" tell of a change, unless something else leads to the figure behind them.
    fn leads_by_itself(&self, at: usize) -> bool {
        matches!(self.word(at), "up" | "down")
    }

    /// The keys of the nouns that a figure counts, as far as the words right behind it tell.
    #[inline(never)]
    pub(in crate::facts) fn noun_of(&self, figure: &Fig) -> Option<Noun> {
        let sentence = self.sentence(figure.sentence);
        let mut best: Option<Noun> = None;
        let mut at = figure.item + 1;
        let mut steps = 0;
        while at < sentence.end && steps < 5 {
            let Some(item) = self.items.get(at) else { break };
            match item.what {
                What::Sign('-' | '‑' | '–') if at == figure.item + 1 => {}
                What::Word
                    if matches!(
                        item.word.as_str(),
                        "of" | "more" | "other" | "new" | "the" | "its" | "their" | "all" | "these"
                    ) && best.is_none() => {}
                What::Word if item.word.ends_with("'s") || item.word == "’s" => {}
                What::Word => {
                    let ends = Class::AUXILIARY | Class::PREPOSITION | Class::JOIN;
                    if item.class.has(ends) && item.word != "up" {
                        break;
                    }
                    let Some(stem) = stem(&item.word) else { break };
                    let is_plural = is_plural(&item.word);
                    // The first plural is what is counted; what follows is a verb or something else.
                    best =
                        Some(Noun { item: at, first: best.map_or(at, |noun| noun.first), stem, is_plural });
                    if is_plural {
                        break;
                    }
                    steps += 1;
                }
                What::Name(NameKind::Group) => {
                    let stem = stem(&item.word)?;
                    best = Some(Noun {
                        item: at,
                        first: best.map_or(at, |noun| noun.first),
                        stem,
                        is_plural: true,
                    });
                    if is_plural(&item.word) {
                        break;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        best
    }

    /// The figures of a range of sentences.
    #[inline(never)]
    pub(in crate::facts) fn figures_between(&self, first: usize, last: usize) -> &[Fig] {
        let from = self.figures.partition_point(|it| it.sentence < first);
        let to = self.figures.partition_point(|it| it.sentence <= last);
        self.figures.get(from..to).unwrap_or_default()
    }
}

/// The noun that a figure counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::facts) struct Noun {
    /// The item of the noun itself.
    pub(in crate::facts) item: usize,
    /// The first item of its phrase.
    pub(in crate::facts) first: usize,
    pub(in crate::facts) stem: Stem,
    pub(in crate::facts) is_plural: bool,
}

fn is_plural(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "people", "men", "women", "children", "police", "troops", "crew", "staff", "personnel", "aircraft",
        "sheep", "cattle", "fish", "livestock", "feet", "mice", "geese", "media", "criteria", "infantry",
        "deer", "poultry",
    ];
    IRREGULAR.contains(&word)
        || word.ends_with("men") && word.len() > 4
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
}

impl Fig {
    #[inline(never)]
    pub(in crate::facts) fn number(&self) -> f64 {
        self.number
    }

    /// Whether it is a part of one, such as "a third".
    #[inline(never)]
    pub(in crate::facts) fn is_fraction(&self) -> bool {
        self.stated.measure == Measure::Count
            && self.stated.number > Decimal::ZERO
            && self.stated.number < Decimal::ONE
    }

    #[inline(never)]
    pub(in crate::facts) fn is_percent(&self) -> bool {
        self.stated.measure == Measure::Percent { points: false }
    }

    #[inline(never)]
    pub(in crate::facts) fn is_count(&self) -> bool {
        self.stated.measure == Measure::Count && !self.is_fraction()
    }

    /// Whether it is told without "more than" and the like, and no range.
    #[inline(never)]
    pub(in crate::facts) fn is_plain(&self) -> bool {
        self.stated.is_plain()
    }
}
