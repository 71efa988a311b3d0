//! `serve`: sets up, builds and serves the app, and rebuilds it on every change.

use std::collections::BTreeSet;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::Result;
use clap::Args;
use site::{data, files, process, project};

use crate::{build, preview};

/// What the site is made of, and what makes it: files, folders, and crates, of which the sources are meant.
const FILES: [&str; 6] =
    ["Cargo.toml", "Trunk.toml", "index.html", "map/europe.svg", "names/countries.txt", "site.json"];
const FOLDERS: [&str; 7] = ["data", "flags", "icons", "js", "public", "src", "style"];
const CRATES: [&str; 6] = ["catalog", "pictures", "renderer", "server", "site", "xtask"];

/// How often the watched files are looked at: asking for their times needs no extra crate, works on
/// every file system and takes about a millisecond.
const PAUSE: Duration = Duration::from_millis(500);

/// How to build, and where to serve.
#[derive(Args, Debug)]
pub struct Options {
    /// The port, or the one from which a free one is looked for.
    #[arg(long, value_name = "N", default_value_t = preview::PORT)]
    port: u16,
    /// Build quickly: neither optimised nor compressed.
    #[arg(long)]
    dev: bool,
}

/// `cargo xtask serve [--port N] [--dev]`.
pub fn run(options: &Options) -> Result<()> {
    let dev = options.dev;
    let mut seen = look()?;
    build::run(&build::Options { dev, ..build::Options::default() })?;
    let server = preview::start(options.port)?;
    println!("Serving {} (Ctrl-C stops)", server.address());
    loop {
        thread::sleep(PAUSE);
        let now = look()?;
        if let Some((changed, _)) = now.symmetric_difference(&seen).next().cloned() {
            // What changes during the build is another difference afterwards.
            seen = now;
            rebuild(dev, &changed);
        }
    }
}

/// Builds in a new process, because a change of `catalog/`, `site/` or `xtask/` is also one of these commands.
fn rebuild(dev: bool, changed: &str) {
    let start = Instant::now();
    match process::run("Rebuilding", build::again(&project::root()).args(dev.then_some("--dev"))) {
        Ok(()) => println!("{changed} changed: rebuilt in {:.1} s.", start.elapsed().as_secs_f32()),
        Err(error) => eprintln!("{changed} changed: {error:#} The site before is still served."),
    }
}

/// The watched files, each with the time of its last change.
fn look() -> Result<BTreeSet<(String, Option<SystemTime>)>> {
    let root = project::root();
    let mut watched = Vec::from(FILES.map(str::to_owned));
    for folder in FOLDERS.map(str::to_owned).into_iter().chain(CRATES.map(|name| format!("{name}/src"))) {
        watched.extend(files::list(&root.join(&folder))?.iter().map(|file| format!("{folder}/{file}")));
    }
    // The build itself writes it.
    watched.retain(|file| *file != project::shown(&data::schema()));
    let time = |file: &str| root.join(file).metadata().and_then(|metadata| metadata.modified()).ok();
    Ok(watched.into_iter().map(|file| (file.clone(), time(&file))).collect())
}

#[cfg(test)]
mod tests {
    use super::{CRATES, FILES, FOLDERS, look};

    #[test]
    fn what_is_watched_is_there() {
        let seen = look().expect("the files can be read");
        for watched in FILES.iter().chain(&FOLDERS).chain(&CRATES) {
            assert!(
                seen.iter().any(|(file, time)| file.strip_prefix(watched).is_some_and(|rest| !rest.starts_with('.'))
                    && time.is_some()),
                "{watched}"
            );
        }
        assert!(!seen.iter().any(|(file, _)| file == "data/catalog.schema.json"));
    }
}
