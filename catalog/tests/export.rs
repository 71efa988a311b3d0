//! What is taken along: each file is read back by a reader that is not ours, and holds what is selected.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "common/any_query.rs"]
mod any_query;
#[path = "export/coins.rs"]
mod coins;
mod common;
#[path = "export/countries.rs"]
mod countries;
#[path = "export/csl.rs"]
mod csl;
#[path = "export/office.rs"]
mod office;
#[path = "export/ris.rs"]
mod ris;

use any_query::{catalogs, hollow, parse, queries, read, with};
use biblatex::{Bibliography, ChunksExt};
use catalog::export::{self, Drawing, Picture, Row, SLIDE_ROWS};
use catalog::timeline::{self, BarKind, Group, Grouping, Span};
use catalog::wire::Json;
use catalog::{Catalog, End, InForce, Kind, Messages, PartialDate, Query, Selection, source};
use common::{catalog, shipped, small_files};
use jsonschema::Validator;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};
use std::sync::OnceLock;

/// The day of all tests.
fn today() -> PartialDate {
    PartialDate::parse("2026-11-23").unwrap()
}

/// The documents that fit, from the matches themselves.
fn rows<'a>(catalog: &'a Catalog, selection: &Selection) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for found in &selection.matches {
        let country = &catalog.countries[found.country];
        rows.extend(found.fits.iter().map(|at| Row { country: Some(country), resource: &country.resources[*at] }));
    }
    rows.extend(selection.europe.iter().map(|at| Row { country: None, resource: &catalog.europe[*at] }));
    assert_eq!(rows.len(), selection.documents);
    rows
}

/// The files of `rows`, each read back.
fn check_rows(rows: &[Row]) {
    check_csv(rows);
    check_bibtex(rows);
    ris::check(rows);
    csl::check(rows);
    check_markdown(rows);
    coins::check(rows);
}

// A table

/// A cell that no spreadsheet calculates.
fn defused(cell: &str) -> String {
    let apostrophe = if cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) { "'" } else { "" };
    format!("{apostrophe}{cell}")
}

fn check_csv(rows: &[Row]) {
    let csv = export::csv(rows, today());
    let csv = csv.strip_prefix('\u{feff}').expect("Excel needs the byte order mark");
    // Nothing but CRLF ends a line, so a line feed alone would show.
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_reader(csv.as_bytes());
    let head: Vec<&str> = csv.split_once("\r\n").unwrap().0.split(',').collect();
    // Those that read a table by its places still find what they did.
    assert!(csv.starts_with(
        "id,country_code,country,kind,title,title_original,language,issuer,year,period_from,period_to,status,url,\
         summary,figures,sources,confidence,checked,authors,in_force,in_force_on\r\n"
    ));
    assert_eq!(reader.headers().unwrap().len(), head.len());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), rows.len());
    for (record, Row { country, resource }) in records.iter().zip(rows) {
        let at = |name: &str| &record[head.iter().position(|known| *known == name).expect(name)];
        let optional = |year: Option<catalog::Year>| year.map(|year| year.number().to_string()).unwrap_or_default();
        let figures = resource.figures.iter().map(|figure| {
            let of = figure.as_of.as_deref().map(|of| format!(", {of}")).unwrap_or_default();
            format!("{}: {}{of}", figure.label, Messages::English.figure(figure))
        });
        let figures = figures.collect::<Vec<_>>().join("; ");
        let sources: Vec<&str> = resource.sources.iter().map(catalog::WebAddress::as_str).collect();
        assert_eq!(at("id"), resource.id.as_str());
        assert_eq!(at("country_code"), country.map(|country| country.code.to_string()).unwrap_or_default());
        assert_eq!(at("country"), defused(Messages::English.owner(*country)));
        assert_eq!(at("kind"), resource.kind.name());
        assert_eq!(at("title"), defused(&resource.title));
        assert_eq!(at("title_original"), defused(resource.title_original.as_deref().unwrap_or_default()));
        assert_eq!(at("language"), resource.language.as_str());
        assert_eq!(at("issuer"), defused(&resource.issuer));
        assert_eq!(at("year"), optional(resource.year));
        assert_eq!(at("period_from"), optional(resource.period.and_then(catalog::Period::from)));
        assert_eq!(at("period_to"), optional(resource.period.and_then(catalog::Period::to)));
        assert_eq!(at("status"), resource.status.name());
        assert_eq!(at("url"), resource.address.as_str());
        assert_eq!(at("summary"), defused(&resource.summary));
        assert_eq!(at("figures"), defused(&figures));
        assert_eq!(at("sources"), sources.join(" "));
        assert_eq!(at("confidence"), resource.confidence.name());
        assert_eq!(at("checked"), resource.checked.to_string());
        assert_eq!(at("authors"), defused(&resource.authors.join("; ")));
        assert_eq!(at("in_force"), resource.in_force(today()).name());
        // The last column, with what ends the line.
        assert_eq!(at("in_force_on"), "2026-11-23\r");
    }
}

#[test]
fn a_cell_is_never_a_formula() {
    let check = |title: &str, expected: &str| {
        let (_, catalog) = nasty(title, "Ireland", "https://example.org/");
        let csv = export::csv(&rows(&catalog, &catalog.select(&Query::default(), today())), today());
        let expected = format!("\r\nie-strategy,IE,Ireland,strategy,{expected},");
        assert!(csv.contains(&expected), "{expected} in {csv}");
    };
    check("=1+1", "'=1+1");
    check("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    check("=HYPERLINK(\"https://example.org\",\"x\")", "\"'=HYPERLINK(\"\"https://example.org\"\",\"\"x\"\")\"");
    check("+1", "'+1");
    check("-1", "'-1");
    check("@SUM(A1)", "'@SUM(A1)");
    check("＝1", "'＝1");
    check("'=1", "'=1");
    // What only contains such letters is left alone.
    check("1+1=2", "1+1=2");
    check("Plan 2020-2025 @ home", "Plan 2020-2025 @ home");
    check("a,b", "\"a,b\"");
    check("a \"b\"", "\"a \"\"b\"\"\"");
    check("a;b", "a;b");
}

// Entries for reference managers

fn check_bibtex(rows: &[Row]) {
    let text = export::bibtex(rows, today());
    assert!(is_balanced(&text), "{text}");
    let entries = Bibliography::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(entries.len(), rows.len());
    for (entry, Row { country, resource }) in entries.iter().zip(rows) {
        let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
        assert_eq!(entry.key, resource.id.as_str());
        let is_report =
            matches!(resource.kind, Kind::Strategy | Kind::ImplementationPlan | Kind::Roadmap | Kind::Report);
        assert_eq!(
            entry.entry_type,
            if is_report { biblatex::EntryType::TechReport } else { biblatex::EntryType::Misc }
        );
        assert_eq!(field(if is_report { "institution" } else { "organization" }).as_deref(), Some(&*resource.issuer));
        assert_eq!(field("language").as_deref(), Some(resource.language.as_str()));
        assert_eq!(field("title").as_deref(), Some(&*resource.title));
        // The reader takes a name with "=" in it for another way to write names.
        let names =
            if resource.authors.is_empty() { std::slice::from_ref(&resource.issuer) } else { &resource.authors };
        if !names.iter().any(|name| name.contains('=')) {
            let authors = entry.author().unwrap();
            assert_eq!(authors.len(), names.len(), "{names:?}");
        }
        if resource.authors.is_empty() {
            assert_eq!(field("author").as_deref(), Some(&*resource.issuer));
            if !resource.issuer.contains('=') {
                assert_eq!(entry.author().unwrap()[0].name, &*resource.issuer);
            }
        }
        let year = resource.year.or(resource.period.and_then(catalog::Period::from));
        assert_eq!(field("year"), year.map(|year| year.to_string()));
        // An address is literal; this reader makes a dash of two hyphens even there.
        assert!(text.contains(&format!("\n  url = {{{}}},", resource.address.as_str())), "{text}");
        if !resource.address.as_str().contains("--") {
            assert_eq!(field("url").as_deref(), Some(resource.address.as_str()));
        }
        assert_eq!(field("urldate"), Some(resource.checked.to_string()));
        let period =
            resource.period.map(|period| format!(", {}", Messages::English.period(period))).unwrap_or_default();
        let original = resource.title_original.as_deref().map(|title| format!(". Original title: {title}"));
        let (kind, status) = (Messages::English.kind(resource.kind), Messages::English.status(resource.status));
        let note =
            format!("{}: {kind}, {status}{period}{}", Messages::English.owner(*country), original.unwrap_or_default());
        assert_eq!(field("note"), Some(note));
    }
}

#[test]
fn persons_are_authors_each_and_a_body_is_one() {
    let check = |authors: &[&str], expected: &str, names: &[[&str; 3]]| {
        let (_, catalog) = by_persons(authors);
        let bibtex = export::bibtex(&rows(&catalog, &catalog.select(&Query::default(), today())), today());
        let line = format!("\n  author = {{{expected}}},\n");
        assert!(bibtex.contains(&line), "{line} in {bibtex}");
        let entries = Bibliography::parse(&bibtex).unwrap();
        let read = entries.get("ie-strategy").unwrap().author().unwrap();
        let read: Vec<_> = read.iter().map(|person| [&*person.given_name, &*person.prefix, &*person.name]).collect();
        assert_eq!(read, names, "{bibtex}");
    };
    check(&["Ada Byron"], "Ada Byron", &[["Ada", "", "Byron"]]);
    check(
        &["Ada Byron", "Anna Maria von der Leyen"],
        "Ada Byron and Anna Maria von der Leyen",
        &[["Ada", "", "Byron"], ["Anna Maria", "von der", "Leyen"]],
    );
    check(&["O’Neill, Seán J."], "O’Neill, Seán J.", &[["Seán J.", "", "O’Neill"]]);
    // What is not plain is one name.
    check(&["Plato"], "{Plato}", &[["", "", "Plato"]]);
    check(
        &["Health and Care", "Ada Byron"],
        "{Health and Care} and Ada Byron",
        &[["", "", "Health and Care"], ["Ada", "", "Byron"]],
    );
    check(&["The R&D group"], "{The R\\&D group}", &[["", "", "The R&D group"]]);
    check(&["A, B, C"], "{A, B, C}", &[["", "", "A, B, C"]]);
    check(&["others"], "{others}", &[["", "", "others"]]);
    check(&[], "{The Office}", &[["", "", "The Office"]]);
}

/// The reader that reads entries back is milder than TeX.
#[test]
fn nothing_in_a_title_is_tex() {
    let check = |title: &str, expected: &str| {
        let (_, catalog) = nasty(title, "Ireland", "https://example.org/");
        let bibtex = export::bibtex(&rows(&catalog, &catalog.select(&Query::default(), today())), today());
        let expected = format!("@techreport{{ie-strategy,\n  title = {{{{{expected}}}}},\n");
        assert!(bibtex.starts_with(&expected), "{expected} in {bibtex}");
    };
    check("100% of A&B", "100\\% of A\\&B");
    check("#1 $2 _3_", "\\#1 \\$2 \\_3\\_");
    check("~^", "{\\textasciitilde}{\\textasciicircum}");
    check("<a|b>", "{\\textless}a{\\textbar}b{\\textgreater}");
    check("\\emph{x", "{\\textbackslash}emph{\\textbraceleft}x");
    check("x}", "x{\\textbraceright}");
    check("a-b -- c---d", "a-b -{-} c-{-}{-}d");
    check("\"a\" @b, and = Ελ", "\"a\" @b, and = Ελ");
}

/// Whether braces are balanced as BibTeX counts them: a backslash before them means nothing to it.
fn is_balanced(bibtex: &str) -> bool {
    let mut open = 0_i32;
    let letters = bibtex.chars().filter(|letter| "{}".contains(*letter));
    letters.fold(true, |is_right, letter| {
        open += if letter == '{' { 1 } else { -1 };
        is_right && open >= 0
    }) && open == 0
}

// A list to paste

/// An item of a list: what is strong, what is linked and where to, and the words beside them.
#[derive(Debug, Default, PartialEq)]
struct Item {
    strong: String,
    linked: String,
    address: String,
    words: String,
}

fn check_markdown(rows: &[Row]) {
    let markdown = export::markdown(rows, today());
    let expected: Vec<Item> = rows
        .iter()
        .map(|Row { country, resource }| Item {
            strong: Messages::English.owner(*country).to_owned(),
            linked: resource.title.to_string(),
            address: resource.address.as_str().to_owned(),
            words: format!(
                ": , {}, {}, {}",
                resource.issuer,
                Messages::English.when(resource.year, resource.period),
                Messages::English.status(resource.status)
            ),
        })
        .collect();
    // As CommonMark says, and with all that others add, other than to turn quotes.
    let more = Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES;
    for options in [Options::empty(), more] {
        assert_eq!(items(&markdown, options), expected, "{markdown}");
    }
}

fn items(markdown: &str, options: Options) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let (mut is_strong, mut is_linked) = (false, false);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Item) => items.push(Item::default()),
            Event::Start(Tag::Strong) => is_strong = true,
            Event::End(TagEnd::Strong) => is_strong = false,
            Event::Start(Tag::Link { dest_url, .. }) => {
                is_linked = true;
                items.last_mut().unwrap().address.push_str(&dest_url);
            }
            Event::End(TagEnd::Link) => is_linked = false,
            Event::Text(text) => {
                let item = items.last_mut().unwrap();
                let part = match (is_strong, is_linked) {
                    (true, _) => &mut item.strong,
                    (_, true) => &mut item.linked,
                    _ => &mut item.words,
                };
                part.push_str(&text);
            }
            Event::Start(Tag::List(None)) | Event::End(TagEnd::List(false) | TagEnd::Item) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    items
}

// A dataset

fn check_json(dataset: &Json, catalog: &Catalog, query: &Query) {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    let validator =
        VALIDATOR.get_or_init(|| jsonschema::validator_for(&serde_json::from_str(&source::schema()).unwrap()).unwrap());
    let selection = catalog.select(query, today());
    let text = export::json(dataset, catalog, &selection);
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0], "{query:?}");

    // Each object is that of the dataset, with less in its lists.
    let whole = serde_json::to_value(dataset).unwrap();
    let list = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    let codes: Vec<&str> =
        selection.matches.iter().map(|found| catalog.countries[found.country].code.as_str()).collect();
    let has_code = |code: &Value| codes.contains(&code.as_str().unwrap());
    let countries =
        list(&whole, "countries").into_iter().filter(|country| has_code(&country["code"])).map(|mut country| {
            let fits = |one: &&Value| {
                let id = one["id"].as_str().unwrap();
                selection.found().any(|found| found.resolve(catalog).1.id.as_str() == id)
            };
            country["resources"] = list(&country, "resources").iter().filter(fits).cloned().collect();
            let has = |id: &Value| list(&country, "resources").iter().any(|resource| resource["id"] == *id);
            let mut named = country.clone();
            for key in ["plan", "legal_basis", "newborn_genomics"] {
                if let Some(ids) = named.get_mut(key) {
                    ids.as_array_mut().unwrap().retain(has);
                }
            }
            if named.get("rare_disease_plan").is_some_and(|id| !has(id)) {
                named.as_object_mut().unwrap().remove("rare_disease_plan");
            }
            if let Some(cohort) = named.get_mut("reference_cohort").and_then(Value::as_object_mut)
                && cohort.get("resource").is_some_and(|id| !has(id))
            {
                cohort.remove("resource");
            }
            named
        });
    let mut expected = whole.clone();
    expected.as_object_mut().unwrap().remove("changes");
    expected["countries"] = countries.collect();
    if let Some(europe) = expected.get_mut("europe") {
        let ids: Vec<&str> = selection.europe.iter().map(|at| catalog.europe[*at].id.as_str()).collect();
        europe.as_array_mut().unwrap().retain(|resource| ids.contains(&resource["id"].as_str().unwrap()));
    }
    let mut videos = list(&whole, "videos");
    videos.iter_mut().for_each(|video| video["countries"].as_array_mut().unwrap().retain(has_code));
    videos.retain(|video| video["countries"] != json!([]));
    let is_theirs = |event: &&Value| videos.iter().any(|video| video["event"] == event["id"]);
    expected["events"] = list(&whole, "events").iter().filter(is_theirs).cloned().collect();
    expected["videos"] = videos.into();
    assert_eq!(value, expected);

    // It can be read as a dataset again.
    let tree: Json = serde_json::from_str(&text).unwrap();
    let again = Catalog::from_wire(&tree).unwrap_or_else(|problems| panic!("{query:?}: {problems}"));
    let all = again.select(&with(&Query::default(), |all| all.sort = query.sort), today());
    let ids = |rows: Vec<Row>| rows.iter().map(|row| row.resource.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(rows(&again, &all)), ids(rows(catalog, &selection)));
    assert_eq!(again.version, catalog.version);
}

#[test]
fn all_of_it_is_the_dataset_without_its_changes() {
    let dataset = &shipped().dataset;
    let text = export::json(dataset, catalog(), &catalog().select(&Query::default(), today()));
    let value: Value = serde_json::from_str(&text).unwrap();
    let mut whole = serde_json::to_value(dataset).unwrap();
    assert!(whole.as_object_mut().unwrap().remove("changes").is_some());
    assert_eq!(value, whole);
    // It is as short as can be, and in the same order.
    let compact = serde_json::to_string(&serde_json::from_str::<Json>(&text).unwrap()).unwrap();
    assert_eq!(text, compact);
    check_json(dataset, catalog(), &Query::default());
}

#[test]
fn each_country_is_a_dataset() {
    for country in &catalog().countries {
        check_json(&shipped().dataset, catalog(), &parse(&format!("country={}", country.code)));
    }
}

#[test]
fn parts_are_datasets_and_so_is_nothing() {
    let check = |address: &str| check_json(&shipped().dataset, catalog(), &parse(address));
    check("kind=strategy&sort=newest");
    check("country=ie&year=2024");
    check("now=1");
    check("status=completed");
    check("plan=ended");
    check("video=1&sort=documents");
    // A video of several countries, of which one is left; one that is found without its country; nothing at all.
    check("country=hu&q=hungary");
    check("q=coviello");
    check("q=xyzzy");
    // Only what is of all of Europe.
    check("kind=roadmap&q=barcelona");
}

/// A country that names its documents everywhere, whatever is left of them.
#[test]
fn a_country_names_no_document_that_is_left_out() {
    let (dataset, catalog) = complete();
    let check = |address: &str, expected: Value, europe: usize| {
        let (query, unknown) = Query::parse(address, catalog);
        assert_eq!(unknown, []);
        check_json(dataset, catalog, &query);
        let text = export::json(dataset, catalog, &catalog.select(&query, today()));
        let value: Value = serde_json::from_str(&text).unwrap();
        let country = &value["countries"][0];
        let keys = ["plan", "legal_basis", "newborn_genomics", "rare_disease_plan"];
        let mut named: Vec<Value> = keys.iter().map(|key| country[key].clone()).collect();
        named.push(country["reference_cohort"]["resource"].clone());
        assert_eq!(Value::from(named), expected, "{address}");
        assert_eq!(value["europe"].as_array().unwrap().len(), europe, "{address}");
    };
    let (strategy, plan, law) = ("ie-strategy", "ie-plan", "ie-law");
    check("", json!([[plan, strategy], [law], [plan], strategy, law]), 1);
    check("country=ie", json!([[plan, strategy], [law], [plan], strategy, law]), 0);
    check("kind=strategy", json!([[strategy], [], [], strategy, null]), 0);
    check("kind=law", json!([[], [law], [], null, law]), 0);
    check("status=planned", json!([[plan], [], [plan], null, null]), 0);
}

#[test]
fn what_a_newer_version_has_is_kept() {
    let mut value = serde_json::to_value(&source::load(&small_files()).unwrap().dataset).unwrap();
    value["schema"] = "1.999".into();
    value["more"] = json!({"a": [1, null, true, "x"]});
    value["countries"][0]["resources"][0]["more"] = json!([-3]);
    let (dataset, catalog) = read(value.clone());
    let text = export::json(&dataset, &catalog, &catalog.select(&Query::default(), today()));
    value.as_object_mut().unwrap().remove("changes");
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
}

/// Any JSON, of which nothing is left out.
fn written(json: &Json) -> String {
    export::json(json, catalog(), &catalog().select(&Query::default(), today()))
}

#[test]
fn json_is_written_as_others_read_it() {
    let check = |json: Json, expected: &str| {
        let text = written(&json);
        assert_eq!(text, expected);
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), json);
    };
    let word = |text: &str| Json::String(text.to_owned());
    check(Json::Null, "null");
    check(Json::Bool(true), "true");
    check(Json::Bool(false), "false");
    check(Json::Number(0.0), "0");
    check(Json::Number(-1.0), "-1");
    check(Json::Number(2026.0), "2026");
    check(Json::Number(9_007_199_254_740_992.0), "9007199254740992");
    check(word(""), "\"\"");
    check(word("a \"b\" \\ / <c>"), r#""a \"b\" \\ / <c>""#);
    check(word("\0\t\n\r\u{1f}\u{7f}"), "\"\\u0000\\u0009\\u000a\\u000d\\u001f\u{7f}\"");
    check(word("é Ελ 😀 \u{2028}"), "\"é Ελ 😀 \u{2028}\"");
    check(Json::Array(Vec::new()), "[]");
    check(Json::Array(vec![Json::Null, word("a")]), r#"[null,"a"]"#);
    check(Json::Object(Vec::new()), "{}");
    check(
        Json::Object(vec![("a\"".to_owned(), Json::Null), ("b".to_owned(), Json::Array(Vec::new()))]),
        r#"{"a\"":null,"b":[]}"#,
    );
}

// A picture

/// A picture of the timeline with all of its rows, and one that is a slide.
fn check_picture(catalog: &Catalog, query: &Query, grouping: Grouping) {
    let selection = catalog.select(query, today());
    let all = timeline::groups(catalog, &selection, grouping, usize::MAX);
    let rows = all.iter().map(|(_, bars)| bars.len() + 1).sum::<usize>();
    check_rows_of_picture(catalog, query, grouping, usize::MAX);
    let left_out = check_rows_of_picture(catalog, query, grouping, SLIDE_ROWS);
    assert_eq!(left_out > 0, rows > SLIDE_ROWS, "{rows} rows");
}

/// How many documents it leaves out.
fn check_rows_of_picture(catalog: &Catalog, query: &Query, grouping: Grouping, most: usize) -> usize {
    let selection = catalog.select(query, today());
    let span = Span::of(catalog, &selection, query.years, today());
    let about = Picture { catalog, query, selection: &selection, today: today(), address: SITE };
    let svg = export::timeline_svg(&about, grouping, most);
    let picture = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let number = |node: roxmltree::Node, name: &str| -> u32 { node.attribute(name).unwrap().parse().unwrap() };
    let named = |name: &'static str| picture.descendants().filter(move |node| node.has_tag_name((SVG, name)));
    let texts_at = |x: u32| -> Vec<(u32, &str)> {
        let texts = named("text").filter(move |node| number(*node, "x") == x);
        texts.map(|node| (number(node, "y"), node.text().unwrap_or_default())).collect()
    };
    let height = number(picture.root_element(), "height");
    let (names, notes) = (texts_at(54), texts_at(1102));
    let left_out = selection.documents - names.len();

    let mut expected = Vec::new();
    let mut headings = vec![Messages::English.picture_title(Messages::English.timeline())];
    for (group, found) in timeline::groups(catalog, &selection, grouping, names.len()) {
        headings.push(match group {
            Group::Country(at) => xml_text(&catalog.countries[at].name),
            Group::Europe => "Across Europe".to_owned(),
            Group::Kind(kind) => Messages::English.kinds(kind, 2).to_owned(),
            Group::Undated => "Year unknown".to_owned(),
        });
        // Under another heading than its country's a document names its country.
        let is_named = !matches!(group, Group::Country(_) | Group::Europe);
        expected.extend(found.into_iter().map(|found| (found.resolve(catalog), is_named)));
    }
    if left_out > 0 {
        headings.push(Messages::English.left_out_of_picture(left_out));
    }
    headings.push(Messages::English.picture_source(catalog.version, today(), SITE));
    let at_the_left = texts_at(40);
    // The filter in words is under the title, in one line or two.
    let is_filter = |(y, _): &&(u32, &str)| (100..=130).contains(y);
    let filter = at_the_left.iter().filter(is_filter).map(|(_, text)| *text).collect::<Vec<_>>().join(" ");
    let result = xml_text(&Messages::English.result(query, &selection, catalog));
    assert!(filter == result || filter.contains('…'), "{filter}");
    let others = at_the_left.iter().filter(|one| !is_filter(one)).map(|(_, text)| text);
    assert_eq!(others.collect::<Vec<_>>(), headings.iter().collect::<Vec<_>>());
    assert!(names.len() + headings.len() <= most.saturating_add(2), "there are more rows than {most}");
    assert!(height == 900 || most > SLIDE_ROWS, "a slide is {height} pixels high");
    assert_eq!(notes.len(), names.len());

    // What the bars mean stands below all of them.
    let meanings = BarKind::ALL.iter().map(|kind| Messages::English.bar_kind(*kind));
    for (x, meaning) in
        [104, 494, 884, 1274].into_iter().zip([Messages::English.in_force_today()].into_iter().chain(meanings))
    {
        assert!(texts_at(x).contains(&(height - 52, meaning)), "{meaning}");
    }
    assert!(names.iter().all(|(y, _)| *y < height - 90));
    let in_legend = |node: &roxmltree::Node| number(*node, "y") > height - 80;
    let bars: Vec<_> = named("rect").filter(|node| node.has_attribute("x") && !in_legend(node)).collect();
    let mut bars_left = bars.len();
    for (((y, name), (note_y, note)), ((country, resource), is_named)) in names.iter().zip(&notes).zip(&expected) {
        let of = if *is_named { format!("{}: ", Messages::English.owner(*country)) } else { String::new() };
        let letters: Vec<char> = of.chars().chain(resource.title.chars()).collect();
        let title: String = letters.iter().take(50).chain((letters.len() > 50).then_some(&'…')).collect();
        assert_eq!(*name, xml_text(&title));
        assert_eq!(note_y, y);
        assert!(note.starts_with(&Messages::English.when(resource.year, resource.period)), "{note}");
        // A bar of its own in the row; what goes on has a thinner one after it.
        let own = bars.iter().filter(|bar| (*y - 14..=*y - 8).contains(&number(**bar, "y"))).collect::<Vec<_>>();
        let life = resource.life();
        let is_open = life.end == End::Open && life.from.is_some();
        let is_dated = life.from.is_some() || matches!(life.end, End::Year(_));
        assert_eq!(own.len(), usize::from(is_dated) + usize::from(is_open), "{name}");
        for bar in &own {
            let (x, width) = (number(**bar, "x"), number(**bar, "width"));
            assert!(650 <= x && x + width <= 1090, "{name} from {x} to {}", x + width);
        }
        // What is in force is filled; all else is outlined.
        if let Some(bar) = own.first() {
            let is_filled = bar.attribute("fill") != Some("none");
            assert_eq!(is_filled, resource.in_force(today()) == InForce::Yes, "{name}");
        }
        bars_left -= own.len();
    }
    assert_eq!(bars_left, 0);
    assert!(named("text").all(|node| number(node, "y") < height));
    // This day has a line where its year is in the picture.
    let is_now = (span.first..=span.last).contains(&2026);
    assert_eq!(named("text").any(|node| node.text() == Some("Today")), is_now, "{span:?}");
    left_out
}

#[test]
fn a_map_on_a_slide_says_what_it_shows_and_needs_nothing_else() {
    let query = Query::parse("kind=law", catalog()).0;
    let selection = catalog().select(&query, today());
    let about = Picture { catalog: catalog(), query: &query, selection: &selection, today: today(), address: SITE };
    let drawing = Drawing {
        what: "State & plan",
        style: "path{fill:#fff}",
        shapes: "<g data-code=\"IE\"><path d=\"M0 0h9\"></path></g>",
        legend: vec![("data-plan", "ended".to_owned(), "3 Plan <ended>".to_owned())],
        notes: vec![Messages::English.picture_pale()],
    };
    let svg = export::map_svg(&about, &drawing);
    let picture = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let root = picture.root_element();
    let size = ["width", "height", "viewBox"].map(|name| root.attribute(name).unwrap_or_default());
    assert_eq!(size, ["1600", "900", "0 0 1600 900"]);
    let texts: Vec<_> = picture.descendants().filter(|node| node.has_tag_name((SVG, "text"))).collect();
    let source = Messages::English.picture_source(catalog().version, today(), SITE);
    assert_eq!(
        texts.iter().map(|node| node.text().unwrap_or_default()).collect::<Vec<_>>(),
        [
            "National genomic plans of Europe: State & plan",
            &Messages::English.result(&query, &selection, catalog()),
            "3 Plan <ended>",
            Messages::English.picture_pale(),
            &format!("{source} {}", Messages::English.map_source()),
        ]
    );
    let named = |name: &'static str| picture.descendants().filter(move |node| node.has_tag_name((SVG, name)));
    assert_eq!(named("style").next().and_then(|node| node.text()), Some(drawing.style));
    let swatch = named("g").find(|node| node.attribute("data-plan") == Some("ended"));
    assert!(swatch.is_some_and(|node| node.children().any(|shape| shape.has_tag_name((SVG, "path")))));
    let inside = named("svg").nth(1).expect("the drawing is inside");
    assert_eq!(inside.attribute("viewBox"), Some("0 0 1000 876"));
    assert!(inside.descendants().any(|node| node.attribute("data-code") == Some("IE")));
    for outside in ["href", "http://www.w3.org/2000/svg"] {
        assert_eq!(svg.matches(outside).count(), usize::from(outside.starts_with("http")), "{outside}");
    }
    assert_eq!(svg.matches("url(").count(), 0);
}

#[test]
fn a_long_title_is_cut() {
    for letters in [1, 61, 62, 63, 64, 500] {
        let (_, catalog) = nasty(&"é".repeat(letters), "Ireland", "https://example.org/");
        Grouping::ALL.iter().for_each(|grouping| check_picture(&catalog, &Query::default(), *grouping));
    }
}

/// The address that pictures name.
const SITE: &str = "https://example.org/plans/";

const SVG: &str = "http://www.w3.org/2000/svg";

/// The text with what XML has no way to write replaced.
fn xml_text(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

// How to cite

#[test]
fn a_citation_says_what_and_when() {
    let sentence = |address: &str| export::cite(catalog(), address, today());
    let version = Messages::English.data_version(catalog().version);
    let start = format!("National Genomic Plans. National genomic plans of Europe. {version}. CC BY 4.0.");
    assert_eq!(
        sentence("https://example.org/?country=ie&kind=law"),
        format!("{start} https://example.org/?country=ie&kind=law (accessed 23 November 2026).")
    );
    assert_eq!(sentence(""), format!("{start} (accessed 23 November 2026)."));
}

#[test]
fn a_citation_is_an_entry() {
    let check = |address: &str| {
        let bibtex = export::cite_bibtex(catalog(), address, today());
        assert!(is_balanced(&bibtex), "{bibtex}");
        let entries = Bibliography::parse(&bibtex).unwrap();
        let entry = entries.get("national-genomic-plans").unwrap();
        let field = |name: &str| entry.get(name).map(|chunks| chunks.format_verbatim());
        assert_eq!(entries.len(), 1);
        assert_eq!(field("title").as_deref(), Some(Messages::English.site_title()));
        assert_eq!(field("author").as_deref(), Some(Messages::English.site()));
        assert_eq!(field("year"), Some(catalog().version.year().to_string()));
        assert_eq!(field("note"), Some(Messages::English.data_version(catalog().version)));
        assert_eq!(field("urldate").as_deref(), Some("2026-11-23"));
        field("url")
    };
    assert_eq!(check(""), None);
    for address in ["https://example.org/", "https://example.org/a_b~c/?q=100%25&country=fr,ie#x"] {
        assert_eq!(check(address).as_deref(), Some(address));
    }
    assert_eq!(check("https://example.org/?q={}}\\").as_deref(), Some("https://example.org/?q=%7B%7D%7D%5C"));
}

#[test]
fn a_file_says_what_is_in_it() {
    let (_, small) = read(serde_json::to_value(&source::load(&small_files()).unwrap().dataset).unwrap());
    let check = |address: &str, ending: &str, expected: &str| {
        let (query, unknown) = Query::parse(address, &small);
        assert_eq!(unknown, []);
        assert_eq!(export::file_name(&small, &query, &small.select(&query, today()), ending), expected);
    };
    check("", "csv", "national-genomic-plans-2026-11-23.csv");
    check("view=table&sort=newest&item=ie-plan", "json", "national-genomic-plans-2026-11-23.json");
    check("country=ie", "ris", "national-genomic-plans-2026-11-23-2-documents.ris");
    check("country=ie", "bib", "national-genomic-plans-2026-11-23-2-documents.bib");
    check("kind=strategy", "svg", "national-genomic-plans-2026-11-23-1-documents.svg");
    check("kind=law", "md", "national-genomic-plans-2026-11-23-0-documents.md");
}

// Nasty words

/// The small dataset in which everything is known that can be.
fn complete() -> &'static (Json, Catalog) {
    static COMPLETE: OnceLock<(Json, Catalog)> = OnceLock::new();
    COMPLETE.get_or_init(|| {
        let mut value = serde_json::to_value(&source::load(&small_files()).unwrap().dataset).unwrap();
        value["schema"] = catalog::wire::SCHEMA.into();
        let document = |id: &str, kind: &str, title: &str, issuer: &str, address: &str, summary: &str| {
            json!({"id": id, "kind": kind, "title": title, "language_original": "en", "issuer": issuer, "year": 2020,
                "status": "active", "url": address, "summary": summary, "sources": [address], "confidence": "high",
                "checked": "2026-11-23"})
        };
        let mut roadmap =
            document("eu-roadmap", "roadmap", "The Roadmap", "The group", "https://example.org/eu", "It leads.");
        roadmap["period"] = json!([2023, 2027]);
        value["europe"] = json!([roadmap]);
        let law = document("ie-law", "law", "The Act", "The Parliament", "https://example.org/act", "It allows it.");
        let ireland = &mut value["countries"][0];
        ireland["resources"].as_array_mut().unwrap().push(law);
        let sources = json!(["https://example.org/facts"]);
        // In another order than they stand in.
        ireland["plan"] = json!(["ie-plan", "ie-strategy"]);
        ireland["lead_body"] =
            json!({"name": "The Ministry", "url": "https://example.org/ministry", "sources": sources});
        ireland["legal_basis"] = json!(["ie-law"]);
        ireland["gdi"] = json!({"member": true, "since": "2022-11", "partners": ["A", "B"], "sources": sources});
        ireland["genome_of_europe"] = json!({"member": true, "samples": 500, "sources": sources});
        ireland["reference_cohort"] = json!({"name": "Genomes of Ireland", "planned": 1000, "done": 250,
            "resource": "ie-law", "sources": sources});
        ireland["consent"] = json!({"model": "opt in", "sources": sources});
        ireland["newborn_genomics"] = json!(["ie-plan"]);
        ireland["rare_disease_plan"] = "ie-strategy".into();
        ireland["contact"] = json!({"name": "The contact", "url": "https://example.org/contact", "sources": sources});
        read(value)
    })
}

/// The same, its strategy by these persons.
fn by_persons(authors: &[&str]) -> (Json, Catalog) {
    let mut value = serde_json::to_value(&complete().0).unwrap();
    value["countries"][0]["resources"][0]["authors"] = json!(authors);
    read(value)
}

/// The same with these words wherever there are any.
fn nasty(words: &str, country: &str, address: &str) -> (Json, Catalog) {
    let mut value = serde_json::to_value(&complete().0).unwrap();
    let ireland = &mut value["countries"][0];
    ireland["name"] = country.into();
    ireland["overview"] = words.into();
    for (object, key) in
        [("lead_body", "name"), ("reference_cohort", "name"), ("consent", "model"), ("contact", "name")]
    {
        ireland[object][key] = words.into();
    }
    for resource in ireland["resources"].as_array_mut().unwrap() {
        for key in ["title", "title_original", "issuer", "summary"] {
            resource[key] = words.into();
        }
        // Two of the same kind and year would be the same document.
        if resource["id"] == "ie-law" {
            resource["authors"] = json!([words, "Ada Byron"]);
        }
        resource["url"] = address.into();
        resource["sources"] = json!([address]);
        resource["figures"] = json!([{"label": words, "value": "1234.5", "unit": words, "as_of": words}]);
    }
    read(value)
}

/// Words that mean something to one of the readers.
fn words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        &[
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "=cmd|' /C calc'!A0",
            "=",
            "+1",
            "-1",
            "@x",
            "--",
            "{",
            "}",
            "{{",
            "}}",
            "\\",
            "\\n",
            "\\{",
            "\\emph{x}",
            "[",
            "]",
            "[x]",
            "](",
            "(",
            ")",
            "![",
            "<script>",
            "</text>",
            "]]>",
            "<!--",
            "<https://example.org>",
            "https://example.org",
            "www.example.org",
            "a@example.org",
            "&",
            "&amp;",
            "&lt;",
            "&#39;",
            "%",
            "%%",
            "$",
            "$x$",
            "#",
            "# ",
            "_",
            "_x_",
            "*",
            "**",
            "`",
            "``x``",
            "~",
            "~~x~~",
            "^",
            "^[x]",
            "|",
            "!",
            "- ",
            "1. ",
            "> ",
            ":",
            ":x:",
            " and ",
            "Ελλάδα",
            "Ísland",
            "😀",
            "ﷺ",
            "\u{202e}",
            "\u{ffff}",
            "a",
            "B",
            "12",
            " ",
            "…",
            "“",
            "–",
            "''",
            "``",
            "＝",
        ][..],
    );
    let joined = prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat());
    // The dataset's check lets no other spaces through than those between words.
    joined
        .prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .prop_filter("empty", |text| !text.is_empty())
}

fn addresses() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        &[
            "&copy;", "&amp;", "&", ";", "=", "%7B", "%", "#", "_", "~", "$", "'", "(", ")", "))", "*", ",", "!", "[",
            "]", "@", "+", "-", "--", "a", "B", "/", "//", ".", "?", ":",
        ][..],
    );
    prop::collection::vec(piece, 0..10).prop_map(|pieces| format!("https://example.org/{}", pieces.concat()))
}

/// All exports of a selection.
fn check_all(dataset: &Json, catalog: &Catalog, query: &Query) {
    check_rows(&rows(catalog, &catalog.select(query, today())));
    countries::check(catalog, today());
    office::check(catalog, &catalog.select(query, today()));
    check_json(dataset, catalog, query);
    for grouping in Grouping::ALL {
        check_picture(catalog, query, *grouping);
    }
}

#[test]
fn everything_can_be_taken() {
    check_all(&shipped().dataset, catalog(), &Query::default());
}

#[test]
fn rows_stand_as_they_are_given() {
    let selection = catalog().select(&Query::default(), today());
    let order = Some(catalog::table::Order { column: catalog::table::Column::Title, is_descending: true });
    let found = catalog::table::rows(catalog(), &selection, order, usize::MAX);
    let rows = export::rows(catalog(), found.into_iter());
    assert_eq!(rows.len(), catalog().resources().count());
    check_rows(&rows);
    check_rows(&[]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_holds_what_is_selected(query in queries()) {
        for (dataset, catalog) in [&shipped().dataset, &hollow().0].into_iter().zip(catalogs()) {
            check_all(dataset, catalog, &query);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_come_back_as_they_are(words in words(), country in words(), address in addresses()) {
        let (dataset, catalog) = nasty(&words, &country, &address);
        check_all(&dataset, &catalog, &Query::default());
    }

    #[test]
    fn any_text_is_json(text in any::<String>()) {
        let json = written(&Json::String(text.clone()));
        prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
