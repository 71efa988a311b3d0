//! The icons, each from its file in `icons/`: they take the colour of the text and are never the only sign.

use catalog::PlanState;
use leptos::prelude::*;

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

    /// How it is drawn.
    fn svg(self) -> &'static str {
        match self {
            Self::Helix => include_str!("../../icons/helix.svg"),
            Self::InForce => include_str!("../../icons/in-force.svg"),
            Self::Ended => include_str!("../../icons/ended.svg"),
            Self::InPreparation => include_str!("../../icons/in-preparation.svg"),
            Self::ProgrammeOnly => include_str!("../../icons/programme-only.svg"),
            Self::NoneFound => include_str!("../../icons/none-found.svg"),
            Self::Play => include_str!("../../icons/play.svg"),
            Self::Close => include_str!("../../icons/close.svg"),
            Self::Filter => include_str!("../../icons/filter.svg"),
            Self::Search => include_str!("../../icons/search.svg"),
            Self::Warning => include_str!("../../icons/warning.svg"),
            Self::Offline => include_str!("../../icons/offline.svg"),
            Self::New => include_str!("../../icons/new.svg"),
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
    view! { <span class="icon" data-icon=shape.name() aria-hidden="true" inner_html=shape.svg().trim_end()></span> }
}
