//! What is said beside a link.

use super::language::language;
use crate::language::LanguageTag;

/// Marks a PDF.
pub const PDF: &str = "PDF";
/// Marks a document behind an address without encryption.
pub const NOT_SECURE: &str = "not encrypted (http)";

/// Marks a document that is not in English.
#[must_use]
pub fn in_language(tag: &LanguageTag) -> String {
    format!("in {}", language(tag))
}

/// Marks a link that leaves this site, for a screen reader; `about` is what its words are about, if they do not say.
#[must_use]
pub fn leaves(about: &str) -> String {
    if about.is_empty() { "(leaves this site)".to_owned() } else { format!(": {about} (leaves this site)") }
}

/// What a link that only says "Card" is about, for a screen reader.
#[must_use]
pub fn about_title(title: &str) -> String {
    format!(": {title}")
}
