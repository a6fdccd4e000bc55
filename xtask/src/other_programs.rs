//! Other programs, the real ones, read what we write and are read by us: `tests/tools/other_programs.py`.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::cmd;
use crate::packages::{Standard, python};

/// The programs by exact version, small ones; spaCy is there for the Python package.
const PROGRAMS: &[&str] = &["dkpro-cassis==0.12.0", "conllu==6.0.0"];

/// Tries all of them; says so where there is no Python.
pub(crate) fn test(standard: &Standard<'_>) -> Result<()> {
    let (Some(small), Some(large)) = (python::venv("programs-1", PROGRAMS)?, python::packages()?) else {
        eprintln!("There is no Python 3 with venv on PATH: no other program reads what we write.");
        return Ok(());
    };
    for (venv, part) in [(&small, "cassis"), (&small, "conllu"), (&large, "spacy")] {
        let script = Path::new("tests/tools/other_programs.py");
        let mut python = Command::new(venv.join("bin/python"));
        python.current_dir(cmd::root()).arg(script).arg(&standard.program).arg(part);
        cmd::run(&mut python).with_context(|| format!("{part} and Newsmark do not read each other alike"))?;
    }
    Ok(())
}
