//! Addresses that do not last, or are not the page itself.

use super::{Advice, AdviceKind};
use crate::address::WebAddress;
use crate::catalog::Catalog;
use crate::problem::quoted;
use crate::source::addresses::addresses;

/// Hosts and paths whose pages are better cited where they come from, and what each is.
///
/// A pattern that ends in a dot is the beginning of a host, one that begins with a dot its end; one in slashes is a
/// part of the path, and any other is a host with all below it.
const WEAK: [(&str, &str); 22] = [
    ("admin.", "the editors' side of a site"),
    ("cms.", "the editors' side of a site"),
    ("cms12.", "the editors' side of a site"),
    ("dev.", "a test site"),
    ("devsite.", "a test site"),
    ("test.", "a test site"),
    ("staging.", "a test site"),
    ("old.", "an old copy of a site"),
    ("static1.", "a copy of a site's files"),
    ("gallery.", "a copy of a site's files"),
    (".translate.goog", "a machine translation"),
    ("translate.google.com", "a machine translation"),
    ("webcache.googleusercontent.com", "a copy of a page"),
    ("dokumendiregistrid.karlerss.com", "a private copy of documents"),
    ("readkong.com", "a copy of a document"),
    ("scribd.com", "a copy of a document"),
    ("time.news", "a site that gathers the news of others"),
    ("europesays.com", "a site that gathers the news of others"),
    ("cereport.eu", "a site that gathers the news of others"),
    ("dailyevents.news", "a site that gathers the news of others"),
    ("/tag/", "a list of posts, which changes"),
    ("/tags/", "a list of posts, which changes"),
];

pub(super) fn look(catalog: &Catalog, found: &mut Vec<Advice>) {
    for (place, address) in addresses(catalog) {
        if let Some((_, what)) = WEAK.iter().find(|(pattern, _)| fits(address, pattern)) {
            let message = format!("{} is {what}; cite the page that it comes from", quoted(address.as_str()));
            found.push(Advice::new(&*place, AdviceKind::WeakHost, message));
        }
        if !address.is_secure() {
            let message = format!("{} is plain http; does it answer to https?", quoted(address.as_str()));
            found.push(Advice::new(place, AdviceKind::PlainHttp, message));
        }
    }
}

fn fits(address: &WebAddress, pattern: &str) -> bool {
    let host = address.host().to_ascii_lowercase();
    let path = || address.as_str().splitn(4, '/').nth(3).unwrap_or("").split(['?', '#']).next().unwrap_or("");
    if pattern.starts_with('/') {
        format!("/{}", path()).contains(pattern)
    } else if pattern.ends_with('.') {
        host.starts_with(pattern)
    } else if pattern.starts_with('.') {
        host.ends_with(pattern)
    } else {
        host.strip_suffix(pattern).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}
