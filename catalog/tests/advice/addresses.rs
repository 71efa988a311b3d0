//! Addresses that do not last, or are not the page itself.

use crate::{IE, check, check_one};

#[test]
fn plain_http_is_noticed_wherever_an_address_stands() {
    let check = |address: &str, place: &str| {
        let (https, http) = (format!("\"https://example.org/{address}\""), format!("http://example.org/{address}"));
        let expected = format!("{IE}: {place}: \"{http}\" is plain http; does it answer to https? [plain-http]");
        check(&[(&https, &format!("\"{http}\""))], &[&expected]);
    };
    check("ireland", "overview_sources[0]");
    check("declaration", "declaration.sources[0]");
    check("strategy", "resources[0].sources[0]");
    check("plan.html", "resources[1].url");
    check("course", "implementation[0].url");
    let plan = "\"plan\": [\"ie-strategy\"],";
    let check = |key: &str, value: &str, place: &str| {
        let to = format!("{plan} \"{key}\": {{{value}, \"sources\": [\"https://example.org/a\"]}},");
        let expected = format!(
            "{IE}: {key}.{place}: \"http://example.org/b\" is plain http; does it answer to https? [plain-http]"
        );
        super::check(&[(plan, &to)], &[&expected]);
        let to = format!(
            "{plan} \"{key}\": {{{}, \"sources\": [\"http://example.org/b\"]}},",
            value.replace("http:", "https:")
        );
        super::check(&[(plan, &to)], &[&expected.replace(place, "sources[0]")]);
    };
    check("lead_body", "\"name\": \"The Office\", \"url\": \"http://example.org/b\"", "url");
    check("gdi", "\"member\": true, \"node\": \"http://example.org/b\"", "node");
    check("contact", "\"name\": \"The Office\", \"url\": \"http://example.org/b\"", "url");
    let check = |key: &str, value: &str| {
        let to = format!("{plan} \"{key}\": {{{value}, \"sources\": [\"http://example.org/b\"]}},");
        let expected = format!(
            "{IE}: {key}.sources[0]: \"http://example.org/b\" is plain http; does it answer to https? [plain-http]"
        );
        super::check(&[(plan, &to)], &[&expected]);
    };
    check("genome_of_europe", "\"member\": true");
    check("reference_cohort", "\"name\": \"The Cohort\"");
    check("consent", "\"model\": \"opt-out\"");
}

#[test]
fn copies_and_test_sites_are_noticed() {
    let check = |address: &str, what: Option<&str>| {
        let message = what.map(|what| {
            format!(
                "{IE}: resources[0].sources[0]: \"{address}\" is {what}; cite the page that it comes from [weak-host]"
            )
        });
        let to = format!("\"sources\": [\"{address}\"]");
        check_one(&[("\"sources\": [\"https://example.org/strategy\"]", &to)], message);
    };
    let editors = Some("the editors' side of a site");
    check("https://admin.ngc.dk/a", editors);
    check("https://cms.ucd.ie/a", editors);
    check("https://CMS12.regjeringen.no/a", editors);
    let test = Some("a test site");
    check("https://dev.example.org/a", test);
    check("https://www.devsite.example.org/a", test);
    check("https://test.example.org/a", test);
    check("https://staging.example.org/a", test);
    check("https://old.bta.bg/en", Some("an old copy of a site"));
    let files = Some("a copy of a site's files");
    check("https://static1.example.org/a", files);
    check("https://gallery.example.org/a", files);
    let translation = Some("a machine translation");
    check("https://www-ngc-dk.translate.goog/a", translation);
    check("https://translate.google.com/?u=a", translation);
    check("https://webcache.googleusercontent.com/a", Some("a copy of a page"));
    check("https://dokumendiregistrid.karlerss.com/a", Some("a private copy of documents"));
    let copy = Some("a copy of a document");
    check("https://www.readkong.com/page/a", copy);
    check("https://www.scribd.com/document/1", copy);
    let news = Some("a site that gathers the news of others");
    check("https://time.news/a", news);
    check("https://www.europesays.com/es/1", news);
    check("https://cereport.eu/news", news);
    check("https://dailyevents.news/a", news);
    let list = Some("a list of posts, which changes");
    check("https://profomedia.uk/tag/genomics-england/", list);
    check("https://example.org/blog/tags/genomics", list);
    // The same letters elsewhere.
    check("https://developers.example.org/a", None);
    check("https://admin-ch.example.org/a", None);
    check("https://www.sbfi.admin.ch/a", None);
    check("https://sometime.news/a", None);
    check("https://example.org/time.news", None);
    check("https://example.org/vintage/a?next=/tag/b", None);
    check("https://tag.example.org/tag", None);
}
