use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

use crate::label::LabelSet;

/// Gives each label its colour: a rule `.label-N { --label: #… }` for the label at place N.
///
/// Set through the style sheet's own interface, so that the page needs no inline styles, and only
/// for colours that are plain hex: what a file says is data, never CSS.
pub(crate) fn show_colours(labels: &LabelSet) {
    let Some(sheet) = own_sheet() else { return };
    for (place, label) in labels.iter().enumerate() {
        if is_hex_colour(&label.color) {
            let rule = format!(".label-{place} {{ --label: {} }}", label.color);
            // Behind the rules that are there: the last one given counts.
            let len = sheet.css_rules().map_or(0, |rules| rules.length());
            if sheet.insert_rule_with_index(&rule, len).is_err() {
                return;
            }
        }
    }
}

fn own_sheet() -> Option<CssStyleSheet> {
    let sheets = web_sys::window()?.document()?.style_sheets();
    (0..sheets.length()).find_map(|index| sheets.item(index)?.dyn_into::<CssStyleSheet>().ok())
}

fn is_hex_colour(colour: &str) -> bool {
    colour
        .strip_prefix('#')
        .is_some_and(|digits| matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}
