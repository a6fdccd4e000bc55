//! Prodigy's JSON Lines (`ner.manual`, `spans.manual`, `rel.manual`).
//!
//! A line an article: text, tokens, and spans with characters and tokens (both ends inclusive for tokens);
//! relations lead from the last token of the child's span to that of the head's. `answer` is what the
//! annotator did with the whole example. Offsets count code points, as Python does.

use serde_json::{Map, Value as Json, json};

use super::codec::{Codec, Frame, Sample};
use super::draft::{By, Draft, Link, Mark};
use super::fields::{kept, list, offset, others, put_kept, text};
use super::lines::{keep, line, meta, read_meta};
use super::rows::{Row, links, rows, score};
use super::tokens::{Token, tokens};
use crate::annotation::Status;
use crate::document::Document;
use crate::formats::Error;
use crate::formats::loss::{Loss, Losses, MEANING, OURS};
use crate::text::Unit;

/// See the module.
pub(in crate::formats) struct Prodigy;

const NAME: &str = "prodigy";

impl Codec for Prodigy {
    fn unit(&self) -> Option<Unit> {
        Some(Unit::CodePoint)
    }

    fn losses(&self) -> Losses {
        &[OURS, MEANING, &[Loss::Notes, Loss::Rejected]]
    }

    fn frame(&self) -> Frame {
        Frame::LINES
    }

    fn is_lines(&self) -> bool {
        true
    }

    #[cold]
    fn write(&self, document: &Document) -> String {
        let rows = rows(document, Unit::CodePoint, false);
        let tokens = tokens(document, Unit::CodePoint);
        let spans: Vec<Map<String, Json>> = rows.iter().map(|row| span(row, &tokens)).collect();
        let relations: Vec<Json> = links(document, &rows)
            .into_iter()
            .map(|(relation, from, to)| {
                let (child, head) = (&spans[from - 1], &spans[to - 1]);
                json!({"child": child["token_end"], "head": head["token_end"], "label": &*relation.kind,
                    "child_span": child, "head_span": head})
            })
            .collect();
        let is_spaced = |end: usize| {
            document.text().get(end..).and_then(|rest| rest.chars().next()).is_some_and(char::is_whitespace)
        };
        let words: Vec<Json> = tokens
            .iter()
            .enumerate()
            .map(|(id, token)| {
                json!({"text": token.text, "start": token.start, "end": token.end, "id": id, "ws": is_spaced(token.span.end())})
            })
            .collect();
        let mut object = Map::new();
        object.insert("text".into(), json!(**document.text()));
        object.insert("meta".into(), meta(document, NAME));
        object.insert("tokens".into(), Json::Array(words));
        object.insert("spans".into(), json!(spans));
        if !relations.is_empty() {
            object.insert("relations".into(), Json::Array(relations));
        }
        object.insert("answer".into(), json!("accept"));
        line(object, document, NAME)
    }

    #[cold]
    fn recognises(&self, sample: &Sample<'_>) -> bool {
        sample.first().is_some_and(|first| {
            let has_spans = first.get("spans").is_some_and(Json::is_array);
            let is_answered = first.get("answer").is_some() || first.get("_task_hash").is_some();
            first.get("text").is_some_and(Json::is_string) && (has_spans || is_answered)
        })
    }

    #[cold]
    fn read(&self, sample: &Sample<'_>) -> Result<Vec<Draft>, Error> {
        sample.objects("Prodigy", &mut |object| {
            let mut draft = Draft { unit: Some(Unit::CodePoint), ..Draft::default() };
            let meta = read_meta(&mut draft, object);
            draft.text = object.get("text").and_then(Json::as_str).map(str::to_owned);
            let answer = text(object, "answer");
            let status = match answer.as_str() {
                "reject" => Status::Rejected,
                "ignore" => Status::Suggested,
                _ => Status::Accepted,
            };
            let annotator = text(object, "_annotator_id");
            let read =
                ["start", "end", "label", "text", "token_start", "token_end", "status", "score", "source"];
            let mut by_end = std::collections::HashMap::new();
            for (index, span) in list(object, "spans").iter().enumerate() {
                let given = Status::ALL.into_iter().find(|it| it.code() == text(span, "status"));
                let (source, score) = (text(span, "source"), span.get("score").and_then(Json::as_f64));
                let by = match source.is_empty() && score.is_none() {
                    true => By::Person(annotator.clone()),
                    false => By::Program { name: source, version: String::new(), score },
                };
                let key = format!("span {index}");
                by_end.insert(offset(span, "token_end"), key.clone());
                draft.marks.push(Mark {
                    key,
                    start: offset(span, "start"),
                    end: offset(span, "end"),
                    quote: text(span, "text"),
                    label: text(span, "label"),
                    status: given.unwrap_or(status),
                    by,
                    extra: kept(NAME, others(span, &read)),
                    ..Mark::default()
                });
            }
            for (index, relation) in list(object, "relations").iter().enumerate() {
                let end = |name: &str, token: &str| {
                    let span = relation.get(name);
                    let place =
                        span.map(|span| (offset(span, "start"), offset(span, "end"), text(span, "label")));
                    let is_it = |mark: &&Mark| {
                        place.as_ref().is_some_and(|(start, end, label)| {
                            (mark.start, mark.end, &mark.label) == (*start, *end, label)
                        })
                    };
                    let found = draft.marks.iter().find(is_it).map(|mark| mark.key.clone());
                    found.or_else(|| by_end.get(&offset(relation, token)).cloned()).unwrap_or_default()
                };
                let link = Link {
                    key: format!("relation {index}"),
                    kind: text(relation, "label"),
                    from: end("child_span", "child"),
                    to: end("head_span", "head"),
                    extra: kept(
                        NAME,
                        others(relation, &["child", "head", "label", "child_span", "head_span"]),
                    ),
                };
                draft.links.push(link);
            }
            let rest = others(object, &["text", "meta", "tokens", "spans", "relations", "answer"]);
            keep(&mut draft, NAME, rest, meta);
            Ok(draft)
        })
    }
}

fn span(row: &Row<'_>, tokens: &[Token<'_>]) -> Map<String, Json> {
    let first = tokens.partition_point(|token| token.end <= row.start);
    let last = tokens.partition_point(|token| token.start < row.end).saturating_sub(1).max(first);
    let mut object = Map::new();
    object.insert("start".into(), json!(row.start));
    object.insert("end".into(), json!(row.end));
    object.insert("token_start".into(), json!(first));
    object.insert("token_end".into(), json!(last));
    object.insert("label".into(), json!(row.annotation.label.as_str()));
    object.insert("text".into(), json!(row.quote));
    object.insert("status".into(), json!(row.annotation.status.code()));
    if let Some(score) = score(row.annotation) {
        object.insert("score".into(), json!(score));
    }
    if let crate::annotation::Origin::Extractor { name, .. } = &row.annotation.origin {
        object.insert("source".into(), json!(&**name));
    }
    put_kept(&mut object, &row.annotation.extra, NAME);
    object
}
