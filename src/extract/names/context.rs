//! What the words around a name say about it.

use super::lexicon::{Kinds, word_set};
use super::mention::{Class, Votes};
use super::shape::Shape;
use super::words::Word;
use crate::extract::Article;
use crate::text::{Gap, TokenKind};

word_set! {
    /// What people do in news.
    PERSON_VERBS: "said says told tells added adds noted notes asked asks explained explains argued argues insisted insists admitted recalled recalls replied tweeted wrote writes warned warns acknowledged stressed stressing emphasised emphasized lamented quipped joked thinks thought believes believed feels felt hopes hoped remembers remembered smiled laughed died was-born resigned stated states continued concluded declared"
}
word_set! {
    /// Words before a place.
    PLACE_PREPOSITIONS: "in near across outside throughout around towards toward at inside into within"
}
word_set! {
    /// Kinds of places, before "of" or behind a name.
    PLACE_NOUNS: "city town village district province region state county island islands river valley municipality capital port suburb neighbourhood neighborhood area prefecture department governorate oblast peninsula community camp settlement hamlet township bay lake forest mountain mountains border airport coast"
}
word_set! {
    /// What belongs to an organisation.
    ORG_NOUNS: "founder founders co-founder management team delegation leaders leadership products clients platform subsidiary account shares executives employees spokesman spokeswoman spokesperson chairman ceo customers users plc inc ltd stock members lawmakers supporters fighters militants militia board headquarters staff newspaper website app statement report party fans group company subsidiary coach manager players"
}
word_set! {
    /// What belongs to a country.
    PLACE_GOODS: "capital government president economy army military people parliament prime foreign ambassador borders population constitution currency central"
}

word_set! {
    /// Kinds of organisations, as sentences tell them.
    ORG_KINDS: "company companies firm startup start-up subsidiary manufacturer maker retailer producer operator developer provider platform app website site portal newspaper magazine broadcaster channel outlet agency bank lender insurer airline carrier brand chain conglomerate group band party coalition alliance movement union association federation organisation organization charity nonprofit ngo foundation think-tank institute university school club team label studio consultancy brokerage broker exchange gang militia cartel court ministry regulator watchdog commission"
}
word_set! {
    /// Kinds of organisations that stand before their names.
    ORG_TITLES: "company firm startup start-up subsidiary manufacturer maker retailer operator platform website portal newspaper magazine broadcaster outlet agency bank lender insurer airline conglomerate band party charity nonprofit ngo club label studio consultancy brokerage gang militia cartel giant"
}
word_set! {
    /// Who stands before the organisation that they belong to.
    ORG_PEOPLE: "founder co-founder cofounder ceo cto cfo chairman chairwoman spokesman spokeswoman spokesperson employees shareholders customers subsidiary executives boss"
}

word_set! {
    /// Where a telling noun phrase ends.
    TELLING_ENDS: "which who whose where when based founded led run owned backed known called"
}

/// So many words may stand between an article and the kind that it tells of: "a Dutch semiconductor company".
const LONGEST_TELLING: usize = 5;

/// Whether what stands at `end`, behind a name, is what people do or have.
pub(super) fn is_somebody(article: &Article<'_>, words: &[Word], end: usize) -> bool {
    let is_clitic = article.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Clitic);
    is_clitic || words.get(end).is_some_and(|word| !word.sentence && PERSON_VERBS.has(word.hash))
}

/// Evidence from the words around tokens `first..end`.
pub(super) fn votes(article: &Article<'_>, words: &[Word], first: usize, end: usize) -> Votes {
    let mut votes = Votes::default();
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let text = |at: usize| {
        let token = article.tokens.get(at);
        token.and_then(|token| token.span.slice(article.text)).unwrap_or_default()
    };
    let gap = |at: usize| article.tokens.get(at).map_or(Gap::Blank, |token| token.gap);
    let here = word(first);
    if !here.sentence {
        let before = word(first.wrapping_sub(1));
        let acronym = here.shape == Shape::Capitals;
        match text(first.wrapping_sub(1)) {
            "the" | "The" if !acronym => {
                votes.add(Class::Person, -1.5);
                votes.add(Class::Place, -0.4);
            }
            "of" | "at" | "for" if ORG_PEOPLE.has(word(first.wrapping_sub(2)).hash) => {
                votes.add(Class::Org, 1.5)
            }
            "of" if PLACE_NOUNS.has(word(first.wrapping_sub(2)).hash) => votes.add(Class::Place, 2.5),
            "from" | "to" => votes.add(Class::Place, 0.5),
            "by" | "with" => votes.add(Class::Person, 0.4),
            "-" => {}
            _ if before.shape == Shape::Lower && PLACE_PREPOSITIONS.has(before.hash) => {
                votes.add(Class::Place, if text(first.wrapping_sub(1)) == "at" { 0.6 } else { 1.3 });
            }
            _ if before.shape == Shape::Lower && ORG_TITLES.has(before.hash) => votes.add(Class::Org, 2.0),
            _ if before.shape == Shape::Lower && before.kinds.any(Kinds::TITLE) => {
                votes.add(Class::Person, 1.5);
            }
            _ => {}
        }
    }
    let next = word(end);
    if next.sentence {
        return votes;
    }
    // "X is a company", "X, a Dutch subsidiary": what a sentence tells outright.
    let telling = match text(end) {
        "," | "is" | "was" => matches!(text(end + 1), "a" | "an" | "the").then_some(end + 2),
        _ => None,
    };
    if let Some(from) = telling {
        let told = (from..from + LONGEST_TELLING).map(word).take_while(|word| {
            !word.sentence && word.hash != 0 && !word.is_small && !TELLING_ENDS.has(word.hash)
        });
        // The last noun is what it is: "a company director".
        let kinds = told.filter_map(|word| match () {
            () if ORG_KINDS.has(word.hash) => Some(Class::Org),
            () if PLACE_NOUNS.has(word.hash) => Some(Class::Place),
            () if word.shape == Shape::Lower && word.kinds.any(Kinds::TITLE) => Some(Class::Person),
            () => None,
        });
        let kind = kinds.last();
        if let Some(class) = kind {
            votes.add(class, 3.0);
            return votes;
        }
    }
    match text(end) {
        "'s" | "’s" if PLACE_GOODS.has(word(end + 1).hash) => votes.add(Class::Place, 0.8),
        "'s" | "’s" if ORG_NOUNS.has(word(end + 1).hash) => votes.add(Class::Org, 0.5),
        "," => {
            let after = word(end + 1);
            let is_age =
                matches!(text(end + 1).as_bytes(), [b'1'..=b'9', b'0'..=b'9']) && text(end + 2) == ",";
            if is_age || text(end + 1) == "who" {
                votes.add(Class::Person, 2.0);
            } else if after.kinds.any(Kinds::COUNTRY.or(Kinds::REGION))
                && after.is_capital()
                && text(end + 2) != "and"
            {
                votes.add(Class::Place, 0.8);
            } else if after.kinds.any(Kinds::TITLE) && after.shape == Shape::Lower {
                votes.add(Class::Person, 1.0);
            }
        }
        "-" if gap(end) == Gap::None && matches!(text(end + 1), "based" | "born") => {
            votes.add(Class::Place, 2.0)
        }
        "(" if gap(end) == Gap::Space => votes.add(Class::Org, 0.1),
        _ if next.shape == Shape::Lower => {
            // "an English poet"
            if here.kinds.any(Kinds::GROUP) && !next.is_small && next.kinds.any(Kinds::TITLE) {
                votes.add(Class::Group, 1.0);
            }
            if PERSON_VERBS.has(next.hash) {
                votes.add(Class::Person, 0.8);
            } else if text(end) == "who" {
                votes.add(Class::Person, 1.5);
            } else if PLACE_NOUNS.has(next.hash) {
                votes.add(Class::Place, 1.3);
            } else if ORG_NOUNS.has(next.hash) {
                votes.add(Class::Org, 0.8);
            }
        }
        _ => {}
    }
    votes
}
