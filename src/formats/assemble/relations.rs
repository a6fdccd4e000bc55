//! Ties the relations of a file to annotations that have been read.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::Value as Json;

use super::notes::Notes;
use crate::annotation::Relation;
use crate::document::Document;
use crate::formats::ProblemKind;

/// Adds relations to a document whose annotations have been read; `None` is an entry of the file that is no relation. Of
/// what is none, or leads to nothing, `entry` gives what the file says: it is kept in the document's `extra`, so that it is
/// written again.
pub(in crate::formats) fn relate(
    document: &mut Document,
    relations: &[Option<Arc<Relation>>],
    entry: impl Fn(usize) -> Json,
    notes: &mut Notes,
) {
    // All at once: to look up the ends of each by itself takes seconds in a long article.
    let refused = document.relate(relations.iter().flatten().cloned());
    let refused: HashSet<*const Relation> = refused.iter().map(Arc::as_ptr).collect();
    let is_kept = |relation: &Option<Arc<Relation>>| {
        relation.as_ref().is_none_or(|relation| refused.contains(&Arc::as_ptr(relation)))
    };
    let kept = relations.iter().enumerate().filter(|(_, relation)| is_kept(relation));
    let kept: Vec<Json> = kept.map(|(index, _)| entry(index)).collect();
    if !kept.is_empty() {
        let message = format!(
            "{} of the relations lead from or to no annotation of this file, or have no type or id of their own; \
             they are kept in the file only.",
            kept.len()
        );
        notes.file(ProblemKind::Field, message);
        document.extra.insert("relations".into(), Json::Array(kept));
    }
}
