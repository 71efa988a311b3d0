//! `cargo xtask data links`: asks every address of the dataset whether it still leads somewhere.
//!
//! Nothing here is part of a test or a build: other people's servers decide on the result, and a broken link is a matter
//! for an editor, not an error.

mod ask;
mod report;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use catalog::{WebAddress, source};
use report::{Link, Report};
use reqwest::blocking::Client;
use site::config::SiteConfig;
use site::{data, files, project};

/// Between two requests to the same host.
const PAUSE: Duration = Duration::from_secs(1);

/// So many hosts are asked at a time: most of the time is spent waiting for slow ones.
const AT_A_TIME: usize = 4;

/// Its one argument is the file to write the report into.
fn main() -> Result<()> {
    let file = PathBuf::from(std::env::args_os().nth(1).context("Say which file to write the report into.")?);
    let hosts = by_host(source::addresses(&data::load()?.catalog));
    let client = ask::client(&agent(SiteConfig::load(None)?.address.as_deref()))?;
    let count: usize = hosts.iter().map(Vec::len).sum();
    println!("Asking {count} addresses on {} hosts, which takes some minutes.", hosts.len());
    let report = Report { day: data::today(), links: ask_all(hosts, &client, PAUSE) };
    ensure!(report.has_answers(), "Not one of {count} addresses answers: connect to the network and try again.");
    files::write(&file, report.markdown())?;
    println!("{} The report is in {}.", report.summary(), project::shown(&file));
    Ok(())
}

/// An address, without its fragment, which no server sees, and its places in the editors' files.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    address: String,
    places: Vec<String>,
}

/// Each address once, host by host.
fn by_host(addresses: Vec<(String, &WebAddress)>) -> Vec<Vec<Asked>> {
    let mut hosts: BTreeMap<String, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for (place, address) in addresses {
        let host = hosts.entry(address.host().to_ascii_lowercase()).or_default();
        let address = address.as_str().split('#').next().unwrap_or_default();
        host.entry(address).or_default().push(place);
    }
    let asked = |(address, places): (&str, _)| Asked { address: address.to_owned(), places };
    hosts.into_values().map(|host| host.into_iter().map(asked).collect()).collect()
}

/// Says to servers who asks, and where to complain.
fn agent(site: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let about = site.map(|address| format!(" (+{address})")).unwrap_or_default();
    format!("National-Genomic-Plans-link-check/{version}{about}")
}

/// Asks some hosts at a time, and each of them one thing after the other.
fn ask_all(hosts: Vec<Vec<Asked>>, client: &Client, pause: Duration) -> Vec<Link> {
    let (hosts, links) = (Mutex::new(hosts.into_iter()), Mutex::new(Vec::new()));
    let next = || hosts.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some(host) = next() {
            for (at, Asked { address, places }) in host.into_iter().enumerate() {
                if at > 0 {
                    thread::sleep(pause);
                }
                let answer = ask::ask(client, &address, pause);
                links.lock().unwrap_or_else(PoisonError::into_inner).push(Link { address, places, answer });
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(work);
        }
    });
    let mut links = links.into_inner().unwrap_or_else(PoisonError::into_inner);
    links.sort_by(|a, b| a.places.cmp(&b.places));
    links
}

#[cfg(test)]
mod tests {
    use catalog::WebAddress;

    use super::{Asked, agent, by_host};

    #[test]
    fn an_address_is_asked_once_and_with_its_host() {
        let address = |text: &str| WebAddress::parse(text).expect("it is an address");
        let all =
            ["https://b.org/2#part", "https://www.a.org/1", "https://b.org/1", "https://b.org/2", "http://A.org/1"];
        let all = all.map(address);
        let places = all.iter().enumerate().map(|(at, address)| (at.to_string(), address)).collect();
        let asked = |address: &str, places: &[&str]| Asked {
            address: address.to_owned(),
            places: places.iter().map(|place| (*place).to_owned()).collect(),
        };
        let expected = [
            vec![asked("http://A.org/1", &["4"]), asked("https://www.a.org/1", &["1"])],
            vec![asked("https://b.org/1", &["2"]), asked("https://b.org/2", &["0", "3"])],
        ];
        assert_eq!(by_host(places), expected);
    }

    #[test]
    fn servers_are_told_who_asks() {
        let version = env!("CARGO_PKG_VERSION");
        let check = |site, expected: &str| assert_eq!(agent(site), expected);
        check(None, &format!("National-Genomic-Plans-link-check/{version}"));
        let known = format!("National-Genomic-Plans-link-check/{version} (+https://example.org/)");
        check(Some("https://example.org/"), &known);
    }
}
