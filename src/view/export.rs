//! Taking along what is selected: files made in the browser, a list to paste, and how to cite this page.

use catalog::export::{Row, bibtex, cite, cite_bibtex, csv, file_name, json, markdown, ris, rows, timeline_svg};
use catalog::timeline::Span;
use catalog::{PartialDate, Query, View, table, text};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::dom::{El, button, class, el, heading, run};
use super::item::clipboard;
use super::map;
use crate::app::App;
use crate::dataset;
use crate::small::small;

/// What can be taken, under its summary.
pub(super) fn export(app: App) -> El {
    let (is_open, set_open) = small(false);
    let body = move || is_open.get().then(|| choices(app));
    class("details", "export")
        .on("toggle", move |_| set_open.set(true))
        .child(el("summary").text(text::EXPORT))
        .child(class("div", "export-body").follow(body))
}

fn choices(app: App) -> Vec<El> {
    // What was done is written where it is read to a screen reader too.
    let tell = move |words: &str| {
        if let Some(said) = app.host().find(".export .hint") {
            said.set_text_content(Some(words));
        }
    };
    let save = move |ending: &'static str, content: String| {
        let name = name(app, ending);
        match download(&name, ending, &content) {
            Ok(()) => tell(&text::saved(&name)),
            Err(_) => tell(text::NOT_SAVED),
        }
    };
    let copy = move |content: String, ending: &'static str| {
        let copying = clipboard::write(&content);
        run(async move {
            match JsFuture::from(copying).await {
                Ok(_) => tell(text::COPIED_TEXT),
                // Refused: then it is a file.
                Err(_) => save(ending, content),
            }
        });
    };
    // A table's own order is kept; otherwise it is that of the cards.
    let take = move |make: fn(&[Row], PartialDate) -> String| {
        app.selection.with_untracked(|selection| {
            let order = app.order.now().filter(|_| app.view.now() == View::Table);
            let found = table::rows(app.catalog, selection, order, usize::MAX);
            make(&rows(app.catalog, found.into_iter()), app.today.now())
        })
    };
    let save_json = move || {
        run(async move {
            match dataset::tree_at(app.site.dataset).await {
                Ok(tree) => {
                    save("json", app.selection.with_untracked(|selection| json(&tree, app.catalog, selection)));
                }
                Err(_) => tell(text::NOT_SAVED),
            }
        });
    };
    let save_picture = move || {
        if app.view.now() == View::Timeline {
            let years = app.query.with_untracked(|query| query.years);
            let (grouping, today) = (app.grouping.now(), app.today.now());
            let picture = app.selection.with_untracked(|selection| {
                let span = Span::of(app.catalog, selection, years, today);
                timeline_svg(app.catalog, selection, grouping, span, today)
            });
            return save("svg", picture);
        }
        run(async move {
            match map::picture(app).await {
                Some(picture) => save("svg", picture),
                None => tell(text::NOT_SAVED),
            }
        });
    };
    let citation = move || cite(app.catalog, &address(app), app.today.get());
    let save_citation =
        move || save("citation.bib", cite_bibtex(app.catalog, &untrack(|| address(app)), app.today.now()));
    let has_picture = move || matches!(app.view.get(), View::Map | View::Timeline);
    let files =
        class("div", "export-files")
            .child(button("quiet", move || save("csv", take(csv))).text(text::EXPORT_CSV))
            .child((!app.site.is_foreign).then(|| countries(app)))
            .child(button("quiet", save_json).text(text::EXPORT_JSON))
            .child(button("quiet", move || save("bib", take(bibtex))).text(text::EXPORT_BIBTEX))
            .child(button("quiet", move || save("ris", take(ris))).text(text::EXPORT_RIS))
            .child(button("quiet", move || copy(take(markdown), "md")).text(text::EXPORT_MARKDOWN))
            .child(button("quiet", save_picture).live("hidden", move || (!has_picture()).then(String::new)).follow(
                move || if app.view.get() == View::Timeline { text::EXPORT_TIMELINE } else { text::EXPORT_MAP },
            ));
    let cited = class("div", "export-files")
        .child(button("quiet", move || copy(citation(), "txt")).text(text::COPY_CITATION))
        .child(button("quiet", save_citation).text(text::CITE_BIBTEX));
    vec![
        files,
        heading(app, "h3").text(text::CITE),
        class("p", "citation").follow(citation),
        cited,
        class("p", "hint").attr("aria-live", "polite"),
    ]
}

/// The table of all countries is a file of the site, whatever is selected.
fn countries(app: App) -> El {
    class("a", "quiet").attr("href", &app.link("data/countries.csv")).attr("download", "").text(text::EXPORT_COUNTRIES)
}

fn name(app: App, ending: &str) -> String {
    app.query.with_untracked(|query| {
        app.selection.with_untracked(|selection| file_name(app.catalog, query, selection, ending))
    })
}

/// The address that shows what is on the screen.
pub(super) fn address(app: App) -> String {
    let query = app.query.with(Query::encode);
    let sign = if query.is_empty() { "" } else { "?" };
    [&app.link(""), sign, &query].concat()
}

/// Saves a file.
fn download(name: &str, ending: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(match ending {
        "csv" => "text/csv;charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        _ => "text/plain;charset=utf-8",
    });
    let parts = js_sys::Array::of1(&content.into());
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &options)?)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file by then.
    super::dom::later(move || drop(Url::revoke_object_url(&url)));
    Ok(())
}
