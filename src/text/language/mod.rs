//! The language of a text, by plain evidence: the script of its letters and its small words.
//!
//! A script that one large language has tells it at once; the letters that a language alone has tell those that share
//! Cyrillic or Arabic ones; Latin ones are told by the words that no text of a language goes without. A table of
//! character trigrams tells as many languages apart, and is seven times as large as all that may be added to the page.

use super::beginning;

mod letters;
mod small_words;

use letters::{Script, of_arabic, of_cyrillic, script};
use small_words::latin;

/// How much of a text is looked at, in bytes.
const LOOKED_AT: usize = 16_000;
/// So many letters a text has at least.
const LEAST_LETTERS: usize = 24;

/// The language of a text as a BCP 47 tag; `None` where the text does not tell, as one of a few words does not.
///
/// ```
/// use newsmark::text::language;
/// assert_eq!(language("The council will vote in June on a plan that the mayor has called too late."), Some("en"));
/// assert_eq!(language("Die Regierung will das Rentenalter anheben, sagte der Minister nach dem Treffen."), Some("de"));
/// assert_eq!(language("市议会将于六月就用四道钢闸门关闭港口的计划进行表决，市长办公室周五表示。"), Some("zh"));
/// assert_eq!(language("$2,300"), None);
/// ```
pub fn language(text: &str) -> Option<&'static str> {
    let text = beginning(text, LOOKED_AT);
    let mut counts = [0; Script::COUNT];
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        // A sign of Chinese is a syllable, where others have a letter.
        let script = script(letter);
        counts[script as usize] +=
            if matches!(script, Script::Han | Script::Kana | Script::Hangul) { 2 } else { 1 };
    }
    let all: usize = counts.iter().sum();
    let of = |script: Script| counts[script as usize];
    if all < LEAST_LETTERS {
        return None;
    }
    let is_most = |count: usize| count * 2 > all;
    if is_most(of(Script::Han) + of(Script::Kana)) {
        return Some(if of(Script::Kana) * 12 > all { "ja" } else { "zh" });
    }
    let main = Script::ALL.into_iter().find(|script| is_most(of(*script)))?;
    match main {
        Script::Latin => latin(text),
        Script::Cyrillic => Some(of_cyrillic(text)),
        Script::Arabic => Some(of_arabic(text)),
        other => other.language(),
    }
}

/// Whether a language is written from right to left, by its tag.
pub fn is_right_to_left(language: &str) -> bool {
    ["ar", "fa", "ur", "he", "yi", "ps", "sd", "ckb", "dv"]
        .contains(&language.split('-').next().unwrap_or_default())
}

/// The direction of a text, as the attribute `dir` names it: that of its first letter that has one.
///
/// ```
/// use newsmark::text::direction;
/// assert_eq!((direction("2. مدينة"), direction("Storm"), direction("…")), ("rtl", "ltr", "auto"));
/// ```
pub fn direction(text: &str) -> &'static str {
    let is_rtl = |c: char| matches!(script(c), Script::Arabic | Script::Hebrew);
    match text.chars().find(|c| c.is_alphabetic()) {
        None => "auto",
        Some(c) if is_rtl(c) => "rtl",
        Some(_) => "ltr",
    }
}
