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
