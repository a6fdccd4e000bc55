//! Hypothesis' export (the client's "Export → JSON", and the `rows` of its API).
//!
//! `{"export_date","export_userid","client_version","annotations":[…]}`; each annotation has `text` (the
//! note), `tags`, and a target with a TextPositionSelector and a TextQuoteSelector. The format holds no
//! article: it goes onto the one that is open, or onto a text that is given. The first tag is the label
//! here. Positions count UTF-16 code units of the page, so that only the quote is sure.

use serde_json::{Value as Json, json};

use super::codec::{Codec, Frame, Sample};
use super::draft::{By, Draft, Mark};
use super::fields::{kept, kept_of, list, offset, others, text};
use super::rows::{author, rows};
use crate::annotation::anchor::surroundings;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{JUDGED, Loss, Losses, MEANING, OURS};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct Hypothesis;

const NAME: &str = "hypothesis";

impl Codec for Hypothesis {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::Utf16)
    }

    fn losses(&self) -> Losses {
        &[OURS, JUDGED, MEANING, &[Loss::Text, Loss::Published, Loss::Relations, Loss::Scores]]
    }

    fn frame(&self) -> Frame {
        Frame::ARRAY_OF_MANY
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let uri = match document.source.trim() {
            source if source.starts_with("http://") || source.starts_with("https://") => source.to_owned(),
            _ => format!("urn:x-newsmark:{}", document.id.0),
        };
        let annotations: Vec<Json> = rows(document, Unit::Utf16, false)
            .iter()
            .map(|row| {
                let annotation = row.annotation;
                let around = surroundings(document.text(), annotation.span);
                let mut tags = vec![json!(annotation.label.as_str())];
                tags.extend(kept_of(&annotation.extra, NAME).into_iter().flat_map(|kept| {
                    kept.get("tags").and_then(Json::as_array).cloned().unwrap_or_default()
                }));
                let user = match author(annotation) {
                    "" => "acct:anonymous@newsmark".to_owned(),
                    name => format!("acct:{}@newsmark", name.replace(char::is_whitespace, ".")),
                };
                json!({
                    "id": annotation.id.0.simple().to_string(),
                    "created": annotation.created.to_string(), "updated": annotation.modified.to_string(),
                    "user": user, "uri": uri, "text": annotation.note, "tags": tags, "group": "__world__",
                    "permissions": {"read": ["group:__world__"], "admin": [user], "update": [user], "delete": [user]},
                    "target": [{"source": uri, "selector": [
                        {"type": "TextPositionSelector", "start": row.start, "end": row.end},
                        {"type": "TextQuoteSelector", "exact": around.exact, "prefix": around.prefix, "suffix": around.suffix},
                    ]}],
                    "document": {"title": [document.display_title()]},
                    "hidden": false, "flagged": false, "references": [],
                })
            })
            .collect();
        let file = json!({
            "export_date": document.modified.to_string(), "export_userid": "acct:anonymous@newsmark",
            "client_version": format!("newsmark {}", env!("CARGO_PKG_VERSION")), "annotations": annotations,
        });
        file.to_string() + "\n"
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.whole().is_some_and(|file| {
            let entries = list(file, "annotations").iter().chain(list(file, "rows"));
            let is_one = |entry: &Json| entry.get("target").is_some() && entry.get("uri").is_some();
            file.get("client_version").is_some() || entries.take(1).any(is_one)
        })
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        let file = sample.whole().cloned().unwrap_or_default();
        let files = file.as_array().cloned().unwrap_or_else(|| vec![file]);
        Ok(files.iter().map(read).collect())
    }
}

fn read(file: &Json) -> Draft {
    let mut draft = Draft { unit: Some(Unit::Utf16), ..Draft::default() };
    for annotation in list(file, "annotations").iter().chain(list(file, "rows")) {
        let selectors = annotation["target"][0]["selector"].as_array().cloned().unwrap_or_default();
        let selector = |kind: &str| selectors.iter().find(|it| it.get("type") == Some(&json!(kind))).cloned();
        let quote = selector("TextQuoteSelector").unwrap_or_default();
        // Page notes and replies are about no words.
        if text(&quote, "exact").is_empty() {
            continue;
        }
        if draft.source.is_empty() {
            draft.source = text(annotation, "uri");
            draft.title = annotation["document"]["title"][0].as_str().unwrap_or_default().to_owned();
        }
        let position = selector("TextPositionSelector").unwrap_or_default();
        let tags = list(annotation, "tags");
        let label = tags.first().and_then(Json::as_str).unwrap_or("HIGHLIGHT").to_owned();
        let mut rest = others(
            annotation,
            &[
                "id", "created", "updated", "user", "uri", "text", "tags", "target", "document",
                "permissions", "group", "hidden", "flagged", "references", "links", "user_info",
            ],
        );
        if tags.len() > 1 {
            rest.insert("tags".into(), json!(tags[1..]));
        }
        let user = text(annotation, "user");
        let user = user.strip_prefix("acct:").and_then(|user| user.split('@').next()).unwrap_or(&user);
        draft.marks.push(Mark {
            key: uuid_of(&text(annotation, "id")),
            start: offset(&position, "start"),
            end: offset(&position, "end"),
            quote: text(&quote, "exact"),
            prefix: text(&quote, "prefix"),
            suffix: text(&quote, "suffix"),
            label,
            note: text(annotation, "text"),
            by: By::Person(user.to_owned()),
            created: text(annotation, "created"),
            modified: text(annotation, "updated"),
            extra: kept(NAME, rest),
            ..Mark::default()
        });
    }
    draft
}

/// Our own ids come back with their hyphens.
fn uuid_of(id: &str) -> String {
    let uuid = uuid::Uuid::try_parse(id).ok().filter(|_| id.len() == 32);
    uuid.map_or_else(|| id.to_owned(), |uuid| uuid.to_string())
}
