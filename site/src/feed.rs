//! What others read of the site: the feed of its changes, the list of its pages, and what robots may do.
//!
//! The first two are XML, and so not written with maud: in HTML an element without content has no slash.

use catalog::Messages;
use catalog::source::Loaded;

use crate::config::SiteConfig;
use crate::head::escaped;
use crate::names::{ABOUT, ACCESSIBILITY, DATA, FEED};

/// The Atom feed of `data/changes.json`, the newest first; none without the site's address, which it is made of.
pub(crate) fn feed(loaded: &Loaded, site: &SiteConfig) -> Option<String> {
    let address = escaped(site.address.as_ref()?);
    let updated = loaded.changes.last().map_or("2000-01-01", |entry| &entry.date);
    let entries = loaded.changes.iter().enumerate().rev().map(|(at, entry)| {
        let counts = [entry.added.len(), entry.changed.len(), entry.withdrawn.len()];
        format!(
            "<entry><id>{address}{FEED}#{at}</id><title>{}</title><updated>{}T00:00:00Z</updated>\
             <link href=\"{address}\"/><summary>{}</summary></entry>\n",
            escaped(&entry.note),
            entry.date,
            escaped(&Messages::English.changed_entries(counts)),
        )
    });
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\
         <id>{address}</id><title>{}</title><updated>{updated}T00:00:00Z</updated>\
         <link rel=\"self\" href=\"{address}{FEED}\"/><link href=\"{address}\"/>\
         <author><name>{}</name></author><rights>{}</rights>\n{}</feed>\n",
        escaped(Messages::English.feed()),
        escaped(Messages::English.site()),
        escaped(Messages::English.data_licence()),
        entries.collect::<String>(),
    ))
}

/// The list of all pages for search engines; none without the site's address.
pub(crate) fn sitemap(loaded: &Loaded, site: &SiteConfig) -> Option<String> {
    let address = escaped(site.address.as_ref()?);
    let folders = loaded.catalog.countries.iter().map(|country| country.path());
    let of_text = ["", DATA, ABOUT, ACCESSIBILITY].map(str::to_owned);
    let pages = of_text.into_iter().chain(folders).map(|folder| {
        format!("<url><loc>{address}{folder}</loc><lastmod>{}</lastmod></url>\n", loaded.catalog.version)
    });
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        pages.collect::<String>()
    ))
}

/// What robots may read: everything.
pub(crate) fn robots(site: &SiteConfig) -> String {
    let sitemap = site.absolute("sitemap.xml").map(|address| format!("Sitemap: {address}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

#[cfg(test)]
mod tests {
    use super::sitemap;
    use crate::config::SiteConfig;
    use crate::data;

    #[test]
    fn the_list_of_pages_has_the_start_page_those_about_it_and_every_country() {
        let loaded = data::load().expect("the dataset is right");
        let site = SiteConfig { address: Some("https://example.org/a/".to_owned()), ..SiteConfig::default() };
        let list = sitemap(&loaded, &site).expect("the address is known");
        let check = |page: &str| {
            let expected = format!("<loc>https://example.org/a/{page}</loc>");
            assert!(list.contains(&expected), "{expected} is not in {list}");
        };
        check("");
        check("data/");
        check("about/");
        check("accessibility/");
        check("ie/");
        assert_eq!(list.matches("<url>").count(), loaded.catalog.countries.len() + 4);
        assert_eq!(sitemap(&loaded, &SiteConfig::default()), None);
    }
}
