//! The built site, served as production would, and copies of it that can be changed and broken.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::{env, fs, process};

use server::{Answer, Options, Server};
use site::names::WORKER;
use site::{files, precache, project};

/// Where the next site is served. The system hands out higher ports by itself, for connections: one of
/// those could be taken while a site is stopped that comes back at the same address. So could one of
/// another checkout's tests, which therefore begins elsewhere.
static NEXT_PORT: LazyLock<Mutex<u16>> = LazyLock::new(|| {
    const FIRST: u32 = 20_000;
    const OF_A_RUN: u32 = 200;
    const RUNS: u32 = 60;
    Mutex::new(u16::try_from(FIRST + process::id() % RUNS * OF_A_RUN).expect("below 32,000 is a port"))
});

/// Starts a server on the next port, or near it.
pub(crate) fn on_next_port<T>(start: impl FnOnce(u16) -> anyhow::Result<(T, u16)>) -> T {
    let mut next = NEXT_PORT.lock().unwrap_or_else(PoisonError::into_inner);
    let (server, port) = start(*next).expect("a free port can be listened on");
    *next = port + 1;
    server
}

/// A served site. It stops, and a copy is removed, when it is dropped.
pub struct ServedSite {
    server: Server,
    dir: PathBuf,
    is_copy: bool,
}

impl ServedSite {
    /// The built site at the root of a host.
    pub fn built() -> Self {
        Self::serve(built(), "/", false)
    }

    /// A copy of the built site that can be changed.
    pub fn copy() -> Self {
        Self::copy_under("/")
    }

    /// A copy of the built site under a path of its host.
    pub fn copy_under(prefix: &str) -> Self {
        static COPIES: AtomicUsize = AtomicUsize::new(0);
        let name = format!("genomic-plans-{}-{}", process::id(), COPIES.fetch_add(1, Ordering::Relaxed));
        let dir = env::temp_dir().join(name);
        let from = built();
        for file in files::list(&from).expect("the built site can be read") {
            let contents = files::bytes(&from.join(&file)).expect("the built site can be read");
            files::write(&dir.join(&file), contents).expect("a copy of the site can be written");
        }
        Self::serve(dir, prefix, true)
    }

    fn serve(dir: PathBuf, prefix: &str, is_copy: bool) -> Self {
        assert!(dir.join("index.html").is_file(), "{} is no built site: `cargo xtask build` makes it", dir.display());
        let server = on_next_port(|port| Server::start_near(Options::of_site(dir.clone(), port, prefix)));
        Self { server, dir, is_copy }
    }

    /// The address of its page.
    pub fn address(&self) -> String {
        self.server.address()
    }

    /// Takes the site off the network.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// Brings it back, at the same address.
    pub fn start_again(&mut self) {
        self.server.start_again().expect("the port is still free");
    }

    /// How often a file was asked for so far.
    pub fn times_asked(&self, file: &str) -> usize {
        let asked = self.server.requests();
        asked.iter().filter(|path| path.split('?').next().is_some_and(|path| path.ends_with(file))).count()
    }

    /// The addresses that were asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// Begins to count anew what is asked for.
    pub fn forget_requests(&self) {
        self.server.forget_requests();
    }

    /// The text of a file.
    pub fn text(&self, file: &str) -> String {
        files::text(&self.dir.join(file)).expect("the site has the file")
    }

    /// The names of all files that the browser is served.
    pub fn files(&self) -> Vec<String> {
        let files = files::list(&self.dir).expect("the site can be read");
        files.into_iter().filter(|file| !is_twin(file)).collect()
    }

    /// Replaces a file of a copy.
    pub fn write(&self, file: &str, contents: &str) {
        self.remove(file);
        files::write(&self.dir.join(file), contents).expect("a copy can be written");
    }

    /// Removes a file of a copy, and its compressed twins.
    pub fn remove(&self, file: &str) {
        assert!(self.is_copy, "only a copy may be changed");
        for end in ["", ".br", ".gz"] {
            // A twin need not be there.
            fs::remove_file(self.dir.join(format!("{file}{end}"))).ok();
        }
    }

    /// The name of the file with the dataset that the pages are made from.
    pub fn dataset(&self) -> String {
        self.find("catalog-", ".json")
    }

    /// The name of the script that wasm-bindgen made.
    pub fn glue(&self) -> String {
        self.find("genomic-plans-", ".js")
    }

    /// The name of the app itself.
    pub fn wasm(&self) -> String {
        self.find("genomic-plans-", ".wasm")
    }

    /// The name of the file of what is loaded later.
    pub fn lazy(&self) -> String {
        self.find("lazy-", ".wasm")
    }

    /// The name of the script that fetches it.
    pub fn loader(&self) -> String {
        self.find("split-", ".js")
    }

    /// The name of one of the page's own scripts: of `boot.js`, for example.
    pub fn script(&self, name: &str) -> String {
        self.find(&format!("{name}-"), ".js")
    }

    fn find(&self, start: &str, end: &str) -> String {
        let is_it = |file: &String| file.starts_with(start) && file.ends_with(end);
        self.files().into_iter().find(is_it).unwrap_or_else(|| panic!("the site has no file {start}…{end}"))
    }

    /// Takes out of the start page of a copy what was written into it: the app has to make it by itself.
    pub fn empty_page(&self) {
        let page = self.text("index.html");
        let app = page.find("id=app").or_else(|| page.find("id=\"app\""));
        let start = app.and_then(|app| page[..app].rfind("<div")).expect("the page has an element for the app");
        let (before, app) = page.split_at(start);
        let end = app.find('>').expect("the element is whole") + 1;
        self.write("index.html", &format!("{before}{}</div></body></html>", &app[..end]));
    }

    /// Lets the start page of a copy show another dataset than the one that it was written from.
    pub fn show(&self, dataset: &str) {
        self.empty_page();
        self.write("any.json", dataset);
        self.write("index.html", &self.text("index.html").replace(&self.dataset(), "any.json"));
    }

    /// Injects a fault into the answers of the server; it may also take its time.
    pub fn inject_fault(&self, fault: impl Fn(&str, &mut Answer) + Send + Sync + 'static) {
        self.server.inject_fault(Arc::new(fault));
    }

    /// Lets the server answer rightly again.
    pub fn clear_faults(&self) {
        self.server.clear_faults();
    }

    /// Makes the copy a new build in which one file is another: the worker lists it by its new hash.
    pub fn build_anew(&self, file: &str, contents: &str) {
        self.write(file, contents);
        let worker = self.text(WORKER);
        // The build puts two lines of constants before the hand-written code.
        let code = worker.splitn(3, '\n').nth(2).expect("the worker begins with two lines of constants");
        let constants = precache::constants(&self.dir, code).expect("the copy can be read");
        self.write(WORKER, &(constants + code));
    }
}

impl Drop for ServedSite {
    fn drop(&mut self) {
        self.server.stop();
        if self.is_copy {
            // What is left over is only a folder among temporary files.
            files::remove(&self.dir).ok();
        }
    }
}

fn built() -> PathBuf {
    env::var_os("DIST").map_or_else(project::dist, PathBuf::from)
}

fn is_twin(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|end| end == "br" || end == "gz")
}
