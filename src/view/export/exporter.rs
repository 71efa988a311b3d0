//! Makes an export when its button is pressed: a file made in the browser, or a text in the clipboard.

use catalog::export::{
    Briefing, Row, Separator, Sheet, bibtex, cite, cite_bibtex, cite_csl, cite_ris, countries, csl, documents,
    file_name, json, markdown, ris, rows, xlsx,
};
use catalog::{Catalog, Change, Messages, PartialDate, Query, Selection, View, table};
use leptos::prelude::*;

use crate::browser::clipboard::{Copying, copy, copy_formatted};
use crate::browser::dataset;
use crate::browser::download::{save, save_blob};
use crate::browser::numbers::have_decimal_comma;
use crate::browser::schedule::spawn;
use crate::state::{AppState, Page};
use crate::view::picture;

/// An export.
#[derive(Clone, Copy)]
pub(super) enum ExportKind {
    /// A text with its form, to paste.
    Briefing,
    /// The same as a file for word processors.
    Docx,
    /// A list to paste.
    Markdown,
    /// A workbook of documents and countries.
    Xlsx,
    /// The documents as CSV.
    Documents,
    /// The countries as CSV.
    Countries,
    /// The documents for reference managers.
    Bibtex,
    /// The same, as others read it.
    Ris,
    /// The same for citation processors.
    Csl,
    /// A dataset.
    Json,
    /// The sentence that cites this page.
    Citation,
    /// The citation for reference managers.
    CiteBibtex,
    /// The same, as others read it.
    CiteRis,
    /// The same for citation processors.
    CiteCsl,
}

impl ExportKind {
    /// The words of its button.
    pub(super) fn words(self, messages: Messages) -> &'static str {
        match self {
            Self::Briefing => messages.export_briefing(),
            Self::Docx => messages.export_docx(),
            Self::Markdown => messages.export_markdown(),
            Self::Xlsx => messages.export_xlsx(),
            Self::Documents => messages.export_csv(),
            Self::Countries => messages.export_countries(),
            Self::Bibtex => messages.export_bibtex(),
            Self::Ris => messages.export_ris(),
            Self::Csl => messages.export_csl(),
            Self::Json => messages.export_json(),
            Self::Citation => messages.copy_citation(),
            Self::CiteBibtex => messages.cite_bibtex(),
            Self::CiteRis => messages.cite_ris(),
            Self::CiteCsl => messages.cite_csl(),
        }
    }
}

/// Makes exports of what is on the screen.
#[derive(Clone, Copy)]
pub(super) struct Exporter {
    /// What is on the screen.
    pub(super) state: AppState,
    /// What was done last, in words.
    pub(super) status: RwSignal<String>,
    /// Whether the visitor has chosen the separator of CSV that is not the browser's.
    pub(super) is_other: RwSignal<bool>,
}

impl Exporter {
    /// Makes an export.
    pub(super) fn export(self, kind: ExportKind) {
        match kind {
            ExportKind::Briefing => self.export_briefing(true),
            ExportKind::Docx => self.export_briefing(false),
            ExportKind::Markdown => self.copy("md", self.documents(markdown)),
            ExportKind::Xlsx => self.save_workbook(),
            ExportKind::Documents => self.save_csv("csv", &self.documents(documents)),
            ExportKind::Countries => self.save_csv("countries.csv", &self.countries()),
            ExportKind::Bibtex => self.save_text("bib", &self.documents(bibtex)),
            ExportKind::Ris => self.save_text("ris", &self.documents(ris)),
            ExportKind::Csl => self.save_text("csl.json", &self.documents(csl)),
            ExportKind::Json => self.save_json(),
            ExportKind::Citation => self.copy("txt", self.citation(cite)),
            ExportKind::CiteBibtex => self.save_text("citation.bib", &self.citation(cite_bibtex)),
            ExportKind::CiteRis => self.save_text("citation.ris", &self.citation(cite_ris)),
            ExportKind::CiteCsl => self.save_text("citation.csl.json", &self.citation(cite_csl)),
        }
    }

    /// What is on the screen: what the filters select, or on the page of a country all that it has.
    fn shown(self) -> (Query, Selection) {
        let AppState { catalog, query, selection, today, page, .. } = self.state;
        match page.get_untracked() {
            Page::Country(at) => {
                let query = Query::default().toggled(&Change::Country(catalog.countries[at].code));
                let selection = catalog.select(&query, today.get_untracked());
                (query, selection)
            }
            _ => (query.get_untracked(), selection.get_untracked()),
        }
    }

    /// The order of the table, where that is on the screen.
    fn order(self) -> Option<table::Order> {
        let AppState { page, view, options, .. } = self.state;
        let is_table = page.get_untracked() == Page::Start && view.get_untracked() == View::Table;
        options.order.get_untracked().filter(|_| is_table)
    }

    /// What is selected, in the order of the screen: a table's own is kept, otherwise it is that of the cards.
    fn documents<T>(self, write: fn(&[Row], PartialDate) -> T) -> T {
        let AppState { catalog, today, options, .. } = self.state;
        let order = self.order().filter(|_| !options.by_country.get_untracked());
        let found = table::rows(catalog, &self.shown().1, order, usize::MAX);
        write(&rows(catalog, found.into_iter()), today.get_untracked())
    }

    /// The countries on the screen, in its order.
    fn countries(self) -> Sheet {
        let AppState { catalog, today, options, .. } = self.state;
        let (order, today) = (self.order().filter(|_| options.by_country.get_untracked()), today.get_untracked());
        let found = table::country_rows(catalog, &self.shown().1, order, today, usize::MAX);
        countries(catalog, found.into_iter().map(|at| &catalog.countries[at]), today)
    }

    /// Copies the text for a document, or saves it as one. Where copying is refused, it is saved, too.
    fn export_briefing(self, is_copied: bool) {
        let AppState { catalog, today, .. } = self.state;
        let (selection, address) = (self.shown().1, untrack(|| self.state.current_link()));
        let briefing = Briefing { catalog, selection: &selection, address: &address, today: today.get_untracked() };
        let (name, docx) = (self.file_name("docx"), briefing.docx());
        if is_copied {
            self.copy_or_save(copy_formatted(&briefing.html(), briefing.text()), name, docx);
        } else {
            self.save(&name, &docx);
        }
    }

    fn citation(self, write: fn(&Catalog, &str, PartialDate) -> String) -> String {
        let address = untrack(|| self.state.current_link());
        write(self.state.catalog, &address, self.state.today.get_untracked())
    }

    /// What separates the columns of CSV: what spreadsheets in the visitor's language expect, or what was chosen.
    pub(super) fn separator(self) -> Separator {
        if have_decimal_comma() != self.is_other.get() { Separator::Semicolon } else { Separator::Comma }
    }

    fn save_csv(self, ending: &str, sheet: &Sheet) {
        self.save_text(ending, &sheet.csv(untrack(|| self.separator())));
    }

    fn save_workbook(self) {
        let messages = self.state.messages;
        let sheets =
            [(messages.sheet_documents(), &self.documents(documents)), (messages.sheet_countries(), &self.countries())];
        self.save_file("xlsx", &xlsx(sheets));
    }

    /// The dataset is read once more as it stands in its file; what is saved is what was selected at the press.
    fn save_json(self) {
        let Self { state, .. } = self;
        let name = self.file_name("json");
        let selection = self.shown().1;
        spawn(async move {
            let tree = dataset::tree_at(state.site().dataset).await.ok();
            self.save_or_report(&name, tree.map(|tree| json(&tree, state.catalog, &selection)));
        });
    }

    /// Saves what is on the screen as a picture.
    pub(super) fn save_picture(self) {
        let name = self.file_name("svg");
        spawn(async move {
            self.save_or_report(&name, picture::svg(self.state).await);
        });
    }

    /// The same as pixels.
    pub(super) fn save_picture_png(self) {
        let name = self.file_name("png");
        spawn(async move {
            let picture = picture::png(self.state).await;
            self.report_saved(&name, picture.is_some_and(|picture| save_blob(&name, &picture).is_ok()));
        });
    }

    /// Copies a text. Where that is refused, it is saved as a file.
    fn copy(self, ending: &'static str, content: String) {
        let copying = copy(&content);
        self.copy_or_save(copying, self.file_name(ending), content.into());
    }

    fn copy_or_save(self, copying: Copying, name: String, content: Vec<u8>) {
        let _number = self.state.count_copy();
        spawn(async move {
            if copying.is_done().await {
                self.report(self.state.messages.copied_text().to_owned());
            } else {
                self.save(&name, &content);
            }
        });
    }

    fn save_or_report(self, name: &str, content: Option<String>) {
        match content {
            Some(content) => self.save(name, content.as_bytes()),
            None => self.report(self.state.messages.not_saved().to_owned()),
        }
    }

    fn save_text(self, ending: &str, content: &str) {
        self.save_file(ending, content.as_bytes());
    }

    fn save_file(self, ending: &str, content: &[u8]) {
        self.save(&self.file_name(ending), content);
    }

    fn save(self, name: &str, content: &[u8]) {
        self.report_saved(name, save(name, content).is_ok());
    }

    fn report_saved(self, name: &str, is_saved: bool) {
        self.report(if is_saved {
            self.state.messages.saved(name)
        } else {
            self.state.messages.not_saved().to_owned()
        });
    }

    fn report(self, words: String) {
        // The view may have gone while the file was made, and its signals with it.
        let _gone = self.status.try_set(words);
    }

    fn file_name(self, ending: &str) -> String {
        let (query, selection) = self.shown();
        file_name(self.state.catalog, &query, &selection, ending)
    }
}
