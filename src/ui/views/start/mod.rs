//! The page for a new article.

mod fields;
mod paste;
mod taste;

use gloo::timers::callback::Timeout;
use web_sys::{FocusOptions, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::document::DocumentId;
use crate::edit::Meta;
use crate::intake::{Details, Joined, PageData, join_lines};
use crate::store::Draft;
use crate::text::reveal;
use crate::ui::SAMPLE;
use crate::ui::browser::{AfterPaint, after_paint};
use crate::ui::components::JoinedPreview;
use crate::ui::desk::{Desk, parse_date};
use crate::ui::piece::{Of, piece};
use crate::words;
use crate::workspace::Place;
use fields::Fields;

/// How long a person has not typed before the text is looked at, in milliseconds.
const LOOK_AFTER: u32 = 250;
/// Longer texts are not looked at for hard line breaks, in bytes.
const LOOKED_AT: usize = 1_000_000;
/// What is longer takes so long that the page says first what it does, in bytes.
const LONG_PASTE: usize = 400_000;

/// What was noticed about the text in the box.
#[derive(Clone, PartialEq, Default)]
struct Noticed {
    joined: Option<Joined>,
    twin: Option<(DocumentId, String)>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct StartProps {
    /// What has been entered; the fields take it up when they are made.
    pub(crate) draft: Draft,
    /// The titles of the reports that the new one is compared with.
    pub(crate) beside: Vec<String>,
}

/// The page for a new article: a box and a button; the rest comes with the text.
#[component]
pub(crate) fn Start(props: &StartProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let (text, labels) = (use_node_ref(), use_node_ref());
    let fields = use_memo((), |()| Fields::default());
    let page = use_mut_ref(|| None::<PageData>);
    let noticed = use_state_eq(Noticed::default);
    let shows_joined = use_state_eq(|| false);
    // How many megabytes are being taken in.
    let coming = use_state_eq(|| 0);
    let timer = use_mut_ref(|| None::<Timeout>);
    let painted = use_mut_ref(|| None::<AfterPaint>);
    use_effect_with(text.clone(), |text| {
        if let Some(text) = text.cast::<HtmlTextAreaElement>() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Without focus people click first; nothing is lost.
            let _ = text.focus_with_options(&options);
        }
    });
    // What is in the fields is kept at once.
    let note = {
        let (desk, fields) = (desk.clone(), fields.clone());
        move |text: Option<&str>| {
            let before = desk.workspace().draft().text.clone();
            let text = text.map_or(before, Into::into);
            desk.set_draft(Draft { text, details: fields.entered() });
        }
    };
    // What page and text say of the article stands in the fields, where the person has written nothing else.
    let propose = {
        let (fields, page) = (fields.clone(), page.clone());
        move |text: &str| {
            if text.trim().is_empty() {
                page.replace(None);
                return fields.propose(&Details::default());
            }
            fields.propose(&Details::proposed(text, page.borrow().as_ref()));
        }
    };
    let look = {
        let (desk, noticed, note, propose) = (desk.clone(), noticed.clone(), note.clone(), propose.clone());
        move |text: &str| {
            propose(text);
            note(None);
            noticed.set(look_at(&desk, text));
        }
    };
    // The text is looked at when the person pauses.
    let changed = {
        let (timer, note, look) = (timer.clone(), note.clone(), look.clone());
        move |text: String| {
            note(Some(&text));
            let look = look.clone();
            timer.replace(Some(Timeout::new(LOOK_AFTER, move || look(&text))));
        }
    };
    let annotate = {
        let (desk, text, labels, fields) = (desk.clone(), text.clone(), labels.clone(), fields.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let pasted = text.cast::<HtmlTextAreaElement>().map(|text| text.value()).unwrap_or_default();
            // Who presses at once gets the same as who waits.
            propose(&pasted);
            let entered = fields.entered();
            let meta = Meta {
                title: entered.title.trim().to_owned(),
                source: entered.source.trim().to_owned(),
                outlet: entered.outlet.trim().to_owned(),
                published: parse_date(&entered.published),
            };
            let set = labels.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            desk.annotate_text_with(&pasted, meta, desk.label_sets().remove(&set));
        })
    };
    let onfield = Callback::from(move |_: InputEvent| note(None));
    let oninput = {
        let changed = changed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = event.target_dyn_into::<HtmlTextAreaElement>() {
                changed(text.value());
            }
        })
    };
    let onpaste = {
        let (changed, coming, page) = (changed.clone(), coming.clone(), page.clone());
        Callback::from(move |event: Event| {
            let Some(pasted) = paste::Pasted::of(&event) else { return };
            let (changed, says, coming, page) =
                (changed.clone(), coming.clone(), coming.clone(), page.clone());
            let size = pasted.len();
            let take = move || {
                let (text, data) = pasted.put();
                // Of a text that was put together from several pages none tells.
                page.replace(data);
                coming.set(0);
                changed(text);
            };
            match size < LONG_PASTE {
                true => take(),
                false => {
                    says.set(size.div_ceil(1_000_000));
                    painted.replace(Some(after_paint(take)));
                }
            }
        })
    };
    let fill = {
        let text = text.clone();
        move |new: &str| {
            if let Some(text) = text.cast::<HtmlTextAreaElement>() {
                text.set_value(new);
                changed(new.to_owned());
            }
        }
    };
    let draft = use_memo((), |()| props.draft.clone());
    {
        // What was kept is looked at like what is pasted.
        let (draft, timer, fields) = (draft.clone(), timer.clone(), fields.clone());
        use_effect_with((), move |()| {
            fields.restore(&draft.details);
            if !draft.text.is_empty() {
                timer.replace(Some(Timeout::new(LOOK_AFTER, move || look(&draft.text))));
            }
        });
    }
    let sample = {
        let desk = desk.clone();
        Callback::from(move |_| {
            let mut parts = SAMPLE.splitn(3, '\n');
            let mut part = || parts.next().unwrap_or_default();
            let meta = Meta { title: part().to_owned(), published: parse_date(part()), ..Meta::default() };
            desk.annotate_text(part().trim_start(), meta);
        })
    };
    let joined_done = {
        let (shows_joined, noticed) = (shows_joined.clone(), noticed.clone());
        Callback::from(move |joins: bool| {
            shows_joined.set(false);
            if let Some(joined) = noticed.joined.as_ref().filter(|_| joins) {
                fill(&joined.text);
            }
        })
    };
    let show_joined = {
        let shows_joined = shows_joined.clone();
        Callback::from(move |_: MouseEvent| shows_joined.set(true))
    };
    let sets = desk.label_sets();
    let has_text = !props.draft.text.trim().is_empty();
    html! {
        <form class="start" onsubmit={annotate}>
            <h2>{ words::PASTE_NEWS_ARTICLE }</h2>
            <p class="lead">{ words::START_LEAD }</p>
            if !props.beside.is_empty() {
                { view_beside(&desk, &props.beside) }
            }
            <textarea
                ref={text} {oninput} {onpaste} defaultvalue={draft.text.to_string()} aria-label={words::ARTICLE_TEXT} placeholder={words::START_PLACEHOLDER}
                spellcheck="false" dir="auto"
            />
            <div class="go">
                <button type="submit" class="primary">{ words::ANNOTATE }</button>
                if !has_text {
                    <button type="button" class="quiet" onclick={sample}>{ words::TRY_SAMPLE }</button>
                }
                <span class="private">{ words::START_PRIVATE }</span>
            </div>
            <div class="noticed" aria-live="polite">
                if *coming > 0 {
                    <p>{ words::taking_in_text(&*coming) }</p>
                }
                if let Some((id, title)) = &noticed.twin {
                    <p>{ words::article_in_library_already(&title) }{ open_button(&desk, *id) }</p>
                }
                if let Some(joined) = &noticed.joined {
                    <p>{ words::hard_line_breaks_found(&joined.breaks.len()) }
                        <button type="button" class="quiet" onclick={show_joined}>{ words::JOIN_LINES }</button></p>
                }
            </div>
            if let Some(joined) = noticed.joined.clone().filter(|_| *shows_joined) {
                { piece::<JoinedPreview>(None, yew::props!(Of<JoinedPreview> { joined, ondone: joined_done })) }
            }
            <div hidden={!has_text}>
                { fields.view(&onfield) }
                if !sets.is_empty() {
                    <label class="set">{ words::LABELS }
                        <select ref={labels}>
                            <option value="" selected=true>{ words::NEWSMARKS_OWN }</option>
                            for name in sets.keys() {
                                <option value={name.clone()}>{ name }</option>
                            }
                        </select>
                    </label>
                }
            </div>
            if !has_text {
                { taste::view() }
            }
        </form>
    }
}

/// Which reports the new one will stand beside, and the way to enter it for itself.
fn view_beside(desk: &Desk, titles: &[String]) -> Html {
    let desk = desk.clone();
    let alone = move |_: MouseEvent| desk.go(Place::New);
    let title = titles.first().map(|title| reveal(title).into_owned()).unwrap_or_default();
    html! {
        <p class="beside">
            { words::NewReportBeside { count: titles.len(), title: &title }.text() }
            <button type="button" class="quiet" onclick={alone}>{ words::DONT_COMPARE }</button>
        </p>
    }
}

/// What there is to say about a text before it is annotated.
fn look_at(desk: &Desk, text: &str) -> Noticed {
    if text.trim().is_empty() || text.len() > LOOKED_AT {
        return Noticed::default();
    }
    Noticed { joined: join_lines(text), twin: desk.twin_of(text) }
}

fn open_button(desk: &Desk, id: DocumentId) -> Html {
    let desk = desk.clone();
    let open = Callback::from(move |_: MouseEvent| {
        // The text is in the library: it need not be kept twice.
        desk.set_draft(Draft::default());
        desk.show_known(id);
    });
    html! { <button type="button" class="quiet" onclick={open}>{ words::OPEN_KNOWN_ARTICLE }</button> }
}
