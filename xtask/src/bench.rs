//! `cargo xtask bench`: the benchmarks.

use anyhow::Result;

use crate::cmd::{cargo, run};

/// Runs `cargo bench` with what the caller wrote after `bench`.
pub(crate) fn bench(args: &[String]) -> Result<()> {
    run(cargo(["bench", "--bench", "*"]).args(args))
}
