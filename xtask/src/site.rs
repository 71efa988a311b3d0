//! Where the site will be: the one setting for all addresses that must be absolute.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{project, tree};

/// The setting, `site.json`; what it does not say is left out of the site.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The address of the start page, with its slash at the end.
    pub address: Option<String>,
    /// The address of the project's repository, whose issues are where mistakes are told.
    pub repository: Option<String>,
}

impl Site {
    /// Reads `site.json`; an address that is `given` comes before the one that stands there.
    pub fn load(given: Option<String>) -> Result<Self> {
        let setting: Value =
            serde_json::from_str(&tree::text(&project::root().join("site.json"))?).context("site.json is not JSON")?;
        let said = |name| setting.get(name).and_then(Value::as_str).map(str::to_owned);
        let address = given.or_else(|| said("address")).map(|address| checked(&address)).transpose()?;
        let repository = said("repository").map(|address| checked(&address)).transpose()?;
        Ok(Self { address, repository: repository.map(|address| address.trim_end_matches('/').to_owned()) })
    }

    /// The absolute address of a file or page, if the site's is known.
    pub fn absolute(&self, path: &str) -> Option<String> {
        self.address.as_ref().map(|address| format!("{address}{path}"))
    }
}

fn checked(address: &str) -> Result<String> {
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    ensure!(
        is_address && !address.contains(['?', '#', '"', '<', '&', ' ']),
        "The address {address} in site.json must begin with https:// and have no query."
    );
    Ok(format!("{}/", address.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn an_address_ends_with_a_slash_and_is_one() {
        let check = |address, expected: &str| assert_eq!(checked(address).expect("it is one"), expected);
        check("https://example.org", "https://example.org/");
        check("https://example.org/a/b/", "https://example.org/a/b/");
        assert_eq!(
            checked("example.org").expect_err("it is none").to_string(),
            "The address example.org in site.json must begin with https:// and have no query."
        );
    }
}
