//! What is on the printed sheets, as their text is read from the PDF.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::{env, fs};

use catalog::{Messages, SHORTLIST};
use e2e::{ServedSite, Visitor, catalog, country, select};

/// The program that reads a PDF; `cargo xtask test` says it where there is none. CI has it.
fn reader() -> Option<PathBuf> {
    env::var_os("PDFTOTEXT").map(PathBuf::from)
}

/// The text of each sheet, without spaces and ends of lines, which stand wherever a line was full.
fn sheets(reader: &PathBuf, visitor: &Visitor) -> Vec<String> {
    let file =
        env::temp_dir().join(format!("genomic-plans-{}-{:?}.pdf", std::process::id(), std::thread::current().id()));
    fs::write(&file, visitor.prints()).expect("it can be written");
    // In the order of the page: otherwise it takes the end of a line for a hyphenation.
    let output = Command::new(reader)
        .arg("-raw")
        .arg(&file)
        .arg("-")
        .stderr(Stdio::inherit())
        .output()
        .expect("pdftotext starts");
    fs::remove_file(&file).expect("it was written");
    assert!(output.status.success(), "the PDF cannot be read");
    let text = String::from_utf8(output.stdout).expect("it is a text");
    // Each sheet ends with a form feed.
    text.split_terminator('\u{c}').map(without_spaces).collect()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Asserts that all of these stand on the sheets, and that none of them is empty.
fn have(sheets: &[String], address: &str, expected: &[&str]) {
    for (at, sheet) in sheets.iter().enumerate() {
        assert!(!sheet.is_empty(), "sheet {} of {} of {address} is empty", at + 1, sheets.len());
    }
    let all = sheets.concat();
    for words in expected {
        assert!(all.contains(&without_spaces(words)), "{address} is printed without {words}: {all}");
    }
}

#[test]
fn what_is_printed_says_what_it_is_of_and_where_the_documents_are() {
    let Some(reader) = reader() else { return };
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let ireland = country("IE");
    let addresses = |query: &str| -> Vec<String> {
        let selection = select(query);
        let addresses = selection.found().map(|found| found.resolve(catalog()).1.address.as_str());
        addresses.map(str::to_owned).collect()
    };
    let filters = "country=fr,ie&kind=strategy";
    for (address, documents) in [
        (format!("?{filters}"), addresses(filters)),
        (format!("?{filters}&view=table"), addresses(filters)),
        (format!("?{filters}&view=timeline"), addresses(filters)),
        (format!("?{filters}&view=compare"), addresses(filters)),
        ("ie/".to_owned(), addresses("country=ie")),
    ] {
        visitor.open(&address);
        let title: String = visitor.script("return document.title", vec![]);
        let link: String = visitor.script("return location.href", vec![]);
        let sheets = sheets(&reader, &visitor);
        let version = Messages::English.data_version(catalog().version);
        let mut expected: Vec<&str> = documents.iter().map(String::as_str).collect();
        expected.extend([&*title, &*link, &*version, &*ireland.name]);
        have(&sheets, &address, &expected);
    }
    // What the page does not need a script for.
    visitor.without_scripts();
    visitor.tolerates_waste();
    let documents = addresses("country=ie");
    let expected: Vec<&str> = documents.iter().map(String::as_str).collect();
    for address in ["ie/", "embed/ie/"] {
        visitor.open_whatever_comes(address);
        have(&sheets(&reader, &visitor), address, &expected);
    }
}

#[test]
fn what_is_printed_without_the_app_says_what_it_is_and_of_which_day() {
    let Some(reader) = reader() else { return };
    let site = ServedSite::copy();
    let version = Messages::English.data_version(catalog().version);
    let says = |visitor: &Visitor, address: &str, is_told_where: bool| {
        visitor.open_whatever_comes(address);
        let title: String = visitor.script("return document.title", vec![]);
        let link: String = visitor.script("return location.href", vec![]);
        let sheets = sheets(&reader, visitor);
        have(&sheets, address, &[&title, &version]);
        let head = without_spaces(&format!("{title}. {version}."));
        assert_eq!(sheets.concat().matches(&head).count(), 1, "{address} says it in another way, or twice");
        assert!(
            !is_told_where || sheets.concat().contains(&format!("{head}{}", without_spaces(&link))),
            "{address} has no address"
        );
    };
    // Pages of text, and a frame.
    let visitor = Visitor::of(&site);
    for address in ["about/", "data/", "accessibility/", "embed/ie/"] {
        says(&visitor, address, true);
    }
    drop(visitor);
    // A page whose app does not come, and one without scripts.
    site.remove(&site.script("boot"));
    let visitor = Visitor::of(&site);
    visitor.tolerates("boot-");
    visitor.tolerates_waste();
    says(&visitor, "ie/", true);
    visitor.without_scripts();
    for address in ["", "ie/", "embed/ie/", "about/"] {
        says(&visitor, address, false);
    }
}

#[test]
fn the_whole_list_is_printed_on_few_sheets() {
    let Some(reader) = reader() else { return };
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let sheets = sheets(&reader, &visitor);
    // 45 before the cards were short, 12 on 29 November 2026.
    assert!(sheets.len() <= 15, "{} sheets", sheets.len());
    let pressed = without_spaces(Messages::English.copy_link());
    assert!(!sheets.concat().contains(&pressed), "what is only to be pressed is printed");
    let of_lists = select("").matches.into_iter().flat_map(|found| {
        let country = &catalog().countries[found.country];
        country.by_importance(&found).into_iter().map(|at| country.resources[at].address.as_str())
    });
    let expected: Vec<&str> = of_lists.collect();
    have(&sheets, "", &expected);
    // The screen is as it was.
    let shown = visitor.count(".shortlist li");
    let most = catalog().countries.len() * SHORTLIST;
    assert!(shown <= most, "{shown} documents stand in cards that are closed");
}
