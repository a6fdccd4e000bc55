//! Colours of labels that can be read, on light and on dark paper.

/// What the page mixes into a colour, and on which paper it stands, in light and in dark: the shares of
/// black and white are those of `--shade` in the style sheet.
const THEMES: [(f64, f64, [f64; 3]); 2] =
    [(0.0, 0.12, [253.0, 252.0, 249.0]), (255.0, 0.48, [23.0, 24.0, 27.0])];

/// The least contrast of text, WCAG 2.2, success criterion 1.4.3.
const CONTRAST: f64 = 4.5;

/// A colour `#rrggbb` that can be read on light and on dark paper: this one, or the nearest that is
/// darker or lighter. `None` where `color` is no such colour.
///
/// ```
/// use newsmark::label::readable;
///
/// assert_eq!(readable("#2b6cb0").as_deref(), Some("#2b6cb0"));
/// assert_ne!(readable("#ffff00").as_deref(), Some("#ffff00"));
/// assert_eq!(readable("yellow"), None);
/// ```
pub fn readable(color: &str) -> Option<String> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(f64::from);
    let rgb = [part(0)?, part(2)?, part(4)?];
    if is_readable(rgb) {
        return Some(color.to_owned());
    }
    // Towards black and towards white in small steps, whichever is nearer.
    let steps = (1..=100).flat_map(|step| [(step, 0.0), (step, 255.0)]);
    let mut mixed =
        steps.map(|(step, towards)| rgb.map(|part| part + (towards - part) * f64::from(step) / 100.0));
    let found = mixed.find(|rgb| is_readable(rgb.map(f64::round)))?.map(|part| part.round() as u8);
    Some(format!("#{:02x}{:02x}{:02x}", found[0], found[1], found[2]))
}

fn is_readable(rgb: [f64; 3]) -> bool {
    THEMES.iter().all(|(shade, share, paper)| {
        let tone = rgb.map(|part| part + (shade - part) * share);
        let (one, other) = (luminance(tone), luminance(*paper));
        (one.max(other) + 0.05) / (one.min(other) + 0.05) >= CONTRAST
    })
}

/// Relative luminance, WCAG 2.2.
fn luminance(rgb: [f64; 3]) -> f64 {
    let linear = rgb.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::LabelSet;

    #[test]
    fn our_own_colours_can_be_read() {
        for label in LabelSet::default().iter() {
            assert_eq!(readable(&label.color).as_ref(), Some(&label.color), "{}", label.name);
        }
    }

    #[test]
    fn any_colour_becomes_one_that_can() {
        for color in ["#ffff00", "#000000", "#ffffff", "#00ff00", "#0000ff", "#010203"] {
            let better = readable(color).expect("a colour");
            assert_eq!(readable(&better).as_ref(), Some(&better), "{color}");
        }
    }
}
