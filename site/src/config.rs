//! What whoever hosts the site says of it in `site.json`: where it will be, which is the one setting for all addresses
//! that must be absolute, and who stands behind it.

use anyhow::{Context, Result, bail, ensure};
use catalog::WebAddress;
use serde_json::{Map, Value};

use crate::{files, project};

/// The setting, `site.json`; what it does not say is left out of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteConfig {
    /// The address of the start page, with its slash at the end.
    pub address: Option<String>,
    /// The address of the project's repository, whose issues are where mistakes are told.
    pub repository: Option<String>,
    /// Who maintains it.
    pub maintainer: Option<Maintainer>,
}

/// The body that maintains the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Maintainer {
    /// Its name.
    pub name: String,
    /// The address of its page, on https.
    pub address: Option<String>,
    /// Its mail address.
    pub mail: Option<String>,
}

impl SiteConfig {
    /// Reads `site.json`; an address that is `given` comes before the one that stands there.
    pub fn load(given: Option<String>) -> Result<Self> {
        let site = Self::read(&files::text(&project::root().join("site.json"))?)?;
        let given = given.map(|address| checked(&address)).transpose().map_err(anyhow::Error::msg)?;
        Ok(Self { address: given.or(site.address), ..site })
    }

    /// Reads the text of `site.json`; every problem is a sentence on a line of its own.
    fn read(text: &str) -> Result<Self> {
        let setting: Value = serde_json::from_str(text).context("site.json is not JSON")?;
        let Value::Object(setting) = &setting else { bail!("site.json must be an object.") };
        let mut part = SettingObject { object: setting, of: "", problems: Vec::new() };
        part.takes(&["address", "repository", "maintainer"]);
        let address = part.text("address", checked);
        let repository = part.text("repository", checked);
        let mut problems = part.problems;
        let maintainer = match setting.get("maintainer") {
            None | Some(Value::Null) => None,
            Some(Value::Object(object)) => {
                let mut part = SettingObject { object, of: " of the maintainer", problems: Vec::new() };
                let maintainer = Maintainer::read(&mut part);
                problems.append(&mut part.problems);
                Some(maintainer)
            }
            Some(_) => {
                problems.push("\"maintainer\" in site.json must be an object or null.".to_owned());
                None
            }
        };
        ensure!(problems.is_empty(), "{}", problems.join("\n"));
        Ok(Self { address, repository: repository.map(|address| address.trim_end_matches('/').to_owned()), maintainer })
    }

    /// The absolute address of a file or page, if the site's is known.
    pub(crate) fn absolute(&self, path: &str) -> Option<String> {
        self.address.as_ref().map(|address| format!("{address}{path}"))
    }

    /// What is said where nobody can be told of a mistake.
    pub fn lacks_contact(&self) -> Option<&'static str> {
        let has_mail = self.maintainer.as_ref().is_some_and(|maintainer| maintainer.mail.is_some());
        (self.repository.is_none() && !has_mail).then_some(
            "site.json names neither a repository nor a maintainer's mail: the page cannot offer \"Report a mistake\".",
        )
    }
}

impl Maintainer {
    fn read(part: &mut SettingObject) -> Self {
        part.takes(&["name", "address", "mail"]);
        let is_lacking = matches!(part.object.get("name"), None | Some(Value::Null));
        if is_lacking {
            part.problems.push("The maintainer in site.json needs a \"name\".".to_owned());
        }
        Self {
            name: part.text("name", name).unwrap_or_default(),
            address: part.text("address", page),
            mail: part.text("mail", mail),
        }
    }
}

/// An object of `site.json`, and what is wrong with it.
struct SettingObject<'a> {
    object: &'a Map<String, Value>,
    /// Whose keys these are, with a space before; empty for those of the file.
    of: &'static str,
    problems: Vec<String>,
}

impl SettingObject<'_> {
    /// Finds keys that are not among these.
    fn takes(&mut self, keys: &[&str]) {
        for key in self.object.keys().filter(|key| !keys.contains(&key.as_str())) {
            let keys = keys.join(", ");
            self.problems.push(format!("The key \"{key}\"{} in site.json is not known; there are {keys}.", self.of));
        }
    }

    /// The text of a key as `read` takes it, or nothing where it is `null` or wrong.
    fn text(&mut self, key: &str, read: fn(&str) -> Result<String, String>) -> Option<String> {
        let read = match self.object.get(key) {
            None | Some(Value::Null) => return None,
            Some(Value::String(text)) => read(text),
            Some(_) => Err(format!("\"{key}\"{} in site.json must be a text or null.", self.of)),
        };
        read.map_err(|problem| self.problems.push(problem)).ok()
    }
}

fn checked(address: &str) -> Result<String, String> {
    let is_address = address.starts_with("https://") || address.starts_with("http://");
    if !is_address || address.contains(['?', '#', '"', '<', '&', ' ']) {
        return Err(format!("The address {address} in site.json must begin with https:// and have no query."));
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

fn name(name: &str) -> Result<String, String> {
    if name.trim().is_empty() || name.trim() != name || name.contains(char::is_control) {
        return Err(format!("The maintainer's name {name:?} in site.json must be words on one line."));
    }
    Ok(name.to_owned())
}

fn page(address: &str) -> Result<String, String> {
    match WebAddress::parse(address) {
        Ok(page) if page.is_secure() => Ok(address.to_owned()),
        _ => {
            Err(format!("The maintainer's address {address:?} in site.json must be a page that begins with https://."))
        }
    }
}

/// Only the characters that need no encoding in an address that begins with `mailto:`.
fn mail(mail: &str) -> Result<String, String> {
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b));
    let is_host =
        |host: &str| WebAddress::parse(&format!("https://{host}")).is_ok_and(|_| !host.contains(['/', ':', '?', '#']));
    match mail.split_once('@') {
        Some((name, host)) if is_name(name) && is_host(host) => Ok(mail.to_owned()),
        _ => Err(format!("The maintainer's mail {mail:?} in site.json must be an address such as plans@example.org.")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Maintainer, SiteConfig, checked};

    #[test]
    fn an_address_ends_with_a_slash_and_is_one() {
        let check = |address, expected: &str| assert_eq!(checked(address).expect("it is one"), expected);
        check("https://example.org", "https://example.org/");
        check("https://example.org/a/b/", "https://example.org/a/b/");
        assert_eq!(
            checked("example.org").expect_err("it is none"),
            "The address example.org in site.json must begin with https:// and have no query."
        );
    }

    #[test]
    fn the_setting_that_is_shipped_is_right() {
        SiteConfig::load(None).expect("it is right");
    }

    #[test]
    fn it_is_said_where_nobody_can_be_told_of_a_mistake() {
        let expected = "site.json names neither a repository nor a maintainer's mail: the page cannot offer \
                        \"Report a mistake\".";
        assert_eq!(SiteConfig::default().lacks_contact(), Some(expected));
    }

    #[test]
    fn mistakes_can_be_told_to_a_repository_or_by_mail() {
        let check = |text: &str, can_be_told: bool| {
            let site = SiteConfig::read(text).unwrap_or_else(|problem| panic!("{text}: {problem}"));
            assert_eq!(site.lacks_contact().is_none(), can_be_told, "{text}");
        };
        check(r#"{"repository": "https://code.example/a"}"#, true);
        check(r#"{"maintainer": {"name": "A", "mail": "a@example.org"}}"#, true);
        check(r#"{"maintainer": {"name": "A", "address": "https://example.org/"}}"#, false);
        check("{}", false);
    }

    #[test]
    fn everything_that_can_be_said_is_read() {
        let site = SiteConfig::read(
            r#"{
              "address": "https://example.org/plans",
              "repository": "https://code.example/plans/",
              "maintainer": {"name": "Institute A & B", "address": "https://example.org/us?x=1", "mail": "a.b+c@mail.example.org"}
            }"#,
        );
        let maintainer = Maintainer {
            name: "Institute A & B".to_owned(),
            address: Some("https://example.org/us?x=1".to_owned()),
            mail: Some("a.b+c@mail.example.org".to_owned()),
        };
        let expected = SiteConfig {
            address: Some("https://example.org/plans/".to_owned()),
            repository: Some("https://code.example/plans".to_owned()),
            maintainer: Some(maintainer),
        };
        assert_eq!(site.expect("it is right"), expected);
    }

    #[test]
    fn every_problem_is_a_sentence() {
        let check = |text: &str, expected: &[&str]| {
            let problem = SiteConfig::read(text).map_err(|problem| problem.to_string()).expect_err(text);
            assert_eq!(problem.lines().collect::<Vec<_>>(), expected, "{text}");
        };
        let maintainer =
            |maintainer: &str, expected: &str| check(&format!("{{\"maintainer\": {maintainer}}}"), &[expected]);
        check("{", &["site.json is not JSON"]);
        check("[]", &["site.json must be an object."]);
        check(
            r#"{"adress": "https://example.org/", "repository": 1, "address": "example.org", "maintainer": "A"}"#,
            &[
                "The key \"adress\" in site.json is not known; there are address, repository, maintainer.",
                "The address example.org in site.json must begin with https:// and have no query.",
                "\"repository\" in site.json must be a text or null.",
                "\"maintainer\" in site.json must be an object or null.",
            ],
        );
        maintainer("{}", "The maintainer in site.json needs a \"name\".");
        maintainer(r#"{"name": null}"#, "The maintainer in site.json needs a \"name\".");
        maintainer(r#"{"name": 1}"#, "\"name\" of the maintainer in site.json must be a text or null.");
        maintainer(r#"{"name": ""}"#, "The maintainer's name \"\" in site.json must be words on one line.");
        maintainer(r#"{"name": "A\nB"}"#, "The maintainer's name \"A\\nB\" in site.json must be words on one line.");
        maintainer(
            r#"{"name": "A", "email": "a@example.org"}"#,
            "The key \"email\" of the maintainer in site.json is not known; there are name, address, mail.",
        );
        let address = |address: &str| {
            maintainer(
                &format!("{{\"name\": \"A\", \"address\": \"{address}\"}}"),
                &format!(
                    "The maintainer's address \"{address}\" in site.json must be a page that begins with https://."
                ),
            );
        };
        address("http://example.org/");
        address("javascript:alert(1)");
        address("https://localhost/");
        let mail = |mail: &str| {
            maintainer(
                &format!("{{\"name\": \"A\", \"mail\": \"{mail}\"}}"),
                &format!("The maintainer's mail \"{mail}\" in site.json must be an address such as plans@example.org."),
            );
        };
        for wrong in [
            "",
            "a",
            "@example.org",
            "a@",
            "a@b",
            "a b@example.org",
            "a@example.org?cc=b",
            "a@b@example.org",
            "mailto:a@example.org",
            "a@example.org:25",
        ] {
            mail(wrong);
        }
    }
}
