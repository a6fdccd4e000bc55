//! What a mark means, in words.

use super::speech::sources_of;
use crate::annotation::{Annotation, Status};
use crate::document::{Document, is_mention};
use crate::text::{one_line, reveal};
use crate::value::Value;
use crate::words;

/// What a mark means, the shortest first: its value, its entity or its words; and what else is known.
///
/// ```
/// # use newsmark::{document::{Document, DocumentId, read}, facts::meaning};
/// let text = "The council spent $3 million.";
/// let mut document = Document::new(DocumentId(Default::default()), text, Default::default());
/// read(&mut document, uuid::Uuid::new_v4, Default::default());
/// let money = document.annotations().iter().find(|it| it.label.as_str() == "MONEY").unwrap();
/// assert_eq!(meaning(&document, money), ("$3 million".to_owned(), String::new()));
/// ```
pub fn meaning(document: &Document, annotation: &Annotation) -> (String, String) {
    let quote = reveal(&one_line(document.quote(annotation))).into_owned();
    if annotation.label.is_speech() {
        let source = sources_of(document, annotation.id)
            .next()
            .map(|source| reveal(document.quote(source)).into_owned());
        let speaker =
            annotation.value.as_ref().and_then(|value| value.as_quote()).map(|quote| quote.speaker.clone());
        let who = speaker.filter(|name| !name.is_empty()).or(source);
        return match who {
            Some(who) => (who, quote),
            None => (words::SOURCE_OPEN_LONG.to_owned(), quote),
        };
    }
    if is_mention(annotation) {
        let subject = document.subject_of(annotation);
        let name = reveal(document.name_of(&subject)).into_owned();
        let count = document.mentions(&subject).iter().filter(|it| it.status != Status::Rejected).count();
        let mentions = words::entity_mentions(count);
        return (
            if name.is_empty() { quote } else { name },
            if count > 1 { mentions } else { String::new() },
        );
    }
    // "Tuesday" tells more than "a day, not given which".
    let is_open = matches!(&annotation.value, Some(Value::Timex(timex)) if timex.timex.contains("XXXX"));
    match annotation.value.as_ref().map(|value| value.describe()).filter(|value| !value.is_empty()) {
        Some(value) if is_open => (quote, value),
        Some(value) if value.eq_ignore_ascii_case(&quote) => (value, String::new()),
        Some(value) => (value, quote),
        None => (quote, String::new()),
    }
}
