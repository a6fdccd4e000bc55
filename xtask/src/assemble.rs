//! `cargo xtask build`: the page as static files in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::tools::{cargo_install, rustup, trunk, wasm_bindgen, wasm_opt};
use crate::{cmd, policy};

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
    policy::write(&dist())?;

    print!("{}", sizes(&dist())?);
    println!("Built in {}.", cmd::duration(start.elapsed()));
    Ok(())
}

/// A table of the files in a folder: size in bytes, then name; and the total.
fn sizes(folder: &Path) -> Result<String> {
    let mut files = Vec::new();
    list(folder, folder, &mut files).with_context(|| format!("cannot read {}", folder.display()))?;
    files.sort();
    let total = files.iter().map(|(_, size)| size).sum();
    let mut table = String::new();
    for (name, size) in files {
        table.push_str(&format!("{:>12}  {name}\n", grouped(size)));
    }
    Ok(format!("\ndist/, in bytes:\n{table}{:>12}  in all\n", grouped(total)))
}

fn list(top: &Path, folder: &Path, files: &mut Vec<(String, u64)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(top, &path, files)?;
        } else {
            let name = path.strip_prefix(top).unwrap_or(&path).display().to_string();
            files.push((name, path.metadata()?.len()));
        }
    }
    Ok(())
}

/// A number with its thousands apart: `1 234 567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }

    #[test]
    fn trunk_toml_asks_for_the_versions_installed_here() {
        let config = fs::read_to_string(cmd::root().join("Trunk.toml")).unwrap();
        assert!(config.contains(&format!("trunk-version = \"={}\"", trunk::VERSION)));
        assert!(config.contains(&format!("wasm_opt = \"version_{}\"", wasm_opt::VERSION)));
    }
}
