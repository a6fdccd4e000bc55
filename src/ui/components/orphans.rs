use std::rc::Rc;

use yew::prelude::*;

use super::Shared;
use super::update_text::view_in_context;
use crate::annotation::anchor::Proposal;
use crate::annotation::{Orphan, Status};
use crate::document::Document;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct OrphansProps {
    pub(crate) document: Shared<Document>,
}

/// Annotations for which the text has no place: listed, never dropped; where something similar stands in the text, that is
/// proposed, and placed when a person says so.
#[component]
pub(crate) fn Orphans(props: &OrphansProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let orphans = &props.document.orphans;
    // Looking for them takes longer than drawing; other changes of the document are of no account.
    let proposals = use_memo((Shared(props.document.text().clone()), orphans.clone()), {
        let document = props.document.clone();
        move |_| Rc::new(document.proposals())
    });
    // What was rejected waits for nobody.
    let is_shown = |orphan: &Orphan| orphan.annotation.status != Status::Rejected;
    let free = |orphan: &Orphan, proposal: Option<Proposal>| {
        proposal.filter(|proposal| props.document.is_free_for(orphan, proposal.span))
    };
    let shown: Vec<_> = (orphans.iter().zip(proposals.iter()))
        .filter(|(orphan, _)| is_shown(orphan))
        .map(|(orphan, (_, proposal))| (orphan, free(orphan, *proposal)))
        .collect();
    let is_open = shown.iter().any(|(_, proposal)| proposal.is_some());
    let entries =
        shown.iter().map(|(orphan, proposal)| view_orphan(&desk, &props.document, orphan, *proposal));
    if shown.is_empty() {
        return Html::default();
    }
    html! {
        <details class="orphans" open={is_open}>
            <summary>{ words::ORPHANS_TITLE }<span class="count">{ shown.len() }</span></summary>
            <p class="hint">{ words::ORPHANS_HINT }</p>
            <ul role="list" aria-label={words::ORPHANS_LIST}>{ for entries }</ul>
        </details>
    }
}

fn view_orphan(desk: &Desk, document: &Document, orphan: &Orphan, proposal: Option<Proposal>) -> Html {
    let code = &orphan.annotation.label;
    let id = orphan.annotation.id;
    let place = document.labels.position(code);
    let name = document.labels.get(code).map_or(code.as_str(), |label| label.name.as_str());
    let quote = &orphan.selector.quote;
    let line = |text: &str| text.replace('\n', " ");
    let yes = proposal.map(|proposal| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.place_orphan(id, proposal.span))
    });
    let no = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.decline_orphan(id))
    };
    let delete = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.delete_orphan(id))
    };
    html! {
        <li key={id.0.to_string()} class={classes!(place.map(|place| format!("label-{place}")))}>
            <span class="value">{ name.to_owned() }</span>
            <span class="was"><span class="hint">{ words::ORPHAN_WORDS }{ " " }</span>
                <span class="context">{ "…" }{ line(&quote.prefix) }<strong>{ line(&quote.exact) }</strong>{ line(&quote.suffix) }{ "…" }</span>
            </span>
            if let (Some(proposal), Some(yes)) = (proposal, yes) {
                <span class="now"><span class="hint">{ words::orphan_now(&format_args!("{:.0}", 100.0 * proposal.score)) }{ " " }</span>
                    { view_in_context(document.text(), proposal.span) }
                </span>
                <span class="buttons">
                    <button type="button" onclick={yes} aria-label={words::place_orphan(&quote.exact)}>{ words::YES }</button>
                    <button type="button" onclick={no} aria-label={words::decline_orphan(&quote.exact)}>{ words::NO }</button>
                </span>
            } else {
                <span class="buttons">
                    <button type="button" class="quiet" onclick={delete} aria-label={words::delete_orphan(&quote.exact)}>{ words::DELETE }</button>
                </span>
            }
        </li>
    }
}
