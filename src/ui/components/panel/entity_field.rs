use yew::prelude::*;

use crate::annotation::Annotation;
use crate::document::Document;
use crate::text::reveal;
use crate::ui::components::Shared;
use crate::words;

#[derive(Properties, PartialEq)]
pub(super) struct EntityFieldProps {
    pub(super) document: Shared<Document>,
    pub(super) annotation: Shared<Annotation>,
    pub(super) onchange: Callback<Event>,
    pub(super) onkeydown: Callback<KeyboardEvent>,
}

/// Which entity the mark names, by name. The others are offered once the field has the focus: a browser
/// takes 20 ms to find the list of a field that appears in a page of fifty thousand elements.
#[component]
pub(super) fn EntityField(props: &EntityFieldProps) -> Html {
    const LIST: &str = "entity-names";
    let is_listing = use_state_eq(|| false);
    let (document, annotation) = (&props.document, &props.annotation);
    let subject = annotation.entity.as_ref().map(|_| document.subject_of(annotation));
    let name = subject.as_ref().map(|subject| reveal(document.name_of(subject)).into_owned());
    let onfocus = {
        let is_listing = is_listing.clone();
        Callback::from(move |_: FocusEvent| is_listing.set(true))
    };
    html! {
        <>
            <label><span>{ words::ENTITY }</span>
                <input
                    id="field-entity" type="text" list={is_listing.then_some(LIST)} placeholder={words::ENTITY_PLACEHOLDER} value={name.unwrap_or_default()}
                    onchange={props.onchange.clone()} onkeydown={props.onkeydown.clone()} {onfocus} dir="auto"
                />
            </label>
            if *is_listing {
                <datalist id={LIST}>
                    for entity in document.entities.iter().filter(|entity| entity.label == annotation.label).take(100) {
                        <option value={entity.name.clone()} />
                    }
                </datalist>
            }
        </>
    }
}
