//! Runs: what could be one name by its spelling alone, and the pieces it is made of.

use super::fold::Folder;
use super::lexicon::{Kinds, Lexicon, word_set};
use super::mention::Mention;
use super::shape::Shape;
use super::words::Word;
use crate::extract::Article;
use crate::text::{Gap, Span, TokenKind};

/// No name has more tokens; the rest of a longer run is a run of its own.
const LONGEST_RUN: usize = 32;

word_set! {
    /// Abbreviations whose full stop goes on with a name.
    ABBREVIATIONS: "mr mrs ms mx dr drs prof rev fr st mt ft gen col lt maj capt sgt cpl cmdr adm brig gov sen sens rep reps hon pres messrs supt insp engr barr jr sr co inc bros no"
}

word_set! {
    /// What follows a surname.
    SUFFIXES: "jr sr ii iii iv phd"
}

word_set! {
    /// Words whose possessive stands inside names: "Workers' Party", "Women's League".
    OWNERS: "children women men people peoples workers teachers farmers nurses lawyers writers journalists students employers traders shippers officers doctors veterans mothers fathers kings king queen queens artists actors players girls boys bankers manufacturers exporters importers producers growers fishermen consumers citizens parents soldiers governors judges prosecutors prosecutor attorney general ombudsman"
}

/// A known phrase or a single word within a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) kinds: Kinds,
    pub(super) hash: u64,
    pub(super) shape: Shape,
    /// It means something in English and names nothing by itself.
    pub(super) plain: bool,
}

impl Piece {
    pub(super) fn any(&self, kinds: Kinds) -> bool {
        self.kinds.any(kinds)
    }

    /// Neither the lists nor the language know it.
    pub(super) fn is_unknown(&self) -> bool {
        !self.plain && !self.any(Kinds::NAME.or(Kinds::PERSON).or(Kinds::WORDS))
    }

    pub(super) fn is_initial(&self) -> bool {
        self.shape == Shape::Initial
    }

    /// Whether it may stand in a person's name.
    pub(super) fn is_personal(&self) -> bool {
        self.any(Kinds::PERSON) || self.is_unknown() || self.is_initial() || SUFFIXES.has(self.hash)
    }

    pub(super) fn is_name_only(&self) -> bool {
        self.any(Kinds::NAME) && !self.any(Kinds::PERSON)
    }
}

/// Several tokens that the lists know as one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// The token behind its last.
    pub(super) end: usize,
    pub(super) kinds: Kinds,
    /// The hash of its folded form.
    pub(super) hash: u64,
}

/// Goes through an article and collects mentions.
pub(super) struct Cutter<'a, 't> {
    pub(super) article: &'a Article<'t>,
    pub(super) words: &'a [Word],
    pub(super) lexicon: &'static Lexicon,
    pub(super) mentions: Vec<Mention>,
    /// Where a second person may stand under a title of several: behind "Presidents A and".
    pub(super) company: Option<usize>,
}

impl Cutter<'_, '_> {
    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or_default()
    }

    pub(super) fn text(&self, at: usize) -> &str {
        self.article.tokens.get(at).and_then(|token| token.span.slice(self.article.text)).unwrap_or_default()
    }

    pub(super) fn gap(&self, at: usize) -> Gap {
        self.article.tokens.get(at).map_or(Gap::Blank, |token| token.gap)
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.article.tokens.get(at).map_or(TokenKind::Punctuation, |token| token.kind)
    }

    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        let tokens = &self.article.tokens;
        match (tokens.get(first), end.checked_sub(1).and_then(|last| tokens.get(last))) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// Whether token `at` can go on with a name that the token before it is in.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let word = self.word(at);
        word.is_capital() && !word.sentence && self.gap(at) == Gap::Space
    }

    /// The end of the run that holds the tokens before `at`.
    fn run_end(&self, first: usize, mut at: usize) -> usize {
        while at < first + LONGEST_RUN {
            let next = self.word(at);
            if next.sentence || at >= self.words.len() {
                break;
            }
            if self.goes_on(at) {
                at += 1;
                continue;
            }
            let before = self.word(at.saturating_sub(1));
            let joined = self.gap(at) == Gap::None;
            let text = self.text(at);
            let step = match text {
                // An initial or an abbreviation: "J. Austin", "Dr. Weiss", "St. Louis".
                "." if joined && self.goes_on(at + 1) => {
                    let stops = before.shape == Shape::Initial
                        || before.shape == Shape::Capital && ABBREVIATIONS.has(before.hash);
                    if stops { 2 } else { 0 }
                }
                "-" | "‑" | "&" | "/" if joined && self.gap(at + 1) == Gap::None && text != "/" => {
                    let capital = self.word(at + 1).is_capital();
                    // "Park Geun-hye", "Kim Yo-jong": the second half is small.
                    let small_half = text == "-"
                        && self.word(at + 1).shape == Shape::Lower
                        && !self.word(at + 1).kinds.any(Kinds::COMMON)
                        && self.korean(at);
                    if capital || small_half {
                        2
                    } else if self.word(at + 1).is_particle
                        && self.text(at + 2) == "-"
                        && self.word(at + 3).is_capital()
                    {
                        4
                    } else {
                        0
                    }
                }
                "&" if self.goes_on(at + 1) => 2,
                "'" | "’" if joined && self.goes_on(at + 1) && OWNERS.has(before.hash) => 2,
                _ if self.kind(at) == TokenKind::Clitic
                    && self.goes_on(at + 1)
                    && OWNERS.has(before.hash) =>
                {
                    2
                }
                _ if next.shape == Shape::Lower && next.is_particle && self.gap(at) == Gap::Space => {
                    self.particle(at)
                }
                _ => 0,
            };
            if step == 0 {
                break;
            }
            at += step;
        }
        at
    }

    /// Whether a hyphen at `at` stands in a Korean or Chinese given name behind a family name.
    fn korean(&self, at: usize) -> bool {
        let family = at.checked_sub(2).map(|at| self.word(at)).unwrap_or_default();
        family.kinds.any(Kinds::PERSON)
            && self.gap(at.saturating_sub(1)) == Gap::Space
            && self.text(at + 1).len() <= 6
    }

    /// How many tokens of particles and the name behind them go on with a run: "bin Salman",
    /// "van der Berg", "al-Assad".
    fn particle(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < at + 3 && self.word(end).shape == Shape::Lower && self.word(end).is_particle {
            end += 1;
        }
        if self.goes_on(end) && !self.word(end).is_plain() {
            return end + 1 - at;
        }
        let hyphen = self.text(end) == "-" && self.gap(end) == Gap::None && self.gap(end + 1) == Gap::None;
        if hyphen && self.word(end + 1).is_capital() { end + 2 - at } else { 0 }
    }

    /// The longest phrase of the lists that begins at token `at`.
    pub(super) fn phrase(&self, at: usize) -> Option<Phrase> {
        let longest = self.lexicon.longest(self.word(at).hash);
        if longest == 0 {
            return None;
        }
        let text = self.article.text;
        let start = self.span(at, at + 1).start();
        let mut folder = Folder::default();
        let (mut done, mut found) = (start, None);
        for last in at..(at + longest + 1).min(self.words.len()) {
            if last > at && (self.word(last).sentence || self.gap(last) > Gap::Line) {
                break;
            }
            let end = self.span(last, last + 1).end();
            folder.add(text.get(done..end).unwrap_or_default());
            done = end;
            if last == at || !self.lexicon.knows(folder.hash()) {
                continue;
            }
            let (hash, slice) = (folder.hash(), text.get(start..end).unwrap_or_default());
            let kinds = self.lexicon.kinds(hash, !slice.contains(char::is_lowercase));
            if kinds != Kinds::NONE
                && self.is_written_as_name(at, last + 1, kinds)
                && self.ends_whole(last + 1)
            {
                found = Some(Phrase { end: last + 1, kinds, hash });
            }
        }
        found
    }

    /// A phrase does not end before a hyphen that goes on in capitals, nor on a stop that ends a
    /// sentence.
    fn ends_whole(&self, end: usize) -> bool {
        self.text(end.saturating_sub(1)) != "."
    }

    fn is_written_as_name(&self, first: usize, end: usize, kinds: Kinds) -> bool {
        let mut lower = (first + 1..end).map(|at| self.word(at)).filter(|word| word.shape == Shape::Lower);
        let name = kinds.any(Kinds::NAME) && !self.word(first).begins;
        lower.all(|word| name || word.is_small || word.is_particle)
    }

    /// The pieces of the run that begins at `first`, and its end.
    pub(super) fn pieces(&self, first: usize) -> (Vec<Piece>, usize) {
        let mut pieces = Vec::new();
        let mut end = self.run_end(first, first + 1);
        let mut at = first;
        while at < end {
            let word = self.word(at);
            if let Some(Phrase { end: phrase_end, kinds, hash }) = self.phrase(at) {
                pieces.push(Piece {
                    first: at,
                    end: phrase_end,
                    kinds,
                    hash,
                    shape: word.shape,
                    plain: false,
                });
                at = phrase_end;
                if at > end {
                    end = self.run_end(first, at);
                }
                continue;
            }
            if matches!(self.kind(at), TokenKind::Word | TokenKind::Acronym) {
                let mut piece_end = at + 1;
                // A particle and the name behind it are one piece: "al-Assad", "van der Berg".
                if word.shape == Shape::Lower && word.is_particle {
                    while piece_end < end && !self.word(piece_end).is_capital() {
                        piece_end += 1;
                    }
                    piece_end = (piece_end + 1).min(end);
                    let kinds = self.word(piece_end.saturating_sub(1)).kinds;
                    let kinds = if kinds.any(Kinds::PERSON) { Kinds::SURNAME } else { Kinds::NONE };
                    pieces.push(Piece {
                        first: at,
                        end: piece_end,
                        kinds,
                        hash: word.hash,
                        shape: Shape::Capital,
                        plain: false,
                    });
                } else {
                    // The small half of "Geun-hye" belongs to the piece before.
                    if word.shape == Shape::Lower {
                        if let Some(before) = pieces.last_mut() {
                            before.end = piece_end;
                        }
                    } else {
                        let (kinds, hash, shape) = (word.kinds, word.hash, word.shape);
                        pieces.push(Piece {
                            first: at,
                            end: piece_end,
                            kinds,
                            hash,
                            shape,
                            plain: word.is_plain(),
                        });
                    }
                }
                at = piece_end;
                continue;
            }
            at += 1;
        }
        (pieces, end)
    }
}
