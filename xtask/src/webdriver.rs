//! A running ChromeDriver or geckodriver, ended when it is dropped.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program that speaks WebDriver, on a port of its own choosing.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the program and waits until it says on which port it listens. What it writes to standard
    /// error goes to the file `log`.
    ///
    /// # Errors
    ///
    /// When the program cannot be started or ends without a port.
    pub fn start(program: &Path, log: &Path) -> io::Result<Self> {
        Self::start_with(program, &[], log)
    }

    /// The same with further arguments.
    ///
    /// # Errors
    ///
    /// When the program cannot be started or ends without a port.
    pub fn start_with(program: &Path, arguments: &[&str], log: &Path) -> io::Result<Self> {
        if let Some(folder) = log.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut child = Command::new(program)
            .arg("--port=0")
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(File::create(log)?)
            .spawn()?;
        match child.stdout.take().and_then(announced_port) {
            Some(port) => Ok(Self { child, port }),
            None => {
                let _ = child.kill();
                let _ = child.wait();
                let said = format!("{} did not start; {} may say why", program.display(), log.display());
                Err(io::Error::other(said))
            }
        }
    }

    /// Where WebDriver clients connect.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks the driver to end, browsers included; says whether it will. ChromeDriver alone knows how.
    fn shut_down(&self) -> io::Result<bool> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer.starts_with(b"HTTP/1.1 200"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A killed driver leaves its browsers behind, so ask first.
        let deadline = Instant::now() + Duration::from_secs(10);
        if self.shut_down().unwrap_or(false) {
            while Instant::now() < deadline {
                if let Ok(Some(_)) = self.child.try_wait() {
                    return;
                }
                thread::sleep(Duration::from_millis(20));
            }
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads the driver's greeting up to the port; then keeps its output drained.
fn announced_port(stdout: ChildStdout) -> Option<u16> {
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let port = lines.find_map(|line| port_in(&line));
    thread::spawn(move || lines.for_each(drop));
    port
}

/// The port in `ChromeDriver was started successfully on port 41234.` or in
/// `geckodriver INFO Listening on 127.0.0.1:41234`.
fn port_in(line: &str) -> Option<u16> {
    let (_, behind) =
        line.split_once("successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    behind.trim_end().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(port_in("1785\tgeckodriver\tINFO\tListening on 127.0.0.1:41234"), Some(41234));
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
