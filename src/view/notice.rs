//! Notes: an older dataset or an address that was not understood; no network or a new version.

use leptos::prelude::*;

use super::icon::{Icon, Shape};
use super::ids::TITLE;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus};
use crate::state::{use_app_state, use_messages};

/// What is wrong with the dataset or the address: it stands above the page.
#[component]
pub fn Notices() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let newer = state.catalog.newer_schema.as_deref().map(|version| {
        view! {
            <div class="notice" data-kind="warning">
                <Icon shape=Shape::Warning/><p>{messages.newer_schema(version)}</p>
            </div>
        }
    });
    let close = move |_| {
        state.dismiss_unknown();
        focus(&state.host(), TITLE, Scroll::Stay);
    };
    let unknown = move || {
        let words = state.unknown.with(|unknown| (!unknown.is_empty()).then(|| messages.unknown(unknown)))?;
        Some(view! {
            <div class="notice" data-kind="unknown">
                <Icon shape=Shape::Warning/>
                <p>{words}</p>
                <button class="close" type="button" on:click=close>{messages.dismiss()}</button>
            </div>
        })
    };
    let missing = move || {
        view! {
            <div class="notice" data-kind="missing">
                <Icon shape=Shape::Warning/>
                <p>{messages.parts_missing()}</p>
                <button class="close" type="button" on:click=move |_| state.retry_parts()>
                    {messages.retry()}
                </button>
            </div>
        }
    };
    view! {
        <div class="notices" aria-live="polite">
            {newer}{unknown}<Show when=move || state.loading.parts_missing.get()>{missing()}</Show>
        </div>
    }
}

/// What happens while the page is open: it is seen wherever the page is scrolled to.
#[component]
pub fn News() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let connection = state.connection;
    effect(move || {
        let number = usize::from(!connection.online.get()) + usize::from(connection.update.get());
        state.set_attribute("data-news", ["1", "2"].get(number.wrapping_sub(1)).copied());
    });
    let put_off = move |_| {
        connection.put_off();
        focus(&state.host(), TITLE, Scroll::Stay);
    };
    view! {
        <div class="news" aria-live="polite">
            <Show when=move || !connection.online.get()>
                <div class="notice" data-kind="offline"><Icon shape=Shape::Offline/><p>{messages.offline()}</p></div>
            </Show>
            <Show when=move || connection.update.get()>
                <div class="notice" data-kind="update">
                    <Icon shape=Shape::New/>
                    <p>{messages.update()}</p>
                    <button class="primary" type="button" on:click=move |_| connection.take_update()>
                        {messages.reload()}
                    </button>
                    <button class="later" type="button" on:click=put_off>{messages.later()}</button>
                </div>
            </Show>
        </div>
    }
}
