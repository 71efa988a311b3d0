//! The pages of the site.

use catalog::{Catalog, CountryCode};

/// A page of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// The start page: all countries, with the filters.
    Start,
    /// The page of the country at that place in [`Catalog::countries`].
    Country(usize),
    /// A video alone, by its place in [`Catalog::videos`]: only in a widget.
    Video(usize),
}

impl Page {
    /// The page in a folder of the site; one that is not known is the start page.
    #[must_use]
    pub fn in_folder(folder: &str, catalog: &Catalog) -> Self {
        let country = CountryCode::from_visitor(folder).and_then(|code| catalog.country(code));
        country.map_or(Self::Start, |(at, _)| Self::Country(at))
    }

    /// The folder of the page.
    #[must_use]
    pub fn folder(self, catalog: &Catalog) -> String {
        match self {
            Self::Start | Self::Video(_) => String::new(),
            Self::Country(at) => catalog.countries[at].code.lower(),
        }
    }

    /// The address of the page, seen from the site's root.
    #[must_use]
    pub fn path(self, catalog: &Catalog) -> String {
        match self {
            Self::Start | Self::Video(_) => String::new(),
            Self::Country(at) => catalog.countries[at].path(),
        }
    }
}
