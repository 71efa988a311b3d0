//! Parts of the page whose code is fetched when they are shown first.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;

use catalog::Resource;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus_element};
use crate::browser::schedule::spawn;
use crate::state::{use_app_state, use_messages};

/// What is not on the page as it is first shown.
#[derive(Clone, Copy, Debug)]
pub enum LazyPart {
    /// The documents over the years.
    Timeline,
    /// Countries side by side.
    Comparison,
    /// The documents as rows.
    Table,
    /// What can be saved and copied.
    Export,
    /// How to embed what is shown.
    Embed,
    /// Everything about the country at that place in [`catalog::Catalog::countries`], with headings of that level.
    Country(usize, u8),
    /// What of a document few ask for.
    Document(&'static Resource),
}

impl LazyPart {
    fn name(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Comparison => "compare",
            Self::Table => "table",
            Self::Export => "export",
            Self::Embed => "embed",
            Self::Country(..) => "country",
            Self::Document(_) => "document",
        }
    }
}

/// Code on its way: whether it could be had.
pub type Fetching = Pin<Box<dyn Future<Output = bool>>>;

/// A part on its way: what keeps it in the page, or nothing where its code could not be had.
pub type Mounting = Pin<Box<dyn Future<Output = Option<Box<dyn Any>>>>>;

/// Where lazy parts come from in a browser. The surface knows all of them, and a view none.
#[derive(Clone, Copy, Debug)]
pub struct FetchedParts {
    /// Fetches the code.
    pub fetch: fn() -> Fetching,
    /// Mounts a part into an element, with what the owner has in its context.
    pub mount: fn(LazyPart, HtmlElement, Owner) -> Mounting,
}

/// Where they come from in a page that is sent: they are written at once.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug)]
pub struct WrittenParts(pub fn(LazyPart) -> String);

/// A part of the page that may have to be fetched first. One that cannot be had says so, and can be asked for again.
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
    let is_failed = RwSignal::new(false);
    let show = Callback::new(move |is_retry: bool| {
        is_failed.set(false);
        let owner = owner.clone();
        spawn(async move {
            let is_fetched = fetch().await;
            // The view may have gone meanwhile, and its signals with it; what follows now does not wait any more.
            let Some(place) = place.try_get_untracked().flatten() else { return };
            let part = if is_fetched { mount(part, (*place).clone(), owner).await } else { None };
            is_failed.set(part.is_none());
            if part.is_some() {
                state.notify_fetched();
                if is_retry {
                    // The button that was pressed is gone.
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

/// A part under its summary, fetched when that is unfolded first.
#[component]
pub fn LazyDetails(
    /// Its class in the style.
    class: &'static str,
    /// The summary.
    summary: &'static str,
    /// The part.
    part: LazyPart,
    /// Whether it is unfolded now.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let was_opened = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_open.get());
    let follow = move |event: leptos::ev::Event| {
        is_open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class=class on:toggle=follow>
            <summary>{summary}</summary>
            <Show when=move || was_opened.get()><Lazy part/></Show>
        </details>
    }
}
