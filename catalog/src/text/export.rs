//! Export of what is shown: files, and how to cite them.

use super::Messages;
use crate::date::PartialDate;

impl Messages {
    /// Opens the exports.
    pub fn export(self) -> &'static str {
        "Export and cite"
    }

    /// A file for spreadsheets.
    pub fn export_csv(self) -> &'static str {
        "CSV, for spreadsheets"
    }

    /// A dataset.
    pub fn export_json(self) -> &'static str {
        "JSON"
    }

    /// A file for reference managers.
    pub fn export_bibtex(self) -> &'static str {
        "BibTeX"
    }

    /// Another file for reference managers.
    pub fn export_ris(self) -> &'static str {
        "RIS, for reference managers"
    }

    /// A file of countries for spreadsheets.
    pub fn export_countries(self) -> &'static str {
        "All countries as CSV (day of the dataset)"
    }

    /// A picture of the map.
    pub fn export_map(self) -> &'static str {
        "Map as SVG"
    }

    /// A picture of the timeline.
    pub fn export_timeline(self) -> &'static str {
        "Timeline as SVG"
    }

    /// A list to paste.
    pub fn export_markdown(self) -> &'static str {
        "Copy as a Markdown list"
    }

    /// The sentence to cite.
    pub fn cite(self) -> &'static str {
        "Cite this page"
    }

    /// Copies it.
    pub fn copy_citation(self) -> &'static str {
        "Copy the citation"
    }

    /// The same as a file for reference managers.
    pub fn cite_bibtex(self) -> &'static str {
        "Citation as BibTeX"
    }

    /// The same as another file for reference managers.
    pub fn cite_ris(self) -> &'static str {
        "Citation as RIS"
    }

    /// It was copied.
    pub fn copied_text(self) -> &'static str {
        "Copied."
    }

    /// It was saved.
    pub fn saved(self, name: &str) -> String {
        format!("Saved as {name}.")
    }

    /// It could not be made, because the dataset or the map is not there.
    pub fn not_saved(self) -> &'static str {
        "It could not be made: a part of this page cannot be reached."
    }

    /// The citation of this page; `address` may be empty.
    pub fn citation(self, version: PartialDate, address: &str, today: PartialDate) -> String {
        let data_licence = self.data_licence();
        let site = self.site();
        let site_title = self.site_title();
        let separator = if address.is_empty() { "" } else { " " };
        format!(
            "{site}. {site_title}. {}. {data_licence}.{separator}{address} (accessed {}).",
            self.data_version(version),
            self.date(today)
        )
    }

    /// Where a picture is from.
    pub fn picture_source(self, version: PartialDate) -> String {
        let data_licence = self.data_licence();
        let site = self.site();
        format!("{site} · {} · {data_licence}", self.data_version(version))
    }
}
