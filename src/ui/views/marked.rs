use std::sync::Arc;

use yew::prelude::*;

use crate::annotation::{Annotation, AnnotationId};
use crate::facts::{Excerpt, Sentences};
use crate::label::LabelSet;
use crate::runs::{Run, runs_within};
use crate::text::Span;

/// How facts are marked in a piece of the article, outside the article itself.
pub(super) struct Marked<'d> {
    pub(super) text: &'d str,
    pub(super) labels: &'d LabelSet,
    pub(super) selected: Option<AnnotationId>,
    /// The facts that do not add up.
    pub(super) doubted: &'d [AnnotationId],
    /// Called with the fact that is clicked.
    pub(super) onfact: Callback<AnnotationId>,
}

/// How many bytes of a sentence stand around facts where all of it would be too long.
const REACH: usize = 130;

impl Marked<'_> {
    /// The sentences around facts, the facts marked in them; what is long is cut.
    pub(super) fn around(&self, sentences: &Sentences, facts: &[Arc<Annotation>]) -> Html {
        let spans: Vec<Span> = facts.iter().map(|fact| fact.span).collect();
        let Some(excerpt) = sentences.excerpt(self.text, &spans, REACH) else { return Html::default() };
        let Excerpt { span, is_cut_before, is_cut_behind } = excerpt;
        html! {
            <>
                if is_cut_before { { "… " } }
                { self.piece(span, facts) }
                if is_cut_behind { { " …" } }
            </>
        }
    }

    /// A piece of the text with these facts marked in it, in reading order.
    pub(super) fn piece(&self, span: Span, facts: &[Arc<Annotation>]) -> Html {
        let here: Vec<_> = facts.iter().filter(|fact| fact.span.overlaps(span)).cloned().collect();
        let runs = runs_within(self.text, span, &here);
        html! { <>{ for runs.iter().map(|run| self.run(run)) }</> }
    }

    fn run(&self, run: &Run) -> Html {
        let words = run.span.slice(self.text).unwrap_or_default().to_owned();
        let Some(innermost) = run.innermost() else { return html! { { words } } };
        let ids: Vec<String> = run.annotations.iter().rev().map(|fact| fact.id.0.to_string()).collect();
        let is_among = |ids: &[AnnotationId]| run.annotations.iter().any(|fact| ids.contains(&fact.id));
        let ends = innermost.span.end() == run.span.end();
        let label = self.labels.get(&innermost.label);
        let place = self.labels.position(&innermost.label).map(|place| format!("label-{place}"));
        let onclick = {
            let (onfact, id) = (self.onfact.clone(), innermost.id);
            move |_: MouseEvent| onfact.emit(id)
        };
        html! {
            <mark
                class={classes!(place, (run.annotations.len() > 1).then_some("nested"))}
                data-fact={ids.join(" ")}
                data-label={innermost.label.to_string()}
                data-status={innermost.status.code()}
                data-letters={label.filter(|_| ends).map(|label| label.letters())}
                data-selected={is_among(self.selected.as_slice()).then_some("true")}
                data-doubt={is_among(self.doubted).then_some("true")}
                aria-description={label.map(|label| label.name.clone())}
                {onclick}
            >{ words }</mark>
        }
    }
}
