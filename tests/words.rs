//! What the page says stands in one place, `src/words/en`, where translators find it.

#[path = "common/sources.rs"]
mod sources;

use std::fs;
use std::path::Path;

use sources::sources;

/// What looks like a sentence and is none: classes, keys of lists, names of files.
const NONE: &[&str] = &[
    "hint problem", "block label-", "value {key}", "entity {key}", "newsmark library", "noopener noreferrer",
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
    if is_read.iter().any(|end| before.ends_with(end)) && !before.contains("match ") {
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
