//! What a report says around a figure: the words, whose it is, what it counts, when it holds.

use std::collections::HashMap;

use super::report::Report;
use super::sentences::{Context, Sentence};
use super::topics::{Topic, shared};
use super::weights::Clue;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::is_mention;
use crate::facts::clues::steps;
use crate::facts::counted::counted;
use crate::facts::figures::{Figure, FigureKind, figures};
use crate::facts::reading::Reading;
use crate::facts::stems::{Stem, stem};
use crate::text::Span;
use crate::value::{Value, days_between};
use jiff::civil::Date;

/// What stands around one place of a figure.
#[derive(Clone, Debug)]
pub(super) struct Around {
    topic: Topic,
    at: Sentence,
    /// The words of the whole sentence.
    sentence: Vec<Stem>,
    pub(super) counted: Vec<Stem>,
    of: Vec<Stem>,
    who: Vec<Stem>,
    when: Option<(Date, Date)>,
    kind: Option<FigureKind>,
    before: Option<Stem>,
    behind: Option<Stem>,
    /// The words of the names in its sentence.
    names: Vec<Stem>,
    /// The words of the name that is nearest to it in the sentence.
    nearest: Vec<Stem>,
    /// When the report was published.
    published: Option<Date>,
    /// Whether it stands in the headline or the first sentence.
    is_opening: bool,
    /// How much of the report stands before it, 0 to 1.
    place: f32,
}

/// What is known of all figures of a report.
pub(super) struct Surroundings<'r, 'd> {
    pub(super) report: &'r Report<'d>,
    context: &'r Context,
    /// Which of the reports it is.
    of: usize,
    figures: HashMap<AnnotationId, Figure>,
    /// The names of each sentence.
    names: HashMap<usize, Vec<Span>>,
    times: HashMap<Span, (Date, Date)>,
}

impl<'r, 'd> Surroundings<'r, 'd> {
    pub(super) fn new(report: &'r Report<'d>, context: &'r Context, of: usize) -> Surroundings<'r, 'd> {
        let figures = figures(report.document()).into_iter().map(|figure| (figure.id, figure)).collect();
        let mut names: HashMap<usize, Vec<Span>> = HashMap::new();
        let mut times = HashMap::new();
        for mark in report.document().annotations() {
            if is_mention(mark) {
                let Some(sentence) = report.reading.sentence_at(mark.span) else { continue };
                names.entry(sentence).or_default().push(mark.span);
            } else if let Some(Value::Timex(timex)) = &mark.value
                && let Some(days) = timex.days()
            {
                times.insert(mark.span, days);
            }
        }
        Surroundings { report, context, of, figures, names, times }
    }

    /// What the figures of the report are about.
    pub(super) fn into_figures(self) -> HashMap<AnnotationId, Figure> {
        self.figures
    }

    /// What stands around a mark.
    pub(super) fn of(&self, mark: &Annotation) -> Around {
        let reading = &self.report.reading;
        let figure = self.figures.get(&mark.id);
        let stems = |span: Option<Span>| span.map(|span| reading.stems(span)).unwrap_or_default();
        let at = reading.sentence_at(mark.span).unwrap_or_default();
        let length = reading.text().len().max(1);
        let spans = self.names.get(&at).map_or(&[][..], Vec::as_slice);
        let mut names: Vec<Stem> = spans.iter().flat_map(|span| reading.stems(*span)).collect();
        names.sort_unstable();
        names.dedup();
        let far =
            |name: &Span| name.start().abs_diff(mark.span.end()).min(mark.span.start().abs_diff(name.end()));
        let nearest = spans.iter().min_by_key(|name| far(name));
        Around {
            topic: self.context.topics.around(reading, self.of, mark.span),
            at: (self.of, at),
            sentence: self.context.topics.of_sentence(self.of, at).to_vec(),
            counted: counted(reading.text(), &reading.tokens, mark.span),
            of: stems(figure.and_then(|it| it.of)),
            who: stems(figure.and_then(|it| it.who)),
            when: figure.and_then(|it| self.times.get(&it.when?).copied()),
            kind: figure.map(|it| it.kind),
            before: beside(reading, mark.span, true),
            behind: beside(reading, mark.span, false),
            names,
            nearest: nearest.map(|span| reading.stems(*span)).unwrap_or_default(),
            published: self.report.document().published,
            is_opening: at < 2,
            place: mark.span.start() as f32 / length as f32,
        }
    }
}

/// The word right beside a mark.
fn beside(reading: &Reading<'_>, span: Span, is_before: bool) -> Option<Stem> {
    let within = reading.tokens.within(span);
    let at = if is_before { within.start.checked_sub(1)? } else { within.end };
    stem(reading.tokens.get(at)?.span.slice(reading.text())?)
}

impl Around {
    /// The words by which figures of one fact are looked for.
    pub(super) fn words(&self) -> &[Stem] {
        &self.sentence
    }

    /// Whether both stand in one and the same sentence, with the same words beside them.
    pub(super) fn is_same_sentence(&self, other: &Around) -> bool {
        self.sentence == other.sentence && self.before == other.before && self.behind == other.behind
    }

    /// Whether both count something, not the same, in sentences without a common word.
    pub(super) fn is_of_other_things(&self, other: &Around) -> bool {
        let counts_other = agree(&self.counted, &other.counted, [false, true, false]).unwrap_or_default();
        counts_other && shared(&self.sentence, &other.sentence).next().is_none()
    }

    /// How many days lie between the reports.
    pub(super) fn apart(&self, other: &Around) -> Option<i64> {
        Some(days_between(self.published?, other.published?).abs())
    }

    /// How alike what stands around two places is, 0 to 1.
    pub(super) fn likeness(&self, other: &Around, context: &Context) -> f64 {
        context.topics.likeness(&self.topic, &other.topic)
    }

    /// What of two places speaks for one fact, or against it.
    pub(super) fn clues(&self, other: &Around, context: &Context) -> Vec<Clue> {
        let topics = &context.topics;
        let mut clues = Vec::new();
        let whole = topics.whole(&self.topic, &other.topic);
        let (near, share) = topics.near(&self.topic, &other.topic);
        let sentence = topics.alike(&self.sentence, &other.sentence);
        let common = shared(&self.sentence, &other.sentence).count();
        steps(whole, &WHOLE, &mut clues);
        steps(near as f64, &NEAR, &mut clues);
        steps(share, &[(0.5, Clue::NearHalf), (0.75, Clue::NearMost)], &mut clues);
        steps(sentence, &SENTENCE, &mut clues);
        steps(common as f64, &COMMON, &mut clues);
        steps(context.said(self.at, other.at).unwrap_or(f64::NEG_INFINITY), &SAID, &mut clues);
        let counted = [Clue::SameCounted, Clue::OtherCounted, Clue::OneCounted];
        clues.push(agree(&self.counted, &other.counted, counted).unwrap_or(Clue::NoneCounted));
        clues.extend(agree(&self.of, &other.of, [Clue::SameOf, Clue::OtherOf, Clue::OneOf]));
        clues.extend(agree(&self.who, &other.who, [Clue::SameWho, Clue::OtherWho, Clue::OneWho]));
        if let (Some((from, to)), Some((other_from, other_to))) = (self.when, other.when) {
            let meets = from <= other_to && other_from <= to;
            clues.push(if meets { Clue::SameWhen } else { Clue::OtherWhen });
        }
        clues.extend(kinds(self.kind, other.kind));
        if self.before.is_some() && self.before == other.before {
            clues.push(Clue::SameBefore);
        }
        if self.behind.is_some() && self.behind == other.behind {
            clues.push(Clue::SameBehind);
        }
        clues.push(match shared(&self.names, &other.names).count() {
            _ if self.names.is_empty() || other.names.is_empty() => Clue::NoNames,
            0 => Clue::NoCommonName,
            1 => Clue::CommonName,
            _ => Clue::CommonNames,
        });
        clues.extend(match (self.nearest.is_empty(), other.nearest.is_empty()) {
            (false, false) if self.nearest.iter().any(|it| other.nearest.contains(it)) => {
                Some(Clue::SameNearest)
            }
            (false, false) => Some(Clue::OtherNearest),
            _ => None,
        });
        clues.extend(match self.apart(other) {
            Some(1) => Some(Clue::DayLater),
            Some(2..) => Some(Clue::DaysLater),
            _ => None,
        });
        match (self.is_opening, other.is_opening) {
            (true, true) => clues.push(Clue::BothOpening),
            (false, false) => {}
            _ => clues.push(Clue::OneOpening),
        }
        if (self.place - other.place).abs() < 0.2 {
            clues.push(Clue::Close);
        }
        clues
    }
}

const WHOLE: [(f64, Clue); 10] = [
    (0.1, Clue::Whole10),
    (0.15, Clue::Whole15),
    (0.2, Clue::Whole20),
    (0.25, Clue::Whole25),
    (0.3, Clue::Whole30),
    (0.4, Clue::Whole40),
    (0.5, Clue::Whole50),
    (0.6, Clue::Whole60),
    (0.7, Clue::Whole70),
    (0.8, Clue::Whole80),
];
const NEAR: [(f64, Clue); 3] = [(1.0, Clue::Near1), (2.0, Clue::Near2), (3.0, Clue::Near3)];
const SENTENCE: [(f64, Clue); 7] = [
    (0.1, Clue::Sentence10),
    (0.2, Clue::Sentence20),
    (0.3, Clue::Sentence30),
    (0.4, Clue::Sentence40),
    (0.5, Clue::Sentence50),
    (0.6, Clue::Sentence60),
    (0.8, Clue::Sentence80),
];
const SAID: [(f64, Clue); 7] = [
    (-4.0, Clue::SaidM4),
    (-3.0, Clue::SaidM3),
    (-2.0, Clue::SaidM2),
    (-1.0, Clue::SaidM1),
    (0.0, Clue::Said0),
    (1.0, Clue::Said1),
    (2.0, Clue::Said2),
];
const COMMON: [(f64, Clue); 5] = [
    (1.0, Clue::Common1),
    (2.0, Clue::Common2),
    (3.0, Clue::Common3),
    (5.0, Clue::Common5),
    (8.0, Clue::Common8),
];

/// Whether two lists of words have one in common, have none, or one of them is empty.
fn agree<C>(one: &[Stem], other: &[Stem], [same, different, single]: [C; 3]) -> Option<C> {
    match (one.is_empty(), other.is_empty()) {
        (true, true) => None,
        (false, false) if one.iter().any(|stem| other.contains(stem)) => Some(same),
        (false, false) => Some(different),
        _ => Some(single),
    }
}

fn kinds(one: Option<FigureKind>, other: Option<FigureKind>) -> Option<Clue> {
    let (one, other) = (one?, other?);
    let pair = |a, b| (one, other) == (a, b) || (one, other) == (b, a);
    Some(match () {
        () if one == other => Clue::SameKind,
        () if pair(FigureKind::From, FigureKind::To) => Clue::FromAndTo,
        () if one == FigureKind::Change || other == FigureKind::Change => Clue::ChangeAndLevel,
        () => Clue::OtherKind,
    })
}
