//! What a person is, as the words beside the name tell.
//!
//! ```text
//! role        = before name | name "," [ "the" ] after ","
//! before      = { word } title { word }        (Ukrainian Defence Minister)
//! after       = { word } title { word }        (the state's campaign chairman)
//! ```

use crate::extract::is_title;
use crate::text::{Span, one_line};
use crate::value::{MONTHS, WEEKDAYS};

use super::stems::stem;

/// The most words of a role before a name, and behind one.
const BEFORE: usize = 6;
const BEHIND: usize = 10;

/// The role that the text gives to the name at `span`.
pub(super) fn role_of(text: &str, span: Span) -> Option<String> {
    before(text, span).or_else(|| behind(text, span))
}

fn letters(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether a word names a day of the week or a month, which belongs to no role.
fn is_of_calendar(word: &str) -> bool {
    WEEKDAYS.contains(&word) || MONTHS.contains(&word)
}

fn before(text: &str, span: Span) -> Option<String> {
    let line = text.get(..span.start())?;
    let line = line.get(line.rfind('\n').map_or(0, |at| at + 1)..)?;
    let mut rest = line.trim_end();
    let mut role = None;
    for _ in 0..BEFORE {
        let from = rest.rfind(' ').map_or(0, |at| at + 1);
        let word = rest.get(from..)?;
        // A stop or a comma ends what stands before; so does a word that stands anywhere.
        let ends = word.ends_with([',', ';', ':', '.', ')', '”', '"']) && !is_title(letters(word));
        let bare = letters(word);
        if ends || bare.is_empty() || is_of_calendar(bare) || stem(bare).is_none() && !is_title(bare) {
            break;
        }
        if is_title(bare) || bare.starts_with(char::is_uppercase) {
            let words = line.get(from..)?;
            let has_title = words.split_whitespace().any(|word| is_title(letters(word)));
            role = has_title.then(|| one_line(words.trim())).or(role);
        }
        rest = rest.get(..from)?.trim_end();
    }
    role
}

fn behind(text: &str, span: Span) -> Option<String> {
    let rest = text.get(span.end()..)?.strip_prefix(", ")?;
    let end = rest.find([',', ';', '.', '\n', ':', '”', '"'])?;
    let words = rest.get(..end)?;
    let is_short = words.split_whitespace().count() <= BEHIND;
    let has_title = words.split_whitespace().take(6).any(|word| is_title(letters(word)));
    let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("a ")).unwrap_or(words);
    let begins = words.split_whitespace().next().is_some_and(|word| stem(letters(word)).is_some());
    (is_short && has_title && begins).then(|| one_line(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, expected: Option<&str>) {
        let at = text.find(name).unwrap();
        assert_eq!(role_of(text, Span::new(at, at + name.len())).as_deref(), expected);
    }

    #[test]
    fn roles_stand_before_a_name_or_behind_it() {
        check(
            "He met Ukrainian Defence Minister Rustem Umerov.",
            "Rustem Umerov",
            Some("Ukrainian Defence Minister"),
        );
        check("On Monday coach Ama Boateng said so.", "Ama Boateng", Some("coach"));
        check("Ama Boateng, the city’s chairman, said so.", "Ama Boateng", Some("city’s chairman"));
        check("Ama Boateng, who is tired, said so.", "Ama Boateng", None);
        check("It rained. Ama Boateng said so.", "Ama Boateng", None);
    }
}
