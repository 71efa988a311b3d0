//! Language tags.

use crate::problem::quoted;

/// A BCP 47 language tag, of a language and optional subtags (`da`, `pt-BR`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

impl LanguageTag {
    /// Reads a tag.
    ///
    /// # Errors
    /// One sentence that says what a tag looks like.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or("");
        let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
        let is_subtag = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        if is_language && text.len() <= 35 && parts.all(is_subtag) {
            Ok(Self(text.into()))
        } else {
            Err(format!("{} is no language tag such as \"da\" or \"pt-BR\"", quoted(text)))
        }
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the language is English.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.0.split('-').next() == Some("en")
    }
}
