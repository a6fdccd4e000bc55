//! Who said what: quotes, told speech, and their sources.
//!
//! Each file here reads one thing, and knows of those before it in this list:
//!
//! - `inflection`, `lexicon`: the words that tie speech to its source;
//! - `reading`: an article's tokens with what each can be;
//! - `phrase`: noun phrases; `content`: what a cue governs; `source`: who says so; `cue`: all three in one
//!   sentence (its grammar stands there); `telling`: whether it was said at all;
//! - `gender`, `resolution`: whom "she" and "the minister" mean; `anonymity`: why somebody is not named;
//! - `turns`: interviews and transcripts; `quotes`: what stands between quote marks.
//!
//! [`attribute`] ties them together, once the names of an article are settled.

mod anonymity;
mod content;
mod cue;
mod gender;
mod inflection;
mod lexicon;
mod phrase;
mod quotes;
mod reading;
mod resolution;
mod source;
mod telling;
mod turns;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

pub(super) use quotes::Quotes;

use self::cue::Cue;
use self::lexicon::Class;
use self::quotes::{Marks, Quoted};
use self::reading::{LONGEST, Reading};
use self::resolution::Resolution;
use self::source::Who;
use self::telling::Telling;
use super::{Article, Link, Suggestion};
use crate::label::LabelCode;
use crate::text::{Gap, Span, sort_by_key};
use crate::value::{Quote, Value};

/// What marks of told speech and sources carry as their origin.
const EXTRACTOR: &str = "speech";
/// The version of these rules.
const VERSION: &str = "1";

/// One piece of speech, quoted or told.
struct Statement {
    /// Where it stands, in tokens.
    tokens: Range<usize>,
    /// The quote among the suggestions, and between its marks; told speech has none.
    quote: Option<(usize, Quoted)>,
    /// The cue that it hangs on.
    cue: Option<usize>,
    /// Who stands behind it after a dash.
    signature: Option<Who>,
}

/// Who says it, as far as the article tells.
#[derive(Clone)]
struct Source {
    /// The name, as an index into the suggestions.
    name: Option<usize>,
    /// The phrase, where it has no name.
    phrase: Option<Span>,
    value: Quote,
    score: f64,
}

/// What was said last.
struct Last {
    quoted: Quoted,
    is_told: bool,
    source: Source,
}

/// Adds to `suggestions` (in reading order, and so they stay) told speech and sources without a name, tells
/// quotes and told speech who said them, and returns the links between them.
pub(super) fn attribute(article: &Article<'_>, suggestions: &mut Vec<Suggestion>) -> Vec<Link> {
    let (found, links, values) = {
        let reading = Reading::new(article, suggestions);
        Attribution::read(&reading).finish()
    };
    for (quote, value) in values {
        if let Some(suggestion) = suggestions.get_mut(quote) {
            suggestion.value = Some(Value::Quote(value));
        }
    }
    let first = suggestions.len();
    suggestions.extend(found);
    sort(suggestions, links, first)
}

/// Puts suggestions in reading order, and the ends of links with them.
fn sort(suggestions: &mut Vec<Suggestion>, links: Vec<Link>, settled: usize) -> Vec<Link> {
    if suggestions.len() == settled {
        return links;
    }
    let mut order: Vec<usize> = (0..suggestions.len()).collect();
    sort_by_key(&mut order, |&index| {
        suggestions.get(index).map(|it| (it.span.start(), Reverse(it.span.end()), it.label.clone(), index))
    });
    let mut places = vec![0; order.len()];
    for (place, &index) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(index) {
            *slot = place;
        }
    }
    let mut taken: Vec<Option<Suggestion>> = std::mem::take(suggestions).into_iter().map(Some).collect();
    suggestions.extend(order.iter().filter_map(|&index| taken.get_mut(index)?.take()));
    let place = |index: usize| places.get(index).copied().unwrap_or(index);
    let mut links: Vec<Link> =
        links.into_iter().map(|link| Link { from: place(link.from), to: place(link.to) }).collect();
    sort_by_key(&mut links, |link| (link.from, link.to));
    // Two cues of one clause mostly lead to one source.
    links.dedup();
    links
}

/// What is found, while it is being found.
struct Attribution<'r, 'a, 't> {
    reading: &'r Reading<'a, 't>,
    cues: Vec<Cue>,
    resolution: Resolution<'r, 'a, 't>,
    found: Vec<Suggestion>,
    links: Vec<Link>,
    values: Vec<(usize, Quote)>,
    /// The source marks made so far, by their span.
    sources: HashMap<(usize, usize), usize>,
    /// The marks of told speech made so far, by their span.
    told: HashMap<(usize, usize), usize>,
}

impl<'r, 'a, 't> Attribution<'r, 'a, 't> {
    fn read(reading: &'r Reading<'a, 't>) -> Attribution<'r, 'a, 't> {
        let mut attribution = Attribution {
            reading,
            cues: Vec::new(),
            resolution: Resolution::new(reading),
            found: Vec::new(),
            links: Vec::new(),
            values: Vec::new(),
            sources: HashMap::new(),
            told: HashMap::new(),
        };
        let mut turns = reading.turns().into_iter().peekable();
        for sentence in &reading.article.sentences {
            let sentence = reading.article.tokens.within(*sentence);
            while turns
                .next_if(|turn| turn.content.first().is_some_and(|content| content.end <= sentence.start))
                .is_some()
            {}
            if let Some(turn) = turns.peek()
                && turn.first < sentence.end
                && turn.content.first().is_some_and(|content| sentence.start < content.end)
            {
                if turn.first >= sentence.start {
                    attribution.cues.push(turn.clone());
                }
                continue;
            }
            // What is no sentence, but a text without full stops, is read in pieces.
            for start in sentence.clone().step_by(LONGEST) {
                attribution.cues.extend(reading.cues(start..sentence.end.min(start + LONGEST)));
            }
        }
        let statements = attribution.statements();
        attribution.attribute(&statements);
        attribution
    }

    fn finish(self) -> (Vec<Suggestion>, Vec<Link>, Vec<(usize, Quote)>) {
        (self.found, self.links, self.values)
    }

    /// Quotes and told speech, in reading order.
    fn statements(&self) -> Vec<Statement> {
        let reading = self.reading;
        let marks = Marks { article: reading.article };
        let pairs = &reading.quoted;
        let mut statements = Vec::new();
        for (index, suggestion) in reading.suggestions.iter().enumerate() {
            if suggestion.label != LabelCode::QUOTE {
                continue;
            }
            let tokens = reading.tokens(index);
            let place = pairs.partition_point(|pair| pair.first < tokens.start);
            let quoted = pairs.get(place).copied().filter(|pair| pair.first == tokens.start);
            let quoted = quoted.unwrap_or(Quoted { first: tokens.start, end: tokens.end, goes_on: false });
            let signature = reading.signature(quoted.end);
            let cue = if signature.is_some() { None } else { self.cue_of(&quoted, &marks) };
            statements.push(Statement { tokens, quote: Some((index, quoted)), cue, signature });
        }
        for (index, cue) in self.cues.iter().enumerate() {
            let said = cue.content.iter().filter(|piece| match cue.telling {
                Telling::Said => true,
                Telling::InPart => reading.is_quoted_in_part(piece),
                Telling::Nothing => false,
            });
            for piece in said {
                statements.push(Statement {
                    tokens: piece.clone(),
                    quote: None,
                    cue: Some(index),
                    signature: None,
                });
            }
        }
        sort_by_key(&mut statements, |statement| (statement.tokens.start, Reverse(statement.tokens.end)));
        statements
    }

    /// The cue on which a quote hangs: the one whose words hold it, the one behind it, the one before it.
    fn cue_of(&self, quoted: &Quoted, marks: &Marks<'_, '_>) -> Option<usize> {
        let reading = self.reading;
        let from = self.cues.partition_point(|cue| cue.at < quoted.end);
        // Behind it, in its clause.
        let behind = marks.behind(quoted).last().map_or(quoted.end + 1, |at| at + 1);
        let next = self.cues.get(from).filter(|cue| cue.at < behind && cue.takes_quote && cue.who.is_some());
        let leads_over = |at: usize| matches!(reading.text(at), "," | "?" | "!" | "…" | "—" | "–");
        let is_led =
            leads_over(quoted.end.wrapping_sub(1)) || leads_over(quoted.end) || leads_over(quoted.end + 1);
        let holding = self.cues.iter().enumerate().take(from).rev().take(4).find(|(_, cue)| {
            cue.content.iter().any(|piece| piece.start <= quoted.first && quoted.first <= piece.end)
        });
        let holding = holding.map(|(index, _)| index);
        if let Some(cue) = next {
            let hangs = match cue.content.first() {
                None => true,
                Some(piece) => piece.end <= cue.first || cue.first.saturating_sub(quoted.end) < 4 && is_led,
            };
            if hangs && holding.is_none() && (is_led || cue.first <= quoted.end + 3) {
                return Some(from);
            }
        }
        if holding.is_some() {
            return holding;
        }
        // The cue's own piece may begin with the quote: "told them “…” and went".
        let before = marks.before(quoted).last().unwrap_or(quoted.first);
        let last = self.cues.get(..from)?.iter().rposition(|cue| cue.at >= before && cue.takes_quote);
        if last.is_some() {
            return last;
        }
        if next.is_some() && is_led {
            return Some(from);
        }
        // "He said:", and the quote is the next paragraph.
        let opening = quoted.first.checked_sub(2)?;
        if reading.text(opening) == ":" {
            let cue =
                self.cues.get(..from)?.iter().rposition(|cue| reading.sentence(opening).contains(&cue.at))?;
            return self.cues.get(cue).filter(|cue| cue.takes_quote).map(|_| cue);
        }
        None
    }

    /// Tells each statement its source.
    fn attribute(&mut self, statements: &[Statement]) {
        // Who spoke last, and in which quote.
        let mut last: Option<Last> = None;
        // What goes on waits for the paragraph that tells who speaks.
        let mut waiting: Vec<usize> = Vec::new();
        let mut known: HashMap<usize, Option<Source>> = HashMap::new();
        for statement in statements {
            let mut source = statement.cue.and_then(|cue| match known.get(&cue) {
                Some(source) => source.clone(),
                None => {
                    let source = self.source(cue);
                    known.insert(cue, source.clone());
                    source
                }
            });
            let Some((quote, quoted)) = statement.quote else {
                if let Some(source) = &source {
                    let end = statement.tokens.end;
                    let told = Quoted { first: statement.tokens.start, end, goes_on: false };
                    last = Some(Last { quoted: told, is_told: true, source: source.clone() });
                }
                self.tell(statement, source);
                continue;
            };
            if let Some(who) = statement.signature {
                source = self.source_of(who, "", 0);
            }
            if source.is_none() && statement.cue.is_none() && statement.signature.is_none() {
                source = self.going_on(&quoted, last.as_ref());
            }
            match source {
                Some(source) => {
                    for earlier in waiting.drain(..).chain([quote]) {
                        self.link(earlier, &source);
                    }
                    last = Some(Last { quoted, is_told: false, source });
                }
                None if quoted.goes_on => waiting.push(quote),
                None => waiting.clear(),
            }
        }
    }

    /// "… ,” Austin said. “And …": the same paragraph, nobody else named; or a paragraph behind it that is
    /// nothing but a quote.
    fn going_on(&self, quoted: &Quoted, last: Option<&Last>) -> Option<Source> {
        const REACH: usize = 30;
        let reading = self.reading;
        let Last { quoted: previous, is_told, source } = last?;
        let (then, now) = (reading.paragraph(previous.first), reading.paragraph(quoted.first));
        let others = (previous.end + REACH..quoted.first)
            .any(|at| reading.name_of(at, &[LabelCode::PERSON]).is_some());
        let alone = reading.gap(quoted.first.wrapping_sub(1)) >= Gap::Line
            && reading.gap(quoted.end + 1) >= Gap::Line;
        let follows =
            !is_told && then + 1 == now && (alone && !quoted.goes_on || quoted.goes_on && previous.goes_on);
        (then == now && !others || follows).then(|| source.clone())
    }

    /// Who stands behind a cue.
    fn source(&mut self, index: usize) -> Option<Source> {
        let cue = self.cues.get(index)?;
        let who = cue.who?;
        let reading = self.reading;
        let is_according = reading.says(cue.at, "according");
        let word = reading.slice(cue.at, cue.at + 1 + usize::from(is_according));
        let until = cue.content.last().map_or(0, |piece| piece.end);
        self.source_of(who, &word, until)
    }

    /// Who somebody is, tied by a word to speech that ends before the token `until`.
    fn source_of(&mut self, who: Who, word: &str, until: usize) -> Option<Source> {
        let reading = self.reading;
        let meant = self.resolution.meant(who);
        let mut value = Quote { cue: word.to_owned(), ..Quote::default() };
        if let Some(meant) = &meant {
            let tokens = reading.tokens(meant.name);
            value.speaker = reading.slice(tokens.start, tokens.end);
            value.named = Some(true);
            self.resolution.spoke(meant.name, until.max(who.end()));
        }
        let mut source = Source {
            name: meant.as_ref().map(|meant| meant.name),
            phrase: None,
            value,
            score: meant.map_or(0.9, |meant| meant.score),
        };
        if let Who::Unnamed(phrase) = who {
            let first = (phrase.first..phrase.end).find(|&at| !reading.is(at, Class::ARTICLE))?;
            source.phrase = reading.span(first, phrase.end);
            if source.name.is_none() {
                source.value.speaker = reading.slice(first, phrase.end);
                source.value.named = Some(false);
                if let Some(reason) = reading.anonymity(reading.sentence(phrase.first)) {
                    source.value.reason = reading.slice(reason.start, reason.end);
                }
            }
        }
        (source.name.is_some() || source.phrase.is_some()).then_some(source)
    }

    /// Marks told speech and ties it to its source.
    fn tell(&mut self, statement: &Statement, source: Option<Source>) {
        let Some(span) = self.reading.span(statement.tokens.start, statement.tokens.end) else { return };
        let Some(source) = source else { return };
        // Two cues may govern one clause: "argued, claiming that".
        if let Some(&mark) = self.told.get(&(span.start(), span.end())) {
            return self.tie(mark, &source);
        }
        let index = self.reading.suggestions.len() + self.found.len();
        self.told.insert((span.start(), span.end()), index);
        self.found.push(Suggestion {
            span,
            label: LabelCode::REPORTED,
            value: Some(Value::Quote(source.value.clone())),
            score: source.score * 0.9,
            extractor: EXTRACTOR,
            version: VERSION,
        });
        self.tie(index, &source);
    }

    /// Ties a quote to its source.
    fn link(&mut self, quote: usize, source: &Source) {
        self.values.push((quote, source.value.clone()));
        self.tie(quote, source);
    }

    fn tie(&mut self, from: usize, source: &Source) {
        let to = match source.phrase {
            Some(span) => self.source_mark(span),
            None => source.name,
        };
        if let Some(to) = to {
            self.links.push(Link { from, to });
        }
    }

    /// The mark of a source without a name, made where it is not there yet.
    fn source_mark(&mut self, span: Span) -> Option<usize> {
        if let Some(&mark) = self.sources.get(&(span.start(), span.end())) {
            return Some(mark);
        }
        let index = self.reading.suggestions.len() + self.found.len();
        self.found.push(Suggestion {
            span,
            label: LabelCode::SOURCE,
            value: None,
            score: 0.8,
            extractor: EXTRACTOR,
            version: VERSION,
        });
        self.sources.insert((span.start(), span.end()), index);
        Some(index)
    }
}
