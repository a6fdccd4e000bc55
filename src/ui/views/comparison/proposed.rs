use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::document::DocumentId;
use crate::store::Summary;
use crate::text::reveal;
use crate::ui::desk::Desk;
use crate::value::day;
use crate::words;
use crate::workspace::Action;

/// How many articles are proposed at most.
const MOST: usize = 3;

#[derive(Properties, PartialEq)]
pub(crate) struct ProposedProps {
    /// The open article.
    pub(crate) id: DocumentId,
    pub(crate) articles: Vec<Summary>,
}

/// The articles of the library that seem to tell of the same event: a press sets one beside the open one.
#[component]
pub(crate) fn Proposed(props: &ProposedProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let proposed = use_state_eq(Vec::<DocumentId>::new);
    {
        let (desk, proposed) = (desk.clone(), proposed.setter());
        use_effect_with(props.id, move |id| {
            let id = *id;
            spawn_local(async move {
                desk.make_searchable(|_| ()).await;
                let index = desk.workspace().index().clone();
                proposed.set(index.of_one_event(id, MOST));
            });
        });
    }
    let known = proposed.iter().filter_map(|id| props.articles.iter().find(|article| article.id == *id));
    let choices: Vec<Html> = known.map(|article| view_choice(&desk, article)).collect();
    if choices.is_empty() {
        return Html::default();
    }
    html! {
        <div class="proposed">
            <h3>{ words::SAME_EVENT }</h3>
            <ul role="list">{ for choices }</ul>
        </div>
    }
}

fn view_choice(desk: &Desk, article: &Summary) -> Html {
    let title = reveal(&article.title).into_owned();
    let told = [reveal(&article.outlet).into_owned(), article.published.map(day).unwrap_or_default()];
    let told: Vec<&str> = told.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let (desk, id) = (desk.clone(), article.id);
    html! {
        <li key={id.0.to_string()}>
            <button type="button" class="primary" onclick={move |_: MouseEvent| desk.send(Action::Compare(vec![id]))}>
                { words::compare_with_article(&title) }
            </button>
            if !told.is_empty() {
                <span class="told">{ told.join(" · ") }</span>
            }
        </li>
    }
}
