//! The accessibility rules of axe-core, run in the page.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::{env, fmt, fs};

use serde::Deserialize;
use xtask::setup;

/// A rule that a page breaks.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// Where it is broken, and how.
    pub nodes: Vec<Node>,
}

/// A place where a rule is broken.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// The element.
    pub html: String,
    /// What would mend it.
    pub failure_summary: Option<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.help)?;
        // The first places show what is wrong; there may be hundreds.
        for node in self.nodes.iter().take(MOST_SHOWN) {
            write!(f, "\n  {}\n    {}", node.html, node.failure_summary.as_deref().unwrap_or_default())?;
        }
        let more = self.nodes.len().saturating_sub(MOST_SHOWN);
        if more > 0 { write!(f, "\n  and {more} more") } else { Ok(()) }
    }
}

/// How many places of one violation are shown.
const MOST_SHOWN: usize = 4;

/// Runs the rules of WCAG 2.2 AA and axe's best practices. The player's frame is YouTube's.
pub(crate) const RUN: &str = r#"
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const { violations } = await axe.run(document, { runOnly: tags, iframes: false, resultTypes: ["violations"] });
return violations;
"#;

/// The script that holds the rules.
pub(crate) fn script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let path = env::var_os("AXE").map_or_else(installed, PathBuf::from);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
    })
}

fn installed() -> PathBuf {
    setup::npm().unwrap_or_else(|error| panic!("{error:#}")).axe
}
