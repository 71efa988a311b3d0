//! Export of what is shown: files, and how to cite them.

use super::Messages;
use super::number::plural;
use crate::date::PartialDate;
use crate::resource::Resource;
use crate::separator::Separator;

impl Messages {
    /// Opens the exports.
    pub fn export(self) -> &'static str {
        "Export and cite"
    }

    /// What can be taken into a document.
    pub fn export_for_document(self) -> &'static str {
        "For a document"
    }

    /// A text with its form, to paste.
    pub fn export_briefing(self) -> &'static str {
        "Copy for a document"
    }

    /// A file for word processors.
    pub fn export_docx(self) -> &'static str {
        "Word (.docx)"
    }

    /// A list to paste.
    pub fn export_markdown(self) -> &'static str {
        "Copy as a Markdown list"
    }

    /// What can be taken into a spreadsheet.
    pub fn export_for_spreadsheet(self) -> &'static str {
        "For a spreadsheet"
    }

    /// A workbook of documents and countries.
    pub fn export_xlsx(self) -> &'static str {
        "Excel (.xlsx)"
    }

    /// A table of documents.
    pub fn export_csv(self) -> &'static str {
        "Documents as CSV"
    }

    /// A table of countries.
    pub fn export_countries(self) -> &'static str {
        "Countries as CSV"
    }

    /// The name of the sheet of documents in a workbook: at most 31 letters.
    pub fn sheet_documents(self) -> &'static str {
        "Documents"
    }

    /// The name of the sheet of countries in a workbook: at most 31 letters.
    pub fn sheet_countries(self) -> &'static str {
        "Countries"
    }

    /// Before the choice of what separates the columns of CSV.
    pub fn separator_label(self) -> &'static str {
        "CSV separated by"
    }

    /// A separator of columns.
    pub fn separator(self, separator: Separator) -> &'static str {
        match separator {
            Separator::Comma => "commas",
            Separator::Semicolon => "semicolons",
        }
    }

    /// What follows that choice while nobody has made it: why this separator was taken.
    pub fn separator_of_browser(self) -> &'static str {
        ", as your browser writes numbers"
    }

    /// What can be taken into a reference manager.
    pub fn export_for_references(self) -> &'static str {
        "For reference managers"
    }

    /// A file for reference managers.
    pub fn export_bibtex(self) -> &'static str {
        "BibTeX"
    }

    /// Another file for reference managers.
    pub fn export_ris(self) -> &'static str {
        "RIS"
    }

    /// A file for citation processors.
    pub fn export_csl(self) -> &'static str {
        "CSL-JSON"
    }

    /// What can be taken into a program.
    pub fn export_for_programs(self) -> &'static str {
        "For programs"
    }

    /// A dataset.
    pub fn export_json(self) -> &'static str {
        "Dataset as JSON"
    }

    /// What can be taken as a picture.
    pub fn export_picture(self) -> &'static str {
        "Picture"
    }

    /// A picture of the map.
    pub fn export_map(self) -> &'static str {
        "Map as SVG"
    }

    /// A picture of the timeline.
    pub fn export_timeline(self) -> &'static str {
        "Timeline as SVG"
    }

    /// Either of them as pixels.
    pub fn export_png(self) -> &'static str {
        "Picture for slides (PNG)"
    }

    /// How much of a timeline a slide shows, which has room for so many rows.
    pub fn slide_rows(self, rows: usize) -> String {
        format!(
            "A slide has room for {rows} rows and says how many documents are left out. Filters choose what is on it."
        )
    }

    /// What follows the title of a document in a list for a text: ", The Office, 2022–2025. Strategy. Active."
    pub fn briefly(self, resource: &Resource, today: PartialDate) -> String {
        let (kind, status) = (self.kind(resource.kind), self.status_today(resource, today));
        [", ", &resource.issuer, ", ", &self.when(resource.year, resource.period), ". ", kind, ". ", status, "."]
            .concat()
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

    /// The same for a citation processor.
    pub fn cite_csl(self) -> &'static str {
        "Citation as CSL-JSON"
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

    /// The title of a picture.
    pub fn picture_title(self, what: &str) -> String {
        format!("{}: {what}", self.site_title())
    }

    /// Which day a picture shows, and where it is from.
    pub fn picture_source(self, version: PartialDate, today: PartialDate, address: &str) -> String {
        let (day, dataset) = (self.date(today), self.data_version(version));
        format!("As of {day} · {}, {address} · {dataset} · {}.", self.site(), self.data_licence())
    }

    /// What a timeline on a slide has no room for.
    pub fn left_out_of_picture(self, number: usize) -> String {
        plural(number, "and # more document", "and # more documents")
    }

    /// Countries that are pale in a picture.
    pub fn picture_pale(self) -> &'static str {
        "Pale: does not match"
    }
}
