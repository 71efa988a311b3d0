//! What a partner pastes to show a part of this page in their own, with a preview.

use catalog::snippet::{self, Embedded};
use catalog::{EmbedMode, OwnColours, sole_country};
use leptos::html::{Iframe, Textarea};
use leptos::prelude::*;

use super::embed_fields::{Chosen, Fields};
use super::lazy::{LazyDetails, LazyPart};
use super::link::OutLink;
use crate::browser::clipboard::copy;
use crate::browser::effect::effect;
use crate::browser::frame::set_style;
use crate::browser::schedule::spawn;
use crate::browser::theme::Theme;
use crate::state::{AppState, Page, use_app_state, use_messages};

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
    let state = use_app_state();
    let chosen = RwSignal::new(Chosen::FIRST);
    let html = Memo::new(move |_| {
        let Chosen { mode, width, height, .. } = chosen.get();
        with_embedded(state, chosen, &|embedded| embedded.html(mode, width, height))
    });
    view! {
        <div class="opened">
            <Fields chosen/>
            <Snippet html/>
            <Policy chosen/>
            <Preview chosen/>
        </div>
    }
}

/// What the page around it must allow, for who has to ask: most pages have no policy.
#[component]
fn Policy(
    /// What the partner has chosen.
    chosen: RwSignal<Chosen>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let policy = move || {
        let chosen = chosen.get();
        let is_styled = chosen.own() != OwnColours::default();
        snippet::policy(chosen.mode, &state.link("")) + if is_styled { snippet::STYLE_POLICY } else { "" }
    };
    view! {
        <details>
            <summary>{messages.policy()}</summary>
            <p class="hint">{messages.policy_must_allow()} " " <code>{policy}</code></p>
        </details>
    }
}

/// A text that was to be copied.
struct CopiedSnippet {
    html: String,
    is_allowed: bool,
}

/// What is pasted. Where it may not be copied, it is selected.
#[component]
fn Snippet(
    /// The HTML to paste.
    html: Memo<String>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let field = NodeRef::<Textarea>::new();
    let copied = RwSignal::new(None::<CopiedSnippet>);
    let press = move |_| {
        let html = html.get_untracked();
        let _number = state.count_copy();
        let copying = copy(&html);
        spawn(async move {
            let is_allowed = copying.is_done().await;
            // The view may have gone meanwhile, and its signals with it.
            if let Some(field) = field.try_get_untracked().flatten().filter(|_| !is_allowed) {
                field.select();
            }
            let _gone = copied.try_set(Some(CopiedSnippet { html, is_allowed }));
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
    let guide = use_app_state().site().repository.map(|repository| {
        view! { <OutLink address=snippet::guide(repository) words=messages.embed_guide()/> }
    });
    view! {
        <textarea
            class="snippet" readonly rows="4" spellcheck="false" aria-label=messages.snippet()
            prop:value=move || html.get() node_ref=field
        ></textarea>
        <p class="copy" aria-live="polite">
            <button class="primary" type="button" on:click=press>{messages.copy_snippet()}</button>
            <span>{status}</span>
            {guide}
        </p>
    }
}

/// What the widget looks like, under its name.
#[component]
fn Preview(
    /// What the partner has chosen.
    chosen: RwSignal<Chosen>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let EmbedIsOpen(is_open) = expect_context();
    // Not for every letter that is typed, and not where nobody sees it.
    let address = Memo::new(move |before: Option<&Option<String>>| {
        if is_open.get() && !state.typing.get() {
            Some(state.link(&with_embedded(state, chosen, &|embedded| embedded.address())))
        } else {
            before.cloned().flatten()
        }
    });
    let title = Memo::new(move |_| with_embedded(state, chosen, &|embedded| embedded.title.to_owned()));
    view! {
        <p class="hint">{move || messages.preview(&title.get())}</p>
        <div class="preview">
            // A new frame for each address: another address in the same frame would be a step for Back.
            <For each=move || address.get() key=String::clone children=move |address| view! { <Frame address title chosen/> }/>
        </div>
    }
}

/// A frame with the widget. It has the partner's colours from outside, as an element in their page would: its address
/// has none.
#[component]
fn Frame(
    /// The address of the embedded page.
    address: String,
    /// The name of what it shows.
    title: Memo<String>,
    /// What the partner has chosen.
    chosen: RwSignal<Chosen>,
) -> impl IntoView {
    let page = NodeRef::<Iframe>::new();
    let style = Memo::new(move |_| chosen.get().own().style());
    effect(move || {
        if let Some(page) = page.get() {
            set_style(&page, &style.get());
        }
    });
    // The page that was there before it had come is gone, and its style with it.
    let colour = move |_| {
        if let Some(page) = page.get_untracked() {
            set_style(&page, &style.get_untracked());
        }
    };
    let height = move || {
        Some(chosen.get()).filter(|chosen| chosen.mode == EmbedMode::Frame).map(|chosen| chosen.height.to_string())
    };
    view! {
        <iframe
            title=move || title.get() src=address width=move || chosen.get().width.map(|width| width.to_string())
            height=height node_ref=page on:load=colour
        ></iframe>
    }
}

/// What would be embedded: the country that is shown, or what is asked for.
fn with_embedded(state: AppState, chosen: RwSignal<Chosen>, read: &dyn Fn(&Embedded) -> String) -> String {
    let chosen = chosen.get();
    let theme = chosen.theme;
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
            None => state.messages.embed_title(query, state.catalog),
        };
        read(&Embedded { site: &site, title: &title, country, query, theme, own: chosen.own() })
    })
}
