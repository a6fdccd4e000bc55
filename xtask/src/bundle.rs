//! The page put together without Trunk, from the same `index.html` and the same program, into the same files:
//! Trunk takes ten minutes to compile, and a newcomer wants to see the page. `tests` below and `cargo xtask
//! test` compare both ways.
//!
//! ```text
//! page    = { line }
//! line    = text | element of one line with the attribute data-trunk
//! element = icon | css | copy-file (left out) | script | rust (left out)
//! ```
//!
//! Files are named by their bytes as Trunk does it (SeaHash), the program by the bytes that cargo compiled.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{cmd, wasm};

/// The program, as `index.html` names it.
pub(crate) const PROGRAM: &str = "newsmark-web";

/// The public address of all files, as in `Trunk.toml`.
const BASE: &str = "./";

/// Puts the page into `folder`, which is empty.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let root = cmd::root();
    let program = wasm::compile(&["--bin", PROGRAM], wasm::For::Page)?;
    let name = format!("{PROGRAM}-{}", hash(&read(&program)?));
    wasm::bind(&program, folder, PROGRAM, wasm::For::Page)?;
    for end in [".js", "_bg.wasm"] {
        let (from, to) = (folder.join(format!("{PROGRAM}{end}")), folder.join(format!("{name}{end}")));
        fs::rename(&from, &to).with_context(|| format!("cannot rename {}", from.display()))?;
    }
    wasm::optimise(&folder.join(format!("{name}_bg.wasm")))?;
    let template = fs::read_to_string(root.join("index.html")).context("cannot read index.html")?;
    let page = page(&template, &preload(&name)?, |path, is_hashed| {
        let bytes = read(&root.join(path))?;
        let name = file_name(path, is_hashed.then_some(&*bytes))?;
        fs::write(folder.join(&name), bytes).with_context(|| format!("cannot write {name}"))?;
        Ok(name)
    })?;
    fs::write(folder.join("index.html"), page).context("cannot write index.html")
}

/// What stands at the end of the head: `pattern_preload` of `Trunk.toml`.
fn preload(name: &str) -> Result<String> {
    let config = fs::read_to_string(cmd::root().join("Trunk.toml")).context("cannot read Trunk.toml")?;
    let pattern =
        config.split_once("pattern_preload = \"\"\"\n").and_then(|(_, rest)| rest.split_once("\"\"\""));
    let (pattern, _) = pattern.context("Trunk.toml has no pattern_preload")?;
    let replaced = pattern.replace("{base}", BASE).replace("{js}", &format!("{name}.js"));
    Ok(replaced.replace("{wasm}", &format!("{name}_bg.wasm")))
}

/// The page of `index.html`; `put` puts a file beside it, under a name made of its bytes or its own, and gives
/// that name.
fn page(template: &str, preload: &str, mut put: impl FnMut(&str, bool) -> Result<String>) -> Result<String> {
    let mut page = String::new();
    for line in template.split_inclusive('\n') {
        let Some((before, element)) = line.split_once('<').filter(|_| line.contains("data-trunk")) else {
            page.push_str(&line.replace("</head>", &format!("{preload}</head>")));
            continue;
        };
        let element = element.trim_end();
        let behind = &line[before.len() + 1 + element.len()..];
        let becomes = match (element.split(' ').next(), attribute(element, "rel")) {
            (Some("script"), _) => {
                let kind =
                    attribute(element, "type").map(|kind| format!(" type=\"{kind}\"")).unwrap_or_default();
                format!("<script src=\"{BASE}{}\"{kind}></script>", put(source(element, "src")?, true)?)
            }
            (_, Some("icon")) => {
                format!("<link rel=\"icon\" href=\"{BASE}{}\"/>", put(source(element, "href")?, true)?)
            }
            (_, Some("css")) => {
                format!("<link rel=\"stylesheet\" href=\"{BASE}{}\"/>", put(source(element, "href")?, true)?)
            }
            (_, Some("copy-file")) => {
                put(source(element, "href")?, false)?;
                String::new()
            }
            (_, Some("rust")) => String::new(),
            _ => bail!("index.html has a line for Trunk that is not known here: {}", line.trim()),
        };
        page.extend([before, &becomes, behind]);
    }
    Ok(page)
}

fn source<'e>(element: &'e str, name: &str) -> Result<&'e str> {
    attribute(element, name).with_context(|| format!("index.html: <{element} has no {name}"))
}

/// The value of an attribute of an element.
fn attribute<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// What a file is called in the folder: its own name, or with the hash of its bytes in it.
fn file_name(path: &str, hashed: Option<&[u8]>) -> Result<String> {
    let path = Path::new(path);
    let part = |part: Option<&std::ffi::OsStr>| part.and_then(|part| part.to_str()).map(str::to_owned);
    let named = match hashed {
        None => part(path.file_name()),
        Some(bytes) => part(path.file_stem())
            .zip(part(path.extension()))
            .map(|(stem, extension)| format!("{stem}-{}.{extension}", hash(bytes))),
    };
    named.with_context(|| format!("{} has no name", path.display()))
}

fn hash(bytes: &[u8]) -> String {
    format!("{:x}", seahash::hash(bytes))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_page_has_its_place() {
        let template = fs::read_to_string(cmd::root().join("index.html")).unwrap();
        let mut files = Vec::new();
        let page = page(&template, &preload("program-1f").unwrap(), |path, is_hashed| {
            files.push(path.to_owned());
            file_name(path, is_hashed.then_some(b"bytes"))
        });
        let page = page.unwrap();
        assert!(files.contains(&"static/names.model".to_owned()), "{files:?}");
        let hash = hash(b"bytes");
        for part in [
            &format!("<script src=\"./loading-{hash}.js\"></script>"),
            &format!("<script src=\"./start-{hash}.js\" type=\"module\"></script>"),
            &format!("<link rel=\"stylesheet\" href=\"./style-{hash}.css\"/>"),
            "href=\"./program-1f_bg.wasm\"",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!page.contains("data-trunk"));
    }

    #[test]
    fn a_line_that_is_not_known_is_named() {
        let error =
            page("<link data-trunk rel=\"sass\" href=\"a.sass\">", "", |_, _| Ok(String::new())).unwrap_err();
        assert!(error.to_string().contains("a.sass"), "{error}");
    }

    #[test]
    fn what_is_assumed_of_trunk_toml_stands_there() {
        let config = fs::read_to_string(cmd::root().join("Trunk.toml")).unwrap();
        for line in ["public_url = \"./\"", "cargo_profile = \"web\"", "minify = \"never\"", "no_sri = true"]
        {
            assert!(config.lines().any(|other| other == line), "{line}");
        }
    }
}
