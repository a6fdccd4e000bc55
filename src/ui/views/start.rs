use gloo::timers::callback::Timeout;
use web_sys::{ClipboardEvent, FocusOptions, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::document::DocumentId;
use crate::edit::Meta;
use crate::intake::{FoundDate, Joined, find_published, html_to_text, join_lines};
use crate::store::{Draft, DraftDetails};
use crate::ui::browser::html_parts;
use crate::ui::components::{Import, JoinedPreview};
use crate::ui::desk::{Desk, parse_date};
use crate::value::day;
use crate::words;

/// How long a person has not typed before the text is looked at, in milliseconds.
const LOOK_AFTER: u32 = 250;
/// Longer texts are not looked at for hard line breaks and dates, in bytes.
const LOOKED_AT: usize = 1_000_000;

/// What was noticed about the text in the box.
#[derive(Clone, PartialEq, Default)]
struct Noticed {
    joined: Option<Joined>,
    published: Option<(FoundDate, String)>,
    twin: Option<(DocumentId, String)>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct StartProps {
    /// What has been entered; the fields take it up when they are made.
    pub(crate) draft: Draft,
}

/// The page for a new article.
#[component]
pub(crate) fn Start(props: &StartProps) -> Html {
    let desk = use_context::<Desk>().expect("the desk is provided by the app");
    let [text, title, source, published, labels] =
        [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()];
    let noticed = use_state_eq(Noticed::default);
    let shows_joined = use_state_eq(|| false);
    let timer = use_mut_ref(|| None::<Timeout>);
    use_effect_with(text.clone(), |text| {
        if let Some(text) = text.cast::<HtmlTextAreaElement>() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // Without focus people click first; nothing is lost.
            let _ = text.focus_with_options(&options);
        }
    });
    let annotate = {
        let (desk, text) = (desk.clone(), text.clone());
        let (title, source, published, labels) =
            (title.clone(), source.clone(), published.clone(), labels.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let pasted = text.cast::<HtmlTextAreaElement>().map(|text| text.value()).unwrap_or_default();
            let meta = Meta {
                title: value(&title).trim().to_owned(),
                source: value(&source).trim().to_owned(),
                published: parse_date(&value(&published)),
                ..Meta::default()
            };
            let set = labels.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            desk.annotate_text_with(&pasted, meta, desk.label_sets().remove(&set));
        })
    };
    // What is in the fields is kept at once.
    let note = {
        let desk = desk.clone();
        let fields = [title.clone(), source.clone(), published.clone()];
        move |text: Option<&str>| {
            let [title, source, published] = fields.each_ref().map(value);
            let before = desk.workspace().draft().text.clone();
            let text = text.map_or(before, Into::into);
            desk.set_draft(Draft { text, details: DraftDetails { title, source, published } });
        }
    };
    // The text is looked at when the person pauses.
    let changed = {
        let (desk, noticed, timer, note) = (desk.clone(), noticed.clone(), timer.clone(), note.clone());
        move |text: String| {
            note(Some(&text));
            let (desk, noticed) = (desk.clone(), noticed.clone());
            timer.replace(Some(Timeout::new(LOOK_AFTER, move || noticed.set(look(&desk, &text)))));
        }
    };
    let onfield = {
        let note = note.clone();
        Callback::from(move |_: InputEvent| note(None))
    };
    let ondate = Callback::from(move |()| note(None));
    let oninput = {
        let changed = changed.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = event.target_dyn_into::<HtmlTextAreaElement>() {
                changed(text.value());
            }
        })
    };
    let onpaste = {
        let changed = changed.clone();
        Callback::from(move |event: Event| paste(&event, &changed))
    };
    let fill = {
        let (text, changed) = (text.clone(), changed.clone());
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
        let (desk, noticed, draft, timer) = (desk.clone(), noticed.clone(), draft.clone(), timer.clone());
        use_effect_with((), move |()| {
            if !draft.text.is_empty() {
                let look = move || noticed.set(look(&desk, &draft.text));
                timer.replace(Some(Timeout::new(LOOK_AFTER, look)));
            }
        });
    }
    let sample = {
        let desk = desk.clone();
        Callback::from(move |_| desk.open_sample())
    };
    let show_joined = {
        let shows_joined = shows_joined.clone();
        Callback::from(move |_: MouseEvent| shows_joined.set(true))
    };
    let joined_done = {
        let (shows_joined, noticed, fill) = (shows_joined.clone(), noticed.clone(), fill.clone());
        Callback::from(move |joins: bool| {
            shows_joined.set(false);
            if let Some(joined) = noticed.joined.as_ref().filter(|_| joins) {
                fill(&joined.text);
            }
        })
    };
    let sets = desk.label_sets();
    html! {
        <form class="start" onsubmit={annotate}>
            <h2>{ words::NEW_ARTICLE }</h2>
            <p class="lead">
                { words::START_HINT }
            </p>
            <textarea
                ref={text} {oninput} {onpaste} defaultvalue={draft.text.to_string()} aria-label={words::ARTICLE_TEXT} rows="14" placeholder={words::PASTE_THE_ARTICLE_HERE}
                spellcheck="false" dir="auto"
            />
            <div class="noticed" aria-live="polite">
                if let Some((id, title)) = &noticed.twin {
                    <p>{ words::this_article_is_in(&title) }{ open_button(&desk, *id) }</p>
                }
                if let Some(joined) = &noticed.joined {
                    <p>{ words::this_text_has_hard(&joined.breaks.len()) }
                        <button type="button" class="quiet" onclick={show_joined}>{ words::JOIN_LINES }</button></p>
                }
                if let Some((found, line)) = &noticed.published {
                    <p>{ words::published_the_text_says(&day(found.date), &line) }{ date_button(found, &published, &ondate) }</p>
                }
            </div>
            if let Some(joined) = noticed.joined.clone().filter(|_| *shows_joined) {
                <JoinedPreview {joined} ondone={joined_done} />
            }
            <div class="fields">
                <label>{ words::TITLE }<input ref={title} type="text" defaultvalue={draft.details.title.clone()} oninput={onfield.clone()} placeholder={words::OPTIONAL} dir="auto" /></label>
                <label>{ words::SOURCE }<input ref={source} type="text" defaultvalue={draft.details.source.clone()} oninput={onfield.clone()} placeholder={words::HTTPS_OPTIONAL} /></label>
                <label>{ words::PUBLISHED }<input ref={published} type="date" defaultvalue={draft.details.published.clone()} oninput={onfield} /></label>
            </div>
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
            <div class="buttons">
                <button type="submit" class="primary">{ words::ANNOTATE }</button>
                <Import name={words::OPEN_A_FILE} class={classes!("quiet")} />
                <button type="button" class="quiet" onclick={sample}>{ words::TRY_THE_SAMPLE }</button>
            </div>
        </form>
    }
}

/// What there is to say about a text before it is annotated.
fn look(desk: &Desk, text: &str) -> Noticed {
    if text.trim().is_empty() || text.len() > LOOKED_AT {
        return Noticed::default();
    }
    let published = find_published(text).map(|found| {
        let line = found.line.slice(text).unwrap_or_default().trim();
        let short: String = line.chars().take(80).collect();
        (found, if short.len() < line.len() { short + "…" } else { short })
    });
    Noticed { joined: join_lines(text), published, twin: desk.twin_of(text) }
}

fn open_button(desk: &Desk, id: DocumentId) -> Html {
    let desk = desk.clone();
    let open = Callback::from(move |_: MouseEvent| {
        // The text is in the library: it need not be kept twice.
        desk.set_draft(Draft::default());
        desk.open(id);
    });
    html! { <button type="button" class="quiet" onclick={open}>{ words::OPEN_IT }</button> }
}

fn date_button(found: &FoundDate, field: &NodeRef, onset: &Callback<()>) -> Html {
    let (date, field, onset) = (found.date.to_string(), field.clone(), onset.clone());
    let use_it = Callback::from(move |_: MouseEvent| {
        if let Some(field) = field.cast::<HtmlInputElement>() {
            field.set_value(&date);
            onset.emit(());
        }
    });
    html! { <button type="button" class="quiet" onclick={use_it}>{ words::USE_THIS_DATE }</button> }
}

/// Pastes what was copied from a web page as text with its paragraphs. What is no HTML the browser pastes
/// itself.
fn paste(event: &Event, changed: &impl Fn(String)) {
    use wasm_bindgen::JsCast;
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
        return;
    };
    let html = data.get_data("text/html").unwrap_or_default();
    let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
    let text = html_to_text(html_parts(&html));
    if text.trim().is_empty() {
        return;
    }
    event.prevent_default();
    let start = field.selection_start().ok().flatten().unwrap_or_default();
    let end = field.selection_end().ok().flatten().unwrap_or(start);
    // Fails only for fields without text, which this one is not.
    let _ = field.set_range_text_with_start_and_end(&text, start, end);
    let caret = start + text.encode_utf16().count() as u32;
    let _ = field.set_selection_range(caret, caret);
    changed(field.value());
}

/// What stands in a field.
fn value(field: &NodeRef) -> String {
    field.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default()
}
