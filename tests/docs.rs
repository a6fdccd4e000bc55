//! What the documents say of the code is true.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Folders whose files nobody keeps.
const MADE: &[&str] = &[".git", "target", "dist", "node_modules", "pkg"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect(name)
}

/// All files and folders of the project, as paths from its root.
fn paths() -> BTreeSet<String> {
    fn walk(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a folder entry").path();
            let below = path.strip_prefix(root()).expect("below the root");
            if MADE.iter().any(|made| below.ends_with(made)) {
                continue;
            }
            found.insert(below.to_string_lossy().replace('\\', "/"));
            if path.is_dir() {
                walk(&path, found);
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(root(), &mut found);
    found
}

/// The paths that stand in backticks or as addresses of links, without what stands for any name in them.
fn named(text: &str) -> Vec<&str> {
    let ticked = text.split('`').skip(1).step_by(2);
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let is_path = |path: &&str| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./*".contains(c);
        let has_ending =
            [".rs", ".md", ".txt", ".toml", ".js", ".ts", ".json", ".css", ".ftl", ".model", ".html"];
        // `compare/OTHER` is an address of the page.
        let is_word = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_uppercase());
        path.chars().all(is_plain)
            && !path.split('/').any(is_word)
            && !path.starts_with(|c: char| "*.".contains(c))
            && (path.contains('/') || has_ending.iter().any(|end| path.ends_with(end)))
    };
    let whole = |path: &&str| !MADE.iter().any(|made| path.split('/').next() == Some(made));
    ticked
        .chain(linked)
        .filter(is_path)
        .filter(whole)
        .map(folder_of_any)
        .filter(|path| !path.is_empty())
        .collect()
}

/// A path up to where it stands for several: `src/facts/NAME.rs` names the folder.
fn folder_of_any(path: &str) -> &str {
    let any = path.find('*').or_else(|| path.find("NAME"));
    any.map_or(path, |any| path.get(..any).unwrap_or_default()).trim_end_matches('/')
}

/// Whether a path leads somewhere; one of ARCHITECTURE.md may leave out the folders before, and the ending of Rust's files.
fn is_there(path: &str, paths: &BTreeSet<String>, is_short: bool) -> bool {
    let [file, ending, short] = [path.to_owned(), format!("/{path}"), format!("/{path}.rs")];
    paths.contains(&file)
        || is_short && paths.iter().any(|known| known.ends_with(&ending) || known.ends_with(&short))
}

#[test]
fn every_path_that_is_named_is_there() {
    let paths = paths();
    for (name, is_short, least) in [
        ("CONTRIBUTING.md", false, 50),
        ("ARCHITECTURE.md", true, 30),
        ("README.md", false, 15),
        ("docs/page.md", false, 1),
    ] {
        let text = document(name);
        let named = named(&text);
        assert!(named.len() >= least, "{name} names {} paths: {named:?}", named.len());
        let missing: Vec<&str> = named.into_iter().filter(|path| !is_there(path, &paths, is_short)).collect();
        assert!(missing.is_empty(), "{name} names what is not there: {missing:?}");
    }
}

#[test]
fn paths_are_told_from_other_words() {
    let text = "`src/a.rs`, `a::b`, `docs/**.txt`, [b](b/c.md), `src/x/NAME.rs`, `and/or else`, `*.json`, `dist/`, `d.rs`, `e/OTHER`, `NAME.txt`";
    assert_eq!(named(text), ["src/a.rs", "docs", "src/x", "d.rs", "b/c.md"]);
    let paths = BTreeSet::from(["src/a/b.rs".to_owned(), "src/a".to_owned()]);
    assert!(
        is_there("a/b", &paths, true) && is_there("b.rs", &paths, true) && is_there("src/a", &paths, false)
    );
    assert!(!is_there("a/b", &paths, false) && !is_there("a/c", &paths, true));
}
