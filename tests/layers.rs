//! Which part of the library may know of which: dependencies point one way.

#[path = "common/code.rs"]
mod code;
#[path = "common/sources.rs"]
mod sources;

use std::fs;
use std::path::Path;

use code::code;
use sources::sources;

/// The layers from the bottom up; modules of one layer may name each other.
const LAYERS: &[&[&str]] = &[
    &["text", "words"],
    &["value", "label"],
    &["extract"],
    &["intake"],
    &["annotation", "document"],
    &["edit", "runs", "search", "agreement", "facts"],
    &["formats", "store"],
    &["workspace"],
    &["session"],
    &["ui", "cli"],
];

/// What only the outermost parts may name: the browser, files, the clock and the console.
const OUTSIDE: &[&str] = &[
    "yew", "web_sys", "js_sys", "gloo", "wasm_bindgen", "clap", "std::fs", "std::io", "std::env",
    "std::process", "std::thread", "std::net", "Timestamp::now", "SystemTime", "Instant", "new_v4",
];

/// Where they may be named: paths below `src`.
/// Zip archives are read and written in memory, by the traits of `std::io`.
const OUTER: &[&str] = &[
    "ui",
    "ui.rs",
    "cli",
    "cli.rs",
    "store/local",
    "store/local.rs",
    "bin",
    "main.rs",
    "formats/exchange/archive.rs",
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The top-level modules that code names by `crate::…`, also in `crate::{a::…, b}`.
fn modules_named(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(name(rest));
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (at, c) in group.char_indices() {
            match c {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && !c.is_whitespace() => {
                    names.push(name(&group[at..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    names
}

fn names_word(code: &str, word: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        !code[..at].ends_with(is_word) && !code[at + word.len()..].starts_with(|c: char| c.is_alphanumeric())
    })
}

#[test]
fn lower_layers_do_not_know_of_higher_ones() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut wrong = Vec::new();
    for file in &files {
        let path = file.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        let code = code(&fs::read_to_string(file).expect("a source file"));
        let top = path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if !["lib", "main", "bin"].contains(&top) {
            let Some(own) = layer(top) else {
                wrong.push(format!("{path}: its layer is not listed in tests/layers.rs"));
                continue;
            };
            for module in modules_named(&code) {
                if layer(&module).is_some_and(|other| other > own) {
                    wrong.push(format!("{path} names {module}, of a higher layer"));
                }
            }
        }
        let is_outer = OUTER.iter().any(|outer| path == *outer || path.starts_with(&format!("{outer}/")));
        for word in OUTSIDE.iter().filter(|word| !is_outer && names_word(&code, word)) {
            wrong.push(format!("{path} names {word}"));
        }
    }
    assert!(files.len() > 10, "the sources are found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The parts of the page that several components share; what they hold would be state of the page.
const SHARED: &[&str] =
    &["app.rs", "commands.rs", "dialogs.rs", "effects.rs", "keys.rs", "picking.rs", "scrolling.rs", "desk"];

#[test]
fn all_state_of_the_page_is_the_workspaces() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut looked_at = 0;
    for file in files {
        let path = file.strip_prefix(&root).expect("below src/ui").to_string_lossy().replace('\\', "/");
        if !SHARED.iter().any(|shared| path == *shared || path.starts_with(&format!("{shared}/"))) {
            continue;
        }
        looked_at += 1;
        let code = code(&fs::read_to_string(&file).expect("a source file"));
        for word in ["use_state", "use_state_eq", "UseStateHandle", "thread_local"] {
            assert!(!names_word(&code, word), "{path} holds state of its own: {word}");
        }
        // Work under way, and what follows from the workspace: see the types there.
        let cells = code.matches("RefCell<").count();
        assert!(cells == 0 || path == "desk/mod.rs" && cells <= 3, "{path} holds {cells} cells");
    }
    assert!(looked_at > 12, "the sources are found");
}

/// What differs in its last bit from one system to the next; extraction takes `libm`'s instead, so that every
/// build finds the same.
const INEXACT: &[&str] = &["exp", "exp2", "ln", "log2", "log10", "powf", "sin", "cos", "tanh"];

#[test]
fn extraction_counts_alike_in_every_build() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/extract");
    let mut files = Vec::new();
    sources(&root, &mut files);
    for file in files {
        let code = code(&fs::read_to_string(&file).expect("a source file"));
        for name in INEXACT {
            let is_called = [format!(".{name}()"), format!("f32::{name}"), format!("f64::{name}")];
            assert!(!is_called.iter().any(|call| code.contains(call)), "{} calls {name}", file.display());
        }
    }
}

#[test]
fn imports_are_understood() {
    assert_eq!(modules_named("use crate::ui::App; x(crate::text::Span)"), ["ui", "text"]);
    assert_eq!(modules_named("use crate::{\n    edit::{History, undo},\n    store,\n};"), ["edit", "store"]);
    assert_eq!(code("a // crate::ui\n#[cfg(test)]\nb"), "a ");
    assert!(
        names_word("use gloo::x", "gloo")
            && names_word("gloo_file::x", "gloo")
            && !names_word("igloo", "gloo")
    );
}
