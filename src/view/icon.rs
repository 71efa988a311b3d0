//! The icons, which `style/icon.css` draws: they take the colour of the text and are never the only sign.

use catalog::{CountryCode, PlanStatus};

use super::dom::{El, class};
use crate::app::App;

/// What an icon shows.
#[derive(Clone, Copy)]
pub(super) enum Icon {
    Helix,
    Adopted,
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
            Self::Adopted => "adopted",
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

impl From<PlanStatus> for Icon {
    fn from(status: PlanStatus) -> Self {
        match status {
            PlanStatus::Adopted => Self::Adopted,
            PlanStatus::InPreparation => Self::InPreparation,
            PlanStatus::ProgrammeOnly => Self::ProgrammeOnly,
            PlanStatus::NoneFound => Self::NoneFound,
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
