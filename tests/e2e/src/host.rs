//! Pages of partners that show a part of the site, served from another origin.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use server::Answer;
use server::hosts::Hosts;
use xtask::examples;

use crate::served_site::{ServedSite, on_next_port};

/// The pages of `examples/`, and a test's own, for one site. They stop when this is dropped.
pub struct Host {
    hosts: Hosts,
}

impl Host {
    /// Serves the examples for a site.
    pub fn of(site: &ServedSite) -> Self {
        let built = env::var_os("EXAMPLES").map_or_else(examples::built, PathBuf::from);
        assert!(
            built.join("hosts/vue.js").is_file(),
            "{} has no examples: `cargo xtask test` or `cargo xtask examples` makes them",
            built.display()
        );
        Self { hosts: on_next_port(|port| Hosts::start(&built, &site.address(), port)) }
    }

    /// The address of the list of all pages.
    pub fn address(&self) -> String {
        self.hosts.address()
    }

    /// The address of an example: `plain.html`, `react/`.
    pub fn page(&self, path: &str) -> String {
        self.hosts.page(path)
    }

    /// The address of a page of the test's own. `{{ site }}` in it, and in the policy that it is sent with, is the site's
    /// address without the slash at its end.
    pub fn page_with(&self, html: &str, policy: Option<&str>) -> String {
        self.hosts.add(html, policy).expect("a page of a partner can be written")
    }

    /// The address of a file of the test's own.
    pub fn file(&self, name: &str, content: &str) -> String {
        self.hosts.put(name, content).expect("a file of a partner can be written")
    }

    /// Injects a fault into the answers of the server; it may also take its time.
    pub fn inject_fault(&self, fault: impl Fn(&str, &mut Answer) + Send + Sync + 'static) {
        self.hosts.server().inject_fault(Arc::new(fault));
    }

    /// The addresses that were asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.hosts.server().requests()
    }
}
