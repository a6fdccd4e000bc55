//! What does not add up in the open article, found out once the page is drawn: of a long article that takes
//! longer than a press may.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::components::Shared;
use crate::document::Document;
use crate::facts::{Doubt, doubts};

/// How long the article has to stay as it is before its figures are reckoned through, in milliseconds: a
/// short one at once, and a long one when nobody waits for anything.
const SOON: u32 = 0;
const LATER: u32 = 600;
/// From which length on an article is a long one, in bytes.
const LONG: usize = 50_000;

/// The doubts about an article. While they are being found out they are what they were.
#[hook]
pub(super) fn use_doubts(document: Option<Shared<Document>>) -> Rc<Vec<Doubt>> {
    let found = use_state_eq(|| Rc::new(Vec::new()));
    {
        let found = found.clone();
        use_effect_with(document, move |document| {
            let timer = match document.clone() {
                None => {
                    found.set(Rc::default());
                    None
                }
                Some(document) => {
                    let after = if document.text().len() < LONG { SOON } else { LATER };
                    Some(Timeout::new(after, move || found.set(Rc::new(doubts(&document)))))
                }
            };
            move || drop(timer)
        });
    }
    (*found).clone()
}
