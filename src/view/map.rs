//! The map of the countries, coloured by where each stands or by how many documents it has.
//!
//! In the page that is sent it is a picture. When that has come, the app puts the same file into the page, where
//! its countries can be pressed: the geometry is in neither the HTML nor the wasm, and is fetched once.

mod markers;

use catalog::site::MAP;
use catalog::{Change, View};
use leptos::html::{Div, Img};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::legend::{PlanLegend, StepLegend};
use super::link::{Aim, QueryLink};
use crate::browser::dataset;
use crate::browser::effect::effect;
use crate::browser::schedule::spawn;
use crate::state::{AppState, Measure, use_app_state, use_messages};
use markers::Markers;

/// The map and its legend, where they are shown.
#[component]
pub fn Map() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let is_large = Memo::new(move |_| state.view.get() == View::Map);
    let is_shown = Memo::new(move |_| matches!(state.view.get(), View::Cards | View::Map));
    let measure = move |measure: Measure| {
        let words = match measure {
            Measure::Plan => messages.measure_plan(),
            Measure::Documents => messages.measure_documents(),
        };
        view! {
            <button
                class="button-small" type="button" aria-pressed=move || (state.options.measure.get() == measure).to_string()
                on:click=move |_| state.choose_measure(measure)
            >
                {words}
            </button>
        }
    };
    let legend = move || match state.options.measure.get() {
        Measure::Plan => view! { <PlanLegend/> },
        Measure::Documents => view! { <StepLegend/> },
    };
    view! {
        <div class="map" hidden=move || !is_shown.get() data-large=move || is_large.get().to_string()>
            <Figure/>
            <div class="map-side">
                <div class="measures" role="group" aria-label=messages.measures()>
                    {Measure::ALL.map(measure).collect_view()}
                </div>
                <div class="legend">{legend}</div>
                <p class="hint">
                    {messages.map_hint()} " "
                    <QueryLink aim=Aim::Toggled(Change::View(View::Table)) words=messages.as_table()/>
                    " " {messages.map_source()}
                </p>
            </div>
        </div>
    }
}

/// The picture, until the map is in its place.
#[component]
fn Figure() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let file = RwSignal::new(None::<String>);
    let is_begun = StoredValue::new(false);
    // Where the picture is not seen it does not come, and nothing more is needed.
    let begin = move || {
        if !is_begun.try_get_value().unwrap_or(true) {
            is_begun.set_value(true);
            spawn(async move {
                if let Ok(map) = dataset::file(&state.link(MAP), true).await {
                    let _gone = file.try_set(without_style(&map));
                }
            });
        }
    };
    let picture = NodeRef::<Img>::new();
    effect(move || {
        // It may have come before the app.
        if picture.get().is_some_and(|picture| picture.complete()) {
            begin();
        }
    });
    let shown = move || match file.get() {
        None => view! {
            <img
                src=state.link(MAP) alt=messages.map_picture() width="1000" height="876" loading="lazy"
                node_ref=picture on:load=move |_| begin()
            />
        },
        Some(map) => view! { <Drawing map/> },
    };
    view! { <div class="map-figure">{shown}</div> }
}

/// The map whose countries can be pressed.
#[component]
fn Drawing(map: String) -> impl IntoView {
    let state = use_app_state();
    let drawing = NodeRef::<Div>::new();
    let markers = StoredValue::new_local(Markers::default());
    let tip = RwSignal::new(None);
    effect(move || {
        let Some(drawing) = drawing.get() else { return };
        markers.update_value(|markers| {
            if markers.is_empty() {
                *markers = Markers::attach(state, &drawing);
            }
            markers.show(state);
        });
    });
    let on_event = move |event: web_sys::Event| markers.with_value(|markers| markers.on_event(state, tip, &event));
    let tip = move || {
        tip.get().map(|markers::Tip { words, x, y }| {
            view! {
                <div class="map-tip" aria-hidden="true" style:--x=x.to_string() style:--y=y.to_string()>{words}</div>
            }
        })
    };
    // The file is the site's own. The place of the tip is set by the style's own interface, which the policy allows.
    view! {
        <div
            class="map-drawing" inner_html=map node_ref=drawing
            on:click=move |event| on_event(event.into()) on:keydown=move |event| on_event(event.into())
            on:focusin=move |event| on_event(event.into()) on:focusout=move |event| on_event(event.into())
            on:pointerover=move |event| on_event(event.into()) on:pointerout=move |event| on_event(event.into())
        ></div>
        {tip}
    }
}

/// What is in the drawing as it is on the screen, without what makes it work there. Nothing where it is not there.
pub fn shapes(state: AppState) -> Option<String> {
    let svg: Element = state.host().find(".map-figure svg")?.clone_node_with_deep(true).ok()?.unchecked_into();
    markers::remove_buttons(&svg);
    Some(svg.inner_html())
}

/// The style of the map's file, in light colours. Nothing where the file cannot be had.
pub async fn style(state: AppState) -> Option<String> {
    let file = dataset::file(&state.link(MAP), true).await.ok()?;
    let [_, style, _] = parts(&file)?;
    Some(style.split_once("@media").map_or(style, |(light, _)| light).to_owned())
}

/// The file without its own style, which the page's policy forbids.
fn without_style(file: &str) -> Option<String> {
    parts(file).map(|[head, _, rest]| [head, rest].concat())
}

/// The file before its style, the style, and what comes after it.
fn parts(file: &str) -> Option<[&str; 3]> {
    let (head, rest) = file.split_once("<style>")?;
    let (style, rest) = rest.split_once("</style>")?;
    Some([head, style, rest])
}
