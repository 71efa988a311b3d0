//! NOTICE.txt: what others made and the site has in it, each with its licence.
//!
//! `public/NOTICE.txt` is written by hand, for pictures and data. The build adds what the app is compiled from, out of
//! cargo's own answer and the texts in the crates' sources, so that no name in it can be one of yesterday.

#[cfg(test)]
mod by_hand;
mod crates;
mod licence;
mod stated;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use crates::Crate;
use licence::Text;

use crate::names::NOTICE;
use crate::{files, project};

/// What the part that is added begins with; its number follows those of the part that is written by hand.
const HEADING: &str = "
4. The app
   The WebAssembly and the scripts beside it are made of the project's own code
   and of what is listed here: Rust's standard library, and crates, each with its
   version and its address. A crate that offers several licences is listed under
   the one by which it is used. wasm-bindgen and wasm_split_cli_support also wrote
   the parts of the scripts that are not the project's own.
";

/// Writes the whole of the file into the site.
///
/// # Errors
///
/// Where a file cannot be read or written, and where [`of_the_app`] fails.
pub(crate) fn add(site: &Path) -> Result<()> {
    let by_hand = files::text(&project::root().join("public").join(NOTICE))?;
    files::write(&site.join(NOTICE), by_hand + &of_the_app()?)
}

/// The notices for what the app is compiled from: the same text for the same `Cargo.lock`, wherever it is made.
///
/// # Errors
///
/// Where cargo cannot say what that is. Names every crate whose licence is not allowed, or whose text is missing.
pub(crate) fn of_the_app() -> Result<String> {
    let (mut entries, mut problems) = (stated::standard_library(), Vec::new());
    for one in crates::of_the_app()? {
        match entries_of(&one) {
            Ok(of_one) => entries.extend(of_one),
            Err(error) => problems.push(format!("{one} {error:#}.")),
        }
    }
    ensure!(problems.is_empty(), "{NOTICE} cannot be made:\n{}", problems.join("\n"));
    Ok(written(&grouped(entries)?))
}

/// Something in the app, under one licence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// Its name, and what else there is to say of it: a version, an address.
    what: String,
    /// The SPDX identifier of the licence.
    licence: &'static str,
    /// The lines of its copyright.
    holders: Vec<String>,
    /// The words of the licence, where it comes with them.
    terms: Option<String>,
}

impl Entry {
    fn of(what: impl fmt::Display, licence: &'static str, text: Text) -> Self {
        Self { what: what.to_string(), licence, holders: text.holders, terms: Some(text.terms) }
    }
}

/// What has the same licence in the same words.
struct Group {
    licence: &'static str,
    terms: String,
    entries: Vec<Entry>,
}

/// A crate under each licence that is needed to use it, and parts of it that have one of their own.
///
/// An error goes on where the name of the crate ends.
fn entries_of(one: &Crate) -> Result<Vec<Entry>> {
    let expression = one.expression.as_deref().context("does not say its licence")?;
    let texts = one.licence_files()?;
    let mut entries = Vec::new();
    for licence in licence::chosen(expression)? {
        let own = texts.iter().find(|text| licence.is_in(text));
        entries.push(match (own, stated::holders(one)) {
            (Some(text), _) => Entry::of(one.described(), licence.id, Text::of(text)),
            (None, Some(holders)) => Entry { what: one.described(), licence: licence.id, holders, terms: None },
            (None, None) => bail!(
                "comes without the text of {}: write whose it is into WITHOUT_TEXT in site/src/notice/stated.rs",
                licence.id
            ),
        });
    }
    for part in stated::PARTS.iter().filter(|part| part.of == one.name) {
        let text = licence::without_comment(&files::text(&one.folder.join(part.file))?);
        entries.push(Entry::of(format!("{} of {}", part.file, one.described()), part.licence, Text::of(&text)));
    }
    Ok(entries)
}

/// Puts together what has the same words, whatever their lines are. What comes without words gets the shortest of its
/// licence: those that a crate has added of its own are for that crate.
fn grouped(entries: Vec<Entry>) -> Result<Vec<Group>> {
    let (with, without): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|entry| entry.terms.is_some());
    let mut groups: BTreeMap<(&str, String), Group> = BTreeMap::new();
    for entry in with {
        let terms = entry.terms.clone().unwrap_or_default();
        let new = Group { licence: entry.licence, terms: terms.clone(), entries: Vec::new() };
        groups.entry((entry.licence, licence::words(&terms))).or_insert(new).entries.push(entry);
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    for entry in without {
        let same = groups.iter_mut().filter(|group| group.licence == entry.licence);
        let shortest = same.min_by_key(|group| group.terms.len());
        let shortest =
            shortest.with_context(|| format!("No crate has the text of {} for {}", entry.licence, entry.what))?;
        shortest.entries.push(entry);
    }
    for group in &mut groups {
        group.entries.sort();
    }
    Ok(groups)
}

/// The groups as text, a number for each.
fn written(groups: &[Group]) -> String {
    let mut text = HEADING.to_owned();
    for (at, Group { licence, terms, entries }) in groups.iter().enumerate() {
        text += &format!("\n4.{} {licence}\n", at + 1);
        for Entry { what, holders, .. } in entries {
            text += &format!("   {what}\n");
            text.extend(holders.iter().map(|holder| format!("      {holder}\n")));
        }
        text += &format!("   Licence:\n\n{terms}\n");
    }
    text
}

#[cfg(test)]
mod tests;
