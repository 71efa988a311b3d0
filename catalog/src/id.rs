//! Stable, readable names of entries.

use crate::problem::quoted;
use std::fmt;

/// The name of a resource, video or event: lower-case ASCII words and numbers with hyphens between them.
///
/// An id is kept for ever once it is published: links, the feed and citations stand on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// Longest id, in characters.
    pub const LONGEST: usize = 60;

    /// Reads an id.
    ///
    /// # Errors
    /// One sentence that says what an id is made of.
    pub fn parse(text: &str) -> Result<Self, String> {
        let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if text.len() <= Self::LONGEST && text.split('-').all(word) {
            Ok(Self(text.into()))
        } else {
            Err(format!(
                "{} is no id; an id is lower-case words and numbers joined by hyphens, at most {} characters",
                quoted(text),
                Self::LONGEST
            ))
        }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
