//! The page "How this is made", as it is built.

use std::collections::BTreeSet;

use catalog::Messages;
use catalog::source::Loaded;
use catalog::text::about as words;
use catalog::wire::Json;
use catalog::{Confidence, PlanState, PlanStatus, Query, Resource, Status};

use super::page;
use crate::config::{Maintainer, SiteConfig};
use crate::names::ABOUT;
use crate::{data, project, references};

const REPOSITORY: &str = "https://code.example/a/plans";

fn loaded() -> Loaded {
    data::load().expect("the dataset is right")
}

fn page_of(site: &SiteConfig) -> String {
    page(&loaded().catalog, site, "style-1.css")
}

fn maintained(mail: Option<&str>) -> SiteConfig {
    let maintainer = Maintainer {
        name: "</p><script>alert(\"1\")</script> & Co".to_owned(),
        address: Some("https://institute.example.org/?a=1&b=\"2\"".to_owned()),
        mail: mail.map(str::to_owned),
    };
    SiteConfig { maintainer: Some(maintainer), ..SiteConfig::default() }
}

/// What follows a heading, to the next one of its kind.
fn part<'a>(html: &'a str, id: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!("<h2 id=\"{id}\">")).unwrap_or_else(|| panic!("there is no part {id}"));
    rest.split("<h2").next().unwrap_or_default()
}

/// The values of `href`.
fn links(html: &str) -> Vec<&str> {
    html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_state_has_its_name_its_meaning_its_rule_and_its_countries() {
    let loaded = loaded();
    let (catalog, html) = (&loaded.catalog, page(&loaded.catalog, &SiteConfig::default(), "style-1.css"));
    let states = part(&html, "states");
    let mut named = Vec::new();
    for state in PlanState::ALL {
        let start = format!("<section class=\"state\" data-plan=\"{}\"", state.name());
        let (_, rest) = states.split_once(&start).unwrap_or_else(|| panic!("{} is not there", state.name()));
        let section = rest.split("</section>").next().unwrap_or_default();
        assert!(section.contains(&format!("data-icon=\"{}\" aria-hidden=\"true\"><svg", state.name())));
        assert!(section.contains(&format!("</svg></span>{}</span>", Messages::English.plan(*state))));
        assert!(section.contains(&format!("<p>{}</p>", Messages::English.plan_meaning(*state))), "{section}");
        for rule in words::state_rule(*state) {
            assert!(section.contains(&format!("<p>{rule}</p>")), "{rule} is not in {section}");
        }
        let countries: Vec<_> =
            catalog.countries.iter().filter(|country| country.plan_state(catalog.version) == *state).collect();
        let mut expected: Vec<String> = countries.iter().map(|country| format!("../{}", country.path())).collect();
        expected.push(format!("../?plan={}", state.name()));
        assert_eq!(links(section), expected, "{}", state.name());
        let number = match countries.len() {
            0 => words::state_empty(catalog.version),
            number => words::state_countries(number, catalog.version),
        };
        assert!(section.contains(&format!("<p>{number}</p>")), "{number} is not in {section}");
        named.extend(countries.iter().map(|country| country.code));
    }
    named.sort();
    let mut all: Vec<_> = catalog.countries.iter().map(|country| country.code).collect();
    all.sort();
    assert_eq!(named, all);
}

#[test]
fn numbers_are_counted() {
    let loaded = loaded();
    let (catalog, html) = (&loaded.catalog, page(&loaded.catalog, &SiteConfig::default(), "style-1.css"));
    let check = |id: &str, expected: &str| {
        let part = part(&html, id);
        assert!(part.contains(expected), "{expected} is not in {part}");
    };
    let documents: Vec<&Resource> = catalog.resources().map(|(_, one)| one).collect();
    let number = |is_it: fn(&Resource) -> bool| documents.iter().filter(|one| is_it(one)).count();
    check("purpose", &format!("{} countries of Europe", catalog.countries.len()));
    check("purpose", &format!("{} documents and {} videos", documents.len(), catalog.videos.len()));
    check("confidence", &words::high(number(|one| one.confidence == Confidence::High)));
    check("confidence", &words::medium(number(|one| one.confidence == Confidence::Medium)));
    let mut sources = BTreeSet::new();
    collect(&loaded.dataset, &mut sources);
    check(
        "checks",
        &format!("{} different public addresses", Messages::English.figure(&counted(sources.len())).trim()),
    );
    let day = |day| catalog::PartialDate::parse_day(day).map(|day| Messages::English.date(day)).expect("it is a day");
    let checked: BTreeSet<String> = documents.iter().map(|one| one.checked.to_string()).collect();
    check("checks", &day(checked.first().expect("there is one")));
    check("checks", &day(checked.last().expect("there is one")));
    for entry in &loaded.changes {
        check("checks", &entry.note);
    }
    let adopted = catalog.countries.iter().filter(|country| country.plan_status == PlanStatus::Adopted).count();
    check("not-found", &words::without_plan(catalog.countries.len() - adopted));
    for (sentence, is_it) in [
        (
            words::without_year as fn(usize) -> String,
            (|one| Messages::English.when(one.year, one.period) == "year unknown") as fn(&Resource) -> bool,
        ),
        (words::without_status, |one| one.status == Status::Unknown),
        (words::without_original_title, |one| one.language.as_str() != "en" && one.title_original.is_none()),
    ] {
        let found: Vec<String> =
            documents.iter().filter(|one| is_it(one)).map(|one| format!("../?item={}", one.id.as_str())).collect();
        let (_, rest) = part(&html, "not-found").split_once(&sentence(found.len())).expect("the number is right");
        assert_eq!(links(rest.split("</ul>").next().unwrap_or_default()), found, "{}", sentence(found.len()));
    }
}

/// A number with separators, as the pages write it.
fn counted(number: usize) -> catalog::Figure {
    catalog::Figure { label: "".into(), value: number.to_string().into(), unit: "".into(), as_of: None }
}

/// What stands in lists of sources, by another way than the page's own.
fn collect<'a>(json: &'a Json, found: &mut BTreeSet<&'a str>) {
    match json {
        Json::Object(entries) => {
            for (key, value) in entries {
                if key == "sources" || key == "overview_sources" {
                    found.extend(value.items().iter().filter_map(Json::text));
                }
                collect(value, found);
            }
        }
        Json::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

#[test]
fn without_a_maintainer_it_says_so_and_offers_nothing() {
    let html = page_of(&SiteConfig::default());
    let who = part(&html, "maintainer");
    assert!(who.contains("<p>This copy of the site names no maintainer.</p>"), "{who}");
    assert!(who.contains(words::NO_CONTACT), "{who}");
    assert_eq!(links(who), Vec::<&str>::new());
}

#[test]
fn the_maintainer_is_named_and_nothing_in_the_name_is_markup() {
    let html = page_of(&maintained(Some("a@example.org")));
    let who = part(&html, "maintainer");
    assert!(!html.contains("<script>alert"), "{html}");
    let name = "&lt;/p&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Co</a>";
    assert!(who.contains(name), "{who}");
    let found = links(who);
    assert_eq!(found[..2], ["https://institute.example.org/?a=1&amp;b=&quot;2&quot;", "mailto:a@example.org"]);
    assert!(found[2].starts_with("mailto:a@example.org?subject=Mistake%20on%20the%20page"), "{}", found[2]);
    assert!(!who.contains(words::NO_MAINTAINER) && !who.contains(words::NO_CONTACT), "{who}");
}

#[test]
fn a_maintainer_without_mail_can_only_be_read_of() {
    let html = page_of(&maintained(None));
    let who = part(&html, "maintainer");
    assert!(who.contains(words::MAINTAINER_WITHOUT_CONTACT) && !who.contains(words::NO_MAINTAINER), "{who}");
    assert_eq!(links(who).len(), 1);
}

#[test]
fn the_repository_is_where_mistakes_are_told_and_facts_corrected() {
    let html = page_of(&SiteConfig { repository: Some(REPOSITORY.to_owned()), ..SiteConfig::default() });
    let who = part(&html, "maintainer");
    let found = links(who);
    assert!(found[0].starts_with(&format!("{REPOSITORY}/issues/new?title=Mistake")), "{}", found[0]);
    assert_eq!(found[1..], [REPOSITORY]);
    assert!(who.contains("data/README.md"), "{who}");
}

/// Every address leads to a file or page that is built, to an entry that there is, and asks what is understood.
#[test]
fn every_link_leads_somewhere() {
    let loaded = loaded();
    let html = page(&loaded.catalog, &SiteConfig::default(), "style-1.css");
    let mut built: BTreeSet<String> = ["index.html", "accessibility/index.html", "data/index.html", "style-1.css"]
        .map(|file| format!("../{file}"))
        .into();
    built.extend(loaded.catalog.countries.iter().map(|country| format!("../{}index.html", country.path())));
    for file in ["icon.svg", "NOTICE.txt"] {
        assert!(project::root().join("public").join(file).is_file(), "{file} is not there");
        built.insert(format!("../{file}"));
    }
    let strange: Vec<String> =
        references::named_in_html(&html).into_iter().filter(|file| !built.contains(file)).collect();
    assert!(strange.is_empty(), "{strange:?} are not built");
    for link in links(&html) {
        let Some((_, query)) = link.split_once("../?") else { continue };
        let (query, unknown) = Query::parse(query, &loaded.catalog);
        assert!(unknown.is_empty(), "{link} is not understood");
        assert!(query.item.as_ref().is_none_or(|id| loaded.catalog.has_id(id)), "{link} leads to nothing");
    }
}

#[test]
fn no_country_can_take_its_address() {
    // The worker and the app take two letters for a country.
    assert_ne!(ABOUT.trim_end_matches('/').len(), 2);
    assert!(loaded().catalog.countries.iter().all(|country| country.path() != ABOUT));
}

#[test]
fn the_head_says_what_it_is_and_where() {
    let check = |site: &SiteConfig, canonical: Option<&str>, url: &str| {
        let html = page_of(site);
        let head = html.split("</head>").next().unwrap_or_default();
        assert!(head.contains("<title>How this is made · National Genomic Plans</title>"), "{head}");
        assert!(head.contains(&format!("<meta name=\"description\" content=\"{}\">", words::DESCRIPTION)), "{head}");
        assert!(head.contains("href=\"../style-1.css\""), "{head}");
        let found = head.split_once("<link rel=\"canonical\" href=\"").and_then(|(_, rest)| rest.split('"').next());
        assert_eq!(found, canonical);
        let (_, said) = head.split_once("<script type=\"application/ld+json\">").expect("there is JSON-LD");
        let said: serde_json::Value =
            serde_json::from_str(said.split("</script>").next().unwrap_or_default()).expect("it is JSON");
        let said = &said["@graph"][0];
        assert_eq!((&said["@type"], &said["url"]), (&"AboutPage".into(), &url.into()));
    };
    check(&SiteConfig::default(), None, "../about/");
    let address = "https://example.org/a/about/";
    check(
        &SiteConfig { address: Some("https://example.org/a/".to_owned()), ..SiteConfig::default() },
        Some(address),
        address,
    );
}

#[test]
fn sentences_are_short() {
    let html = page_of(&maintained(Some("a@example.org")));
    let (_, body) = html.split_once("<main").expect("there is a main part");
    let mut words = String::new();
    for tag in body.split('<').skip(1) {
        let (tag, rest) = tag.split_once('>').expect("a tag ends");
        // These stand within a sentence.
        let is_inline =
            ["a ", "/a", "span", "/span", "b", "/b"].iter().any(|name| tag == *name || tag.starts_with("a "));
        words.push_str(if is_inline { "" } else { "\n" });
        words.push_str(rest);
    }
    let sentences = words.lines().flat_map(|line| line.split(". "));
    let long: Vec<&str> = sentences.filter(|sentence| sentence.split_whitespace().count() > 28).collect();
    assert!(long.is_empty(), "these are longer than 28 words: {long:#?}");
}
