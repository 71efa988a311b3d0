//! Files of Word and Excel, and the text to paste: archives that another reader unpacks, of well-formed parts that fit
//! together, and what LibreOffice reads in them.

use super::{catalog, complete, nasty, rows, today};
use catalog::export::{self, Briefing, Separator, Sheet};
use catalog::{Catalog, Messages, Query, Selection};
use roxmltree::Document;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

const ADDRESS: &str = "https://example.org/a/?country=ie&kind=law";

fn everything(catalog: &Catalog) -> Selection {
    catalog.select(&Query::default(), today())
}

fn briefing<'a>(catalog: &'a Catalog, selection: &'a Selection) -> Briefing<'a> {
    Briefing { catalog, selection, address: ADDRESS, today: today() }
}

fn sheets(catalog: &Catalog, selection: &Selection) -> [Sheet; 2] {
    let countries = selection.matches.iter().map(|found| &catalog.countries[found.country]);
    [export::documents(&rows(catalog, selection), today()), export::countries(catalog, countries, today())]
}

fn workbook([documents, countries]: &[Sheet; 2]) -> Vec<u8> {
    export::xlsx([("Documents", documents), ("Countries", countries)])
}

/// The parts of a file, unpacked and checked by a reader that is not ours: sizes, checksums, and the names of all parts
/// in `[Content_Types].xml`, which stands first. Every part is XML, and what one needs of another is there.
fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let archive = rawzip::ZipArchive::from_slice(file).unwrap();
    let mut parts = BTreeMap::new();
    let mut entries = archive.entries();
    let mut names = Vec::new();
    while let Some(entry) = entries.next_entry().unwrap() {
        let name = entry.file_path().try_normalize().unwrap().as_ref().to_owned();
        assert_eq!(entry.compression_method(), rawzip::CompressionMethod::STORE, "{name}");
        let stored = archive.get_entry(entry.wayfinder()).unwrap();
        let content = std::io::read_to_string(stored.verifying_reader(stored.data())).unwrap();
        names.push(name.clone());
        assert_eq!(parts.insert(name, content), None);
    }
    assert_eq!(names[0], "[Content_Types].xml");
    let types = Document::parse(&parts["[Content_Types].xml"]).unwrap();
    let mut typed: Vec<&str> = types.descendants().filter_map(|node| node.attribute("PartName")).collect();
    typed.sort_unstable();
    let is_typed = |name: &&String| !name.ends_with(".rels");
    let mut expected: Vec<String> = names[1..].iter().filter(is_typed).map(|name| format!("/{name}")).collect();
    expected.sort_unstable();
    assert_eq!(typed, expected);
    for (name, content) in &parts {
        let part = Document::parse(content).unwrap_or_else(|error| panic!("{error} in {name}: {content}"));
        let Some((folder, of)) = name.strip_suffix(".rels").and_then(|name| name.split_once("_rels/")) else {
            continue;
        };
        let inside = part.descendants().filter(|node| node.has_attribute("Target"));
        for target in inside.map(|node| format!("{folder}{}", node.attribute("Target").unwrap())) {
            assert!(parts.contains_key(&target), "{name} names {target}");
        }
        // Every relationship that a part uses is one that it has.
        if of.is_empty() {
            continue;
        }
        let ids: Vec<&str> = part.descendants().filter_map(|node| node.attribute("Id")).collect();
        let user = Document::parse(&parts[&format!("{folder}{of}")]).unwrap();
        let used = user.descendants().filter_map(|node| node.attribute((RELATIONSHIPS, "id")));
        used.for_each(|id| assert!(ids.contains(&id), "{of} uses {id}"));
    }
    parts
}

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A cell that is not empty: its style, its type and its text.
type Cell = (String, String, String);

/// The cells of a sheet, by their places.
fn cells(parts: &BTreeMap<String, String>, number: usize) -> BTreeMap<String, Cell> {
    let sheet = Document::parse(&parts[&format!("xl/sheet{number}.xml")]).unwrap();
    let of = |node: roxmltree::Node, name: &str| node.attribute(name).unwrap_or_default().to_owned();
    let cells = sheet.descendants().filter(|node| node.has_tag_name((MAIN, "c")));
    cells.map(|node| (of(node, "r"), (of(node, "s"), of(node, "t"), words(node)))).collect()
}

/// The words in an element.
fn words(node: roxmltree::Node) -> String {
    node.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

#[test]
fn a_workbook_has_numbers_days_and_words() {
    let (_, complete) = complete();
    let parts = parts(&workbook(&sheets(complete, &everything(complete))));
    let documents = cells(&parts, 1);
    let check = |cells: &BTreeMap<String, Cell>, place: &str, expected: [&str; 3]| {
        let (style, of_type, text) = &cells[place];
        assert_eq!([style, of_type, text].map(String::as_str), expected, "{place}");
    };
    check(&documents, "A1", ["1", "inlineStr", "id"]);
    check(&documents, "U1", ["1", "inlineStr", "in_force_on"]);
    check(&documents, "E2", ["0", "inlineStr", "The Strategy"]);
    check(&documents, "I2", ["0", "", "2022"]);
    check(&documents, "M2", ["0", "inlineStr", "https://example.org/strategy.pdf"]);
    // 23 November 2026.
    check(&documents, "R2", ["2", "", "46349"]);
    assert!(!documents.contains_key("F2"), "an empty cell is none");
    let countries = cells(&parts, 2);
    check(&countries, "AE1", ["1", "inlineStr", "overview"]);
    // No more than the month is known.
    check(&countries, "M2", ["0", "inlineStr", "2022-11"]);
    check(&countries, "Q2", ["0", "", "500"]);
    check(&countries, "AA2", ["0", "inlineStr", "https://example.org/contact"]);
    // The head stays in sight and has the filters, and a column is as wide as what is in it, up to a limit.
    let sheet = &parts["xl/sheet1.xml"];
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:U5\"/>"), "{sheet}");
    assert!(sheet.contains("<col min=\"1\" max=\"1\" width=\"13\" customWidth=\"1\"/>"), "{sheet}");
    assert!(parts["xl/workbook.xml"].contains("<sheet name=\"Countries\" sheetId=\"2\" r:id=\"r2\"/>"));
}

#[test]
fn days_are_those_of_spreadsheets() {
    let check = |day: &str, expected: Option<&str>| {
        let mut value = serde_json::to_value(&complete().0).unwrap();
        value["countries"][0]["declaration"]["signed"] = day.into();
        let (_, catalog) = super::read(value);
        let (style, _, text) =
            cells(&parts(&workbook(&sheets(&catalog, &everything(&catalog)))), 2).remove("M2").unwrap();
        let expected = expected.map_or(("0", day), |number| ("2", number));
        assert_eq!((style.as_str(), text.as_str()), expected, "{day}");
    };
    check("2000-02-29", Some("36585"));
    check("2000-03-01", Some("36586"));
    check("1999-12-31", Some("36525"));
    check("2024-02-29", Some("45351"));
    check("1900-03-01", Some("61"));
    // Spreadsheets do not agree on these.
    check("1900-02-28", None);
    check("2024-02", None);
    check("2024", None);
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    for words in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"] {
        let (_, catalog) = nasty(words, "Ireland", "https://example.org/");
        let parts = parts(&workbook(&sheets(&catalog, &everything(&catalog))));
        let (_, of_type, text) = cells(&parts, 1).remove("E2").unwrap();
        assert_eq!((of_type.as_str(), text), ("inlineStr", words.to_owned()));
        assert!(!parts["xl/sheet1.xml"].contains("<f>"));
    }
}

// The same, separated by semicolons

#[test]
fn semicolons_stand_where_commas_would() {
    let (_, catalog) = nasty("a; \"b\", c", "Ireland", "https://example.org/");
    let [documents, countries] = sheets(&catalog, &everything(&catalog));
    for sheet in [&documents, &countries] {
        let read = |separator: Separator| -> Vec<csv::StringRecord> {
            let csv = sheet.csv(separator);
            let csv = csv.strip_prefix('\u{feff}').expect("Excel needs the byte order mark");
            let mut reader = csv::ReaderBuilder::new();
            reader.has_headers(false).delimiter(separator.letter().as_bytes()[0]);
            reader.from_reader(csv.as_bytes()).records().map(Result::unwrap).collect()
        };
        assert_eq!(read(Separator::Semicolon), read(Separator::Comma));
        assert!(sheet.csv(Separator::Semicolon).contains(";\"a; \"\"b\"\", c\";"));
    }
    // Only what has the separator in it is in quotes.
    let (_, catalog) = nasty("a, b", "Ireland", "https://example.org/");
    let [documents, _] = sheets(&catalog, &everything(&catalog));
    assert!(documents.csv(Separator::Semicolon).contains(";a, b;"));
}

// A text for a document

#[test]
fn a_briefing_has_countries_documents_and_the_citation() {
    let (_, complete) = complete();
    let selection = everything(complete);
    let briefing = briefing(complete, &selection);
    let citation = "National Genomic Plans. National genomic plans of Europe. Dataset of 23 November 2026. CC BY 4.0.";
    let html = "<meta charset=\"utf-8\"><h2>Ireland</h2><p>Plan in force</p><ul>\
        <li><a href=\"https://example.org/strategy.pdf\">The Strategy</a>, The Office, from 2022. Strategy. Active.</li>\
        <li><a href=\"http://example.org/plan\">The Plan</a>, The Office, year unknown. Implementation plan. Planned.</li>\
        <li><a href=\"https://example.org/act\">The Act</a>, The Parliament, 2020. Law. Active.</li></ul>\
        <h2>Across Europe</h2><ul><li><a href=\"https://example.org/eu\">The Roadmap</a>, The group, 2020 (2023–2027). \
        Roadmap. Active.</li></ul><p>CITATION <a href=\"https://example.org/a/?country=ie&amp;kind=law\">\
        https://example.org/a/?country=ie&amp;kind=law</a> (accessed 23 November 2026).</p>";
    assert_eq!(briefing.html(), html.replace("CITATION", citation));
    let text = "Ireland\nPlan in force\n\
        - The Strategy, The Office, from 2022. Strategy. Active.\n  https://example.org/strategy.pdf\n\
        - The Plan, The Office, year unknown. Implementation plan. Planned.\n  http://example.org/plan\n\
        - The Act, The Parliament, 2020. Law. Active.\n  https://example.org/act\n\n\
        Across Europe\n- The Roadmap, The group, 2020 (2023–2027). Roadmap. Active.\n  https://example.org/eu\n\n\
        CITATION https://example.org/a/?country=ie&kind=law (accessed 23 November 2026).\n";
    assert_eq!(briefing.text(), text.replace("CITATION", citation));
}

#[test]
fn a_country_without_documents_has_no_list() {
    let (_, catalog) = super::hollow();
    let selection = everything(catalog);
    assert!(selection.matches.iter().any(|found| found.fits.is_empty()));
    let html = briefing(catalog, &selection).html();
    assert!(!html.contains("<ul></ul>"), "{html}");
}

#[test]
fn a_briefing_of_nothing_cites_the_page() {
    let nothing = catalog().select(&Query::parse("q=nothinghasthisword", catalog()).0, today());
    let briefing = Briefing { address: "", ..briefing(catalog(), &nothing) };
    assert_eq!(briefing.text(), export::cite(catalog(), "", today()) + "\n");
    assert!(!briefing.html().contains("<a "));
    parts(&briefing.docx());
    parts(&workbook(&sheets(catalog(), &nothing)));
}

#[test]
fn a_document_has_a_title_headings_and_links() {
    let (_, complete) = complete();
    let parts = parts(&briefing(complete, &everything(complete)).docx());
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    let paragraphs = document.descendants().filter(|node| node.has_tag_name((WORDS, "p")));
    let read = |paragraph: roxmltree::Node| {
        let style = paragraph.descendants().find(|node| node.has_tag_name((WORDS, "pStyle")));
        let style = style.map_or("Normal", |style| style.attribute((WORDS, "val")).unwrap());
        let shown = paragraph.descendants().filter(|node| node.has_tag_name((WORDS, "t")));
        (style.to_owned(), shown.map(words).collect())
    };
    let read: Vec<(String, String)> = paragraphs.map(read).collect();
    let starts = |(style, text): (&str, &str)| read.iter().any(|(of, words)| of == style && words.starts_with(text));
    for expected in [
        ("Title", "National genomic plans of Europe"),
        ("Normal", "23 November 2026"),
        ("Heading1", "Ireland"),
        ("Normal", "Plan in force"),
        ("ListBullet", "The Strategy, The Office, from 2022."),
        ("Heading1", "Across Europe"),
        ("Normal", "National Genomic Plans. "),
    ] {
        assert!(starts(expected), "{expected:?} is not in {read:?}");
    }
    // A link is a field of runs, because mammoth.js and python-docx leave out the words of a simple one.
    let links = document.descendants().filter(|node| node.has_tag_name((WORDS, "instrText")));
    let links: Vec<String> = links.map(words).collect();
    assert_eq!(links.iter().filter(|link| *link == "HYPERLINK \"https://example.org/act\"").count(), 1, "{links:?}");
    let named = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name((WORDS, name)));
    assert_eq!(named("fldChar").count(), 3 * links.len(), "each begins, has words, and ends");
    assert_eq!(named("fldSimple").count(), 0);
    // A list is one by its level's style too; and the document is of a Word of today.
    assert!(parts["word/numbering.xml"].contains("<w:pStyle w:val=\"ListBullet\"/>"));
    let settings = Document::parse(&parts["word/settings.xml"]).unwrap();
    let setting = settings.descendants().find(|node| node.has_tag_name((WORDS, "compatSetting"))).unwrap();
    assert_eq!(setting.attribute((WORDS, "val")), Some("15"));
    // Each style that is used is there.
    let styles = Document::parse(&parts["word/styles.xml"]).unwrap();
    let known: Vec<&str> = styles.descendants().filter_map(|node| node.attribute((WORDS, "styleId"))).collect();
    assert_eq!(known, ["Normal", "Title", "Heading1", "ListBullet", "Hyperlink"]);
    assert!(read.iter().all(|(style, _)| known.contains(&&**style)));
}

const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Files that any reader unpacks, whatever is in the words.
pub(crate) fn check(catalog: &Catalog, selection: &Selection) {
    let sheets = sheets(catalog, selection);
    let book = parts(&workbook(&sheets));
    let cells = cells(&book, 1);
    let [documents, _] = sheets;
    let csv = documents.csv(Separator::Comma);
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    for (at, record) in reader.records().map(Result::unwrap).enumerate() {
        let title = cells.get(&format!("E{}", at + 2)).map(|(.., text)| text.clone()).unwrap_or_default();
        // The apostrophe that keeps CSV from being calculated is not needed here.
        let record = record[4].strip_prefix('\'').filter(|_| !title.starts_with('\'')).unwrap_or(&record[4]);
        assert_eq!(title, record.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}"));
    }
    parts(&briefing(catalog, selection).docx());
}

// What LibreOffice reads

/// LibreOffice; `cargo xtask test` says it where there is none. CI has it.
fn office() -> Option<PathBuf> {
    env::var_os("SOFFICE").map(PathBuf::from)
}

/// What LibreOffice makes of a file.
fn converted(office: &Path, name: &str, content: &[u8], to: &str, made: &str) -> String {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("genomic-plans-office-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, content).unwrap();
    let mut command = Command::new(office);
    // Two of them at once would share a profile, and the second would leave everything to the first.
    command.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    command.args(["--headless", "--convert-to", to, "--outdir"]).arg(&folder).arg(&file);
    let output = command.output().unwrap();
    let text = fs::read_to_string(folder.join(made)).unwrap_or_else(|error| panic!("{made}: {error}: {output:?}"));
    fs::remove_dir_all(&folder).unwrap();
    text
}

/// Cell for cell: what a spreadsheet saves of the workbook is what the other button saves at once.
#[test]
fn libreoffice_saves_the_workbook_as_the_same_csv() {
    let Some(office) = office() else { return };
    let sheets = sheets(catalog(), &everything(catalog()));
    let book = workbook(&sheets);
    for (name, at, sheet) in [("Documents", 1, &sheets[0]), ("Countries", 2, &sheets[1])] {
        // Separated by commas, in UTF-8, as the cells look, and that sheet alone.
        let filter = format!("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{at}");
        let csv = converted(&office, "a.xlsx", &book, &filter, &format!("a-{name}.csv"));
        let read = |text: &str| -> Vec<csv::StringRecord> {
            let text = text.trim_start_matches('\u{feff}');
            let mut reader = csv::ReaderBuilder::new();
            reader.has_headers(false).from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
        };
        assert_eq!(read(&csv), read(&sheet.csv(Separator::Comma)), "{name}");
    }
}

/// The document and what is pasted are read as the same text, with each title and each address.
#[test]
fn libreoffice_reads_the_document_and_what_is_pasted() {
    let Some(office) = office() else { return };
    let selection = everything(catalog());
    let briefing = briefing(catalog(), &selection);
    let html = briefing.html();
    for (name, content) in [("a.docx", briefing.docx()), ("a.html", html.into_bytes())] {
        // As a file of Writer's own in one piece of XML: headings, words and links.
        let text = converted(&office, name, &content, "fodt:OpenDocument Text Flat XML", "a.fodt");
        let document = Document::parse(&text).unwrap();
        let named =
            |element: &'static str| document.descendants().filter(move |node| node.has_tag_name((TEXT, element)));
        let headings: Vec<String> = named("h").map(words).collect();
        let countries = selection.matches.iter().map(|found| &*catalog().countries[found.country].name);
        let expected: Vec<&str> = countries.chain(["Across Europe"]).collect();
        assert_eq!(headings, expected, "{name}");
        let links = named("a").map(|node| (words(node), node.attribute((LINKS, "href")).unwrap().to_owned()));
        let mut links: Vec<(String, String)> = links.collect();
        assert_eq!(links.pop(), Some((ADDRESS.to_owned(), ADDRESS.to_owned())), "{name}");
        let found = selection.found().map(|found| found.resolve(catalog()).1);
        let expected = found.map(|resource| (resource.title.to_string(), resource.address.as_str().to_owned()));
        // In HTML, LibreOffice decodes what is percent-encoded, and gives a host its slash.
        let decoded = |(words, address): (String, String)| (words, decoded(address.trim_end_matches('/')));
        let (links, expected): (Vec<_>, Vec<_>) =
            (links.into_iter().map(decoded).collect(), expected.map(decoded).collect());
        assert!(links == expected, "{name}: {:?}", links.iter().zip(&expected).find(|(one, other)| one != other));
        assert_eq!(named("list-item").count(), selection.documents, "{name}");
        assert!(text.contains("(accessed 23 November 2026)."), "{name}");
        assert!(text.contains(Messages::English.site_title()), "{name}");
    }
}

const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const LINKS: &str = "http://www.w3.org/1999/xlink";

/// An address without percent-encoding.
fn decoded(address: &str) -> String {
    let mut pieces = address.split('%');
    let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}
