//! Tests of the server over plain connections.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use site::{files, headers};

use super::{Answer as Sent, KEPT_REQUESTS, LONGEST_KEPT, Options, Server};

/// A site in a folder of its own, served under a prefix; the folder goes with it.
struct TestSite {
    dir: PathBuf,
    server: Server,
}

impl TestSite {
    fn open(prefix: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let dir = std::env::temp_dir().join(format!("genomic-plans-server-{name}"));
        let files: [(&str, &[u8]); 15] = [
            ("index.html", b"<p>start</p>"),
            ("ie/index.html", b"<p>Ireland</p>"),
            ("sw.js", b"let a;"),
            ("app-1f0e3dad99908345_bg.wasm", b"plain"),
            ("app-1f0e3dad99908345_bg.wasm.br", b"brotli"),
            ("app-1f0e3dad99908345_bg.wasm.gz", b"gzip"),
            ("manifest.webmanifest", b"{}"),
            ("data/resources.csv", b"id"),
            ("data/dcat.jsonld", b"{}"),
            ("data/countries/ie.json", b"{}"),
            ("a b.txt", b"space"),
            (".hidden", b"secret"),
            ("_headers", b"/*"),
            ("ie/index.html.br", b"brotli"),
            ("ie/index.html.gz", b"gzip"),
        ];
        for (file, contents) in files {
            files::write(&dir.join(file), contents).expect("the site can be written");
        }
        let options = Options::of_site(dir.clone(), 0, prefix);
        Self { dir, server: Server::start(options).expect("a port is free") }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(self.server.address).expect("the server listens")
    }

    fn ask(&self, request: &str) -> Answer {
        let mut connection = self.connect();
        write!(connection, "{request}\r\nConnection: close\r\n\r\n").expect("the server reads");
        let mut text = String::new();
        connection.read_to_string(&mut text).expect("the server answers");
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer has a head");
        Answer { head: head.into(), body: body.into() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path} HTTP/1.1"))
    }
}

impl Drop for TestSite {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.dir).ok();
    }
}

struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> u16 {
        let status = self.head.split(' ').nth(1).and_then(|status| status.parse().ok());
        status.expect("an answer has a status")
    }

    fn header(&self, name: &str) -> Option<&str> {
        let headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }
}

const WASM: &str = "/app-1f0e3dad99908345_bg.wasm";

#[test]
fn a_folder_is_its_page() {
    let site = TestSite::open("/");
    let check = |path, status, body| {
        let answer = site.get(path);
        assert_eq!((answer.status(), answer.body.as_str()), (status, body), "{path}");
    };
    check("/", 200, "<p>start</p>");
    check("/?country=ie", 200, "<p>start</p>");
    check("/index.html", 200, "<p>start</p>");
    check("/ie/", 200, "<p>Ireland</p>");
    check("/a%20b.txt", 200, "space");
    let redirect = site.get("/ie?view=map");
    assert_eq!((redirect.status(), redirect.header("Location")), (307, Some("/ie/?view=map")));
}

#[test]
fn what_is_not_there_is_never_answered_with_a_page() {
    let site = TestSite::open("/");
    let missing = "/no.wasm /app-1f0e3dad99908345_bg.wasm.br /app-1f0e3dad99908345_bg.wasm.gz /no/ /sw.js/ /.hidden /%2ehidden //ie/ /ie/../ /%2e%2e/etc /%zz /%ff";
    for path in missing.split(' ') {
        let answer = site.get(path);
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(answer.header("Content-Type"), Some("text/plain; charset=utf-8"));
        assert_eq!(answer.body, "There is no such page or file.\n");
    }
}

#[test]
fn a_compressed_twin_is_sent_to_those_who_accept_it() {
    let site = TestSite::open("/");
    let check = |accepted: &str, encoding, body: &str| {
        let answer = site.ask(&format!("GET {WASM} HTTP/1.1\r\nAccept-Encoding: {accepted}"));
        assert_eq!(answer.header("Content-Encoding"), encoding, "{accepted}");
        assert_eq!(answer.header("Content-Length"), Some(body.len().to_string().as_str()));
        assert_eq!(answer.header("Content-Type"), Some("application/wasm"));
        assert_eq!(answer.header("Vary"), Some("accept-encoding"));
        assert_eq!(answer.body, body);
    };
    check("gzip, deflate, br, zstd", Some("br"), "brotli");
    check("gzip;q=1.0, br;q=0", Some("gzip"), "gzip");
    check("identity", None, "plain");
}

#[test]
fn hashed_files_are_kept_and_others_are_asked_about() {
    let site = TestSite::open("/");
    let check = |path, expected| {
        assert_eq!(site.get(path).header("Cache-Control"), Some(expected), "{path}");
    };
    check(WASM, "public, max-age=31536000, immutable");
    check("/", "no-cache");
    check("/sw.js", "no-cache");
    check("/no.wasm", "no-cache");
}

#[test]
fn a_file_that_is_known_is_not_sent_again() {
    let site = TestSite::open("/");
    let tag = site.get("/sw.js").header("ETag").expect("a file has a tag").to_owned();
    let again = site.ask(&format!("GET /sw.js HTTP/1.1\r\nIf-None-Match: {tag}"));
    assert_eq!((again.status(), again.body.as_str()), (304, ""));
    let other = site.ask("GET /sw.js HTTP/1.1\r\nIf-None-Match: \"other\"");
    assert_eq!((other.status(), other.body.as_str()), (200, "let a;"));
}

#[test]
fn every_answer_has_the_safety_headers() {
    let site = TestSite::open("/");
    for path in ["/", "/manifest.webmanifest", "/no", "/ie"] {
        let answer = site.get(path);
        let policy = format!("{}; {}", headers::policy(), headers::FRAMING);
        assert_eq!(answer.header("Content-Security-Policy"), Some(policy.as_str()), "{path}");
        for (name, value) in headers::EVERYWHERE {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
        assert_eq!(answer.header("Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"));
        assert_eq!(answer.header("Referrer-Policy"), Some("strict-origin-when-cross-origin"));
    }
    let manifest = site.get("/manifest.webmanifest");
    let expected = "application/manifest+json; charset=utf-8";
    assert_eq!(manifest.header("Content-Type"), Some(expected));
}

#[test]
fn the_data_can_be_read_by_other_sites_and_says_what_it_is() {
    let site = TestSite::open("/");
    let check = |path, expected| {
        let answer = site.get(path);
        assert_eq!(answer.header("Content-Type"), Some(expected), "{path}");
        assert_eq!(answer.header("Access-Control-Allow-Origin"), Some("*"), "{path}");
    };
    check("/data/resources.csv", "text/csv; charset=utf-8");
    check("/data/dcat.jsonld", "application/ld+json");
    check("/data/countries/ie.json", "application/json; charset=utf-8");
}

#[test]
fn only_get_and_head_are_answered() {
    let site = TestSite::open("/");
    let head = site.ask("HEAD /sw.js HTTP/1.1");
    assert_eq!((head.status(), head.header("Content-Length"), head.body.as_str()), (200, Some("6"), ""));
    let post = site.ask("POST /sw.js HTTP/1.1\r\nContent-Length: 2");
    assert_eq!((post.status(), post.header("Allow")), (405, Some("GET,HEAD")));
}

#[test]
fn a_site_can_be_in_a_sub_path() {
    let site = TestSite::open("/a/b/");
    assert!(site.server.address().ends_with("/a/b/"));
    assert_eq!(site.get("/a/b/ie/").body, "<p>Ireland</p>");
    assert_eq!(site.get("/a/b").header("Location"), Some("/a/b/"));
    assert_eq!(site.get("/a/b?view=map").header("Location"), Some("/a/b/?view=map"));
    assert_eq!(site.get("/a/b/ie").header("Location"), Some("/a/b/ie/"));
    for outside in ["/", "/a/", "/ie/", "/a/bc", "/a/b//"] {
        assert_eq!(site.get(outside).status(), 404, "{outside}");
    }
}

#[test]
fn requests_are_remembered_until_they_are_forgotten() {
    let site = TestSite::open("/");
    site.get("/?q=a");
    site.get("/no");
    assert_eq!(site.server.requests(), ["/?q=a", "/no"]);
    site.server.forget_requests();
    assert!(site.server.requests().is_empty());
}

#[test]
fn what_is_remembered_has_its_bounds() {
    let site = TestSite::open("/");
    site.get(&format!("/?q={}", "a".repeat(60_000)));
    assert_eq!(site.server.requests(), [format!("/?q={}", "a".repeat(LONGEST_KEPT - 4))]);
    let mut connection = site.connect();
    let half = KEPT_REQUESTS / 2;
    for _ in 0..3 {
        let asked: String = (0..half).map(|at| format!("HEAD /{at} HTTP/1.1\r\n\r\n")).collect();
        let mut writing = connection.try_clone().expect("a connection can be shared");
        let asking = std::thread::spawn(move || writing.write_all(asked.as_bytes()).expect("the server reads"));
        // Each answer to HEAD ends with an empty line.
        let (mut ends, mut buffer, mut last) = (0, [0; 4096], Vec::new());
        while ends < half {
            let length = connection.read(&mut buffer).expect("the server answers");
            assert!(length > 0, "the server ends the connection by itself");
            last.extend_from_slice(&buffer[..length]);
            ends += last.windows(4).filter(|end| end == b"\r\n\r\n").count();
            last.drain(..last.len() - 3);
        }
        asking.join().expect("all was asked");
    }
    let kept = site.server.requests();
    assert_eq!(kept.len(), KEPT_REQUESTS);
    assert_eq!((&*kept[0], kept.last().map(|last| &**last)), ("/0", Some(&*format!("/{}", half - 1))));
}

#[test]
fn what_is_for_the_host_is_not_sent_by_name() {
    let site = TestSite::open("/");
    let names = "/_headers /_headers?a=1 /%5fheaders /_%68eaders /_headers/ /ie/index.html.br /ie/index.html.gz \
                 /ie/index.html%2ebr /ie/index.html.gz?a /app-1f0e3dad99908345_bg.wasm.br";
    for path in names.split_whitespace() {
        for accepted in ["identity", "gzip, br"] {
            let answer = site.ask(&format!("GET {path} HTTP/1.1\r\nAccept-Encoding: {accepted}"));
            assert_eq!((answer.status(), &*answer.body), (404, "There is no such page or file.\n"), "{path}");
        }
    }
}

#[test]
fn a_connection_that_says_nothing_does_not_hold_up_others() {
    let site = TestSite::open("/");
    let silent: Vec<TcpStream> = (0..20).map(|_| site.connect()).collect();
    assert_eq!(site.get("/").status(), 200);
    drop(silent);
}

#[test]
fn a_stopped_server_answers_nobody_and_can_start_again() {
    let mut site = TestSite::open("/");
    let mut kept = site.connect();
    kept.write_all(b"GET / HTTP/1.1\r\n\r\n").expect("the server reads");
    // The head and the body may come one after the other.
    let mut answer = Vec::new();
    let mut buffer = [0; 2048];
    while !answer.ends_with(b"<p>start</p>") {
        let length = kept.read(&mut buffer).expect("the server answers");
        assert!(length > 0, "the server ends the connection by itself");
        answer.extend_from_slice(&buffer[..length]);
    }

    site.server.stop();
    // Writing to a closed connection may succeed once; nothing comes back.
    kept.write_all(b"GET / HTTP/1.1\r\n\r\n").ok();
    assert_eq!(kept.read(&mut buffer).unwrap_or(0), 0);
    assert!(TcpStream::connect(site.server.address).is_err());

    let address = site.server.address();
    site.server.start_again().expect("the port is still free");
    assert_eq!(site.server.address(), address);
    assert_eq!(site.get("/").status(), 200);
}

#[test]
fn a_port_in_use_is_left_for_the_next() {
    let site = TestSite::open("/");
    let port = site.server.address.port();
    let options = Options::of_site(site.dir.clone(), port, "/");
    assert!(Server::start(options.clone()).is_err());
    let (other, used) = Server::start_near(options).expect("a port is free");
    assert_ne!(used, port);
    drop(other);
}

#[test]
fn only_the_widget_may_be_framed_by_others() {
    let site = TestSite::open("/a/");
    files::write(&site.dir.join("embed/index.html"), "<p>widget</p>").expect("a page can be written");
    assert_eq!(site.get("/a/embed/").header("Content-Security-Policy"), None);
    assert!(site.get("/a/ie/").header("Content-Security-Policy").is_some());
}

#[test]
fn what_is_not_there_is_answered_with_the_page_for_it() {
    let site = TestSite::open("/");
    assert_eq!(site.get("/no").body, "There is no such page or file.\n");
    files::write(&site.dir.join("404.html"), "<p>lost</p>").expect("a page can be written");
    let answer = site.get("/no/such/page");
    assert_eq!((answer.status(), answer.body.as_str()), (404, "<p>lost</p>"));
}

#[test]
fn a_server_that_fails_sends_what_it_is_told() {
    let site = TestSite::open("/");
    site.server.inject_fault(Arc::new(|path: &str, answer: &mut Sent| {
        if path == "/sw.js" {
            answer.cut = Some(3);
        }
    }));
    assert_eq!(site.get("/sw.js").body, "let");
    assert_eq!(site.get("/").body, "<p>start</p>");
    site.server.clear_faults();
    assert_eq!(site.get("/sw.js").body, "let a;");
}

#[test]
fn another_folder_has_other_headers() {
    let site = TestSite::open("/");
    let headers: super::Headers = Arc::new(|file| vec![("X-File", file.display().to_string())]);
    let options = Options { headers, ..Options::of_site(site.dir.clone(), 0, "/") };
    let site = TestSite { server: Server::start(options).expect("a port is free"), dir: site.dir.clone() };
    let check = |path, expected| {
        let answer = site.get(path);
        assert_eq!(
            (answer.header("X-File"), answer.header("Content-Security-Policy")),
            (Some(expected), None),
            "{path}"
        );
    };
    check("/ie/", "ie/index.html");
    check("/no", "");
}
