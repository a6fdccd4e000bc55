/// The beginning of a text, no longer than so many bytes and cut between characters.
///
/// ```
/// assert_eq!(newsmark::text::beginning("Café", 4), "Caf");
/// assert_eq!(newsmark::text::beginning("Café", 9), "Café");
/// ```
pub fn beginning(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}
