use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::dialog::Dialog;
use crate::annotation::Status;
use crate::ui::desk::Desk;
use crate::words;
use crate::workspace::Arrived;

#[derive(Properties, PartialEq)]
pub(crate) struct ArrivedLinkProps {
    pub(crate) onclose: Callback<()>,
}

/// What a link holds that was followed: nothing of it is kept before the person says so.
#[component]
pub(crate) fn ArrivedLink(props: &ArrivedLinkProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let text = use_node_ref();
    let arrived = use_memo((), |()| desk.workspace().arrived().cloned());
    let refuse = {
        let (desk, close) = (desk.clone(), props.onclose.clone());
        Callback::from(move |()| {
            desk.refuse_arrived();
            close.emit(());
        })
    };
    let accept = {
        let (desk, close, text) = (desk.clone(), props.onclose.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            let text = text.cast::<HtmlTextAreaElement>().map(|text| text.value()).unwrap_or_default();
            desk.accept_arrived(&text);
            close.emit(());
        })
    };
    let Some(arrived) = &*arrived else { return Html::default() };
    html! {
        <Dialog title={words::OPEN_SHARED_ARTICLE} close={words::DO_NOT_OPEN} onclose={refuse}>
            { view(&desk, arrived, &text) }
            <div class="buttons">
                <button type="button" class="primary" onclick={accept} autofocus=true>{ words::OPEN }</button>
            </div>
        </Dialog>
    }
}

fn view(desk: &Desk, arrived: &Arrived, text: &NodeRef) -> Html {
    match arrived {
        Arrived::Article(import) => {
            let Some(document) = import.documents.first() else { return Html::default() };
            let marks = document.annotations().iter().filter(|it| it.status != Status::Rejected).count();
            let words = document.text().split_whitespace().count();
            let here = match desk.workspace().contains(document.id) {
                true => words::SHARED_ARTICLE_KNOWN,
                false => words::SHARED_ARTICLE_HINT,
            };
            html! {
                <>
                    <p><strong>{ document.display_title().into_owned() }</strong></p>
                    <p>{ words::SharedArticleSize { words: &words, marks: &marks }.text() }</p>
                    <p>{ here }</p>
                    <blockquote class="beginning" dir="auto">{ beginning(document.text()) }</blockquote>
                </>
            }
        }
        Arrived::Redacted(redacted) => {
            let open = desk.workspace().open().map(|open| open.text().to_string());
            let is_open = open.as_ref().is_some_and(|text| redacted.is_of(text));
            let hint = match is_open {
                true => words::SHARED_MARKS_FIT,
                false => words::SHARED_MARKS_HINT,
            };
            html! {
                <>
                    <p>{ words::shared_marks_counted(redacted.len()) }{ " " }{ hint }</p>
                    <textarea ref={text.clone()} aria-label={words::YOUR_COPY} rows="8" dir="auto" spellcheck="false" defaultvalue={open.filter(|_| is_open).unwrap_or_default()} />
                </>
            }
        }
    }
}

/// How an article begins, to know it by.
fn beginning(text: &str) -> String {
    /// In code points.
    const LONGEST: usize = 240;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
