//! What a widget is asked to show.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::{EmbedRequest, Unknown, sole_country};
use common::catalog;

/// The canonical query of an address, the id of its video, the code of the country that is all it asks for, and what in
/// it is unknown.
#[track_caller]
fn check(address: &str, query: &str, video: Option<&str>, country: Option<&str>, unknown: &[(&str, &str)]) {
    let embed = EmbedRequest::parse(address, catalog());
    assert_eq!(embed.query.encode(), query, "{address}");
    assert_eq!(embed.video.map(|at| catalog().videos[at].id.as_str()), video, "{address}");
    let found = sole_country(&embed.query, catalog()).map(|at| catalog().countries[at].code.lower());
    assert_eq!(found.as_deref(), country, "{address}");
    let found: Vec<_> = embed.unknown.iter().map(|Unknown { name, value }| (&**name, &**value)).collect();
    assert_eq!(found, unknown, "{address}");
}

#[test]
fn one_country_alone_is_shown_whole() {
    check("?country=ie", "country=ie", None, Some("ie"), &[]);
    check("country=UK&theme=dark", "country=gb", None, Some("gb"), &[]);
    check("country=ie&lang=en", "country=ie&lang=en", None, Some("ie"), &[]);
    check("country=ie,fr", "country=fr,ie", None, None, &[]);
    check("country=ie&view=table", "country=ie&view=table", None, None, &[]);
    check("", "", None, None, &[]);
}

#[test]
fn a_video_is_known_by_both_its_ids() {
    let video = &catalog().videos[0];
    check(&format!("play={}", video.id.as_str()), "", Some(video.id.as_str()), None, &[]);
    check(&format!("PLAY={}&theme=x", video.media.key()), "", Some(video.id.as_str()), None, &[("theme", "x")]);
    check("play=", "", None, None, &[]);
}

#[test]
fn an_entry_brings_its_country() {
    let country = &catalog().countries[0];
    let (code, id) = (country.code.lower(), country.resources[0].id.as_str());
    check(&format!("item={id}"), &format!("country={code}&item={id}"), None, None, &[]);
    let all = format!("country=ie&item={id}");
    check(&all, &all, None, None, &[]);
}

#[test]
fn what_is_unknown_is_said_and_the_rest_is_kept() {
    check("play=none&country=ie,xx", "country=ie", None, Some("ie"), &[("country", "xx"), ("play", "none")]);
    check("themes=dark&kind=strategy", "kind=strategy", None, None, &[("themes", "dark")]);
}

/// As the page reads its own query.
#[test]
fn it_is_read_as_the_page_reads_its_own() {
    let video = &catalog().videos[0];
    let (id, key) = (video.id.as_str(), video.media.key());
    let encoded: String = id.bytes().map(|byte| format!("%{byte:02X}")).collect();
    check("country=fr&amp;theme=dark", "country=fr", None, Some("fr"), &[]);
    check(&format!("play={id})."), "", Some(id), None, &[]);
    check(&format!("play={}", id.to_ascii_uppercase()), "", Some(id), None, &[]);
    check(&format!("play={encoded}"), "", Some(id), None, &[]);
    check(&format!("Play=%20{key}%E2%80%8B&amp;THEME=Dark,"), "", Some(id), None, &[]);
    check(&format!("country=fr?play={id}?theme=LIGHT"), "country=fr", Some(id), Some("fr"), &[]);
    check("theme=auto&theme=", "", None, None, &[]);
    check("theme=Blue", "", None, None, &[("theme", "Blue")]);
    check("play=a%26b", "", None, None, &[("play", "a&b")]);
    check("play=.", "", None, None, &[]);
}
