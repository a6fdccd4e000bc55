use yew::prelude::*;

use super::Shared;
use crate::annotation::Orphan;
use crate::document::Document;

#[derive(Properties, PartialEq)]
pub(crate) struct OrphansProps {
    pub(crate) document: Shared<Document>,
}

/// Annotations of an imported file for which the text has no place: listed, never dropped.
#[component]
pub(crate) fn Orphans(props: &OrphansProps) -> Html {
    let orphans = &props.document.orphans;
    if orphans.is_empty() {
        return Html::default();
    }
    html! {
        <details class="orphans">
            <summary>{ "Without a place in this text" }<span class="count">{ orphans.len() }</span></summary>
            <p class="hint">{ "The imported file marks words that are not here, or not for sure. They are kept and exported again." }</p>
            <ul role="list" aria-label="Annotations without a place">
                for orphan in orphans.iter() {
                    { view_orphan(&props.document, orphan) }
                }
            </ul>
        </details>
    }
}

fn view_orphan(document: &Document, orphan: &Orphan) -> Html {
    let code = &orphan.annotation.label;
    let place = document.labels.position(code);
    let name = document.labels.get(code).map_or(code.as_str(), |label| label.name.as_str());
    html! {
        <li key={orphan.annotation.id.0.to_string()} class={classes!(place.map(|place| format!("label-{place}")))}>
            <span class="quote">{ orphan.selector.quote.exact.clone() }</span>
            <span class="value">{ name.to_owned() }</span>
        </li>
    }
}
