//! Cuts runs of capitalised words into mentions: the grammar of names.
//!
//! A run is what could be one name by its spelling alone. Its pieces are phrases that the lists
//! know, and single words; the rules tell titles, places, organisations and people apart by the
//! kinds of the pieces and leave what is open to the evidence around (`context.rs`) and to the rest
//! of the article (`decide.rs`).

use super::context;
use super::fold;
use super::lexicon::{Kinds, Lexicon, word_set};
use super::mention::{Class, Mention, Votes};
use super::run::{Cutter, PARTICLES, Piece};
use super::words::{Line, SMALL, Shape, Word};
use crate::extract::Article;
use crate::text::{Gap, Span, TokenKind};

/// How often `of` may follow `of` in a name: "University of the Chamber of Commerce of X".
const LONGEST_TAIL: usize = 4;

word_set! {
    /// Particles that begin a name where no given name stands before.
    FIRST_PARTICLES: "bin van von ibn"
}
word_set! {
    /// Heads that a name may begin with.
    LEADING_HEADS: "radio daily bank banco banque hotel team fc union university universitas universidad partido parti partai inter club tv channel movimiento frente instituto ministerio church hospital camp parti yayasan chamber"
}
word_set! {
    /// Heads that `for` goes on from.
    FOR_HEADS: "agency alliance association authority board campaign center centre coalition commission committee council court department directorate federation forum foundation fund initiative institute league ministry movement network office organisation organization party program programme project school secretariat service society trust union group"
}
word_set! {
    /// Heads that `on` and `against` go on from.
    ON_HEADS: "alliance authority campaign center centre coalition commission committee conference council forum initiative institute movement network office panel taskforce"
}
word_set! {
    /// Place words that `of` goes on from.
    OF_PLACES: "bay cape gulf isle port republic sea strait straits"
}
word_set! {
    /// Words for several people that share one title.
    PLURAL_TITLES: "presidents ministers secretaries senators sens governors judges justices generals messrs professors ambassadors reps congressmen mayors kings"
}
word_set! {
    /// Titles that no name goes on from, whatever ends the run.
    FIRM_TITLES: "mr mrs ms mx dr prof president presidents senator congressman congresswoman minister"
}
word_set! {
    /// Titles that are surnames too.
    NAMES_TOO: "tun king prince dean earl judge major bishop pope lord duke marshal sheikh shah khan cardinal sultan baron sri guru page knight chancellor"
}

/// Finds all mentions of an article.
pub(super) fn cut(article: &Article<'_>, words: &[Word]) -> Vec<Mention> {
    let mut cutter = Cutter { article, words, lexicon: Lexicon::get(), mentions: Vec::new(), company: None };
    let mut at = 0;
    while at < words.len() {
        at = cutter.step(at).max(at + 1);
    }
    cutter.mentions
}

impl Cutter<'_, '_> {
    /// Looks for a name at one token; gives the token to go on from.
    fn step(&mut self, at: usize) -> usize {
        let word = self.word(at);
        match word.shape {
            Shape::Mixed => self.glued(at),
            Shape::Lower if self.text(at) == "al" || self.text(at) == "el" => {
                let joined = self.text(at + 1) == "-" || self.gap(at + 1) == Gap::Space;
                let name = if self.text(at + 1) == "-" { at + 2 } else { at + 1 };
                if joined && self.word(name).shape == Shape::Capital { self.run(at) } else { at + 1 }
            }
            Shape::Lower if self.text(at) == "sub" && self.phrase(at).is_some() => self.run(at),
            Shape::Lower if FIRST_PARTICLES.has(word.hash) && self.goes_on(at + 1) => self.run(at),
            Shape::Lower | Shape::Other => at + 1,
            _ => match self.model(at) {
                Some(end) => end,
                None => self.run(at),
            },
        }
    }

    /// A name glued to the word before it, as a page's leftovers are: `pictureOlga Nesterova`.
    fn glued(&mut self, at: usize) -> usize {
        let Some(token) = self.article.tokens.get(at).copied() else { return at + 1 };
        let text = self.text(at);
        let Some(cut) = text.find(char::is_uppercase).filter(|&cut| cut >= 3) else {
            return if word_is(self.word(at), Kinds::NAME) { self.run(at) } else { at + 1 };
        };
        let name = text.get(cut..).unwrap_or_default();
        let hash = fold::hash(name);
        let kinds = self.lexicon.kinds(hash, false);
        if !name.contains(char::is_lowercase) || !kinds.any(Kinds::GIVEN) || !self.goes_on(at + 1) {
            return if word_is(self.word(at), Kinds::NAME) { self.run(at) } else { at + 1 };
        }
        let (pieces, end) = self.pieces(at + 1);
        let personal = pieces.iter().take_while(|piece| piece.is_personal() && !piece.plain).last();
        let name_end = personal.map_or(at + 1, |piece| piece.end);
        let span = Span::new(token.span.start() + cut, self.span(at, name_end).end());
        self.push_span(span, at, name_end, Votes::of(Class::Person, 3.0));
        end.min(name_end)
    }

    /// A model name of letters, hyphen and number: `F-16`, `Su-35`, `S-400`.
    fn model(&mut self, at: usize) -> Option<usize> {
        let mut end = at + 3;
        let fits = self.word(at).kinds.any(Kinds::PRODUCT_PREFIX)
            && self.gap(at + 1) == Gap::None
            && self.text(at + 1) == "-"
            && self.gap(at + 2) == Gap::None
            && self.kind(at + 2) == TokenKind::Number;
        if !fits || self.text(at + 2).len() > 3 {
            return None;
        }
        // Plurals stay outside ("F-16s"), versions inside ("F-35A").
        if self.gap(end) == Gap::None && self.word(end).shape == Shape::Initial {
            end += 1;
        }
        self.push(at, end, Votes::of(Class::Product, 3.0));
        Some(end)
    }

    /// Cuts the run at `first`; gives the token to go on from.
    fn run(&mut self, first: usize) -> usize {
        let (pieces, end) = self.pieces(first);
        let mut pieces = pieces.as_slice();
        let start = self.word(first);
        // What only a beginning made a capital of.
        if start.begins || start.line != Line::Prose {
            while let [piece, rest @ ..] = pieces {
                if !self.is_mere_beginning(piece, rest, end) {
                    break;
                }
                pieces = rest;
                if start.line == Line::Prose {
                    break;
                }
            }
        }
        let Some((head, rest)) = pieces.split_first() else { return end };
        if start.line != Line::Prose {
            self.headline(pieces);
            return end;
        }
        let before = self.word(first.wrapping_sub(1));
        let role = before.shape == Shape::Lower
            && before.kinds.any(Kinds::TITLE)
            && self.gap(first) == Gap::Space
            && head.first == first;
        let company = self.company.take() == Some(first);
        if (role || company)
            && !head.is_name_only()
            && (!head.any(Kinds::WORDS) || head.any(Kinds::PERSON) && !rest.is_empty())
        {
            self.person(pieces, if role { 2.5 } else { 3.0 });
            return end;
        }
        let Some(last) = pieces.last().copied() else { return end };
        // A title open at the end: "Minister of Defence [and ...] Rustem Umerov".
        if last.any(Kinds::TITLE) && !last.any(Kinds::NAME) && matches!(self.text(end), "of" | "for") {
            self.title(pieces, pieces.len() - 1, true);
            return self.portfolio(end);
        }
        if let Some(tail) = self.tail(&last, end, 0) {
            let place = OF_PLACES.has(last.hash) && !last.any(Kinds::ORG_HEAD);
            let class = if place { Class::Place } else { Class::Org };
            // Titles before the head stay outside: "Governor Bank of X" is no name.
            let from = pieces.iter().rposition(|piece| FIRM_TITLES.has(piece.hash)).map_or(0, |at| at + 1);
            let from = pieces.get(from).map_or(last.first, |piece| piece.first);
            self.push(from, tail, Votes::of(class, 3.0));
            return tail;
        }
        self.emit(pieces);
        if pieces.iter().any(|piece| PLURAL_TITLES.has(piece.hash)) && self.text(end) == "and" {
            self.company = Some(end + 1);
        }
        end
    }

    /// Whether a piece has its capital from where it stands only.
    fn is_mere_beginning(&self, piece: &Piece, rest: &[Piece], end: usize) -> bool {
        let keeps =
            Kinds::TITLE.or(Kinds::FIELD).or(Kinds::ORG_HEAD).or(Kinds::PLACE_PREFIX).or(Kinds::EVENT_PREFIX);
        if piece.shape == Shape::Capital && piece.end - piece.first == 1 && SMALL.has(piece.hash) {
            return true;
        }
        if !rest.is_empty() && PARTICLES.has(piece.hash) {
            return false;
        }
        if piece.end - piece.first > 1 || piece.any(Kinds::NAME.or(Kinds::PERSON)) {
            return piece.any(Kinds::COMMON)
                && piece.any(Kinds::PERSON.or(Kinds::GROUP))
                && rest.is_empty()
                && self.word(piece.first).seen_lower;
        }
        if piece.shape == Shape::Capitals && self.word(piece.first).line != Line::Capitals {
            return false;
        }
        let goes_on = !rest.is_empty() || matches!(self.text(end), "of" | "for");
        if piece.plain || piece.any(Kinds::COMMON) {
            return !(goes_on && piece.any(keeps));
        }
        if piece.any(Kinds::WORDS) {
            return !goes_on;
        }
        let text = self.text(piece.first);
        ["ing", "ed", "ly", "tion", "tions", "ness", "ment", "ments", "ism", "ists"]
            .iter()
            .any(|ending| text.len() > ending.len() + 2 && text.ends_with(ending))
    }

    /// The end of a name that goes on with `of`, `for`, `on` behind its head.
    fn tail(&self, head: &Piece, end: usize, depth: usize) -> Option<usize> {
        if depth == LONGEST_TAIL || self.word(end).sentence || self.gap(end) > Gap::Line {
            return None;
        }
        let is_head = head.any(Kinds::ORG_HEAD) && !head.any(Kinds::NAME) || depth > 0;
        let fits = match self.text(end) {
            "of" => is_head || OF_PLACES.has(head.hash),
            "for" => is_head && FOR_HEADS.has(head.hash),
            "on" | "against" => is_head && ON_HEADS.has(head.hash),
            _ => false,
        };
        if !fits {
            return None;
        }
        let mut at = end + 1;
        if matches!(self.text(at), "the" | "The") {
            at += 1;
        }
        if !self.goes_on(at) {
            return None;
        }
        let (pieces, run_end) = self.pieces(at);
        let taken = pieces.iter().enumerate().take_while(|(index, piece)| {
            let title = piece.any(Kinds::TITLE) && !piece.any(Kinds::FIELD.or(Kinds::ORG_HEAD))
                || piece.any(Kinds::CALENDAR);
            let stranger =
                *index > 0 && (piece.any(Kinds::GIVEN) && !piece.any(Kinds::NAME.or(Kinds::WORDS)));
            let behind_place = *index > 0
                && pieces.get(index - 1).is_some_and(|before| before.any(Kinds::PLACE))
                && !piece.any(Kinds::WORDS);
            !title && !stranger && !behind_place
        });
        let (count, last) = taken.map(|(index, piece)| (index + 1, *piece)).last()?;
        if count < pieces.len() {
            return Some(last.end);
        }
        // "Labour and Employment", "Health, Welfare and Sport".
        let mut last = last;
        let mut last_end = run_end;
        while last.any(Kinds::FIELD) || !last.any(Kinds::NAME) && (last.plain || last.any(Kinds::WORDS)) {
            let join = match (self.text(last_end), self.text(last_end + 1)) {
                (",", "and") => 2,
                ("and" | "&", _) => 1,
                (",", _) if head.any(Kinds::ORG_HEAD) => 1,
                _ => break,
            };
            if !self.goes_on(last_end + join) {
                break;
            }
            let (more, more_end) = self.pieces(last_end + join);
            let fits = more.iter().all(|piece| {
                piece.any(Kinds::FIELD.or(Kinds::ORG_HEAD)) || piece.plain && !piece.any(Kinds::TITLE)
            });
            // A list needs its `and`: ", Finance Minister" is none.
            if !fits || more.is_empty() {
                break;
            }
            let Some(end) = more.last() else { break };
            (last, last_end) = (*end, more_end);
        }
        Some(
            self.tail(&last, last_end, depth + 1)
                .filter(|_| last.any(Kinds::WORDS) || last.plain)
                .unwrap_or(last.end),
        )
    }

    /// Passes what an office is about, at "of", and takes the person behind it.
    fn portfolio(&mut self, of: usize) -> usize {
        let mut at = of + 1;
        for _ in 0..LONGEST_TAIL {
            if self.text(at) == "the" {
                at += 1;
            }
            if !self.goes_on(at) {
                return at;
            }
            let (pieces, end) = self.pieces(at);
            let subject = |piece: &Piece| {
                (piece.any(Kinds::FIELD) || piece.plain || piece.any(Kinds::WORDS)) && !piece.any(Kinds::NAME)
            };
            let role = pieces.iter().take_while(|piece| subject(piece)).count();
            let rest = pieces.get(role..).unwrap_or_default();
            if role == 0 {
                return at;
            }
            if let Some(first) = rest.first() {
                if first.is_personal() {
                    self.person(rest, 3.0);
                } else {
                    self.emit(rest);
                }
                return end;
            }
            at = match (self.text(end), self.text(end + 1)) {
                (",", "and") => end + 2,
                ("and" | "of" | "for" | ",", _) => end + 1,
                _ => return end,
            };
            let next = self.pieces_kinds(at);
            if !next.any(Kinds::FIELD) {
                return end;
            }
        }
        at
    }

    fn pieces_kinds(&self, at: usize) -> Kinds {
        if self.goes_on(at) { self.word(at).kinds } else { Kinds::NONE }
    }

    /// Cuts at a title: what stands before it, and the person behind it.
    fn title(&mut self, pieces: &[Piece], title: usize, open: bool) {
        let (before, behind) = pieces.split_at(title.min(pieces.len()));
        let office = |piece: &&Piece| {
            (piece.any(Kinds::FIELD.or(Kinds::TITLE)) || piece.plain) && !piece.any(Kinds::NAME)
        };
        let has_head = before.iter().any(|piece| piece.any(Kinds::ORG_HEAD) && !piece.any(Kinds::FIELD));
        let kept = if has_head {
            before.len()
        } else {
            before.len() - before.iter().rev().take_while(office).count()
        };
        self.emit(before.get(..kept).unwrap_or_default());
        let role = |piece: &&Piece| {
            let surname = piece.any(Kinds::PERSON) && !piece.any(Kinds::TITLE);
            piece.any(Kinds::TITLE.or(Kinds::FIELD)) && !piece.any(Kinds::NAME) && !surname
        };
        let skip = behind.iter().take_while(role).count();
        let behind = behind.get(skip..).unwrap_or_default();
        if !open || !behind.is_empty() {
            self.person(behind, 3.0);
        }
    }

    /// A person at the beginning of `pieces`, behind a title.
    fn person(&mut self, pieces: &[Piece], weight: f32) {
        let Some(first) = pieces.first() else { return };
        if !first.is_personal() && !first.any(Kinds::CITY.or(Kinds::COUNTRY).or(Kinds::REGION))
            || first.plain && pieces.len() == 1
        {
            return self.emit(pieces);
        }
        // "President Uganda Law Society": a place, not a person.
        if !first.is_personal() && pieces.len() > 1 {
            return self.emit(pieces);
        }
        let count = self.personal(pieces).max(1);
        let (name, rest) = pieces.split_at(count);
        if let (Some(first), Some(last)) = (name.first(), name.last()) {
            let weight = if first.is_personal() { weight } else { 1.5 };
            self.push(first.first, last.end, Votes::of(Class::Person, weight));
        }
        self.emit(rest);
    }

    /// How many pieces from the first on make up one person's name.
    fn personal(&self, pieces: &[Piece]) -> usize {
        let mut count = 0;
        for (index, piece) in pieces.iter().enumerate() {
            let given = index > 0
                && pieces.first().is_some_and(|first| first.any(Kinds::GIVEN) && !first.any(Kinds::COMMON));
            let places = Kinds::CITY.or(Kinds::REGION).or(Kinds::COUNTRY);
            let last = index + 1 == pieces.len();
            let place_as_surname = given
                && (piece.any(places) || last && piece.any(Kinds::GROUP.or(Kinds::ORG).or(Kinds::PRODUCT)))
                && !piece.any(Kinds::WORDS);
            let head_as_surname = index == 1
                && index + 1 == pieces.len()
                && piece.any(Kinds::SURNAME)
                && pieces.first().is_some_and(|first| first.any(Kinds::GIVEN) || first.is_unknown());
            let unnamed = piece.any(Kinds::CALENDAR) || !piece.any(Kinds::PERSON);
            let title = index > 0 && last && NAMES_TOO.has(piece.hash);
            let word = piece.any(Kinds::WORDS) && unnamed && !piece.is_initial() && !title;
            let prefix = piece.any(Kinds::PLACE_PREFIX) && index + 1 < pieces.len() && index > 0;
            let particle = PARTICLES.has(piece.hash) && !last;
            let fits = title
                || particle
                || piece.is_personal() && !word && !piece.plain
                || place_as_surname
                || head_as_surname
                || prefix && !piece.any(Kinds::COMMON);
            if !fits || index > 9 {
                break;
            }
            count = index + 1;
        }
        count
    }

    /// Cuts pieces that no title opens.
    fn emit(&mut self, pieces: &[Piece]) {
        let (first, last) = match pieces {
            [] => return,
            [piece] => return self.single(piece),
            [first, .., last] => (*first, *last),
        };
        let len = pieces.len();
        // Months and weekdays end a name: "Friday", "May 2"; but "Theresa May" is one.
        if let Some(at) =
            pieces.iter().position(|piece| piece.any(Kinds::CALENDAR) && !piece.any(Kinds::NAME))
        {
            let named =
                at > 0 && pieces.get(at - 1).is_some_and(|before| before.any(Kinds::GIVEN)) && at + 1 == len;
            if !named {
                self.emit(pieces.get(..at).unwrap_or_default());
                return self.emit(pieces.get(at + 1..).unwrap_or_default());
            }
        }
        let heads = Kinds::ORG_HEAD.or(Kinds::PLACE_HEAD).or(Kinds::EVENT_HEAD);
        let ends_as_thing = last.any(heads) && !last.any(Kinds::TITLE.or(Kinds::PERSON).or(Kinds::NAME));
        let title = pieces.iter().position(|piece| piece.any(Kinds::TITLE) && !piece.any(Kinds::NAME));
        let surname = |title: usize| {
            let names = pieces.get(..title).unwrap_or_default();
            title + 1 == len && NAMES_TOO.has(last.hash) && names.iter().all(Piece::is_personal)
        };
        if let Some(title) = title.filter(|&title| !surname(title)) {
            let firm = pieces.get(title).is_some_and(|piece| FIRM_TITLES.has(piece.hash)) && title + 1 < len;
            let in_name = ends_as_thing && !firm;
            if !in_name
                && (title + 1 < len || pieces.get(title).is_some_and(|piece| !piece.any(Kinds::PERSON)))
            {
                return self.title(pieces, title, false);
            }
        }
        let rest = |from: usize| pieces.get(from..).unwrap_or_default();
        let is_given_pair = len == 2
            && first.any(Kinds::GIVEN)
            && !first.any(Kinds::NAME.or(Kinds::WORDS))
            && last.any(Kinds::SURNAME);
        // Organisations by their head.
        let head = pieces.iter().rposition(|piece| {
            piece.any(Kinds::ORG_HEAD) && (!piece.any(Kinds::NAME) || piece.end - piece.first == 1)
        });
        if let Some(head) = head.filter(|_| !is_given_pair) {
            let behind = rest(head + 1);
            let end = pieces.get(head).map_or(last.end, |piece| piece.end);
            let place_behind = behind.iter().rposition(|piece| piece.any(Kinds::PLACE_HEAD));
            if head > 0 && place_behind.is_none() {
                let splits =
                    behind.first().is_none_or(|piece| !piece.is_unknown() || piece.shape != first.shape);
                let splits = splits || behind.iter().any(|piece| piece.any(Kinds::PERSON));
                self.push(first.first, if splits { end } else { last.end }, Votes::of(Class::Org, 2.5));
                if splits {
                    self.emit(behind);
                }
                return;
            }
            if head == 0 && LEADING_HEADS.has(first.hash) && behind.first().is_some_and(|piece| !piece.plain)
            {
                return self.push(first.first, last.end, Votes::of(Class::Org, 2.0));
            }
            if head == 0 && !first.any(Kinds::PLACE_HEAD) {
                return self.emit(behind);
            }
        }
        // Places by their head.
        let head = pieces.iter().rposition(|piece| piece.any(Kinds::PLACE_HEAD) && !piece.any(Kinds::NAME));
        if let Some(head) = head.filter(|&head| head > 0 && !is_given_pair) {
            let end = pieces.get(head).map_or(last.end, |piece| piece.end);
            let common = pieces.get(..head).is_some_and(|before| before.iter().all(|piece| piece.plain));
            self.push(first.first, end, Votes::of(Class::Place, if common { 1.2 } else { 2.5 }));
            return self.emit(rest(head + 1));
        }
        if first.any(Kinds::EVENT_PREFIX) {
            return self.push(first.first, last.end, Votes::of(Class::Event, 2.5));
        }
        if !is_given_pair
            && last.any(Kinds::EVENT_HEAD)
            && !last.any(Kinds::NAME)
            && !self.ends_in_given(pieces)
        {
            return self.push(first.first, last.end, Votes::of(Class::Event, 2.0));
        }
        if !is_given_pair && last.any(Kinds::WORK_HEAD) && !last.any(Kinds::NAME) {
            return self.push(first.first, last.end, Votes::of(Class::Work, 2.0));
        }
        if first.any(Kinds::GROUP) && !(first.any(Kinds::PERSON) && !first.any(Kinds::COMMON) && len == 2) {
            self.single(&first);
            return self.emit(rest(1));
        }
        if first.any(Kinds::PLACE_PREFIX) && !first.any(Kinds::NAME.or(Kinds::PERSON)) {
            let second = rest(1).first().copied().unwrap_or(first);
            if second.is_unknown() || second.any(Kinds::PLACE.or(Kinds::PERSON)) {
                self.push(first.first, second.end, Votes::of(Class::Place, 2.0));
                return self.emit(rest(2));
            }
        }
        let others = Kinds::ORG.or(Kinds::PRODUCT).or(Kinds::EVENT).or(Kinds::WORK);
        if first.any(others) && !first.any(Kinds::PERSON) {
            self.single(&first);
            return self.emit(rest(1));
        }
        if first.any(Kinds::PLACE) {
            let second = rest(1).first().copied().unwrap_or(first);
            let person = first.any(Kinds::PERSON)
                && second.is_personal()
                && !second.any(Kinds::WORDS)
                && !second.plain
                && !second.any(Kinds::NAME);
            if !person {
                if rest(1).iter().all(|piece| piece.is_unknown())
                    && self.text(second.first.wrapping_sub(1)) != "-"
                {
                    let mut votes = Votes::of(Class::Org, 1.0);
                    votes.add(Class::Place, 0.5);
                    return self.push(first.first, last.end, votes);
                }
                self.single(&first);
                return self.emit(rest(1));
            }
        }
        let count = self.personal(pieces);
        let (name, others) = pieces.split_at(count);
        match name {
            [] => {
                // A word of English that no list knows as a name: "Golden Dawn".
                self.single(&first);
                self.emit(rest(1));
            }
            [piece] => {
                self.single(piece);
                self.emit(others);
            }
            [first, .., last] => {
                let votes = self.personal_votes(name);
                self.push(first.first, last.end, votes);
                self.emit(others);
            }
        }
    }

    fn ends_in_given(&self, pieces: &[Piece]) -> bool {
        matches!(pieces, [.., before, _] if before.any(Kinds::GIVEN) && pieces.len() == 2 && !before.any(Kinds::NAME))
    }

    /// What several words without a meaning in English name.
    fn personal_votes(&self, name: &[Piece]) -> Votes {
        let given = name.first().is_some_and(|piece| piece.any(Kinds::GIVEN));
        let any = name.iter().any(|piece| piece.any(Kinds::PERSON) || piece.is_initial());
        let capitals = name.iter().all(|piece| piece.shape == Shape::Capitals);
        let (first, end) = match (name.first(), name.last()) {
            (Some(first), Some(last)) => (first.first, last.end),
            _ => return Votes::default(),
        };
        if given {
            return Votes::of(Class::Person, 3.0);
        }
        if any {
            return Votes::of(Class::Person, 2.0);
        }
        let mut votes = Votes::of(if capitals { Class::Org } else { Class::Person }, 1.0);
        votes.join(&context::votes(self.article, self.words, first, end), 1.0);
        votes
    }

    /// One piece alone.
    fn single(&mut self, piece: &Piece) {
        let word = self.word(piece.first);
        let phrase = piece.end - piece.first > 1;
        let mut votes = Votes::default();
        let weight = if phrase { 3.0 } else { 2.0 };
        let known = [
            (Kinds::COUNTRY, Class::Place, weight + 1.0),
            (Kinds::REGION.or(Kinds::SITE).or(Kinds::CITY), Class::Place, weight),
            (Kinds::GROUP, Class::Group, weight + 0.5),
            (Kinds::ORG, Class::Org, weight),
            (Kinds::PRODUCT, Class::Product, weight - 0.6),
            (Kinds::EVENT, Class::Event, weight),
            (Kinds::WORK, Class::Work, weight),
        ];
        for (kinds, class, weight) in known {
            if piece.any(kinds) && votes.get(class) == 0.0 {
                votes.add(class, weight);
            }
        }
        if piece.any(Kinds::COUNTRY.or(Kinds::GROUP))
            && piece.end - piece.first == 1
            && self.money_follows(piece.end)
        {
            return;
        }
        if piece.any(Kinds::CALENDAR) && !phrase {
            return;
        }
        let context = context::votes(self.article, self.words, piece.first, piece.end);
        if piece.any(Kinds::SURNAME) {
            votes.add(Class::Person, 1.3);
        } else if piece.any(Kinds::GIVEN) {
            votes.add(Class::Person, 0.9);
        }
        let known = piece.any(Kinds::NAME.or(Kinds::PERSON));
        if !known {
            if piece.plain || piece.any(Kinds::WORDS) || piece.is_initial() {
                return;
            }
            if piece.shape == Shape::Capitals {
                // "Q3", "SR800", "U3O8" are figures more than names.
                let figure = self.text(piece.first).contains(|c: char| c.is_ascii_digit());
                if piece.any(Kinds::NO_ORG) || word.line == Line::Capitals || figure {
                    return;
                }
                votes.add(Class::Org, 1.5);
            } else {
                // A capital inside: "AstraZeneca", but "McDonald".
                let inner = self.text(piece.first).trim_start_matches("Mc").trim_start_matches("Mac");
                if inner.chars().skip(1).any(char::is_uppercase) && !inner.contains(['\'', '’', '-']) {
                    votes.add(Class::Org, 1.0);
                }
            }
        } else if piece.any(Kinds::COMMON.or(Kinds::WORDS)) && !phrase {
            // "May", "Mark", "Time", "West": a word as well.
            let factor = if word.begins { -0.9 } else { -0.4 };
            let copy = votes;
            votes.join(&copy, factor);
        }
        votes.join(&context, 1.0);
        self.push(piece.first, piece.end, votes);
    }

    /// Whether an amount of money or a currency follows: "US$", "US dollars", "Swiss francs".
    fn money_follows(&self, at: usize) -> bool {
        word_set! {
            CURRENCIES: "dollar dollars franc francs pound pounds rupee rupees peso pesos shilling shillings dinar dinars yen yuan won krona kroner ruble rubles rouble roubles real reais rand rial riyal lira naira cedi taka baht"
        }
        self.kind(at) == TokenKind::Currency && self.gap(at) == Gap::None
            || CURRENCIES.has(self.word(at).hash)
    }

    /// Names in a headline: what the lists know for sure, and people with a known given name. What
    /// else the article names is found there by `decide.rs`.
    fn headline(&mut self, pieces: &[Piece]) {
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let next = pieces.get(at + 1);
            let named = |piece: &Piece| {
                piece.is_personal() && !piece.plain && !piece.any(Kinds::WORDS) && !piece.is_name_only()
            };
            if piece.any(Kinds::GIVEN) && !piece.any(Kinds::NAME.or(Kinds::WORDS)) && next.is_some_and(named)
            {
                let count = self.personal(pieces.get(at..).unwrap_or_default()).clamp(2, 3);
                if let Some(last) = pieces.get(at + count - 1) {
                    self.push(piece.first, last.end, Votes::of(Class::Person, 1.5));
                }
                at += count;
                continue;
            }
            if piece.any(Kinds::NAME)
                && (!piece.any(Kinds::WORDS.or(Kinds::PERSON)) || piece.end - piece.first > 1)
            {
                self.single(piece);
            } else if !piece.plain && !piece.any(Kinds::WORDS) {
                self.push_quiet(piece.first, piece.end);
            }
            at += 1;
        }
    }

    fn push(&mut self, first: usize, end: usize, votes: Votes) {
        self.push_span(self.span(first, end), first, end, votes);
    }

    fn push_quiet(&mut self, first: usize, end: usize) {
        self.push(first, end, Votes::default());
        if let Some(mention) = self.mentions.last_mut() {
            mention.quiet = true;
        }
    }

    fn push_span(&mut self, span: Span, first: usize, end: usize, votes: Votes) {
        let key = fold::hash(span.slice(self.article.text).unwrap_or_default());
        self.mentions.push(Mention { span, first, end, key, votes, quiet: false });
    }
}

fn word_is(word: Word, kinds: Kinds) -> bool {
    word.kinds.any(kinds)
}
