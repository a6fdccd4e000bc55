use std::sync::Arc;

use crate::annotation::{Annotation, Status};
use crate::document::Document;

/// About how many annotations a block has.
const BLOCK: usize = 20;

/// The annotations of one label. Groups are equal where they have the very same blocks.
#[derive(Clone, Debug)]
pub struct Group {
    /// The label's place among the document's labels.
    pub label: usize,
    /// How many annotations it has, rejected ones left out.
    pub count: usize,
    /// Its annotations in reading order, those rejected last.
    pub blocks: Vec<Arc<Block>>,
}

impl PartialEq for Group {
    fn eq(&self, other: &Group) -> bool {
        (self.label, self.count, self.blocks.len()) == (other.label, other.count, other.blocks.len())
            && self.blocks.iter().zip(&other.blocks).all(|(one, other)| Arc::ptr_eq(one, other))
    }
}

/// Annotations of one label that begin in one stretch of the text.
#[derive(Debug)]
pub struct Block {
    /// Tells it from the other blocks of its group: whether its annotations are rejected, and which
    /// stretch it is.
    pub key: (bool, usize),
    /// The annotations, in reading order.
    pub annotations: Vec<Arc<Annotation>>,
}

/// The annotations of `document` by label, in the order of its labels; labels without any are left
/// out.
///
/// Blocks go by stretches of the text, so that a mark more changes one of them. Those in which
/// nothing has changed since `before` are the very same as they were.
pub fn groups(document: &Document, before: &[Group]) -> Vec<Group> {
    let mut found: Vec<[Vec<&Arc<Annotation>>; 2]> =
        document.labels.iter().map(|_| Default::default()).collect();
    for annotation in document.annotations() {
        let Some(label) = document.labels.position(&annotation.label) else { continue };
        if let Some([shown, rejected]) = found.get_mut(label) {
            let list = if annotation.status == Status::Rejected { rejected } else { shown };
            list.push(annotation);
        }
    }
    let groups = found.into_iter().enumerate().filter(|(_, lists)| lists.iter().any(|list| !list.is_empty()));
    groups
        .map(|(label, lists)| {
            let old = before.iter().find(|group| group.label == label);
            let old: &[Arc<Block>] = old.map_or(&[], |group| &group.blocks);
            let count = lists[0].len();
            let all = lists.iter().map(Vec::len).sum::<usize>();
            // A power of two, so that it is nearly always what it was.
            let stretch = (document.text().len() / (all / BLOCK).max(1)).max(1).next_power_of_two();
            let blocks = [false, true].into_iter().zip(&lists).flat_map(|(is_rejected, list)| {
                list.chunk_by(move |a, b| a.span.start() / stretch == b.span.start() / stretch)
                    .map(move |chunk| ((is_rejected, chunk[0].span.start() / stretch), chunk))
            });
            let blocks = blocks.map(|(key, chunk)| block(key, chunk, old)).collect();
            Group { label, count, blocks }
        })
        .collect()
}

/// The block of these annotations: the old one, where nothing in it has changed.
fn block(key: (bool, usize), annotations: &[&Arc<Annotation>], old: &[Arc<Block>]) -> Arc<Block> {
    let there = old.binary_search_by_key(&key, |block| block.key).ok().and_then(|place| old.get(place));
    let is_same = |block: &&Arc<Block>| {
        block.annotations.len() == annotations.len()
            && block.annotations.iter().zip(annotations).all(|(old, new)| Arc::ptr_eq(old, new))
    };
    match there.filter(is_same) {
        Some(same) => same.clone(),
        None => Arc::new(Block { key, annotations: annotations.iter().copied().cloned().collect() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::AnnotationId;
    use crate::document::DocumentId;
    use crate::label::LabelCode;
    use crate::text::Span;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn annotation(index: usize, label: LabelCode, status: Status) -> Arc<Annotation> {
        let span = Span::new(index * 5, index * 5 + 4);
        let id = AnnotationId(Uuid::from_u128(index as u128));
        Arc::new(Annotation { status, ..Annotation::by_hand(id, span, label, Timestamp::UNIX_EPOCH) })
    }

    fn document(annotations: impl Iterator<Item = Arc<Annotation>>) -> Document {
        let mut document =
            Document::new(DocumentId(Uuid::nil()), &"word ".repeat(1_000), Timestamp::UNIX_EPOCH);
        assert!(document.extend(annotations).is_empty());
        document
    }

    #[test]
    fn by_label_in_reading_order_with_rejected_ones_last() {
        let document = document(
            [
                annotation(1, LabelCode::DATE, Status::Accepted),
                annotation(2, LabelCode::ORG, Status::Rejected),
                annotation(3, LabelCode::ORG, Status::Suggested),
            ]
            .into_iter(),
        );
        let shown: Vec<_> = groups(&document, &[])
            .iter()
            .map(|group| {
                let ids = group.blocks.iter().flat_map(|block| &block.annotations).map(|a| a.id.0.as_u128());
                (group.label, group.count, ids.collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(shown, [(1, 1, vec![3, 2]), (12, 1, vec![1])]);
    }

    #[test]
    fn a_mark_more_changes_one_block() {
        let status = |index| if index % 7 == 0 { Status::Rejected } else { Status::Suggested };
        let all = (0..900).map(|index| annotation(index, LabelCode::ORG, status(index)));
        let mut document = document(all.filter(|annotation| annotation.id.0.as_u128() != 500));
        let before = groups(&document, &[]);
        document.extend([annotation(500, LabelCode::ORG, Status::Accepted)]);
        let after = groups(&document, &before);
        let (before, after) = (&before[0].blocks, &after[0].blocks);
        assert!(after.len() > 10);
        let changed = before.iter().zip(after).filter(|(before, after)| !Arc::ptr_eq(before, after));
        assert_eq!((after.len(), changed.count()), (before.len(), 1));
    }
}
