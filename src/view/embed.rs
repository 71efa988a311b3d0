//! What a partner pastes to show a part of this page in their own, with a preview.

use catalog::snippet::{self, Embedded};
use catalog::{EmbedMode, sole_country};
use leptos::html::Textarea;
use leptos::prelude::*;

use super::header::theme_options;
use super::lazy::{LazyDetails, LazyPart};
use super::select::Select;
use crate::browser::clipboard::copy;
use crate::browser::schedule::spawn;
use crate::browser::theme::Theme;
use crate::state::{AppState, Page, use_app_state, use_messages};

/// Widths of a frame, in CSS pixels; none is as wide as there is room.
const WIDTHS: [Option<u32>; 3] = [Some(300), Some(480), None];

/// The value of a width that is as wide as there is room.
const FULL: &str = "full";

/// Whether the choices are unfolded now: while they are not, the preview stays as it is.
#[derive(Clone, Copy)]
struct EmbedIsOpen(RwSignal<bool>);

/// What a partner chooses, folded under its summary.
#[component]
pub fn Embed() -> impl IntoView {
    let messages = use_messages();
    let is_open = RwSignal::new(false);
    provide_context(EmbedIsOpen(is_open));
    view! { <LazyDetails class="embed" summary=messages.embed() part=LazyPart::Embed is_open/> }
}

/// What is under the summary.
#[component]
pub fn EmbedChoices() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let mode = RwSignal::new(EmbedMode::Frame);
    let width = RwSignal::new(None);
    let theme = RwSignal::new(Theme::Auto);
    let html = Memo::new(move |_| with_embedded(state, theme.get(), |embedded| embedded.html(mode.get(), width.get())));
    view! {
        <div class="export-body">
            <Fields mode width theme/>
            <p class="hint">{move || messages.embed_mode_meaning(mode.get())}</p>
            <Snippet html/>
            <p class="hint">
                {messages.policy()} " " <code>{move || snippet::policy(mode.get(), &state.link(""))}</code>
            </p>
            <Preview width theme/>
        </div>
    }
}

#[component]
fn Fields(mode: RwSignal<EmbedMode>, width: RwSignal<Option<u32>>, theme: RwSignal<Theme>) -> impl IntoView {
    let messages = use_messages();
    let owned = |value: &str, words: &str| (value.to_owned(), words.to_owned());
    let modes = EmbedMode::ALL.iter().map(|mode| owned(mode.name(), messages.embed_mode(*mode))).collect();
    let widths = WIDTHS.map(|width| match width {
        Some(width) => (width.to_string(), format!("{width} px")),
        None => owned(FULL, messages.full_width()),
    });
    let languages = messages.languages().iter().map(|(tag, name)| owned(tag, name)).collect();
    let choose_mode = move |name: String| mode.set(EmbedMode::from_name(&name).unwrap_or(EmbedMode::Frame));
    let choose_theme = move |name: String| theme.set(Theme::from_name(&name).unwrap_or(Theme::Auto));
    view! {
        <div class="fields">
            <Field
                name="mode" label=messages.embed_mode_label() options=modes
                value=Signal::derive(move || mode.get().name().to_owned()) choose=choose_mode
            />
            // What is no number is as wide as there is room.
            <Field
                name="width" label=messages.embed_width() options=widths.into()
                value=Signal::derive(move || width.get().map_or_else(|| FULL.to_owned(), |width| width.to_string()))
                choose=move |value: String| width.set(value.parse().ok())
            />
            <Field
                name="colours" label=messages.embed_colours() options=theme_options()
                value=Signal::derive(move || theme.get().name().to_owned()) choose=choose_theme
            />
            // There is one so far, so no other can be chosen.
            <Field
                name="language" label=messages.language_label() options=languages value=messages.languages()[0].0.to_owned()
                choose=|_: String| ()
            />
        </div>
    }
}

/// A choice and its name.
#[component]
fn Field(
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] choose: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <Select name options value choose/>
        </label>
    }
}

/// A text that was to be copied.
struct Copied {
    html: String,
    is_allowed: bool,
}

/// What is pasted. Where it may not be copied, it is selected.
#[component]
fn Snippet(html: Memo<String>) -> impl IntoView {
    let messages = use_messages();
    let field = NodeRef::<Textarea>::new();
    let copied = RwSignal::new(None::<Copied>);
    let press = move |_| {
        let html = html.get_untracked();
        let copying = copy(&html);
        spawn(async move {
            let is_allowed = copying.is_done().await;
            // The view may have gone meanwhile, and its signals with it.
            if let Some(field) = field.try_get_untracked().flatten().filter(|_| !is_allowed) {
                field.select();
            }
            let _gone = copied.try_set(Some(Copied { html, is_allowed }));
        });
    };
    // What was copied may be another than what stands there now.
    let status = move || {
        copied.with(|copied| match copied {
            Some(copied) if html.with(|html| *html == copied.html) => match copied.is_allowed {
                true => messages.copied_text(),
                false => messages.selected(),
            },
            _ => "",
        })
    };
    view! {
        <textarea
            class="snippet" readonly rows="4" spellcheck="false" aria-label=messages.snippet()
            prop:value=move || html.get() node_ref=field
        ></textarea>
        <p class="copy" aria-live="polite">
            <button class="primary" type="button" on:click=press>{messages.copy_snippet()}</button>
            <span>{status}</span>
        </p>
    }
}

/// What the widget looks like.
#[component]
fn Preview(width: RwSignal<Option<u32>>, theme: RwSignal<Theme>) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let EmbedIsOpen(is_open) = expect_context();
    // Not for every letter that is typed, and not where nobody sees it.
    let address = Memo::new(move |before: Option<&Option<String>>| {
        if is_open.get() && !state.typing.get() {
            Some(state.link(&with_embedded(state, theme.get(), |embedded| embedded.address())))
        } else {
            before.cloned().flatten()
        }
    });
    let frame = move |address: String| {
        view! { <iframe title=messages.preview() src=address width=move || width.get().map(|width| width.to_string())></iframe> }
    };
    view! {
        <div class="preview">
            // A new frame for each address: another address in the same frame would be a step for Back.
            <For each=move || address.get() key=String::clone children=frame/>
        </div>
    }
}

/// What would be embedded: the country that is shown, or what is asked for.
fn with_embedded(state: AppState, theme: Theme, read: impl FnOnce(&Embedded) -> String) -> String {
    let theme = if theme == Theme::Auto { "" } else { theme.name() };
    let site = state.link("");
    let page = state.page.get();
    state.query.with(|query| {
        let country = match page {
            Page::Country(at) => Some(at),
            Page::Start | Page::Video(_) => sole_country(query, state.catalog),
        };
        let country = country.map(|at| &state.catalog.countries[at]);
        let title = match country {
            Some(_) => snippet::title(country),
            None => state.messages.title(query, state.catalog),
        };
        read(&Embedded { site: &site, title: &title, country, query, theme })
    })
}
