//! A plain static file server on the loopback address, for `serve` and for the browser tests.
//!
//! It does what any web server does with a folder of files and nothing more: no fallback page for
//! missing files, no caching, one request a connection. [`Server::stop`] ends it at once, so that a
//! test can see what the page does without a server.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a client may take over its request, and how long the request may be.
const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST_REQUEST: u64 = 64 * 1024;

/// A running server; dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    root: PathBuf,
    stopping: AtomicBool,
    requests: Mutex<Vec<Request>>,
}

/// A request that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, ...
    pub method: String,
    /// The path with its query, as the client sent it.
    pub target: String,
    /// The status of the answer, like 200 or 404.
    pub status: u16,
}

impl Server {
    /// Serves the files under `root` on 127.0.0.1; port 0 takes any free port.
    pub fn start(root: &Path, port: u16) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared { root, stopping: AtomicBool::new(false), requests: Mutex::default() });
        let thread = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Ok(Self { address, shared, thread: Some(thread) })
    }

    /// The address of the page: `http://127.0.0.1:8000/`.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The requests answered so far, oldest first.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the program ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread does not panic, and if it did there would be nothing left to wait for.
            let _ = thread.join();
        }
    }

    /// Stops: from here on, connections are refused.
    pub fn stop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            // The thread waits for a connection: give it one.
            let _ = TcpStream::connect(self.address);
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        // Browsers open connections ahead of need, so an idle one must not hold up the rest.
        if let Ok(stream) = stream {
            let shared = Arc::clone(shared);
            // A client that went away is no concern of ours.
            thread::spawn(move || drop(answer(&stream, &shared)));
        }
    }
}

/// Reads one request and answers it.
fn answer(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (Some(method), Some(target), Some(_version)) = (words.next(), words.next(), words.next()) else {
        return Ok(());
    };
    let mut header = String::new();
    while reader.read_line(&mut header)? > 0 && !header.trim().is_empty() {
        header.clear();
    }
    if shared.stopping.load(Ordering::SeqCst) {
        return Ok(());
    }

    let response = respond(&shared.root, method, target);
    let request =
        Request { method: method.to_string(), target: target.to_string(), status: response.status.0 };
    shared.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request);

    let (code, reason) = response.status;
    let mut head = format!(
        "HTTP/1.1 {code} {reason}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n",
        response.kind,
        response.body.len()
    );
    if let Some((name, value)) = response.header {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let mut stream = stream;
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&response.body)?;
    }
    stream.flush()
}

struct Response {
    status: (u16, &'static str),
    kind: &'static str,
    header: Option<(&'static str, String)>,
    body: Vec<u8>,
}

impl Response {
    fn text(status: (u16, &'static str)) -> Self {
        let body = format!("{} {}\n", status.0, status.1).into_bytes();
        Self { status, kind: "text/plain; charset=utf-8", header: None, body }
    }
}

fn respond(root: &Path, method: &str, target: &str) -> Response {
    if method != "GET" && method != "HEAD" {
        let header = Some(("Allow", "GET, HEAD".to_string()));
        return Response { header, ..Response::text((405, "Method Not Allowed")) };
    }
    let not_found = || Response::text((404, "Not Found"));
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let Some(mut file) = resolve(root, path) else {
        return not_found();
    };
    if file.is_dir() {
        if !path.ends_with('/') {
            // Else the page's relative links would lead astray.
            let header = Some(("Location", format!("/{}/", path.trim_matches('/'))));
            return Response { header, ..Response::text((301, "Moved Permanently")) };
        }
        file.push("index.html");
    } else if path.ends_with('/') {
        return not_found();
    }
    match fs::read(&file) {
        Ok(body) => Response { status: (200, "OK"), kind: media_type(&file), header: None, body },
        Err(_) => not_found(),
    }
}

/// The existing file or folder that a request's path names; none outside `root`.
fn resolve(root: &Path, path: &str) -> Option<PathBuf> {
    let path = percent_decoded(path.strip_prefix('/')?)?;
    if path.contains(['\0', '\\']) {
        return None;
    }
    let relative = Path::new(&path);
    if !relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return None;
    }
    // Links are followed, but not to the outside.
    let full = root.join(relative).canonicalize().ok()?;
    full.starts_with(root).then_some(full)
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        (rest, _) = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let digit = |byte: &u8| char::from(*byte).to_digit(16);
                bytes.push(u8::try_from(digit(high)? * 16 + digit(low)?).ok()?);
                (tail, ())
            }
            (b'%', _) => return None,
            (byte, tail) => {
                bytes.push(*byte);
                (tail, ())
            }
        };
    }
    String::from_utf8(bytes).ok()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A folder `dist` with a page, and a file beside it that must stay out of reach.
    fn site() -> TempDir {
        let top = TempDir::new().unwrap();
        let root = top.path().join("dist");
        fs::create_dir_all(root.join("sub")).unwrap();
        fs::write(root.join("index.html"), "<p>page</p>").unwrap();
        fs::write(root.join("a b.wasm"), "\0asm").unwrap();
        fs::write(root.join("sub/index.html"), "sub").unwrap();
        fs::write(top.path().join("secret.txt"), "secret").unwrap();
        top
    }

    fn serve(site: &TempDir) -> Server {
        Server::start(&site.path().join("dist"), 0).unwrap()
    }

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_have_their_type_and_missing_ones_are_404() {
        let site = site();
        let server = serve(&site);
        let page = ask(&server, "GET /");
        assert!(page.starts_with("HTTP/1.1 200") && page.contains("text/html"), "{page}");
        assert!(page.ends_with("<p>page</p>"), "{page}");
        assert!(ask(&server, "GET /a%20b.wasm?v=1").contains("Content-Type: application/wasm\r\n"));
        assert!(ask(&server, "GET /sub").contains("Location: /sub/\r\n"));
        assert!(ask(&server, "GET /sub/").ends_with("sub"));
        for missing in ["/no.html", "/no/", "/index.html/", "/%zz", "/%"] {
            assert!(ask(&server, &format!("GET {missing}")).starts_with("HTTP/1.1 404"), "{missing}");
        }
        assert!(ask(&server, "POST /").starts_with("HTTP/1.1 405"));
        assert_eq!(server.requests().len(), 10);
    }

    #[test]
    fn head_sends_the_length_and_no_body() {
        let site = site();
        let server = serve(&site);
        let answer = ask(&server, "HEAD /index.html");
        assert!(answer.contains("Content-Length: 11\r\n") && answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = site();
        #[cfg(unix)]
        std::os::unix::fs::symlink(site.path().join("secret.txt"), site.path().join("dist/link.txt"))
            .unwrap();
        let server = serve(&site);
        for path in [
            "/../secret.txt", "/%2e%2e/secret.txt", "/sub/../../secret.txt", "/..%2fsecret.txt",
            "/..%5csecret.txt", "//etc/passwd", "/%2fetc/passwd", "/link.txt", "secret.txt",
        ] {
            let answer = ask(&server, &format!("GET {path}"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        }
    }

    #[test]
    fn a_stopped_server_refuses_connections() {
        let site = site();
        let mut server = serve(&site);
        assert!(ask(&server, "GET /").starts_with("HTTP/1.1 200"));
        server.stop();
        assert!(TcpStream::connect(server.address).is_err());
    }
}
