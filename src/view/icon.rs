//! The icons, which `style/icon.css` draws: they take the colour of the text and are never the only sign.

use catalog::{CountryCode, PlanState};

use super::dom::{El, class};
use crate::app::App;

/// What an icon shows.
#[derive(Clone, Copy)]
pub(super) enum Icon {
    Helix,
    InForce,
    Ended,
    InPreparation,
    ProgrammeOnly,
    NoneFound,
    Play,
    Close,
    Filter,
    Search,
    Warning,
    Offline,
    New,
}

impl Icon {
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

impl From<PlanState> for Icon {
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

/// The icon, which has nothing to say to a screen reader: words stand beside it.
pub(super) fn icon(icon: Icon) -> El {
    class("span", "icon").attr("data-icon", icon.name())
}

/// The flag of a country, from the one file that holds them all. It is decoration: the name stands beside it.
pub(super) fn flag(app: App, code: CountryCode) -> El {
    let address = app.link("flags.svg#") + &code.lower();
    class("img", "flag").attr("src", &address).attr("alt", "").attr("width", "32").attr("height", "32")
}
