//! Starting in the browser.

use catalog::text;
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::address::Address;
use crate::app::{App, Maintainer, Page, Root, RootProps, Site, Surface};
use crate::dataset;
use crate::host::Host;
use crate::view::{Shown, pages, run};

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
    let attribute = |name| element.get_attribute(name).unwrap_or_default();
    // They live as long as the page.
    let kept = |name| &*attribute(name).leak();
    let root = document().document_element();
    let is_framed = root.is_some_and(|root| root.get_attribute("data-surface").as_deref() == Some("frame"));
    let surface = if is_framed { Surface::Frame } else { Surface::Page };
    let (address, catalog) = (Address::browser(attribute("data-root"), surface.home()), kept("data-catalog"));
    // A frame adds nothing to the history of the page around it, and its address stays as that page has given it.
    let address = if is_framed { address.remembered() } else { address };
    let said = |name| Some(kept(name)).filter(|said| !said.is_empty());
    let maintainer = Maintainer {
        name: said("data-maintainer"),
        address: said("data-maintainer-address"),
        mail: said("data-maintainer-mail"),
    };
    let repository = said("data-repository");
    let site = Site { repository, maintainer, dataset: catalog, surface, ..Site::default() };
    let host = Host::from(element.clone());
    let Some(sent) = element.first_element_child() else {
        let load = move || dataset::fetch(catalog);
        let props = RootProps::builder().address(address).site(site).host(host).load(load).build();
        mount_to_renderer(&element, move || Root(props)).forget();
        return;
    };
    let folder = attribute("data-folder");
    run(async move {
        match dataset::fetch(catalog).await {
            Ok(catalog) => {
                let page = Page::in_folder(&folder, catalog);
                let taken = move || Taken { sent, app: App::new(catalog, page, address, site, host) };
                mount_to_renderer(&element, taken).forget();
            }
            Err(trouble) => failed(&text::no_filters(&trouble)),
        }
    });
}

/// The page that was sent, which the app takes over: first as it was sent, then as the address asks for.
struct Taken {
    sent: Element,
    app: App,
}

impl Render for Taken {
    type State = Shown;

    fn build(self) -> Shown {
        let shown = Shown::taken(self.sent, || pages::pages(self.app));
        self.app.arrive();
        shown
    }

    fn rebuild(self, shown: &mut Shown) {
        *shown = self.build();
    }
}
