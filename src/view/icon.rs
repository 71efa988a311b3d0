//! The icons, drawn by us on a grid of 24; they take the colour of the text and are never the only sign.

use catalog::{CountryCode, PlanStatus};
use leptos::prelude::*;

use super::dom::{El, class};

/// What an icon shows.
#[derive(Clone, Copy)]
pub(super) enum Icon {
    Helix,
    Adopted,
    InPreparation,
    ProgrammeOnly,
    NoneFound,
    Play,
    Leaves,
    Close,
    Filter,
    Search,
    Warning,
    Offline,
    New,
}

impl Icon {
    /// What is drawn with a line, and what is filled.
    fn paths(self) -> (&'static str, &'static str) {
        match self {
            Self::Helix => {
                ("M7 2c0 7 10 7 10 13 0 3-2 5-5 7M17 2c0 7-10 7-10 13 0 3 2 5 5 7M8 5h8M9.5 9h5M8.5 14h7M8 18h8", "")
            }
            Self::Adopted => ("M7.5 12.5l3 3 6-7M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z", ""),
            Self::InPreparation => ("M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z", ""),
            Self::ProgrammeOnly => ("M4 6h16M4 12h16M4 18h10", ""),
            Self::NoneFound => ("M8 12h8M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z", ""),
            Self::Play => {
                ("", "M8 5.140v13.720a1 1 0 0 0 1.52.860l11-6.860a1 1 0 0 0 0-1.720l-11-6.860A1 1 0 0 0 8 5.140z")
            }
            Self::Leaves => ("M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5", ""),
            Self::Close => ("M6 6l12 12M18 6L6 18", ""),
            Self::Filter => ("M4 6h16M7 12h10M10 18h4", ""),
            Self::Search => ("M16.5 16.5L21 21M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z", ""),
            Self::Warning => (
                "M12 9v4M12 16.5v.5M10.3 4.200L2.7 17.5A2 2 0 0 0 4.4 20.5h15.200a2 2 0 0 0 1.7-3L13.7 4.200a2 2 0 0 0-3.4 0z",
                "",
            ),
            Self::Offline => (
                "M3 3l18 18M5 12.5a10 10 0 0 1 4-2.300M15.5 10.5A10 10 0 0 1 19 12.5M8.5 16a5 5 0 0 1 6 0M12 20v.01",
                "",
            ),
            Self::New => ("M4 12a8 8 0 0 1 13.7-5.600L20 9M20 4v5h-5M20 12a8 8 0 0 1-13.7 5.600L4 15M4 20v-5h5", ""),
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

/// The icon, hidden from screen readers: words stand beside it.
pub(super) fn icon(icon: Icon) -> AnyView {
    let (line, fill) = icon.paths();
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=line fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
            <path d=fill fill="currentColor" />
        </svg>
    }
    .into_any()
}

/// The flag of a country, from the one file that holds them all. It is decoration: the name stands beside it.
pub(super) fn flag(code: CountryCode) -> El {
    let address = format!("flags.svg#{}", code.lower());
    class("img", "flag").attr("src", &address).attr("alt", "").attr("width", "32").attr("height", "32")
}
