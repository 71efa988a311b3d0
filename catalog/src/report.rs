//! Where "Report a mistake" leads: to a form of the project's repository that is filled in, or else to a mail.

use crate::Messages;
use crate::date::PartialDate;
pub use crate::reported::Reported;

/// Where mistakes are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contact<'a> {
    /// The address of the project's repository, without a slash at its end.
    pub repository: Option<&'a str>,
    /// The mail address of the maintainer.
    pub mail: Option<&'a str>,
}

/// The address at which a mistake is told, with everything filled in that names what is wrong; nothing where there is
/// neither a repository nor a mail address. `site` is the absolute address of the site's start page, or empty where
/// that is not known; `version` is the dataset's.
#[must_use]
pub fn address(contact: Contact<'_>, reported: Reported<'_>, site: &str, version: PartialDate) -> Option<String> {
    let (start, between, line_end) = match (contact.repository, contact.mail) {
        (Some(repository), _) if is_gitlab(repository) => {
            ([repository, "/-/issues/new?issue%5Btitle", "%5D="], "&issue%5Bdescription%5D=", "%0A")
        }
        // GitHub, Gitea and Forgejo.
        (Some(repository), _) => ([repository, "/issues/new?", "title="], "&body=", "%0A"),
        // In a mail a line ends with both characters.
        (None, Some(mail)) => (["mailto:", mail, "?subject="], "&body=", "%0D%0A"),
        (None, None) => return None,
    };
    let title = encoded(&Messages::English.report_title(reported));
    let body =
        encoded(&Messages::English.report_body(reported, &page(reported, site), version)).replace("%0A", line_end);
    Some([&start.concat(), &*title, between, &body].concat())
}

/// Where the site shows what is reported; empty where the site's address is not known.
fn page(reported: Reported<'_>, site: &str) -> String {
    match reported {
        _ if site.is_empty() => String::new(),
        Reported::Page => site.to_owned(),
        Reported::Country(country) => [site, &country.path()].concat(),
        Reported::Document(_, resource) => [site, "?item=", resource.id.as_str()].concat(),
    }
}

/// Whether a repository is on a GitLab, whose form takes other names. Most are at a host that says so; the European
/// Commission's does not.
pub(crate) fn is_gitlab(repository: &str) -> bool {
    let host = repository.split('/').nth(2).unwrap_or_default();
    host == "code.europa.eu" || host.split('.').any(|part| part == "gitlab")
}

/// A value of a query. A space is `%20`: mail programs take a `+` for a plus sign.
fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}
