//! `cargo xtask build`: the page as static files in `dist/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::tools::{cargo_install, rustup, trunk, wasm_bindgen, wasm_opt};
use crate::{budget, cmd, policy, precache};

/// The folder that the build fills.
pub(crate) fn dist() -> PathBuf {
    cmd::root().join("dist")
}

/// Builds the page for release and prints the size of each file.
pub(crate) fn build() -> Result<()> {
    let start = Instant::now();
    rustup::wasm_target()?;
    let trunk = trunk::bin()?;
    let wasm_bindgen = wasm_bindgen::bin()?;
    cargo_install::remove_build_folder()?;
    let wasm_opt = wasm_opt::bin();

    // Trunk builds offline (Trunk.toml), so the sources must be there before.
    cmd::run(&mut cmd::cargo(["fetch", "--locked"]))?;

    let mut command = Command::new(trunk.join("trunk"));
    command.args(["build", "--cargo-profile", "web"]).current_dir(cmd::root());
    let mut folders = vec![trunk, wasm_bindgen];
    match wasm_opt {
        Ok(folder) => {
            command.arg("--release");
            folders.push(folder);
        }
        // Only --release makes Trunk call wasm-opt; the profile optimises without it.
        Err(error) => eprintln!(
            "warning: building without wasm-opt: {error:#}.\n\
             The page works all the same, but its WebAssembly is about two thirds larger."
        ),
    }
    // Trunk 0.21 stops at NO_COLOR=1.
    cmd::run(command.env("PATH", cmd::path_with(folders)?).env_remove("NO_COLOR"))
        .context("the page was not built")?;
    let files = names(&dist())?;
    print!("{}", budget::check(&dist(), &files)?);
    println!("Built in {}.", cmd::duration(start.elapsed()));
    Ok(())
}

/// Writes what needs the finished files into the folder where Trunk has them, before it hands them over:
/// Trunk calls this itself (Trunk.toml), so that no build goes without.
pub(crate) fn seal() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").context(
        "`cargo xtask seal` is for Trunk to call, which says in TRUNK_STAGING_DIR where the files are",
    )?;
    let folder = Path::new(&folder);
    policy::write(folder)?;
    precache::write(folder, &names(folder)?)
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
