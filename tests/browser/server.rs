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
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("bound"));
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let directory = directory.clone();
                std::thread::spawn(move || answer(&connection, &directory));
            }
        });
        Self { url }
    }
}

fn answer(connection: &TcpStream, directory: &Path) -> Option<()> {
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
        _ => "application/octet-stream",
    };
    let (status, body) = match std::fs::read(directory.join(path)) {
        Ok(body) if !path.contains("..") => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut out = connection;
    out.write_all(head.as_bytes()).ok()?;
    out.write_all(&body).ok()
}
