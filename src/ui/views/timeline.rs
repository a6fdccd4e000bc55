use yew::prelude::*;

use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::{Drawing, timeline};
use crate::formats::{file_stem, timeline_svg, timeline_table};
use crate::text::{Span, one_line};
use crate::ui::components::{PAGE, Pages, SaveAs, Shared};
use crate::ui::desk::Desk;
use crate::value::Value;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct TimelineViewProps {
    pub(crate) document: Shared<Document>,
    pub(crate) selected: Option<AnnotationId>,
}

/// The picture's measures, in units of its own.
const WIDTH: f64 = 900.0;
const SIDE: f64 = 40.0;
const LANE: f64 = 18.0;
const TOP: f64 = 10.0;
/// More lanes than that are not drawn.
const LANES: usize = 30;

/// What an article dates, as a picture and as a list; both lead to the places.
#[component]
pub(crate) fn TimelineView(props: &TimelineViewProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let document = &props.document;
    let timeline = use_memo(document.clone(), |document| timeline(document));
    let drawing = use_memo(document.clone(), |_| timeline.drawing());
    let page = use_state_eq(|| 0_usize);
    let stem = format!("timeline-{}", file_stem(&document.display_title()));
    let table = {
        let document = document.clone();
        Callback::from(move |()| timeline_table(&document))
    };
    let picture = {
        let (desk, document, stem) = (desk.clone(), document.clone(), stem.clone());
        Callback::from(move |_: MouseEvent| {
            desk.offer(&format!("{stem}.svg"), "image/svg+xml", timeline_svg(&document).as_bytes());
        })
    };
    let from = (*page * PAGE).min(timeline.moments.len());
    let shown = timeline.moments.get(from..(from + PAGE).min(timeline.moments.len())).unwrap_or_default();
    let is_empty = timeline.moments.is_empty() && timeline.open.is_empty();
    html! {
        <section class="facts-view timeline" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{ words::TIMELINE }<span class="count">{ timeline.moments.len() }</span></h2>
            if is_empty {
                <p class="hint">{ words::NOTHING_IS_DATED }</p>
            } else {
                <SaveAs {stem} {table} />
                if !timeline.moments.is_empty() {
                    <button type="button" onclick={picture}>{ words::SAVE_AS_SVG }</button>
                }
                if document.published.is_none() && !timeline.open.is_empty() {
                    <p class="hint">{ words::WITH_THE_PUBLISHED_DATE }</p>
                }
                { picture_of(&desk, &drawing, props.selected) }
            }
            <ol role="list" aria-labelledby="timeline-title">
                for moment in shown {
                    { entry(&desk, props, moment.id, moment.sentence) }
                }
            </ol>
            <Pages count={timeline.moments.len()} page={*page} onpage={let page = page.clone(); move |to| page.set(to)} />
            if !timeline.open.is_empty() {
                <h3 id="open-title">{ words::OPEN_WHEN }<span class="count">{ timeline.open.len() }</span></h3>
                <ol role="list" aria-labelledby="open-title">
                    for (id, sentence) in timeline.open.iter().take(PAGE) {
                        { entry(&desk, props, *id, *sentence) }
                    }
                </ol>
            }
        </section>
    }
}

fn entry(desk: &Desk, props: &TimelineViewProps, id: AnnotationId, sentence: Span) -> Html {
    let document = &props.document;
    let Some(mark) = document.annotation(id) else { return Html::default() };
    let (desk, is_current) = (desk.clone(), props.selected == Some(id));
    let onclick = Callback::from(move |_: MouseEvent| desk.go_to(id));
    let when = mark.value.as_ref().map(Value::describe).unwrap_or_default();
    let words = one_line(sentence.slice(document.text()).unwrap_or_default());
    html! {
        <li key={id.0.to_string()}>
            <button type="button" class="moment" {onclick} aria-current={is_current.then_some("true")}>
                <strong>{ when }</strong>
                <span dir="auto">{ words }</span>
            </button>
        </li>
    }
}

/// The picture, for the eye and the mouse; the list has all of it for the keyboard and the ear.
fn picture_of(desk: &Desk, drawing: &Drawing, selected: Option<AnnotationId>) -> Html {
    if drawing.bars.is_empty() {
        return Html::default();
    }
    let across = |place: f64| SIDE + place * (WIDTH - 2.0 * SIDE);
    let bottom = TOP + drawing.lanes.min(LANES) as f64 * LANE;
    let bars = drawing.bars.iter().filter(|bar| bar.lane < LANES).map(|bar| {
        let (x, y) = (across(bar.from) - 5.0, bottom - (bar.lane + 1) as f64 * LANE + 4.0);
        let width = (across(bar.to) - across(bar.from) + 10.0).max(10.0);
        let first = bar.moments.first().copied();
        let is_current = bar.moments.iter().any(|id| selected == Some(*id));
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(id) = first {
                desk.go_to(id);
            }
        });
        html! {
            <rect
                class={classes!("bar", is_current.then_some("current"))} x={format!("{x:.1}")} y={format!("{y:.1}")} width={format!("{width:.1}")}
                height="10" rx="5" {onclick}
            />
        }
    });
    let ticks = drawing.ticks.iter().map(|(place, label)| {
        let x = across(*place);
        html! {
            <>
                <path class="axis" d={format!("M{x:.1} {bottom}v5")} />
                <text x={format!("{x:.1}")} y={format!("{:.1}", bottom + 18.0)} text-anchor="middle">{ label }</text>
            </>
        }
    });
    html! {
        <svg class="picture" viewBox={format!("0 0 {WIDTH} {:.0}", bottom + 26.0)} aria-hidden="true">
            <path class="axis" d={format!("M{SIDE} {bottom}H{}", WIDTH - SIDE)} />
            if let Some(place) = drawing.published {
                <path class="published" d={format!("M{:.1} {TOP}V{bottom}", across(place))} />
            }
            { for ticks }
            { for bars }
        </svg>
    }
}
