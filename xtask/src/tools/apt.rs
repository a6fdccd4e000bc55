//! What cargo and npm cannot install: Debian's packages.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cmd;

/// Installs packages as root, or with sudo where it asks for no password.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<()> {
    let Some(prefix) = prefix() else {
        bail!(
            "{what} cannot be installed for you: that takes apt-get, as root or with sudo without a password"
        );
    };
    let apt_get = |args: &[&str]| {
        let mut command = Command::new(prefix[0]);
        cmd::run(command.args(&prefix[1..]).args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(args))
    };
    eprintln!("Installing {what} with apt-get (about a minute) ...");
    let install = [&["install", "--yes", "--quiet=2", "--no-install-recommends"], packages].concat();
    apt_get(&["update", "--quiet=2"])
        .and_then(|()| apt_get(&install))
        .with_context(|| format!("apt-get did not install {what}"))
}

/// Whether packages can be installed.
pub(crate) fn is_allowed() -> bool {
    prefix().is_some()
}

/// What stands before `apt-get`; `None` where there is none, or no right to call it.
fn prefix() -> Option<&'static [&'static str]> {
    cmd::which("apt-get")?;
    match () {
        () if cmd::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") => Some(&["env"]),
        () if cmd::output(Command::new("sudo").args(["-n", "true"])).is_ok() => Some(&["sudo", "-n", "env"]),
        () => None,
    }
}
