//! The programs that the tasks use: found if they are there, installed once if they are not.
//!
//! A tool on PATH is used if it is the very version we want. Otherwise the one in our own folder
//! is, and what is missing there gets installed there, in a folder named by tool and version, so
//! that other versions and fresh clones do not get in each other's way.

pub(crate) mod apt;
pub(crate) mod axe;
pub(crate) mod cargo_deny;
pub(crate) mod cargo_install;
pub(crate) mod chromium;
pub(crate) mod firefox;
pub(crate) mod npm_packages;
pub(crate) mod rustup;
pub(crate) mod trunk;
pub(crate) mod wasm_bindgen;
pub(crate) mod wasm_opt;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::cmd;

/// A program that must be at one exact version.
pub(crate) struct Tool<'a> {
    /// What it is called, as a program and to people.
    pub(crate) name: &'a str,
    /// The version, as `NAME --version` prints it.
    pub(crate) version: &'a str,
    /// Where the program is inside the tool's folder.
    pub(crate) bin: &'a str,
}

impl Tool<'_> {
    /// The folder that holds the program, or `None` if no installation is there.
    ///
    /// Looks at the first program of that name on PATH (the one that others would call), then into
    /// our own folder.
    fn find(&self) -> Option<PathBuf> {
        if let Some(program) = cmd::which(self.name)
            && self.is_right(&program)
        {
            return program.parent().map(Path::to_path_buf);
        }
        let bin = self.folder().ok()?.join(self.bin);
        self.is_right(&bin.join(self.file())).then_some(bin)
    }

    /// Finds the tool, or lets `install` put it into the folder that it is given.
    ///
    /// That folder gets its final name only when the program in it has answered with the right
    /// version: an interrupted installation is never taken for a finished one, and the next one
    /// clears it away.
    fn find_or_install(&self, time: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        if let Some(bin) = self.find() {
            return Ok(bin);
        }
        let folder = self.folder()?;
        eprintln!("Installing {} {} into {} ({time}) ...", self.name, self.version, folder.display());
        let start = Instant::now();
        let part = folder.with_file_name(format!(".{}-{}.part", self.name, self.version));
        remove(&part)?;
        fs::create_dir_all(&part).with_context(|| format!("cannot create the folder {}", part.display()))?;

        let program = part.join(self.bin).join(self.file());
        let installed = install(&part).and_then(|()| {
            if !self.is_right(&program) {
                bail!("{} does not run as version {}", program.display(), self.version);
            }
            Ok(())
        });
        if let Err(error) = installed {
            remove(&part)?;
            return Err(error.context(format!("cannot install {} {}", self.name, self.version)));
        }
        remove(&folder)?;
        fs::rename(&part, &folder)
            .with_context(|| format!("cannot rename {} to {}", part.display(), folder.display()))?;
        eprintln!("Installed {} {} in {}.", self.name, self.version, cmd::duration(start.elapsed()));
        Ok(folder.join(self.bin))
    }

    /// This tool's own folder, whether it is there or not.
    fn folder(&self) -> Result<PathBuf> {
        Ok(folder()?.join(format!("{}-{}", self.name, self.version)))
    }

    fn file(&self) -> String {
        format!("{}{}", self.name, env::consts::EXE_SUFFIX)
    }

    /// Whether the program is there, runs, and is the version we want.
    fn is_right(&self, program: &Path) -> bool {
        // Trunk stops at NO_COLOR=1.
        program.is_file()
            && cmd::output(Command::new(program).arg("--version").env_remove("NO_COLOR"))
                .is_ok_and(|said| said.split_whitespace().any(|word| word == self.version))
    }
}

/// The folder for tools of ours: one per user, shared by all clones.
pub(crate) fn folder() -> Result<PathBuf> {
    let from = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = match (from("NEWSMARK_TOOLS"), from("XDG_CACHE_HOME"), env::home_dir()) {
        (Some(tools), _, _) => tools,
        (None, Some(cache), _) => cache.join("newsmark/tools"),
        (None, None, Some(home)) => home.join(".cache/newsmark/tools"),
        (None, None, None) => bail!(
            "there is no home folder to install tools into; set NEWSMARK_TOOLS to a folder that may be used"
        ),
    };
    std::path::absolute(&folder).with_context(|| format!("{} is no path for tools", folder.display()))
}

/// Removes a folder if it is there.
fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove the folder {}", folder.display()))
        }
        _ => Ok(()),
    }
}
