//! The map of the countries, coloured by the state of each country's plan or by its number of documents.
//!
//! The prerendered page has the map as an `<img>`. When that has loaded, the app takes the same file from the
//! browser's cache and puts it into the page as inline SVG, whose countries can be pressed. So the geometry is in
//! neither the HTML nor the wasm, and is downloaded once.

mod markers;

use catalog::site::MAP;
use catalog::{Change, View};
use leptos::html::{Div, Img};
use leptos::prelude::*;
use web_sys::Event;

use super::legend::{PlanLegend, StepLegend};
use super::link::{Aim, QueryLink};
use super::toggle_group::ToggleGroup;
use crate::browser::dataset;
use crate::browser::effect::effect;
use crate::browser::schedule::spawn;
use crate::browser::svg;
use crate::state::{AppState, Measure, use_app_state, use_messages};
use markers::Markers;

/// The map with its legend: beside the cards, and large in the view of the map. Other views hide it.
#[component]
pub fn Map() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let is_large = Memo::new(move |_| state.view.get() == View::Map);
    let is_shown = Memo::new(move |_| matches!(state.view.get(), View::Cards | View::Map));
    let measures = Measure::ALL.map(|measure| match measure {
        Measure::Plan => (measure, messages.measure_plan()),
        Measure::Documents => (measure, messages.measure_documents()),
    });
    let [before_link, link, after_link] = messages.map_hint();
    let legend = move || match state.options.measure.get() {
        Measure::Plan => view! { <PlanLegend/> },
        Measure::Documents => view! { <StepLegend/> },
    };
    view! {
        <div class="map" hidden=move || !is_shown.get() data-large=move || is_large.get().to_string()>
            <Figure/>
            <div class="map-side">
                <ToggleGroup
                    label=messages.measures() options=measures value=state.options.measure
                    choose=move |measure| state.choose_measure(measure)
                />
                <div class="legend">{legend}</div>
                <p class="hint">
                    {before_link}
                    <QueryLink aim=Aim::Toggled(Change::View(View::Table)) words=link/>
                    {after_link}
                </p>
            </div>
        </div>
    }
}

/// The map: as a picture until its file is in the page.
#[component]
fn Figure() -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let file = RwSignal::new(None::<String>);
    let is_begun = StoredValue::new(false);
    // Called when the picture has loaded. One that is out of sight does not load, and then its file is not needed.
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
        // It may have loaded before the app has started, and then fires no event.
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

/// The map as inline SVG, whose countries can be pressed, and the tip beside the country under the pointer or the
/// focus.
#[component]
fn Drawing(
    /// The SVG file, without its style.
    map: String,
) -> impl IntoView {
    let state = use_app_state();
    let drawing = NodeRef::<Div>::new();
    let markers = StoredValue::new_local(Markers::default());
    let tip = RwSignal::new(None);
    effect(move || {
        let Some(drawing) = drawing.get().and_then(|place| svg::Drawing::within(&place)) else { return };
        markers.update_value(|markers| {
            if markers.is_empty() {
                *markers = Markers::attach(state, &drawing);
            }
            markers.show(state);
        });
    });
    let on_event = move |event: Event| markers.with_value(|markers| markers.on_event(state, tip, &event));
    let tip = move || {
        tip.get().map(|markers::Tip { words, x, y }| {
            view! {
                <div class="map-tip" aria-hidden="true" style:--x=x.to_string() style:--y=y.to_string()>{words}</div>
            }
        })
    };
    // The file is the site's own, so it may be `inner_html`. The content security policy allows `style:--x`, because
    // that sets a property of the element's style and no `style` attribute.
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

/// The shapes of the map as they are on the screen, as SVG to export. Nothing where the map is not on the page.
pub fn shapes(state: AppState) -> Option<String> {
    svg::Drawing::find(&state.host(), ".map-figure svg")?.picture()
}

/// The style of the map's file in light colours, for exports. Nothing where the file could not be fetched.
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
