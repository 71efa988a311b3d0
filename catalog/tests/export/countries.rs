//! The table of countries: each once, and each cell what the catalog says.

use super::{catalog, complete, defused, hollow, nasty, parse, read, today};
use catalog::{Catalog, Country, InForce, PartialDate, PlanState, PlanStatus, Query, export};
use serde_json::json;
use std::collections::BTreeMap;

type Line = BTreeMap<String, String>;

fn all(catalog: &Catalog, today: PartialDate) -> String {
    export::countries_csv(catalog, catalog.countries.iter(), today)
}

/// The lines, each with the names of its columns.
fn lines(csv: &str) -> Vec<Line> {
    let csv = csv.strip_prefix('\u{feff}').expect("Excel needs the byte order mark");
    assert!(csv.ends_with("\r\n") && csv.matches("\r\n").count() == csv.matches('\n').count());
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let line = |record: csv::StringRecord| names.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
    reader.records().map(|record| line(record.unwrap())).collect()
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join("; ")
}

fn yes_or_no(known: Option<bool>) -> &'static str {
    match known {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

/// What is the same however the plan is.
fn check_line(line: &Line, catalog: &Catalog, country: &Country, today: PartialDate) {
    let at = |name: &str| line.get(name).unwrap_or_else(|| panic!("there is no column {name}")).as_str();
    let titles = |places: &[usize]| defused(&joined(places.iter().map(|at| &*country.resources[*at].title)));
    let words = |known: Option<&str>| defused(known.unwrap_or_default());
    let number = |known: Option<u32>| known.map(|number| number.to_string()).unwrap_or_default();
    let date = |known: Option<PartialDate>| known.map(|date| date.to_string()).unwrap_or_default();
    let profile = &country.profile;
    assert_eq!(at("code"), country.code.as_str());
    assert_eq!(at("country"), defused(&country.name));
    assert_eq!(at("plan_state"), country.plan_state(today).name());
    assert_eq!(at("plan_status"), country.plan_status.name());
    assert_eq!(at("on"), today.to_string());
    assert_eq!(at("lead_body"), words(profile.lead_body.as_ref().map(|body| &*body.name)));
    assert_eq!(at("legal_basis"), titles(&profile.legal_basis));
    assert_eq!(at("signed"), yes_or_no(Some(country.declaration.signatory)));
    assert_eq!(at("signed_on"), date(country.declaration.signed));
    assert_eq!(at("gdi"), yes_or_no(profile.infrastructure.as_ref().map(|part| part.is_member)));
    assert_eq!(at("gdi_since"), date(profile.infrastructure.as_ref().and_then(|part| part.since)));
    let europe = profile.genome_of_europe.as_ref();
    assert_eq!(at("genome_of_europe"), yes_or_no(europe.map(|part| part.is_member)));
    assert_eq!(at("genome_of_europe_samples"), number(europe.and_then(|part| part.samples)));
    let cohort = profile.reference_cohort.as_ref();
    assert_eq!(at("reference_cohort"), words(cohort.map(|cohort| &*cohort.name)));
    assert_eq!(at("reference_cohort_planned"), number(cohort.and_then(|cohort| cohort.planned)));
    assert_eq!(at("reference_cohort_as_of"), cohort.and_then(|cohort| cohort.as_of.as_deref()).unwrap_or_default());
    assert_eq!(at("reference_cohort_done"), number(cohort.and_then(|cohort| cohort.done)));
    assert_eq!(at("consent"), words(profile.consent.as_ref().map(|consent| &*consent.model)));
    assert_eq!(at("newborn_genomics"), titles(&profile.newborn_genomics));
    assert_eq!(at("rare_disease_plan"), titles(profile.rare_disease_plan.as_slice()));
    assert_eq!(at("contact"), words(profile.contact.as_ref().map(|contact| &*contact.name)));
    assert_eq!(at("contact_url"), profile.contact.as_ref().map_or("", |contact| contact.address.as_str()));
    let code = country.code;
    let in_force = country.resources.iter().filter(|one| one.in_force(today) == InForce::Yes).count();
    assert_eq!(at("documents"), country.resources.len().to_string());
    assert_eq!(at("documents_in_force"), in_force.to_string());
    let videos = catalog.videos.iter().filter(|video| video.countries.contains(&code)).count();
    assert_eq!(at("videos"), videos.to_string());
    assert_eq!(at("overview"), defused(&country.overview));
    // What stands for the plan stands together.
    match country.plan_state(today) {
        PlanState::InForce => assert_eq!(at("in_force"), "yes"),
        PlanState::Ended => assert_eq!(at("in_force"), "no-longer"),
        // An adopted plan that is still to begin.
        PlanState::InPreparation if country.plan_status == PlanStatus::Adopted => {
            assert_eq!(at("in_force"), "not-yet");
        }
        PlanState::InPreparation | PlanState::ProgrammeOnly | PlanState::NoneFound => {
            assert_eq!(["plan", "in_force", "since", "until"].map(at), [""; 4]);
        }
    }
}

pub(crate) fn check(catalog: &Catalog, today: PartialDate) {
    let csv = all(catalog, today);
    let lines = lines(&csv);
    assert_eq!(lines.len(), catalog.countries.len());
    for (line, country) in lines.iter().zip(&catalog.countries) {
        check_line(line, catalog, country, today);
    }
}

#[test]
fn each_country_stands_there_once() {
    for day in ["2000-01-01", "2019-12-31", "2024-02-29", "2025-12-31", "2026-11-23", "2027-01-01", "2031-01-01"] {
        let day = PartialDate::parse(day).unwrap();
        check(catalog(), day);
        check(&hollow().1, day);
        check(&complete().1, day);
    }
    let (_, catalog) = nasty("=a, \"b\"", "@Ireland", "https://example.org/");
    check(&catalog, today());
}

#[test]
fn the_columns_are_these() {
    let csv = all(&complete().1, today());
    let head = "\u{feff}code,country,plan_state,plan_status,on,plan,in_force,since,until,lead_body,legal_basis,signed,\
                signed_on,gdi,gdi_since,genome_of_europe,genome_of_europe_samples,genome_of_europe_as_of,\
                reference_cohort,\
                reference_cohort_planned,reference_cohort_done,reference_cohort_as_of,\
                consent,newborn_genomics,rare_disease_plan,contact,\
                contact_url,documents,documents_in_force,videos,overview\r\n";
    assert!(csv.starts_with(head), "{csv}");
    let line = "IE,Ireland,in-force,adopted,2026-11-23,The Plan; The Strategy,yes,2022,,The Ministry,The Act,yes,\
                2022-11,yes,2022-11,yes,500,,Genomes of Ireland,1000,250,,opt in,The Plan,The Strategy,The contact,\
                https://example.org/contact,3,2,1,It has a plan.\r\n";
    assert_eq!(&csv[head.len()..], line);
}

#[test]
fn what_is_not_known_is_empty_and_never_no() {
    let mut value = serde_json::to_value(&complete().0).unwrap();
    let keys = ["lead_body", "legal_basis", "gdi", "genome_of_europe", "reference_cohort", "consent", "contact"];
    let country = value["countries"][0].as_object_mut().unwrap();
    for key in keys.into_iter().chain(["newborn_genomics", "rare_disease_plan"]) {
        assert!(country.remove(key).is_some(), "{key}");
    }
    let (_, unknown) = read(value);
    let line = lines(&all(&unknown, today())).remove(0);
    let empty = ["gdi", "gdi_since", "genome_of_europe", "genome_of_europe_samples", "reference_cohort_done"];
    for name in keys.into_iter().filter(|key| !empty.contains(key)).chain(empty) {
        assert_eq!(line[name], "", "{name}");
    }

    // What is known not to be is no.
    let mut value = serde_json::to_value(&complete().0).unwrap();
    let country = &mut value["countries"][0];
    let no = json!({"member": false, "sources": ["https://example.org/no"]});
    (country["gdi"], country["genome_of_europe"]) = (no.clone(), no);
    country["declaration"] = json!({"signatory": false, "sources": ["https://example.org/no"]});
    let (_, none) = read(value);
    let line = lines(&all(&none, today())).remove(0);
    assert_eq!(
        ["gdi", "genome_of_europe", "signed", "signed_on"].map(|name| line[name].as_str()),
        ["no", "no", "no", ""]
    );
}

#[test]
fn a_plan_runs_from_its_first_year_to_its_last() {
    let check = |plan: [(&str, serde_json::Value, &str); 2], day: &str, expected: [&str; 4]| {
        let mut value = serde_json::to_value(&complete().0).unwrap();
        let country = &mut value["countries"][0];
        // What is named beside the plan is no matter here.
        for (at, (id, period, status)) in plan.into_iter().enumerate() {
            let resource = &mut country["resources"][at];
            assert_eq!(resource["id"], id);
            resource.as_object_mut().unwrap().remove("year");
            (resource["period"], resource["status"]) = (period, status.into());
        }
        let (_, catalog) = read(value);
        let line = lines(&all(&catalog, PartialDate::parse(day).unwrap())).remove(0);
        let names = ["plan_state", "in_force", "since", "until"];
        assert_eq!(names.map(|name| line[name].as_str()), expected, "{line:?}");
    };
    let (a, b) = ("ie-strategy", "ie-plan");
    let both = |first, second| [(a, first, "active"), (b, second, "active")];
    check(both(json!([2022, null]), json!([2023, 2026])), "2026-12-31", ["in-force", "yes", "2022", ""]);
    check(both(json!([2022, 2030]), json!([2023, 2026])), "2026-12-31", ["in-force", "yes", "2022", "2030"]);
    // Only the part that is in force says from when to when.
    check(both(json!([2022, 2024]), json!([2024, 2026])), "2026-12-31", ["in-force", "yes", "2024", "2026"]);
    check(both(json!([2022, 2024]), json!([2024, 2026])), "2027-01-01", ["ended", "no-longer", "2022", "2026"]);
    let over = [(a, json!([2016, 2020]), "completed"), (b, json!([2018, null]), "completed")];
    check(over, "2026-11-23", ["ended", "no-longer", "2016", ""]);
    let to_come = [(a, json!([2027, 2030]), "planned"), (b, json!([2028, 2030]), "planned")];
    check(to_come, "2026-11-23", ["in-preparation", "not-yet", "2027", "2030"]);
}

/// A part of a dataset may be without the documents of the plan: its state says that it is in force, and so does the
/// other column.
#[test]
fn both_columns_say_the_same_of_a_plan_of_which_nothing_is_known() {
    let mut value = serde_json::to_value(&complete().0).unwrap();
    value["countries"][0].as_object_mut().unwrap().remove("plan").unwrap();
    let (_, catalog) = read(value);
    let line = lines(&all(&catalog, today())).remove(0);
    let names = ["plan_state", "plan_status", "in_force", "plan", "since", "until"];
    assert_eq!(names.map(|name| line[name].as_str()), ["in-force", "adopted", "yes", "", "", ""]);
    check(&catalog, today());
}

/// The numbers are those of the filters.
#[test]
fn numbers_are_those_of_the_selection() {
    let lines = lines(&all(catalog(), today()));
    let count = |address: &str| {
        let selection = catalog().select(&parse(address), today());
        (selection.matches.len(), selection.documents - selection.europe.len())
    };
    let total = |name: &str| lines.iter().map(|line| line[name].parse::<usize>().unwrap()).sum::<usize>();
    for state in PlanState::ALL {
        let there = lines.iter().filter(|line| line["plan_state"] == state.name()).count();
        assert_eq!(there, count(&format!("plan={}", state.name())).0, "{state:?}");
    }
    assert_eq!(lines.len(), count("").0);
    assert_eq!(total("documents"), count("").1);
    assert_eq!(total("documents_in_force"), count("now=1").1);
    assert_eq!(lines.iter().filter(|line| line["videos"] != "0").count(), count("video=1").0);
}

#[test]
fn countries_stand_as_they_are_given() {
    let matches = catalog().select(&parse("sort=documents&kind=law"), today()).matches;
    let countries = matches.iter().map(|found| &catalog().countries[found.country]);
    let codes: Vec<&str> = countries.clone().map(|country| country.code.as_str()).collect();
    let lines = lines(&export::countries_csv(catalog(), countries, today()));
    assert_eq!(lines.iter().map(|line| &*line["code"]).collect::<Vec<_>>(), codes);
    assert!(codes.len() > 1 && !codes.is_sorted());
    // Of no country there is only the head.
    assert_eq!(self::lines(&export::countries_csv(catalog(), [].iter(), today())), []);
    assert_eq!(catalog().select(&Query::default(), today()).matches.len(), catalog().countries.len());
}
