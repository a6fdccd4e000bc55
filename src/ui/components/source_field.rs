use uuid::Uuid;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Shared;
use crate::annotation::{Annotation, AnnotationId, Status};
use crate::document::Document;
use crate::edit::operations::SourceChoice;
use crate::facts::sources_of;
use crate::label::LabelCode;
use crate::text::reveal;
use crate::ui::desk::Desk;
use crate::value::Value;
use crate::words;
use crate::workspace::Action;

#[derive(Properties, PartialEq)]
pub(crate) struct SourceFieldProps {
    pub(crate) document: Shared<Document>,
    pub(crate) annotation: Shared<Annotation>,
}

/// Who can speak by name, in the order in which they are offered.
const SPEAKERS: [LabelCode; 4] = [LabelCode::PERSON, LabelCode::ORG, LabelCode::LOC, LabelCode::NORP];
/// So many sources are offered; a long article names thousands.
const MOST: usize = 300;
/// The choice of a source without a name.
const UNNAMED: &str = "unnamed";

/// Who says what the selected mark quotes or tells: seen, gone to, picked among those who are marked, or set
/// to nobody in particular.
#[component]
pub(crate) fn SourceField(props: &SourceFieldProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    // The others are listed once somebody turns to them.
    let is_listing = use_state_eq(|| false);
    let list = {
        let is_listing = is_listing.clone();
        move || is_listing.set(true)
    };
    let (document, annotation) = (&props.document, &props.annotation);
    let source = sources_of(document, annotation.id).next();
    let quote = annotation.value.as_ref().and_then(Value::as_quote).filter(|_| source.is_none());
    let is_unnamed = quote.is_some_and(|quote| quote.named == Some(false) && quote.speaker.is_empty());
    let chosen = match source {
        Some(source) => source.id.0.to_string(),
        None if is_unnamed => UNNAMED.to_owned(),
        None => String::new(),
    };
    let field = use_node_ref();
    {
        // Its options change with the choice, and what a browser then shows as chosen is left to chance.
        let field = field.clone();
        use_effect_with((chosen, *is_listing), move |(chosen, _)| {
            if let Some(field) = field.cast::<HtmlSelectElement>() {
                field.set_value(chosen);
            }
        });
    }
    let onchange = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let chosen = select.value();
            desk.set_source(&match chosen.as_str() {
                UNNAMED => SourceChoice::Unnamed,
                id => {
                    Uuid::parse_str(id).map_or(SourceChoice::Open, |id| SourceChoice::Mark(AnnotationId(id)))
                }
            });
        })
    };
    let go = source.map(|source| {
        let (desk, id) = (desk.clone(), source.id);
        Callback::from(move |_: MouseEvent| desk.send(Action::Select(Some(id))))
    });
    let others = if *is_listing { offered(document, source.map(|source| source.id)) } else { Vec::new() };
    html! {
        <div class="source-field">
            <label><span>{ words::SOURCE_OF_SPEECH }</span>
                <select
                    ref={field} id="field-source" {onchange} onfocus={let list = list.clone(); move |_: FocusEvent| list()}
                    onpointerenter={move |_: PointerEvent| list()}
                >
                    <option value="">{ words::SOURCE_OPEN }</option>
                    <option value={UNNAMED}>{ words::SOURCE_UNNAMED }</option>
                    if let Some(source) = source {
                        <option value={source.id.0.to_string()}>{ reveal(document.quote(source)).into_owned() }</option>
                    }
                    for (id, name) in others {
                        <option value={id.0.to_string()}>{ reveal(&name).into_owned() }</option>
                    }
                </select>
            </label>
            if let Some(go) = go {
                <button type="button" class="quiet" onclick={go}>{ words::GO_TO_SOURCE }</button>
            }
        </div>
    }
}

/// Who is marked and can be a source, but for the present one.
fn offered(document: &Document, present: Option<AnnotationId>) -> Vec<(AnnotationId, String)> {
    let rows = document.entity_rows().into_iter().filter(|row| SPEAKERS.contains(&row.label));
    let named = rows.filter_map(|row| {
        let is_present = present.is_some_and(|present| row.mentions.contains(&present));
        Some((*row.mentions.first()?, row.name)).filter(|_| !is_present)
    });
    let marks = document.annotations().iter().filter(|it| {
        it.label == LabelCode::SOURCE && it.status != Status::Rejected && Some(it.id) != present
    });
    let unnamed = marks.map(|it| (it.id, document.quote(it).to_owned()));
    named.chain(unnamed).take(MOST).collect()
}
