//! What does not add up in the open article, found out once the page is drawn: of a long article that takes
//! longer than a press may.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::components::Shared;
use crate::document::Document;
use crate::facts::{Doubt, Doubts, all_doubts, is_dismissed};
use crate::text::fingerprint;

/// How long the article has to stay as it is before its figures are reckoned through, in milliseconds: a
/// short one at once, and a long one when nobody waits for anything.
const SOON: u32 = 0;
const LATER: u32 = 600;
/// From which length on an article is a long one, in bytes.
const LONG: usize = 50_000;

/// The doubts about an article that nobody has put aside, and those that may be nothing.
#[derive(Clone, PartialEq)]
pub(super) struct Doubted {
    pub(super) sure: Rc<Vec<Doubt>>,
    pub(super) possible: Rc<Vec<Doubt>>,
}

/// The doubts about an article that nobody has put aside: reckoned once for all who show them, and again only where
/// something changes that they follow from, which checking does not.
#[hook]
pub(super) fn use_doubts(document: Option<Shared<Document>>) -> Doubted {
    let found = use_state_eq(|| Rc::new(Doubts::default()));
    let digest = use_memo(document.clone(), |document| document.as_ref().map(|it| digest(it)));
    {
        let (found, document) = (found.clone(), document.clone());
        use_effect_with(digest, move |_| {
            let timer = match document {
                None => {
                    found.set(Rc::default());
                    None
                }
                Some(document) => {
                    let after = if document.text().len() < LONG { SOON } else { LATER };
                    Some(Timeout::new(after, move || found.set(Rc::new(all_doubts(&document)))))
                }
            };
            move || drop(timer)
        });
    }
    let open = use_memo(((*found).clone(), document), |(found, document)| {
        let is_open = |document: &Document, doubt: &Doubt| {
            // Those of the article before are about marks that this one does not have.
            document.annotation(doubt.stated).is_some() && !is_dismissed(document, doubt)
        };
        let of = |doubts: &[Doubt]| {
            let open =
                document.iter().flat_map(|document| doubts.iter().filter(|doubt| is_open(document, doubt)));
            Rc::new(open.cloned().collect())
        };
        Doubted { sure: of(&found.sure), possible: of(&found.possible) }
    });
    (*open).clone()
}

/// A digest of what doubts follow from.
fn digest(document: &Document) -> u64 {
    let facts = document.annotations().iter();
    let facts: Vec<_> =
        facts.map(|it| (it.id, it.span, &it.label, it.status, &it.value, &it.entity)).collect();
    // A text is never changed in its place: another one is another allocation.
    fingerprint(&(document.id, std::sync::Arc::as_ptr(document.text()).addr(), document.published, facts))
}
