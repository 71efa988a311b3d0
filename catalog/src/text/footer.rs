//! The footer: the glossary, privacy, the origin, the licences and the dataset.

use super::Messages;
use crate::date::PartialDate;

impl Messages {
    /// The section at the end.
    pub fn about(self) -> &'static str {
        "About this page"
    }

    /// The page that says how this is made.
    pub fn about_page(self) -> &'static str {
        super::about::TITLE
    }

    /// The page that says how far the site is accessible.
    pub fn accessibility_page(self) -> &'static str {
        super::accessibility::TITLE
    }

    /// The heading of the glossary.
    pub fn glossary(self) -> &'static str {
        "Glossary"
    }

    /// Names of abbreviations on this page, each with what it stands for.
    pub fn abbreviations(self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "1+MG",
                "1+ Million Genomes: the European initiative whose declaration the first countries signed in 2018.",
            ),
            ("B1MG", "Beyond 1 Million Genomes: the project that held the country visits of 2021."),
            ("GDI", "European Genomic Data Infrastructure: the project that held the workshop of 2024."),
            ("ELSI", "Ethical, legal and social issues."),
            ("GHGA", "The German Human Genome-Phenome Archive."),
            ("WGS", "Whole genome sequencing: reading all of a person's DNA."),
        ]
    }

    /// The heading of the privacy note.
    pub fn privacy(self) -> &'static str {
        "Privacy"
    }

    /// What is stored and sent.
    pub fn privacy_note(self) -> &'static [&'static str] {
        &[
            "This page sets no cookies, counts no visits and loads nothing from anyone else until you play a video.",
            "When you play one, your browser connects to YouTube (youtube-nocookie.com), which learns your network address and may store data on your device.",
            "To work offline, your browser keeps a copy of this page. A choice of light or dark is kept too, once you make one. Clearing this site's data in your browser removes both.",
        ]
    }

    /// The heading of the origin.
    pub fn origin(self) -> &'static str {
        "Where this comes from"
    }

    /// Who this is from.
    pub fn origin_note(self) -> &'static [&'static str] {
        &[
            "An independent, open-source catalogue. It is not an official site of the European Commission, of 1+ Million Genomes, B1MG or GDI, or of any country or project shown.",
            "Every document names the public pages on which its facts were seen and the day they were checked. What is not known is left open, not guessed.",
        ]
    }

    /// The heading of the licences.
    pub fn licences(self) -> &'static str {
        "Licences"
    }

    /// The licence of the data.
    pub fn data_licence(self) -> &'static str {
        "CC BY 4.0"
    }

    /// The licences.
    pub fn licences_note(self) -> &'static str {
        "Code: MIT or Apache 2.0. Data: CC BY 4.0. Flags: circle-flags, MIT. Names of countries: Unicode CLDR."
    }

    /// The link to the notices of what others made.
    pub fn notices(self) -> &'static str {
        "Notices"
    }

    /// The link to the page that has the dataset and explains it.
    pub fn dataset(self) -> &'static str {
        "The data: JSON, CSV and what is in them"
    }

    /// The version of the dataset.
    pub fn data_version(self, version: PartialDate) -> String {
        format!("Dataset of {}", self.date(version))
    }
}
