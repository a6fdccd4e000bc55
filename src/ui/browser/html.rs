//! HTML that was copied, read by the browser's own parser into a document that is shown nowhere.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

use crate::intake::{HtmlPart, PageData, is_unseen};

/// The parts of a piece of HTML, without what nobody sees, and what its head says to machines. Nothing of it runs, and nothing
/// is fetched: the document belongs to no window (`static/reading.js`).
pub(crate) fn read_html(html: &str) -> (Vec<HtmlPart>, PageData) {
    let document = parse(html);
    let page = document.as_ref().map(page_data).unwrap_or_default();
    (document.map(|document| parts_of(&document)).unwrap_or_default(), page)
}

fn page_data(document: &Document) -> PageData {
    let all = |selector: &str, most: u32| {
        let found = document.query_selector_all(selector).ok();
        let nodes = (0..most).map_while(move |at| found.as_ref()?.item(at));
        nodes.filter_map(|node| node.dyn_into::<Element>().ok())
    };
    let attribute = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    let text = |element: Element| element.text_content().unwrap_or_default();
    let meta = |element: Element| {
        let name = ["property", "name", "itemprop"].iter().find_map(|name| element.get_attribute(name))?;
        Some((name, attribute(&element, "content")))
    };
    PageData {
        title: all("title", 1).next().map(text).unwrap_or_default(),
        metas: all("meta[content]", 200).filter_map(meta).collect(),
        linked: all("script[type='application/ld+json']", 20).map(text).collect(),
        times: all("time[datetime]", 20).map(|element| attribute(&element, "datetime")).collect(),
        canonical: all("link[rel=canonical]", 1).next().map(|it| attribute(&it, "href")).unwrap_or_default(),
        address: String::new(),
    }
}

fn parts_of(document: &Document) -> Vec<HtmlPart> {
    let mut parts = Vec::new();
    let Some(body) = document.body() else { return parts };
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
