//! `cargo xtask train`, `eval`, `ablate`, `errors`, `learn-doubts`, `learn-pairs`, `learn-figures`: what is learnt, see `train/`.

use anyhow::Result;

use crate::cmd::{cargo, run};

/// Runs the trainer. It is a package of its own, so that the other tasks need not wait for the
/// library that it is built on.
pub(crate) fn names(command: &str, args: &[String]) -> Result<()> {
    run(cargo(["run", "--quiet", "--profile", "train", "--package", "newsmark-train", "--", command])
        .args(args))
}
