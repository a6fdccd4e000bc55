//! The browser's text selection as a span of the article, and back.
//!
//! All code that counts DOM offsets (UTF-16) is here. Each paragraph element of the article, or each
//! section that has not been drawn yet, says with `data-start` at which byte of the text it begins,
//! and its text is exactly the document's.

use unicode_segmentation::UnicodeSegmentation;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlCollection, HtmlElement, Node, Range, ScrollIntoViewOptions, ScrollLogicalPosition,
    Selection,
};

use crate::text::{OffsetMap, Span, Stop, Unit, has_no_spaces, step};

/// A piece of the article that the person has selected.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Picked {
    /// What is selected, in bytes.
    pub(crate) span: Span,
}

/// What is selected in the element `article`, whose text is `text`: without the white space at its
/// ends, and never a part of a character that people see (a grapheme cluster).
pub(crate) fn picked(article: &Element, text: &str) -> Option<Picked> {
    let selection = selection()?;
    let range = selection.get_range_at(0).ok().filter(|_| !selection.is_collapsed())?;
    let start = byte_offset(article, text, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = byte_offset(article, text, &range.end_container().ok()?, range.end_offset().ok()?)?;
    let span = trimmed(text, Span::new(start, end));
    (!span.is_empty()).then_some(Picked { span })
}

/// Lets go of the selection. Always before the article is drawn anew: a live range gets lost when
/// the text under it is cut into other pieces.
pub(crate) fn clear_selection() {
    if let Some(selection) = selection() {
        // Fails only where there is nothing to remove.
        let _ = selection.remove_all_ranges();
    }
}

/// What is selected in `article`, to the byte; `None` where nothing is.
pub(super) fn picked_raw(article: &Element, text: &str) -> Option<Span> {
    let range = selection()?.get_range_at(0).ok()?;
    let start = byte_offset(article, text, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = byte_offset(article, text, &range.end_container().ok()?, range.end_offset().ok()?)?;
    Some(Span::new(start, end))
}

/// What is selected, out to the ends of the words that it begins and ends in: what people mean who
/// select with a mouse. Scripts that are written without spaces have no such ends.
pub(crate) fn snapped(text: &str, span: Span) -> Span {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !has_no_spaces(c));
    let is_inside = |at: usize| {
        joins(text.get(..at).and_then(|before| before.chars().next_back()))
            && joins(text.get(at..).and_then(|behind| behind.chars().next()))
    };
    let start =
        if is_inside(span.start()) { step(text, span.start(), false, Stop::WordStart) } else { span.start() };
    let end = if is_inside(span.end()) { step(text, span.end(), true, Stop::WordEnd) } else { span.end() };
    Span::new(start, end)
}

/// Selects `span` (bytes) in the article.
pub(crate) fn select(article: &Element, text: &str, span: Span) -> Option<()> {
    select_between(article, text, span.start(), span.end())
}

/// Selects from `anchor` to `focus` (bytes), of which either may be the first.
pub(super) fn select_between(article: &Element, text: &str, anchor: usize, focus: usize) -> Option<()> {
    let (anchor_node, anchor) = dom_place(article, text, anchor)?;
    let (focus_node, focus) = dom_place(article, text, focus)?;
    web_sys::window()?
        .get_selection()
        .ok()??
        .set_base_and_extent(&anchor_node, anchor, &focus_node, focus)
        .ok()
}

/// The byte of the text that is shown at a point of the window, in CSS pixels.
pub(crate) fn byte_at_point(article: &Element, text: &str, x: f32, y: f32) -> Option<usize> {
    let position = web_sys::window()?.document()?.caret_position_from_point(x, y)?;
    byte_offset(article, text, &position.offset_node()?, position.offset())
}

/// The boxes on the screen of the places at which `span` begins and ends.
pub(crate) fn end_boxes(article: &Element, text: &str, span: Span) -> Option<[web_sys::DomRect; 2]> {
    let place = |at: usize, forward: bool| {
        let other = step(text, at, forward, Stop::Character);
        let (from, to) = (at.min(other), at.max(other));
        let (start_node, start) = dom_place(article, text, from)?;
        let (end_node, end) = dom_place(article, text, to)?;
        let range = Range::new().ok()?;
        range.set_start(&start_node, start).ok()?;
        range.set_end(&end_node, end).ok()?;
        let boxes = range.get_client_rects()?;
        let mut boxes = (0..boxes.length()).filter_map(|at| boxes.item(at));
        // At the start of a wrapped line browsers also tell an empty box at the end of the line before.
        if forward { boxes.find(|it| it.width() > 0.0) } else { boxes.rfind(|it| it.width() > 0.0) }
    };
    Some([place(span.start(), true)?, place(span.end(), false)?])
}

/// Scrolls as little as it takes to show `element`.
pub(crate) fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Places `element`, which is positioned against the viewport, under the selection, or over it
/// where there is no room below. Without a selection it stays where it is.
pub(crate) fn place_under(element: &HtmlElement) {
    let Some((left, top)) = place_for(element) else { return };
    let style = element.style();
    for (property, pixels) in [("left", left), ("top", top)] {
        // Fails only for elements whose style cannot be changed, which ours can.
        let _ = style.set_property(property, &format!("{pixels}px"));
    }
}

/// Left and top, in CSS pixels.
fn place_for(element: &HtmlElement) -> Option<(f64, f64)> {
    const GAP: f64 = 10.0;
    let window = web_sys::window()?;
    let (width, height) = (window.inner_width().ok()?.as_f64()?, window.inner_height().ok()?.as_f64()?);
    let around = selection()?.get_range_at(0).ok()?.get_bounding_client_rect();
    let own = element.get_bounding_client_rect();
    let middle = around.left() + around.width() / 2.0;
    let left = (middle - own.width() / 2.0).clamp(GAP, (width - own.width() - GAP).max(GAP));
    let below = around.bottom() + GAP;
    let above = around.top() - own.height() - GAP;
    let top = if below + own.height() <= height || above < 0.0 { below } else { above };
    Some((left, top.clamp(GAP, (height - own.height() - GAP).max(GAP))))
}

/// The selection, where there is one.
fn selection() -> Option<Selection> {
    web_sys::window()?.get_selection().ok()?.filter(|selection| selection.range_count() > 0)
}

/// The byte of the text at a place of the DOM, which may lie outside the article's paragraphs: then
/// it counts as the nearest end of the article.
fn byte_offset(article: &Element, text: &str, node: &Node, offset: u32) -> Option<usize> {
    if !article.contains(Some(node)) {
        let behind = article.compare_document_position(node) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
        return Some(if behind { text.len() } else { 0 });
    }
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let Some(paragraph) = element.closest("[data-start]").ok()? else {
        // Between paragraphs: the place before the paragraph that follows.
        let next = node.child_nodes().item(offset)?;
        let next = next.dyn_ref::<Element>()?;
        let inner = if next.has_attribute("data-start") {
            Some(next.clone())
        } else {
            next.query_selector("[data-start]").ok()?
        };
        return start_of(&inner?);
    };
    let start = start_of(&paragraph)?;
    let before = Range::new().ok()?;
    before.set_start(&paragraph, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let units = before.to_string().length() as usize;
    let rest = text.get(start..)?;
    // No more than what is selected, which is no more bytes than three times its units.
    let reach = (units * 3..rest.len()).find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len());
    let map = OffsetMap::new(&rest[..reach]);
    Some(start + map.to_byte(units.min(map.len(Unit::Utf16)), Unit::Utf16)?)
}

/// The text node and the offset (UTF-16) in it at byte `byte` of the text.
pub(super) fn dom_place(article: &Element, text: &str, byte: usize) -> Option<(Node, u32)> {
    let section = last_before(&article.children(), byte, |section| {
        start_of(section).or_else(|| start_of(&section.first_element_child()?))
    })?;
    // A section that has not been drawn is its own paragraph.
    let paragraph = last_before(&section.children(), byte, start_of).unwrap_or(section);
    let mut left = Unit::Utf16.len_of(text.get(start_of(&paragraph)?..byte)?) as u32;
    let mut place = None;
    visit_texts(&paragraph, &mut |node| {
        let len = node.node_value().map_or(0, |value| Unit::Utf16.len_of(&value)) as u32;
        place = Some((node.clone(), left.min(len)));
        let found = left <= len;
        left = left.saturating_sub(len);
        found
    });
    place
}

/// The last of these elements that begins at or before the byte, as `start` tells; else the first one. An article has
/// thousands of paragraphs: to list them all takes milliseconds.
fn last_before(
    elements: &HtmlCollection,
    byte: usize,
    start: impl Fn(&Element) -> Option<usize>,
) -> Option<Element> {
    let (mut low, mut high) = (0, elements.length());
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if start(&elements.item(middle)?)? <= byte { low = middle } else { high = middle }
    }
    elements.item(low)
}

/// Calls `visit` for each text node in order until it returns `true`.
fn visit_texts(node: &Node, visit: &mut impl FnMut(&Node) -> bool) -> bool {
    if node.node_type() == Node::TEXT_NODE {
        return visit(node);
    }
    let children = node.child_nodes();
    (0..children.length()).filter_map(|index| children.item(index)).any(|child| visit_texts(&child, visit))
}

fn start_of(paragraph: &Element) -> Option<usize> {
    paragraph.get_attribute("data-start")?.parse().ok()
}

fn trimmed(text: &str, span: Span) -> Span {
    let Some(slice) = span.slice(text).filter(|slice| !slice.trim().is_empty()) else {
        return Span::default();
    };
    let start = span.start() + slice.len() - slice.trim_start().len();
    let end = start + slice.trim().len();
    Span::new(cluster_start(text, start), cluster_end(text, end))
}

/// Clusters do not reach across line breaks, so a look at one line is enough.
fn cluster_start(text: &str, at: usize) -> usize {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let mut starts = text[line..line_end].grapheme_indices(true).map(|(start, _)| line + start);
    starts.rfind(|start| *start <= at).unwrap_or(at)
}

fn cluster_end(text: &str, at: usize) -> usize {
    if at == 0 {
        return at;
    }
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line_end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let mut ends =
        text[line..line_end].grapheme_indices(true).map(|(start, cluster)| line + start + cluster.len());
    ends.find(|end| *end >= at).unwrap_or(at)
}

/// Scrolls to what is selected.
pub(crate) fn reveal_selection() {
    let range = selection().and_then(|selection| selection.get_range_at(0).ok());
    let node = range.and_then(|range| range.start_container().ok());
    if let Some(element) = node.and_then(|node| node.parent_element()) {
        reveal(&element);
    }
}
