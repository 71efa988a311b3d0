//! Under which licence a crate is used, and what its text says.

use anyhow::{Context, Result};
use spdx::{Expression, Licensee, ParseMode};

/// A licence under which others' code may be used in the app.
#[derive(Debug)]
pub(super) struct Licence {
    /// Its SPDX identifier.
    pub(super) id: &'static str,
    /// What no other licence says.
    phrase: &'static str,
}

/// Where a crate offers several, the first of these is taken.
///
/// Each of them asks for its text and for the lines of the copyright, and for nothing else. Apache-2.0 is not among
/// them because it asks for the crate's own NOTICE too, and because no crate needs it: each offers another one.
pub(super) const ALLOWED: [Licence; 4] = [
    Licence { id: "MIT", phrase: "to any person obtaining a copy of this software and associated documentation files" },
    Licence { id: "Zlib", phrase: "This software is provided 'as-is', without any express or implied warranty" },
    Licence { id: "BSL-1.0", phrase: "Boost Software License - Version 1.0" },
    Licence { id: "Unicode-3.0", phrase: "UNICODE LICENSE V3" },
];

/// Lines that only name the licence, which not every crate has.
const TITLES: [&str; 2] = ["MIT License", "The MIT License (MIT)"];

impl Licence {
    /// Whether a text is this licence's: the name of a file does not always say it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        words(text).contains(self.phrase)
    }
}

/// The licences that have to be kept to use what has this expression: one of `A OR B`, both of `A AND B`.
pub(super) fn chosen(expression: &str) -> Result<Vec<&'static Licence>> {
    // A slash for OR is how cargo wrote it at first.
    let mode = ParseMode { allow_slash_as_or_operator: true, ..ParseMode::STRICT };
    let parsed = Expression::parse_mode(expression, mode);
    let parsed = parsed.ok().with_context(|| format!("has a licence that SPDX does not know: {expression}"))?;
    let allowed = ALLOWED.iter().map(|licence| Licensee::parse(licence.id).expect("SPDX knows it"));
    let needed = parsed.minimized_requirements(&allowed.collect::<Vec<_>>());
    let needed = needed.ok().with_context(|| format!("has a licence that ALLOWED does not have: {expression}"))?;
    Ok(ALLOWED.iter().filter(|licence| needed.iter().any(|needed| needed.to_string() == licence.id)).collect())
}

/// A licence as a crate has it, in two parts: whose it is, and what is the same for all.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Text {
    /// The lines of the copyright.
    pub(super) holders: Vec<String>,
    /// All other lines but the title.
    pub(super) terms: String,
}

impl Text {
    /// Takes a text apart.
    pub(super) fn of(text: &str) -> Self {
        let (holders, terms): (Vec<&str>, Vec<&str>) =
            text.lines().map(str::trim_end).partition(|line| line.trim_start().starts_with("Copyright "));
        let mut kept = Vec::new();
        for line in terms.into_iter().filter(|line| !TITLES.contains(line)) {
            // Where a line was taken away there would be two empty ones.
            if !line.is_empty() || kept.last().is_some_and(|last: &&str| !last.is_empty()) {
                kept.push(line);
            }
        }
        let holders = holders.into_iter().map(|line| line.trim_start().to_owned()).collect();
        Self { holders, terms: kept.join("\n").trim_end().to_owned() }
    }
}

/// The words of a text with single blanks between them, so that texts compare whatever their lines are.
pub(super) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the comment says that a source file begins with; another file stays as it is.
pub(super) fn without_comment(source: &str) -> String {
    let Some((comment, _)) = source.strip_prefix("/*").and_then(|source| source.split_once("*/")) else {
        return source.to_owned();
    };
    let line = |line: &str| {
        let line = line.trim_start();
        let line = line.strip_prefix('*').map_or(line, |line| line.strip_prefix(' ').unwrap_or(line));
        line.to_owned()
    };
    comment.lines().map(line).collect::<Vec<_>>().join("\n")
}
