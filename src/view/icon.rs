//! The icons, which `style/icon.css` draws: they take the colour of the text and are never the only sign.

use catalog::{CountryCode, PlanState};
use leptos::prelude::*;

use crate::state::use_app_state;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The brand: a double helix.
    Helix,
    /// A plan in force.
    InForce,
    /// A plan that has ended.
    Ended,
    /// A plan in preparation.
    InPreparation,
    /// Programmes without a plan.
    ProgrammeOnly,
    /// Nothing found.
    NoneFound,
    /// Plays a video.
    Play,
    /// Takes something away.
    Close,
    /// Opens the filters.
    Filter,
    /// The search.
    Search,
    /// Something is not as it should be.
    Warning,
    /// There is no network.
    Offline,
    /// There is a new version.
    New,
}

impl Shape {
    /// Its name in the style.
    fn name(self) -> &'static str {
        match self {
            Self::Helix => "helix",
            Self::InForce => "in-force",
            Self::Ended => "ended",
            Self::InPreparation => "in-preparation",
            Self::ProgrammeOnly => "programme-only",
            Self::NoneFound => "none-found",
            Self::Play => "play",
            Self::Close => "close",
            Self::Filter => "filter",
            Self::Search => "search",
            Self::Warning => "warning",
            Self::Offline => "offline",
            Self::New => "new",
        }
    }
}

impl From<PlanState> for Shape {
    fn from(state: PlanState) -> Self {
        match state {
            PlanState::InForce => Self::InForce,
            PlanState::Ended => Self::Ended,
            PlanState::InPreparation => Self::InPreparation,
            PlanState::ProgrammeOnly => Self::ProgrammeOnly,
            PlanState::NoneFound => Self::NoneFound,
        }
    }
}

/// An icon, which has nothing to say to a screen reader: words stand beside it.
#[component]
pub fn Icon(
    /// What it shows.
    shape: Shape,
) -> impl IntoView {
    view! { <span class="icon" data-icon=shape.name()></span> }
}

/// The flag of a country, from the one file that holds them all. It is decoration: the name stands beside it.
#[component]
pub fn Flag(
    /// The country's code.
    code: CountryCode,
) -> impl IntoView {
    let address = use_app_state().link("flags.svg#") + &code.lower();
    view! { <img class="flag" src=address alt="" width="32" height="32"/> }
}
