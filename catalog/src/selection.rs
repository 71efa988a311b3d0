//! What a query selects: the countries that match, the documents in them that fit, and for every
//! choice a visitor could make next how much it would leave.
//!
//! A result is a country. It matches when its country, plan state and videos fit and, if kind,
//! status, year, text or "in force today" is set, at least one of its documents fits all of them at once. A word of the
//! text may stand in the document or in its country's names and overview; when the country has all
//! the words, the whole card matches. Documents of all of Europe fit by themselves, where nothing is asked of a country.
// Longer than most: what fits and what each further choice would leave are counted in one pass.

use crate::catalog::Catalog;
use crate::country::{Country, CountryCode, PlanState};
use crate::date::PartialDate;
use crate::fold::SearchTerms;
use crate::index::Hits;
use crate::life::InForce;
use crate::query::{Query, Sort};
use crate::resource::{Kind, Resource, Status};
use crate::set::Set;

/// What a query selects.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The countries that match, in the order asked for.
    pub matches: Vec<Match>,
    /// Places of the documents of all of Europe that fit, in [`Catalog::europe`].
    pub europe: Vec<usize>,
    /// How many documents fit, in all matches and of all of Europe together.
    pub documents: usize,
    /// The videos of the countries that match, and those whose own words fit the text: places in
    /// [`Catalog::videos`], in order.
    pub videos: Vec<usize>,
    /// What each further choice would leave.
    pub facets: Facets,
    /// What was searched for, where that is not what was asked for: a word that stands nowhere is taken for the nearest
    /// one. Folded.
    pub corrected: Option<String>,
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

/// Where a document is, of those that fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DocumentRef {
    /// The place of its country in [`Catalog::countries`]; none where it belongs to all of Europe.
    pub country: Option<usize>,
    /// Its place in the country's list, or in [`Catalog::europe`].
    pub document: usize,
}

impl DocumentRef {
    /// The country, where it has one, and the document.
    #[must_use]
    pub fn resolve(self, catalog: &Catalog) -> (Option<&Country>, &Resource) {
        let country = self.country.map(|at| &catalog.countries[at]);
        let resources = country.map_or(&catalog.europe, |country| &country.resources);
        (country, &resources[self.document])
    }
}

impl Selection {
    /// The words that stand in what was found.
    #[must_use]
    pub fn words(&self, query: &Query) -> SearchTerms {
        self.corrected.as_deref().map_or_else(|| query.words(), SearchTerms::of)
    }

    /// The documents that fit, country by country in the order asked for; last those of all of Europe.
    pub fn found(&self) -> impl Iterator<Item = DocumentRef> {
        let of_countries = self.matches.iter().flat_map(|found| {
            found.fits.iter().map(|document| DocumentRef { country: Some(found.country), document: *document })
        });
        of_countries.chain(self.europe.iter().map(|document| DocumentRef { country: None, document: *document }))
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
    /// Documents that are in force.
    pub now: Count,
    /// Each plan state, in the order of [`PlanState::ALL`].
    pub plans: [Count; PlanState::ALL.len()],
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
const NOW: u8 = 1 << 6;

impl Catalog {
    /// What `query` selects on that day.
    #[must_use]
    pub fn select(&self, query: &Query, today: PartialDate) -> Selection {
        let words = query.words();
        let (hits, corrected) = if words.is_empty() { (None, None) } else { self.search(&words) };
        let mut selection = Selection {
            matches: Vec::new(),
            europe: Vec::new(),
            documents: 0,
            videos: Vec::new(),
            facets: Facets {
                countries: Vec::with_capacity(self.countries.len()),
                kinds: Default::default(),
                statuses: Default::default(),
                now: Count::default(),
                plans: Default::default(),
                video: Count::default(),
            },
            corrected,
        };
        let mut text_at = self.countries.len();
        for (at, country) in self.countries.iter().enumerate() {
            let place = hits.as_ref().map(|hits| TextPlace { hits, owner: hits.mask(at), resources: text_at });
            let view = CountryView::new(self, query, country, today, place);
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
        let place = hits.as_ref().map(|hits| TextPlace { hits, owner: 0, resources: text_at });
        // They have no country that a filter on countries could let through.
        let fails =
            fail(query.countries.is_empty(), COUNTRY) | fail(query.plans.is_empty(), PLAN) | fail(!query.video, VIDEO);
        let europe = DocumentsView::new(query, &self.europe, fails, today, place);
        europe.count(&mut selection.facets);
        selection.europe = europe.fits();
        selection.documents += selection.europe.len();
        text_at += self.europe.len() * Hits::OF_RESOURCE;
        let hits = hits.as_ref().map(|hits| (hits, text_at));
        selection.videos = self.selected_videos(query, &selection.matches, today, hits);
        selection.matches = self.sorted(selection.matches, query.sort);
        selection
    }

    /// Where the words stand; and the words that were looked for in their place, where some stand nowhere.
    fn search(&self, words: &SearchTerms) -> (Option<Hits>, Option<String>) {
        let hits = self.hits(words);
        let Some((names, nearest_word)) = self.names.get().zip(self.nearest_word.get()) else {
            return (Some(hits), None);
        };
        let found = hits.found();
        if hits.is_all(found) {
            return (Some(hits), None);
        }
        let mut corrected = String::new();
        for (bit, word) in words.iter().enumerate() {
            let is_found = found & (1 << bit) != 0;
            let texts = [self.index().text(), names.text()];
            // Where one of the words is near to nothing, nothing is found whatever the others are taken for.
            let Some(word) = (if is_found { Some(word) } else { nearest_word(word, texts) }) else {
                return (Some(hits), None);
            };
            corrected.push_str(if corrected.is_empty() { "" } else { " " });
            corrected.push_str(word);
        }
        (Some(self.hits(&SearchTerms::of(&corrected))), Some(corrected))
    }

    /// Where the words stand, a country's names in other languages among them.
    fn hits(&self, words: &SearchTerms) -> Hits {
        let mut hits = self.index().hits(words);
        if let Some(names) = self.names.get() {
            hits.add(&names.hits(words));
        }
        hits
    }

    /// `text_at`: where the texts of the videos begin in the index.
    fn selected_videos(
        &self,
        query: &Query,
        matches: &[Match],
        today: PartialDate,
        hits: Option<(&Hits, usize)>,
    ) -> Vec<usize> {
        let selected = |code: &CountryCode| matches.iter().any(|found| self.countries[found.country].code == *code);
        // A video found by its own words still has to fit what is asked of its country; it is no document.
        let by_itself = |at: usize, codes: &[CountryCode]| {
            hits.is_some_and(|(hits, text_at)| hits.is_all(hits.mask(text_at + at)))
                && !query.filters_documents()
                && codes.iter().filter_map(|code| self.country(*code)).any(|(_, country)| {
                    fits(&query.countries, country.code) && fits(&query.plans, country.plan_state(today))
                })
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

/// The filter, where it does not let something through.
fn fail(fits: bool, filter: u8) -> u8 {
    if fits { 0 } else { filter }
}

/// Which words of a search were found, and where the texts of some documents are in the index.
struct TextPlace<'a> {
    hits: &'a Hits,
    /// The words that the documents' country has.
    owner: u16,
    /// Where the texts of the first document are.
    resources: usize,
}

/// Documents under a query: those of a country, or of all of Europe.
struct DocumentsView<'a> {
    resources: &'a [Resource],
    /// The filters that each does not pass.
    fails: Vec<u8>,
    today: PartialDate,
}

impl<'a> DocumentsView<'a> {
    /// `owner_fails`: the filters that all of them fail together.
    fn new(
        query: &Query,
        resources: &'a [Resource],
        owner_fails: u8,
        today: PartialDate,
        texts: Option<TextPlace<'_>>,
    ) -> Self {
        let has_words = |at: usize| {
            texts.as_ref().is_none_or(|TextPlace { hits, owner, resources }| {
                let own = (0..Hits::OF_RESOURCE).map(|text| hits.mask(resources + at * Hits::OF_RESOURCE + text));
                hits.is_all(own.fold(*owner, |words, more| words | more))
            })
        };
        let fails = resources.iter().enumerate().map(|(at, resource)| {
            let in_years = query.years.is_none_or(|years| resource.lives_in(years, today));
            owner_fails
                | fail(fits(&query.kinds, resource.kind), KIND)
                | fail(fits(&query.statuses, resource.status), STATUS)
                | fail(!query.now || resource.in_force(today) == InForce::Yes, NOW)
                | fail(in_years && has_words(at), REST)
        });
        Self { resources, fails: fails.collect(), today }
    }

    /// Places of those that fit.
    fn fits(&self) -> Vec<usize> {
        (0..self.fails.len()).filter(|at| self.fails[*at] == 0).collect()
    }

    /// How many are left when the filters of `without` are lifted.
    fn left(&self, without: u8, fits: impl Fn(&Resource) -> bool) -> usize {
        let documents = self.fails.iter().zip(self.resources);
        documents.filter(|(fails, resource)| *fails & !without == 0 && fits(resource)).count()
    }

    /// Counts what the options of the filters on documents leave. A country does not stand alone under them.
    fn count(&self, facets: &mut Facets) {
        for (kind, count) in Kind::ALL.iter().zip(&mut facets.kinds) {
            count.add(Count::of(self.left(KIND, |resource| resource.kind == *kind)));
        }
        for (status, count) in Status::ALL.iter().zip(&mut facets.statuses) {
            count.add(Count::of(self.left(STATUS, |resource| resource.status == *status)));
        }
        facets.now.add(Count::of(self.left(NOW, |resource| resource.in_force(self.today) == InForce::Yes)));
    }
}

/// One country under a query.
struct CountryView<'a> {
    state: PlanState,
    has_video: bool,
    /// The filters that the country does not pass, other than those on documents.
    fails: u8,
    documents: DocumentsView<'a>,
    /// Whether the country is found without any document: only by itself, and no filter on documents is set.
    stands_alone: bool,
}

impl<'a> CountryView<'a> {
    fn new(
        catalog: &Catalog,
        query: &Query,
        country: &'a Country,
        today: PartialDate,
        texts: Option<TextPlace<'_>>,
    ) -> Self {
        let has_video = catalog.videos_of(country.code).next().is_some();
        let state = country.plan_state(today);
        let fails = fail(fits(&query.countries, country.code), COUNTRY)
            | fail(fits(&query.plans, state), PLAN)
            | fail(!query.video || has_video, VIDEO);
        let found_by_itself = texts.as_ref().is_none_or(|place| place.hits.is_all(place.owner));
        Self {
            state,
            has_video,
            fails,
            documents: DocumentsView::new(query, &country.resources, fails, today, texts),
            stands_alone: found_by_itself && !query.filters_documents(),
        }
    }

    /// The documents that fit, where the country matches.
    fn fits(&self) -> Option<Vec<usize>> {
        let fits = self.documents.fits();
        (!fits.is_empty() || (self.fails == 0 && self.stands_alone)).then_some(fits)
    }

    /// What is left of this country when the filters of `without` are lifted.
    fn left(&self, without: u8) -> Count {
        let documents = self.documents.left(without, |_| true);
        let alone = self.fails & !without == 0 && self.stands_alone;
        Count { countries: usize::from(documents > 0 || alone), documents }
    }

    fn count(&self, facets: &mut Facets) {
        facets.countries.push(self.left(COUNTRY));
        facets.plans[self.state as usize].add(self.left(PLAN));
        if self.has_video {
            facets.video.add(self.left(VIDEO));
        }
        let before = (facets.kinds, facets.statuses, facets.now);
        self.documents.count(facets);
        // A document that is left is one of this country's, which counts once.
        let all = facets.kinds.iter_mut().chain(&mut facets.statuses).chain([&mut facets.now]);
        let before = before.0.into_iter().chain(before.1).chain([before.2]);
        for (count, before) in all.zip(before) {
            count.countries += usize::from(count.documents > before.documents);
        }
    }
}

impl Count {
    fn of(documents: usize) -> Self {
        Self { countries: 0, documents }
    }

    fn add(&mut self, other: Self) {
        self.countries += other.countries;
        self.documents += other.documents;
    }
}
