//! Which answer a request for a file of the site gets.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::percent_decode_str;
use site::headers::{cache_control, content_type};
use site::names::{NOT_FOUND, PAGE, STATIC_HOST};
use tower::ServiceExt as _;
use tower_http::services::{ServeDir, ServeFile};

use crate::{Headers, Options};

/// A folder, served under a prefix.
#[derive(Clone)]
pub(crate) struct Folder {
    prefix: String,
    headers: Headers,
    files: ServeDir,
    not_found: ServeFile,
}

impl Folder {
    pub(crate) fn new(options: Options) -> Self {
        let Options { dir, prefix, headers, .. } = options;
        let files = ServeDir::new(&dir).precompressed_br().precompressed_gzip();
        let files = files.redirect_path_prefix(prefix.trim_end_matches('/'));
        let not_found = ServeFile::new(dir.join(NOT_FOUND)).precompressed_br().precompressed_gzip();
        Self { prefix, headers, files, not_found }
    }

    /// The path behind the prefix, with its slash at the beginning, if visitors may see what is there.
    fn path<'a>(&self, uri: &'a Uri) -> Option<&'a str> {
        let rest = uri.path().strip_prefix(self.prefix.trim_end_matches('/'))?;
        let parts = rest.strip_prefix('/')?;
        let decoded = percent_decode_str(parts).decode_utf8().ok()?;
        let parts = decoded.strip_suffix('/').unwrap_or(&decoded);
        let leads_astray =
            |part: &str| part.is_empty() || part.starts_with('.') || part.contains(['\\', '\0']) || is_for_hosts(part);
        let is_right = decoded.is_empty() || !parts.split('/').any(leads_astray);
        is_right.then_some(rest)
    }

    /// The file that is sent for a path, as seen from the folder.
    fn file(&self, path: &str) -> PathBuf {
        let path = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy().into_owned();
        if path.is_empty() || path.ends_with('/') { format!("{path}{PAGE}") } else { path }.into()
    }

    /// The page for what is not there, as static hosts send it.
    async fn nothing(&self, accepted: Option<HeaderValue>) -> Response {
        let mut request = Request::new(Body::empty());
        request.headers_mut().extend(accepted.map(|accepted| (ACCEPT_ENCODING, accepted)));
        let found = self.not_found.clone().oneshot(request).await.into_response();
        if !found.status().is_success() {
            return self.sentence(StatusCode::NOT_FOUND, "There is no such page or file.");
        }
        let mut response = self.described(found, Path::new(NOT_FOUND));
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
    }

    fn sentence(&self, status: StatusCode, text: &str) -> Response {
        let mut response = self.described(Body::from(format!("{text}\n")).into_response(), Path::new(""));
        *response.status_mut() = status;
        set(&mut response, CONTENT_TYPE, "text/plain; charset=utf-8");
        response
    }

    /// An answer with the headers that say how it is to be taken.
    fn described(&self, mut response: Response, file: &Path) -> Response {
        for (name, value) in (self.headers)(file) {
            set(&mut response, HeaderName::from_bytes(name.as_bytes()).expect("a header has a name"), &value);
        }
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        set(&mut response, CACHE_CONTROL, cache_control(name));
        if response.status() != StatusCode::NOT_MODIFIED && !name.is_empty() {
            set(&mut response, CONTENT_TYPE, &content_type(name));
        }
        response
    }
}

/// Answers a request.
pub(crate) async fn answer(State(folder): State<Folder>, mut request: Request) -> Response {
    let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
    let prefix = folder.prefix.trim_end_matches('/');
    if !prefix.is_empty() && request.uri().path() == prefix {
        let mut response = folder.sentence(StatusCode::TEMPORARY_REDIRECT, "This page is at another address.");
        set(&mut response, LOCATION, &format!("{}{query}", folder.prefix));
        return response;
    }
    let accepted = request.headers().get(ACCEPT_ENCODING).cloned();
    let Some(path) = folder.path(request.uri()) else { return folder.nothing(accepted).await };
    let file = folder.file(path);
    let Ok(uri) = format!("{path}{query}").parse() else { return folder.nothing(accepted).await };
    *request.uri_mut() = uri;
    let response = folder.files.clone().oneshot(request).await.into_response();
    match response.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED => folder.described(response, &file),
        // The latter for a name that no file can have.
        StatusCode::NOT_FOUND | StatusCode::INTERNAL_SERVER_ERROR => folder.nothing(accepted).await,
        _ => folder.described(response, Path::new("")),
    }
}

/// Whether a file is for the host, and not for visitors: the rules, and what is sent in the place of the file that it is
/// of.
fn is_for_hosts(name: &str) -> bool {
    name == STATIC_HOST || name.ends_with(".br") || name.ends_with(".gz")
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    let value = HeaderValue::from_str(value).expect("a header's value is visible text");
    response.headers_mut().insert(name, value);
}
