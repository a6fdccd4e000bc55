use yew::prelude::*;

use super::Shared;
use crate::document::Document;
use crate::extract::page_furniture;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct LeftoversProps {
    pub(crate) document: Shared<Document>,
}

/// Says that lines left over from the web page have no marks, and marks them on request.
#[component]
pub(crate) fn Leftovers(props: &LeftoversProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let lines = use_memo(Shared(props.document.text().clone()), |text| page_furniture(text));
    let has_marks =
        lines.iter().any(|line| props.document.annotations().iter().any(|a| a.span.overlaps(*line)));
    if lines.is_empty() || has_marks {
        return Html::default();
    }
    let onclick = Callback::from(move |_: MouseEvent| desk.mark_leftovers());
    let count = words::left_over_lines(lines.len());
    html! {
        <p class="hint">{ count }<button type="button" class="quiet" {onclick}>{ words::MARK_LEFT_OVER_LINES }</button></p>
    }
}
