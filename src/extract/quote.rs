//! Quoted speech, and who said it.

mod named;

use super::marks::mark;
use super::names::SMALL;
use super::names::fold;
use super::names::lexicon::word_set;
use super::names::works::WORKS;
use super::{Article, Candidate, Extractor, Suggestion};
use crate::label::LabelCode;
use crate::text::{Gap, Span, Token, TokenKind};
use crate::value::{Quote, Value};
use named::{Name, Named};

/// Finds quoted speech between quote marks of any kind.
///
/// A span lies inside the marks and leaves out the comma that leads over to who said it. Quotes of
/// one or two words count only where somebody says them; titles of works are none. Speakers are
/// told afterwards, by [`attribute`], from the people and organisations that were found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotes;

impl Extractor for Quotes {
    fn name(&self) -> &'static str {
        "quote"
    }

    fn description(&self) -> &'static str {
        "Quoted speech, with its speaker."
    }

    fn extract(&self, article: &Article<'_>, out: &mut Vec<Candidate>) {
        let reader = Reader { article };
        for quoted in reader.quoted() {
            let Some((span, score)) = reader.judge(&quoted) else { continue };
            out.push(Candidate {
                span,
                label: LabelCode::QUOTE,
                value: Some(Value::Quote(Quote::default())),
                score,
                extractor: 0,
            });
        }
    }
}

word_set! {
    /// Verbs that lead from speech to speaker.
    SAYING: "said says say saying told tells tell added adds adding asked asks explained explains argued argues asserted asserts stated states noted notes replied replies answered insisted insists warned warns claimed claims declared declares announced announces wrote writes tweeted posted stressed stressing emphasised emphasized remarked commented recalled recalls continued concluded observed admitted acknowledged complained lamented quipped joked shouted whispered cried confirmed responded urged pledged promised vowed predicted suggested testified read reads read called calls described describes dubbed termed quoted agreed quoting denied maintained reiterated repeated revealed opined affirmed exclaimed alleged reported cautioned thinks thought believes"
}
word_set! {
    /// Who speaks without being named.
    PRONOUNS: "he she they it i we"
}
/// How far from a quote, in tokens, the speaker may stand.
const REACH: usize = 30;

/// What stands between two marks, in tokens without them.
#[derive(Clone, Copy, Debug)]
struct Quoted {
    first: usize,
    end: usize,
    /// Whether it goes on from the paragraph before or into the next.
    goes_on: bool,
}

struct Reader<'a, 't> {
    article: &'a Article<'t>,
}

impl<'t> Reader<'_, 't> {
    fn text(&self, at: usize) -> &'t str {
        let token = self.article.tokens.get(at);
        token.and_then(|token| token.span.slice(self.article.text)).unwrap_or_default()
    }

    fn gap(&self, at: usize) -> Gap {
        self.article.tokens.get(at).map_or(Gap::Blank, |token| token.gap)
    }

    fn is_word(&self, at: usize) -> bool {
        self.article.tokens.get(at).is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Acronym | TokenKind::Number)
        })
    }

    fn hash(&self, at: usize) -> u64 {
        if self.is_word(at) { fold::hash(self.text(at)) } else { 0 }
    }

    /// All pieces of text between quote marks, paragraph by paragraph.
    fn quoted(&self) -> Vec<Quoted> {
        let mut quoted = Vec::new();
        let mut carried = false;
        for (index, paragraph) in self.article.paragraphs.iter().enumerate() {
            let range = self.article.tokens.within(*paragraph);
            let mut open: Option<(usize, char)> = None;
            for at in range.clone() {
                let is_sign = |token: &Token| token.kind == TokenKind::Punctuation;
                if !self.article.tokens.get(at).is_some_and(is_sign) {
                    continue;
                }
                let Some(mark) = mark(self.text(at)) else { continue };
                match open {
                    None if self.opens(at, mark, range.start) => open = Some((at, mark)),
                    Some((from, opened)) if self.closes(at, mark, opened, range.end) => {
                        let goes_on = carried && from == range.start;
                        quoted.push(Quoted { first: from + 1, end: at, goes_on });
                        carried = false;
                        open = None;
                    }
                    // Opened anew: the first one was never closed.
                    Some((_, opened))
                        if double(mark) && double(opened) && self.opens(at, mark, range.start) =>
                    {
                        open = Some((at, mark));
                    }
                    _ => {}
                }
            }
            // Speech of several paragraphs: each opens, only the last one closes.
            let next = self.article.paragraphs.get(index + 1);
            let reopens = next.is_some_and(|next| {
                let first = self.article.tokens.within(*next).start;
                mark(self.text(first)).is_some_and(double)
            });
            match open {
                Some((from, opened)) if double(opened) && reopens => {
                    quoted.push(Quoted { first: from + 1, end: range.end, goes_on: true });
                    carried = true;
                }
                _ => carried = false,
            }
        }
        quoted
    }

    fn opens(&self, at: usize, mark: char, start: usize) -> bool {
        let before = at == start
            || self.gap(at) > Gap::None
            || matches!(self.text(at - 1), "(" | "[" | "-" | "–" | "—" | ":" | "/" | ",");
        let behind = self.gap(at + 1) == Gap::None;
        match mark {
            '«' | '„' | '“' => before || mark != '“',
            '»' => false,
            '‘' => before && behind,
            // A year cut short ("'90s") or a word ("'em") opens nothing.
            '\'' | '’' => before && behind && self.is_word(at + 1) && mark != '’' && self.closing_ahead(at),
            _ => before && behind,
        }
    }

    /// Whether a single mark closes within the paragraph, behind punctuation.
    fn closing_ahead(&self, at: usize) -> bool {
        const LONGEST: usize = 120;
        let mut ahead = at + 1..at + LONGEST;
        ahead.any(|at| {
            matches!(self.text(at), "'" | "’")
                && self.gap(at) == Gap::None
                && matches!(self.text(at - 1), "." | "," | "!" | "?" | "…")
        })
    }

    fn closes(&self, at: usize, mark: char, opened: char, end: usize) -> bool {
        let before = self.gap(at) == Gap::None;
        let behind = at + 1 >= end || self.gap(at + 1) > Gap::None || !self.is_word(at + 1);
        match opened {
            '«' => mark == '»',
            '‘' | '\'' | '’' => matches!(mark, '\'' | '’') && before && behind,
            '„' => double(mark),
            _ => double(mark) && mark != '«' && (before || behind && mark != '“'),
        }
    }

    /// The span of what is quoted and how sure it is speech; `None` where it is something else.
    fn judge(&self, quoted: &Quoted) -> Option<(Span, f64)> {
        let Quoted { first, mut end, .. } = *quoted;
        let ends_sentence = matches!(self.text(end.wrapping_sub(1)), "." | "," | "!" | "?" | "…" | "—" | "-");
        while end > first && self.text(end - 1) == "," {
            end -= 1;
        }
        let (from, to) = (self.article.tokens.get(first)?, self.article.tokens.get(end.checked_sub(1)?)?);
        let span = (first < end).then(|| from.span.cover(to.span))?;
        let words = (first..end).filter(|&at| self.is_word(at)).count();
        let said = self.said(quoted);
        // "Terrace & Garden," is what something is called, not what somebody says.
        let called = (2..4).contains(&words) && self.text(end) == "," && self.is_title(first, end);
        if called || words == 0 || words <= 2 && !(ends_sentence && said) {
            return None;
        }
        let noun = first.saturating_sub(2);
        let noun = if self.text(noun) == "," { noun.saturating_sub(1) } else { noun };
        let titled = WORKS.has(self.hash(noun));
        if !ends_sentence && (titled || self.is_title(first, end)) {
            return None;
        }
        let score = match (said, ends_sentence) {
            _ if quoted.goes_on => 0.9,
            (true, true) => 0.95,
            (true, false) | (false, true) => 0.85,
            (false, false) if words < 4 => 0.6,
            (false, false) => 0.7,
        };
        Some((span, score))
    }

    /// Whether all words of weight have a capital: "Gone With the Wind".
    fn is_title(&self, first: usize, end: usize) -> bool {
        let mut words = (first..end).filter(|&at| self.is_word(at) && self.text(at).len() > 3);
        words.all(|at| self.text(at).starts_with(char::is_uppercase))
    }

    /// Whether a verb of saying stands near: before the quote or behind it, in the same sentence.
    fn said(&self, quoted: &Quoted) -> bool {
        self.behind(quoted).any(|at| SAYING.has(self.hash(at)))
            || self.before(quoted).any(|at| SAYING.has(self.hash(at)) || self.text(at) == "according")
    }

    /// The tokens behind the quote, up to the end of the clause.
    fn behind(&self, quoted: &Quoted) -> impl Iterator<Item = usize> {
        let from = quoted.end + 1;
        (from..from + REACH).take_while(move |&at| {
            self.gap(at) <= Gap::Space
                && !matches!(self.text(at), "." | ";" | "!" | "?")
                && mark(self.text(at)).is_none_or(|mark| !double(mark))
        })
    }

    /// The tokens before the quote, from the nearest back to the beginning of the sentence.
    fn before(&self, quoted: &Quoted) -> impl Iterator<Item = usize> {
        let to = quoted.first.saturating_sub(1);
        (to.saturating_sub(REACH)..to).rev().take_while(move |&at| {
            self.gap(at + 1) <= Gap::Space
                && !(matches!(self.text(at), ";" | "!" | "?")
                    || self.text(at) == "." && self.gap(at + 1) > Gap::None && !self.is_abbreviated(at))
                && mark(self.text(at)).is_none_or(|mark| !double(mark))
        })
    }

    fn is_abbreviated(&self, stop: usize) -> bool {
        let before = self.text(stop.wrapping_sub(1));
        before.len() <= 3 && before.starts_with(char::is_uppercase)
    }
}

fn double(mark: char) -> bool {
    !matches!(mark, '‘' | '’' | '\'')
}

/// Tells the speakers of the quotes among `suggestions` (in reading order): the name in the clause
/// with the verb of saying, who "he" or "she" is from the names before, and the same speaker for
/// quotes that go on.
pub(super) fn attribute(article: &Article<'_>, suggestions: &mut [Suggestion]) {
    let reader = Reader { article };
    if suggestions.iter().all(|suggestion| suggestion.label != LabelCode::QUOTE) {
        return;
    }
    let names = Named::read(article, suggestions);
    let quoted = reader.quoted();
    let mut last: Option<(Quoted, String)> = None;
    // What goes on waits for the paragraph that tells who speaks.
    let mut waiting: Vec<usize> = Vec::new();
    let mut quotes = quoted.iter().peekable();
    for index in 0..suggestions.len() {
        let Some(suggestion) =
            suggestions.get(index).filter(|suggestion| suggestion.label == LabelCode::QUOTE)
        else {
            continue;
        };
        let start = suggestion.span.start();
        let begins =
            |quoted: &Quoted| article.tokens.get(quoted.first).map_or(usize::MAX, |token| token.span.start());
        while quotes.next_if(|quoted| begins(quoted) < start).is_some() {}
        let Some(quoted) = quotes.peek().copied().copied().filter(|quoted| begins(quoted) == start) else {
            continue;
        };
        let speaker = reader.speaker(&quoted, &names, last.as_ref());
        match speaker {
            Some(speaker) => {
                for earlier in waiting.drain(..).chain([index]) {
                    if let Some(suggestion) = suggestions.get_mut(earlier) {
                        suggestion.value = Some(Value::Quote(Quote { speaker: speaker.clone() }));
                    }
                }
                last = Some((quoted, speaker));
            }
            None if quoted.goes_on => waiting.push(index),
            None => waiting.clear(),
        }
    }
}

impl Reader<'_, '_> {
    fn speaker(&self, quoted: &Quoted, names: &Named<'_>, last: Option<&(Quoted, String)>) -> Option<String> {
        let behind: Vec<usize> = self.behind(quoted).collect();
        let before: Vec<usize> = self.before(quoted).collect();
        let end = behind.last().map_or(quoted.end + 1, |&at| at + 1);
        let verb = behind.iter().copied().find(|&at| SAYING.has(self.hash(at)));
        if let Some(verb) = verb {
            // `… ,” Austin said` or `… ,” said Defense Secretary Lloyd Austin`.
            let found = self.subject(quoted.end + 1, verb, names, last, quoted);
            let found = found.or_else(|| self.object(verb, end, names));
            if found.is_some() {
                return found;
            }
        }
        let start = before.last().copied().unwrap_or(quoted.first);
        // The nearest verb before the quote, and the subject before it.
        let leads = matches!(self.text(quoted.first.saturating_sub(2)), ":" | "," | "that" | "as");
        let verb = before.iter().copied().find(|&at| SAYING.has(self.hash(at)));
        if let Some(verb) = verb.filter(|_| leads || !before.is_empty()) {
            let found = self.subject(start, verb, names, last, quoted);
            if found.is_some() {
                return found;
            }
        }
        let according = behind
            .iter()
            .chain(&before)
            .copied()
            .find(|&at| fold::hash(self.text(at)) == fold::hash("according"));
        if let Some(according) = according.filter(|&at| self.text(at + 1) == "to") {
            let to = if according > quoted.end { end } else { quoted.first };
            let found = self.object(according + 1, to, names);
            if found.is_some() {
                return found;
            }
        }
        // `… ,” Austin said. “And …`: the same paragraph, nobody else named; or a paragraph behind
        // it that is nothing but a quote.
        let (previous, speaker) = last?;
        let (then, now) = (self.paragraph(previous.first), self.paragraph(quoted.first));
        let same = then == now
            && names.within(previous.end + REACH, quoted.first).iter().all(|name| !name.is_person);
        let alone = self.gap(quoted.first - 1) >= Gap::Line && self.gap(quoted.end + 1) >= Gap::Line;
        let follows = then + 1 == now && (alone && !quoted.goes_on || quoted.goes_on && previous.goes_on);
        (same || follows).then(|| speaker.clone())
    }

    fn paragraph(&self, at: usize) -> usize {
        let start = self.article.tokens.get(at).map_or(usize::MAX, |token| token.span.start());
        self.article.paragraphs.partition_point(|paragraph| paragraph.start() <= start)
    }

    /// Who does what the verb at `verb` says: named, or meant by a pronoun, from token `from` on.
    fn subject(
        &self,
        from: usize,
        verb: usize,
        names: &Named<'_>,
        last: Option<&(Quoted, String)>,
        quoted: &Quoted,
    ) -> Option<String> {
        // "Austin's deputy said" is not Austin.
        let owns = |name: &&Name<'_>| {
            self.article.tokens.get(name.end).is_some_and(|token| token.kind == TokenKind::Clitic)
        };
        let candidates = names.within(from, verb);
        let nearest = verb.checked_sub(1).map(|at| self.hash(at)).unwrap_or_default();
        if PRONOUNS.has(nearest) {
            return self.meant(verb - 1, names, last, quoted);
        }
        let behind_quote = from > quoted.first;
        let people = || candidates.iter().filter(|name| name.is_person && !owns(name));
        let person = if behind_quote { people().next() } else { people().next_back() };
        let named = person.or_else(|| candidates.iter().rev().find(|name| !name.is_person && !owns(name)));
        if let Some(name) = named {
            return Some(name.text());
        }
        // "the ministry said": as the text has it.
        let reach = verb.saturating_sub(6).max(from);
        let article = (reach..verb)
            .rev()
            .find(|&at| matches!(self.text(at), "the" | "The" | "a" | "A" | "an" | "An"))?;
        let words = article + 1..verb;
        let plain = !words.is_empty() && words.len() <= 4 && words.clone().all(|at| self.is_role(at));
        plain.then(|| self.slice(words.start, words.end))
    }

    /// Whether a token fits into "senior ministry official": a word of weight, or a hyphen.
    fn is_role(&self, at: usize) -> bool {
        self.is_word(at) && !SMALL.has(self.hash(at)) || self.text(at) == "-"
    }

    /// Who stands behind the verb: "said Austin", "according to the ministry".
    fn object(&self, verb: usize, end: usize, names: &Named<'_>) -> Option<String> {
        let stop =
            (verb + 1..end).find(|&at| matches!(self.text(at), "," | "(" | ":") || SAYING.has(self.hash(at)));
        let stop = stop.unwrap_or(end);
        if PRONOUNS.has(self.hash(verb + 1)) {
            return None;
        }
        let candidates = names.within(verb + 1, stop);
        let person = candidates.iter().find(|name| name.is_person);
        if let Some(name) = person.or_else(|| candidates.first()) {
            return Some(name.text());
        }
        // "said Lloyd Austin, the …" has its name; "said a spokesman" has no more than this. A
        // role with the name behind a comma: "said the minister, Amina Diallo".
        let behind = names.within(stop, (stop + 4).min(end + 1));
        if let Some(name) = behind.iter().find(|name| name.is_person) {
            return Some(name.text());
        }
        let first = verb + 1;
        let article = matches!(self.text(first), "the" | "a" | "an");
        let words = first + usize::from(article)..stop.min(verb + 6);
        (article && !words.is_empty() && words.clone().all(|at| self.is_role(at)))
            .then(|| self.slice(words.start, words.end))
    }

    /// Whom a pronoun means: who spoke last in this paragraph or the one before, or the last
    /// person named there.
    fn meant(
        &self,
        pronoun: usize,
        names: &Named<'_>,
        last: Option<&(Quoted, String)>,
        quoted: &Quoted,
    ) -> Option<String> {
        if matches!(self.text(pronoun), "it" | "It" | "they" | "They" | "we" | "We") {
            return None;
        }
        let here = self.paragraph(quoted.first);
        let near = |at: usize| self.paragraph(at) + 1 >= here;
        let from = self
            .article
            .paragraphs
            .get(here.saturating_sub(2))
            .map_or(0, |paragraph| self.article.tokens.within(*paragraph).start);
        let named = names.person_before(quoted.first, from).map(|name| name.first);
        match last {
            Some((previous, speaker))
                if near(previous.first) && named.is_none_or(|named| named < previous.end + REACH) =>
            {
                Some(speaker.clone())
            }
            _ => names.person_before(quoted.first, from).map(Name::text),
        }
    }

    fn slice(&self, first: usize, end: usize) -> String {
        let words: Vec<&str> = (first..end).map(|at| self.text(at)).collect();
        words.join(" ")
    }
}
