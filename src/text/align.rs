//! Where the words of a text are in another version of it.
//!
//! Sequences of words that stand once in either text are the same place (P. Heckel, "A technique for isolating
//! differences between files", 1978; the idea of patience diff), wherever they have gone: sentences may have moved. They
//! are stretched as far as words agree; then what lies between two such places is compared in order, by the longest
//! common subsequence of its words. White space, and how quotation marks are typed, is of no account.

use std::collections::HashMap;
use std::ops::Range;

use super::{Span, sentences, sort_by, tokenize};

/// Lengths of sequences of words that are looked for, the longest first.
const SEEDS: [usize; 4] = [8, 5, 3, 2];
/// How many words a gap has at most that is compared word by word, in either text.
const WIDEST_GAP: usize = 400;
/// How far a neighbour is looked for, in words.
const NEAR: usize = 12;
/// How many words must agree around a place that is not hemmed in on both sides.
const CONTEXT: usize = 2;
/// How much of the shorter text must be in the longer one, for them to be versions of one text. Articles of which a fifth
/// was edited have more than half in common, reports of one event by two newsrooms less.
const VERSION: f64 = 0.5;
/// How much of a sentence must be in the other one in versions of one text.
const SENTENCE: f64 = 0.4;

/// The words of two versions of a text, and which of them are the same.
#[derive(Debug)]
pub struct Alignment<'t> {
    old: &'t str,
    new: &'t str,
    old_words: Vec<Span>,
    new_words: Vec<Span>,
    /// For each word of the old text the one that it is in the new text.
    now: Vec<Option<usize>>,
    /// Where the sentences of either text end, as counts of words.
    sentences: [Vec<usize>; 2],
    /// Whether they are two versions of one text, and not two texts that have words in common.
    is_version: bool,
}

impl<'t> Alignment<'t> {
    /// Compares two versions of a text. Takes time in proportion to their length.
    ///
    /// ```
    /// # use newsmark::text::{Alignment, Span};
    /// let old = "He spoke. The mayor of Rome wept on Monday.";
    /// let new = "The mayor of  Rome wept, they say. He spoke.";
    /// let alignment = Alignment::new(old, new);
    /// let rome = Span::new(23, 27);
    /// assert_eq!(alignment.place(rome).unwrap().slice(new), Some("Rome"));
    /// assert_eq!(alignment.place(Span::new(36, 42)), None, "Monday");
    /// ```
    pub fn new(old: &'t str, new: &'t str) -> Alignment<'t> {
        let (old_words, new_words) = (words(old), words(new));
        let mut names = HashMap::new();
        let mut ids = |text: &str, words: &[Span]| -> Vec<u32> {
            let fold = |span: &Span| {
                span.slice(text).unwrap_or_default().chars().map(fold_quote).collect::<String>()
            };
            words
                .iter()
                .map(|span| {
                    let next = names.len() as u32;
                    *names.entry(fold(span)).or_insert(next)
                })
                .collect()
        };
        let (a, b) = (ids(old, &old_words), ids(new, &new_words));
        let mut matching = Matching { now: vec![None; a.len()], was: vec![None; b.len()], a, b };
        for len in SEEDS {
            matching.seed(len);
        }
        matching.fill_gaps();
        let matched = matching.now.iter().flatten().count();
        let is_version = matched as f64 >= VERSION * matching.a.len().min(matching.b.len()) as f64;
        let sentences =
            [(old, &old_words), (new, &new_words)].map(|(text, words)| sentence_ends(text, words));
        Alignment { old, new, old_words, new_words, now: matching.now, sentences, is_version }
    }

    /// Where a span (bytes) of the old text is in the new one, where all of its words are there, next to each
    /// other, with enough around them that agrees.
    pub fn place(&self, span: Span) -> Option<Span> {
        let first = self.old_words.partition_point(|word| word.end() <= span.start());
        let last = self.old_words.partition_point(|word| word.start() < span.end()).checked_sub(1)?;
        let to = (*self.now.get(first)?)?;
        let fits =
            |from: usize, to: Option<usize>| to.is_some() && self.now.get(from).copied().flatten() == to;
        if first > last || !(first..=last).all(|word| fits(word, Some(to + word - first))) {
            return None;
        }
        let before = (1..=first).take_while(|n| fits(first - n, to.checked_sub(*n))).count();
        let behind = (1..).take_while(|n| fits(last + n, Some(to + last - first + n))).count();
        // Alone between words that are others now: only where a neighbour that is left stands as far from it as before.
        let left =
            self.now.get(..first).unwrap_or_default().iter().rev().take(NEAR).position(Option::is_some);
        let right = self.now.get(last + 1..).unwrap_or_default().iter().take(NEAR).position(Option::is_some);
        let is_near = |old: usize, new: Option<usize>| new.is_some_and(|new| new <= 2 * old + 2);
        let holds_left = left
            .is_some_and(|n| is_near(n, self.now[first - 1 - n].and_then(|left| to.checked_sub(left + 1))));
        let end = to + last - first;
        let holds_right = right
            .is_some_and(|n| is_near(n, self.now[last + 1 + n].and_then(|right| right.checked_sub(end + 1))));
        if before + behind < CONTEXT && !holds_left && !holds_right {
            return None;
        }
        if !self.is_in_the_same_sentence(first..last + 1, to..end + 1) {
            return None;
        }
        let (old_first, old_last) = (self.old_words.get(first)?, self.old_words.get(last)?);
        let (new_first, new_last) = (self.new_words.get(to)?, self.new_words.get(to + last - first)?);
        // An end may lie inside a word, or in the white space beside it.
        let start =
            (new_first.start() + span.start().max(old_first.start())).checked_sub(old_first.start())?;
        let end = new_last.end().checked_sub(old_last.end() - span.end().min(old_last.end()))?;
        let place = (start < end).then(|| Span::new(start, end))?;
        (place.slice(self.new)?.chars().map(fold_quote).filter(|c| !c.is_whitespace()))
            .eq(span.slice(self.old)?.chars().map(fold_quote).filter(|c| !c.is_whitespace()))
            .then_some(place)
    }

    /// Whether the sentences around two ranges of words are the same: to the word, or in a version of the text, as far as
    /// people edit sentences.
    fn is_in_the_same_sentence(&self, old: Range<usize>, new: Range<usize>) -> bool {
        let around = |side: usize, words: &Range<usize>| {
            let ends = &self.sentences[side];
            let last = ends.partition_point(|end| *end < words.end);
            let first = ends.partition_point(|end| *end <= words.start);
            let start = first.checked_sub(1).map_or(0, |before| ends[before]);
            start..ends.get(last).copied().unwrap_or(words.end)
        };
        let (was, is) = (around(0, &old), around(1, &new));
        let same = self.now[was.clone()].iter().flatten().filter(|to| is.contains(to)).count();
        match self.is_version {
            true => same as f64 >= SENTENCE * was.len().min(is.len()) as f64,
            false => same == was.len() && same == is.len(),
        }
    }

    /// What of the new text is where a span of the old one was: from the nearest word before it that is in both texts to the
    /// nearest one behind it. `None` where there is none near, or they have gone apart.
    pub fn opposite(&self, span: Span) -> Option<Span> {
        let first = self.old_words.partition_point(|word| word.end() <= span.start());
        let behind = self.old_words.partition_point(|word| word.start() < span.end());
        let near =
            |words: &mut dyn Iterator<Item = usize>| words.take(NEAR).find_map(|word| *self.now.get(word)?);
        let start = match near(&mut (0..first).rev()) {
            Some(left) => self.new_words.get(left)?.end(),
            None if first == 0 => 0,
            None => return None,
        };
        let end = match near(&mut (behind..self.old_words.len())) {
            Some(right) => self.new_words.get(right)?.start(),
            None if behind == self.old_words.len() => self.new.len(),
            None => return None,
        };
        (start < end).then(|| Span::new(start, end))
    }
}

struct Matching {
    a: Vec<u32>,
    b: Vec<u32>,
    now: Vec<Option<usize>>,
    was: Vec<Option<usize>>,
}

impl Matching {
    /// Matches sequences of `len` words that stand once among the words of either text that have no match yet.
    fn seed(&mut self, len: usize) {
        let once = |words: &[u32], taken: &[Option<usize>]| {
            let mut places: HashMap<Vec<u32>, Option<usize>> = HashMap::new();
            for (at, gram) in words.windows(len).enumerate() {
                if taken[at..at + len].iter().all(Option::is_none) {
                    places.entry(gram.to_vec()).and_modify(|place| *place = None).or_insert(Some(at));
                }
            }
            places
        };
        let (mut old, new) = (once(&self.a, &self.now), once(&self.b, &self.was));
        let mut pairs: Vec<(usize, usize)> =
            new.into_iter().filter_map(|(gram, to)| Some((old.remove(&gram)??, to?))).collect();
        sort_by(&mut pairs, |a, b| a.cmp(b));
        for (from, to) in pairs {
            self.stretch(from, to);
        }
    }

    /// Matches two words and all beside them that agree.
    fn stretch(&mut self, from: usize, to: usize) {
        let free = |this: &Matching, from: usize, to: usize| {
            from < this.a.len()
                && to < this.b.len()
                && this.a[from] == this.b[to]
                && this.now[from].is_none()
                && this.was[to].is_none()
        };
        let mut n = 0;
        while free(self, from + n, to + n) {
            self.join(from + n, to + n);
            n += 1;
        }
        for n in 1..=from.min(to) {
            if !free(self, from - n, to - n) {
                break;
            }
            self.join(from - n, to - n);
        }
    }

    fn join(&mut self, from: usize, to: usize) {
        self.now[from] = Some(to);
        self.was[to] = Some(from);
    }

    /// Compares what lies between matches that follow each other in both texts.
    fn fill_gaps(&mut self) {
        let mut at = 0;
        while at < self.a.len() {
            if self.now[at].is_some() {
                at += 1;
                continue;
            }
            let end = (at..self.a.len()).find(|n| self.now[*n].is_some()).unwrap_or(self.a.len());
            for new in self.opposite(at, end) {
                // What the first of two ranges has taken stays out of the second.
                let old = (at..end).find(|n| self.now[*n].is_none()).unwrap_or(end)..end;
                if old.len() <= WIDEST_GAP
                    && new.len() <= WIDEST_GAP
                    && self.was[new.clone()].iter().all(Option::is_none)
                {
                    self.compare(old, new);
                }
            }
            at = end;
        }
    }

    /// What of the new text may be the words `at..end` of the old one, of which none has a match: what lies between
    /// the matches of their neighbours, or, where these have gone apart, what follows the one and precedes the other.
    fn opposite(&self, at: usize, end: usize) -> Vec<Range<usize>> {
        let before = if at == 0 { Some(0) } else { self.now[at - 1].map(|to| to + 1) };
        let behind = if end == self.a.len() { Some(self.b.len()) } else { self.now[end] };
        let reach = 2 * (end - at) + 8;
        let free_from = |from: usize| {
            let last = (from..self.b.len().min(from + reach)).take_while(|n| self.was[*n].is_none()).last();
            last.map(|last| from..last + 1)
        };
        let free_to = |to: usize| {
            let first = (to.saturating_sub(reach)..to).rev().take_while(|n| self.was[*n].is_none()).last();
            first.map(|first| first..to)
        };
        match (before, behind) {
            (Some(from), Some(to)) if from <= to && self.was[from..to].iter().all(Option::is_none) => {
                std::iter::once(from..to).collect()
            }
            _ => [before.and_then(free_from), behind.and_then(free_to)].into_iter().flatten().collect(),
        }
    }

    /// The longest common subsequence of two gaps.
    fn compare(&mut self, old: Range<usize>, new: Range<usize>) {
        let (rows, columns) = (old.len() + 1, new.len() + 1);
        let mut best = vec![0_u16; rows * columns];
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                best[i * columns + j] = match self.a[old.start + i] == self.b[new.start + j] {
                    true => best[(i + 1) * columns + j + 1] + 1,
                    false => best[(i + 1) * columns + j].max(best[i * columns + j + 1]),
                };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < old.len() && j < new.len() {
            if self.a[old.start + i] == self.b[new.start + j] {
                self.join(old.start + i, new.start + j);
                (i, j) = (i + 1, j + 1);
            } else if best[(i + 1) * columns + j] >= best[i * columns + j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
    }
}

/// How many words of a text there are up to the end of each sentence.
fn sentence_ends(text: &str, words: &[Span]) -> Vec<usize> {
    let spans = sentences(text, &tokenize(text));
    spans.iter().map(|sentence| words.partition_point(|word| word.start() < sentence.end())).collect()
}

/// A quotation mark as it is typed plainly; all else as it is.
fn fold_quote(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' | '‟' => '"',
        '‘' | '’' | '‚' | '‛' => '\'',
        c => c,
    }
}

/// Runs of letters and digits, and every other sign by itself.
fn words(text: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let is_letter = c.is_alphanumeric();
        match words.last_mut().filter(|word| is_letter && is_open && word.end() == at) {
            Some(word) => *word = Span::new(word.start(), end),
            None if !c.is_whitespace() => words.push(Span::new(at, end)),
            None => {}
        }
        is_open = is_letter;
    }
    words
}
