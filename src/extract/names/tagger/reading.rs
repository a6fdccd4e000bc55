//! An article as the model reads it.

use std::collections::HashMap;
use std::ops::Range;

use super::segment;
use super::shape::shape;
use super::word_table::{WordEntry, WordTable, short};
use crate::extract::Article;
use crate::extract::names::cut;
use crate::extract::names::decide::{Decision, decide};
use crate::extract::names::fold::{self, FoldHasher};
use crate::extract::names::words::{self, Word};
use crate::text::{Gap, Span, TokenKind};

/// How many mentions of one word are looked at beside the one at hand.
pub(super) const OTHER_MENTIONS: usize = 3;

/// How many words the phrases of the table have at most.
const LONGEST_PHRASE: usize = 4;

/// The words of an article with all that features are made of.
pub struct Reading<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) words: Vec<Word>,
    pub(super) table: &'a WordTable,
    /// What the rules decided, in reading order.
    decisions: Vec<Decision>,
    /// Which decision each token of a segment is in, one up; 0 for none.
    decided: Vec<u32>,
    /// What is known of each token in or near a segment.
    pub(super) views: Vec<View>,
    /// Where the words with a capital stand, the first few times.
    pub(super) mentions: HashMap<u64, Mentions, FoldHasher>,
    segments: Vec<Range<usize>>,
}

/// What features of a token and of its neighbours are made of.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct View {
    /// What identifies the token: the folded word, the sign, or that it is a number.
    pub(super) id: u32,
    /// A number, from 1, for all tokens that are the same by themselves, whatever stands around them.
    pub(super) lexical: u32,
    /// The pattern of its characters.
    pub(super) shape: u64,
    /// What the rules say: class and whether it begins here, then how sure they are in the low four
    /// bits; 0 where they found nothing.
    pub(super) rule: u16,
    /// What the table knows of the word.
    pub(super) entry: WordEntry,
    /// The kinds of the longest phrase of the table around it, and whether it begins here.
    pub(super) phrase: (u16, bool),
    /// How many capitals stand before it and behind it in its run.
    pub(super) run: (u8, u8),
}

/// How far from a segment features look.
const NEAR: usize = 2;

/// The first few places of one word.
#[derive(Clone, Copy, Default)]
pub(super) struct Mentions {
    pub(super) count: u32,
    pub(super) at: [u32; OTHER_MENTIONS + 1],
}

impl<'a, 't> Reading<'a, 't> {
    /// Reads an article: looks its words up, applies the rules, finds the segments.
    pub fn new(article: &'a Article<'t>, table: &'a WordTable) -> Reading<'a, 't> {
        let words = words::read(article);
        let mentions = cut::cut(article, &words);
        let decisions = decide(article, &words, mentions);
        let segments = segment::segments(&words, &decisions);
        let mut decided = vec![0; words.len()];
        for (index, decision) in decisions.iter().enumerate() {
            for slot in decided.get_mut(decision.first..decision.end).unwrap_or_default() {
                *slot = index as u32 + 1;
            }
        }
        let mut reading = Reading {
            article,
            words,
            table,
            decisions,
            decided,
            views: Vec::new(),
            mentions: HashMap::default(),
            segments,
        };
        reading.look();
        reading.find_phrases();
        reading.find_mentions();
        reading
    }

    /// The stretches of tokens that can hold names, in order; every other token is outside.
    pub fn segments(&self) -> &[Range<usize>] {
        &self.segments
    }

    pub(in crate::extract::names) fn words(&self) -> &[Word] {
        &self.words
    }

    /// What the tokens cover, in bytes; `None` for no tokens.
    pub fn span(&self, tokens: Range<usize>) -> Option<Span> {
        let first = self.article.tokens.get(tokens.start)?;
        let last = self.article.tokens.get(tokens.end.checked_sub(1)?)?;
        Some(first.span.cover(last.span))
    }

    /// The tokens that a span touches.
    pub fn tokens(&self, span: Span) -> Range<usize> {
        self.article.tokens.within(span)
    }

    /// What the rules decided, in reading order.
    pub(in crate::extract::names) fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// What the rules decided on a token.
    pub(in crate::extract::names) fn decision(&self, at: usize) -> Option<&Decision> {
        let index = self.decided.get(at).copied().unwrap_or_default();
        self.decisions.get((index as usize).checked_sub(1)?)
    }

    pub(in crate::extract::names) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.article.tokens.get(at).map(|token| token.kind)
    }

    pub(in crate::extract::names) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or_default()
    }

    pub(in crate::extract::names) fn text(&self, at: usize) -> &'t str {
        let token = self.article.tokens.get(at);
        token.and_then(|token| token.span.slice(self.article.text)).unwrap_or_default()
    }

    pub(super) fn view(&self, at: usize) -> View {
        self.views.get(at).copied().unwrap_or_default()
    }

    pub(super) fn id(&self, at: usize) -> u32 {
        self.view(at).id
    }

    fn look(&mut self) {
        self.views = vec![View::default(); self.words.len()];
        let mut numbers: HashMap<u64, u32, FoldHasher> = HashMap::default();
        let mut done = 0;
        for segment in 0..self.segments.len() {
            let Some(segment) = self.segments.get(segment).cloned() else { break };
            let end = (segment.end + NEAR).min(self.words.len());
            for at in segment.start.saturating_sub(NEAR).max(done)..end {
                let mut view = self.look_at(at);
                let next = numbers.len() as u32 + 1;
                view.lexical = *numbers.entry(self.lexical_key(at, &view)).or_insert(next);
                if let Some(slot) = self.views.get_mut(at) {
                    *slot = view;
                }
            }
            done = end;
            self.find_runs(segment);
        }
    }

    fn look_at(&self, at: usize) -> View {
        let word = self.word(at);
        let (id, entry) = match (word.hash, self.kind(at)) {
            (0, Some(TokenKind::Number)) => (1, WordEntry::default()),
            (0, Some(TokenKind::Address)) => (2, WordEntry::default()),
            (0, _) => (short(fold::hash(self.text(at))), WordEntry::default()),
            (hash, _) => (short(hash), self.table.get(WordTable::key_of(hash))),
        };
        let rule = self.decision(at).map_or(0, |decision| {
            let sure = (decision.weight.clamp(0.0, 4.9) * 3.0) as u16;
            ((decision.class as u16 + 1) << 1 | u16::from(decision.first == at)) << 4 | sure
        });
        View { id, rule, entry, shape: shape(self.text(at)), ..View::default() }
    }

    /// What all that [`Reading::lexical`] sees of a token depends on.
    fn lexical_key(&self, at: usize, view: &View) -> u64 {
        let word = self.word(at);
        let spelling = view.shape << 1 | u64::from(word.seen_lower);
        let lists = u64::from(word.kinds.bits()).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let id = if word.hash == 0 { u64::from(view.id) } else { word.hash };
        id ^ spelling.wrapping_mul(0xD6E8_FEB8_6659_FD93) ^ lists.rotate_left(23)
    }

    fn find_runs(&mut self, segment: Range<usize>) {
        let goes_on = |reading: &Self, at: usize| {
            let word = reading.word(at);
            let gap = reading.article.tokens.get(at).map_or(Gap::Blank, |token| token.gap);
            word.is_capital() && !word.sentence && gap <= Gap::Space
        };
        let mut at = segment.start;
        while at < segment.end {
            let mut end = at + 1;
            while end < segment.end && self.word(end - 1).is_capital() && goes_on(self, end) {
                end += 1;
            }
            for (index, view) in self.views.iter_mut().enumerate().take(end).skip(at) {
                let short = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
                view.run = (short(index - at), short(end - 1 - index));
            }
            at = end;
        }
    }

    fn find_phrases(&mut self) {
        for segment in &self.segments {
            let mut at = segment.start;
            while at < segment.end {
                let opens = self.view(at).entry.kinds & WordEntry::OPENS_PHRASE != 0;
                let found = opens.then(|| self.phrase(at, segment.end)).flatten();
                let Some((end, kinds)) = found else {
                    at += 1;
                    continue;
                };
                for (index, view) in self.views.iter_mut().enumerate().take(end).skip(at) {
                    view.phrase = (kinds, index == at);
                }
                at = end;
            }
        }
    }

    fn phrase(&self, at: usize, limit: usize) -> Option<(usize, u16)> {
        let first = self.article.tokens.get(at)?.span;
        (at + 2..=(at + LONGEST_PHRASE).min(limit)).rev().find_map(|end| {
            let slice = first.cover(self.article.tokens.get(end - 1)?.span).slice(self.article.text)?;
            let kinds = self.table.get(WordTable::key(slice)).kinds & !WordEntry::OPENS_PHRASE;
            (kinds != 0).then_some((end, kinds))
        })
    }

    fn find_mentions(&mut self) {
        for segment in &self.segments {
            for at in segment.clone() {
                let word = self.words.get(at).copied().unwrap_or_default();
                if word.hash == 0 || !word.is_capital() {
                    continue;
                }
                let mentions = self.mentions.entry(word.hash).or_default();
                if let Some(slot) = mentions.at.get_mut(mentions.count as usize) {
                    *slot = at as u32;
                    mentions.count += 1;
                }
            }
        }
    }
}
