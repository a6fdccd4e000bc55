//! What the page's code must not have.

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a folder entry").path();
        if path.is_dir() {
            files(&path, endings, found);
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            found.push(path);
        }
    }
}

/// The page's code, without comments of whole lines.
fn page() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![root.join("index.html")];
    files(&root.join("src"), &[".rs"], &mut found);
    files(&root.join("static"), &[".js", ".mjs", ".css", ".html", ".webmanifest"], &mut found);
    files(&root.join("extension"), &[".js", ".css"], &mut found);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file");
        let is_code = |line: &&str| !["//", "*", "/*"].iter().any(|mark| line.trim_start().starts_with(mark));
        let code = text.lines().filter(is_code).collect::<Vec<_>>().join("\n");
        (path, code)
    };
    found.into_iter().map(read).collect()
}

/// Text never becomes markup or code; the policy of the page refuses it too.
#[test]
fn no_text_becomes_markup_or_code() {
    for (path, code) in page() {
        for word in [
            "innerHTML", "inner_html", "outerHTML", "outer_html", "insertAdjacentHTML",
            "insert_adjacent_html", "document.write", "from_html_unchecked", "DOMParser", "eval(",
            "new Function", "srcdoc", "javascript:",
        ] {
            // What was copied is read by the browser's parser there, into a document of no window, of which only the text is
            // looked at.
            let is_reading = word == "DOMParser" && path.ends_with("static/reading.js");
            // What was taken of a page is written there, of elements and text alone, and read in that way.
            let is_taking = word == "outerHTML" && path.ends_with("extension/take.js");
            assert!(is_reading || is_taking || !code.contains(word), "{}: {word}", path.display());
        }
    }
    let reading = page().into_iter().find(|(path, _)| path.ends_with("static/reading.js"));
    let (_, reading) = reading.expect("the script that reads what was copied");
    for word in ["document.", "append", "adopt", "import", "insert", "replace"] {
        assert!(!reading.contains(word), "what was read must stay outside of the page: {word}");
    }
}

/// No style stands in an attribute, where the policy would refuse it.
#[test]
fn no_inline_styles() {
    for (path, code) in page() {
        // An exported file has its own style, and no policy.
        if ["src/formats/exchange/html.rs", "src/formats/tables/write.rs"].iter().any(|it| path.ends_with(it))
        {
            continue;
        }
        for word in [" style=\"", " style={", "<style"] {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
}

/// Links lead away only in a window of their own, which learns nothing of ours.
#[test]
fn links_tell_nobody_where_they_come_from() {
    for (path, code) in page() {
        for link in code.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
            assert!(link.contains("noopener noreferrer"), "{}: <a {link}>", path.display());
        }
    }
}

/// Nothing is loaded from elsewhere.
#[test]
fn no_addresses_to_load_from() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, code) in page() {
        if path.starts_with(root.join("src")) {
            continue;
        }
        for word in ["http://", "https://", "url(//", "src=\"//", "href=\"//"] {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
}
