//! Export of what is selected: the files are read back, and hold what the screen says.

use std::fs;
use std::path::{Path, PathBuf};

use catalog::export::{self, Briefing, Picture, Separator, Sheet};
use catalog::table::{Column, Order, rows};
use catalog::timeline::Grouping;
use catalog::wire::Json;
use catalog::{Change, Match, Messages, PartialDate, PlanState, Selection, View};
use e2e::{Role, ServedSite, Visitor, catalog, query, select, until};
use site::project;

const ASKED: &str = "kind=law,strategy&sort=newest";

/// A folder of its own for what a visitor saves.
fn folder(name: &str) -> PathBuf {
    let folder = project::work().join("downloads").join(name);
    let _not_there = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Waits for a file and reads it.
fn saved_bytes(visitor: &Visitor, folder: &Path, name: &str) -> Vec<u8> {
    visitor.should_read(".export", &Messages::English.saved(name));
    until(|| fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}")))
}

/// Waits for a file of words and reads it.
fn saved(visitor: &Visitor, folder: &Path, name: &str) -> String {
    String::from_utf8(saved_bytes(visitor, folder, name)).expect("it is a text")
}

/// The table of the countries that a selection has.
fn countries(selection: &Selection) -> Sheet {
    let found = selection.matches.iter().map(|found| &catalog().countries[found.country]);
    export::countries(catalog(), found, e2e::today())
}

fn opens_export(visitor: &Visitor) {
    visitor.script::<()>("document.querySelector('.export').open = true", vec![]);
    visitor.should_find(".export", Role::Button, Messages::English.export_csv());
}

/// This day, as the browser has it.
fn today(visitor: &Visitor) -> PartialDate {
    let day: String = visitor.script("return new Date().toISOString().slice(0, 10)", vec![]);
    PartialDate::parse(&day).expect("it is a day")
}

fn name_of(address: &str, ending: &str) -> String {
    let query = query(address);
    export::file_name(catalog(), &query, &catalog().select(&query, e2e::today()), ending)
}

#[test]
fn files_hold_what_is_on_the_screen() {
    let site = ServedSite::built();
    let folder = folder("screen");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    visitor.open(&format!("?{ASKED}"));
    visitor.should_see(ASKED);
    opens_export(&visitor);
    let selection = select(ASKED);
    let all = export::rows(catalog(), selection.found());

    visitor.clicks(Role::Button, Messages::English.export_csv());
    assert_eq!(saved(&visitor, &folder, &name_of(ASKED, "csv")), export::csv(&all, e2e::today()));
    visitor.clicks(Role::Button, Messages::English.export_bibtex());
    assert_eq!(saved(&visitor, &folder, &name_of(ASKED, "bib")), export::bibtex(&all, e2e::today()));
    visitor.clicks(Role::Button, Messages::English.export_csl());
    assert_eq!(saved(&visitor, &folder, &name_of(ASKED, "csl.json")), export::csl(&all, e2e::today()));
    visitor.clicks(Role::Button, Messages::English.export_countries());
    assert_eq!(saved(&visitor, &folder, &name_of(ASKED, "countries.csv")), countries(&selection).csv(Separator::Comma));
    visitor.clicks(Role::Button, Messages::English.export_xlsx());
    let sheets = [
        (Messages::English.sheet_documents(), &export::documents(&all, e2e::today())),
        (Messages::English.sheet_countries(), &countries(&selection)),
    ];
    assert!(saved_bytes(&visitor, &folder, &name_of(ASKED, "xlsx")) == export::xlsx(sheets));
    visitor.clicks(Role::Button, Messages::English.export_docx());
    let address = &format!("{}?{ASKED}", site.address());
    let briefing = Briefing { catalog: catalog(), selection: &selection, address, today: e2e::today() };
    assert!(saved_bytes(&visitor, &folder, &name_of(ASKED, "docx")) == briefing.docx());
    visitor.clicks(Role::Button, Messages::English.export_json());
    let dataset: Json = serde_json::from_str(&site.text(&site.dataset())).expect("the dataset is JSON");
    let json = saved(&visitor, &folder, &name_of(ASKED, "json"));
    assert_eq!(json, export::json(&dataset, catalog(), &selection));
    assert!(visitor.screen().status.contains(&Messages::English.documents(all.len())), "as many as the screen says");

    // A table in another order is taken in that order.
    let asked = query(ASKED).toggled(&Change::View(View::Table)).encode();
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Table));
    visitor.should_see(&asked);
    visitor.clicks(Role::Button, Messages::English.column(Column::Title));
    fs::remove_file(folder.join(name_of(ASKED, "csv"))).expect("it was saved");
    visitor.clicks(Role::Button, Messages::English.export_csv());
    let order = Order { column: Column::Title, is_descending: false };
    let sorted = rows(catalog(), &selection, Some(order), usize::MAX);
    let sorted = export::rows(catalog(), sorted.into_iter());
    assert_eq!(saved(&visitor, &folder, &name_of(ASKED, "csv")), export::csv(&sorted, e2e::today()));

    // The timeline is a picture of all bars.
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Timeline));
    visitor.clicks(Role::Button, Messages::English.export_timeline());
    let day = today(&visitor);
    let filters = query(ASKED);
    let about =
        Picture { catalog: catalog(), query: &filters, selection: &selection, today: day, address: &site.address() };
    let picture = export::timeline_svg(&about, Grouping::Country, usize::MAX);
    assert_eq!(saved(&visitor, &folder, &name_of(ASKED, "svg")), picture);
}

#[test]
fn the_map_is_saved_as_it_is_on_the_screen() {
    let site = ServedSite::built();
    let folder = folder("map");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    visitor.open("?kind=law&view=map");
    visitor.waits_for_map();
    opens_export(&visitor);
    visitor.clicks(Role::Button, Messages::English.export_map());
    let picture = saved(&visitor, &folder, &name_of("kind=law&view=map", "svg"));
    // It is XML, has its own colours, and what is filtered out stands back in it.
    type Found = (usize, usize, Vec<String>, String, usize, bool);
    let (shown, all, words, size, buttons, follows_colours): Found = visitor.script(
        "const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        const count = (selector) => svg.querySelectorAll(selector).length;
        return [count('[data-code][data-shown=true] path'), count('[data-code] path'),
            [...svg.querySelectorAll(':root > text')].map((text) => text.textContent),
            svg.documentElement.getAttribute('viewBox'),
            count('[role], [tabindex], [aria-pressed]'), arguments[0].includes('prefers-color-scheme')]",
        // The page that reads it has a policy against its style.
        vec![picture.replace("<style>", "<metadata>").replace("</style>", "</metadata>").into()],
    );
    let selection = select("kind=law");
    assert_eq!((shown, all), (selection.matches.len(), catalog().countries.len()));
    assert_eq!((size.as_str(), buttons, follows_colours), ("0 0 1600 900", 0, false));
    assert!(picture.contains("<style>") && picture.contains("[data-shown=false]"), "{picture}");
    // Its title, the filter in words, what its grounds mean and how many countries have them, and where it is from.
    let day = today(&visitor);
    let plan = |plan: &PlanState| {
        let of = |found: &&Match| catalog().countries[found.country].plan_state(day) == *plan;
        format!("{} {}", selection.matches.iter().filter(of).count(), Messages::English.plan(*plan))
    };
    let mut expected = vec![
        Messages::English.picture_title(Messages::English.measure_plan()),
        Messages::English.result(&query("kind=law"), &selection, catalog()),
    ];
    expected.extend(PlanState::ALL.iter().map(plan));
    expected.push(Messages::English.picture_pale().to_owned());
    let source = Messages::English.picture_source(catalog().version, day, &site.address());
    expected.push(format!("{source} {}", Messages::English.map_source()));
    assert_eq!(words, expected);
}

/// Waits for a PNG, and has its width and height.
fn size_of_png(visitor: &Visitor, folder: &Path, name: &str) -> (u32, u32) {
    visitor.should_read(".export", &Messages::English.saved(name));
    let size = |at: usize, png: &[u8]| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    until(|| {
        let png = fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"))?;
        // A flat picture is a few kilobytes; one with a map or bars is more.
        let is_drawn = png.starts_with(b"\x89PNG\r\n\x1a\n") && png.len() > 40_000;
        let size = size(16, &png).zip(size(20, &png)).filter(|_| is_drawn);
        size.ok_or_else(|| format!("{name} is no picture of something: {} bytes", png.len()))
    })
}

#[test]
fn map_and_timeline_are_saved_as_pictures_for_slides() {
    let site = ServedSite::built();
    let folder = folder("slides");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    for address in ["view=map", "view=timeline&kind=law"] {
        let address = query(address).encode();
        visitor.open(&format!("?{address}"));
        visitor.should_see(&address);
        visitor.waits_for_map();
        opens_export(&visitor);
        visitor.clicks(Role::Button, Messages::English.export_png());
        assert_eq!(size_of_png(&visitor, &folder, &name_of(&address, "png")), (3200, 1800), "{address}");
    }
    // Elsewhere there is nothing to draw.
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Table));
    until(|| match visitor.count(".export section[hidden]") {
        1 => Ok(()),
        hidden => Err(format!("{hidden} groups of buttons are hidden, and only pictures should be")),
    });
}

#[test]
fn a_list_and_a_citation_are_copied_or_saved() {
    let site = ServedSite::built();
    let folder = folder("copied");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    visitor.with_clipboard();
    visitor.open("?country=ie");
    opens_export(&visitor);
    let copied = |expected: &str| {
        until(|| {
            let copied: Option<String> = visitor.script("return window.copied ?? null", vec![]);
            (copied.as_deref() == Some(expected)).then_some(()).ok_or_else(|| format!("{copied:?} was copied"))
        });
    };
    let list = export::markdown(&export::rows(catalog(), select("country=ie").found()), e2e::today());
    visitor.clicks(Role::Button, Messages::English.export_markdown());
    copied(&list);
    visitor.should_read(".export", Messages::English.copied_text());

    // The citation has the day, the version of the dataset, and the address of what is on the screen.
    let day = today(&visitor);
    let cited = |address: &str| export::cite(catalog(), &format!("{}{address}", site.address()), day);
    visitor.should_read(".citation", &cited("?country=ie"));
    visitor.toggles("kind", "strategy");
    visitor.should_see("country=ie&kind=strategy");
    // What was copied is not what is shown now.
    visitor.should_not_read(".export", Messages::English.copied_text());
    visitor.should_read(".citation", &cited("?country=ie&kind=strategy"));
    visitor.clicks(Role::Button, Messages::English.copy_citation());
    copied(&cited("?country=ie&kind=strategy"));
    visitor.clicks(Role::Button, Messages::English.cite_bibtex());
    let address = format!("{}?country=ie&kind=strategy", site.address());
    assert_eq!(
        saved(&visitor, &folder, &name_of("country=ie&kind=strategy", "citation.bib")),
        export::cite_bibtex(catalog(), &address, day)
    );
    visitor.clicks(Role::Button, Messages::English.cite_csl());
    assert_eq!(
        saved(&visitor, &folder, &name_of("country=ie&kind=strategy", "citation.csl.json")),
        export::cite_csl(catalog(), &address, day)
    );

    // Where the browser lets nothing be copied, it is a file.
    visitor.script::<()>("window.refuses = true", vec![]);
    visitor.clicks(Role::Button, Messages::English.export_markdown());
    let list = export::markdown(&export::rows(catalog(), select("country=ie&kind=strategy").found()), e2e::today());
    assert_eq!(saved(&visitor, &folder, &name_of("country=ie&kind=strategy", "md")), list);
}

#[test]
fn a_briefing_is_copied_with_its_form_or_as_words_or_saved() {
    let site = ServedSite::built();
    let folder = folder("briefing");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    visitor.with_clipboard();
    visitor.open("?country=dk,ie");
    opens_export(&visitor);
    let address = format!("{}?country=dk,ie", site.address());
    let selection = select("country=dk,ie");
    let briefing = Briefing { catalog: catalog(), selection: &selection, address: &address, today: e2e::today() };
    let copied = |form: &str, expected: Option<String>| {
        until(|| {
            let copied: Option<String> = visitor.script(&format!("return window.{form} ?? null"), vec![]);
            (copied == expected).then_some(()).ok_or_else(|| format!("{copied:?} was copied, not {expected:?}"))
        });
    };
    visitor.clicks(Role::Button, Messages::English.export_briefing());
    visitor.should_read(".export", Messages::English.copied_text());
    copied("copiedHtml", Some(briefing.html()));
    copied("copied", Some(briefing.text()));

    // Some browsers copy nothing but words.
    visitor.script::<()>("window.refusesForms = true; delete window.copiedHtml; delete window.copied", vec![]);
    visitor.clicks(Role::Button, Messages::English.export_briefing());
    copied("copied", Some(briefing.text()));
    copied("copiedHtml", None);

    visitor.script::<()>("window.refuses = true", vec![]);
    visitor.clicks(Role::Button, Messages::English.export_briefing());
    assert!(saved_bytes(&visitor, &folder, &name_of("country=dk,ie", "docx")) == briefing.docx());
}

#[test]
fn csv_is_separated_as_the_browser_writes_numbers_or_as_chosen() {
    let site = ServedSite::built();
    let folder = folder("separator");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    visitor.with_locale("de-DE");
    visitor.open(&format!("?{ASKED}"));
    opens_export(&visitor);
    let all = export::rows(catalog(), select(ASKED).found());
    let sheet = export::documents(&all, e2e::today());
    let [documents, of_countries] = ["csv", "countries.csv"].map(|ending| name_of(ASKED, ending));
    visitor.should_read(".export", Messages::English.separator_of_browser());
    visitor.clicks(Role::Button, Messages::English.export_csv());
    assert_eq!(saved(&visitor, &folder, &documents), sheet.csv(Separator::Semicolon));
    visitor.clicks(Role::Button, Messages::English.export_countries());
    assert_eq!(saved(&visitor, &folder, &of_countries), countries(&select(ASKED)).csv(Separator::Semicolon));

    visitor.chooses(Messages::English.separator_label(), Messages::English.separator(Separator::Comma));
    visitor.should_not_read(".export", Messages::English.separator_of_browser());
    fs::remove_file(folder.join(&documents)).expect("it was saved");
    visitor.clicks(Role::Button, Messages::English.export_csv());
    assert_eq!(saved(&visitor, &folder, &documents), sheet.csv(Separator::Comma));
}

#[test]
fn all_of_it_works_without_a_network() {
    let mut site = ServedSite::copy();
    let folder = folder("offline");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    visitor.open("");
    visitor.waits_for_worker();
    visitor.waits_for_no_worker();
    site.stop();
    visitor.open("?country=dk,ie&view=map");
    visitor.should_see("country=dk,ie&view=map");
    visitor.waits_for_map();
    opens_export(&visitor);
    for (button, ending) in [
        (Messages::English.export_csv(), "csv"),
        (Messages::English.export_xlsx(), "xlsx"),
        (Messages::English.export_docx(), "docx"),
        (Messages::English.export_json(), "json"),
        (Messages::English.export_map(), "svg"),
    ] {
        visitor.clicks(Role::Button, button);
        assert!(!saved_bytes(&visitor, &folder, &name_of("country=dk,ie", ending)).is_empty());
    }
    visitor.clicks(Role::Button, Messages::English.export_png());
    assert_eq!(size_of_png(&visitor, &folder, &name_of("country=dk,ie", "png")), (3200, 1800));
    for view in [View::Timeline, View::Compare, View::Table, View::Cards] {
        visitor.clicks_in(".views", Role::Link, Messages::English.view(view));
        visitor.should_see(&query("country=dk,ie").toggled(&Change::View(view)).encode());
    }
}

#[test]
fn the_page_of_a_country_is_exported_as_it_is_in_a_list() {
    let site = ServedSite::built();
    let folder = folder("country");
    let visitor = Visitor::of(&site);
    visitor.saves_into(&folder);
    // What is asked for in the list does not matter on the page.
    visitor.open("?kind=law&view=map");
    visitor.should_see("kind=law&view=map");
    visitor.open("ie/");
    opens_export(&visitor);
    visitor.clicks(Role::Button, Messages::English.export_ris());
    let expected = export::ris(&export::rows(catalog(), select("country=ie").found()), today(&visitor));
    assert_eq!(saved(&visitor, &folder, &name_of("country=ie", "ris")), expected);
    visitor.should_read(".citation", &format!("{}ie/", site.address()));
    assert_eq!(visitor.count(".export section[hidden]"), 1, "there is no map to take along");
}
