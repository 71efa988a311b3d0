//! Checks a dataset and makes the catalog of it, or names every problem with its place.
// Longer than most: each key of the dataset has its rule here, one after the other.

mod profile;

use crate::address::WebAddress;
use crate::catalog::Catalog;
use crate::change_set::ChangeSet;
use crate::country::{Country, CountryCode, Declaration, ImplementationLink, LinkCategory, NativeName, PlanStatus};
use crate::date::{PartialDate, Period, Year};
use crate::fold::fold;
use crate::id::Id;
use crate::language::LanguageTag;
use crate::problem::{Problems, quoted};
use crate::reader::{RecordReader, collect_fields, plain_text};
use crate::resource::{Confidence, Figure, Kind, Resource, Status};
use crate::video::{Event, EventFormat, EventKind, Media, PlaylistId, Video, YoutubeId};
use crate::wire::{self, Json};
use profile::{Own, PlanNaming};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Whether mistakes are looked for that only editors make, such as two entries of one id: the site's own dataset was
/// checked when the site was built, and its hash is compared. What a value must be to exist at all is checked
/// everywhere, for those who show a dataset of their own.
const FOR_EDITORS: bool = cfg!(feature = "source");

impl Catalog {
    /// Checks a dataset.
    ///
    /// # Errors
    /// Every problem there is, each with the editors' file and the path in it.
    pub fn from_wire(json: &Json) -> Result<Self, Problems> {
        Self::from_part(json, 0)
    }

    /// The same of a part of a dataset, whose first country has that place in the whole.
    ///
    /// # Errors
    /// Every problem of it, each with its place in the whole.
    pub fn from_part(json: &Json, first: usize) -> Result<Self, Problems> {
        dataset(json, None, first)
    }

    /// Adds the countries of another part of the same dataset, before anything is searched: what is read country by
    /// country needs the memory of one of them beside the catalog.
    pub fn add_countries(&mut self, part: Self) {
        for country in part.countries {
            insert(&mut self.countries, country);
        }
    }
}

/// Checks a dataset; `files` names the file of each country, where there are files. Where there are none,
/// a country's file is told by its code, or its place, which is counted from `first`.
pub(crate) fn dataset(json: &Json, files: Option<&[String]>, first: usize) -> Result<Catalog, Problems> {
    let countries = json.get("countries").map_or(&[][..], Json::items);
    let places = countries.iter().enumerate().map(|(at, country)| {
        let code = country.get("code").and_then(Json::text).and_then(|code| CountryCode::parse(code).ok());
        let file = match (files.and_then(|files| files.get(at)), code) {
            (Some(file), _) => file.clone(),
            (None, Some(code)) => format!("countries/{}.json", code.lower()),
            (None, None) => format!("countries[{}]", first + at),
        };
        (code, file)
    });
    let events = json.get("events").map_or(&[][..], Json::items);
    let mut event_places = HashMap::new();
    if FOR_EDITORS {
        for (at, event) in events.iter().enumerate() {
            if let Some(id) = event.get("id").and_then(Json::text) {
                event_places.entry(id).or_insert(at);
            }
        }
    }
    let mut known = Known {
        countries: places.collect(),
        events,
        event_places,
        ids: HashMap::new(),
        media: HashSet::new(),
        // What could not be read is a problem already, and what names it is none.
        has_all_countries: countries.iter().all(|country| matches!(country, Json::Object(_))),
        has_all_events: matches!(json.get("events"), Some(Json::Array(_))),
        are_files: files.is_some(),
        plan_naming: plan_naming(json, files.is_some()),
    };
    let newer = json.get("schema").and_then(Json::text).is_some_and(|schema| !matches!(newer_schema(schema), Ok(None)));
    RecordReader::read_document(json, &wire::DATASET, newer, &mut |reader| {
        let newer_schema = reader.parse("schema", newer_schema);
        let version = reader.parse("version", PartialDate::parse_day);
        let licence = reader.text("licence");
        let events = reader.list("events", &mut |reader| event(reader, &mut known));
        let videos = reader.list("videos", &mut |reader| video(reader, &mut known));
        let countries = all_countries(reader, &mut known);
        let europe = reader.list("europe", &mut |reader| resource(reader, Some(EUROPE), &mut known));
        let changes = reader.list("changes", &mut change_set);
        let (index, names, nearest_word) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        collect_fields!(Catalog { newer_schema, version, licence }
            with { events, videos, countries, europe, changes, index, names, nearest_word })
    })
}

/// What ids of entries that belong to no country begin with; it is no country's code.
pub(crate) const EUROPE: &str = "eu";

fn change_set(reader: &mut RecordReader<'_>) -> Option<ChangeSet> {
    let date = reader.parse("date", PartialDate::parse_day);
    let note = reader.text("note");
    let mut ids = |key| reader.texts(key, &mut Id::parse);
    let (added, changed, withdrawn) = (ids("added"), ids("changed"), ids("withdrawn"));
    for key in ["added", "changed", "withdrawn"] {
        stands_once(reader, key, "id");
    }
    collect_fields!(ChangeSet { date, note } with { added, changed, withdrawn })
}

/// The first version of the schema in which a country names its plan.
const NAMES_PLANS: (u32, u32) = (1, 2);

fn plan_naming(json: &Json, are_files: bool) -> PlanNaming {
    let version = json.get("schema").and_then(Json::text).and_then(schema_version);
    match version {
        _ if are_files => PlanNaming::Required,
        Some(version) if version < NAMES_PLANS => PlanNaming::ByKind,
        _ => PlanNaming::Optional,
    }
}

/// The major and the minor part of a version of the schema.
fn schema_version(version: &str) -> Option<(u32, u32)> {
    let (major, minor) = version.split_once('.')?;
    let (major, minor) = (major.parse().ok()?, minor.parse().ok()?);
    (format!("{major}.{minor}") == version).then_some((major, minor))
}

/// The version, where it is newer than ours in its minor part; a newer major version is an error.
fn newer_schema(version: &str) -> Result<Option<Box<str>>, String> {
    let ours = schema_version(wire::SCHEMA);
    match (schema_version(version), ours) {
        (Some((major, minor)), Some((our_major, our_minor))) if major == our_major => {
            Ok((minor > our_minor).then(|| version.into()))
        }
        (Some(_), _) => {
            Err(format!("this app reads schema version {}, and the dataset is in version {version}", wire::SCHEMA))
        }
        (None, _) => Err(format!("{} is no schema version such as {}", quoted(version), wire::SCHEMA)),
    }
}

/// What of the dataset is known beside the entry that is read.
struct Known<'a> {
    /// The code of each country, where it has a right one, and its file.
    countries: Vec<(Option<CountryCode>, String)>,
    has_all_countries: bool,
    events: &'a [Json],
    /// The places of the events by their ids; only editors have so many that it pays.
    event_places: HashMap<&'a str, usize>,
    has_all_events: bool,
    /// Whether these are the editors' own files.
    are_files: bool,
    plan_naming: PlanNaming,
    /// The ids so far, and where each stands; only editors are told.
    ids: HashMap<&'a str, String>,
    /// YouTube's ids of the videos so far; only editors are told.
    media: HashSet<&'a str>,
}

impl Known<'_> {
    /// The place of an event.
    fn event(&self, id: &str) -> Option<usize> {
        if FOR_EDITORS {
            return self.event_places.get(id).copied();
        }
        self.events.iter().position(|event| event.get("id").and_then(Json::text) == Some(id))
    }
}

// Each of these reads every key before it gives up, so that all problems are found at once.

fn id<'a>(reader: &mut RecordReader<'a>, known: &mut Known<'a>) -> Option<Id> {
    let id = reader.parse("id", Id::parse)?;
    if !FOR_EDITORS {
        return Some(id);
    }
    let text = reader.str("id")?;
    // A country's own entry goes by its code: no other entry may have that name.
    let is_code =
        |(code, _): &&(Option<CountryCode>, String)| code.is_some_and(|code| code.as_str().eq_ignore_ascii_case(text));
    let country = known.countries.iter().filter(|_| text.len() == 2).find(is_code).map(|(_, file)| file.as_str());
    match country.or(known.ids.get(text).map(String::as_str)) {
        None => {
            known.ids.insert(text, reader.place().to_owned());
            Some(id)
        }
        Some(first) => reader.ok_or_note("id", Err(format!("the id {} is already taken at {first}", quoted(text)))),
    }
}

/// A list of addresses, each named once; it must not be empty.
fn sources<'a>(reader: &mut RecordReader<'a>, key: &str) -> Vec<WebAddress> {
    if FOR_EDITORS && matches!(reader.get(key), Some(Json::Array(items)) if items.is_empty()) {
        reader.wrong(key, "a fact needs at least one page on which it was seen".to_owned());
    }
    let sources = reader.texts(key, &mut WebAddress::parse);
    stands_once(reader, key, "address");
    sources
}

/// Notes each text of the list that stands in it twice.
fn stands_once(reader: &mut RecordReader<'_>, key: &str, what: &str) {
    if !FOR_EDITORS {
        return;
    }
    let mut seen = HashSet::new();
    reader.each(key, &mut |reader, item| {
        if let Some(text) = item.text().filter(|text| !seen.insert(*text)) {
            reader.problem(format!("the {what} {} stands here twice", quoted(text)));
        }
    });
}

fn event<'a>(reader: &mut RecordReader<'a>, known: &mut Known<'a>) -> Option<Event> {
    let id = id(reader, known);
    let title = reader.text("title");
    let kind = reader.parse("kind", EventKind::parse);
    let format = reader.parse("format", EventFormat::parse);
    let date = reader.parse("date", PartialDate::parse);
    let organiser = reader.text("organiser");
    let grant = reader.text("grant");
    let page = reader.parse("page", WebAddress::parse);
    let introduction = reader.texts("introduction", &mut |paragraph| plain_text("paragraph", paragraph));
    stands_once(reader, "introduction", "paragraph");
    collect_fields!(Event { id, title, kind, format, date, organiser, grant, page } with { introduction })
}

fn video<'a>(reader: &mut RecordReader<'a>, known: &mut Known<'a>) -> Option<Video> {
    let id = id(reader, known);
    let event = reader.str("event").and_then(|name| {
        let at = known.event(name);
        if FOR_EDITORS && at.is_none() && known.has_all_events {
            reader.wrong("event", format!("there is no event {}", quoted(name)));
        }
        at
    });
    let media = media(reader);
    let key = if reader.str("youtube").is_some() { "youtube" } else { "playlist" };
    if let Some(id) = reader.str(key).filter(|id| FOR_EDITORS && !known.media.insert(*id)) {
        reader.wrong(key, format!("the video {} stands in the dataset twice", quoted(id)));
    }
    let countries = reader.texts("countries", &mut |text| {
        let code = CountryCode::parse(text)?;
        if FOR_EDITORS && known.has_all_countries && !known.countries.iter().any(|(known, _)| *known == Some(code)) {
            return Err(format!("there is no country {code} in the dataset"));
        }
        Ok(code)
    });
    stands_once(reader, "countries", "country");
    if FOR_EDITORS && matches!(reader.get("countries"), Some(Json::Array(items)) if items.is_empty()) {
        reader.wrong("countries", "a video needs at least one country".to_owned());
    }
    let title = reader.text("title");
    let speaker = reader.optional_text("speaker");
    let date = reader.optional("date", PartialDate::parse);
    let language = reader.parse("language", LanguageTag::parse);
    collect_fields!(Video { id, media, title, speaker, date, language } with { event, countries })
}

fn media(reader: &mut RecordReader<'_>) -> Option<Media> {
    fn number(what: &str, number: i64) -> Result<u16, String> {
        let number = u16::try_from(number).ok().filter(|number| *number > 0);
        number.ok_or_else(|| format!("the {what} must be a whole number from 1 to {}", u16::MAX))
    }
    let youtube = reader.optional("youtube", YoutubeId::parse);
    let playlist = reader.optional("playlist", PlaylistId::parse);
    let place = reader.optional_number("playlist_index", |place| number("place in the playlist", place));
    let count = reader.optional_number("video_count", |count| number("number of videos", count));
    let (key, message) = match (youtube?, playlist?, place?, count?) {
        (Some(id), Some(list), Some(place), None) => return Some(Media::Video { id, within: Some((list, place)) }),
        (Some(id), None, None, None) => return Some(Media::Video { id, within: None }),
        (None, Some(id), None, count) => return Some(Media::Playlist { id, count }),
        (Some(_), Some(_), None, _) => ("playlist_index", "a video in a playlist needs its playlist_index"),
        (Some(_), _, _, Some(_)) => ("video_count", "a video has no video_count; only a playlist has"),
        (Some(_), None, Some(_), _) => ("playlist", "a playlist_index needs its playlist"),
        (None, Some(_), Some(_), _) => ("playlist_index", "a playlist has no playlist_index; only a video in it has"),
        (None, None, _, _) => ("youtube", "a video needs a youtube id or a playlist"),
    };
    reader.ok_or_note(key, Err(message.to_owned()))
}

fn all_countries<'a>(reader: &mut RecordReader<'a>, known: &mut Known<'a>) -> Vec<Country> {
    let mut countries: Vec<Country> = Vec::new();
    let mut codes = HashSet::new();
    let mut at = 0;
    reader.each("countries", &mut |reader, item| {
        let (code, file) = known.countries[at].clone();
        let stands_twice = FOR_EDITORS && code.is_some_and(|code| !codes.insert(code));
        at += 1;
        reader.in_file(&file, &mut |reader| {
            reader.read_object(item, &wire::COUNTRY, &mut |reader| {
                if let Some(country) = country(reader, known) {
                    insert(&mut countries, country);
                }
                if let Some(code) = code.filter(|_| stands_twice) {
                    reader.wrong("code", format!("the country {code} stands in the dataset twice"));
                }
            });
        });
    });
    // A part of a dataset, such as an export, may hold documents of all of Europe only, or nothing.
    if known.are_files && matches!(reader.get("countries"), Some(Json::Array(_))) && at == 0 {
        reader.problem("the dataset has no country".to_owned());
    }
    countries
}

/// Puts a country in its place by name: a sort is 4 kB of the wasm, and the files come in order.
fn insert(countries: &mut Vec<Country>, country: Country) {
    let name = fold(&country.name);
    let is_last = countries.last().is_none_or(|last| fold(&last.name) <= name);
    let place = if is_last { countries.len() } else { countries.partition_point(|other| fold(&other.name) <= name) };
    countries.insert(place, country);
}

fn country<'a>(reader: &mut RecordReader<'a>, known: &mut Known<'a>) -> Option<Country> {
    let code = reader.parse("code", CountryCode::parse);
    let name = reader.text("name");
    let native_names = reader.list("native_names", &mut native_name);
    let plan_status = reader.parse("plan_status", PlanStatus::parse);
    let overview = reader.text("overview");
    let overview_sources = sources(reader, "overview_sources");
    let declaration = reader.object("declaration", &mut declaration);
    let own = reader.get("resources").map_or(&[][..], Json::items);
    let own = Own::of(own);
    let plan = profile::plan(reader, &own, known.plan_naming);
    let profile = profile::profile(reader, &own);
    let prefix = code.map(CountryCode::lower);
    let mut titles = HashSet::new();
    let resources = reader.list("resources", &mut |reader| {
        let resource = resource(reader, prefix.as_deref(), known);
        if !FOR_EDITORS {
            return resource;
        }
        let year = reader.get("year").and_then(Json::whole);
        if let Some(title) = reader.str("title").filter(|title| !title.is_empty() && !titles.insert((*title, year))) {
            let message = format!("the title {} of the same year stands in this country twice", quoted(title));
            reader.wrong("title", message);
        }
        resource
    });
    let implementation = reader.list("implementation", &mut link);
    collect_fields!(Country { code, name, plan_status, overview, declaration }
        with { native_names, overview_sources, plan, profile, resources, implementation })
}

fn native_name(reader: &mut RecordReader<'_>) -> Option<NativeName> {
    let language = reader.parse("language", LanguageTag::parse);
    let name = reader.text("name");
    collect_fields!(NativeName { language, name })
}

fn declaration(reader: &mut RecordReader<'_>) -> Option<Declaration> {
    let signatory = reader.boolean("signatory");
    let signed = reader.optional("signed", PartialDate::parse);
    let sources = sources(reader, "sources");
    if FOR_EDITORS && signatory == Some(false) && reader.str("signed").is_some() {
        reader.wrong("signed", "a country that is no signatory has no date of signature".to_owned());
    }
    collect_fields!(Declaration { signatory, signed } with { sources })
}

/// `prefix`: what its id begins with, where that is known: the country's code, or [`EUROPE`].
fn resource<'a>(reader: &mut RecordReader<'a>, prefix: Option<&str>, known: &mut Known<'a>) -> Option<Resource> {
    let id = id(reader, known);
    if FOR_EDITORS
        && let (Some(id), Some(prefix)) = (&id, prefix)
        && !id.as_str().strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'))
    {
        reader.wrong("id", format!("the id {id} must begin with {prefix}-"));
    }
    let kind = reader.parse("kind", Kind::parse);
    let title = reader.text("title");
    let title_original = reader.optional_text("title_original");
    let language = reader.parse("language_original", LanguageTag::parse);
    let issuer = reader.text("issuer");
    let authors = reader.texts("authors", &mut |author| plain_text("author", author));
    stands_once(reader, "authors", "author");
    let year = reader.optional_number("year", Year::new);
    let period = period(reader);
    let status = reader.parse("status", Status::parse);
    let address = reader.parse("url", WebAddress::parse);
    let summary = reader.text("summary");
    let figures = reader.list("figures", &mut figure);
    let sources = sources(reader, "sources");
    let confidence = reader.parse("confidence", Confidence::parse);
    let checked = reader.parse("checked", PartialDate::parse_day);
    collect_fields!(Resource {
        id, kind, title, title_original, language, issuer, year, status, address, summary, confidence, checked
    } with { authors, period, figures, sources })
}

/// The period, where there is a right one.
fn period(reader: &mut RecordReader<'_>) -> Option<Period> {
    let Some(Json::Array(ends)) = reader.get("period") else { return None };
    if ends.len() != 2 {
        reader.wrong("period", format!("expected a list of 2, found a list of {}", ends.len()));
        return None;
    }
    let (mut years, mut is_right) = ([None, None], true);
    let mut at = 0;
    reader.each("period", &mut |reader, end| {
        match end.whole().map(Year::new) {
            Some(Ok(year)) => years[at] = Some(year),
            Some(Err(message)) => {
                reader.problem(message);
                is_right = false;
            }
            None if *end == Json::Null => {}
            None => {
                reader.unexpected("null or a whole number", end);
                is_right = false;
            }
        }
        at += 1;
    });
    if is_right { reader.ok_or_note("period", Period::new(years[0], years[1])) } else { None }
}

fn figure(reader: &mut RecordReader<'_>) -> Option<Figure> {
    fn number(value: &str) -> Result<Box<str>, String> {
        if !FOR_EDITORS {
            return Ok(value.into());
        }
        let (whole, decimals) = value.split_once('.').unwrap_or((value, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let right = digits(whole) && digits(decimals) && value.len() <= 20;
        right.then(|| value.into()).ok_or_else(|| format!("{} is no number such as 50000 or 7.24", quoted(value)))
    }
    let label = reader.text("label");
    let value = reader.parse("value", number);
    let unit = reader.text("unit");
    let as_of = reader.optional_text("as_of");
    collect_fields!(Figure { label, value, unit, as_of })
}

fn link(reader: &mut RecordReader<'_>) -> Option<ImplementationLink> {
    let category = reader.parse("category", LinkCategory::parse);
    let title = reader.text("title");
    let address = reader.parse("url", WebAddress::parse);
    collect_fields!(ImplementationLink { category, title, address })
}
