//! The oldest Rust that the code needs, as `rust-version` in Cargo.toml says.
//!
//! Three things hold it. Clippy's `incompatible_msrv` refuses what the standard library got later, in each package
//! that says which Rust it needs, so all of the workspace must say so. No crate that we depend on may ask for a later
//! one. What the language got later only a build shows: it is made where that toolchain
//! is installed (`rustup toolchain install 1.88`), and where not, that it was left out is said.

use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value as Json;

use crate::cmd::{self, cargo, run};

/// Major, minor and patch.
type Version = [u64; 3];

/// Compares what the crates ask for with what we say, and builds with the oldest Rust where it is there.
pub(crate) fn check() -> Result<()> {
    let ours = agreed()?;
    let installed = cmd::output(Command::new("rustup").args(["toolchain", "list"])).unwrap_or_default();
    match toolchain(&installed, ours) {
        Some(name) => {
            let mut build = Command::new("rustup");
            build.args(["run", name, "cargo", "check", "--locked", "--workspace", "--all-targets"]);
            build.current_dir(cmd::root());
            run(build.env("CARGO_TARGET_DIR", cmd::root().join("target/oldest")))
                .with_context(|| format!("the code does not build with Rust {}", shown(ours)))
        }
        None => {
            eprintln!(
                "That the code builds with Rust {0} is only checked by lints and by what the crates ask for, since \
                 that Rust is not installed (`rustup toolchain install {0}`).",
                shown(ours)
            );
            Ok(())
        }
    }
}

/// The oldest Rust that we say is enough, if all crates agree.
fn agreed() -> Result<Version> {
    let told = cmd::output(&mut cargo(["metadata", "--locked", "--format-version", "1"]))?;
    let told: Json = serde_json::from_str(&told).context("`cargo metadata` printed no JSON")?;
    let crates = crates(&told);
    let ours = crates.iter().find(|it| it.name == "newsmark").and_then(|it| it.needs);
    let Some(ours) = ours else { bail!("Cargo.toml of newsmark has no rust-version") };
    let silent = silent(&crates, ours);
    if !silent.is_empty() {
        bail!("Write `rust-version.workspace = true` in Cargo.toml of {}", silent.join(", "));
    }
    let later = later(&crates, ours);
    if !later.is_empty() {
        bail!("Cargo.toml says rust-version = \"{}\", but {}", shown(ours), later.join(", "));
    }
    Ok(ours)
}

/// A crate, and the oldest Rust that it asks for.
struct Crate {
    name: String,
    version: String,
    needs: Option<Version>,
    /// Whether it is a package of this workspace.
    is_ours: bool,
}

/// All crates of what `cargo metadata` prints.
fn crates(told: &Json) -> Vec<Crate> {
    let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
    let members =
        told.get("workspace_members").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    let packages = told.get("packages").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    packages
        .iter()
        .map(|package| Crate {
            name: text(&package["name"]),
            version: text(&package["version"]),
            needs: package["rust_version"].as_str().and_then(version),
            is_ours: members.contains(&package["id"]),
        })
        .collect()
}

/// The packages of this workspace that do not say the same as we do: no lint looks at what they use.
fn silent(crates: &[Crate], ours: Version) -> Vec<&str> {
    crates.iter().filter(|it| it.is_ours && it.needs != Some(ours)).map(|it| it.name.as_str()).collect()
}

/// The crates that ask for a later Rust than ours, each with what it asks for.
fn later(crates: &[Crate], ours: Version) -> Vec<String> {
    let later = crates.iter().filter_map(|it| Some((it, it.needs.filter(|needs| *needs > ours)?)));
    later.map(|(it, needs)| format!("{} {} needs {}", it.name, it.version, shown(needs))).collect()
}

/// The toolchain of this version in what `rustup toolchain list` prints.
fn toolchain(installed: &str, wanted: Version) -> Option<&str> {
    let names = installed.lines().filter_map(|line| line.split_whitespace().next());
    names.into_iter().find(|name| {
        let found = name.split('-').next().and_then(version);
        found.is_some_and(|found| found[..2] == wanted[..2])
    })
}

/// A version of one to three numbers.
fn version(text: &str) -> Option<Version> {
    let mut numbers = text.split('.').map(|number| number.parse().ok());
    let mut next = || numbers.next().unwrap_or(Some(0));
    Some([next()?, next()?, next()?])
}

fn shown([major, minor, _]: Version) -> String {
    format!("{major}.{minor}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_crate_that_we_depend_on_needs_a_later_rust() {
        let ours = agreed().expect("all agree");
        assert!(ours >= [1, 88, 0], "the edition and the let chains need as much");
    }

    #[test]
    fn a_crate_that_needs_a_later_rust_is_told() {
        let told = json!({"packages": [
            {"name": "newsmark", "version": "0.1.0", "rust_version": "1.88"},
            {"name": "old", "version": "1.0.0", "rust_version": null},
            {"name": "same", "version": "2.0.0", "rust_version": "1.88.0"},
            {"name": "new", "version": "3.1.0", "rust_version": "1.90"},
        ]});
        assert_eq!(later(&crates(&told), [1, 88, 0]), ["new 3.1.0 needs 1.90"]);
        assert!(later(&crates(&told), [1, 90, 0]).is_empty());
    }

    #[test]
    fn a_package_of_ours_that_does_not_say_which_rust_it_needs_is_told() {
        let told = json!({"workspace_members": ["a#1", "b#1", "c#1"], "packages": [
            {"id": "a#1", "name": "newsmark", "version": "0.1.0", "rust_version": "1.88"},
            {"id": "b#1", "name": "train", "version": "0.1.0", "rust_version": null},
            {"id": "c#1", "name": "page", "version": "0.1.0", "rust_version": "1.85"},
            {"id": "d#1", "name": "other", "version": "1.0.0", "rust_version": null},
        ]});
        assert_eq!(silent(&crates(&told), [1, 88, 0]), ["train", "page"]);
    }

    #[test]
    fn the_oldest_toolchain_is_found_among_those_that_are_installed() {
        let list = "stable-x86_64-unknown-linux-gnu (active, default)\nnightly-x86_64-unknown-linux-gnu\n\
            1.88.0-x86_64-unknown-linux-gnu\n";
        assert_eq!(toolchain(list, [1, 88, 0]), Some("1.88.0-x86_64-unknown-linux-gnu"));
        assert_eq!(toolchain(list, [1, 89, 0]), None);
        assert_eq!(toolchain("", [1, 88, 0]), None);
        assert_eq!(version("1.88"), Some([1, 88, 0]));
        assert_eq!(version("stable"), None);
    }
}
