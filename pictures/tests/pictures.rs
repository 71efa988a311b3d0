//! The pictures of the shipped dataset, and of datasets that cannot be drawn.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use catalog::{Catalog, Country, PartialDate, PlanState, Status, source};
use pictures::{Picture, SIZE};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn flags() -> PathBuf {
    root().join("flags")
}

/// The shipped dataset.
fn shipped() -> Catalog {
    let mut files = Vec::new();
    for folder in ["", "countries/"] {
        for entry in fs::read_dir(root().join("data").join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".json") && name != "catalog.schema.json" {
                let path = format!("{folder}{name}");
                let text = fs::read_to_string(root().join("data").join(&path)).unwrap();
                files.push((path, text));
            }
        }
    }
    source::load(&files).unwrap().catalog
}

/// The shipped dataset with one of its countries alone, changed.
fn only(code: &str, change: impl Fn(&mut Country)) -> Catalog {
    let mut catalog = shipped();
    catalog.countries.retain(|country| country.code.as_str() == code);
    catalog.countries.iter_mut().for_each(change);
    catalog
}

fn drawn(catalog: &Catalog) -> Vec<Picture> {
    pictures::all(catalog, &flags()).collect::<Result<_, _>>().unwrap()
}

/// The sentence that says why a dataset cannot be drawn.
fn refusal(catalog: &Catalog, flags: &Path) -> String {
    let drawn = pictures::all(catalog, flags).find_map(Result::err);
    format!("{:#}", drawn.expect("a picture that cannot be drawn"))
}

#[test]
fn the_page_and_every_country_have_a_picture_of_their_own() {
    let catalog = shipped();
    let pictures = drawn(&catalog);
    let names: Vec<_> = pictures.iter().map(|picture| picture.name.clone()).collect();
    let codes = catalog.countries.iter().map(|country| format!("{}.png", country.code.lower()));
    assert_eq!(names, std::iter::once("index.png".to_owned()).chain(codes).collect::<Vec<_>>());
    for (at, Picture { name, png }) in pictures.iter().enumerate() {
        let side = |from: usize| u32::from_be_bytes(png[from..from + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), SIZE, "{name}");
        assert!(png.len() <= 60_000, "{name} has {} bytes", png.len());
        assert!(pictures[..at].iter().all(|other| other.png != *png), "{name} is the same as another");
    }
}

#[test]
fn the_same_dataset_gives_the_same_bytes() {
    let catalog = only("IE", |_| {});
    assert_eq!(drawn(&catalog), drawn(&catalog));
}

#[test]
fn where_a_country_stands_is_told_for_the_day_of_the_dataset() {
    let on = |day: &str| {
        // Its plan is of 2016 to 2025; while it ran it was active.
        let mut catalog = only("FR", |france| {
            for at in france.plan.clone() {
                france.resources[at].status = Status::Active;
            }
        });
        catalog.version = PartialDate::parse(day).unwrap();
        let state = catalog.countries[0].plan_state(catalog.version);
        (state, drawn(&catalog))
    };
    let (running, while_it_runs) = on("2025-12-31");
    let (over, after_it) = on("2026-01-01");
    assert_eq!((running, over), (PlanState::InForce, PlanState::Ended));
    for (before, after) in while_it_runs.iter().zip(&after_it) {
        assert_ne!(before.png, after.png, "{} is the same on both days", before.name);
    }
    assert_eq!(after_it, on("2027-02-28").1);
}

#[test]
fn any_name_is_drawn() {
    let name = |name: &str| drawn(&only("IE", |country| country.name = name.into())).pop().unwrap();
    assert_ne!(name("Bosnia and Herzegovina"), name("Bosnia"));
    assert_ne!(name("A & <B>"), name("A"));
}

#[test]
fn a_missing_flag_is_named() {
    let refusal = refusal(&only("IE", |_| {}), Path::new("nowhere"));
    assert!(refusal.starts_with("ie.png cannot be drawn: nowhere/ie.svg cannot be read"), "{refusal}");
}

#[test]
fn a_sign_that_the_fonts_do_not_have_is_named() {
    let catalog = only("GR", |country| country.name = "Ελλάδα".into());
    assert_eq!(refusal(&catalog, &flags()), "gr.png cannot be drawn: the fonts have no sign for Ε");
}
