//! Web addresses that are safe to link to.

use crate::problem::quoted;

/// An absolute https or http address.
///
/// The check is that of a link's safety, not the whole of RFC 3986: the scheme is one of the two
/// (`javascript:` and `data:` never pass), there is a host and no user name, and there is no
/// character that a browser would drop or that could leave an attribute.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Box<str>);

impl WebAddress {
    /// Longest address taken, in bytes.
    pub const LONGEST: usize = 2_000;

    /// Reads an address.
    ///
    /// # Errors
    /// One sentence that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let Some(rest) = rest else {
            return Err(format!("{} is no web address; it must begin with https:// or http://", quoted(text)));
        };
        if text.len() > Self::LONGEST {
            return Err(format!("the address {} is longer than {} characters", quoted(text), Self::LONGEST));
        }
        let forbidden =
            |c: char| !c.is_ascii_graphic() || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
        if let Some(bad) = text.chars().find(|c| forbidden(*c)) {
            return Err(format!(
                "the address {} has the character {bad:?}, which must be percent-encoded",
                quoted(text)
            ));
        }
        if !is_host(host_and_port(rest)) {
            return Err(format!("the address {} names no host such as www.example.org", quoted(text)));
        }
        Ok(Self(text.into()))
    }

    /// The address as it stands in the dataset.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without a leading `www.`, to name a link by.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = host_and_port(self.without_scheme());
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// The address for people: without the scheme, `www.` and the last slash.
    #[must_use]
    pub fn readable(&self) -> &str {
        let rest = self.without_scheme();
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        rest.strip_suffix('/').unwrap_or(rest)
    }

    /// What follows the host in [`WebAddress::readable`]: the two together are that.
    #[must_use]
    pub fn after_host(&self) -> &str {
        &self.readable()[self.host().len()..]
    }

    fn without_scheme(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, rest)| rest)
    }

    /// Whether the address is https.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// Whether the address's path ends in `.pdf`.
    #[must_use]
    pub fn is_pdf(&self) -> bool {
        let path = self.0.split(['?', '#']).next().unwrap_or("");
        path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("pdf"))
    }
}

fn host_and_port(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or("")
}

fn is_host(text: &str) -> bool {
    let (host, port) = text.split_once(':').unwrap_or((text, "443"));
    let label = |label: &str| {
        !label.is_empty() && !label.starts_with('-') && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let has_dot = host.contains('.') && host.bytes().any(|b| b.is_ascii_alphabetic());
    let is_port = port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok();
    has_dot && host.split('.').all(label) && is_port
}
