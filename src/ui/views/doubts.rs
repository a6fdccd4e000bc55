use yew::prelude::*;

use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::facts::Doubt;
use crate::text::one_line;
use crate::ui::components::Shared;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct DoubtsProps {
    pub(super) document: Shared<Document>,
    pub(super) doubts: std::rc::Rc<Vec<Doubt>>,
}

/// How many are drawn.
const MOST: usize = 100;

/// What does not come out, with both sides and the reckoning; each can be put aside for good.
#[component]
pub(super) fn Doubts(props: &DoubtsProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let open: Vec<&Doubt> = props.doubts.iter().filter(|doubt| !doubt.is_dismissed).collect();
    if open.is_empty() {
        return Html::default();
    }
    let place = |id: AnnotationId| {
        let words = props.document.annotation(id).map(|it| one_line(props.document.quote(it)));
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.go_to(id));
        html! { <button type="button" class="quiet place" {onclick}>{ words.unwrap_or_default() }</button> }
    };
    html! {
        <section class="doubts" aria-labelledby="doubts-title">
            <h3 id="doubts-title">{ words::DOUBT }<span class="count">{ open.len() }</span></h3>
            <ul role="list">
                for doubt in open.iter().take(MOST) {
                    <li key={format!("{}-{}", doubt.stated.0, doubt.kind.code())}>
                        <strong>{ doubt.kind.name() }</strong>
                        <span>{ place(doubt.stated) }{ for doubt.from.iter().map(|id| place(*id)) }</span>
                        <span class="reckoning">{ &doubt.reckoning }</span>
                        <button type="button" onclick={let (desk, doubt) = (desk.clone(), (*doubt).clone()); move |_: MouseEvent| desk.dismiss(&doubt)}>
                            { words::DISMISS_DOUBT }
                        </button>
                    </li>
                }
            </ul>
        </section>
    }
}
