//! The dataset, checked once.

use crate::change_set::ChangeSet;
use crate::country::{Country, CountryCode, PlanState};
use crate::date::{PartialDate, Year};
use crate::fold::{SearchTerms, fold};
use crate::id::Id;
use crate::index::{Index, TakesText};
use crate::nearest::NearestWord;
use crate::resource::Resource;
use crate::video::{Event, Video};
use std::collections::HashSet;
use std::sync::OnceLock;

/// The dataset: countries by English name, videos and events in the editors' order.
#[derive(Debug)]
pub struct Catalog {
    /// The day of the content's last change.
    pub version: PartialDate,
    /// The newer schema version that this dataset was written in, where it is newer than [`SCHEMA`](crate::wire::SCHEMA).
    pub newer_schema: Option<Box<str>>,
    /// Its licence, an SPDX identifier.
    pub licence: Box<str>,
    /// Countries, by English name.
    pub countries: Vec<Country>,
    /// Events, in the editors' order.
    pub events: Vec<Event>,
    /// Videos, in the editors' order.
    pub videos: Vec<Video>,
    /// What belongs to no country but to all of Europe, in the editors' order.
    pub europe: Vec<Resource>,
    /// What changed, the newest first.
    pub changes: Vec<ChangeSet>,
    /// Made at the first search, or before it.
    pub(crate) index: OnceLock<Index>,
    /// Names of the countries in other languages, where they were added.
    pub(crate) names: OnceLock<Index>,
    /// What finds the word that was probably meant, where it was added.
    pub(crate) nearest_word: OnceLock<NearestWord>,
}

/// How many countries there are, in all and in each plan state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Countries in all.
    pub countries: usize,
    /// Countries in each state, in the order of [`PlanState::ALL`]; together they are all countries.
    pub plans: [usize; PlanState::ALL.len()],
}

impl Catalog {
    /// The country of that code, and its place in [`Catalog::countries`].
    #[must_use]
    pub fn country(&self, code: CountryCode) -> Option<(usize, &Country)> {
        self.countries.iter().enumerate().find(|(_, country)| country.code == code)
    }

    /// The country that a visitor calls by this: a code, or a name in English, in its own languages, or of old.
    #[must_use]
    pub fn find_country(&self, text: &str) -> Option<CountryCode> {
        if let Some((_, country)) = CountryCode::from_visitor(text).and_then(|code| self.country(code)) {
            return Some(country.code);
        }
        let wanted = fold(text);
        let is_meant = |country: &&Country| {
            let native = country.native_names.iter().map(|native| &*native.name);
            let mut names = native.chain(country.code.other_names().iter().copied()).chain([&*country.name]);
            names.any(|name| fold(name) == wanted)
        };
        self.countries.iter().find(is_meant).map(|country| country.code)
    }

    /// The videos about that country.
    pub fn videos_of(&self, code: CountryCode) -> impl Iterator<Item = &Video> {
        self.videos.iter().filter(move |video| video.is_about(code))
    }

    /// The place of a video in [`Self::videos`], by its id, in any case, or by YouTube's, which has capitals.
    #[must_use]
    pub fn video(&self, id: &str) -> Option<usize> {
        self.videos.iter().position(|video| video.id.as_str().eq_ignore_ascii_case(id) || video.media.key() == id)
    }

    /// Whether there is a resource, video or event of that id.
    #[must_use]
    pub fn has_id(&self, id: &Id) -> bool {
        self.resource(id).is_some()
            || self.videos.iter().any(|video| video.id == *id)
            || self.events.iter().any(|event| event.id == *id)
    }

    /// Every document with its country, country by country; last those of all of Europe.
    pub fn resources(&self) -> impl Iterator<Item = (Option<&Country>, &Resource)> {
        let of_countries =
            self.countries.iter().flat_map(|country| country.resources.iter().map(move |one| (Some(country), one)));
        of_countries.chain(self.europe.iter().map(|one| (None, one)))
    }

    /// The document of that id, and its country where it has one.
    #[must_use]
    pub fn resource(&self, id: &Id) -> Option<(Option<&Country>, &Resource)> {
        self.resources().find(|(_, resource)| resource.id == *id)
    }

    /// The first and the last year of any resource's life, to bound a choice of years; what runs on does so to `today`.
    #[must_use]
    pub fn years(&self, today: PartialDate) -> Option<(Year, Year)> {
        let mut range: Option<(Year, Year)> = None;
        for (_, resource) in self.resources() {
            let life = resource.life().years(today);
            if let Some((from, to)) = life.and_then(|life| life.from().zip(life.to())) {
                range = Some(range.map_or((from, to), |(first, last)| (first.min(from), last.max(to))));
            }
        }
        range
    }

    /// How many countries there are on that day, in all and in each plan state.
    #[must_use]
    pub fn numbers(&self, today: PartialDate) -> Numbers {
        let mut numbers = Numbers { countries: self.countries.len(), ..Numbers::default() };
        for country in &self.countries {
            numbers.plans[country.plan_state(today) as usize] += 1;
        }
        numbers
    }

    /// The code of a country, or the id of an entry, that stands in it twice: which is meant could not be told. What was
    /// made by [`crate::source`] has none.
    #[must_use]
    pub fn stands_twice(&self) -> Option<String> {
        let codes = self.countries.iter().map(|country| country.code.as_str());
        let resources = self.resources().map(|(_, resource)| resource.id.as_str());
        let videos = self.videos.iter().map(|video| video.id.as_str());
        let events = self.events.iter().map(|event| event.id.as_str());
        let mut known = HashSet::new();
        codes.chain(resources).chain(videos).chain(events).find(|name| !known.insert(*name)).map(ToOwned::to_owned)
    }

    /// Makes ready what a search looks through, so that the first one is as fast as the others: it takes some
    /// twenty milliseconds for 10,000 resources.
    pub fn prepare_search(&self) {
        self.index();
    }

    /// Adds names of countries, by which a search finds them from then on; only once. Each line has a code, a space, and
    /// names with `|` between them.
    pub fn add_names(&self, lines: &str) {
        self.names.get_or_init(|| Index::of_names(self.countries.iter().map(|country| country.code), lines));
    }

    /// Whether the names or codes of a country have, for each of these words, a word that begins with it: also those in
    /// other languages, once they were added. `at`: its place in [`Self::countries`].
    #[must_use]
    pub fn is_named(&self, at: usize, words: &SearchTerms) -> bool {
        let is_other = |names: &Index| {
            let hits = names.hits(words);
            hits.is_all(hits.mask(at))
        };
        self.countries[at].has_name(words) || self.names.get().is_some_and(is_other)
    }

    /// Takes a word of a search that stands nowhere for the nearest one, from then on and as soon as there are names: it
    /// might be one of them. `find` is [`nearest_word`](crate::nearest_word), which is not called here by its name so that
    /// it can be part of what is loaded later. Whether that changes what a search finds.
    pub fn correct_searches(&self, find: NearestWord) -> bool {
        self.nearest_word.set(find).is_ok() && self.names.get().is_some()
    }

    /// The texts to search, folded; made once.
    pub(crate) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&|act| self.each_text(act)))
    }

    /// Calls a function with what each text is made of, in their order.
    fn each_text(&self, act: &mut TakesText<'_>) {
        for country in &self.countries {
            let native = country.native_names.iter().map(|native| &*native.name);
            let others = country.code.other_names().iter().copied();
            let names = [&*country.name, &*country.overview, country.code.as_str()].into_iter();
            act(&mut names.chain(native).chain(others));
        }
        for (_, resource) in self.resources() {
            act(&mut [&*resource.title, &*resource.issuer].into_iter());
            act(&mut [&*resource.summary].into_iter().chain(resource.title_original.as_deref()));
        }
        for video in &self.videos {
            let event = video.event.map(|at| &*self.events[at].title);
            act(&mut [&*video.title].into_iter().chain(video.speaker.as_deref()).chain(event));
        }
    }
}
