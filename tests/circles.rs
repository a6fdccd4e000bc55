//! No files of the library name each other in a circle: each can be read and changed with those below it in mind alone.

#[path = "common/code.rs"]
mod code;
#[path = "common/sources.rs"]
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use code::code;
use sources::sources;

/// The modules of the library by their paths: `extract::time` for `src/extract/time/mod.rs`.
type Modules = BTreeMap<String, String>;

fn module_of(path: &str) -> String {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" { String::new() } else { path.replace('/', "::") }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Writes out a tree of paths as in `use a::{b, c::{d, e as f}}`: `a::b`, `a::c::d`, `a::c::e`.
fn leaves(prefix: &str, tree: &str, out: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((path, group)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        let joined = format!("{prefix}{path}");
        if !path.is_empty() {
            out.push(joined.trim_end_matches("::self").trim_end_matches("::*").to_owned());
        }
        return;
    };
    let prefix = format!("{prefix}{}", path.trim());
    let (mut depth, mut from) = (0, 0);
    let group = group.trim_end().trim_end_matches('}');
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                leaves(&prefix, &group[from..at], out);
                from = at + 1;
            }
            _ => {}
        }
    }
    leaves(&prefix, &group[from..], out);
}

/// The paths that `use` brings in, and the names under which the module gives them on (`pub use`).
fn imports(code: &str) -> Vec<(String, bool)> {
    let mut all = Vec::new();
    for statement in code.split(';') {
        let Some((before, tree)) = statement.rsplit_once("use ") else { continue };
        let line = before.rsplit('\n').next().unwrap_or_default().trim();
        if !(line.is_empty() || line.starts_with("pub")) {
            continue;
        }
        let mut paths = Vec::new();
        leaves("", &tree.split_whitespace().collect::<Vec<_>>().join(" "), &mut paths);
        all.extend(paths.into_iter().map(|path| (path, line.starts_with("pub"))));
    }
    all
}

/// The paths of two names and more that stand in code: `super::day_part::behind`.
fn paths(code: &str) -> Vec<String> {
    let is_path = |c: char| is_name(c) || c == ':';
    code.split(|c: char| !is_path(c)).filter(|path| path.contains("::")).map(str::to_owned).collect()
}

/// The absolute path of what `path` names in `module`.
fn absolute(module: &str, path: &str, modules: &Modules) -> Option<String> {
    let mut here = module.to_owned();
    let mut rest = path;
    if let Some(from_root) = rest.strip_prefix("crate::") {
        return Some(from_root.to_owned());
    }
    if !rest.starts_with("super::") && !rest.starts_with("self::") {
        let first = rest.split("::").next().unwrap_or_default();
        let child = if here.is_empty() { first.to_owned() } else { format!("{here}::{first}") };
        return modules.contains_key(&child).then(|| child + &rest[first.len()..]);
    }
    while let Some(above) = rest.strip_prefix("super::") {
        here = here.rsplit_once("::").map_or(String::new(), |(parent, _)| parent.to_owned());
        rest = above;
    }
    let rest = rest.strip_prefix("self::").unwrap_or(rest);
    Some(if here.is_empty() { rest.to_owned() } else { format!("{here}::{rest}") })
}

/// The module that defines what an absolute path names: where a module only gives a name on, the one behind it.
fn definer(path: &str, modules: &Modules, depth: usize) -> Option<String> {
    let mut module = path;
    while !modules.contains_key(module) {
        module = module.rsplit_once("::").map_or("", |(parent, _)| parent);
        if module.is_empty() {
            return None;
        }
    }
    let name = path[module.len()..].trim_start_matches("::").split("::").next().unwrap_or_default();
    let given = imports(&modules[module]).into_iter().filter(|(_, is_public)| *is_public);
    for (given, _) in given {
        if given.rsplit("::").next() == Some(name)
            && depth > 0
            && let Some(behind) = absolute(module, &given, modules)
        {
            return definer(&behind, modules, depth - 1);
        }
    }
    Some(module.to_owned())
}

/// Which modules each one names. A room's face (`mod.rs`) names what is in the room; that is no way back.
fn edges(modules: &Modules) -> BTreeMap<&str, BTreeSet<String>> {
    let named = |module: &str, code: &str| {
        let all = imports(code).into_iter().filter(|(_, is_public)| !is_public).map(|(path, _)| path);
        let all = all.chain(paths(code).into_iter().filter(|path| !path.ends_with("::")));
        let found = all.filter_map(|path| definer(&absolute(module, &path, modules)?, modules, 4));
        let is_inside = |other: &str| other.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"));
        found.filter(|other| other != module && !is_inside(other)).collect::<BTreeSet<String>>()
    };
    modules.iter().map(|(module, code)| (module.as_str(), named(module, &without_given(code)))).collect()
}

/// Code without the names that it only gives on.
fn without_given(code: &str) -> String {
    let is_given = |statement: &str| {
        let last = statement.trim_start();
        last.starts_with("pub") && last.contains("use ")
    };
    code.split_inclusive(';').filter(|statement| !is_given(statement)).collect()
}

/// The modules that lead back to themselves.
fn circles(edges: &BTreeMap<&str, BTreeSet<String>>) -> Vec<String> {
    let mut rest: BTreeMap<&str, BTreeSet<&str>> =
        edges.iter().map(|(module, named)| (*module, named.iter().map(String::as_str).collect())).collect();
    // What names none of the rest is in no circle.
    loop {
        let done: Vec<&str> = rest
            .iter()
            .filter(|(_, named)| !named.iter().any(|other| rest.contains_key(other)))
            .map(|(module, _)| *module)
            .collect();
        if done.is_empty() {
            break;
        }
        done.iter().for_each(|module| {
            rest.remove(module);
        });
    }
    // Nor is what none of the rest names.
    loop {
        let named: BTreeSet<&str> = rest.values().flatten().copied().collect();
        let n_before = rest.len();
        rest.retain(|module, _| named.contains(module));
        if rest.len() == n_before {
            break;
        }
    }
    let keys: BTreeSet<&str> = rest.keys().copied().collect();
    rest.iter()
        .map(|(module, named)| {
            let named: Vec<&str> = named.iter().filter(|other| keys.contains(*other)).copied().collect();
            format!("{module} -> {}", named.join(", "))
        })
        .collect()
}

#[test]
fn no_files_of_the_library_name_each_other_in_a_circle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut modules = Modules::new();
    for file in &files {
        let path = file.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        if !path.starts_with("bin/") && path != "main.rs" {
            modules.insert(module_of(&path), code(&fs::read_to_string(file).expect("a source file")));
        }
    }
    let edges = edges(&modules);
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 500, "the imports are found");
    let circles = circles(&edges);
    assert!(circles.is_empty(), "files that name each other in a circle:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found() {
    let files = [
        ("a", "use super::b::One; mod inner;"),
        ("b", "use crate::{c::{self, Two as T}, d};"),
        ("c", "pub use inner::Three; fn x() { d::y() }"),
        ("c::inner", "fn z() { crate::a::w() }"),
        ("d", "use super::c::Three;"),
    ];
    let modules: Modules =
        files.iter().map(|(path, code)| ((*path).to_owned(), (*code).to_owned())).collect();
    let found = circles(&edges(&modules));
    assert_eq!(found, ["a -> b", "b -> d", "c::inner -> a", "d -> c::inner"]);
}
