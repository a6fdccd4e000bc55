//! An article as the model reads it.

use std::ops::Range;

use super::pattern::pattern;
use super::segment;
use super::word_table::{WordEntry, WordTable, short};
use crate::extract::Article;
use crate::extract::names::decide::{Decision, decide};
use crate::extract::names::fold::{self, Folder};
use crate::extract::names::forms::n_folded;
use crate::extract::names::grammar;
use crate::extract::names::words::{self, Word, Words};
use crate::text::{Gap, Span, TokenKind};

/// How many mentions of one word are looked at beside the one at hand.
pub(super) const OTHER_MENTIONS: usize = 3;

/// How many words the phrases of the table have at most.
const LONGEST_PHRASE: usize = 4;

/// The words of an article with all that features are made of.
pub struct Reading<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) words: Words,
    pub(super) table: &'a WordTable,
    /// What the rules decided, in reading order.
    decisions: Vec<Decision>,
    /// Which decision each token of a segment is in, one up; 0 for none.
    decided: Vec<u32>,
    /// What is known of each token in or near a segment.
    pub(super) views: Vec<View>,
    /// What is known of the tokens in or near segments by themselves; the first one is of no token.
    looks: Vec<Look>,
    /// Where the words with a capital stand, the first few times; by the numbers of their folded forms.
    mentions: Vec<Mentions>,
    segments: Vec<Range<usize>>,
}

/// What features of a token and of its neighbours are made of.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct View {
    /// What identifies the token: the folded word, the sign, or that it is a number.
    pub(super) id: u32,
    /// The number of its [`Look`], the same for all tokens that are the same by themselves, whatever
    /// stands around them; 0 for what is far from all segments.
    pub(super) look: u32,
    /// What the rules say: class and whether it begins here, then how sure they are in the low four
    /// bits; 0 where they found nothing.
    pub(super) rule: u16,
    /// The kinds of the longest phrase of the table around it, and whether it begins here.
    pub(super) phrase: (u16, bool),
    /// How many capitals stand before it and behind it in its run.
    pub(super) run: (u8, u8),
}

/// What the model sees of a token by itself, beyond the [`Word`].
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Look {
    /// The pattern of its characters.
    pub(super) shape: u64,
    id: u32,
    /// What the table knows of the word.
    pub(super) entry: WordEntry,
}

/// How far from a segment features look.
const NEAR: usize = 2;

/// The first few places of one word.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Mentions {
    pub(super) count: u32,
    pub(super) at: [u32; OTHER_MENTIONS + 1],
}

impl<'a, 't> Reading<'a, 't> {
    /// Reads an article: looks its words up, applies the rules, finds the segments.
    pub fn new(article: &'a Article<'t>, table: &'a WordTable) -> Reading<'a, 't> {
        let words = words::read(article);
        let mentions = grammar::mentions(article, &words);
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
            looks: vec![Look::default()],
            mentions: Vec::new(),
            segments,
        };
        reading.find_views();
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

    /// How many looks there are; their numbers are below that.
    pub(super) fn n_looks(&self) -> usize {
        self.looks.len()
    }

    /// What token `at` is by itself.
    pub(super) fn look(&self, at: usize) -> Look {
        self.looks.get(self.view(at).look as usize).copied().unwrap_or_default()
    }

    /// Where else the word at token `at` stands with a capital.
    pub(super) fn mentions(&self, at: usize) -> Mentions {
        self.mentions.get(self.folded(at)).copied().unwrap_or_default()
    }

    /// The number of the folded form of token `at`.
    fn folded(&self, at: usize) -> usize {
        self.words.forms.get(self.word(at).form as usize).map_or(0, |form| form.folded as usize)
    }

    pub(super) fn id(&self, at: usize) -> u32 {
        self.view(at).id
    }

    /// Finds the views of all tokens in or near segments.
    fn find_views(&mut self) {
        self.views = vec![View::default(); self.words.len()];
        // By form, and by whether the lists say the usual of it: the number of the look, or 0.
        let mut numbers = vec![[0; 2]; self.words.forms.len()];
        let mut done = 0;
        for segment in 0..self.segments.len() {
            let Some(segment) = self.segments.get(segment).cloned() else { break };
            let end = (segment.end + NEAR).min(self.words.len());
            for at in segment.start.saturating_sub(NEAR).max(done)..end {
                let word = self.word(at);
                let form = self.words.forms.get(word.form as usize);
                let is_usual = form.is_some_and(|form| form.kinds == word.kinds);
                let Some([usual, other]) = numbers.get_mut(word.form as usize) else { continue };
                let number = if is_usual { usual } else { other };
                if *number == 0 {
                    *number = self.looks.len() as u32;
                    let look = self.look_at(at, word.hash);
                    self.looks.push(look);
                }
                let look = *number;
                let id = self.looks.get(look as usize).map_or(0, |look| look.id);
                let rule = self.rule_at(at);
                if let Some(slot) = self.views.get_mut(at) {
                    *slot = View { id, look, rule, ..View::default() };
                }
            }
            done = end;
            self.find_runs(segment);
        }
    }

    fn look_at(&self, at: usize, hash: u64) -> Look {
        let (id, entry) = match (hash, self.kind(at)) {
            (0, Some(TokenKind::Number)) => (1, WordEntry::default()),
            (0, Some(TokenKind::Address)) => (2, WordEntry::default()),
            (0, _) => (short(fold::hash(self.text(at))), WordEntry::default()),
            (hash, _) => (short(hash), self.table.get(WordTable::key_of(hash))),
        };
        Look { shape: pattern(self.text(at)), id, entry }
    }

    fn rule_at(&self, at: usize) -> u16 {
        self.decision(at).map_or(0, |decision| {
            let sure = (decision.weight.clamp(0.0, 4.9) * 3.0) as u16;
            ((decision.class as u16 + 1) << 1 | u16::from(decision.first == at)) << 4 | sure
        })
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
                let opens = self.look(at).entry.kinds & WordEntry::OPENS_PHRASE != 0;
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

    /// The end and the kinds of the longest phrase of the table that begins at token `at`.
    fn phrase(&self, at: usize, limit: usize) -> Option<(usize, u16)> {
        let mut folder = Folder::default();
        let (mut done, mut found) = (self.article.tokens.get(at)?.span.start(), None);
        for last in at..(at + LONGEST_PHRASE).min(limit) {
            let end = self.article.tokens.get(last)?.span.end();
            folder.add(self.article.text.get(done..end)?);
            done = end;
            if last > at {
                let kinds = self.table.get(WordTable::key_of(folder.hash())).kinds & !WordEntry::OPENS_PHRASE;
                found = if kinds == 0 { found } else { Some((last + 1, kinds)) };
            }
        }
        found
    }

    fn find_mentions(&mut self) {
        self.mentions = vec![Mentions::default(); n_folded(&self.words.forms)];
        for segment in &self.segments {
            for at in segment.clone() {
                let word = self.word(at);
                if word.hash == 0 || !word.is_capital() {
                    continue;
                }
                let folded = self.folded(at);
                let Some(mentions) = self.mentions.get_mut(folded) else { continue };
                if let Some(slot) = mentions.at.get_mut(mentions.count as usize) {
                    *slot = at as u32;
                    mentions.count += 1;
                }
            }
        }
    }
}
