//! The dataset: read from the editors' files in `data/`, and written as the one file that the app fetches.
//!
//! What a file may say is decided in `catalog`, which does no IO; here the files are read and written.

use std::path::{Path, PathBuf};

use anyhow::Result;
use catalog::source;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::{files, project};

/// The generated schema, kept in the repository for the editors' editors.
const SCHEMA: &str = "catalog.schema.json";

/// Where [`write`] puts the dataset that the app fetches.
pub fn served() -> PathBuf {
    project::work().join("data/catalog.json")
}

/// The dataset as it is served.
pub fn text(loaded: &source::Loaded) -> Result<String> {
    Ok(serde_json::to_string(&loaded.dataset)?)
}

/// The schema in the repository, served beside the dataset.
pub fn schema() -> PathBuf {
    folder().join(SCHEMA)
}

/// Whether the schema in the repository is another than the code's.
pub fn schema_is_stale() -> bool {
    files::text(&schema()).ok() != Some(source::schema())
}

/// Checks the dataset, refreshes its schema and writes the one file that the app fetches.
pub fn write() -> Result<source::Loaded> {
    let loaded = load()?;
    if schema_is_stale() {
        files::write(&schema(), source::schema())?;
        println!("data/{SCHEMA} is written anew.");
    }
    files::write(&served(), text(&loaded)?)?;
    Ok(loaded)
}

/// Reads and checks the editors' files.
pub fn load() -> Result<source::Loaded> {
    source::load(&read(&folder())?).map_err(one_message)
}

/// The problems of the dataset as one error: an editor does not find them one run at a time.
pub fn one_message(problems: catalog::Problems) -> anyhow::Error {
    let count = problems.len();
    let noun = if count == 1 { "problem" } else { "problems" };
    anyhow::anyhow!("data/ has {count} {noun}.\n{problems}")
}

/// The editors' files in a folder such as `data/`, each with its path there.
pub fn read(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut read = Vec::new();
    for path in files::list(folder)? {
        if path.ends_with(".json") && path != SCHEMA {
            let text = files::text(&folder.join(&path))?;
            read.push((path, text));
        }
    }
    Ok(read)
}

/// The folder of the editors' files.
pub fn folder() -> PathBuf {
    project::root().join("data")
}

/// Today in UTC, `YYYY-MM-DD`.
pub fn today() -> String {
    TimeZone::UTC.to_datetime(Timestamp::now()).date().to_string()
}
