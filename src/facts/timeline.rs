//! The timeline: what an article dates, on one axis.

use std::collections::HashMap;

use jiff::civil::Date;

use super::reading::{Reading, is_fact};
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::text::{Span, sort_by, sort_by_key};
use crate::value::{Timex, Value, days_between};

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
    sort_by_key(&mut timeline.moments, |it| (it.from, it.clock, it.to));
    timeline
}

fn place(timex: &Timex, published: Option<Date>) -> Option<(Date, Date)> {
    match timex.timex.as_str() {
        "PRESENT_REF" => published.map(|day| (day, day)),
        _ => timex.days(),
    }
}

/// Where things stand in a picture of a timeline: across from 0 to 1, down in lanes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Drawing {
    /// What is dated: moments of the same days are one bar.
    pub bars: Vec<Bar>,
    /// Where the axis is labelled, and how.
    pub ticks: Vec<(f64, String)>,
    /// How many lanes there are.
    pub lanes: usize,
    /// The day of publication.
    pub published: Option<f64>,
}

/// One bar, or for a day a dot.
#[derive(Clone, PartialEq, Debug)]
pub struct Bar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// In which lane it stands, so that none covers another.
    pub lane: usize,
    /// The moments that it shows.
    pub moments: Vec<AnnotationId>,
}

/// Bars that are drawn: more cannot be told apart.
const MOST: usize = 500;
/// The narrowest that a bar is drawn.
const NARROWEST: f64 = 0.012;
/// Up to so many days the axis is even; over longer times days close to the day of publication get more room.
const EVEN: i64 = 3 * 366;

/// Which days an axis shows, and where.
struct Axis {
    first: Date,
    last: Date,
    /// Around which day there is more room, where the axis is not even.
    center: Option<Date>,
}

impl Axis {
    fn new(timeline: &Timeline) -> Option<Axis> {
        let (first, last) = timeline.ends()?;
        let is_even = days_between(first, last) <= EVEN;
        let center = timeline.published.unwrap_or(last);
        Some(Axis { first, last, center: (!is_even).then_some(center) })
    }

    /// How far a day is from the center, on the scale of the axis.
    fn scaled(&self, day: Date) -> f64 {
        match self.center {
            None => days_between(self.first, day) as f64,
            Some(center) => {
                let days = days_between(center, day) as f64;
                days.signum() * (1.0 + days.abs() / 7.0).ln()
            }
        }
    }

    fn place(&self, day: Date) -> f64 {
        let (first, last) = (self.scaled(self.first), self.scaled(self.last));
        if last > first { (self.scaled(day) - first) / (last - first) } else { 0.5 }
    }

    /// Labelled days that leave room for their labels.
    fn ticks(&self) -> Vec<(f64, String)> {
        const ROOM: f64 = 0.09;
        let days = days_between(self.first, self.last);
        let mut wanted: Vec<(Date, String)> =
            vec![(self.first, self.first.to_string()), (self.last, self.last.to_string())];
        wanted.extend(self.center.map(|day| (day, day.to_string())));
        let years = i64::from(self.last.year()) - i64::from(self.first.year());
        for step in [100, 50, 10, 5, 1] {
            let first = i64::from(self.first.year()).div_euclid(step) * step;
            let of_step = (0..=(years / step + 1).min(60)).map(|nth| first + nth * step);
            let dates = of_step.filter_map(|year| {
                Some((Date::new(i16::try_from(year).ok()?, 1, 1).ok()?, year.to_string()))
            });
            wanted.extend(dates);
        }
        if days <= EVEN {
            let months = (0..=days / 28).filter_map(|nth| {
                let month = i64::from(self.first.month()) - 1 + nth;
                let year = i16::try_from(i64::from(self.first.year()) + month / 12).ok()?;
                let day = Date::new(year, i8::try_from(month % 12 + 1).ok()?, 1).ok()?;
                Some((day, format!("{:04}-{:02}", day.year(), day.month())))
            });
            wanted.extend(months);
        }
        if days <= 60 {
            let each = (0..=days)
                .filter_map(|nth| self.first.checked_add(jiff::Span::new().try_days(nth).ok()?).ok());
            wanted.extend(each.map(|day| (day, format!("{:02}-{:02}", day.month(), day.day()))));
        }
        let mut ticks: Vec<(f64, String)> = Vec::new();
        for (day, label) in wanted.into_iter().filter(|(day, _)| (self.first..=self.last).contains(day)) {
            let place = self.place(day);
            if ticks.iter().all(|(other, _)| (other - place).abs() >= ROOM) {
                ticks.push((place, label));
            }
        }
        sort_by(&mut ticks, |a, b| a.0.total_cmp(&b.0));
        ticks
    }
}

impl Timeline {
    /// Where everything stands in a picture; empty where nothing is dated.
    pub fn drawing(&self) -> Drawing {
        let Some(axis) = Axis::new(self).filter(|_| !self.moments.is_empty()) else {
            return Drawing::default();
        };
        let mut bars: Vec<Bar> = Vec::new();
        let mut places: HashMap<(Date, Date), usize> = HashMap::new();
        for moment in &self.moments {
            let next = bars.len();
            let place = *places.entry((moment.from, moment.to)).or_insert(next);
            match bars.get_mut(place) {
                Some(bar) => bar.moments.push(moment.id),
                None if next < MOST => {
                    let (from, to) = (axis.place(moment.from), axis.place(moment.to));
                    bars.push(Bar { from, to, lane: 0, moments: vec![moment.id] });
                }
                None => {}
            }
        }
        // The first lane that is free; bars come in the order in which they begin.
        let mut ends: Vec<f64> = Vec::new();
        for bar in &mut bars {
            let free = ends.iter().position(|end| *end <= bar.from).unwrap_or(ends.len());
            bar.lane = free;
            let end = bar.to.max(bar.from + NARROWEST) + NARROWEST / 4.0;
            match ends.get_mut(free) {
                Some(lane) => *lane = end,
                None => ends.push(end),
            }
        }
        let published = self.published.map(|day| axis.place(day));
        Drawing { bars, ticks: axis.ticks(), lanes: ends.len(), published }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentId, annotate};
    use crate::extract::extract;
    use uuid::Uuid;

    fn of(text: &str, published: Option<Date>) -> Timeline {
        let mut document = Document::new(DocumentId(Uuid::nil()), text, Default::default());
        document.published = published;
        annotate(&mut document, &extract(text, published), Uuid::new_v4, Default::default());
        timeline(&document)
    }

    #[test]
    fn bars_do_not_cover_each_other_and_stay_inside() {
        let text = "In 1815, in the 1990s, in 1994, from 9 to 11 July 2024, on July 10, on Tuesday, at 3 p.m. on July 2 and last summer.";
        let drawing = of(text, Some(jiff::civil::date(2024, 7, 2))).drawing();
        assert!(drawing.bars.len() >= 6, "{drawing:?}");
        for (place, one) in drawing.bars.iter().enumerate() {
            assert!(0.0 <= one.from && one.from <= one.to && one.to <= 1.0, "{one:?}");
            for other in &drawing.bars[..place] {
                let apart = other.to <= one.from || one.to <= other.from;
                assert!(apart || one.lane != other.lane, "{one:?} {other:?}");
            }
        }
        assert!(drawing.ticks.windows(2).all(|pair| pair[1].0 - pair[0].0 >= 0.08), "{:?}", drawing.ticks);
        assert!(drawing.published.is_some_and(|place| place > 0.4));
    }

    #[test]
    fn without_dates_there_is_no_picture() {
        assert_eq!(of("Nothing happened.", None).drawing(), Drawing::default());
        let one = of("It rained on 2 July 2024.", None).drawing();
        assert_eq!((one.bars.len(), one.lanes), (1, 1));
    }
}
