//! The npm package `newsmark`: `bindings/npm/dist`, of the compiled library, the name model and the scripts in
//! `bindings/npm/js`.
//!
//! Each way of loading is one script that holds all it needs, as a module and as CommonJS:
//!
//! ```text
//! script = way of loading, [ program and model in base64 ], utf8, binding, source, core, exports
//! ```
//!
//! The one with all inside is a classic script, too, for pages and workers without modules. It stands in a folder of
//! its own, `classic`, where the ending `.js` means CommonJS to Node and a script to every server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::packages::Standard;
use crate::tools::{npm_packages, rustup};
use crate::{budget, cmd, wasm};

/// What every script offers.
const NAMES: &str = "extract, extractAll, init, RowError";

/// What the tests need: bundlers and TypeScript, a few megabytes.
const TOOLS: &[&str] = &["esbuild@0.28.2", "typescript@5.9.3", "webpack@5.113.0"];

/// What all places are tried with, hundreds of packages, beside [`TOOLS`].
const MORE_TOOLS: &[&str] = &["jest@30.5.2", "jest-environment-jsdom@30.5.2", "vite@8.4.0"];

/// The scripts: where each goes, the way of loading it begins with, and what kind of script it is.
const SCRIPTS: [(&str, &str, Kind); 6] = [
    ("inside.mjs", "inside.js", Kind::Module),
    ("classic/newsmark.js", "inside.js", Kind::Classic),
    ("node.mjs", "node.mjs", Kind::Module),
    ("node.cjs", "node.cjs", Kind::Common),
    ("beside.mjs", "beside.mjs", Kind::Module),
    ("beside.cjs", "beside.cjs", Kind::Common),
];

#[derive(Clone, Copy)]
enum Kind {
    Module,
    Common,
    /// CommonJS where there is such a thing, else a global variable.
    Classic,
}

impl Kind {
    /// The whole script of its parts.
    fn script(self, body: &str) -> String {
        match self {
            Kind::Module => format!("{body}\nexport {{ {NAMES} }};\n"),
            Kind::Common => format!("\"use strict\";\n{body}\nmodule.exports = {{ {NAMES} }};\n"),
            Kind::Classic => format!(
                "\"use strict\";\n(() => {{\n{body}\nconst offered = {{ {NAMES} }};\n\
                 if (typeof module === \"object\" && module?.exports) module.exports = offered;\n\
                 else globalThis.newsmark = offered;\n}})();\n"
            ),
        }
    }
}

fn folder() -> PathBuf {
    cmd::root().join("bindings/npm")
}

/// Builds the package and prints what it weighs.
pub(crate) fn build() -> Result<()> {
    rustup::wasm_target()?;
    cmd::run(&mut cmd::cargo(["fetch", "--locked"]))?;
    let dist = folder().join("dist");
    let work = cmd::root().join("target/npm");
    for folder in [&dist, &work] {
        let _ = fs::remove_dir_all(folder);
    }
    for folder in [&dist.join("classic"), &work] {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let compiled = wasm::compile(&["--package", "newsmark-npm", "--lib"], wasm::For::Package)?;
    wasm::bind(&compiled, &work, "newsmark", wasm::For::Package)?;
    let program = work.join("newsmark_bg.wasm");
    wasm::optimise(&program)?;

    let program = bytes(&program)?;
    let model = bytes(&cmd::root().join("static/names.model"))?;
    write(&dist.join("newsmark.wasm"), &program)?;
    write(&dist.join("names.model"), &model)?;
    let js = folder().join("js");
    let parts = [
        text(&js.join("utf8.js"))?,
        text(&work.join("newsmark.js"))?,
        text(&js.join("source.js"))?,
        text(&js.join("core.js"))?,
    ]
    .join("\n");
    let inside = format!(
        "const PROGRAM = \"{}\";\nconst MODEL = \"{}\";\n",
        BASE64.encode(&program),
        BASE64.encode(&model)
    );
    for (name, way, kind) in SCRIPTS {
        let head = text(&js.join("ways").join(way))?;
        let inside = if way == "inside.js" { &*inside } else { "" };
        write(&dist.join(name), kind.script(&[&head, inside, &parts].join("\n")).as_bytes())?;
    }
    write(&dist.join("classic/package.json"), b"{ \"type\": \"commonjs\" }\n")?;
    for types in ["index.d.ts", "index.d.cts"] {
        fs::copy(js.join("index.d.ts"), dist.join(types)).with_context(|| format!("cannot copy {types}"))?;
    }
    for files in [&["inside.mjs"][..], &["beside.mjs", "newsmark.wasm", "names.model"]] {
        let files: Vec<_> = files.iter().map(|&file| file.to_owned()).collect();
        print!("{}", budget::check(&dist, &files, budget::PACKAGE)?);
    }
    Ok(())
}

/// Builds the package and runs its tests; says so where there is no Node.
///
/// With `everywhere` it is tried in all places that the tests know.
pub(crate) fn test(standard: &Standard<'_>, everywhere: bool) -> Result<()> {
    if cmd::which("node").is_none() || cmd::which("npm").is_none() {
        eprintln!("There is no Node with npm on PATH: the npm package is built, and not tested.");
        return build();
    }
    build()?;
    let tools = if everywhere {
        npm_packages::install("npm-tests-everywhere-1", &[TOOLS, MORE_TOOLS].concat())?
    } else {
        npm_packages::install("npm-tests-2", TOOLS)?
    };
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).args(tests()?).current_dir(folder());
    cmd::run(
        node.env("NEWSMARK", &standard.program)
            .env("NEWSMARK_CORPUS", standard.corpus)
            .env("NEWSMARK_NPM_TOOLS", tools),
    )
}

/// The files of tests.
fn tests() -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder().join("tests")).context("cannot read the folder of tests")?;
    let files = files.map(|file| Ok(file?.path())).collect::<Result<Vec<_>>>()?;
    Ok(files.into_iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect())
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
