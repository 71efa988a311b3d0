//! `serve`: sets up, builds and serves the app, and rebuilds it on every change.

use std::collections::BTreeMap;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::Result;
use lexopt::{Arg, Parser};

use crate::preview::{self, PORT};
use crate::usage::UsageError;
use crate::{build, data, files, process, project};

/// The folders and files that the site is made of.
const WATCHED: [&str; 11] = [
    "Cargo.toml",
    "Trunk.toml",
    "catalog/src",
    "data",
    "index.html",
    "js",
    "map/europe.svg",
    "public",
    "site.json",
    "src",
    "style",
];

/// How often the watched files are looked at: asking for their times needs no extra crate, works on
/// every file system and takes about a millisecond.
const PAUSE: Duration = Duration::from_millis(500);

/// `cargo xtask serve [--port N] [--dev]`.
pub fn command(mut arguments: Parser) -> Result<()> {
    let mut port = PORT;
    let mut dev = false;
    while let Some(argument) = arguments.next().map_err(UsageError::from)? {
        match argument {
            Arg::Long("port") => port = preview::port_of(&mut arguments)?,
            Arg::Long("dev") => dev = true,
            _ => return Err(UsageError::from(argument.unexpected()).into()),
        }
    }
    let mut seen = look()?;
    build::run(&build::Options { dev, ..build::Options::default() })?;
    let server = preview::start(port)?;
    println!("Serving {} (Ctrl-C stops)", server.address());
    loop {
        thread::sleep(PAUSE);
        let now = look()?;
        if let Some(changed) = difference(&seen, &now) {
            // What changes during the build is another difference afterwards.
            seen = now;
            rebuild(dev, &changed);
        }
    }
}

/// Builds in a new process, because a change of `catalog/` is also a change of these commands.
fn rebuild(dev: bool, changed: &str) {
    let start = Instant::now();
    let mut build = Command::new("cargo");
    build.current_dir(project::root()).args(["xtask", "build"]);
    if dev {
        build.arg("--dev");
    }
    match process::run_quietly("Rebuilding", &mut build) {
        Ok(()) => println!("{changed} changed: rebuilt in {:.1} s.", start.elapsed().as_secs_f32()),
        Err(error) => eprintln!("{changed} changed: {error:#} The site before is still served."),
    }
}

/// When each watched file was last changed.
fn look() -> Result<BTreeMap<String, Option<SystemTime>>> {
    let root = project::root();
    let mut seen = BTreeMap::new();
    for watched in WATCHED {
        let path = root.join(watched);
        if path.is_dir() {
            for file in files::list(&path)? {
                seen.insert(format!("{watched}/{file}"), changed(&path.join(&file)));
            }
        } else {
            seen.insert(watched.to_owned(), changed(&path));
        }
    }
    // The build itself writes the schema.
    seen.remove(&project::shown(&data::schema()));
    Ok(seen)
}

fn changed(file: &std::path::Path) -> Option<SystemTime> {
    file.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// The first file that is new, gone or changed.
fn difference<T: PartialEq>(before: &BTreeMap<String, T>, now: &BTreeMap<String, T>) -> Option<String> {
    let changed = now.iter().find(|(file, time)| before.get(*file) != Some(*time));
    let gone = before.iter().find(|(file, _)| !now.contains_key(*file));
    changed.or(gone).map(|(file, _)| file.clone())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::difference;

    #[test]
    fn new_gone_and_changed_files_are_differences() {
        let before = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 1)]);
        let check = |now: &[(&str, i32)], expected: Option<&str>| {
            let now = now.iter().map(|&(file, time)| (file.to_owned(), time)).collect();
            assert_eq!(difference(&before, &now).as_deref(), expected);
        };
        check(&[("a", 1), ("b", 1)], None);
        check(&[("a", 1), ("b", 2)], Some("b"));
        check(&[("a", 1), ("b", 1), ("c", 1)], Some("c"));
        check(&[("b", 1)], Some("a"));
    }
}
