//! The timeline: what an article dates, on one axis.

use jiff::civil::Date;

use super::reading::{Reading, is_fact};
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::text::Span;
use crate::value::{Timex, Value};

/// A date or time with the sentence that it stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moment {
    /// The mark.
    pub id: AnnotationId,
    /// The sentence, in bytes.
    pub sentence: Span,
    /// The first day of what is meant.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Hour and minute, where they are told.
    pub clock: Option<(u8, u8)>,
}

/// What an article dates.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Timeline {
    /// What has its place in time, the earliest first.
    pub moments: Vec<Moment>,
    /// What the text leaves open, each with its sentence, in reading order.
    pub open: Vec<(AnnotationId, Span)>,
    /// The day of publication.
    pub published: Option<Date>,
}

impl Timeline {
    /// The first day and the last, the day of publication among them; `None` where there is none.
    pub fn ends(&self) -> Option<(Date, Date)> {
        let first = self.moments.iter().map(|it| it.from).chain(self.published).min()?;
        let last = self.moments.iter().map(|it| it.to).chain(self.published).max()?;
        Some((first, last))
    }
}

/// The dates and times of an article. Lengths of time that have no ends are none.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, annotate}, extract::extract, facts::timeline};
/// # use uuid::Uuid;
/// let text = "It opened in May 2021 and closed on Tuesday.";
/// let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
/// annotate(&mut document, &extract(text, None), Uuid::new_v4, Default::default());
/// let timeline = timeline(&document);
/// assert_eq!(timeline.moments[0].from.to_string(), "2021-05-01");
/// assert_eq!(timeline.open.len(), 1, "without a day of publication it is open which Tuesday is meant");
/// ```
pub fn timeline(document: &Document) -> Timeline {
    let reading = Reading::new(document);
    let mut timeline = Timeline { published: document.published, ..Timeline::default() };
    for annotation in document.annotations().iter().filter(|it| is_fact(it)) {
        let Some(Value::Timex(timex)) = &annotation.value else { continue };
        let sentence = reading.sentence(annotation.span);
        match place(timex, document.published) {
            Some((from, to)) => {
                timeline.moments.push(Moment { id: annotation.id, sentence, from, to, clock: timex.clock() });
            }
            None if timex.timex.starts_with('P') && !timex.timex.ends_with("_REF") => {}
            None => timeline.open.push((annotation.id, sentence)),
        }
    }
    // Moments of one day stay in reading order.
    timeline.moments.sort_by_key(|it| (it.from, it.clock, it.to));
    timeline
}

fn place(timex: &Timex, published: Option<Date>) -> Option<(Date, Date)> {
    match timex.timex.as_str() {
        "PRESENT_REF" => published.map(|day| (day, day)),
        _ => timex.days(),
    }
}
