//! What a visitor asks for: one value, written to and read from the address.
// Longer than most: what an address means and how it is written stand side by side, because each must understand the other.

use crate::catalog::Catalog;
use crate::country::{CountryCode, PlanState, PlanStatus};
use crate::date::{Period, Year};
use crate::fold::{SearchTerms, is_invisible};
use crate::id::Id;
use crate::language::LanguageTag;
use crate::names::named_enum;
use crate::resource::{Kind, Status};
use crate::set::Set;

named_enum! {
    /// How the results are shown.
    "view" View {
        /// As country cards.
        Cards = "cards",
        /// As a map of the countries.
        Map = "map",
        /// As bars over the years.
        Timeline = "timeline",
        /// As countries side by side.
        Compare = "compare",
        /// As a table of the documents.
        Table = "table",
    }
}

named_enum! {
    /// The order of the results; countries that are alike stand by English name.
    "order" Sort {
        /// By English name.
        Name = "name",
        /// By the newest document that fits, the newest first.
        Newest = "newest",
        /// By the number of documents that fit, the most first.
        Documents = "documents",
    }
}

/// Filters, order and view. Two queries that ask for the same are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Only these countries, where any is named.
    pub countries: Set<CountryCode>,
    /// Only documents of these kinds, where any is named.
    pub kinds: Set<Kind>,
    /// Only documents of these statuses, where any is named.
    pub statuses: Set<Status>,
    /// Only documents that are in force on the day of the question.
    pub now: bool,
    /// Only countries in these plan states, where any is named.
    pub plans: Set<PlanState>,
    /// Only documents whose life overlaps these years.
    pub years: Option<Period>,
    /// Only countries with a video.
    pub video: bool,
    text: Box<str>,
    /// How the results are shown.
    pub view: View,
    /// Their order.
    pub sort: Sort,
    /// The language asked for; kept for the languages to come.
    pub lang: Option<LanguageTag>,
    /// The entry that the address points at.
    pub item: Option<Id>,
}

impl Default for Query {
    /// Everything, as cards, by name.
    fn default() -> Self {
        Self {
            countries: Set::default(),
            kinds: Set::default(),
            statuses: Set::default(),
            now: false,
            plans: Set::default(),
            years: None,
            video: false,
            text: "".into(),
            view: View::Cards,
            sort: Sort::Name,
            lang: None,
            item: None,
        }
    }
}

/// One step of a visitor: values of a list are put in or taken out, others are set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Puts a country in, or takes it out.
    Country(CountryCode),
    /// Puts a kind in, or takes it out.
    Kind(Kind),
    /// Puts a status in, or takes it out.
    Status(Status),
    /// Asks for documents that are in force today, or no longer.
    Now,
    /// Puts a plan state in, or takes it out.
    Plan(PlanState),
    /// Asks for countries with a video, or no longer.
    Video,
    /// Sets the years.
    Years(Option<Period>),
    /// Sets the text.
    Text(String),
    /// Sets the order.
    Sort(Sort),
    /// Shows the results in another way.
    View(View),
}

/// A name or value of an address that means nothing here, and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The name, as it was written.
    pub name: String,
    /// The value, as it was written.
    pub value: String,
}

impl Unknown {
    /// A name and its value, of which only the beginning is kept.
    pub(crate) fn new(name: &str, value: &str) -> Self {
        const LONGEST: usize = 60;
        Self { name: cut(name, LONGEST).to_owned(), value: cut(value, LONGEST).to_owned() }
    }
}

impl Query {
    /// Longest address query read, in bytes; what comes after is left out and said so.
    pub const LONGEST: usize = 16_384;
    /// Longest search text, in characters.
    pub const LONGEST_TEXT: usize = 200;
    /// Most unknown values reported.
    pub const MOST_UNKNOWN: usize = 8;

    /// Reads the query of an address (with or without its `?`), and says what in it is unknown.
    #[must_use]
    pub fn parse(address: &str, catalog: &Catalog) -> (Self, Vec<Unknown>) {
        let (query, unknown, _) = Self::parse_among(address, catalog, None);
        (query, unknown)
    }

    /// The same of an address in which two other names may be, and their last values.
    pub(crate) fn parse_among(
        address: &str,
        catalog: &Catalog,
        others: Option<[&'static str; 2]>,
    ) -> (Self, Vec<Unknown>, [String; 2]) {
        let mut parser = QueryParser { others, ..QueryParser::new(catalog) };
        parser.read_all(address);
        parser.read_shared();
        (parser.query, parser.unknown, parser.values)
    }

    /// The canonical query of an address, without `?`; empty for the default query.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut address = String::new();
        for (name, value) in self.parts() {
            if !value.is_empty() {
                address.push_str(if address.is_empty() { "" } else { "&" });
                address.push_str(name);
                address.push('=');
                match name {
                    "q" => address.extend(form_urlencoded::byte_serialize(value.as_bytes())),
                    _ => address.push_str(&value),
                }
            }
        }
        address
    }

    /// Each name of an address with its canonical value, which is empty where it is not asked for.
    pub(crate) fn parts(&self) -> [(&'static str, String); 12] {
        fn list<T: Ord + Copy>(values: &Set<T>, name: impl Fn(T) -> String) -> String {
            join(values.iter().map(|value| name(*value)).collect())
        }
        fn join(names: Set<String>) -> String {
            let mut list = String::new();
            for name in names.iter() {
                list.push_str(if list.is_empty() { "" } else { "," });
                list.push_str(name);
            }
            list
        }
        let flag = |is_set: bool| if is_set { "1".to_owned() } else { String::new() };
        // Both together have a name of their own, which was there before they were told apart.
        let are_adopted = PlanState::ADOPTED.iter().all(|state| self.plans.contains(state));
        let plan = |state: PlanState| match are_adopted && PlanState::ADOPTED.contains(&state) {
            true => PlanStatus::Adopted.name().to_owned(),
            false => state.name().to_owned(),
        };
        [
            ("country", list(&self.countries, CountryCode::lower)),
            ("kind", list(&self.kinds, |kind| kind.name().into())),
            ("status", list(&self.statuses, |status| status.name().into())),
            ("now", flag(self.now)),
            ("plan", list(&self.plans, plan)),
            ("year", self.years.map(encode_years).unwrap_or_default()),
            ("video", flag(self.video)),
            ("q", self.text.to_string()),
            ("view", if self.view == View::Cards { String::new() } else { self.view.name().into() }),
            ("sort", if self.sort == Sort::Name { String::new() } else { self.sort.name().into() }),
            ("lang", self.lang.as_ref().map_or("", LanguageTag::as_str).to_ascii_lowercase()),
            ("item", self.item.as_ref().map_or("", Id::as_str).into()),
        ]
    }

    /// The search text, without surplus spaces.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of the search text.
    #[must_use]
    pub fn words(&self) -> SearchTerms {
        SearchTerms::of(&self.text)
    }

    /// This query after the change, which lets go of the entry that the address points at.
    #[must_use]
    pub fn toggled(&self, change: &Change) -> Self {
        let mut query = self.without_item();
        match change {
            Change::Country(code) => query.countries.toggle(*code),
            Change::Kind(kind) => query.kinds.toggle(*kind),
            Change::Status(status) => query.statuses.toggle(*status),
            Change::Now => query.now = !query.now,
            Change::Plan(plan) => query.plans.toggle(*plan),
            Change::Video => query.video = !query.video,
            Change::Years(years) => query.years = *years,
            Change::Text(text) => query.text = tidy(text),
            Change::Sort(sort) => query.sort = *sort,
            Change::View(view) => query.view = *view,
        }
        query
    }

    /// This query without the entry that the address points at.
    #[must_use]
    pub fn without_item(&self) -> Self {
        Self { item: None, ..self.clone() }
    }

    /// This query pointing at an entry, in its card.
    #[must_use]
    pub fn pointing_at(&self, item: &Id) -> Self {
        Self { item: Some(item.clone()), view: View::Cards, ..self.clone() }
    }

    /// This query with these countries alone, side by side.
    #[must_use]
    pub fn comparing(&self, countries: impl Iterator<Item = CountryCode>) -> Self {
        Self { countries: countries.collect(), view: View::Compare, ..self.without_item() }
    }

    /// Whether the value of the change is set; of years and text, whether they are as the change sets them.
    #[must_use]
    pub fn has(&self, change: &Change) -> bool {
        match change {
            Change::Country(code) => self.countries.contains(code),
            Change::Kind(kind) => self.kinds.contains(kind),
            Change::Status(status) => self.statuses.contains(status),
            Change::Now => self.now,
            Change::Plan(plan) => self.plans.contains(plan),
            Change::Video => self.video,
            Change::Years(years) => self.years == *years,
            Change::Text(text) => self.text == tidy(text),
            Change::Sort(sort) => self.sort == *sort,
            Change::View(view) => self.view == *view,
        }
    }

    /// This query without its filters; order, view and language stay.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { view: self.view, sort: self.sort, lang: self.lang.clone(), ..Self::default() }
    }

    /// Whether any filter is set.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        self.filters() > 0
    }

    /// Whether any filter on documents is set, other than the text.
    pub(crate) fn filters_documents(&self) -> bool {
        !self.kinds.is_empty() || !self.statuses.is_empty() || self.now || self.years.is_some()
    }

    /// How many filter values are set.
    #[must_use]
    pub fn filters(&self) -> usize {
        let lists = self.countries.iter().count()
            + self.plans.iter().count()
            + self.kinds.iter().count()
            + self.statuses.iter().count();
        let others = [self.now, self.years.is_some(), self.video, !self.text.is_empty()];
        lists + others.into_iter().filter(|is_set| *is_set).count()
    }

    /// For each active filter value the change that takes it out; countries in the order of their names.
    #[must_use]
    pub fn chips(&self, catalog: &Catalog) -> Vec<Change> {
        let mut chips: Vec<Change> = Vec::new();
        let codes = catalog.countries.iter().map(|country| country.code);
        chips.extend(codes.filter(|code| self.countries.contains(code)).map(Change::Country));
        chips.extend(self.plans.iter().copied().map(Change::Plan));
        chips.extend(self.kinds.iter().copied().map(Change::Kind));
        chips.extend(self.statuses.iter().copied().map(Change::Status));
        chips.extend(self.now.then_some(Change::Now));
        chips.extend(self.years.map(|_| Change::Years(None)));
        chips.extend(self.video.then_some(Change::Video));
        chips.extend((!self.text.is_empty()).then(|| Change::Text(String::new())));
        chips
    }
}

struct QueryParser<'a> {
    query: Query,
    unknown: Vec<Unknown>,
    catalog: &'a Catalog,
    /// What another app has shared with this one: a title, and text with addresses.
    shared: [String; 2],
    /// What else has a name here, and the last values.
    others: Option<[&'static str; 2]>,
    values: [String; 2],
}

impl<'a> QueryParser<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        Self {
            query: Query::default(),
            unknown: Vec::new(),
            catalog,
            shared: Default::default(),
            others: None,
            values: Default::default(),
        }
    }

    /// Reads all of an address.
    fn read_all(&mut self, address: &str) {
        let whole = address.strip_prefix('?').unwrap_or(address);
        let read = cut(whole, Query::LONGEST);
        if read.len() < whole.len() {
            self.refuse("…", &whole[read.len()..]);
        }
        for (name, value) in form_urlencoded::parse(separated(read).as_bytes()) {
            let (name, value) = (seen(&name), seen(&value));
            self.read(&name, &value);
        }
    }

    fn read(&mut self, name: &str, value: &str) {
        match plain_name(name).as_str() {
            "country" => self.list(name, value, |parser, value| {
                let code = parser.catalog.find_country(value);
                code.map(|code| parser.query.countries.insert(code)).is_some()
            }),
            "kind" => self.list(name, value, |parser, value| {
                Kind::from_name(value).map(|kind| parser.query.kinds.insert(kind)).is_some()
            }),
            "status" => self.list(name, value, |parser, value| {
                Status::from_name(value).map(|status| parser.query.statuses.insert(status)).is_some()
            }),
            "plan" => self.list(name, value, |parser, value| {
                if PlanStatus::from_name(value) == Some(PlanStatus::Adopted) {
                    PlanState::ADOPTED.into_iter().for_each(|state| _ = parser.query.plans.insert(state));
                    return true;
                }
                PlanState::from_name(value).map(|state| parser.query.plans.insert(state)).is_some()
            }),
            "now" => self.flag(name, value, |query| &mut query.now),
            "year" => self.one(name, value, |query, value| decode_years(value).map(|years| query.years = Some(years))),
            "video" => self.flag(name, value, |query| &mut query.video),
            "q" => self.query.text = tidy(&format!("{} {value}", self.query.text)),
            "view" => self.one(name, value, |query, value| View::from_name(value).map(|view| query.view = view)),
            "sort" => self.one(name, value, |query, value| Sort::from_name(value).map(|sort| query.sort = sort)),
            "lang" => self.one(name, value, |query, value| {
                LanguageTag::parse(&value.to_ascii_lowercase()).ok().map(|tag| query.lang = Some(tag))
            }),
            "item" => {
                let item = Id::parse(&trimmed(value).to_ascii_lowercase()).ok().filter(|id| self.catalog.has_id(id));
                match item {
                    Some(item) => self.query.item = Some(item),
                    None if value.trim().is_empty() => {}
                    None => self.refuse(name, value),
                }
            }
            "title" => self.shared[0].push_str(value),
            "text" | "url" => self.shared[1].extend([value, " "]),
            plain => match self.others.and_then(|others| others.iter().position(|other| *other == plain)) {
                Some(at) => self.values[at] = trimmed(value).to_owned(),
                None if is_of_others(&[plain, "="].concat()) => {}
                None => self.refuse(name, value),
            },
        }
    }

    /// Reads what was shared, where nothing else is searched for: an address of a document or video points at it, and one
    /// of this site says what its own query does. Of all else the words are searched for: those of the text, or else of
    /// the title, or of the address.
    fn read_shared(&mut self) {
        if !self.query.text.is_empty() || self.query.item.is_some() {
            return;
        }
        let [title, text] = std::mem::take(&mut self.shared);
        let (mut words, mut link) = (String::new(), String::new());
        for word in text.split_whitespace() {
            if word.contains("://") {
                link = plain_link(word);
                if self.read_link(&link) {
                    return;
                }
            } else {
                words.push_str(word);
                words.push(' ');
            }
        }
        // The last part of the path: a host says little.
        let path = link.split('&').next().and_then(|link| link.split_once('/'));
        let page = path.and_then(|(_, path)| path.rsplit('/').next()).unwrap_or_default();
        // The page of a country, rather than one of somebody else in a language of that name.
        if let Some((_, country)) = CountryCode::from_visitor(page).and_then(|code| self.catalog.country(code))
            && words.is_empty()
            && (title.is_empty() || title.contains(&*country.name))
        {
            self.query.countries.insert(country.code);
            return;
        }
        let page = page.split('.').next().unwrap_or_default();
        self.query.text = tidy([&*words, &title, page].into_iter().find(|words| !words.is_empty()).unwrap_or_default());
    }

    /// Reads a link to a document; or to a video, of which YouTube's key is in it; or to this site. It is to this site
    /// where its query names an entry, or asks for something and has no name that is unknown here: nobody says at which
    /// address the site is.
    fn read_link(&mut self, link: &str) -> bool {
        let document = self.catalog.resources().find(|(_, one)| plain_link(one.address.as_str()) == link);
        let video = || self.catalog.videos.iter().find(|video| link.contains(video.media.key()));
        let item = document.map(|(_, one)| &one.id).or_else(|| video().map(|video| &video.id));
        if item.is_some() {
            self.query.item = item.cloned();
            return true;
        }
        let Some((path, query)) = link.split_once('&') else { return false };
        let mut parser = QueryParser::new(self.catalog);
        parser.read_all(query);
        let asks = parser.query.is_filtered() || parser.query.view != View::Cards;
        let is_own = parser.query.item.is_some() || asks && parser.unknown.is_empty();
        if is_own {
            // The page of a country, rather than one of somebody else in a language of that name.
            let code = path.rsplit('/').next().and_then(|page| self.catalog.find_country(page));
            if parser.query.text.is_empty() {
                code.map(|code| parser.query.countries.insert(code));
            }
            self.query = parser.query;
        }
        is_own
    }

    /// Reads the values of a list, which are separated by commas or semicolons; where that means nothing, by spaces.
    fn list(&mut self, name: &str, values: &str, read: impl Fn(&mut Self, &str) -> bool) {
        for value in values.split([',', ';']).map(trimmed).filter(|value| !value.is_empty()) {
            if read(self, value) {
                continue;
            }
            let words: Vec<&str> = value.split_whitespace().collect();
            let read: Vec<bool> = words.iter().map(|word| words.len() > 1 && read(self, trimmed(word))).collect();
            if !read.contains(&true) {
                self.refuse(name, value);
                continue;
            }
            for (word, _) in words.iter().zip(&read).filter(|(_, read)| !**read) {
                self.refuse(name, word);
            }
        }
    }

    /// Reads a value of yes or no, `1` or `0` or in words; of several, one yes is enough.
    fn flag(&mut self, name: &str, value: &str, field: fn(&mut Query) -> &mut bool) {
        self.one(name, value, |query, value| match value.to_ascii_lowercase().as_str() {
            "1" | "true" | "yes" | "on" => {
                *field(query) = true;
                Some(())
            }
            "0" | "false" | "no" | "off" => Some(()),
            _ => None,
        });
    }

    /// Reads a single value.
    fn one(&mut self, name: &str, value: &str, read: impl Fn(&mut Query, &str) -> Option<()>) {
        let trimmed = trimmed(value);
        if !trimmed.is_empty() && read(&mut self.query, trimmed).is_none() {
            self.refuse(name, value);
        }
    }

    fn refuse(&mut self, name: &str, value: &str) {
        let unknown = Unknown::new(name, value);
        if self.unknown.len() < Query::MOST_UNKNOWN && !self.unknown.contains(&unknown) {
            self.unknown.push(unknown);
        }
    }
}

/// A name of an address without what other programs leave on it: the rest of `&amp;`, and the brackets that PHP puts
/// after the name of a list.
fn plain_name(name: &str) -> String {
    let name = name.trim().to_ascii_lowercase();
    let name = name.strip_prefix("amp;").unwrap_or(&name);
    name.split_once('[').map_or(name, |(name, _)| name).to_owned()
}

/// Whether a part of a query, `name=value` with the name in lower case, is of those that mailings, advertisements and
/// social networks put on addresses to follow who comes by them. They mean nothing here, and visitors have not written
/// them.
fn is_of_others(part: &str) -> bool {
    const STARTS: &str = "utm_ mc_ _hs __hs hsa_ hsct pk_ mtm_ matomo_ piwik_ at_ gad_ oly_ vero_ elq wt_ ref_ guc _branch_ \
                          mkt_ igsh fb_ _g _k trk fbclid= gclid= gclsrc= dclid= ttclid= twclid= yclid= wbraid= gbraid= \
                          msclkid= mibextid= srsltid= s_kwcid= rdt_cid= ef_id= li_fat_id= lipi= epik= xtor= ref= \
                          referrer= si= spm=";
    STARTS.split(' ').any(|start| part.starts_with(start))
}

/// An address without what differs between two that lead to the same page: its scheme, its fragment, what stands around
/// it in a sentence, the slash or the file at the end of its path, and what others have put into its query, of which each
/// part begins with `&`.
fn plain_link(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let mut plain = String::new();
    for part in trimmed(rest.split('#').next().unwrap_or_default()).split(['?', '&']) {
        if plain.is_empty() {
            plain.push_str(part.strip_suffix("/index.html").unwrap_or(part).trim_end_matches('/'));
        } else if !is_of_others(part) {
            plain.push('&');
            plain.push_str(part);
        }
    }
    plain
}

/// An address in which all parts are separated by `&`: some programs put theirs, with a `?`, after those of others.
fn separated(address: &str) -> String {
    let mut parts = address.split('?');
    let mut separated = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split('=').next().unwrap_or_default();
        let is_name = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'[' | b']'));
        separated.push(if is_name && !name.is_empty() && name.len() < part.len() { '&' } else { '?' });
        separated.push_str(part);
    }
    separated
}

/// A text without the characters of it that are not seen.
fn seen(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// A value without what stands around it in a sentence from which it was copied.
fn trimmed(value: &str) -> &str {
    value.trim_matches(|c: char| c.is_whitespace() || ".,;:!?*`()[]{}<>\"'“”„‘’‚«»‹›".contains(c))
}

/// The beginning of `text`, at most `longest` bytes, that ends between two characters.
fn cut(text: &str, longest: usize) -> &str {
    &text[..text.floor_char_boundary(longest)]
}

/// A search text without surplus spaces, characters that are not seen, and what is too long.
fn tidy(text: &str) -> Box<str> {
    let text = seen(text);
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let tidy: String = words.join(" ").chars().take(Query::LONGEST_TEXT).collect();
    tidy.trim_end().into()
}

fn encode_years(years: Period) -> String {
    match (years.from(), years.to()) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let year = |year: Option<Year>| year.map(|year| year.to_string()).unwrap_or_default();
            format!("{}-{}", year(from), year(to))
        }
    }
}

/// Reads `2020`, `2020-2025`, `2020-` or `-2025`, with any dash; years in the wrong order are put right.
fn decode_years(text: &str) -> Option<Period> {
    let end = |text: &str| if text.is_empty() { Some(None) } else { Year::from_digits(text).map(Some) };
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let (from, to) = text.split_once(is_dash).unwrap_or((text, text));
    let (from, to) = (end(from.trim_end())?, end(to.trim_start())?);
    Period::new(from, to).or_else(|_| Period::new(to, from)).ok()
}
