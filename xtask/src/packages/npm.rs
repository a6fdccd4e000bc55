//! The npm package `newsmark`: `bindings/npm/dist`, of the compiled library, the name model and the scripts in
//! `bindings/npm/js`.
//!
//! Each way of loading is one script that holds all it needs, as a module and as CommonJS:
//!
//! ```text
//! script = prelude, [ program and model in base64 ], binding, core, way of loading, exports
//! ```

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

/// The ways of loading.
const WAYS: [&str; 3] = ["node", "inside", "beside"];

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
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let compiled = wasm::compile(&["--package", "newsmark-npm", "--lib"], wasm::For::Package)?;
    wasm::bind(&compiled, &work, "newsmark", wasm::For::Package)?;
    let program = work.join("newsmark_bg.wasm");
    wasm::optimise(&program)?;

    let binding = text(&work.join("newsmark.js"))?;
    let program = bytes(&program)?;
    let model = bytes(&cmd::root().join("static/names.model"))?;
    write(&dist.join("newsmark.wasm"), &program)?;
    write(&dist.join("names.model"), &model)?;
    let js = folder().join("js");
    let core = text(&js.join("core.js"))?;
    for way in WAYS {
        let inside = match way {
            "inside" => format!(
                "const PROGRAM = \"{}\";\nconst MODEL = \"{}\";\n",
                BASE64.encode(&program),
                BASE64.encode(&model)
            ),
            _ => String::new(),
        };
        let body =
            [&inside, &binding, &core, &text(&js.join(format!("{way}.js")))?].map(String::as_str).join("\n");
        let [module, common] = preludes(way);
        write(
            &dist.join(format!("{way}.mjs")),
            format!("{module}{body}\nexport {{ {NAMES} }};\n").as_bytes(),
        )?;
        let common = format!("\"use strict\";\n{common}{body}\nmodule.exports = {{ {NAMES} }};\n");
        write(&dist.join(format!("{way}.cjs")), common.as_bytes())?;
    }
    fs::copy(js.join("index.d.ts"), dist.join("index.d.ts")).context("cannot copy index.d.ts")?;
    for files in [&["inside.mjs"][..], &["beside.mjs", "newsmark.wasm", "names.model"]] {
        let files: Vec<_> = files.iter().map(|&file| file.to_owned()).collect();
        print!("{}", budget::check(&dist, &files, budget::PACKAGE)?);
    }
    Ok(())
}

/// What the scripts begin with, as a module and as CommonJS.
fn preludes(way: &str) -> [&'static str; 2] {
    match way {
        "node" => [
            "import { readFileSync } from \"node:fs\";\nconst here = import.meta.url;\n",
            "const { readFileSync } = require(\"node:fs\");\nconst here = require(\"node:url\").pathToFileURL(__filename);\n",
        ],
        "beside" => [
            "const here = import.meta.url;\n",
            "const here = typeof __filename === \"string\" ? require(\"node:url\").pathToFileURL(__filename) : document.baseURI;\n",
        ],
        _ => ["", ""],
    }
}

/// Builds the package and runs its tests; says so where there is no Node.
pub(crate) fn test(standard: &Standard<'_>) -> Result<()> {
    if cmd::which("node").is_none() || cmd::which("npm").is_none() {
        eprintln!("There is no Node with npm on PATH: the npm package is built, and not tested.");
        return build();
    }
    build()?;
    let tools = npm_packages::install("npm-tests-1", &["esbuild@0.28.2", "typescript@5.9.3"])?;
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "tests/"]).current_dir(folder());
    cmd::run(
        node.env("NEWSMARK", &standard.program)
            .env("NEWSMARK_CORPUS", standard.corpus)
            .env("NEWSMARK_NPM_TOOLS", tools),
    )
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
