//! What hosts are told to send: the real nginx with the configuration that is shipped.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use catalog::Messages;
use e2e::{Answer, Engine, ServedSite, Visitor, until};
use site::names::{NGINX, STATIC_HOST};
use site::{files, headers, project};

use crate::lazy::lazy_files;
use crate::partner::{Partner, page};

/// nginx with the built site, in a folder of its own.
struct Nginx {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Nginx {
    fn start(program: &Path) -> Self {
        let folder = env::temp_dir().join(format!("genomic-plans-nginx-{}", std::process::id()));
        let port = free_port();
        let site = env::var_os("DIST").map_or_else(project::dist, PathBuf::from);
        let ours = files::text(&project::root().join(NGINX)).expect("the configuration is there");
        for value in ["listen 80;", "root /srv/genomic-plans;"] {
            assert!(ours.contains(value), "{value} is not there to be set");
        }
        let ours = ours.replace("listen 80;", &format!("listen 127.0.0.1:{port};"));
        let ours = ours.replace("root /srv/genomic-plans;", &format!("root {};", site.display()));
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let paths: String = paths.iter().map(|name| format!("{name}_temp_path {name};\n")).collect();
        let whole = format!(
            "daemon off; master_process off; pid nginx.pid; error_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}include site.conf;\n}}\n"
        );
        files::write(&folder.join("site.conf"), ours).expect("a configuration can be written");
        files::write(&folder.join("nginx.conf"), whole).expect("a configuration can be written");
        let mut nginx = Command::new(program);
        nginx.arg("-p").arg(&folder).args(["-c", "nginx.conf", "-e", "stderr"]).stdin(Stdio::null());
        let process = nginx.spawn().expect("nginx starts");
        let nginx = Self { process, folder, port };
        until(|| TcpStream::connect(("127.0.0.1", port)).map(drop).map_err(|error| error.to_string()));
        nginx
    }

    /// Status and headers, in lower case, and the length of the body.
    fn get(&self, path: &str, more: &str) -> (String, usize) {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port)).expect("nginx listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{more}\r\n");
        connection.write_all(request.as_bytes()).expect("nginx reads");
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).expect("nginx answers");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer has a head");
        (String::from_utf8_lossy(&answer[..end]).to_lowercase(), answer.len() - end - 4)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        fs::remove_dir_all(&self.folder).ok();
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("it has an address").port()
}

#[test]
fn nginx_sends_what_the_site_needs() {
    // `cargo xtask test` says it where there is none; CI has it.
    let Some(program) = env::var_os("NGINX").map(PathBuf::from) else { return };
    let site = ServedSite::built();
    let nginx = Nginx::start(&program);
    let policy = format!("content-security-policy: {}", headers::policy()).to_lowercase();
    let has = |path: &str, expected: &[&str]| {
        let (head, _) = nginx.get(path, "");
        for line in expected.iter().copied().chain([policy.as_str(), "x-content-type-options: nosniff"]) {
            assert!(head.contains(line), "{path} has no \"{line}\":\n{head}");
        }
        head
    };
    let asked = "cache-control: no-cache";
    let for_ever = "cache-control: public, max-age=31536000, immutable";
    let only_us = "frame-ancestors 'self'";
    let all =
        ["permissions-policy: ", "referrer-policy: strict-origin-when-cross-origin", "access-control-allow-origin: *"];
    for page in ["/", "/ie/", "/?country=ie"] {
        has(page, &[&all[..], &["http/1.1 200", "content-type: text/html; charset=utf-8", asked, only_us]].concat());
    }
    for file in lazy_files(&site).into_iter().chain([site.wasm()]) {
        has(&format!("/{file}"), &["http/1.1 200", "content-type: application/wasm", for_ever]);
    }
    has(&format!("/{}", site.glue()), &["content-type: text/javascript; charset=utf-8", for_ever]);
    has(&format!("/{}", site.dataset()), &["content-type: application/json; charset=utf-8", for_ever]);
    has("/sw.js", &["content-type: text/javascript; charset=utf-8", asked]);
    has("/data/catalog.json", &["content-type: application/json; charset=utf-8", asked]);
    has("/data/", &["content-type: text/html; charset=utf-8", asked]);
    has("/data/resources.csv", &["content-type: text/csv; charset=utf-8", all[2], asked]);
    has("/data/countries.csv", &["content-type: text/csv; charset=utf-8", all[2], asked]);
    has("/data/dcat.jsonld", &["content-type: application/ld+json", all[2], asked]);
    has("/data/countries/ie.json", &["content-type: application/json; charset=utf-8", all[2], asked]);
    has("/manifest.webmanifest", &["content-type: application/manifest+json; charset=utf-8", asked]);
    has("/icon.svg", &["content-type: image/svg+xml; charset=utf-8", asked]);
    let missing = has("/novel/page/", &["http/1.1 404", "content-type: text/html; charset=utf-8", asked]);
    assert!(missing.contains(only_us));
    has(&format!("/{}", STATIC_HOST), &["http/1.1 404"]);
    // A folder without its slash would make relative addresses wrong.
    let (head, _) = nginx.get("/ie", "");
    assert!(head.contains("http/1.1 301") && head.contains("location: /ie/"), "{head}");
    assert!(head.contains("server: nginx\r"), "it tells its version: {head}");
    // The widget may be framed by everybody; every other page only by the site.
    let (head, _) = nginx.get("/embed/", "");
    assert!(head.contains("200 ok") && !head.contains("content-security-policy"), "{head}");
    for page in ["/embed/ie/", "/embed/?country=fr", "/embed/ie/index.html", "/embed/xx/"] {
        assert!(!nginx.get(page, "").0.contains("content-security-policy"), "{page}");
    }
    for page in ["/embed/..%2f", "/embed/../", "/embed/..%2f?country=ie", "/embed/%2e%2e/ie/", "/embed//..%2f"] {
        let (head, _) = nginx.get(page, "");
        assert!(head.contains(only_us), "{page} can be framed by anybody:\n{head}");
    }
    // Compressed once, by the build; what is compressed has no address of its own.
    has(&format!("/{}.gz", site.wasm()), &["http/1.1 404"]);
    let (head, length) = nginx.get(&format!("/{}", site.wasm()), "Accept-Encoding: gzip\r\n");
    assert!(head.contains("content-encoding: gzip"), "{head}");
    let twin = env::var_os("DIST").map_or_else(project::dist, PathBuf::from).join(format!("{}.gz", site.wasm()));
    assert_eq!(length as u64, twin.metadata().expect("the twin is there").len());
}

#[test]
fn pages_without_the_slash_at_their_end_work_on_hosts_that_do_not_add_it() {
    let site = ServedSite::copy_under("/a/b/");
    let pages = ["", "ie/", "embed/ie/", "about/", "accessibility/", "data/"].map(|page| {
        let html = site.text(&format!("{page}index.html"));
        (format!("/a/b/{page}").trim_end_matches('/').to_owned(), html)
    });
    site.inject_fault(move |path, answer| {
        let path = path.split('?').next().unwrap_or_default();
        if let Some((_, html)) = pages.iter().find(|(page, _)| page == path) {
            answer.status = 200;
            answer.body = html.clone().into_bytes();
            answer.set("Content-Type", "text/html; charset=utf-8");
        }
    });
    let visitor = Visitor::of(&site);
    visitor.without_workers();
    for (page, seen_as) in
        [("ie?view=table#list", "ie/?view=table#list"), ("../b?country=ie", "?country=ie"), ("embed/ie", "embed/ie/")]
    {
        visitor.open(page);
        visitor.waits_for("it has its address", &format!("return location.href === '{}{seen_as}'", site.address()));
        visitor.waits_for(
            "its style is there",
            "return document.querySelector('link[rel=stylesheet]').sheet?.cssRules.length > 0",
        );
    }
    for page in ["about", "data"] {
        visitor.open_whatever_comes(page);
        visitor.waits_for("its style is there", "return document.styleSheets[0].cssRules.length > 0");
    }
}

/// The answer of a host that sends a page at an address that is not its own.
fn send(answer: &mut Answer, html: &str) {
    answer.status = 200;
    answer.body = html.as_bytes().to_vec();
    answer.remove(&["Content-Encoding", "Content-Security-Policy", "ETag", "Last-Modified", "Location"]);
    answer.set("Content-Type", "text/html; charset=utf-8");
}

#[test]
fn a_folder_with_a_dot_in_its_name_has_its_slash_too() {
    for prefix in ["v1.2", "genomics.eu"] {
        let site = ServedSite::copy_under(&format!("/{prefix}/"));
        let html = site.text("index.html");
        let path_without = format!("/{prefix}");
        site.inject_fault(move |path, answer| {
            if path.split('?').next() == Some(path_without.as_str()) {
                send(answer, &html);
            }
        });
        let visitor = Visitor::of(&site);
        visitor.without_workers();
        visitor.open(&format!("../{prefix}?country=ie"));
        visitor.waits_for("it has its address", &format!("return location.href === '{}?country=ie'", site.address()));
        visitor.should_see("country=ie");
    }
}

#[test]
fn a_frame_without_an_origin_has_its_slash_too() {
    let partner = Partner::of(Engine::Chromium, ServedSite::copy_under("/a/b/"));
    let html = partner.site.text("embed/ie/index.html");
    partner.site.inject_fault(move |path, answer| {
        if path.split('?').next() == Some("/a/b/embed/ie") {
            send(answer, &html);
        }
    });
    // What was asked for in the wrong folder, before it was led on.
    partner.visitor.tolerates("Failed to load resource");
    partner.visitor.tolerates("MIME type");
    partner.visitor.tolerates_waste();
    partner.visits(&page(
        "<iframe id=f sandbox=allow-scripts src=\"{{ site }}/embed/ie\" title=B width=600 height=600></iframe>",
    ));
    partner.visitor.enters_frame("#f");
    partner.visitor.waits_until_ready();
    partner.visitor.should_read("h1", "Ireland");
    partner
        .visitor
        .waits_for("its style is there", "return document.querySelector('link[rel=stylesheet]').sheet !== null");
    partner.visitor.leaves_frame();
    // Not every browser lets such a frame change its address.
    assert!(partner.site.times_asked("/a/b/embed/ie/") <= 1, "it is led on again and again");
}

#[test]
fn a_page_that_is_not_there_is_shown_before_its_style_and_keeps_its_address() {
    let site = ServedSite::copy();
    let missing = site.text("404.html");
    site.inject_fault(move |path, answer| {
        if path == "/novel/page" {
            send(answer, &missing);
            answer.status = 404;
        }
        // A connection that is held for longer than the page waits.
        if path.contains("style-") {
            thread::sleep(Duration::from_secs(18));
        }
    });
    let visitor = Visitor::of(&site);
    visitor.tolerates("Failed to load resource");
    visitor.tolerates("MIME type");
    visitor.before_each_page(
        "const looking = setInterval(() => {
            if (!performance.getEntriesByName('first-contentful-paint').length) return;
            clearInterval(looking);
            window.shownAfter = performance.now();
        }, 50);",
    );
    visitor.open_whatever_comes("novel/page");
    visitor.should_read("h1", Messages::English.no_page());
    visitor.waits_for("it is shown", "return window.shownAfter !== undefined");
    let shown_after: f64 = visitor.script("return window.shownAfter", vec![]);
    assert!(shown_after < 15_000.0, "nothing was shown for {shown_after} ms");
    assert_eq!(visitor.address(), format!("{}novel/page", site.address()));
}
