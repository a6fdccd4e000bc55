//! What the browser does for us, one idea a file: selections, files, downloads, the clock.

mod address;
pub(super) mod caret;
mod clicks;
mod clock;
mod colours;
mod download;
mod files;
mod focus;
mod highlight;
mod html;
mod ids;
mod interned;
mod listen;
mod locks;
mod painted;
mod persistence;
mod selection;

pub(super) use address::{
    Remembered, can_share, fragment, page_address, remember, remembered, set_title, share, show_place,
};
pub(super) use caret::{CARET_ID, Motion};
pub(super) use clicks::{annotations_at, elements_of, is_seen, marks_of, place_beside, scrolled};
pub(super) use clock::now;
pub(super) use colours::show_colours;
pub(super) use download::{copy_text, download};
pub(super) use files::read_files;
pub(super) use focus::{focus, focus_nth, leave_field, print};
pub(super) use highlight::{Paint, paint};
pub(super) use html::read_html;
pub(super) use ids::ids;
pub(super) use interned::intern_attributes;
pub(super) use listen::{emit, emit_with, is_marked, on_document, on_scroll, on_window, told_with};
pub(super) use locks::alone;
pub(super) use painted::{AfterPaint, after_paint};
pub(super) use persistence::{Persistence, ask_to_persist, persistence};
pub(super) use selection::{
    Picked, byte_at_point, clear_selection, end_boxes, picked, place_under, reveal, reveal_selection, select,
    snapped,
};
