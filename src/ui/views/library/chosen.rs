//! What is done in the list, and which of its articles are chosen to be worked on together.

use crate::document::DocumentId;

/// Something that is done in the list.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Act {
    /// An article is opened.
    Open(DocumentId),
    /// An article is chosen to be worked on with others, or let go.
    Choose {
        /// Which one.
        id: DocumentId,
        /// By itself, or with a range.
        to: Choice,
    },
    /// All that are listed are chosen.
    ChooseAll,
    /// None is.
    ChooseNone,
    /// The title becomes a field.
    Rename(DocumentId),
    /// The field is left; with a title, unless the person has called it off.
    Renamed {
        /// Which article.
        id: DocumentId,
        /// What was typed.
        title: Option<String>,
    },
    /// An article goes into the bin, with all that are chosen where it is one of them.
    Delete(DocumentId),
}

/// The articles that are chosen to be worked on together.
#[derive(Clone, PartialEq, Default, Debug)]
pub(super) struct Chosen {
    ids: Vec<DocumentId>,
    /// The one that was chosen, or let go, last: where a range begins.
    last: Option<DocumentId>,
}

/// How an article is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Choice {
    /// By itself; let go where it is chosen.
    One,
    /// With all between it and the one before.
    Range,
}

impl Chosen {
    /// All that are listed.
    pub(super) fn all(listed: &[DocumentId]) -> Chosen {
        Chosen { ids: listed.to_vec(), last: None }
    }

    pub(super) fn contains(&self, id: DocumentId) -> bool {
        self.ids.contains(&id)
    }

    /// Those that are listed, in the order of the list.
    pub(super) fn among(&self, listed: &[DocumentId]) -> Vec<DocumentId> {
        if self.ids.is_empty() {
            return Vec::new();
        }
        listed.iter().copied().filter(|id| self.ids.contains(id)).collect()
    }

    pub(super) fn choose(&self, id: DocumentId, choice: Choice, listed: &[DocumentId]) -> Chosen {
        let mut next = self.clone();
        let place = |id: DocumentId| listed.iter().position(|other| *other == id);
        let range = self.last.and_then(place).zip(place(id)).filter(|_| choice == Choice::Range);
        match range {
            Some((from, to)) => {
                let range = &listed[from.min(to)..=from.max(to)];
                next.ids.extend(range.iter().filter(|id| !self.contains(**id)));
            }
            None if self.contains(id) => next.ids.retain(|other| *other != id),
            None => next.ids.push(id),
        }
        next.last = Some(id);
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn ranges_go_both_ways_and_filters_hide_what_was_chosen() {
        let ids: Vec<_> = (0..6).map(|n| DocumentId(Uuid::from_u128(n))).collect();
        let one = Chosen::default().choose(ids[4], Choice::One, &ids);
        assert_eq!(one.among(&ids), [ids[4]]);
        let range = one.choose(ids[2], Choice::Range, &ids);
        assert_eq!(range.among(&ids), ids[2..=4]);
        let without = range.choose(ids[3], Choice::One, &ids);
        assert_eq!(without.among(&ids), [ids[2], ids[4]]);
        assert_eq!(without.among(&ids[..3]), [ids[2]]);
        assert_eq!(Chosen::default().choose(ids[1], Choice::Range, &ids).among(&ids), [ids[1]]);
    }
}
