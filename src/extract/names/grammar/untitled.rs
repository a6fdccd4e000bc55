//! Pieces that no title opens: places, organisations, events, and people by their names alone.

use super::{FIRM_TITLES, NAMES_TOO};
use crate::extract::names::context;
use crate::extract::names::lexicon::{Kinds, word_set};
use crate::extract::names::mention::{Class, Votes};
use crate::extract::names::run::{Cutter, Piece};
use crate::extract::names::shape::Shape;
use crate::extract::names::words::Line;
use crate::text::{Gap, TokenKind};

word_set! {
    /// Heads that a name may begin with.
    LEADING_HEADS: "radio daily bank banco banque hotel team fc union university universitas universidad partido parti partai inter club tv channel movimiento frente instituto ministerio church hospital camp parti yayasan chamber"
}

word_set! {
    /// What stands before the name of a people of a part of the world.
    DIRECTIONS: "north south east west northern southern eastern western central northeast northwest southeast southwest"
}

word_set! {
    /// Versions of products: "Windows XP", "Galaxy Ultra".
    VERSIONS: "xp vista pro max plus ultra mini air lite se xl pe ii iii iv home cloud"
}

word_set! {
    /// What tells the channels of a broadcaster apart: "BBC Two".
    CHANNELS: "one two three four five"
}

impl Cutter<'_, '_> {
    /// Cuts pieces that no title opens.
    pub(super) fn emit(&mut self, pieces: &[Piece]) {
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
            let named = at > 0
                && at + 1 == len
                && pieces
                    .get(at - 1)
                    .is_some_and(|before| before.any(Kinds::GIVEN) || FIRM_TITLES.has(before.hash));
            let given = at == 0
                && self.is_month_name(&first)
                && !matches!(
                    self.text(first.first.wrapping_sub(1)),
                    "in" | "since" | "until" | "by" | "last" | "this" | "next" | "of"
                )
                && pieces.get(1).is_some_and(|next| next.any(Kinds::SURNAME) && !next.any(Kinds::WORDS));
            if !named && !given {
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
        // "Central African", "South-East Asian".
        let aims = pieces.iter().take_while(|piece| DIRECTIONS.has(piece.hash)).count();
        let people = pieces.get(aims).filter(|people| people.any(Kinds::GROUP) && !people.any(Kinds::PLACE));
        if let Some(people) = people.filter(|_| aims > 0) {
            self.push(first.first, people.end, Votes::of(Class::Group, 3.0));
            return self.emit(rest(aims + 1));
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
            // "Windows XP", "BBC Two"
            let is_more = |piece: &&Piece| match first.any(Kinds::PRODUCT) {
                true => VERSIONS.has(piece.hash),
                false => CHANNELS.has(piece.hash) && first.shape == Shape::Capitals,
            };
            let more = rest(1).iter().take_while(is_more).count();
            match pieces.get(more).filter(|_| more > 0) {
                Some(last) => {
                    let class = if first.any(Kinds::PRODUCT) { Class::Product } else { Class::Org };
                    self.push(first.first, last.end, Votes::of(class, 3.0));
                }
                None => self.single(&first),
            }
            return self.emit(rest(1 + more));
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

    /// One piece alone.
    pub(super) fn single(&mut self, piece: &Piece) {
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
            // Whose surname it is counts where somebody does something: "May said", "May's cabinet".
            if self.is_month_name(piece) && context::is_somebody(self.article, self.words, piece.end) {
                self.push_quiet(piece.first, piece.end);
            }
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
        // "iPhone 16", "Windows 11"
        let numbered = piece.any(Kinds::PRODUCT)
            && self.kind(piece.end) == TokenKind::Number
            && self.gap(piece.end) == Gap::Space
            && self.text(piece.end).len() <= 3
            && self.word(piece.end + 1).shape != Shape::Lower;
        self.push(piece.first, piece.end + usize::from(numbered), votes);
    }

    /// Whether an amount of money or a currency follows: "US$", "US dollars", "Swiss francs".
    pub(super) fn money_follows(&self, at: usize) -> bool {
        word_set! {
            CURRENCIES: "dollar dollars franc francs pound pounds rupee rupees peso pesos shilling shillings dinar dinars yen yuan won krona kroner ruble rubles rouble roubles real reais rand rial riyal lira naira cedi taka baht"
        }
        self.kind(at) == TokenKind::Currency && self.gap(at) == Gap::None
            || CURRENCIES.has(self.word(at).hash)
    }
}
