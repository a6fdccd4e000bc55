//! The Python package `newsmark`: one wheel for all Pythons from 3.9 on, built by maturin.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::packages::Standard;
use crate::{cmd, tools};

/// What builds and tests the package, and what it works with.
const PACKAGES: &[&str] =
    &["maturin==1.16.0", "mypy", "pandas", "polars", "pyarrow", "pytest", "spacy>=3.8,<4"];

fn folder() -> PathBuf {
    cmd::root().join("bindings/python")
}

/// Builds the wheel into `target/wheels`.
pub(crate) fn build() -> Result<()> {
    let venv = packages()?.context("there is no Python 3 with venv on PATH")?;
    wheel(&venv).map(|wheel| println!("{}", wheel.display()))
}

/// Builds the wheel, installs it and runs its tests; says so where there is no Python.
pub(crate) fn test(standard: &Standard<'_>) -> Result<()> {
    let Some(venv) = install()? else {
        eprintln!("There is no Python 3 with venv on PATH: the Python package is neither built nor tested.");
        return Ok(());
    };
    let mut pytest = Command::new(venv.join("bin/python"));
    pytest.args(["-m", "pytest", "-q"]).current_dir(folder()).env("NEWSMARK", &standard.program);
    pytest.env("NEWSMARK_CORPUS", standard.corpus);
    cmd::run(&mut pytest)
}

/// Builds the wheel and installs it into a virtual environment, which this gives; `None` where there is no Python.
pub(crate) fn install() -> Result<Option<PathBuf>> {
    let Some(venv) = packages()? else { return Ok(None) };
    let wheel = wheel(&venv)?;
    cmd::run(pip(&venv).args(["--force-reinstall", "--no-deps"]).arg(wheel))?;
    Ok(Some(venv))
}

/// The virtual environment that the package is built and tested in; `None` where there is no Python for it.
pub(crate) fn packages() -> Result<Option<PathBuf>> {
    venv("python-1", PACKAGES)
}

/// A virtual environment with these packages in the cache of tools; `None` where there is no Python for it.
pub(crate) fn venv(name: &str, packages: &[&str]) -> Result<Option<PathBuf>> {
    let root = tools::folder()?.join(name);
    let done = root.join("done");
    if done.is_file() {
        return Ok(Some(root));
    }
    let Some(python) = cmd::which("python3") else { return Ok(None) };
    // Debian has venv in a package of its own.
    if cmd::output(Command::new(&python).args(["-c", "import venv, ensurepip"])).is_err() {
        return Ok(None);
    }
    eprintln!("Installing {} into {} ...", packages.join(", "), root.display());
    cmd::run(Command::new(&python).args(["-m", "venv", "--clear"]).arg(&root))?;
    cmd::run(pip(&root).args(packages))?;
    fs::write(&done, "").with_context(|| format!("cannot write {}", done.display()))?;
    Ok(Some(root))
}

fn pip(venv: &Path) -> Command {
    let mut pip = Command::new(venv.join("bin/python"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    pip
}

fn wheel(venv: &Path) -> Result<PathBuf> {
    let wheels = cmd::root().join("target/wheels");
    let _ = fs::remove_dir_all(&wheels);
    let mut maturin = Command::new(venv.join("bin/maturin"));
    maturin.args(["build", "--release", "--locked", "--interpreter"]).arg(venv.join("bin/python"));
    cmd::run(maturin.arg("--out").arg(&wheels).current_dir(folder()))?;
    let mut files = fs::read_dir(&wheels).with_context(|| format!("cannot read {}", wheels.display()))?;
    let file = files.next().context("maturin wrote no wheel")??;
    Ok(file.path())
}
