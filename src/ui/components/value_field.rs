use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Shared;
use super::article::ARTICLE_ID;
use crate::annotation::Annotation;
use crate::document::Document;
use crate::edit::{read_typed_for, typed_examples};
use crate::ui::browser::focus;
use crate::ui::desk::Desk;
use crate::words;

#[derive(Properties, PartialEq)]
pub(crate) struct ValueFieldProps {
    pub(crate) document: Shared<Document>,
    pub(crate) annotation: Shared<Annotation>,
}

/// The value of the selected annotation. Says while a person types how it understands what is there;
/// what cannot be read is said, and not kept.
#[component]
pub(crate) fn ValueField(props: &ValueFieldProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let typed = use_state_eq(|| None::<String>);
    let problem = use_state_eq(|| None::<String>);
    let annotation = &props.annotation;
    let examples = typed_examples(&annotation.label);
    let shown = annotation.value.as_ref().map(|value| value.describe()).unwrap_or_default();
    {
        // A change from elsewhere, such as undo, is what counts now.
        let (typed, problem) = (typed.clone(), problem.clone());
        use_effect_with(shown.clone(), move |_| {
            typed.set(None);
            problem.set(None);
        });
    }
    if examples.is_empty() && shown.is_empty() {
        return Html::default();
    }
    let is_speech = annotation.label.is_speech();
    let oninput = {
        let (typed, problem) = (typed.clone(), problem.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                problem.set(None);
                typed.set(Some(field.value()));
            }
        })
    };
    let keep = {
        let (desk, typed, problem) = (desk.clone(), typed.clone(), problem.clone());
        move |text: &str| match desk.set_value(text) {
            Ok(()) => {
                typed.set(None);
                true
            }
            Err(error) => {
                problem.set(Some(error));
                false
            }
        }
    };
    let onchange = {
        let keep = keep.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                keep(&field.value());
            }
        })
    };
    let onkeydown = {
        let (typed, problem) = (typed.clone(), problem.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            match event.key().as_str() {
                "Enter" => {
                    event.prevent_default();
                    if keep(&field.value()) {
                        focus(ARTICLE_ID);
                    }
                }
                "Escape" => {
                    event.stop_propagation();
                    problem.set(None);
                    typed.set(None);
                    focus(ARTICLE_ID);
                }
                _ => {}
            }
        })
    };
    let said = match (&*problem, &*typed) {
        (Some(problem), _) => Some((problem.clone(), true)),
        (None, Some(text)) => Some(understood(props, text)),
        (None, None) => None,
    };
    html! {
        <>
            <label><span>{ if is_speech { words::SPEAKER } else { words::VALUE } }</span>
                <input
                    id="field-value" type="text" value={typed.as_ref().cloned().unwrap_or_else(|| shown.clone())} {oninput} {onchange} {onkeydown}
                    aria-label={words::VALUE} aria-describedby="value-understood" aria-invalid={problem.is_some().to_string()}
                    placeholder={examples} autocomplete="off" dir="auto"
                />
            </label>
            <p id="value-understood" class={classes!("understood", said.as_ref().is_some_and(|(_, is_problem)| *is_problem).then_some("problem"))} aria-live="polite">
                if let Some((text, _)) = said {
                    { text }
                }
            </p>
        </>
    }
}

/// How the text is understood, and whether it is not.
fn understood(props: &ValueFieldProps, text: &str) -> (String, bool) {
    if text.trim().is_empty() {
        return (words::NO_VALUE.to_owned(), false);
    }
    match read_typed_for(&props.annotation, text, props.document.published) {
        Some(value) => {
            let (short, full) = (value.describe(), value.describe_in_full());
            (if short == full { format!("→ {full}") } else { format!("→ {full} ({short})") }, false)
        }
        None => (words::value_not_understood(&typed_examples(&props.annotation.label)), false),
    }
}
