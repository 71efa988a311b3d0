//! Pages of partners, which show a part of the site, served from another origin than it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::Result;
use catalog::{EmbedMode, snippet};
use maud::{DOCTYPE, html};
use site::files::{self, TemporaryFolder};
use site::names::PAGE;

use crate::{Options, Server, lock};

/// The pages, by the paths that they are served at, and what each shows.
pub const EXAMPLES: [(&str, &str); 9] = [
    ("plain.html", "The element, further down in an ordinary page"),
    ("frame.html", "Frames without any script, in a column of 300 pixels and across the page"),
    (STRICT, "The element under a strict content security policy"),
    ("wordpress.html", "What WordPress makes of a pasted link: a frame that may do little"),
    ("sandboxed.html", "A frame that may do nothing at all"),
    ("inline.html", "The app itself in the page, twice, among hostile styles, once in the page's own colours"),
    ("jekyll.html", "A page of Jekyll"),
    ("react/", "The element in an app made with React"),
    ("vue/", "The element in an app made with Vue"),
];

/// What the pages need, or are made from.
pub const OTHERS: [&str; 2] = ["strict-csp.css", "jekyll.md"];

/// The page that is sent with a policy.
const STRICT: &str = "strict-csp.html";

/// What stands in the pages for the address of the site, without its slash at the end.
const SITE: &str = "{{ site }}";

/// The file of a page in its folder.
pub fn file_of(path: &str) -> String {
    if path.ends_with('/') { format!("{path}{PAGE}") } else { path.to_owned() }
}

/// Pages of partners of one site, served from a port of their own and so from another origin. They stop, and their
/// folder goes, when this is dropped.
pub struct Hosts {
    server: Server,
    folder: TemporaryFolder,
    site: String,
    policies: Policies,
    added: AtomicUsize,
}

/// The content security policies of the pages that have one, by their files.
type Policies = Arc<Mutex<HashMap<PathBuf, String>>>;

impl Hosts {
    /// Serves what `cargo xtask examples` has made, for the site at an address, on the wanted port or one of the next; also gives the
    /// port that was taken.
    pub fn start(examples: &Path, site: &str, port: u16) -> Result<(Self, u16)> {
        let folder = TemporaryFolder::new("hosts");
        let site = site.trim_end_matches('/').to_owned();
        for file in files::list(examples)? {
            let text = files::text(&examples.join(&file))?;
            files::write(&folder.path().join(&file), text.replace(SITE, &site))?;
        }
        files::write(&folder.path().join(PAGE), index(&site))?;
        // Browsers ask for it by themselves, and complain where it is missing.
        files::write(&folder.path().join("favicon.ico"), "")?;
        let policies = Policies::default();
        lock(&policies).insert(STRICT.into(), strict(&site));
        let known = Arc::clone(&policies);
        let headers = move |file: &Path| {
            let policy = lock(&known).get(file).cloned();
            policy.map(|policy| ("Content-Security-Policy", policy)).into_iter().collect()
        };
        let options =
            Options { dir: folder.path().to_owned(), port, prefix: "/".to_owned(), headers: Arc::new(headers) };
        let (server, used) = Server::start_near(options)?;
        Ok((Self { server, folder, site, policies, added: AtomicUsize::new(0) }, used))
    }

    /// The address of the list of all pages.
    pub fn address(&self) -> String {
        self.server.address()
    }

    /// The address of a page, by its path: `plain.html`, `react/`.
    pub fn page(&self, path: &str) -> String {
        self.address() + path
    }

    /// Adds a page, in which `{{ site }}` is the site's address, with a policy if it is to have one; its address.
    pub fn add(&self, html: &str, policy: Option<&str>) -> Result<String> {
        let file = format!("page-{}.html", self.added.fetch_add(1, Ordering::Relaxed));
        if let Some(policy) = policy {
            lock(&self.policies).insert(file.clone().into(), policy.replace(SITE, &self.site));
        }
        self.put(&file, &html.replace(SITE, &self.site))
    }

    /// Adds any file; its address.
    pub fn put(&self, file: &str, content: &str) -> Result<String> {
        files::write(&self.folder.path().join(file), content)?;
        Ok(self.page(file))
    }

    /// The server, which knows what was asked for and can be told to fail.
    pub fn server(&self) -> &Server {
        &self.server
    }
}

/// The policy of [`STRICT`]: nothing but the page's own style, and what the element needs.
fn strict(site: &str) -> String {
    format!("default-src 'none'; style-src 'self'; {}", snippet::policy(EmbedMode::Element, &format!("{site}/")))
}

/// The list of all pages.
fn index(site: &str) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Examples" }
            }
            body {
                h1 { "Pages of partners" }
                p { "They show parts of " a href={ (site) "/" } { (site) "/" } "." }
                ul { @for (path, words) in EXAMPLES { li { a href=(path) { (words) } } } }
            }
        }
    };
    page.into_string()
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
    use std::path::PathBuf;

    use catalog::{EmbedMode, snippet};
    use site::files::{self, TemporaryFolder};
    use site::project;

    use super::{EXAMPLES, Hosts, OTHERS, SITE, STRICT, file_of, index, strict};

    const ADDRESS: &str = "http://127.0.0.1:1/a/";

    fn folder() -> PathBuf {
        project::root().join("examples")
    }

    fn text(path: &str) -> String {
        files::text(&folder().join(file_of(path))).expect("the page is there")
    }

    /// The pages as they are kept, without what is bundled.
    fn hosts() -> Hosts {
        let pages = TemporaryFolder::new("pages");
        for path in EXAMPLES.map(|(path, _)| path).iter().chain(&OTHERS) {
            files::write(&pages.path().join(file_of(path)), text(path)).expect("the page can be written");
        }
        Hosts::start(pages.path(), ADDRESS, 0).expect("a port is free").0
    }

    fn get(address: &str) -> String {
        let (host, path) = address["http://".len()..].split_once('/').expect("an address has a path");
        let mut connection = TcpStream::connect(host).expect("the server listens");
        write!(connection, "GET /{path} HTTP/1.1\r\nConnection: close\r\n\r\n").expect("the server reads");
        let mut answer = String::new();
        connection.read_to_string(&mut answer).expect("the server answers");
        answer
    }

    fn has_policy(answer: &str, policy: Option<&str>) -> bool {
        answer.lines().find_map(|line| line.strip_prefix("content-security-policy: ")) == policy
    }

    #[test]
    fn every_page_of_the_folder_is_listed_and_says_what_it_is() {
        let mut found: Vec<String> = std::fs::read_dir(folder())
            .expect("the folder can be read")
            .map(|entry| entry.expect("it can be read").path())
            .filter_map(|path| {
                let name = path.file_name()?.to_str()?;
                let is_page = name.ends_with(".html");
                let is_app = path.join("index.html").is_file();
                (is_page || is_app).then(|| if is_app { format!("{name}/") } else { name.to_owned() })
            })
            .collect();
        let mut listed = EXAMPLES.map(|(path, _)| path.to_owned());
        found.sort();
        listed.sort();
        assert_eq!(found, listed);
        let (list, readme) = (index(ADDRESS), text("README.md"));
        for (path, words) in EXAMPLES {
            assert!(list.contains(&format!("<a href=\"{path}\">{words}</a>")), "{list}");
            assert!(readme.contains(&format!("({path})")), "README.md does not name {path}");
            assert!(text(path).starts_with("<!doctype html>\n<!--"), "{path} does not begin with what it is");
        }
    }

    #[test]
    fn the_site_is_nowhere_but_where_it_is_replaced() {
        for path in EXAMPLES.map(|(path, _)| path).iter().chain(&["jekyll.md"]) {
            let text = text(path);
            assert!(text.contains(SITE), "{path} has no {SITE}");
            assert!(!text.replace(SITE, "").contains("://"), "{path} has an address of its own");
        }
    }

    /// Where an example has a frame, it is the one that everybody else is given.
    #[test]
    fn the_frames_are_those_of_the_core() {
        let expected = snippet::frame("{{ site }}/", "embed/ie/", "National genomic plan: Ireland", None, 600);
        assert!(text("frame.html").contains(&expected), "{expected}");
        let active = "embed/?kind=strategy&status=active";
        let expected = snippet::frame("{{ site }}/", active, &snippet::title(None), None, 800);
        assert!(text("frame.html").contains(&expected), "{expected}");
        assert!(text("plain.html").contains("<script type=\"module\" src=\"{{ site }}/widget.js\"></script>"));
    }

    #[test]
    fn the_guide_has_the_snippets_and_policies_of_the_core() {
        let guide = files::text(&project::root().join("docs/embedding.md")).expect("the guide is there");
        let site = "https://plans.example.org/";
        let check = |expected: String| assert!(guide.contains(&expected), "docs/embedding.md has no {expected}");
        check(snippet::frame(site, "embed/ie/", "National genomic plan: Ireland", None, 600));
        let fallback = Some(("?country=fr,ie", "National genomic plans: France and Ireland"));
        check(snippet::element(site, &[("country", "ie fr")], fallback));
        check(snippet::element(site, &[("mode", "inline"), ("country", "ie fr")], fallback));
        for mode in EmbedMode::ALL {
            check(format!("| {} | `{}` |", mode.name(), snippet::policy(*mode, site)));
        }
    }

    #[test]
    fn pages_are_served_with_the_address_and_their_policies() {
        let hosts = hosts();
        let plain = get(&hosts.page("plain.html"));
        assert!(plain.contains("src=\"http://127.0.0.1:1/a/widget.js\"") && has_policy(&plain, None), "{plain}");
        let policy =
            "default-src 'none'; style-src 'self'; script-src http://127.0.0.1:1/a/; frame-src http://127.0.0.1:1/a/";
        let page = get(&hosts.page(STRICT));
        assert!(has_policy(&page, Some(policy)), "{page}");
        // What the page says of itself is what is sent.
        assert!(page.contains(&format!("    Content-Security-Policy: {policy}\n")), "{page}");
        assert_eq!(strict("http://127.0.0.1:1/a"), policy);
        assert!(get(&hosts.address()).contains("<a href=\"react/\">"));
        assert!(get(&hosts.page("no.html")).starts_with("HTTP/1.1 404 "));
    }

    #[test]
    fn a_page_can_be_added_with_a_policy() {
        let hosts = hosts();
        let policy = snippet::policy(EmbedMode::Frame, "{{ site }}/");
        let address = hosts.add("<p>{{ site }}/", Some(&policy)).expect("it can be written");
        let page = get(&address);
        assert!(
            page.ends_with("<p>http://127.0.0.1:1/a/") && has_policy(&page, Some("frame-src http://127.0.0.1:1/a/"))
        );
        let other = hosts.add("<p>", None).expect("it can be written");
        assert!(other != address && has_policy(&get(&other), None), "{other}");
        assert_eq!(hosts.server().requests().len(), 2);
    }
}
