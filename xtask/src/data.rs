//! `data`: checks the editors' files and writes what is generated from them.
//!
//! What a file may say is decided in `catalog`, which does no IO; here the files are read and written.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, bail};
use catalog::PartialDate;
use catalog::source::{self, Advice};
use lexopt::{Arg, Parser, ValueExt as _};

use crate::usage::UsageError;
use crate::{files, links, project};

/// The generated schema, kept in the repository for the editors' editors.
const SCHEMA: &str = "catalog.schema.json";

/// `cargo xtask data [--check]`, `cargo xtask data record "what changed"` and `cargo xtask data links`.
pub fn command(mut arguments: Parser) -> Result<()> {
    let mut check_only = false;
    let mut words = Vec::new();
    while let Some(argument) = arguments.next().map_err(UsageError::from)? {
        match argument {
            Arg::Long("check") => check_only = true,
            Arg::Value(word) if word == "links" && words.is_empty() && !check_only => return links::command(arguments),
            Arg::Value(word) => words.push(word.string().map_err(UsageError::from)?),
            _ => return Err(UsageError::from(argument.unexpected()).into()),
        }
    }
    match (check_only, words.as_slice()) {
        (true, []) => check(),
        (false, []) => {
            let loaded = write()?;
            println!(
                "The dataset is right: {} countries, {} videos, version {}.",
                loaded.catalog.countries.len(),
                loaded.catalog.videos.len(),
                loaded.catalog.version
            );
            advise(&loaded)
        }
        (false, [word, note]) if word == "record" => record(note),
        _ => Err(UsageError("data takes --check, or record and a note in quotes, or links.".into()).into()),
    }
}

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

/// Checks the dataset and that its schema is fresh; writes nothing.
fn check() -> Result<()> {
    let loaded = load()?;
    if schema_is_stale() {
        bail!("data/{SCHEMA} is stale: run `cargo xtask data`.");
    }
    advise(&loaded)
}

/// Prints what an editor may want to look at, but for what `data/accepted-advice.json` accepts. It is no error: the
/// dataset is right.
fn advise(loaded: &source::Loaded) -> Result<()> {
    let today = PartialDate::parse_day(&today()).map_err(anyhow::Error::msg)?;
    print!("{}", advice_text(&source::advice(loaded, today)));
    Ok(())
}

/// Nothing where there is no advice.
fn advice_text(advice: &[Advice]) -> String {
    let lines: String = advice.iter().map(|advice| format!("  {advice}\n")).collect();
    if lines.is_empty() { lines } else { format!("Advice ({}):\n{lines}", advice.len()) }
}

/// Notes in `data/changes.json` what has changed since the note before.
fn record(note: &str) -> Result<()> {
    let recorded = source::record(&read()?, &today(), note).map_err(one_message)?;
    match recorded {
        Some(text) => {
            files::write(&folder().join("changes.json"), text)?;
            println!("data/changes.json has a new entry.");
        }
        None => println!("Nothing has changed since the last entry in data/changes.json."),
    }
    Ok(())
}

/// Reads and checks the editors' files.
pub fn load() -> Result<source::Loaded> {
    source::load(&read()?).map_err(one_message)
}

/// All problems at once, so that an editor does not find them one run at a time.
fn one_message(problems: catalog::Problems) -> anyhow::Error {
    let count = problems.len();
    let noun = if count == 1 { "problem" } else { "problems" };
    anyhow::anyhow!("data/ has {count} {noun}.\n{problems}")
}

/// The editors' files, each with its path in `data/`.
fn read() -> Result<Vec<(String, String)>> {
    let mut read = Vec::new();
    for path in files::list(&folder())? {
        if path.ends_with(".json") && path != SCHEMA {
            let text = files::text(&folder().join(&path))?;
            read.push((path, text));
        }
    }
    Ok(read)
}

fn schema_is_stale() -> bool {
    files::text(&schema()).ok() != Some(source::schema())
}

fn folder() -> PathBuf {
    project::root().join("data")
}

/// Today in UTC, `YYYY-MM-DD`.
pub fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    day(since.map_or(0, |since| since.as_secs() / 86_400))
}

/// The date of a day counted from 1 January 1970.
///
/// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`: years are
/// counted from March, so that the day that leap years add is the last of its year.
fn day(since_1970: u64) -> String {
    let days = since_1970 + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use catalog::source::{Advice, AdviceKind};

    use super::{advice_text, day};

    #[test]
    fn advice_is_a_line_each() {
        let advice =
            |place: &str| Advice { place: place.to_owned(), kind: AdviceKind::OldCheck, message: "look".to_owned() };
        assert_eq!(advice_text(&[]), "");
        assert_eq!(
            advice_text(&[advice("a"), advice("b")]),
            "Advice (2):\n  a: look [old-check]\n  b: look [old-check]\n"
        );
    }

    #[test]
    fn a_day_has_its_date() {
        let check = |days, expected: &str| assert_eq!(day(days), expected);
        check(0, "1970-01-01");
        check(58, "1970-02-28");
        check(59, "1970-03-01");
        check(11_016, "2000-02-29");
        check(19_723, "2024-01-01");
        check(19_782, "2024-02-29");
        check(20_453, "2025-12-31");
    }
}
