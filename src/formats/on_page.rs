//! An article's marks on the page that it was taken from, for the extension that draws them there.
//!
//! ```text
//! marks = { "article": id, "bar": sentence, "marks": [ mark ], "lost": [ quote ] }
//! mark  = { "start", "end": in UTF-16 units of the page's text, "family", "letter",
//!           "title": label and status, "value", "about", "doubt": sentences for people }
//! ```

use serde_json::{Value as Json, json};

use crate::annotation::{Annotation, Status};
use crate::document::Document;
use crate::facts::{all_doubts, is_dismissed, meaning};
use crate::label::Family;
use crate::text::{OffsetMap, Unit};
use crate::words;

/// The marks of an article on the text of its page, as the page has it now: what stands in both texts goes along, and what has
/// no place is told.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, read}, formats::marks_on_page};
/// let mut document = Document::new(DocumentId(Default::default()), "Storm\n\nRome spent $3 million.", Default::default());
/// read(&mut document, uuid::Uuid::new_v4, Default::default());
/// let page = "Home News Storm Updated today Rome spent $3 million. Share";
/// let marks = marks_on_page(&document, page);
/// let money = marks["marks"].as_array().unwrap().iter().find(|it| it["letter"] == "M").unwrap();
/// assert_eq!((money["start"].as_u64(), money["end"].as_u64()), (Some(41), Some(51)));
/// ```
pub fn marks_on_page(document: &Document, page: &str) -> Json {
    let is_shown = |it: &Annotation| it.status != Status::Rejected && !it.is_small();
    let new = document.on_text(page);
    let map = OffsetMap::new(new.text());
    let doubts: Vec<_> =
        all_doubts(document).sure.into_iter().filter(|doubt| !is_dismissed(document, doubt)).collect();
    let mark = |annotation: &Annotation| {
        let range = map.range_of(annotation.span, Unit::Utf16)?;
        // What it means follows from the whole article, and not from what of it the page still has.
        let own = document.annotation(annotation.id)?;
        let label = document.labels.get(&own.label);
        let name = label.map_or(own.label.as_str(), |label| label.name.as_str());
        let (value, about) = meaning(document, own);
        let doubt = doubts.iter().find(|doubt| doubt.stated == own.id || doubt.from.contains(&own.id));
        let doubt = doubt
            .map(|it| words::DoubtTold { kind: &it.kind.name(), reckoning: &it.reckoning }.text())
            .unwrap_or_default();
        let family = match own.label.family() {
            Some(Family::Amounts) => "amounts",
            Some(Family::Dates) => "dates",
            Some(Family::Speech) => "speech",
            Some(Family::Names) | None => "names",
        };
        Some(json!({
            "start": range.start, "end": range.end, "family": family,
            "letter": label.map(|label| label.letters()).unwrap_or_default(),
            "title": words::LabelAndStatus { label: &name, status: &own.status.name() }.text(),
            "value": value, "about": about, "doubt": doubt,
        }))
    };
    let marks: Vec<Json> =
        new.annotations().iter().filter(|it| is_shown(it)).filter_map(|it| mark(it)).collect();
    let had_place = |it: &&Annotation| document.annotation(it.id).is_some();
    let lost = new.orphans.iter().map(|orphan| &orphan.annotation).filter(had_place);
    let lost: Vec<_> = lost
        .filter(|it| is_shown(it))
        .filter_map(|it| document.annotation(it.id).map(|own| document.quote(own).to_owned()))
        .collect();
    let bar = words::ShownOnPage { marks: marks.len(), doubts: doubts.len(), lost: lost.len() }.text();
    json!({
        "article": document.id.0.to_string(), "bar": bar, "marks": marks, "lost": lost,
        "hide": words::HIDE_MARKS, "open": words::OPEN_IN_NEWSMARK, "about_lost": words::NOT_ON_PAGE,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentId, read};

    #[test]
    fn what_the_page_says_otherwise_now_is_told() {
        let text = "Storm\n\nRome spent $3 million on Monday. Pope Leo said so.";
        let mut document = Document::new(DocumentId(Default::default()), text, Default::default());
        read(&mut document, uuid::Uuid::new_v4, Default::default());
        let all = marks_on_page(&document, text);
        let count = |marks: &Json, key: &str| marks[key].as_array().map_or(0, Vec::len);
        assert_eq!(count(&all, "lost"), 0, "{all}");
        let new = marks_on_page(&document, "Menu\nStorm\nRome spent €5 million on Monday. Pope Leo said so.");
        assert_eq!(new["lost"][0], "$3 million");
        assert_eq!(count(&new, "marks") + count(&new, "lost"), count(&all, "marks"));
    }
}
