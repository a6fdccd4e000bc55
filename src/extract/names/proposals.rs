//! From what the model and the rules found to what is proposed.

use super::decide::Decision;
use super::edges;
use super::lexicon::Kinds;
use super::mention::Class;
use super::shape::Shape;
use super::tagger::{Found, Model, NameClass, Reading};
use super::words::Line;
use crate::extract::Candidate;
use crate::text::TokenKind;

/// Evidence, and lead over the next best class, from which on the rules know that something is a
/// product, event or work: nothing but the lists speaks for those.
const FIRM: f32 = 1.2;
const CLEAR: f32 = 0.8;

/// Evidence, and lead, from which on the rules for places and organisations, which are mostly lists,
/// are preferred where the model is unsure. (For people the model is better, sure or not.)
const KNOWN: f32 = 1.5;

/// The probability below which the model is unsure.
const UNSURE: f32 = 0.75;

/// The probability from which on the model is believed in headlines.
const SURE_HEADLINE: f32 = 0.85;

/// What the names of an article are: those of the model, and what the rules know of products,
/// events and works, which the model tells from other names but not from each other.
pub(super) fn candidates(reading: &Reading<'_, '_>, found: &[Found], model: &Model) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let firm: Vec<&Decision> =
        reading.decisions().iter().filter(|decision| is_firm(reading, decision)).collect();
    let mut ahead = firm.iter().peekable();
    let found = edges::settle(reading, found);
    for found in &found {
        let (first, end) = (found.first, found.end);
        while ahead.next_if(|decision| decision.end <= found.first).is_some() {}
        if ahead.peek().is_some_and(|decision| decision.first < found.end) {
            continue;
        }
        let overruled = overrule(reading, found, first, end);
        if !overruled.is_empty() {
            candidates.extend(overruled.iter().map(|decision| decision.candidate()));
            continue;
        }
        let Some(span) = reading.span(first..end) else { continue };
        let score = f64::from(model.calibrated(found.probability));
        let ruled = reading.decision(first).filter(|decision| {
            // "Costa Rican", whatever the model says: who knows the phrase knows what it means.
            let is_phrase = decision.class == Class::Group && end - first > 1 || decision.is_family;
            let is_list = matches!(decision.class, Class::Place | Class::Org);
            (found.probability < UNSURE && is_list || is_phrase)
                && (decision.first, decision.end) == (first, end)
                && decision.weight >= KNOWN
                && decision.lead >= KNOWN
        });
        if let Some(decision) = ruled {
            candidates.push(decision.candidate());
            continue;
        }
        let class = match found.class {
            NameClass::Person => Class::Person,
            NameClass::Org => Class::Org,
            NameClass::Place => Class::Place,
            NameClass::Group => Class::Group,
            NameClass::Other => match other(reading, first, end) {
                Some(class) => class,
                None => {
                    // "an English poet": a language to the model, a group to the rules.
                    let group = reading.decision(first).filter(|decision| {
                        (decision.first, decision.end) == (first, end) && is_told(reading, decision)
                    });
                    candidates.extend(group.map(Decision::candidate));
                    continue;
                }
            },
        };
        candidates.push(Candidate { span, label: class.label(), value: None, score, extractor: 0 });
    }
    candidates.extend(firm.iter().map(|decision| decision.candidate()));
    let mut standing = found.iter().peekable();
    for decision in reading.decisions().iter().filter(|decision| !is_firm(reading, decision)) {
        while standing.next_if(|found| found.end <= decision.first).is_some() {}
        let is_free = standing.peek().is_none_or(|found| found.first >= decision.end);
        // Places in small letters, of which the model has seen few.
        let is_careless =
            decision.class == Class::Place && reading.word(decision.first).shape == Shape::Lower;
        if is_free
            && (is_thing(decision.class) || is_careless || decision.is_family || is_told(reading, decision))
        {
            candidates.push(decision.candidate());
        }
    }
    candidates
}

/// What the rules know better than the model: names that the lists have as products, events or
/// works and nothing else, and people glued to a page's leftovers, whose first token is no word.
fn is_firm(reading: &Reading<'_, '_>, decision: &Decision) -> bool {
    let token = reading.span(decision.first..decision.end);
    let is_glued = token.is_some_and(|token| token.start() < decision.span.start());
    // "Theresa May": the model has seen few who are called by a month.
    let is_month = || (decision.first..decision.end).any(|at| reading.word(at).kinds.any(Kinds::CALENDAR));
    is_glued
        || decision.class == Class::Person && is_month()
        || is_thing(decision.class) && decision.weight >= FIRM && decision.lead >= CLEAR
}

/// Whether the article tells outright what something is that the model passed over: "Velmora is a company".
fn is_told(reading: &Reading<'_, '_>, decision: &Decision) -> bool {
    let (enough, clear) = match decision.class {
        Class::Org => (4.0, 3.0),
        Class::Group => (3.0, 2.0),
        _ => return false,
    };
    let is_prose = reading.word(decision.first).line == Line::Prose;
    is_prose && decision.weight >= enough && decision.lead >= clear
}

fn is_thing(class: Class) -> bool {
    matches!(class, Class::Product | Class::Event | Class::Work)
}

/// The decisions of the rules that stand in place of what the model found: two groups joined by a
/// hyphen ("Turkish-Greek"), and in headlines, where capitals mislead the model, what the rules
/// find there, unless the model is sure.
fn overrule<'r>(reading: &'r Reading<'_, '_>, found: &Found, first: usize, end: usize) -> Vec<&'r Decision> {
    let within = || {
        let all = reading.decisions();
        let from = all.partition_point(|decision| decision.end <= first);
        all.get(from..).unwrap_or_default().iter().take_while(move |decision| decision.first < end)
    };
    let groups = || within().filter(|decision| decision.class == Class::Group).count();
    let may_be_groups = matches!(found.class, NameClass::Group | NameClass::Other);
    if may_be_groups && end - first > 2 && groups() > 1 {
        return within().collect();
    }
    let is_headline = reading.word(first).line == Line::Title;
    if is_headline && found.probability < SURE_HEADLINE { within().collect() } else { Vec::new() }
}

/// What a name that is neither person, organisation, place nor group names: by the rules, else by
/// the words that such names end or begin with; `None` where nothing tells.
fn other(reading: &Reading<'_, '_>, first: usize, end: usize) -> Option<Class> {
    let ruled = (first..end).find_map(|at| reading.decision(at).map(|decision: &Decision| decision.class));
    if let Some(class) = ruled.filter(|class| is_thing(*class)) {
        return Some(class);
    }
    let last = reading.word(end - 1).kinds;
    let head = reading.word(first).kinds;
    match () {
        () if last.any(Kinds::EVENT_HEAD) || head.any(Kinds::EVENT_PREFIX) => Some(Class::Event),
        () if last.any(Kinds::WORK_HEAD) => Some(Class::Work),
        () if head.any(Kinds::PRODUCT_PREFIX) && reading.kind(end - 1) == Some(TokenKind::Number) => {
            Some(Class::Product)
        }
        () => None,
    }
}
