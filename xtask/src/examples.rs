//! `examples`: serves the pages of `examples/`, which are those of partners, from another origin than the site.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use server::hosts::{EXAMPLES, Hosts, OTHERS, file_of};
use site::{files, process, project};

use crate::{preview, setup};

/// The apps, and the scripts that their pages ask for; the last are the tests' own.
const BUNDLES: [(&str, &str); 5] = [
    ("examples/react/main.jsx", "react/main.js"),
    ("examples/vue/main.js", "vue/main.js"),
    ("tests/e2e/hosts/dom.js", "hosts/dom.js"),
    ("tests/e2e/hosts/react.jsx", "hosts/react.js"),
    ("tests/e2e/hosts/vue.js", "hosts/vue.js"),
];

/// `cargo xtask examples [--port N]`.
pub fn run(options: &preview::Options) -> Result<()> {
    preview::built()?;
    let examples = build()?;
    let site = preview::start(options.port)?;
    let (hosts, _) = Hosts::start(&examples, &site.address(), options.port.saturating_add(1))?;
    println!("Serving the site at {}, and pages of partners at {} (Ctrl-C stops):", site.address(), hosts.address());
    for (path, words) in EXAMPLES {
        println!("  {:<44} {words}", hosts.page(path));
    }
    site.serve_until_interrupted()
}

/// Where [`build`] puts the pages.
pub fn built() -> PathBuf {
    project::work().join("examples")
}

/// Sets up what the apps among the pages are made of, and puts all pages into a folder. The site's address is not in
/// them yet.
pub fn build() -> Result<PathBuf> {
    let esbuild = setup::examples()?;
    let (from, to) = (project::root().join("examples"), built());
    files::remove(&to)?;
    for file in EXAMPLES.iter().map(|(path, _)| file_of(path)).chain(OTHERS.map(str::to_owned)) {
        files::write(&to.join(&file), files::bytes(&from.join(&file))?)?;
    }
    for (source, script) in BUNDLES {
        let mut bundle = Command::new(&esbuild);
        bundle
            .current_dir(project::root())
            // Of scripts that stand elsewhere, too.
            .env("NODE_PATH", from.join("node_modules"))
            .arg(source)
            .args(["--bundle", "--minify", "--format=esm", "--target=es2024", "--log-level=warning", "--jsx=automatic"])
            .arg("--define:process.env.NODE_ENV=\"production\"")
            // What Vue asks those who bundle it to decide.
            .args(
                ["__VUE_OPTIONS_API__", "__VUE_PROD_DEVTOOLS__", "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__"]
                    .map(|name| format!("--define:{name}=false")),
            )
            .arg(format!("--outfile={}", to.join(script).display()));
        process::run(&format!("Bundling {source}"), &mut bundle)?;
    }
    Ok(to)
}
