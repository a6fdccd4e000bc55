use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::marked::Marked;
use crate::annotation::{Annotation, AnnotationId};
use crate::document::Document;
use crate::facts::{Doubt, Sentences};
use crate::text::sort_by_key;
use crate::ui::components::{Shared, use_printing};
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct DoubtsProps {
    pub(super) document: Shared<Document>,
    pub(super) sentences: Rc<Sentences>,
    /// What does not add up and has not been dismissed.
    pub(super) doubts: Rc<Vec<Doubt>>,
    /// The same as far as it may be nothing.
    pub(super) possible: Rc<Vec<Doubt>>,
}

/// How many are drawn.
const MOST: usize = 100;

/// What does not add up: the words of the article, and beside them the reckoning. Each can be dismissed for good.
#[component]
pub(super) fn Doubts(props: &DoubtsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let is_printing = use_printing();
    if props.doubts.is_empty() && props.possible.is_empty() {
        return Html::default();
    }
    html! {
        <section class="doubts" aria-labelledby="doubts-title">
            <h3 id="doubts-title">{ words::DOUBT }{ " " }<span class="count">{ words::grouped(props.doubts.len()) }</span></h3>
            <ul role="list" aria-labelledby="doubts-title">
                for doubt in props.doubts.iter().take(MOST) {
                    { view_doubt(&desk, props, doubt) }
                }
            </ul>
            if !props.possible.is_empty() {
                { view_possible(&desk, props, is_printing) }
            }
        </section>
    }
}

/// What may be nothing: folded on the screen, whole on paper, where nobody can unfold it.
fn view_possible(desk: &Desk, props: &DoubtsProps, is_printing: bool) -> Html {
    let told = words::doubts_possible(props.possible.len());
    let list = html! {
        <ul role="list">
            for doubt in props.possible.iter().take(MOST) {
                { view_doubt(desk, props, doubt) }
            }
        </ul>
    };
    if is_printing {
        return html! { <div class="possible"><p class="hint">{ told }</p>{ list }</div> };
    }
    html! { <details class="possible"><summary>{ told }</summary>{ list }</details> }
}

fn view_doubt(desk: &Desk, props: &DoubtsProps, doubt: &Doubt) -> Html {
    let document = &props.document;
    let ids: Vec<AnnotationId> = doubt.from.iter().copied().chain([doubt.stated]).collect();
    let mut facts: Vec<Arc<Annotation>> =
        ids.iter().filter_map(|id| document.annotation(*id)).cloned().collect();
    sort_by_key(&mut facts, |fact| (fact.span.start(), fact.span.end()));
    let go = {
        let desk = desk.clone();
        Callback::from(move |id| desk.go_to(id))
    };
    let marked = Marked {
        text: document.text(),
        labels: &document.labels,
        selected: None,
        doubted: &ids,
        onfact: go.clone(),
    };
    let show = go.reform({
        let id = doubt.stated;
        move |_: MouseEvent| id
    });
    let dismiss = {
        let (desk, doubt) = (desk.clone(), doubt.clone());
        move |_: MouseEvent| desk.dismiss(&doubt)
    };
    let quote = document.annotation(doubt.stated).map(|fact| document.quote(fact)).unwrap_or_default();
    html! {
        <li key={format!("{}-{}", doubt.stated.0, doubt.kind.code())}>
            <div class="said" dir="auto">
                for near in near_each_other(&props.sentences, &facts) {
                    <p>{ marked.around(&props.sentences, near) }</p>
                }
            </div>
            <div class="reckoning">
                <p><b>{ doubt.kind.name() }</b>{ " " }<span>{ &doubt.reckoning }</span></p>
                <button type="button" onclick={show} aria-label={words::show_in_text(&quote)}>{ words::SHOW }</button>
                <button type="button" onclick={dismiss} aria-label={words::dismiss_doubt_about(&doubt.reckoning)}>{ words::DISMISS_DOUBT }</button>
            </div>
        </li>
    }
}

/// The facts in groups: those of one sentence, or of sentences beside each other, stand together.
fn near_each_other<'f>(
    sentences: &Sentences,
    facts: &'f [Arc<Annotation>],
) -> impl Iterator<Item = &'f [Arc<Annotation>]> {
    let apart = |one: &Arc<Annotation>, other: &Arc<Annotation>| {
        sentences.around(one.span).overlaps(sentences.around(other.span))
    };
    facts.chunk_by(apart)
}
