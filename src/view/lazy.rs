//! Parts of the page whose code is in the lazy file (`surface/lazy_parts.rs`): it is fetched when one of them is shown
//! first, if it has not come by then.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use catalog::Resource;
use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::heading::HeadingLevel;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus_element};
use crate::browser::schedule::spawn;
use crate::browser::window::is_unfolded;
use crate::state::{use_app_state, use_messages};

/// A part that is not on the first screen.
#[derive(Clone, Copy, Debug)]
pub enum LazyPart {
    /// The view of the documents over the years.
    Timeline,
    /// The view of countries side by side.
    Comparison,
    /// The view of the documents, or the countries, as rows.
    Table,
    /// The choices of what can be saved and copied.
    Export,
    /// The choices of how to embed what is shown.
    Embed,
    /// Everything about a country.
    Country {
        /// Its place in [`catalog::Catalog::countries`].
        at: usize,
        /// The level of its headings.
        level: HeadingLevel,
    },
    /// The details of a document.
    Document(&'static Resource),
}

impl LazyPart {
    /// The value of `data-part`.
    fn name(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Comparison => "compare",
            Self::Table => "table",
            Self::Export => "export",
            Self::Embed => "embed",
            Self::Country { .. } => "country",
            Self::Document(_) => "document",
        }
    }
}

/// The code being fetched: whether it has come.
pub type Fetching = Pin<Box<dyn Future<Output = bool>>>;

/// A part being mounted: what keeps it in the page while it is held, or nothing where its code could not be fetched.
pub type Mounting = Pin<Box<dyn Future<Output = Option<Box<dyn Any>>>>>;

/// How a browser gets lazy parts. The surface provides this in context, because views must not name the parts: their
/// code would then be in the first file.
#[derive(Clone, Copy, Debug)]
pub struct FetchedParts {
    /// Fetches the code.
    pub fetch: fn() -> Fetching,
    /// Mounts a part into an element, below an owner, from which it has its context.
    pub mount: fn(LazyPart, HtmlElement, Owner) -> Mounting,
}

/// How the prerendered page gets them: it writes them at once, as HTML.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug)]
pub struct WrittenParts(pub fn(LazyPart) -> String);

/// After how long the code of a part that does not come is said to be missing.
const TIMEOUT: Duration = Duration::from_secs(15);

/// The place of a lazy part. Where its code cannot be fetched, it says so, with a button to try again.
#[component]
pub fn Lazy(
    /// The part.
    part: LazyPart,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    #[cfg(feature = "ssr")]
    if let Some(WrittenParts(write)) = use_context() {
        return view! { <div class="lazy" data-part=part.name() inner_html=write(part)></div> };
    }
    let FetchedParts { fetch, mount } = expect_context();
    let place = NodeRef::<Div>::new();
    let owner = Owner::current().unwrap_or_default();
    let mounted = StoredValue::new_local(None);
    // The number of the last attempt: only that one mounts the part.
    let attempts = RwSignal::new(0_usize);
    let is_failed = RwSignal::new(false);
    let show = Callback::new(move |is_retry: bool| {
        is_failed.set(false);
        attempts.update(|attempts| *attempts += 1);
        let attempt = attempts.get_untracked();
        let owner = owner.clone();
        // The code may come later all the same. The view may have been removed by then, and its signals with it.
        let give_up = move || {
            let _gone = is_failed.try_set(true);
        };
        let timeout = set_timeout_with_handle(give_up, TIMEOUT);
        spawn(async move {
            let is_fetched = fetch().await;
            if let Ok(timeout) = timeout {
                timeout.clear();
            }
            // The view may have been removed meanwhile, and its signals with it.
            let Some(place) = place.try_get_untracked().flatten() else { return };
            if attempts.get_untracked() != attempt {
                return;
            }
            let part = if is_fetched { mount(part, (*place).clone(), owner).await } else { None };
            is_failed.set(part.is_none());
            if part.is_some() {
                state.notify_fetched();
                if is_retry {
                    // The button that had the focus was removed.
                    focus_element(&place, Scroll::Stay);
                }
            }
            mounted.set_value(part);
        });
    });
    effect(move || {
        if place.get().is_some() {
            show.run(false);
        }
    });
    let failed = move || {
        view! {
            <div class="lazy-failed">
                <p role="alert">{messages.part_unreachable()}</p>
                <button class="button-small" type="button" on:click=move |_| show.run(true)>{messages.retry()}</button>
            </div>
        }
    };
    view! {
        <div class="lazy" data-part=part.name() node_ref=place></div>
        <Show when=move || is_failed.get()>{failed()}</Show>
    }
}

/// A lazy part below a summary, which is mounted when it is unfolded first.
#[component]
pub fn LazyDetails(
    /// The class of the `<details>`.
    class: &'static str,
    /// The summary.
    summary: &'static str,
    /// The part.
    part: LazyPart,
    /// Set to whether it is unfolded.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let was_opened = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_open.get());
    let follow = move |event: Event| is_open.set(is_unfolded(&event));
    view! {
        <details class=class on:toggle=follow>
            <summary>{summary}</summary>
            <Show when=move || was_opened.get()><Lazy part/></Show>
        </details>
    }
}
