//! What the page says stands in one place, `src/words/en`, where translators find it.

#[path = "common/sources.rs"]
mod sources;

use std::fs;
use std::path::Path;

use sources::sources;

/// What looks like a sentence and is none: classes, keys of lists, names of files.
const NONE: &[&str] = &[
    "hint problem", "block label-", "value {key}", "entity {key}", "newsmark library", "noopener noreferrer",
    ".menu button",
];

/// What stands between quotes on a line, each with the code before it; without comments.
fn literals(line: &str) -> Vec<(&str, &str)> {
    let code = line.split("// ").next().unwrap_or_default();
    let parts: Vec<_> = code.split('"').collect();
    parts.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Whether people read it: what stands as a text or as an attribute that is read out, and two words of letters beside each
/// other anywhere but in classes.
fn is_for_people((before, text): &(&str, &str)) -> bool {
    let is_read = ["{ ", "aria-label=", "title=", "placeholder=", "aria-description="];
    // The text of an element stands behind a tag or another text; a branch of code behind what it depends on.
    let is_branch = before
        .trim_end()
        .strip_suffix('{')
        .is_some_and(|code| code.trim_end().ends_with(|c: char| c.is_alphanumeric() || ")?".contains(c)));
    if is_read.iter().any(|end| before.ends_with(end)) && !is_branch {
        return text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.starts_with("https");
    }
    if before.ends_with("class=") || before.contains("classes!(") {
        return false;
    }
    let is_word =
        |word: &str| word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || ".,:;".contains(c));
    let words: Vec<_> = text.split(' ').collect();
    words.windows(2).any(|pair| pair.iter().all(|word| is_word(word)))
}

#[test]
fn components_hold_no_sentences() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for part in ["ui", "workspace"] {
        sources(&root.join(part), &mut files);
    }
    assert!(files.len() > 50);
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.ends_with("tests.rs")) {
        let source = fs::read_to_string(file).expect("a source file");
        let code = source.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        // Whoever is told by `expect` writes code.
        for (index, line) in code.enumerate().filter(|(_, line)| !line.contains("expect(")) {
            for (_, text) in literals(line).into_iter().filter(is_for_people) {
                if NONE.iter().any(|none| text.contains(none)) {
                    continue;
                }
                found.push(format!("{}:{}: {text}", file.display(), index + 1));
            }
        }
    }
    assert!(found.is_empty(), "not in src/words/en:\n{}", found.join("\n"));
}

/// The messages of a file: their ids and what follows the sign, over all lines.
fn messages(source: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    for line in source.lines() {
        match line.split_once('=') {
            Some((id, text)) if id.starts_with(|c: char| c.is_ascii_lowercase()) => {
                found.push((id.trim(), text.trim().to_owned()));
            }
            _ if line.starts_with(' ') => {
                let (_, text) = found.last_mut().expect("a message that goes on has begun");
                text.push('\n');
                text.push_str(line.trim());
            }
            _ => {}
        }
    }
    found
}

/// Words that a name does not end in, but a sentence that is broken off.
const SMALL: &[&str] = &[
    "a", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "cannot", "could", "did", "do",
    "does", "for", "from", "had", "has", "have", "in", "into", "is", "it", "its", "may", "no", "not", "of",
    "on", "or", "so", "than", "that", "the", "their", "them", "these", "they", "this", "those", "to", "was",
    "were", "what", "when", "where", "which", "who", "whom", "whose", "will", "with",
];

/// What is wrong with a message: with its id, and with how its text begins and ends.
fn faults(id: &str, text: &str) -> Option<&'static str> {
    let parts: Vec<_> = id.split('-').collect();
    if parts.len() > 5 {
        return Some("is a sentence: a name has at most five words");
    }
    if parts.len() > 1 && parts.last().is_some_and(|last| SMALL.contains(last)) {
        return Some("breaks off: a name ends in a noun or a verb");
    }
    // Only a piece of a sentence has a space at its end, and Fluent keeps it only where it is quoted.
    let is_glued = |text: &str| text.starts_with("{\" ") || text.ends_with(" \"}");
    let variants = text.lines().map(|line| line.split_once("] ").map_or(line, |(_, variant)| variant));
    if is_glued(text) || variants.into_iter().any(is_glued) {
        return Some("begins or ends with a space: write the whole sentence");
    }
    if text.starts_with([',', '.', ';']) {
        return Some("goes on with another sentence: write the whole one");
    }
    None
}

#[test]
fn broken_off_ids_and_glued_texts_are_seen() {
    for (id, text) in [
        ("this-article-is-in-the-bin", "In the bin."),
        ("paste-your-copy-of", "Paste your copy of the article."),
        ("the-old-name-stays", "{\" \"}The old name stays."),
        ("characters-counted", "{ $count } characters.{\" \"}"),
        ("characters-counted", "{ $count ->\n[one] One.{\" \"}\n*[other] { $count }.\n}"),
        ("lost-marks", ", { $lost } found no place"),
    ] {
        assert!(faults(id, text).is_some(), "{id} = {text}");
    }
    assert_eq!(faults("hit-place", "{ $place } of { $all }"), None);
    let source = "# About\na-b = One\nc-d =\n    { $n ->\n       *[other] Two = 2\n    }\n\n## Next\n";
    let found = messages(source);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[1], ("c-d", "\n{ $n ->\n*[other] Two = 2\n}".to_owned()));
}

#[test]
fn messages_have_names_and_are_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words/en");
    let mut count = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).expect("the messages") {
        let file = entry.expect("a file").path();
        let source = fs::read_to_string(&file).expect("a file of messages");
        for (id, text) in messages(&source) {
            count += 1;
            if let Some(fault) = faults(id, text.trim()) {
                wrong.push(format!("{}: {id} {fault}", file.display()));
            }
        }
    }
    assert!(count > 500, "{count} messages");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
