use yew::prelude::*;

use super::Shared;
use crate::document::Document;
use crate::text::reveal;
use crate::value::day;

#[derive(Properties, PartialEq)]
pub(crate) struct PrintHeadProps {
    pub(crate) document: Shared<Document>,
    /// Whether the title stands above it anyway.
    #[prop_or_default]
    pub(crate) has_title: bool,
}

/// What a printed page tells of its article: the title, the outlet, the day and the whole address. On paper only.
#[component]
pub(crate) fn PrintHead(props: &PrintHeadProps) -> Html {
    let document = &props.document;
    let told = outlet_and_day(document);
    html! {
        <div class="print-head on-paper">
            if !props.has_title {
                <p class="print-title" dir="auto">{ reveal(&document.display_title()).into_owned() }</p>
            }
            if !told.is_empty() {
                <p>{ told }</p>
            }
            if !document.source.is_empty() {
                <p class="address">{ reveal(&document.source).into_owned() }</p>
            }
        </div>
    }
}

/// The outlet and the day of publication, as far as they are known.
pub(crate) fn outlet_and_day(document: &Document) -> String {
    let outlet = Some(outlet(document)).filter(|outlet| !outlet.is_empty());
    let parts: Vec<String> = outlet.into_iter().chain(document.published.map(day)).collect();
    parts.join(" · ")
}

/// What published an article: the outlet that its file names, else the site that its address leads to.
pub(crate) fn outlet(document: &Document) -> String {
    if !document.outlet.is_empty() {
        return reveal(&document.outlet).into_owned();
    }
    let rest = document.source.split_once("://").map(|(_, rest)| rest).unwrap_or_default();
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    reveal(host.strip_prefix("www.").unwrap_or(host)).into_owned()
}
