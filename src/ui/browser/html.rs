//! HTML that was copied, read by the browser's own parser into a document that is shown nowhere.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

use crate::intake::{HtmlPart, is_unseen};

/// The parts of a piece of HTML, without what nobody sees. Nothing of it runs, and nothing is fetched: the document belongs to
/// no window (`static/reading.js`).
pub(crate) fn html_parts(html: &str) -> Vec<HtmlPart> {
    let mut parts = Vec::new();
    let Some(body) = parse(html).and_then(|document| document.body()) else { return parts };
    let root: Node = body.into();
    let mut next = root.first_child();
    while let Some(node) = next {
        let element = node.dyn_ref::<Element>().map(|element| element.local_name());
        match (&element, node.node_type()) {
            (Some(name), _) if is_unseen(name) => {}
            (Some(name), _) => {
                parts.push(HtmlPart::Open(name.clone()));
                if let Some(child) = node.first_child() {
                    next = Some(child);
                    continue;
                }
                parts.push(HtmlPart::Close(name.clone()));
            }
            (None, Node::TEXT_NODE) => parts.push(HtmlPart::Text(node.node_value().unwrap_or_default())),
            _ => {}
        }
        next = behind(&node, &root, &mut parts);
    }
    parts
}

/// The node behind this one and all that is in it; what ends on the way is told.
fn behind(node: &Node, root: &Node, parts: &mut Vec<HtmlPart>) -> Option<Node> {
    let mut node = node.clone();
    loop {
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node().filter(|parent| parent != root)?;
        if let Some(element) = node.dyn_ref::<Element>() {
            parts.push(HtmlPart::Close(element.local_name()));
        }
    }
}

fn parse(html: &str) -> Option<Document> {
    let window = web_sys::window()?;
    let parse = js_sys::Reflect::get(&window, &"newsmarkParse".into()).ok()?;
    let parse: js_sys::Function = parse.dyn_into().ok()?;
    parse.call1(&JsValue::NULL, &html.into()).ok()?.dyn_into().ok()
}
