//! What is said beside a link.

use super::Messages;
use crate::language::LanguageTag;

impl Messages {
    /// Marks a PDF.
    pub fn pdf(self) -> &'static str {
        "PDF"
    }

    /// Marks a document behind an address without encryption.
    pub fn not_secure(self) -> &'static str {
        "not encrypted (http)"
    }

    /// Marks a document that is not in English.
    pub fn in_language(self, tag: &LanguageTag) -> String {
        format!("in {}", self.language(tag))
    }

    /// Marks a link that leaves this site, for a screen reader; `about` is what its words are about, if they do not say.
    /// It is the hidden end of the link: as an `aria-label` of the whole, each title would stand in the page twice.
    pub fn leaves(self, about: &str) -> String {
        if about.is_empty() { "(leaves this site)".to_owned() } else { format!(": {about} (leaves this site)") }
    }

    /// Which of the pages on which something was seen a link leads to, for a screen reader.
    pub fn source_number(self, number: usize, all: usize) -> String {
        if all == 1 { "source".to_owned() } else { format!("source {number} of {all}") }
    }

    /// What a link that only says "Details" is about, for a screen reader: the hidden end of the link, as above.
    pub fn about_title(self, title: &str) -> String {
        format!(": {title}")
    }
}
