use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use super::Shared;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::label::{LabelCode, LabelSet};
use crate::runs::{self, Line, Run};
use crate::text::Span;

#[derive(Properties, PartialEq)]
pub(super) struct SectionProps {
    pub(super) text: Shared<str>,
    pub(super) section: Shared<runs::Section>,
    pub(super) labels: Rc<LabelSet>,
    /// The lines of the article that are left over from its web page.
    pub(super) leftovers: Rc<Vec<Span>>,
    /// Where the headline stands, and who wrote the article.
    pub(super) headline: Option<Span>,
    pub(super) byline: Option<Span>,
    /// The annotations that a doubt is about.
    pub(super) doubtful: Rc<BTreeSet<AnnotationId>>,
    /// Whether small numbers are shown too.
    pub(super) shows_small: bool,
    /// The selected annotation, where this section shows a part of it.
    pub(super) selected: Option<AnnotationId>,
    /// Whether its turn has come; until then it is plain text, which costs next to nothing.
    pub(super) is_drawn: bool,
}

/// A group of paragraphs, drawn anew only when something in it changes.
///
/// Its text is exactly the document's, line breaks included, so that places in the one are places
/// in the other.
#[component]
pub(super) fn Section(props: &SectionProps) -> Html {
    let span = props.section.span;
    if !props.is_drawn {
        let text = span.slice(&props.text).unwrap_or_default().to_owned();
        return html! { <section class="plain" data-start={span.start().to_string()}>{ text }</section> };
    }
    let lines = props.section.lines(&props.text);
    html! {
        <section>
            for line in lines.iter() {
                <p key={line.span.start()} dir="auto" data-start={line.span.start().to_string()} class={line_class(props, line)}>
                    for run in line.runs.iter() {
                        { view_run(props, run) }
                    }
                </p>
            }
        </section>
    }
}

fn line_class(props: &SectionProps, line: &Line) -> Option<&'static str> {
    if line.span.slice(&props.text).is_none_or(|text| text.trim().is_empty()) {
        return Some("blank");
    }
    let is_in = |span: Option<Span>| span.is_some_and(|span| span.overlaps(line.span));
    if is_in(props.headline) {
        return Some("headline");
    }
    if is_in(props.byline) {
        return Some("byline");
    }
    let behind = props.leftovers.partition_point(|leftover| leftover.end() <= line.span.start());
    let is_leftover = props.leftovers.get(behind).is_some_and(|leftover| leftover.overlaps(line.span));
    is_leftover.then_some("leftover")
}

fn view_run(props: &SectionProps, run: &Run) -> Html {
    let text = AttrValue::from(Rc::<str>::from(run.span.slice(&props.text).unwrap_or_default()));
    let Some(innermost) = run.innermost() else { return html! { { text } } };
    let speech = run.annotations.iter().find(|it| it.label.is_speech() && it.status != Status::Rejected);
    let is_doubtful = run.annotations.iter().any(|it| props.doubtful.contains(&it.id));
    let is_small = !props.shows_small && !is_doubtful && innermost.is_small();
    let ids: Vec<_> = run.annotations.iter().rev().map(|annotation| annotation.id.0.to_string()).collect();
    let place = props.labels.position(&innermost.label);
    let label_class = place.map(|place| format!("label-{place}"));
    let outer_class = run.annotations.len().checked_sub(2).map(|_| "nested");
    let ends = innermost.span.end() == run.span.end();
    let letters =
        place.and_then(|place| props.labels.iter().nth(place)).filter(|_| ends).map(|l| l.letters());
    html! {
        <mark
            class={classes!(label_class, outer_class)}
            data-annotation-id={ids.join(" ")}
            data-label={innermost.label.to_string()}
            data-status={innermost.status.code()}
            data-letters={letters.filter(|_| !is_small)}
            data-speech={speech.map(|it| if it.label == LabelCode::QUOTE { "quoted" } else { "told" })}
            data-doubt={is_doubtful.then_some("true")}
            data-small={is_small.then_some("true")}
            data-selected={is_selected(props, &run.annotations).then_some("true")}
            data-check={innermost.check.as_ref().map(|check| check.state.code())}
            aria-description={words(props, run)}
        >{ text }</mark>
    }
}

/// What assistive technology says of a mark: its label and status, of all where several lie here.
fn words(props: &SectionProps, run: &Run) -> AttrValue {
    let name = |annotation: &Arc<Annotation>| {
        let label = props.labels.get(&annotation.label);
        let check = annotation.check.as_ref().map(|check| format!(", {}", check.state.name().to_lowercase()));
        format!(
            "{}, {}{}",
            label.map_or(annotation.label.as_str(), |label| label.name.as_str()),
            annotation.status.name(),
            check.unwrap_or_default()
        )
    };
    let names: Vec<_> = run.annotations.iter().rev().map(name).collect();
    names.join("; ").into()
}

fn is_selected(props: &SectionProps, annotations: &[Arc<Annotation>]) -> bool {
    annotations.iter().any(|annotation| Some(annotation.id) == props.selected)
}
