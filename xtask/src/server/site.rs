//! Which answer a request for a file of the site gets.

use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use super::Headers;
use super::http::{Answer, Request};
use crate::headers::{self, EMBED_DIR, EVERYWHERE, FRAMING, IMMUTABLE, REVALIDATE, STATIC_HOST};
use crate::pages::NOT_FOUND;

/// Compressed twins by preference: name in `Accept-Encoding`, end of the file's name.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// A folder, served under a prefix.
pub(super) struct StaticFiles {
    dir: PathBuf,
    prefix: String,
    headers: Headers,
}

/// What a path stands for.
enum Found {
    File(PathBuf),
    /// A folder without the slash at its end, without which its relative links would go wrong.
    Elsewhere(String),
    Nothing,
}

impl StaticFiles {
    pub(super) fn new(dir: PathBuf, prefix: &str, headers: Headers) -> Self {
        Self { dir, prefix: prefix.to_owned(), headers }
    }

    /// The answer to a request.
    pub(super) fn answer(&self, request: &Request) -> Answer {
        if request.method != "GET" && request.method != "HEAD" {
            let allow = ("Allow", "GET, HEAD".to_owned());
            return self.sentence(405, vec![allow], "This method is not supported here.");
        }
        let (path, query) = match request.target.split_once('?') {
            Some((path, query)) => (path, format!("?{query}")),
            None => (request.target.as_str(), String::new()),
        };
        match self.find(path) {
            Found::File(file) => self.file(request, &file, 200).unwrap_or_else(|| self.nothing(request)),
            Found::Elsewhere(path) => {
                let location = ("Location", format!("{path}{query}"));
                self.sentence(301, vec![location], "This page is at another address.")
            }
            Found::Nothing => self.nothing(request),
        }
    }

    fn find(&self, path: &str) -> Found {
        let root = self.prefix.trim_end_matches('/');
        let Some(rest) = path.strip_prefix(root) else {
            return Found::Nothing;
        };
        if rest.is_empty() {
            return Found::Elsewhere(self.prefix.clone());
        }
        let Some(file) = rest.strip_prefix('/').and_then(|rest| self.inside(rest)) else {
            return Found::Nothing;
        };
        if !file.is_dir() {
            return if path.ends_with('/') { Found::Nothing } else { Found::File(file) };
        }
        if path.ends_with('/') { Found::File(file.join("index.html")) } else { Found::Elsewhere(format!("{path}/")) }
    }

    /// The place of a path in the folder, or none if it leads out of it or to a hidden file.
    fn inside(&self, path: &str) -> Option<PathBuf> {
        let path = decoded(path)?;
        let mut place = self.dir.clone();
        for part in path.strip_suffix('/').unwrap_or(&path).split('/') {
            let is_root = path.is_empty();
            // What is told to a host is not for visitors.
            let is_for_hosts = part == STATIC_HOST;
            let leads_astray = part.is_empty() || part.starts_with('.') || part.contains(['\\', '\0']) || is_for_hosts;
            if leads_astray && !is_root {
                return None;
            }
            place.push(part);
        }
        Some(place)
    }
}

impl StaticFiles {
    /// The page for what is not there, as static hosts send it.
    fn nothing(&self, request: &Request) -> Answer {
        let page = self.file(request, &self.dir.join(NOT_FOUND), 404);
        page.unwrap_or_else(|| self.sentence(404, Vec::new(), "There is no such page or file."))
    }

    fn file(&self, request: &Request, file: &Path, status: u16) -> Option<Answer> {
        let plain = fs::read(file).ok()?;
        let name = file.file_name()?.to_str()?;
        let mut headers = (self.headers)(file.strip_prefix(&self.dir).ok()?);
        headers.push(("Content-Type", content_type(name).to_owned()));
        headers.push(("Cache-Control", cache_control(name).to_owned()));
        headers.push(("Vary", "Accept-Encoding".to_owned()));
        let accepted = request.header("accept-encoding").unwrap_or_default();
        let twin = ENCODINGS
            .iter()
            .filter(|(encoding, _)| accepts(accepted, encoding))
            .find_map(|&(encoding, end)| Some((encoding, fs::read(file.with_file_name(format!("{name}{end}"))).ok()?)));
        let body = match twin {
            Some((encoding, compressed)) => {
                headers.push(("Content-Encoding", encoding.to_owned()));
                compressed
            }
            None => plain,
        };
        let tag = tag(&body);
        let is_known = request
            .header("if-none-match")
            .is_some_and(|known| known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag));
        headers.push(("ETag", tag));
        Some(match is_known && status == 200 {
            true => Answer { status: 304, headers, body: Vec::new(), cut: None },
            false => Answer { status, headers, body, cut: None },
        })
    }

    fn sentence(&self, status: u16, more: Vec<(&'static str, String)>, text: &str) -> Answer {
        let mut headers = (self.headers)(Path::new(""));
        headers.extend(more);
        headers.push(("Content-Type", "text/plain; charset=utf-8".to_owned()));
        headers.push(("Cache-Control", "no-cache".to_owned()));
        Answer { status, headers, body: format!("{text}\n").into_bytes(), cut: None }
    }
}

/// What every answer of a built site has. Only the widget may be framed by others, and its policy is only in its pages.
pub(super) fn headers(file: &Path) -> Vec<(&'static str, String)> {
    let policy = (!file.starts_with(EMBED_DIR))
        .then(|| ("Content-Security-Policy", format!("{}; {FRAMING}", headers::policy())));
    policy.into_iter().chain(EVERYWHERE.map(|(name, value)| (name, value.to_owned()))).collect()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, kind)| kind) {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "jpg" | "jpeg" => "image/jpeg",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        // JSON-LD is UTF-8 by itself, and its type has no charset.
        "jsonld" => "application/ld+json",
        "md" | "txt" => "text/plain; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "webp" => "image/webp",
        "xml" => "application/xml; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A file whose name has the hash of its contents never changes; any other is asked about each time.
fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) { IMMUTABLE } else { REVALIDATE }
}

/// Whether Trunk has put a hash in a name: `style-1f0e3dad99908345.css`, `app-…_bg.wasm`.
///
/// Trunk writes 64 bits without leading zeros; one name in 4096 has fewer than 13 digits left, and
/// is then only asked about more often than it needs.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        (13..=16).contains(&hash.len()) && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// Whether an `Accept-Encoding` header accepts an encoding: named, and not with `q=0`.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let is_refused = parts.filter_map(|part| part.strip_prefix("q=")).any(|weight| weight.parse() == Ok(0.0));
        is_named && !is_refused
    })
}

/// An entity tag from the contents. It only has to stay the same while this server runs.
fn tag(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(body);
    format!("\"{:016x}\"", hasher.finish())
}

/// Resolves `%20` and the like; none if the result is not text.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
