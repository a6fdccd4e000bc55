//! The caret in the article: where the keyboard is, and what it has selected.
//!
//! The article cannot be typed into, so browsers show no caret in it; this one is an element of its own,
//! placed at the end of the selection that moves.

use std::cell::Cell;

use web_sys::{Element, HtmlElement, Range};

use super::selection::{dom_place, picked_raw, reveal, select_between};
use crate::text::{Span, Stop, paragraphs, sentences, step, tokenize};

/// The id of the element that shows the caret.
pub(crate) const CARET_ID: &str = "caret";

/// How far the caret goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Motion {
    Character,
    Word,
    Sentence,
    Paragraph,
}

/// Where the selection was begun, and where the caret is, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Caret {
    anchor: usize,
    at: usize,
}

thread_local! {
    static CARET: Cell<Option<Caret>> = const { Cell::new(None) };
}

/// Moves the caret of the element `article`, whose text is `text`, and selects what it has passed; with
/// `extend` what was selected stays, and an overshoot is taken back by the other arrow. Begins at
/// `from`, the selected mark, where nothing is selected.
pub(crate) fn go(
    article: &Element,
    text: &str,
    from: Option<Span>,
    motion: Motion,
    forward: bool,
    extend: bool,
) {
    // A selection that was made by mouse counts, too.
    let known = CARET.get().filter(|caret| {
        let span = Span::new(caret.anchor.min(caret.at), caret.anchor.max(caret.at));
        span.is_empty() || picked_raw(article, text).is_some_and(|picked| picked == span)
    });
    let picked = || picked_raw(article, text).filter(|span| !span.is_empty());
    let begin = |span: Span| Caret { anchor: span.start(), at: span.end() };
    let caret = known.or_else(|| picked().map(begin));
    let next = match (caret, extend) {
        (Some(caret), true) => Caret { at: moved(text, caret, motion, forward), ..caret },
        (caret, _) => {
            let span =
                caret.map(|caret| Span::new(caret.anchor.min(caret.at), caret.anchor.max(caret.at))).or(from);
            match unit(text, span, motion, forward) {
                Some(unit) => begin(unit),
                None => return,
            }
        }
    };
    CARET.set(Some(next));
    if select_between(article, text, next.anchor, next.at).is_some() {
        show(article, text, next.at);
    }
}

/// Takes the caret away.
pub(crate) fn hide() {
    CARET.set(None);
    if let Some(element) = element() {
        element.set_hidden(true);
    }
}

/// The word, sentence, paragraph or character behind, or before, a span; the first one of the text where
/// there is none.
fn unit(text: &str, span: Option<Span>, motion: Motion, forward: bool) -> Option<Span> {
    let Some(span) = span else { return units(text, motion, 0).into_iter().next() };
    let near = if forward { span.end() } else { span.start().saturating_sub(REACH) };
    let units = units(text, motion, near);
    match forward {
        true => units.into_iter().find(|unit| unit.start() >= span.end()),
        false => units.into_iter().rev().find(|unit| unit.end() <= span.start()),
    }
}

/// How much of a long text is looked at, in bytes.
const REACH: usize = 20_000;

/// The units of the text from about `near` on.
fn units(text: &str, motion: Motion, near: usize) -> Vec<Span> {
    let start = text.get(..floor(text, near)).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end = floor(text, (start + 3 * REACH).min(text.len()));
    let end = text.get(end..).and_then(|behind| behind.find('\n')).map_or(text.len(), |at| end + at);
    let Some(piece) = text.get(start..end) else { return Vec::new() };
    let found = match motion {
        Motion::Word => tokenize(piece).iter().map(|token| token.span).collect(),
        Motion::Sentence => sentences(piece, &tokenize(piece)),
        Motion::Paragraph => paragraphs(piece),
        Motion::Character => {
            let mut at = 0;
            let next = || {
                let from = at;
                at = step(piece, at, true, Stop::Character);
                (at > from).then(|| Span::new(from, at))
            };
            std::iter::from_fn(next).collect()
        }
    };
    found.into_iter().map(|span| span.shift(start)).collect()
}

/// Where the end of a selection goes.
fn moved(text: &str, caret: Caret, motion: Motion, forward: bool) -> usize {
    let Caret { anchor, at } = caret;
    match motion {
        // Behind the anchor words are taken, or given back, from their ends; before it from their starts.
        Motion::Word if anchor < at || anchor == at && forward => {
            let next = step(text, at, forward, Stop::WordEnd);
            if forward { next } else { next.max(anchor) }
        }
        Motion::Word => {
            let next = step(text, at, forward, Stop::WordStart);
            if forward { next.min(anchor) } else { next }
        }
        Motion::Character => step(text, at, forward, Stop::Character),
        Motion::Sentence | Motion::Paragraph => {
            let units = units(text, motion, if forward { at } else { at.saturating_sub(REACH) });
            match forward {
                true => units.iter().map(|unit| unit.end()).find(|end| *end > at).unwrap_or(at),
                false => units.iter().rev().map(|unit| unit.start()).find(|start| *start < at).unwrap_or(at),
            }
        }
    }
}

/// Shows the caret before the byte `at`.
fn show(article: &Element, text: &str, at: usize) -> Option<()> {
    let element = element()?;
    let (node, offset) = dom_place(article, text, at)?;
    let range = Range::new().ok()?;
    range.set_start(&node, offset).ok()?;
    range.collapse();
    reveal(&node.parent_element()?);
    let place = range.get_bounding_client_rect();
    let around = element.parent_element()?.get_bounding_client_rect();
    element.set_hidden(false);
    let style = element.style();
    let pixels = |value: f64| format!("{value}px");
    for (property, value) in [
        ("left", place.left() - around.left()),
        ("top", place.top() - around.top()),
        ("height", place.height().max(12.0)),
    ] {
        style.set_property(property, &pixels(value)).ok()?;
    }
    Some(())
}

fn element() -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;
    web_sys::window()?.document()?.get_element_by_id(CARET_ID)?.dyn_into().ok()
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
