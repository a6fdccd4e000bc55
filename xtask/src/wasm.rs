//! Programs in WebAssembly: compiled by cargo, bound to JavaScript, made smaller.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;
use wasm_bindgen_cli_support::Bindgen;

use crate::cmd;
use crate::tools::rustup::WASM;
use crate::tools::wasm_opt;

/// What a program is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// The page: small first, and without types.
    Page,
    /// A package: fast first.
    Package,
}

/// Flags for the compiler in place of those in `.cargo/config.toml`: functions are put into their callers as LLVM
/// thinks best, which makes extraction a tenth faster and the program a sixth larger.
const FAST: &str = "-Ctarget-feature=+simd128";

/// Compiles what `args` select for release, and gives the file.
pub(crate) fn compile(args: &[&str], target: For) -> Result<PathBuf> {
    let mut command = cmd::cargo(["build", "--target", WASM, "--profile", "web", "--offline", "--locked"]);
    command.args(args).arg("--message-format=json-render-diagnostics").stdout(Stdio::piped());
    if target == For::Package {
        command.env("RUSTFLAGS", FAST);
    }
    eprintln!("$ cargo build --target {WASM} --profile web {}", args.join(" "));
    let output = command.stderr(Stdio::inherit()).output().context("cannot start cargo")?;
    ensure!(output.status.success(), "it was not compiled; what is printed above says why");
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok());
    let files = messages.flat_map(|message| match &message["filenames"] {
        Json::Array(files) => files.clone(),
        _ => Vec::new(),
    });
    let mut programs = files.filter_map(|file| Some(PathBuf::from(file.as_str()?)));
    programs
        .find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo names no WebAssembly that it compiled")
}

/// Writes `NAME.js` and `NAME_bg.wasm` into `folder`, as the program `wasm-bindgen` does: this is its library.
pub(crate) fn bind(program: &Path, folder: &Path, name: &str, target: For) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(program).out_name(name).typescript(false);
    match target {
        For::Page => bindgen.web(true)?.omit_default_module_path(false),
        For::Package => bindgen.no_modules(true)?.no_modules_global("binding")?,
    };
    bindgen.generate(folder).with_context(|| format!("{} was not bound to JavaScript", program.display()))
}

/// Makes a program smaller, in its place; a warning where there is no wasm-opt.
pub(crate) fn optimise(program: &Path) -> Result<()> {
    let Some(folder) = wasm_opt::bin_or_warning() else { return Ok(()) };
    let smaller = program.with_extension("smaller");
    let mut command = Command::new(folder.join("wasm-opt"));
    cmd::run(command.arg("-Oz").arg(program).arg("-o").arg(&smaller))?;
    fs::rename(&smaller, program).with_context(|| format!("cannot rename {}", smaller.display()))
}
