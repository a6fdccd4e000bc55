//! What is pasted into the box.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlTextAreaElement};
use yew::TargetCast;

use super::LONG_PASTE;
use crate::intake::{PageData, clipboard_html, html_to_text};
use crate::ui::browser::read_html;

/// What has been pasted and is not in the box yet.
pub(super) struct Pasted {
    field: HtmlTextAreaElement,
    /// HTML, where the clipboard has it, else text.
    content: String,
    is_html: bool,
}

impl Pasted {
    /// What the event brings; `None` where the browser had better paste it itself.
    pub(super) fn of(event: &Event) -> Option<Pasted> {
        let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
        let field = event.target_dyn_into::<HtmlTextAreaElement>()?;
        let html = data.get_data("text/html").unwrap_or_default();
        let is_html = has_text(&html);
        let content = if is_html { html } else { data.get_data("text/plain").unwrap_or_default() };
        if !is_html && content.len() < LONG_PASTE {
            return None;
        }
        event.prevent_default();
        Some(Pasted { field, content, is_html })
    }

    pub(super) fn len(&self) -> usize {
        self.content.len()
    }

    /// Puts it into the box, what was copied from a web page as text with its paragraphs, and gives what the box holds now. The
    /// page's own data come along where it is the page alone that the box holds.
    pub(super) fn put(self) -> (String, Option<PageData>) {
        let (text, page) = match self.is_html {
            false => (self.content, None),
            true => {
                let (html, address) = clipboard_html(&self.content);
                let (parts, page) = read_html(html);
                (html_to_text(parts), Some(PageData { address: address.to_owned(), ..page }))
            }
        };
        let field = self.field;
        let start = field.selection_start().ok().flatten().unwrap_or_default();
        let end = field.selection_end().ok().flatten().unwrap_or(start);
        // Fails only for fields without text, which this one is not.
        let _ = field.set_range_text_with_start_and_end(&text, start, end);
        let caret = start + text.encode_utf16().count() as u32;
        let _ = field.set_selection_range(caret, caret);
        let all = field.value();
        let page = page.filter(|_| all.trim() == text.trim());
        (all, page)
    }
}

/// Whether HTML has any text: some programs put an empty frame beside the plain text.
fn has_text(html: &str) -> bool {
    !html.is_empty() && !html_to_text(read_html(clipboard_html(html).0).0).trim().is_empty()
}
