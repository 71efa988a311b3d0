//! As much of HTTP/1.1 as a server of files needs: requests without a body, answers of known length.

use std::io::{self, BufRead, Read, Write};

/// A request's head may be this long; browsers stay far below.
const LONGEST_HEAD: u64 = 64 * 1024;

/// A request.
#[derive(Debug, Default)]
pub(super) struct Request {
    /// `GET`, `HEAD` or another.
    pub(super) method: String,
    /// The path and query as they were sent.
    pub(super) target: String,
    /// Whether the connection ends after the answer.
    pub(super) closes: bool,
    headers: Vec<(String, String)>,
}

/// An answer. Its length is added when it is written.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(&'static str, String)>,
    /// What is sent after them.
    pub body: Vec<u8>,
    /// After how many bytes of the body the connection ends; only tests let a server fail so.
    pub cut: Option<usize>,
}

impl Answer {
    /// Sets a header, in place of the one that is there.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
    }
}

impl Request {
    /// The value of a header, by its name in lower case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// Reads the next request of a connection, or `None` when there is none.
pub(super) fn read(connection: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = connection.take(LONGEST_HEAD);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_ascii_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let mut request = Request { method: method.into(), target: target.into(), ..Request::default() };
    let is_old = version == "HTTP/1.0";
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':') {
            request.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    let wants_close = request.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
    // A body is not read, so what follows it could not be told from it.
    let has_body = request.header("transfer-encoding").is_some()
        || request.header("content-length").is_some_and(|length| length != "0");
    request.closes = is_old || wants_close || has_body;
    Ok(Some(request))
}

/// Writes the answer to a request in one piece.
pub(super) fn write(mut connection: impl Write, request: &Request, answer: &Answer) -> io::Result<()> {
    let Answer { status, headers, body, cut } = answer;
    let mut bytes = format!("HTTP/1.1 {status} {}\r\n", reason(*status)).into_bytes();
    for (name, value) in headers {
        write!(bytes, "{name}: {value}\r\n")?;
    }
    // 304 has no body and must not claim that the file is empty.
    if *status != 304 {
        write!(bytes, "Content-Length: {}\r\n", body.len())?;
    }
    if request.closes {
        bytes.extend_from_slice(b"Connection: close\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    if request.method != "HEAD" {
        bytes.extend_from_slice(&body[..cut.unwrap_or(body.len()).min(body.len())]);
    }
    connection.write_all(&bytes)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    }
}
