use yew::prelude::*;

use crate::annotation::AnnotationId;
use crate::facts::Drawing;
use crate::ui::desk::Desk;

/// The picture's measures, in units of its own.
const WIDTH: f64 = 900.0;
const SIDE: f64 = 40.0;
const LANE: f64 = 18.0;
const TOP: f64 = 10.0;
/// More lanes than that are not drawn.
const LANES: usize = 30;

/// The picture, for the eye and the mouse; the list has all of it for the keyboard and the ear.
pub(super) fn view_picture(desk: &Desk, drawing: &Drawing, selected: Option<AnnotationId>) -> Html {
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
