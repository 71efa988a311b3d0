//! The app on its own page, and on the page that others frame.

use std::future::Future;

use catalog::{Catalog, Messages, View};
use leptos::html::Div;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::lazy_parts::{self, Part};
use super::outside;
use super::take_over::SentPage;
use crate::browser::address::Address;
use crate::browser::dataset;
use crate::browser::effect::effect;
use crate::browser::focus::{Scroll, focus};
use crate::browser::host::Host;
use crate::browser::schedule::{next_frame, pause, spawn};
use crate::state::{AppState, Maintainer, Page, SiteInfo, Surface, use_app_state};
use crate::view::ids::TITLE;
use crate::view::load_error::{LoadError, Loading};
use crate::view::notice::Notices;

#[wasm_bindgen]
extern "C" {
    /// `js/early.js`: says what does not work, beside the page as it was sent.
    #[wasm_bindgen(js_namespace = window, js_name = ngpFailed)]
    fn failed(sentence: &str);
}

/// Makes the page in `#app` react. Where nothing is there, the app makes the same page by itself.
///
/// `js/boot.js` has made the addresses in its attributes absolute. On somebody else's page there is none, and
/// `js/inline.js` says where the app is wanted.
pub fn start() {
    let Ok(Some(element)) = document().query_selector("#app[data-catalog]") else { return };
    let (site, address) = described_by(&element);
    let owner = Owner::new();
    owner.set();
    // It lives as long as the page.
    std::mem::forget(owner.clone());
    if element.first_element_child().is_none() {
        let load = move || dataset::fetch(site.dataset);
        let host = Host::from(element.clone());
        mount_to(element.unchecked_into(), move || view! { <App address site host load/> }).forget();
        return;
    }
    let folder = element.get_attribute("data-folder").unwrap_or_default();
    // Its first signals would otherwise have nobody to run what follows them.
    drop(any_spawner::Executor::init_wasm_bindgen());
    spawn(async move {
        match dataset::fetch(site.dataset).await {
            Ok(catalog) => begin(owner, element, catalog, &folder, address, site).await,
            Err(trouble) => failed(&Messages::default().no_filters(&trouble)),
        }
    });
}

/// What the page says of its site and of where it is.
fn described_by(element: &Element) -> (SiteInfo, Address) {
    let attribute = |name| element.get_attribute(name).unwrap_or_default();
    // They live as long as the page.
    let kept = |name| &*attribute(name).leak();
    let given = |name| Some(kept(name)).filter(|value| !value.is_empty());
    let root = document().document_element();
    let is_framed = root.is_some_and(|root| root.get_attribute("data-surface").as_deref() == Some("frame"));
    let surface = if is_framed { Surface::Frame } else { Surface::Page };
    let address = Address::browser(attribute("data-root"), surface.home());
    // A frame adds nothing to the history of the page around it, and its address stays as that page has given it.
    let address = if is_framed { address.remembered() } else { address };
    let maintainer = Maintainer {
        name: given("data-maintainer"),
        address: given("data-maintainer-address"),
        mail: given("data-maintainer-mail"),
    };
    let repository = given("data-repository");
    let dataset = kept("data-catalog");
    (SiteInfo { repository, maintainer, dataset, surface, ..SiteInfo::default() }, address)
}

/// Shows what the address asks for, in the place of the page that was sent.
async fn begin(
    owner: Owner,
    element: Element,
    catalog: &'static Catalog,
    folder: &str,
    address: Address,
    site: SiteInfo,
) {
    let sent = Page::in_folder(folder, catalog);
    let state = owner.with(|| provide_state(catalog, sent, address, site, Host::from(element.clone())));
    let needs_all = needs_lazy_parts(state) && lazy_parts::preload().await;
    pause().await;
    let mut page = SentPage::new(state, element, owner.clone(), sent);
    page.take_over_first().await;
    owner.with(|| outside::follow(state));
    if !needs_all {
        // After this turn, what was typed and pressed before is in the document, too.
        tick().await;
        outside::announce_ready(state);
    }
    // The browser may paint and answer before the rest is made, which may be there already.
    pause().await;
    while !page.take_over_rest().await {
        state.report_missing_parts();
        owner.with(|| asked_again(state)).await;
    }
    if needs_all {
        pause().await;
        outside::announce_ready(state);
    }
    outside::announce_whole(state);
}

/// Waits until the visitor, or a network that is there again, asks for what is missing once more.
fn asked_again(state: AppState) -> impl Future<Output = ()> + use<> {
    let mut wait = |resolve: js_sys::Function, _| {
        effect(move || {
            if !state.loading.parts_missing.get() {
                drop(resolve.call0(&JsValue::NULL));
            }
        });
    };
    let asked = JsFuture::from(js_sys::Promise::new(&mut wait));
    async move { drop(asked.await) }
}

/// Whether what the address asks for is not among what is loaded first.
fn needs_lazy_parts(state: AppState) -> bool {
    untrack(|| {
        let is_other_view = !matches!(state.view.get(), View::Cards | View::Map);
        let is_one = state.selection.with(|selection| selection.matches.len() == 1);
        state.page.get() != Page::Start || is_other_view || is_one || state.opened.with(|opened| !opened.is_empty())
    })
}

/// The state and the lazy parts in the context of the current owner, and what the address asks for in the state.
pub(super) fn provide_state(
    catalog: &'static Catalog,
    page: Page,
    address: Address,
    site: SiteInfo,
    host: Host,
) -> AppState {
    let state = AppState::new(catalog, page, address, site, host);
    provide_context(state);
    lazy_parts::provide();
    state.connect();
    state
}

/// The whole app where nothing of it stands in the page yet: loads the dataset and shows it, or says why not.
#[component]
pub fn App<L, F>(
    /// Where the query stands.
    address: Address,
    /// What the page says of its site.
    site: SiteInfo,
    /// The element that it stands in.
    host: Host,
    /// Loads the dataset; called again when the visitor asks for another try.
    load: L,
) -> impl IntoView
where
    L: Fn() -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<&'static Catalog, String>> + 'static,
{
    let loaded = RwSignal::new(None);
    let first = load();
    spawn(async move { loaded.set(Some(first.await)) });
    let here = host.clone();
    let retry = move || {
        loaded.set(None);
        let (again, host) = (load(), here.clone());
        spawn(async move {
            loaded.set(Some(again.await));
            // The button that was pressed has gone.
            next_frame(move || focus(&host, TITLE, Scroll::IntoView));
        });
    };
    move || match loaded.get() {
        None => view! { <Loading/> },
        Some(Err(reason)) => view! { <LoadError reason retry=retry.clone()/> },
        Some(Ok(catalog)) => {
            provide_state(catalog, Page::Start, address.clone(), site, host.clone());
            view! { <Whole/> }
        }
    }
}

/// Everything that there is, from the state in context, in an element of its own.
#[component]
fn Whole() -> impl IntoView {
    let state = use_app_state();
    let place = NodeRef::<Div>::new();
    let owner = Owner::current().unwrap_or_default();
    let mounted = StoredValue::new_local(None);
    outside::follow(state);
    effect(move || {
        let (Some(place), owner) = (place.get(), owner.clone()) else { return };
        spawn(async move {
            loop {
                let part = lazy_parts::mount(Part::Layout, (*place).clone(), owner.clone()).await;
                if part.is_some() {
                    let _gone = mounted.try_set_value(part);
                    pause().await;
                    outside::announce_ready(state);
                    return outside::announce_whole(state);
                }
                state.report_missing_parts();
                owner.with(|| asked_again(state)).await;
            }
        });
    });
    view! {
        <Show when=move || state.loading.parts_missing.get()><Notices/></Show>
        <div class="root" node_ref=place></div>
    }
}
