//! The packages for other languages: `cargo xtask npm` and `cargo xtask python` build them.

pub(crate) mod npm;
pub(crate) mod python;

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{cmd, corpus};

/// Builds the packages and tries them in all places that their tests know.
pub(crate) fn test_everywhere() -> Result<()> {
    let corpus = corpus::write()?;
    let standard = Standard::new(&corpus)?;
    npm::test(&standard, true)?;
    python::test(&standard)
}

/// What the tests of a package compare it with: the command line, on texts.
pub(crate) struct Standard<'a> {
    pub(crate) program: PathBuf,
    pub(crate) corpus: &'a Path,
}

impl Standard<'_> {
    /// Compiles the command line, with all that it can do.
    pub(crate) fn new(corpus: &Path) -> Result<Standard<'_>> {
        cmd::run(&mut cmd::cargo([
            "build", "--profile", "train", "--bin", "newsmark", "--features", "parquet",
        ]))?;
        let target =
            std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| cmd::root().join("target"), PathBuf::from);
        let program = target.join("train").join(format!("newsmark{}", std::env::consts::EXE_SUFFIX));
        Ok(Standard { program, corpus })
    }
}
