//! What else there is at the place of the selected mark: marks that overlap, other spellings, other versions.

use std::sync::Arc;

use yew::prelude::*;

use crate::annotation::{Annotation, Status};
use crate::document::Document;
use crate::text::reveal;
use crate::ui::components::tip::tip;
use crate::ui::desk::Desk;
use crate::value::short_time_of;
use crate::words;
use crate::workspace::{Action, PageCommand, Step};

/// How many other spellings are offered at once.
const MOST_VARIANTS: usize = 5;

/// Where several marks overlap: how many, and a button that goes through them.
pub(super) fn view_stack(desk: &Desk, document: &Document, annotation: &Annotation) -> Html {
    let overlaps = document
        .annotations()
        .iter()
        .filter(|other| other.span.overlaps(annotation.span) && other.status != Status::Rejected);
    let count = overlaps.count();
    let next = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.send(Action::Step(Step::InStack)))
    };
    html! {
        if count > 1 {
            <p class="stack">
                <span>{ words::overlapping_marks(&count) }</span>
                <button type="button" class="quiet" onclick={next} title={tip(desk, PageCommand::InStack)}>{ words::NEXT_OVERLAPPING_MARK }</button>
            </p>
        }
    }
}

/// Other spellings of the name, each with a button that says that it is one.
pub(super) fn view_variants(desk: &Desk, document: &Document, annotation: &Annotation) -> Html {
    let variants = document.variants(annotation);
    let view = |other: &&Arc<Annotation>| {
        let (desk, id) = (desk.clone(), other.id);
        let name = reveal(document.quote(other)).into_owned();
        let title = words::join_entities(&name);
        html! {
            <li>
                <span>{ name }</span>
                <button
                    type="button" class="quiet" aria-label={title.clone()} {title}
                    onclick={Callback::from(move |_: MouseEvent| desk.join(id))}
                >{ words::JOIN }</button>
            </li>
        }
    };
    html! {
        if !variants.is_empty() {
            <div class="versions">
                <p>{ words::OTHER_SPELLINGS_QUESTION }</p>
                <ul role="list" aria-label={words::OTHER_SPELLINGS}>
                    for variant in variants.iter().take(MOST_VARIANTS) {
                        { view(variant) }
                    }
                </ul>
            </div>
        }
    }
}

/// What else was decided about the mark, elsewhere.
pub(super) fn view_versions(desk: &Desk, document: &Document, annotation: &Annotation) -> Html {
    let versions: Vec<_> =
        annotation.history.iter().filter(|version| !version.says_the_same(annotation)).collect();
    html! {
        if !versions.is_empty() {
            <details class="versions">
                <summary>{ words::ALSO_CHANGED_ELSEWHERE }<span class="count">{ versions.len() }</span></summary>
                <ul role="list" aria-label={words::OTHER_VERSIONS}>
                    for version in versions {
                        <li>{ view_version(desk, document, version) }</li>
                    }
                </ul>
            </details>
        }
    }
}

/// A version that the present one was preferred to, with a button that puts it in its place.
fn view_version(desk: &Desk, document: &Document, version: &Arc<Annotation>) -> Html {
    let onclick = {
        let (desk, version) = (desk.clone(), version.clone());
        Callback::from(move |_: MouseEvent| desk.use_version(&version))
    };
    let label =
        document.labels.get(&version.label).map_or(version.label.as_str(), |label| label.name.as_str());
    let by = version.decision().map(|decision| decision.by).filter(|name| !name.is_empty());
    let quote = document.quote(version).replace('\n', " ");
    let (status, time) = (version.status.name(), short_time_of(version.modified));
    let told = match by {
        Some(by) => {
            words::VersionByPerson { quote: &quote, label: &label, status: &status, name: &by, time: &time }
                .text()
        }
        None => words::VersionOfMark { quote: &quote, label: &label, status: &status, time: &time }.text(),
    };
    html! {
        <>
            <span>
                { told }
                if !version.note.is_empty() {
                    { " " }{ words::version_note(&version.note) }
                }
            </span>
            <button type="button" class="quiet" {onclick}>{ words::USE_VERSION }</button>
        </>
    }
}
