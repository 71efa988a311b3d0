//! How large the site may be: one table, printed by `build` and checked by the browser tests.

use std::fmt;
use std::path::Path;

use anyhow::Result;

use crate::compress;
use crate::files;
use crate::hashed;
use crate::names::{INLINE, LAZY, MAP, NAMES, PAGE, WIDGET, WORKER};

/// A limit for some files together, in bytes after brotli.
pub(crate) struct Budget {
    /// What is limited.
    what: &'static str,
    /// The limit in bytes.
    pub(crate) limit: usize,
    /// Whether a file, by its path in the site, counts.
    pub(crate) counts: fn(&str) -> bool,
}

/// The limits. A change of one is a decision: it says in its commit what visitors get for it.
pub(crate) const BUDGETS: [Budget; 12] = [
    Budget { what: "WebAssembly", limit: 150_000, counts: is_wasm },
    Budget { what: "lazy parts", limit: 110_000, counts: is_lazy },
    Budget { what: "the start page", limit: 20_000, counts: is_start },
    Budget { what: "scripts without the service worker", limit: 11_200, counts: is_script },
    // What a partner's page loads at once; then what only a frame needs, and what only an element without one.
    Budget { what: "the widget", limit: 3_000, counts: |file| file == WIDGET },
    Budget { what: "the script of frames", limit: 1_500, counts: is_of_frames },
    Budget { what: "the script of elements without a frame", limit: 2_200, counts: |file| file == INLINE },
    Budget { what: "style", limit: 12_300, counts: is_style },
    Budget { what: "dataset", limit: 46_000, counts: is_dataset },
    Budget { what: "the map", limit: 6_000, counts: |file| file == MAP },
    // It is fetched when the search is first used.
    Budget { what: "names of the countries", limit: 5_000, counts: |file| file == NAMES },
    Budget {
        what: "all that the start page needs before it reacts",
        limit: 234_000,
        counts: |file| [is_wasm, is_start, is_script, is_style, is_dataset].iter().any(|counts| counts(file)),
    },
];

/// What is loaded before the page reacts.
fn is_wasm(file: &str) -> bool {
    file.ends_with(".wasm") && !is_lazy(file)
}

/// What is loaded when it is shown first.
fn is_lazy(file: &str) -> bool {
    file.starts_with(LAZY)
}

fn is_start(file: &str) -> bool {
    file == PAGE
}

fn is_script(file: &str) -> bool {
    file.ends_with(".js") && ![WORKER, WIDGET, INLINE].contains(&file) && !is_of_frames(file)
}

fn is_of_frames(file: &str) -> bool {
    hashed::is_script(file, hashed::EMBED)
}

fn is_style(file: &str) -> bool {
    file.ends_with(".css")
}

/// The one that the pages name.
fn is_dataset(file: &str) -> bool {
    file.starts_with("catalog-")
}

/// A limit and what there is of it.
pub struct Measure {
    /// What is limited.
    what: &'static str,
    /// Bytes after brotli.
    bytes: usize,
    /// The limit in bytes.
    limit: usize,
}

impl Measure {
    /// Whether the limit is exceeded.
    fn exceeds(&self) -> bool {
        self.bytes > self.limit
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, bytes, limit } = self;
        let verb = if self.exceeds() { "exceed" } else { "are within" };
        write!(f, "{what}: {bytes} bytes {verb} the limit of {limit}")
    }
}

/// Measures a built site against every limit.
pub fn measure(site: &Path) -> Result<Vec<Measure>> {
    let mut measures: Vec<Measure> =
        BUDGETS.iter().map(|&Budget { what, limit, .. }| Measure { what, bytes: 0, limit }).collect();
    for file in files::list(site)? {
        if file.ends_with(".br") || file.ends_with(".gz") {
            continue;
        }
        for (budget, measure) in BUDGETS.iter().zip(&mut measures) {
            if (budget.counts)(&file) {
                measure.bytes += transferred(site, &file)?;
            }
        }
    }
    Ok(measures)
}

/// All problems of a built site: limits that are exceeded and parts that are not there.
pub fn check(site: &Path) -> Vec<String> {
    match measure(site) {
        Ok(measures) => measures.iter().filter_map(problem).collect(),
        Err(error) => vec![format!("{error:#}.")],
    }
}

/// The bytes that are sent for a file: those of its brotli twin if that exists or would be smaller.
pub fn transferred(site: &Path, file: &str) -> Result<usize> {
    let twin = site.join(format!("{file}.br"));
    if twin.exists() {
        return Ok(files::bytes(&twin)?.len());
    }
    let contents = files::bytes(&site.join(file))?;
    Ok(compress::brotli(&contents)?.len().min(contents.len()))
}

fn problem(measure: &Measure) -> Option<String> {
    let is_missing = measure.bytes == 0;
    (is_missing || measure.exceeds()).then(|| match is_missing {
        true => format!("{}: the site has none.", measure.what),
        false => format!("{measure}."),
    })
}

#[cfg(test)]
mod tests {
    use super::{BUDGETS, Measure, problem};

    fn check(bytes: usize, expected: Option<&str>) {
        let measure = Measure { what: "style", bytes, limit: 12_000 };
        assert_eq!(problem(&measure).as_deref(), expected);
    }

    #[test]
    fn a_problem_is_an_exceeded_limit_or_a_missing_part() {
        check(12_000, None);
        check(12_001, Some("style: 12001 bytes exceed the limit of 12000."));
        check(0, Some("style: the site has none."));
    }

    #[test]
    fn a_file_counts_for_the_part_it_belongs_to() {
        let check = |file: &str, expected: Option<&str>| {
            let found = BUDGETS.iter().find(|budget| (budget.counts)(file));
            assert_eq!(found.map(|budget| budget.what), expected, "{file}");
        };
        check("genomic-plans-1a2b_bg.wasm", Some("WebAssembly"));
        check("lazy-1a2b.wasm", Some("lazy parts"));
        check("split-1a2b.js", Some("scripts without the service worker"));
        check("boot-1a2b.js", Some("scripts without the service worker"));
        check("sw.js", None);
        check("widget.js", Some("the widget"));
        check("embed-1a2b.js", Some("the script of frames"));
        check("inline.js", Some("the script of elements without a frame"));
        check("map.svg", Some("the map"));
        check("index.html", Some("the start page"));
        check("ie/index.html", None);
        check("catalog-1a2b.json", Some("dataset"));
        check("data/catalog.json", None);
        check("data/catalog.schema.json", None);
    }
}
