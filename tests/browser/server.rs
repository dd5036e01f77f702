//! A server of files, as small as can be: one request a connection.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

/// Serves a directory on a port of its own for as long as the tests run.
pub struct Server {
    /// Its address, with a slash at the end.
    pub url: String,
}

impl Server {
    pub fn start(directory: PathBuf) -> Self {
        Self::with_policies(directory, Vec::new())
    }

    /// Serves a directory with the policies that `policy/nginx.conf` in it names: the
    /// page's, and that of its worker.
    #[allow(dead_code)] // Not every program of the tests needs it.
    pub fn strict(directory: PathBuf) -> Self {
        let settings = std::fs::read_to_string(directory.join("policy/nginx.conf")).expect("settings");
        let mark = "Content-Security-Policy \"";
        let policies = settings.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
        let policies: Vec<String> = policies.map(str::to_string).collect();
        assert_eq!(policies.len(), 2, "the settings name two policies");
        Self::with_policies(directory, policies)
    }

    fn with_policies(directory: PathBuf, policies: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("bound"));
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (directory, policies) = (directory.clone(), policies.clone());
                std::thread::spawn(move || answer(&connection, &directory, &policies));
            }
        });
        Self { url }
    }
}

fn answer(connection: &TcpStream, directory: &Path, policies: &[String]) -> Option<()> {
    let mut lines = BufReader::new(connection).lines();
    let first = lines.next()?.ok()?;
    // The rest of the head is read, or closing would reset the connection.
    for line in lines {
        if line.ok()?.is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1)?.split('?').next()?.trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    let kind = match path.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let (status, body) = match std::fs::read(directory.join(path)) {
        Ok(body) if !path.contains("..") => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    let policy = match path {
        "index.html" => policies.first(),
        "sw.js" => policies.last(),
        _ => None,
    };
    let policy = policy.map_or(String::new(), |policy| format!("Content-Security-Policy: {policy}\r\n"));
    // Anybody may load the module and the element.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{policy}\
         Access-Control-Allow-Origin: *\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut out = connection;
    out.write_all(head.as_bytes()).ok()?;
    out.write_all(&body).ok()
}
