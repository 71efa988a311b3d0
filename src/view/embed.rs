//! Giving what is shown to others: its address, or a widget for their own pages.

use catalog::snippet::{self, Embedded, Way};
use catalog::{alone, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

use super::dom::{El, button, class, el, memo, memo_after, option, run, select};
use super::export::address;
use super::item::clipboard;
use crate::app::{App, Page};
use crate::small::{Getter, Small, small};
use crate::theme::Theme;

/// Widths of a frame, in CSS pixels; none is as wide as there is room.
const WIDTHS: [Option<u32>; 3] = [Some(300), Some(480), None];

impl Small for Way {
    fn number(self) -> usize {
        self as usize
    }

    fn of(number: usize) -> Self {
        Self::ALL[number]
    }
}

/// What a partner chooses, under its summary.
pub(super) fn embed(app: App) -> El {
    let (is_open, set_open) = small(false);
    let (was_open, set_was_open) = small(false);
    let body = move || was_open.get().then(|| choices(app, is_open));
    let follow = move |event: leptos::ev::Event| {
        set_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
        set_was_open.set(true);
    };
    class("details", "embed")
        .on("toggle", follow)
        .child(el("summary").text(text::EMBED))
        .child(class("div", "export-body").follow(body))
}

fn choices(app: App, is_open: Getter<bool>) -> Vec<El> {
    let (way, set_way) = small(Way::Frame);
    let (width, set_width) = small(WIDTHS.len() - 1);
    let (theme, set_theme) = small(Theme::Auto);
    let (copied, set_copied) = small(0_usize);
    let ways = Way::ALL.iter().map(|way| option(way.name(), text::way(*way))).collect();
    let choose_way = move |name: &str| set_way.set(Way::from_name(name).unwrap_or(Way::Frame));
    let widths = WIDTHS.iter().enumerate().map(|(at, width)| {
        option(&at.to_string(), &width.map_or_else(|| text::FULL_WIDTH.to_owned(), |width| format!("{width} px")))
    });
    let choose_width = move |at: &str| set_width.set(at.parse().unwrap_or(0));
    let choose_theme = move |name: &str| set_theme.set(Theme::from_name(name).unwrap_or(Theme::Auto));
    let languages = text::LANGUAGES.iter().map(|(tag, name)| option(tag, name)).collect();
    let field = |label: &str, list: El| class("label", "field").child(el("span").text(label)).child(list);
    let fields = class("div", "fields")
        .child(field(text::EMBED_WAY, select("way", ways, choose_way).choice(move || way.get().name().to_owned())))
        .child(field(
            text::EMBED_WIDTH,
            select("width", widths.collect(), choose_width).choice(move || width.get().to_string()),
        ))
        .child(field(
            text::EMBED_COLOURS,
            select("colours", super::header::themes().into(), choose_theme)
                .choice(move || theme.get().name().to_owned()),
        ))
        .child(field(text::LANGUAGE, select("language", languages, |_| {})));
    let embedded = move || of(app, theme.get());
    let html = memo(move || {
        // What was copied was another.
        set_copied.set(0);
        with(app, &embedded(), |embedded| embedded.html(way.get(), WIDTHS[width.get()]))
    });
    // Not for every letter that is typed, and not where nobody sees it.
    let address = memo_after(move |before: Option<&String>| {
        let is_seen = app.calm.get() && !app.typing.get() && is_open.get();
        let before = before.filter(|_| !is_seen).cloned();
        before.unwrap_or_else(|| app.link(&with(app, &embedded(), |embedded| embedded.address())))
    });
    let copy = move || {
        let copying = clipboard::write(&html.get_untracked());
        run(async move {
            let is_copied = JsFuture::from(copying).await.is_ok();
            let text = app.host().find(".snippet");
            if let Some(text) = text.filter(|_| !is_copied) {
                text.unchecked_into::<HtmlTextAreaElement>().select();
            }
            set_copied.set(if is_copied { 1 } else { 2 });
        });
    };
    let preview = move || {
        let width = WIDTHS[width.get()].map_or_else(|| "100%".to_owned(), |width| width.to_string());
        // A new one each time: what is put into a frame that is there would be a step for Back.
        el("iframe").attr("title", text::PREVIEW).attr("src", &address.get()).attr("width", &width)
    };
    vec![
        fields,
        class("p", "hint").follow(move || text::way_meaning(way.get())),
        class("textarea", "snippet")
            .attr("readonly", "")
            .attr("rows", "4")
            .attr("spellcheck", "false")
            .attr("aria-label", text::SNIPPET)
            .follow(move || html.get()),
        class("p", "copy")
            .attr("aria-live", "polite")
            .child(button("primary", copy).text(text::COPY_SNIPPET))
            .child(el("span").follow(move || ["", text::COPIED_TEXT, text::SELECTED][copied.get()])),
        class("p", "hint")
            .text(text::POLICY)
            .text(" ")
            .child(el("code").follow(move || snippet::policy(way.get(), &app.link("")))),
        class("div", "preview").follow(preview),
    ]
}

/// What is embedded: its title, and its country where it is a country's.
struct Shown {
    site: String,
    title: String,
    country: Option<usize>,
    theme: &'static str,
}

fn of(app: App, theme: Theme) -> Shown {
    let country = match app.page.get() {
        Page::Country(at) => Some(at),
        _ => app.query.with(|query| alone(query, app.catalog)),
    };
    let title = match country {
        Some(at) => snippet::title(Some(&app.catalog.countries[at])),
        None => app.query.with(|query| text::title(query, app.catalog)),
    };
    let theme = if theme == Theme::Auto { "" } else { theme.name() };
    Shown { site: app.link(""), title, country, theme }
}

fn with(app: App, shown: &Shown, read: impl FnOnce(&Embedded) -> String) -> String {
    let Shown { site, title, country, theme } = shown;
    let country = country.map(|at| &app.catalog.countries[at]);
    app.query.with(|query| read(&Embedded { site, title, country, query, theme }))
}

/// Gives the address of what is shown to somebody: by the device's own way, or else by the clipboard.
pub(super) fn share(app: App) -> El {
    let (copied, set_copied) = small(false);
    let share = move || {
        let address = match app.page.now() {
            Page::All => untrack(|| address(app)),
            page => app.page_link(page),
        };
        let shared = sheet::open(&address);
        run(async move {
            match shared {
                // Somebody who closes it again has made no mistake, and has not asked for the clipboard.
                Ok(sharing) => drop(JsFuture::from(sharing).await),
                Err(_) => set_copied.set(JsFuture::from(clipboard::write(&address)).await.is_ok()),
            }
        });
    };
    button("share", share)
        .attr("aria-live", "polite")
        .follow(move || if copied.get() { text::COPIED } else { text::SHARE })
}

/// The device's own way of sharing.
mod sheet {
    use js_sys::{Object, Promise, Reflect};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
        fn share(data: &Object) -> Result<Promise, JsValue>;
    }

    /// Opens it.
    ///
    /// # Errors
    /// Where there is none.
    pub(super) fn open(address: &str) -> Result<Promise, JsValue> {
        let data = Object::new();
        Reflect::set(&data, &"url".into(), &address.into())?;
        share(&data)
    }
}
