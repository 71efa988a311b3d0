//! What is not needed for the first screen to react: its code is one file of its own, fetched right after.

use std::any::Any;

use catalog::nearest_word;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::state::use_app_state;
use crate::view::about::About;
use crate::view::across::AcrossEurope;
use crate::view::answer::Answer;
use crate::view::changes::Changes;
use crate::view::compare::Comparison;
use crate::view::country_details::CountryDetails;
use crate::view::credit::Credit;
use crate::view::document::DocumentDetails;
use crate::view::embed::EmbedChoices;
use crate::view::export::ExportChoices;
use crate::view::header::Header;
use crate::view::layout::{Layout, SkipLink};
use crate::view::lazy::{FetchedParts, LazyPart};
use crate::view::map::Map;
use crate::view::routes::Routes;
use crate::view::table::Table;
use crate::view::talks::Talks;
use crate::view::timeline::Timeline;

/// What keeps a part in the page: dropping it takes the part away.
pub(super) type Mounted = Box<dyn Any>;

/// A part of the page that is fetched.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// What a view shows when it is asked for.
    View(LazyPart),
    /// The link past the header.
    SkipLink,
    /// The bar at the top.
    Header,
    /// The answer in numbers.
    Answer,
    /// The map.
    Map,
    /// What belongs to all of Europe.
    AcrossEurope,
    /// The talks and visits.
    Talks,
    /// What changed.
    Changes,
    /// The end of the page.
    About,
    /// The end of a widget.
    Credit,
    /// Whatever page the visitor is on.
    Routes,
    /// Everything.
    Layout,
}

/// The parts of views, as they come in a browser.
pub(super) fn provide() {
    provide_context(FetchedParts {
        fetch: || Box::pin(preload()),
        mount: |part, place, owner| Box::pin(mount(Part::View(part), place, owner)),
    });
}

/// Fetches the code, so that a part is there as soon as it is shown; whether it could be had. One that could not is
/// fetched again the next time.
pub(super) async fn preload() -> bool {
    #[cfg(feature = "split")]
    return fetch_parts().await.is_ok();
    #[cfg(not(feature = "split"))]
    true
}

/// Fetches a part and mounts it into an element, below an owner; nothing where its code cannot be had. The owner must
/// still be there when the code is: who cannot be sure of that calls [`preload`] before, and looks.
pub(super) async fn mount(part: Part, place: HtmlElement, owner: Owner) -> Option<Mounted> {
    mount_part(part, place, owner).await.ok()
}

/// The code could not be fetched.
pub(super) struct Unavailable;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for Unavailable {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Everything that only this function calls is in the file that is fetched later: it is what `#[lazy]` makes of a
/// function, except that it says when the file cannot be had, where that would panic.
///
/// There is one such function, because each further one would be another file, with what the files share in more files
/// still. `cargo xtask build` asks for the feature `split`; in every other build all is in one piece.
#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(
    parts,
    wasm_split_path = leptos::wasm_split,
    preload(#[doc = "Fetches the file."] fetch_parts),
    fallible
)]
fn mount_part(part: Part, place: HtmlElement, owner: Owner) -> Result<Mounted, Unavailable> {
    Ok(owner.with(|| mount_view(part, place)))
}

#[cfg(not(feature = "split"))]
async fn mount_part(part: Part, place: HtmlElement, owner: Owner) -> Result<Mounted, Unavailable> {
    Ok(owner.with(|| mount_view(part, place)))
}

fn mount_view(part: Part, place: HtmlElement) -> Mounted {
    // Named here, so that it is in this file.
    use_app_state().correct_searches(nearest_word);
    Box::new(mount_to(place, move || match part {
        Part::View(LazyPart::Timeline) => view! { <Timeline/> },
        Part::View(LazyPart::Comparison) => view! { <Comparison/> },
        Part::View(LazyPart::Table) => view! { <Table/> },
        Part::View(LazyPart::Export) => view! { <ExportChoices/> },
        Part::View(LazyPart::Embed) => view! { <EmbedChoices/> },
        Part::View(LazyPart::Country { at, level }) => view! { <CountryDetails at level/> },
        Part::View(LazyPart::Document(resource)) => view! { <DocumentDetails resource/> },
        Part::SkipLink => view! { <SkipLink/> },
        Part::Header => view! { <Header/> },
        Part::Answer => view! { <Answer/> },
        Part::Map => view! { <Map/> },
        Part::AcrossEurope => view! { <AcrossEurope/> },
        Part::Talks => view! { <Talks/> },
        Part::Changes => view! { <Changes/> },
        Part::About => view! { <About/> },
        Part::Credit => view! { <Credit/> },
        Part::Routes => view! { <Routes/> },
        Part::Layout => view! { <Layout/> },
    }))
}
