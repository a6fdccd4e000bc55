//! The built page on a web server that belongs to one journey.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use xtask::static_server::{Request, Server};

/// A copy of the built page and its server; clones are the same site.
///
/// The journey may change the files, look at the requests, and stop the server to see what the
/// page does without one.
#[derive(Clone)]
pub(crate) struct Site {
    files: Rc<TempDir>,
    server: Rc<RefCell<Server>>,
}

impl Site {
    /// Copies the built page and serves it on a free port.
    pub(crate) fn start(dist: &Path) -> Result<Self> {
        let files = TempDir::with_prefix("newsmark-site-").context("cannot make a folder")?;
        copy(dist, files.path()).with_context(|| format!("cannot copy the page from {}", dist.display()))?;
        let server = Server::start(files.path(), 0).context("cannot serve the page")?;
        Ok(Self { files: Rc::new(files), server: Rc::new(RefCell::new(server)) })
    }

    /// Puts a copy of the built page into a folder of the site, as some servers have it.
    pub(crate) fn copy_into(&self, folder: &str) -> Result<()> {
        let target = self.file(folder);
        fs::create_dir(&target)?;
        for entry in fs::read_dir(self.files.path())? {
            let path = entry?.path();
            if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                fs::copy(&path, target.join(name))?;
            }
        }
        Ok(())
    }

    /// The page's address.
    pub(crate) fn url(&self) -> String {
        self.server.borrow().url()
    }

    /// The requests that the server has answered, oldest first.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.server.borrow().requests()
    }

    /// Ends the server: from here on, the browser is on its own.
    pub(crate) fn stop(&self) {
        self.server.borrow_mut().stop();
    }

    /// The path of a file of the site.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.files.path().join(name)
    }

    /// Changes each file at the top whose name begins and ends so; `None` removes it.
    pub(crate) fn damage(
        &self,
        (begin, end): (&str, &str),
        change: impl Fn(Vec<u8>) -> Option<Vec<u8>>,
    ) -> Result<()> {
        let mut damaged = 0;
        for entry in fs::read_dir(self.files.path())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with(begin) && name.ends_with(end) {
                match change(fs::read(&path)?) {
                    Some(bytes) => fs::write(&path, bytes)?,
                    None => fs::remove_file(&path)?,
                }
                damaged += 1;
            }
        }
        if damaged == 0 {
            bail!("the built page has no file {begin}*{end}");
        }
        Ok(())
    }

    /// Adds a folder.
    pub(crate) fn add_folder(&self, name: &str, from: &Path) -> Result<()> {
        let target = self.file(name);
        fs::create_dir_all(&target)?;
        copy(from, &target).with_context(|| format!("cannot copy {}", from.display()))
    }

    /// Adds a file, or replaces it.
    pub(crate) fn add(&self, name: &str, content: &str) -> Result<()> {
        fs::write(self.file(name), content).with_context(|| format!("cannot write {name}"))
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        // The extension is no part of the site.
        let name = entry.file_name();
        if name == "extension" || name.to_string_lossy().ends_with(".zip") {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
