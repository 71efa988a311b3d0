//! The dataset that is shipped: it is right, and holds all that the page it replaces held.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::wire::Json;
use catalog::{CountryCode, Event, Media, PlanState, PlanStatus, Resource, Status, Video, YoutubeId, fold, source};
use common::{catalog, shipped, shipped_files, today};
use std::collections::BTreeSet;

fn resources() -> impl Iterator<Item = &'static Resource> {
    catalog().resources().map(|(_, resource)| resource)
}

fn country(code: &str) -> &'static catalog::Country {
    catalog().country(CountryCode::parse(code).unwrap()).unwrap().1
}

/// How many objects with an id stand in a file, which no reader of ours has seen.
fn ids_in(text: &str) -> usize {
    text.lines().filter(|line| line.trim_start().starts_with("\"id\": ")).count()
}

#[test]
fn it_is_whole() {
    let catalog = catalog();
    let count = |path: &str| shipped_files().iter().filter(|(known, _)| known.starts_with(path)).count();
    let ids = |path: &str| -> usize {
        shipped_files().iter().filter(|(known, _)| known.starts_with(path)).map(|(_, text)| ids_in(text)).sum()
    };
    assert_eq!(catalog.countries.len(), count("countries/"));
    assert_eq!(resources().count(), ids("countries/") + ids("europe.json"));
    assert_eq!(catalog.europe.len(), ids("europe.json"));
    assert_eq!(catalog.events.len(), ids("events.json"));
    assert_eq!(catalog.videos.len(), ids("videos.json"));
    assert!(!catalog.europe.is_empty() && !catalog.events.is_empty() && !catalog.videos.is_empty());
    assert_eq!(catalog.version.to_string(), shipped().changes.last().unwrap().date);
    assert_eq!(catalog.newer_schema, None);
    assert_eq!(&*catalog.licence, "CC-BY-4.0");
    let (first, last) = catalog.years(today()).unwrap();
    assert!(first.number() >= 1950 && last.number() <= 2060, "years from {first} to {last}");
    assert!(first < today().year() && last >= today().year(), "years from {first} to {last}");
}

#[test]
fn every_plan_state_has_its_number() {
    let numbers = catalog().numbers(today());
    assert_eq!(numbers.countries, catalog().countries.len());
    assert_eq!(numbers.plans.iter().sum::<usize>(), numbers.countries);
    let of = |status: PlanStatus| catalog().countries.iter().filter(|country| country.plan_status == status).count();
    let states = |states: &[PlanState]| states.iter().map(|state| numbers.plans[*state as usize]).sum::<usize>();
    assert_eq!(states(&PlanState::ADOPTED), of(PlanStatus::Adopted));
    assert_eq!(states(&[PlanState::InPreparation]), of(PlanStatus::InPreparation));
    assert_eq!(states(&[PlanState::ProgrammeOnly]), of(PlanStatus::ProgrammeOnly));
    assert_eq!(states(&[PlanState::NoneFound]), of(PlanStatus::NoneFound));
    // France is the only one whose plan has ended with no next one seen.
    assert_eq!(country("FR").plan_state(today()), PlanState::Ended);
    assert_eq!(country("IE").plan_state(today()), PlanState::InForce);
}

/// Of some countries no signature was seen.
#[test]
fn the_signatories_of_the_declaration_are_there() {
    let is_signatory = |code: &str| country(code).declaration.signatory;
    let signatories: Vec<&str> =
        catalog().countries.iter().filter(|one| one.declaration.signatory).map(|one| one.code.as_str()).collect();
    assert_eq!(signatories.len(), 27, "{signatories:?}");
    assert!(["IE", "NO", "GB"].iter().all(|code| is_signatory(code)));
    assert!(["CH", "IS", "RS", "TR", "SK"].iter().all(|code| !is_signatory(code)));
    assert!(catalog().europe.iter().any(|document| document.id.as_str() == "eu-1mg-declaration"));
}

/// Countries that must be there; others may come.
const COUNTRIES: [&str; 33] = [
    "Austria",
    "Belgium",
    "Bulgaria",
    "Croatia",
    "Cyprus",
    "Czechia",
    "Denmark",
    "Estonia",
    "Finland",
    "France",
    "Germany",
    "Greece",
    "Hungary",
    "Iceland",
    "Ireland",
    "Italy",
    "Latvia",
    "Lithuania",
    "Luxembourg",
    "Malta",
    "Netherlands",
    "Norway",
    "Poland",
    "Portugal",
    "Romania",
    "Serbia",
    "Slovakia",
    "Slovenia",
    "Spain",
    "Sweden",
    "Switzerland",
    "Türkiye",
    "United Kingdom",
];

#[test]
fn countries_stand_by_english_name() {
    let names: Vec<&str> = catalog().countries.iter().map(|country| &*country.name).collect();
    let missing: Vec<&&str> = COUNTRIES.iter().filter(|name| !names.contains(name)).collect();
    assert_eq!(missing, <[&&str; 0]>::default());
    assert!(names.is_sorted_by_key(|name| fold(name)), "{names:?}");
}

/// The page that is replaced listed Ireland's strategy and its implementation plan.
#[test]
fn ireland_has_its_two_documents() {
    let check = |title: &str, year: u16, status: Status, ending: &str| {
        let found = country("IE").resources.iter().find(|resource| &*resource.title == title).unwrap();
        assert_eq!(found.year.map(catalog::Year::number), Some(year), "{title}");
        assert_eq!(found.status, status, "{title}");
        assert!(
            found.address.is_pdf() && found.address.as_str().ends_with(ending),
            "{title}: {}",
            found.address.as_str()
        );
        assert_eq!(found.address.host(), "hse.ie");
    };
    assert_eq!(country("IE").plan_status, PlanStatus::Adopted);
    assert_eq!(
        country("IE").plans().map(|plan| plan.id.as_str()).collect::<Vec<_>>(),
        ["ie-national-strategy-2022", "ie-five-year-plan-2025-2029"]
    );
    let strategy = "/national-strategy-for-accelerating-genetic-and-genomic-medicine-in-ireland.pdf";
    check("National Strategy for Accelerating Genetic and Genomic Medicine in Ireland", 2022, Status::Active, strategy);
    check(
        "Genetic and Genomic Implementation Plan 2023",
        2023,
        Status::Completed,
        "/genetic-and-genomic-implementation-plan.pdf",
    );
}

fn event(id: &str) -> (&'static Event, Vec<&'static Video>) {
    let at = catalog().events.iter().position(|event| event.id.as_str() == id).unwrap();
    (&catalog().events[at], catalog().videos.iter().filter(|video| video.event == Some(at)).collect())
}

#[test]
fn the_workshop_has_four_talks_with_their_places() {
    let (event, videos) = event("gdi-workshop-2024");
    assert_eq!(&*event.title, "Towards the Implementation of National Genomic Plans in EU countries");
    assert_eq!(event.date.to_string(), "2024-06-25");
    assert!(event.grant.contains("101081813"), "{}", event.grant);
    assert!(!event.introduction.is_empty());
    let talks: Vec<(&str, u16, String, &str)> = videos
        .iter()
        .map(|video| match &video.media {
            Media::Video { id, within: Some((list, place)) }
                if list.as_str() == "PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL" =>
            {
                (id.as_str(), *place, video.countries[0].to_string(), &*video.title)
            }
            other => panic!("{other:?} is no talk of the playlist"),
        })
        .collect();
    assert_eq!(
        talks,
        [
            ("nxig1G6B5I4", 1, "IT".to_owned(), "National Genomic Plan in Italy"),
            ("98u39kpT-mA", 2, "FR".to_owned(), "2025 French Genomic Medicine Initiative"),
            ("u-xbIus23N0", 3, "DK".to_owned(), "Implementation of WGS in national healthcare in Denmark"),
            ("-YzWPGTutOQ", 4, "BE".to_owned(), "Belgian National Genomic Plan"),
        ]
    );
}

#[test]
fn the_visits_have_their_dates_and_counts() {
    let (event, videos) = event("b1mg-country-visits-2021");
    assert_eq!(event.date.to_string(), "2021");
    assert!(event.grant.contains("951724"), "{}", event.grant);
    assert!(!event.introduction.is_empty());
    let lists: Vec<String> = videos
        .iter()
        .map(|video| match &video.media {
            Media::Playlist { id, count: Some(count) } => {
                let date = video.date.map(|date| date.to_string()).unwrap_or_default();
                let countries: Vec<&str> = video.countries.iter().map(CountryCode::as_str).collect();
                format!("{} {date} {count} {}", id.as_str(), countries.join(" "))
            }
            other => panic!("{other:?} is no playlist with a count"),
        })
        .collect();
    assert_eq!(
        lists,
        [
            "PLweO8RYcVPDOWDmFxRHdEGlNsMEubMK5k 2021-03 12 GB",
            "PLweO8RYcVPDMTY_Xi0nLSOtD67jeydJJ7 2021-05 10 EE",
            "PLweO8RYcVPDM5ydSVQuQO7WBpkZm8dycy 2021-06 10 FI",
            "PLweO8RYcVPDM9Bo_safKw9bQDWueEx6ZA 2021 9 BE BG DK HU LV LT PT ES SE",
        ]
    );
}

#[test]
fn videos_play_without_cookies_and_open_on_youtube() {
    let check = |id: &str, frame: &str, watch: &str| {
        let video = catalog().videos.iter().find(|video| video.id.as_str() == id).unwrap();
        let player = "autoplay=1&cc_load_policy=1&disablekb=1&playsinline=1&rel=0";
        assert_eq!(video.media.frame_address(), format!("https://www.youtube-nocookie.com/embed/{frame}{player}"));
        assert_eq!(video.media.watch_address(), format!("https://www.youtube.com/{watch}"));
    };
    let list = "list=PLweO8RYcVPDOEl66HT6nSwFhjaDUa4xHL&index=3";
    check("gdi-workshop-2024-denmark", &format!("u-xbIus23N0?{list}&"), &format!("watch?v=u-xbIus23N0&{list}"));
    check("gdi-german-node-2024", "Q3-IjT8Jpf4?", "watch?v=Q3-IjT8Jpf4");
    let list = "list=PLweO8RYcVPDMTY_Xi0nLSOtD67jeydJJ7";
    check("b1mg-visit-2021-estonia", &format!("videoseries?{list}&"), &format!("playlist?{list}"));
    assert!(YoutubeId::parse("u-xbIus23N0&x").is_err());
}

#[test]
fn every_entry_has_an_id_of_its_own_and_is_recorded() {
    let catalog = catalog();
    let ids: BTreeSet<&str> = resources()
        .map(|resource| resource.id.as_str())
        .chain(catalog.videos.iter().map(|video| video.id.as_str()))
        .chain(catalog.events.iter().map(|event| event.id.as_str()))
        .collect();
    assert_eq!(ids.len(), resources().count() + catalog.videos.len() + catalog.events.len());
    for id in &ids {
        assert!(catalog.has_id(&catalog::Id::parse(id).unwrap()), "{id}");
    }
    assert!(!catalog.has_id(&catalog::Id::parse("ie").unwrap()));
    assert_eq!(source::record(&shipped_files(), "2099-01-01", "Nothing.").unwrap(), None);
}

#[test]
fn a_country_was_checked_when_its_oldest_document_was() {
    for country in &catalog().countries {
        let days: BTreeSet<String> = country.resources.iter().map(|resource| resource.checked.to_string()).collect();
        assert_eq!(country.checked().map(|day| day.to_string()), days.first().cloned(), "{}", country.name);
    }
}

#[test]
fn what_is_served_gives_the_same_catalog() {
    let json = serde_json::to_string(&shipped().dataset).unwrap();
    let dataset: Json = serde_json::from_str(&json).unwrap();
    assert_eq!(dataset, shipped().dataset);
    let served = catalog::Catalog::from_wire(&dataset).unwrap();
    assert_eq!(served.countries, catalog().countries);
    assert_eq!(served.europe, catalog().europe);
    assert_eq!(served.changes, catalog().changes);
    assert_eq!(served.videos, catalog().videos);
    assert_eq!(served.events, catalog().events);
    assert_eq!(served.version, catalog().version);
}
