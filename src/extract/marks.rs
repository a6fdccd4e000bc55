//! Quote marks.

/// The quote mark that a token is.
pub(super) fn mark(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let mark = chars.next()?;
    let is_mark = matches!(mark, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '\'');
    (is_mark && chars.next().is_none()).then_some(mark)
}
