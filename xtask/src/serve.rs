//! `cargo xtask serve`: the built page on this machine.

use std::io::ErrorKind;

use anyhow::{Context, Result, anyhow, bail};
use xtask::static_server::Server;

use crate::assemble;

const FIRST_PORT: u16 = 8000;

/// Builds the page, then serves it until the program is stopped.
pub(crate) fn serve(args: &[String]) -> Result<()> {
    let port = port(args)?;
    assemble::build()?;
    let server = start(port)?;
    println!("\nNewsmark is at {}\nCtrl-C stops it.", server.url());
    server.wait();
    Ok(())
}

/// The port that `--port` asks for, if any.
fn port(args: &[String]) -> Result<Option<u16>> {
    let value = match args {
        [] => return Ok(None),
        [flag, value] if flag == "--port" => value.as_str(),
        [flag] if flag.starts_with("--port=") => &flag["--port=".len()..],
        _ => bail!("`cargo xtask serve` takes `--port N` and nothing else"),
    };
    value.parse().map(Some).map_err(|_| anyhow!("`{value}` is no port: a number from 0 to 65535 is"))
}

/// Serves on the wanted port, or on the first free one from 8000 on.
fn start(port: Option<u16>) -> Result<Server> {
    let dist = assemble::dist();
    if let Some(port) = port {
        return Server::start(&dist, port)
            .with_context(|| format!("cannot serve on port {port}; try another, or none for a free one"));
    }
    for port in FIRST_PORT..FIRST_PORT + 100 {
        match Server::start(&dist, port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            result => return result.with_context(|| format!("cannot serve {}", dist.display())),
        }
    }
    bail!("the ports from {FIRST_PORT} on are all taken; choose one with `--port N`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_optional_and_checked() {
        let parse = |args: &[&str]| port(&args.iter().map(|s| s.to_string()).collect::<Vec<_>>());
        assert_eq!(parse(&[]).unwrap(), None);
        assert_eq!(parse(&["--port", "9000"]).unwrap(), Some(9000));
        assert_eq!(parse(&["--port=9000"]).unwrap(), Some(9000));
        assert!(parse(&["--port", "99999"]).is_err());
        assert!(parse(&["--prot", "9000"]).is_err());
    }
}
