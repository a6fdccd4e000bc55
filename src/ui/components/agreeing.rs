use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Shared;
use super::dialog::Dialog;
use super::import::FileButton;
use crate::agreement::{Agreement, Scores, agreement};
use crate::annotation::AnnotationId;
use crate::document::Document;
use crate::formats::{agreement_csv, file_stem};
use crate::ui::desk::Desk;
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::Action;

/// How many differences are listed.
const MOST: usize = 100;

#[derive(Properties, PartialEq)]
pub(crate) struct AgreeingProps {
    pub(crate) document: Shared<Document>,
    pub(crate) onclose: Callback<()>,
}

/// How far two annotators of the article agree: people, files, and the program.
#[component]
pub(crate) fn Agreeing(props: &AgreeingProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    // How many files came in: they are remembered by the desk, which draws nothing.
    let files = use_state_eq(|| 0_usize);
    let chosen = use_state_eq(|| None::<(String, String)>);
    let all = use_memo((props.document.clone(), *files), |(document, _)| desk.annotators(document));
    // The last two: files, then people. Of one person alone it says more what was accepted of what
    // the program proposed.
    let first = if all.len() == 3 { 0 } else { all.len().saturating_sub(2) };
    let name = |at: usize| all.get(at).map(|annotator| annotator.name.clone()).unwrap_or_default();
    let (one, other) = (*chosen).clone().unwrap_or_else(|| (name(first), name(first + 1)));
    let found = use_memo((props.document.clone(), *files, one.clone(), other.clone()), |(.., one, other)| {
        let find = |name: &str| all.iter().find(|annotator| annotator.name == name);
        let (a, b) = find(one).zip(find(other))?;
        Some(Found {
            a: a.document.clone(),
            b: b.document.clone(),
            agreement: agreement(&a.document, &b.document)?,
        })
    });
    let choose = |is_first: bool| {
        let (chosen, one, other) = (chosen.clone(), one.clone(), other.clone());
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<HtmlSelectElement>() else { return };
            let new = select.value();
            chosen.set(Some(if is_first { (new, other.clone()) } else { (one.clone(), new) }));
        })
    };
    let onfile = {
        let (desk, chosen) = (desk.clone(), chosen.clone());
        Callback::from(move |(name, bytes): (String, Vec<u8>)| {
            desk.compare_with_file(&name, &bytes);
            chosen.set(None);
            files.set(*files + 1);
        })
    };
    let select = |name: &'static str, value: &str, onchange: Callback<Event>| {
        html! {
            <label>{ name }
                <select {onchange}>
                    for annotator in all.iter() {
                        <option key={annotator.name.clone()} value={annotator.name.clone()} selected={annotator.name == value}>{ annotator.name.clone() }</option>
                    }
                </select>
            </label>
        }
    };
    html! {
        <Dialog title={words::AGREEMENT} class="wide" onclose={props.onclose.clone()}>
            <div class="sides">
                { select("A", &one, choose(true)) }
                { select("B", &other, choose(false)) }
                { piece::<FileButton>(None, yew::props!(Of<FileButton> { name: words::COMPARE_WITH_FILE, onfile })) }
            </div>
            if let Some(found) = &*found {
                { view(&desk, &props.document, found, &props.onclose) }
            }
        </Dialog>
    }
}

/// Two annotators' work, and how far it agrees.
struct Found {
    a: Rc<Document>,
    b: Rc<Document>,
    agreement: Agreement,
}

fn view(desk: &Desk, open: &Shared<Document>, found: &Found, close: &Callback<()>) -> Html {
    let Found { a, b, agreement: found } = found;
    let save = {
        let (desk, found, stem) = (desk.clone(), found.clone(), file_stem(&open.display_title()));
        Callback::from(move |_: MouseEvent| {
            let name = format!("agreement-{stem}.csv");
            desk.offer(&name, "text/csv; charset=utf-8", agreement_csv(&found).as_bytes());
        })
    };
    let figure =
        |figure: Option<f64>| figure.map_or(words::NOT_DEFINED.to_owned(), |figure| format!("{figure:.2}"));
    html! {
        <>
            <p class="decided">{ found.decided.describe() }</p>
            { view_table(open, found) }
            <p>
                { words::KappaAndAlpha { kappa: &figure(found.kappa), alpha: &figure(found.alpha) }.text() }
            </p>
            { view_only(words::ONLY_FIRST, desk, a, open, &found.only[0], close) }
            { view_only(words::ONLY_SECOND, desk, b, open, &found.only[1], close) }
            <div class="buttons"><button type="button" onclick={save}>{ words::SAVE_AS_CSV }</button></div>
        </>
    }
}

fn view_table(open: &Document, found: &Agreement) -> Html {
    let row = |name: String, scores: Scores| {
        // Of nothing there is no share.
        let percent = |part: f64, of: usize| match of {
            0 => "–".to_owned(),
            _ => format!("{:.0} %", 100.0 * part),
        };
        let ([precision, recall, f1], [.., near]) = (scores.exact_f1(), scores.overlapping_f1());
        html! {
            <tr>
                <th scope="row">{ name }</th>
                <td>{ scores.first }</td><td>{ scores.second }</td><td>{ scores.exact }</td>
                <td>{ percent(precision, scores.first) }</td><td>{ percent(recall, scores.second) }</td><td>{ percent(f1, scores.first + scores.second) }</td><td>{ percent(near, scores.first + scores.second) }</td>
            </tr>
        }
    };
    let name = |code: &crate::label::LabelCode| {
        open.labels.get(code).map_or(code.to_string(), |label| label.name.clone())
    };
    html! {
        <div class="scrolls" tabindex="0" role="region" aria-label={words::AGREEMENT_BY_LABEL}>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{ words::LABEL }</th><th scope="col">{ "A" }</th><th scope="col">{ "B" }</th><th scope="col">{ words::SAME }</th>
                        <th scope="col">{ words::PRECISION }</th><th scope="col">{ words::RECALL }</th><th scope="col">{ "F1" }</th><th scope="col">{ words::F1_OVERLAPPING }</th>
                    </tr>
                </thead>
                <tbody>
                    for label in found.labels.iter() {
                        { row(name(&label.label), label.scores) }
                    }
                    { row(words::ALL.to_owned(), found.all) }
                </tbody>
            </table>
        </div>
    }
}

/// The marks that only one of them made; a click leads to those that the article has.
fn view_only(
    title: &'static str,
    desk: &Desk,
    document: &Document,
    open: &Document,
    only: &[AnnotationId],
    close: &Callback<()>,
) -> Html {
    if only.is_empty() {
        return Html::default();
    }
    let entry = |id: &AnnotationId| {
        let Some(annotation) = document.annotation(*id) else { return Html::default() };
        let words = document.describe_mark(annotation);
        if open.annotation(*id).is_none() {
            return html! { <li key={id.0.to_string()}>{ words }</li> };
        }
        let (desk, close, id) = (desk.clone(), close.clone(), *id);
        let onclick = Callback::from(move |_: MouseEvent| {
            close.emit(());
            desk.send(Action::Select(Some(id)));
        });
        html! { <li key={id.0.to_string()}><button type="button" class="quiet" {onclick}>{ words }</button></li> }
    };
    html! {
        <details>
            <summary>{ title }<span class="count">{ format!(" {}", only.len()) }</span></summary>
            <ul role="list" class="facts">{ for only.iter().take(MOST).map(entry) }</ul>
        </details>
    }
}
