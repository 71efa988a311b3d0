//! Valid HTML, as the Nu Html Checker sees it: every page as it is sent, and what the app has made of it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use catalog::Messages;
use e2e::{Role, ServedSite, Visitor, country};
use site::{files, project};

/// The checker; `cargo xtask test` says it where there is no Java. CI has it.
fn checker() -> Option<PathBuf> {
    env::var_os("VNU").map(PathBuf::from)
}

/// Asserts that the checker finds no error in any file.
fn are_valid(checker: &Path, pages: &[PathBuf]) {
    assert!(!pages.is_empty());
    let mut java = Command::new("java");
    java.arg("-jar").arg(checker).args(["--errors-only", "--format", "gnu"]).args(pages);
    let output = java.output().expect("java starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_page_as_it_is_sent() {
    let Some(checker) = checker() else { return };
    let dist = env::var_os("DIST").map_or_else(project::dist, PathBuf::from);
    let pages = files::list(&dist).expect("the site can be listed").into_iter().map(|file| dist.join(file));
    let pages: Vec<_> = pages.filter(|file| file.extension().is_some_and(|kind| kind == "html")).collect();
    assert!(pages.len() > 60, "there are only {} pages", pages.len());
    are_valid(&checker, &pages);
}

#[test]
fn pages_that_are_used() {
    let Some(checker) = checker() else { return };
    let folder = env::temp_dir().join(format!("genomic-plans-validity-{}", std::process::id()));
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let mut pages = Vec::new();
    let mut keep = |name: &str| {
        let html: String = visitor.script("return document.documentElement.outerHTML", vec![]);
        let page = folder.join(format!("{name}.html"));
        files::write(&page, format!("<!doctype html>{html}")).expect("a page can be written");
        pages.push(page);
    };
    visitor.open("");
    visitor.waits_for_map();
    visitor.opens_card(country("IE"));
    visitor.clicks(Role::Button, Messages::English.measure_documents());
    keep("cards");
    for asked in [
        "view=map",
        "view=timeline",
        "view=table",
        "view=compare&country=dk,ie",
        "q=zzzz",
        "kind=law&zz=1",
        "country=ie",
    ] {
        visitor.open(&format!("?{asked}"));
        keep(&asked.replace(['=', '&', ','], "-"));
    }
    visitor.open("ie/");
    visitor.script::<()>("for (const one of document.querySelectorAll('details')) one.open = true", vec![]);
    visitor.waits_for(
        "what is unfolded is there",
        "return [...document.querySelectorAll('.lazy')].every((one) => one.firstElementChild)",
    );
    keep("ie");
    visitor.open("");
    visitor.script::<()>("for (const one of document.querySelectorAll('details')) one.open = true", vec![]);
    visitor.waits_for(
        "what is unfolded is there",
        "return [...document.querySelectorAll('.lazy')].every((one) => one.firstElementChild)",
    );
    visitor.script::<()>("document.querySelector('.play').click()", vec![]);
    visitor.waits_for("a talk plays", "return document.querySelector('.tile iframe') !== null");
    keep("unfolded");
    visitor.waits_for_requests_to_others();
    are_valid(&checker, &pages);
    fs::remove_dir_all(&folder).ok();
}
