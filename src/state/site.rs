//! What a page says of its site.

use catalog::report::Contact;

/// Where the app runs, which decides what is around the countries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// All of it: the site's own page.
    #[default]
    Page,
    /// Only what is asked for, in a frame on somebody else's page.
    Frame,
    /// The same in a shadow root of somebody else's page.
    Element,
}

impl Surface {
    /// The folder of its pages.
    #[must_use]
    pub fn home(self) -> &'static str {
        match self {
            Self::Frame => catalog::site::EMBED,
            Self::Page | Self::Element => "",
        }
    }
}

/// What the page says of its site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SiteInfo {
    /// The project's repository, where mistakes are told; none where that is not known.
    pub repository: Option<&'static str>,
    /// Who maintains it, as far as that is known.
    pub maintainer: Maintainer,
    /// The address of the dataset.
    pub dataset: &'static str,
    /// Where the app runs.
    pub surface: Surface,
    /// By how many levels the headings are deeper than on the page.
    pub deeper: isize,
    /// Whether the dataset is another than the site's own: then the site has no page of what is in it.
    pub is_foreign: bool,
}

impl SiteInfo {
    /// Where mistakes are told.
    #[must_use]
    pub fn contact(&self) -> Contact<'static> {
        Contact { repository: self.repository, mail: self.maintainer.mail }
    }
}

/// Who maintains the site; nobody where there is no name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Maintainer {
    /// The name.
    pub name: Option<&'static str>,
    /// The address of a page about them.
    pub address: Option<&'static str>,
    /// The mail address.
    pub mail: Option<&'static str>,
}
