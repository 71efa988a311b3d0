//! Export of what is selected: files made in the browser, a list to paste, and how to cite this page.

use catalog::export::{
    Row, bibtex, cite, cite_bibtex, cite_ris, csv, file_name, json, markdown, ris, rows, timeline_svg,
};
use catalog::site::COUNTRIES_CSV;
use catalog::timeline::Span;
use catalog::{Catalog, PartialDate, View, table};
use leptos::prelude::*;

use super::lazy::{LazyDetails, LazyPart};
use super::map;
use super::note::forget_when_changed;
use crate::browser::clipboard::copy;
use crate::browser::dataset;
use crate::browser::download::save;
use crate::browser::schedule::spawn;
use crate::state::{AppState, use_app_state, use_messages};

/// What can be taken along, folded under its summary.
#[component]
pub fn Export() -> impl IntoView {
    let messages = use_messages();
    let is_open = RwSignal::new(false);
    view! { <LazyDetails class="export" summary=messages.export() part=LazyPart::Export is_open/> }
}

/// What is under the summary.
#[component]
pub fn ExportChoices() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let status = RwSignal::new(String::new());
    forget_when_changed(state, status);
    let taker = Taker { state, status };
    view! {
        <div class="export-body">
            <SelectionFiles taker/>
            <h3 {..state.aria_level(3)}>{messages.cite()}</h3>
            <CitationFiles taker/>
            // What was done is written where a screen reader reads it too.
            <p class="hint" aria-live="polite">{move || status.get()}</p>
        </div>
    }
}

/// What is selected, as files and as a list to paste.
#[component]
fn SelectionFiles(taker: Taker) -> impl IntoView {
    let messages = use_messages();
    let state = taker.state;
    let has_picture = Memo::new(move |_| matches!(state.view.get(), View::Map | View::Timeline));
    let picture =
        move || if state.view.get() == View::Timeline { messages.export_timeline() } else { messages.export_map() };
    // The table of all countries is a file of the site, whatever is selected.
    let countries = (!state.site().is_foreign).then(|| {
        let address = state.link(COUNTRIES_CSV);
        view! { <a class="button-small" href=address download="">{messages.export_countries()}</a> }
    });
    view! {
        <div class="export-files">
            <button class="button-small" type="button" on:click=move |_| taker.save_documents("csv", csv)>
                {messages.export_csv()}
            </button>
            {countries}
            <button class="button-small" type="button" on:click=move |_| taker.save_json()>{messages.export_json()}</button>
            <button class="button-small" type="button" on:click=move |_| taker.save_documents("bib", bibtex)>
                {messages.export_bibtex()}
            </button>
            <button class="button-small" type="button" on:click=move |_| taker.save_documents("ris", ris)>
                {messages.export_ris()}
            </button>
            <button
                class="button-small" type="button" on:click=move |_| taker.copy("md", taker.documents(markdown))
            >
                {messages.export_markdown()}
            </button>
            <button
                class="button-small" type="button" hidden=move || !has_picture.get()
                on:click=move |_| taker.save_picture()
            >
                {picture}
            </button>
        </div>
    }
}

/// How this page is cited, in a sentence and as files.
#[component]
fn CitationFiles(taker: Taker) -> impl IntoView {
    let messages = use_messages();
    let state = taker.state;
    let citation = Memo::new(move |_| cite(state.catalog, &state.current_link(), state.today.get()));
    view! {
        <p class="citation">{move || citation.get()}</p>
        <div class="export-files">
            <button
                class="button-small" type="button" on:click=move |_| taker.copy("txt", citation.get_untracked())
            >
                {messages.copy_citation()}
            </button>
            <button
                class="button-small" type="button" on:click=move |_| taker.save_citation("citation.bib", cite_bibtex)
            >
                {messages.cite_bibtex()}
            </button>
            <button class="button-small" type="button" on:click=move |_| taker.save_citation("citation.ris", cite_ris)>
                {messages.cite_ris()}
            </button>
        </div>
    }
}

/// Takes what is selected when a button is pressed.
#[derive(Clone, Copy)]
struct Taker {
    state: AppState,
    /// What was done last, in words.
    status: RwSignal<String>,
}

impl Taker {
    fn save_documents(self, ending: &'static str, write: fn(&[Row], PartialDate) -> String) {
        self.save(&self.file_name(ending), &self.documents(write));
    }

    /// What is selected, in the order of the screen: a table's own is kept, otherwise it is that of the cards.
    fn documents(self, write: fn(&[Row], PartialDate) -> String) -> String {
        let AppState { catalog, selection, view, order, today, .. } = self.state;
        let order = order.get_untracked().filter(|_| view.get_untracked() == View::Table);
        let found = selection.with_untracked(|selection| table::rows(catalog, selection, order, usize::MAX));
        write(&rows(catalog, found.into_iter()), today.get_untracked())
    }

    fn save_citation(self, ending: &'static str, write: fn(&Catalog, &str, PartialDate) -> String) {
        let address = untrack(|| self.state.current_link());
        self.save(&self.file_name(ending), &write(self.state.catalog, &address, self.state.today.get_untracked()));
    }

    /// The dataset is read once more as it stands in its file; what is saved is what was selected at the press.
    fn save_json(self) {
        let Self { state, .. } = self;
        let name = self.file_name("json");
        let selection = state.selection.get_untracked();
        spawn(async move {
            let tree = dataset::tree_at(state.site().dataset).await.ok();
            self.save_or_tell(&name, tree.map(|tree| json(&tree, state.catalog, &selection)));
        });
    }

    fn save_picture(self) {
        let state = self.state;
        let name = self.file_name("svg");
        if state.view.get_untracked() == View::Timeline {
            return self.save(&name, &self.timeline());
        }
        spawn(async move {
            self.save_or_tell(&name, map::picture(state).await);
        });
    }

    fn timeline(self) -> String {
        let AppState { catalog, query, selection, grouping, today, .. } = self.state;
        let (grouping, today) = (grouping.get_untracked(), today.get_untracked());
        let years = query.with_untracked(|query| query.years);
        selection.with_untracked(|selection| {
            let span = Span::of(catalog, selection, years, today);
            timeline_svg(catalog, selection, grouping, span, today)
        })
    }

    /// Copies a text. Where that is refused, it is saved as a file.
    fn copy(self, ending: &'static str, content: String) {
        let name = self.file_name(ending);
        let copying = copy(&content);
        spawn(async move {
            if copying.is_done().await {
                self.tell(self.state.messages.copied_text().to_owned());
            } else {
                self.save(&name, &content);
            }
        });
    }

    fn save_or_tell(self, name: &str, content: Option<String>) {
        match content {
            Some(content) => self.save(name, &content),
            None => self.tell(self.state.messages.not_saved().to_owned()),
        }
    }

    fn save(self, name: &str, content: &str) {
        let is_saved = save(name, content).is_ok();
        self.tell(if is_saved { self.state.messages.saved(name) } else { self.state.messages.not_saved().to_owned() });
    }

    fn tell(self, words: String) {
        // The view may have gone while the file was made, and its signals with it.
        let _gone = self.status.try_set(words);
    }

    fn file_name(self, ending: &str) -> String {
        let AppState { catalog, query, selection, .. } = self.state;
        query.with_untracked(|query| selection.with_untracked(|selection| file_name(catalog, query, selection, ending)))
    }
}
