//! `cargo xtask build`: the page as static files in `dist/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::tools::{cargo_install, rustup, trunk, wasm_bindgen, wasm_opt};
use crate::{budget, bundle, cmd, extension, policy, precache, size};

/// The folder that the build fills.
pub(crate) fn dist() -> PathBuf {
    cmd::root().join("dist")
}

/// Builds the page for release and prints the size of each file: with Trunk where that is installed, else
/// without, which gives the same files.
pub(crate) fn build() -> Result<()> {
    match trunk::find() {
        Some(trunk) => build_with(|| with_trunk(trunk)),
        None => build_with(without_trunk),
    }
}

/// The same with Trunk, which is installed where it is missing; then without, and an error where that does not
/// give the same files.
pub(crate) fn build_both_ways() -> Result<()> {
    build_with(without_trunk)?;
    let first = digests(&dist())?;
    let trunk = trunk::bin()?;
    build_with(|| with_trunk(trunk))?;
    let second = digests(&dist())?;
    ensure!(first == second, "the page is another one with Trunk than without:\n{first:#?}\n{second:#?}");
    println!("With Trunk and without, the page is the same {} files.", first.len());
    Ok(())
}

fn build_with(assemble: impl FnOnce() -> Result<()>) -> Result<()> {
    let start = Instant::now();
    rustup::wasm_target()?;
    // Nothing is fetched while building (Trunk.toml), so the sources must be there before.
    cmd::run(&mut cmd::cargo(["fetch", "--locked"]))?;
    extension::remove(&dist())?;
    assemble().context("the page was not built")?;
    let files = names(&dist())?;
    print!("{}", budget::check(&dist(), &files, budget::PAGE)?);
    println!("Built in {}.", cmd::duration(start.elapsed()));
    Ok(())
}

fn with_trunk(trunk: PathBuf) -> Result<()> {
    let wasm_bindgen = wasm_bindgen::bin()?;
    cargo_install::remove_build_folder()?;
    let mut command = Command::new(trunk.join("trunk"));
    command.args(["build", "--cargo-profile", "web"]).current_dir(cmd::root());
    let mut folders = vec![trunk, wasm_bindgen];
    // Only --release makes Trunk call wasm-opt; the profile optimises without it.
    if let Some(wasm_opt) = wasm_opt::bin_or_warning() {
        command.arg("--release");
        folders.push(wasm_opt);
    }
    // Trunk 0.21 stops at NO_COLOR=1.
    cmd::run(command.env("PATH", cmd::path_with(folders)?).env_remove("NO_COLOR"))
}

/// Puts the page together beside `dist/`, which it becomes when all is well.
fn without_trunk() -> Result<()> {
    let folder = dist().join(".stage");
    let remove = |folder: &Path| match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    };
    remove(&folder)?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    bundle::write(&folder)?;
    seal_in(&folder)?;
    for name in names(&dist())?.iter().filter(|name| !name.starts_with(".stage/")) {
        fs::remove_file(dist().join(name)).with_context(|| format!("cannot remove dist/{name}"))?;
    }
    for name in names(&folder)? {
        fs::rename(folder.join(&name), dist().join(&name)).with_context(|| format!("cannot move {name}"))?;
    }
    remove(&folder)
}

/// The files of a folder with what is in them, in short.
fn digests(folder: &Path) -> Result<Vec<(String, String)>> {
    let digest = |name: String| {
        let bytes = fs::read(folder.join(&name)).with_context(|| format!("cannot read {name}"))?;
        Ok((name, precache::digest(&bytes)))
    };
    names(folder)?.into_iter().map(digest).collect()
}

/// Writes what needs the finished files into the folder where Trunk has them, before it hands them over:
/// Trunk calls this itself (Trunk.toml), so that no build goes without.
pub(crate) fn seal() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context(
        "`cargo xtask seal` is for Trunk to call, which says in TRUNK_STAGING_DIR where the files are",
    )?;
    seal_in(Path::new(&folder))
}

fn seal_in(folder: &Path) -> Result<()> {
    let files = names(folder)?;
    size::write(folder, &files)?;
    policy::write(folder)?;
    precache::write(folder, &files)
}

/// The names of the files in a folder, in order, folders within it with a slash.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    list(folder, "", &mut names).with_context(|| format!("cannot read {}", folder.display()))?;
    names.sort();
    Ok(names)
}

fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_toml_asks_for_the_versions_installed_here() {
        let config = fs::read_to_string(cmd::root().join("Trunk.toml")).unwrap();
        assert!(config.contains(&format!("trunk-version = \"={}\"", trunk::VERSION)));
        assert!(config.contains(&format!("wasm_opt = \"version_{}\"", wasm_opt::VERSION)));
    }
}
