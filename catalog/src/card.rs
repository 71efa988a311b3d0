//! Which documents of a country its card shows, and which it folds until the visitor asks for them.

use crate::country::Country;
use crate::plan::Kind;
use crate::selection::Selection;

/// The documents of a country's card under a query.
///
/// What fits is shown; in a long list of countries only the first of it, until the visitor asks for
/// the rest. What does not fit is folded, until they ask for that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Places of the documents that fit, in the card's order.
    fits: Vec<usize>,
    /// How many of them are shown without being asked for.
    first: usize,
    /// How many documents the country has.
    all: usize,
    /// Places of those that are opened for what was searched for.
    opens: Vec<usize>,
}

/// What the visitor has asked to see of a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// All that fits.
    pub rest: bool,
    /// What does not fit.
    pub others: bool,
}

impl Card {
    /// Countries of which a list is so short that their cards are whole.
    const FEW_COUNTRIES: usize = 4;
    /// Documents that a card shows in a longer list. One more alone is not folded: the button would be as high.
    const FEW_DOCUMENTS: usize = 3;
    /// Documents of which a card is so long that what is folded is not even in the page; no country of today has as many.
    const LONGEST: usize = 20;

    /// The card of the country at that place in the catalog; without documents where it does not match.
    #[must_use]
    pub fn new(selection: &Selection, at: usize, country: &Country) -> Self {
        let found = selection.matches.iter().find(|found| found.country == at);
        let opens = found.map_or(Vec::new(), |found| found.opens.clone());
        let found = found.map_or(&[][..], |found| &found.fits);
        let of_kind = |kind| found.iter().copied().filter(move |at| country.resources[*at].kind == kind);
        let fits: Vec<usize> = Kind::ALL.iter().copied().flat_map(of_kind).collect();
        let is_long = selection.matches.len() > Self::FEW_COUNTRIES;
        let first = if is_long { Self::shown_in_list(fits.len()) } else { fits.len().min(Self::LONGEST) };
        Self { fits, first, all: country.resources.len(), opens }
    }

    /// How many of so many documents a card of a longer list shows.
    #[must_use]
    pub const fn shown_in_list(fits: usize) -> usize {
        if fits > Self::FEW_DOCUMENTS + 1 { Self::FEW_DOCUMENTS } else { fits }
    }

    /// Places of the documents that fit, in the order of the card: by kind, then as the editors have them.
    #[must_use]
    pub fn fits(&self) -> &[usize] {
        &self.fits
    }

    /// Those of them that are shown without being asked for.
    #[must_use]
    pub fn first(&self) -> &[usize] {
        &self.fits[..self.first]
    }

    /// A number, never 0, that tells apart which documents fit.
    #[must_use]
    pub fn number(&self) -> usize {
        self.fits.iter().fold(1_usize, |number, at| number.wrapping_mul(31).wrapping_add(*at)) | 1
    }

    /// Whether a document is shown.
    #[must_use]
    pub fn shows(&self, document: usize, asked: Asked) -> bool {
        asked.others || if asked.rest { &self.fits } else { self.first() }.contains(&document)
    }

    /// Whether a document's details are opened, because something that was searched for stands only there.
    #[must_use]
    pub fn opens(&self, document: usize) -> bool {
        self.opens.contains(&document)
    }

    /// The documents that are in the page: all of them, so that the browser's search and print reach what
    /// is folded, other than in a very long card.
    #[must_use]
    pub fn listed(&self, asked: Asked) -> Vec<usize> {
        let is_whole = asked.rest || asked.others || self.all <= Self::LONGEST;
        if is_whole { (0..self.all).collect() } else { self.first().to_vec() }
    }

    /// How many documents fit and are folded.
    #[must_use]
    pub fn rest(&self, asked: Asked) -> usize {
        if asked.rest || asked.others { 0 } else { self.fits.len() - self.first }
    }

    /// How many documents there are that do not fit; they are only offered when all that fits is shown.
    #[must_use]
    pub fn others(&self, asked: Asked) -> usize {
        if self.rest(asked) > 0 { 0 } else { self.all - self.fits.len() }
    }
}
