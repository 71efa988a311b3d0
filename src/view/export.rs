//! Exports of what is selected, grouped by their purpose, and how to cite this page.

mod exporter;

use catalog::export::{SLIDE_ROWS, Separator, cite, timeline_rows};
use catalog::{Selection, View};
use leptos::prelude::*;

use super::lazy::{LazyDetails, LazyPart};
use super::note::forget_when_changed;
use super::select::Select;
use crate::state::{Page, use_app_state, use_messages};
use exporter::{ExportKind, Exporter};

/// The exports, folded under their summary.
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
    let exporter = Exporter { state, status, is_other: RwSignal::new(false) };
    let citation = move || cite(state.catalog, &state.current_link(), state.today.get());
    view! {
        <div class="opened">
            <div class="export-groups">
                <Group title=messages.export_for_document()>
                    <Buttons exporter kinds=&[ExportKind::Briefing, ExportKind::Docx, ExportKind::Markdown]/>
                </Group>
                <Group title=messages.export_for_spreadsheet()>
                    <Buttons exporter kinds=&[ExportKind::Xlsx, ExportKind::Documents, ExportKind::Countries]/>
                    <SeparatorChoice exporter/>
                </Group>
                <Group title=messages.export_for_references()>
                    <Buttons exporter kinds=&[ExportKind::Bibtex, ExportKind::Ris, ExportKind::Csl]/>
                </Group>
                <Group title=messages.export_for_programs()>
                    <Buttons exporter kinds=&[ExportKind::Json]/>
                </Group>
                <Pictures exporter/>
            </div>
            <Group title=messages.cite()>
                <p class="citation">{citation}</p>
                <Buttons exporter kinds=&[ExportKind::Citation, ExportKind::CiteBibtex, ExportKind::CiteRis, ExportKind::CiteCsl]/>
            </Group>
            // What was done is written where a screen reader reads it too.
            <p class="hint export-status" aria-live="polite">{move || status.get()}</p>
        </div>
    }
}

/// The exports for one purpose.
#[component]
fn Group(
    /// The purpose.
    title: &'static str,
    /// Its buttons and fields.
    children: Children,
) -> impl IntoView {
    let state = use_app_state();
    view! {
        <section>
            <h3 {..state.aria_level(3)}>{title}</h3>
            {children()}
        </section>
    }
}

/// A button for each export.
#[component]
fn Buttons(
    /// What makes the exports.
    exporter: Exporter,
    /// The exports.
    kinds: &'static [ExportKind],
) -> impl IntoView {
    let messages = use_messages();
    let button = |kind: &'static ExportKind| {
        view! {
            <button class="button-small" type="button" on:click=move |_| exporter.export(*kind)>
                {kind.words(messages)}
            </button>
        }
    };
    view! { <div class="export-files">{kinds.iter().map(button).collect_view()}</div> }
}

/// What separates the columns of CSV: as spreadsheets in the visitor's language expect it, or as the visitor says.
#[component]
fn SeparatorChoice(
    /// What makes the exports, with this separator.
    exporter: Exporter,
) -> impl IntoView {
    let messages = use_messages();
    let words = move |separator| messages.separator(separator).to_owned();
    let options = [Separator::Comma, Separator::Semicolon].map(|separator| (words(separator), words(separator)));
    view! {
        <p class="hint">
            <label>
                {messages.separator_label()} " "
                <Select
                    name="separator" options=options.into() value=Signal::derive(move || words(exporter.separator()))
                    choose=move |_: String| exporter.is_other.update(|is| *is = !*is)
                />
            </label>
            <span hidden=move || exporter.is_other.get()>{messages.separator_of_browser()}</span>
        </p>
    }
}

/// What is on the screen as a picture, where it is one.
#[component]
fn Pictures(
    /// What makes the pictures.
    exporter: Exporter,
) -> impl IntoView {
    let messages = use_messages();
    let state = exporter.state;
    let has_picture =
        Memo::new(move |_| state.page.get() == Page::Start && matches!(state.view.get(), View::Map | View::Timeline));
    let picture =
        move || if state.view.get() == View::Timeline { messages.export_timeline() } else { messages.export_map() };
    let is_cut = move || {
        let rows = |selection: &Selection| timeline_rows(state.catalog, selection, state.options.grouping.get());
        state.view.get() == View::Timeline && state.selection.with(rows) > SLIDE_ROWS
    };
    view! {
        <section hidden=move || !has_picture.get()>
            <h3 {..state.aria_level(3)}>{messages.export_picture()}</h3>
            <div class="export-files">
                <button class="button-small" type="button" on:click=move |_| exporter.save_picture()>{picture}</button>
                <button class="button-small" type="button" on:click=move |_| exporter.save_picture_png()>
                    {messages.export_png()}
                </button>
            </div>
            <p class="hint" hidden=move || !is_cut()>{messages.slide_rows(SLIDE_ROWS)}</p>
        </section>
    }
}
