mod picture;

use yew::prelude::*;

use picture::view_picture;

use super::empty::view_empty;
use super::head::ViewHead;
use super::marked::Marked;
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Moment, Sentences, Timeline, timeline};
use crate::formats::{file_stem, timeline_svg, timeline_table};
use crate::ui::components::{AnotherFile, PAGE, Pages, SaveAs, Shared, shown, use_printing};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::value::Value;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct TimelineViewProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
}

/// A row of the list: the moments that are told alike, or the day of publication.
enum Entry<'t> {
    Told(&'t [Moment]),
    Published,
}

/// What an article dates, as a picture and as a list; both lead to the places.
#[component]
pub(crate) fn TimelineView(props: &TimelineViewProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let document = &props.document;
    let is_printing = use_printing();
    let sentences = use_memo(Shared(document.text().clone()), |text| Sentences::of(text));
    let timeline = use_memo(document.clone(), |document| timeline(document));
    let drawing = use_memo(document.clone(), |_| timeline.drawing());
    let page = use_state_eq(|| 0_usize);
    let stem = format!("timeline-{}", file_stem(&document.display_title()));
    let table = {
        let document = document.clone();
        Callback::from(move |()| timeline_table(&document))
    };
    let also = (!timeline.moments.is_empty()).then(|| AnotherFile {
        name: words::SAVE_AS_SVG,
        extension: "svg",
        media_type: "image/svg+xml",
        content: {
            let document = document.clone();
            Callback::from(move |()| timeline_svg(&document))
        },
    });
    let entries = entries(document, &timeline);
    let is_empty = timeline.moments.is_empty() && timeline.open.is_empty();
    let view = Entries { desk: &desk, props, sentences: &sentences };
    html! {
        <section class="facts-view timeline" aria-labelledby="timeline-title">
            <ViewHead id="timeline-title" title={words::TIMELINE} document={document.clone()} can_print={!is_empty}>
                if !is_empty {
                    { piece::<SaveAs>(None, yew::props!(Of<SaveAs> { stem, table, also })) }
                }
            </ViewHead>
            if is_empty {
                { view_empty(&desk, words::NO_DATES) }
            } else {
                if document.published.is_none() && !timeline.open.is_empty() {
                    <p class="hint">{ words::PUBLISHED_DATE_HINT }</p>
                }
                { view_picture(&desk, &drawing, props.selected) }
                <ol class="moments" role="list" aria-labelledby="timeline-title">
                    for entry in shown(&entries, *page, PAGE, is_printing) {
                        { view.entry(entry) }
                    }
                </ol>
                { piece::<Pages>(None, yew::props!(Of<Pages> { count: entries.len(), page: *page, onpage: { let page = page.clone(); move |to| page.set(to) } })) }
                { view.open(&timeline.open, is_printing) }
            }
        </section>
    }
}

/// The moments by what they mean, and the day of publication among them.
fn entries<'t>(document: &Document, timeline: &'t Timeline) -> Vec<Entry<'t>> {
    let is_one = |one: &Moment, other: &Moment| when(document, one.id) == when(document, other.id);
    let told = timeline.moments.chunk_by(is_one).map(Entry::Told);
    let mut entries: Vec<Entry<'t>> = told.collect();
    if let Some(published) = timeline.published.filter(|_| !entries.is_empty()) {
        let is_before = |entry: &Entry<'_>| match entry {
            Entry::Told([first, ..]) => first.from <= published,
            _ => true,
        };
        let at = entries.partition_point(is_before);
        entries.insert(at, Entry::Published);
    }
    entries
}

/// When something is, for people.
fn when(document: &Document, id: AnnotationId) -> String {
    let value = document.annotation(id).and_then(|mark| mark.value.as_ref());
    value.map(Value::describe).unwrap_or_default()
}

struct Entries<'v> {
    desk: &'v Desk,
    props: &'v TimelineViewProps,
    sentences: &'v Sentences,
}

impl Entries<'_> {
    fn entry(&self, entry: &Entry<'_>) -> Html {
        let document = &self.props.document;
        match entry {
            Entry::Told(moments) => {
                let when = moments.first().map(|moment| when(document, moment.id)).unwrap_or_default();
                html! {
                    <li class="moment">
                        <strong>{ when }</strong>
                        <div>{ for moments.iter().map(|moment| self.place(moment.id)) }</div>
                    </li>
                }
            }
            Entry::Published => html! {
                <li class="moment of-publication">
                    <strong>{ document.published.map(crate::value::day).unwrap_or_default() }</strong>
                    <div><p>{ words::PUBLISHED_HERE }</p></div>
                </li>
            },
        }
    }

    /// The words around a date; they lead to its place.
    fn place(&self, id: AnnotationId) -> Html {
        let document = &self.props.document;
        let Some(mark) = document.annotation(id) else { return Html::default() };
        let marked = Marked {
            text: document.text(),
            labels: &document.labels,
            selected: None,
            doubted: &[],
            onfact: Callback::noop(),
        };
        let is_current = self.props.selected == Some(id);
        let desk = self.desk.clone();
        html! {
            <button type="button" class="place" onclick={move |_: MouseEvent| desk.go_to(id)} aria-current={is_current.then_some("true")} dir="auto">
                { marked.around(self.sentences, std::slice::from_ref(mark)) }
            </button>
        }
    }

    /// What has no place in time.
    fn open(&self, open: &[(AnnotationId, crate::text::Span)], is_printing: bool) -> Html {
        if open.is_empty() {
            return Html::default();
        }
        html! {
            <section class="undated" aria-labelledby="open-title">
                <h3 id="open-title">{ words::DATE_NOT_CLEAR }{ " " }<span class="count">{ words::grouped(open.len()) }</span></h3>
                <ol class="moments" role="list" aria-labelledby="open-title">
                    for (id, _) in shown(open, 0, PAGE, is_printing) {
                        <li class="moment" key={id.0.to_string()}>
                            <strong>{ when(&self.props.document, *id) }</strong>
                            <div>{ self.place(*id) }</div>
                        </li>
                    }
                </ol>
            </section>
        }
    }
}
