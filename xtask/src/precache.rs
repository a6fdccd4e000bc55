//! The service worker: the program that keeps the page working without a server.
//!
//! Written after the build, since it names each file with the digest of its final bytes. What it is
//! called never changes; with any file its own bytes do, and so browsers notice an update.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::cmd;

/// The name of the service worker in `dist/`.
pub(crate) const NAME: &str = "sw.js";

/// Where the list goes in `static/sw.js`.
const PLACE: &str = "/* FILES */";

/// Writes the service worker of a built page that has these files.
pub(crate) fn write(folder: &Path, names: &[String]) -> Result<()> {
    let template = cmd::root().join("static").join(NAME);
    let template =
        fs::read_to_string(&template).with_context(|| format!("cannot read {}", template.display()))?;
    let mut list = String::new();
    for name in names {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
        list.push_str(&format!("\n  [{name:?}, \"{}\"],", digest(&bytes)));
    }
    fs::write(folder.join(NAME), fill(&template, &list)?).context("cannot write the service worker")
}

fn fill(template: &str, list: &str) -> Result<String> {
    ensure!(template.matches(PLACE).count() == 1, "static/{NAME} has no {PLACE}, or several");
    Ok(template.replace(PLACE, &format!("{list}\n")))
}

/// The SHA-256 of a file's bytes, as the service worker compares it.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_goes_into_its_place() {
        assert_eq!(fill("a = [/* FILES */];", "\n  1,").unwrap(), "a = [\n  1,\n];");
        assert!(fill("a = [];", "").is_err());
    }

    #[test]
    fn the_template_has_a_place_for_the_list() {
        let template = fs::read_to_string(cmd::root().join("static").join(NAME)).unwrap();
        assert!(fill(&template, "").is_ok());
    }
}
