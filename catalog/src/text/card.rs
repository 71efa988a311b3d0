//! The card of a country.

use super::Messages;
use super::number::plural;
use crate::country::LinkCategory;
use crate::date::PartialDate;

impl Messages {
    /// The country's declaration line.
    pub fn declaration(self, signatory: bool, signed: Option<PartialDate>) -> String {
        match (signatory, signed) {
            (true, Some(signed)) => format!("Signed the 1+ Million Genomes declaration: {}", self.date(signed)),
            (true, None) => "Signed the 1+ Million Genomes declaration; the date is not known".to_owned(),
            (false, _) => "Not a signatory of the 1+ Million Genomes declaration".to_owned(),
        }
    }

    /// When the documents of a country were checked, the oldest check of them.
    pub fn documents_checked(self, day: PartialDate) -> String {
        format!("Documents checked {}", self.date(day))
    }

    /// The disclosure of the pages the overview's facts were seen on.
    pub fn card_sources(self, number: usize) -> String {
        plural(number, "# source of the overview and the declaration", "# sources of the overview and the declaration")
    }

    /// The documents of a country with none.
    pub fn no_document(self) -> &'static str {
        "No document is known yet."
    }

    /// The implementation links of a country.
    pub fn implementation(self) -> &'static str {
        "Putting it into practice"
    }

    /// What an implementation link is about.
    pub fn link_category(self, category: LinkCategory) -> &'static str {
        match category {
            LinkCategory::EntryPage => "Entry page",
            LinkCategory::TechnicalImplementation => "Technical implementation",
            LinkCategory::Elsi => "Ethical, legal and social issues (ELSI)",
            LinkCategory::Training => "Training",
        }
    }

    /// The videos of a country.
    pub fn videos_heading(self) -> &'static str {
        "Videos"
    }

    /// How much there is of a country: "5 documents, 2 videos".
    pub fn extent_of_country(self, documents: usize, videos: usize) -> String {
        match videos {
            0 => self.documents(documents),
            _ => format!("{}, {}", self.documents(documents), self.videos(videos)),
        }
    }

    /// Opens everything about a country in its card, for a screen reader, which meets it among many.
    pub fn show_everything(self, country: &str, extent: &str) -> String {
        format!("Everything about {country}: {extent}")
    }

    /// Closes it again.
    pub fn show_less(self) -> &'static str {
        "Show less"
    }

    /// The same for a screen reader.
    pub fn show_less_of(self, country: &str) -> String {
        let show_less = self.show_less();
        format!("{show_less}: {country}")
    }
}
