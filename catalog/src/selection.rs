//! What a query selects: the countries that match, the documents in them that fit, and for every
//! choice a visitor could make next how much it would leave.
//!
//! A result is a country. It matches when its country, plan status and videos fit and, if kind,
//! status, year or text is set, at least one of its documents fits all of them at once. A word of the
//! text may stand in the document or in its country's names and overview; when the country has all
//! the words, the whole card matches.

use crate::catalog::Catalog;
use crate::country::{Country, CountryCode, PlanStatus};
use crate::index::Hits;
use crate::plan::{Kind, Resource, Status};
use crate::query::{Query, Sort};
use crate::set::Set;

/// What a query selects.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The countries that match, in the order asked for.
    pub matches: Vec<Match>,
    /// How many documents fit, in all matches together.
    pub documents: usize,
    /// The videos of the countries that match, and those whose own words fit the text: places in
    /// [`Catalog::videos`], in order.
    pub videos: Vec<usize>,
    /// What each further choice would leave.
    pub facets: Facets,
}

/// A country that matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its place in [`Catalog::countries`].
    pub country: usize,
    /// Places of the documents that fit, in the country's order.
    pub fits: Vec<usize>,
    /// Those of them in which something that was searched for stands only in the details.
    pub opens: Vec<usize>,
}

/// A document that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The place of its country in [`Catalog::countries`].
    pub country: usize,
    /// Its place in the country's list.
    pub document: usize,
}

impl Found {
    /// The country and the document.
    #[must_use]
    pub fn of(self, catalog: &Catalog) -> (&Country, &Resource) {
        let country = &catalog.countries[self.country];
        (country, &country.resources[self.document])
    }
}

impl Selection {
    /// The documents that fit, country by country in the order asked for.
    pub fn found(&self) -> impl Iterator<Item = Found> {
        self.matches
            .iter()
            .flat_map(|found| found.fits.iter().map(|document| Found { country: found.country, document: *document }))
    }
}

/// How much a choice leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Countries that match.
    pub countries: usize,
    /// Documents that fit in them.
    pub documents: usize,
}

/// For every option of every filter what is left when it is chosen under the other active filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facets {
    /// Each country, in the order of [`Catalog::countries`].
    pub countries: Vec<Count>,
    /// Each kind, in the order of [`Kind::ALL`].
    pub kinds: [Count; Kind::ALL.len()],
    /// Each status, in the order of [`Status::ALL`].
    pub statuses: [Count; Status::ALL.len()],
    /// Each plan status, in the order of [`PlanStatus::ALL`].
    pub plans: [Count; PlanStatus::ALL.len()],
    /// Countries with a video.
    pub video: Count,
}

/// The filters on a country, and those on a document.
const COUNTRY: u8 = 1;
const PLAN: u8 = 1 << 1;
const VIDEO: u8 = 1 << 2;
const KIND: u8 = 1 << 3;
const STATUS: u8 = 1 << 4;
/// Year and text: no option of theirs is counted.
const REST: u8 = 1 << 5;

impl Catalog {
    /// What `query` selects.
    #[must_use]
    pub fn select(&self, query: &Query) -> Selection {
        let words = query.words();
        let hits = (!words.is_empty()).then(|| self.index().hits(&words));
        let mut selection = Selection {
            matches: Vec::new(),
            documents: 0,
            videos: Vec::new(),
            facets: Facets {
                countries: Vec::with_capacity(self.countries.len()),
                kinds: Default::default(),
                statuses: Default::default(),
                plans: Default::default(),
                video: Count::default(),
            },
        };
        let mut text_at = self.countries.len();
        for (at, country) in self.countries.iter().enumerate() {
            let view = CountryView::new(self, query, country, hits.as_ref().map(|hits| (hits, at, text_at)));
            view.count(&mut selection.facets);
            if let Some(fits) = view.fits() {
                selection.documents += fits.len();
                let opens = hits.as_ref().map_or(Vec::new(), |hits| {
                    let is_in_sight = |document: &usize| {
                        hits.is_all(hits.mask(at) | hits.mask(text_at + document * Hits::OF_RESOURCE))
                    };
                    fits.iter().copied().filter(|document| !is_in_sight(document)).collect()
                });
                selection.matches.push(Match { country: at, fits, opens });
            }
            text_at += country.resources.len() * Hits::OF_RESOURCE;
        }
        selection.videos = self.selected_videos(query, &selection.matches, hits.as_ref().map(|hits| (hits, text_at)));
        selection.matches = self.sorted(selection.matches, query.sort);
        selection
    }

    /// `text_at`: where the texts of the videos begin in the index.
    fn selected_videos(&self, query: &Query, matches: &[Match], hits: Option<(&Hits, usize)>) -> Vec<usize> {
        let selected = |code: &CountryCode| matches.iter().any(|found| self.countries[found.country].code == *code);
        // A video found by its own words still has to fit what is asked of its country; it is no document.
        let by_itself = |at: usize, codes: &[CountryCode]| {
            hits.is_some_and(|(hits, text_at)| hits.is_all(hits.mask(text_at + at)))
                && !query.filters_documents()
                && codes
                    .iter()
                    .filter_map(|code| self.country(*code))
                    .any(|(_, country)| fits(&query.countries, country.code) && fits(&query.plans, country.plan_status))
        };
        let videos = self.videos.iter().enumerate();
        let found =
            videos.filter(|(at, video)| video.countries.iter().any(selected) || by_itself(*at, &video.countries));
        found.map(|(at, _)| at).collect()
    }

    /// The matches in the order asked for; they come by name.
    fn sorted(&self, matches: Vec<Match>, sort: Sort) -> Vec<Match> {
        let key = |found: &Match| match sort {
            Sort::Name => 0,
            Sort::Documents => found.fits.len(),
            Sort::Newest => {
                let resources = &self.countries[found.country].resources;
                let years = found.fits.iter().filter_map(|at| resources[*at].sort_year());
                years.max().map_or(0, |year| usize::from(year.number()))
            }
        };
        // There are fewer countries than letters in this file: each is put in its place, after its equals.
        let mut sorted: Vec<Match> = Vec::with_capacity(matches.len());
        for found in matches {
            let place = sorted.partition_point(|other| key(other) >= key(&found));
            sorted.insert(place, found);
        }
        sorted
    }
}

/// Whether a value is asked for: no value in the set asks for all.
fn fits<T: Ord>(asked: &Set<T>, value: T) -> bool {
    asked.is_empty() || asked.contains(&value)
}

/// One country under a query.
struct CountryView<'a> {
    country: &'a Country,
    has_video: bool,
    /// The filters that the country does not pass, other than those on documents.
    fails: u8,
    /// The same for each of its documents, together with the country's.
    documents: Vec<u8>,
    /// Whether the country is found without any document: only by itself, and no filter on documents is set.
    stands_alone: bool,
}

impl<'a> CountryView<'a> {
    /// `hits`: the words found, and where the texts of the country and of its documents are in the index.
    fn new(catalog: &Catalog, query: &Query, country: &'a Country, hits: Option<(&Hits, usize, usize)>) -> Self {
        let has_video = catalog.videos_of(country.code).next().is_some();
        let fail = |fits: bool, filter: u8| if fits { 0 } else { filter };
        let fails = fail(fits(&query.countries, country.code), COUNTRY)
            | fail(fits(&query.plans, country.plan_status), PLAN)
            | fail(!query.video || has_video, VIDEO);
        let has_words = |at: usize| {
            hits.is_none_or(|(hits, country_at, text_at)| {
                let of_document = (0..Hits::OF_RESOURCE).map(|text| hits.mask(text_at + at * Hits::OF_RESOURCE + text));
                hits.is_all(of_document.fold(hits.mask(country_at), |words, more| words | more))
            })
        };
        let documents = country.resources.iter().enumerate().map(|(at, resource)| {
            let in_years = query.years.is_none_or(|years| resource.is_within(years));
            fails
                | fail(fits(&query.kinds, resource.kind), KIND)
                | fail(fits(&query.statuses, resource.status), STATUS)
                | fail(in_years && has_words(at), REST)
        });
        let found_by_itself = hits.is_none_or(|(hits, country_at, _)| hits.is_all(hits.mask(country_at)));
        Self {
            country,
            has_video,
            fails,
            documents: documents.collect(),
            stands_alone: found_by_itself && !query.filters_documents(),
        }
    }

    /// The documents that fit, where the country matches.
    fn fits(&self) -> Option<Vec<usize>> {
        let fits: Vec<usize> = (0..self.documents.len()).filter(|at| self.documents[*at] == 0).collect();
        (!fits.is_empty() || (self.fails == 0 && self.stands_alone)).then_some(fits)
    }

    /// What is left of this country when the filters of `without` are lifted.
    fn left(&self, without: u8, fits: impl Fn(&Resource) -> bool) -> Count {
        let documents = self.documents.iter().zip(&self.country.resources);
        let documents = documents.filter(|(fails, resource)| *fails & !without == 0 && fits(resource)).count();
        let alone = self.fails & !without == 0 && self.stands_alone;
        Count { countries: usize::from(documents > 0 || alone), documents }
    }

    fn count(&self, facets: &mut Facets) {
        facets.countries.push(self.left(COUNTRY, |_| true));
        facets.plans[self.country.plan_status as usize].add(self.left(PLAN, |_| true));
        if self.has_video {
            facets.video.add(self.left(VIDEO, |_| true));
        }
        // A kind or status that is chosen is a filter on documents: the country no longer stands alone.
        for (kind, count) in Kind::ALL.iter().zip(&mut facets.kinds) {
            count.add(self.documents_left(KIND, |resource| resource.kind == *kind));
        }
        for (status, count) in Status::ALL.iter().zip(&mut facets.statuses) {
            count.add(self.documents_left(STATUS, |resource| resource.status == *status));
        }
    }

    fn documents_left(&self, without: u8, fits: impl Fn(&Resource) -> bool) -> Count {
        let Count { documents, .. } = self.left(without, fits);
        Count { countries: usize::from(documents > 0), documents }
    }
}

impl Count {
    fn add(&mut self, other: Self) {
        self.countries += other.countries;
        self.documents += other.documents;
    }
}
