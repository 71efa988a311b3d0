//! What was found, for editors.

use std::fmt::Write as _;

use catalog::WebAddress;

/// How an address answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// As it should.
    Fine,
    /// It is no more, by this status.
    Gone(u16),
    /// For good at another address.
    Moved(String),
    /// By a status that leaves open what there is.
    Status(u16),
    /// Not at all, and why.
    Failed(String),
}

/// An address of the dataset and how it answers.
pub(crate) struct Link {
    pub(crate) address: String,
    /// Its places in the editors' files.
    pub(crate) places: Vec<String>,
    pub(crate) answer: Answer,
}

/// All that was found on a day.
pub(crate) struct Report {
    pub(crate) day: String,
    pub(crate) links: Vec<Link>,
}

impl Report {
    /// Whether any server answers; where none does, the fault is on our side.
    pub(crate) fn has_answers(&self) -> bool {
        self.links.is_empty() || self.links.iter().any(|link| !matches!(link.answer, Answer::Failed(_)))
    }

    /// How many there are of each group.
    pub(crate) fn summary(&self) -> String {
        let count = |group: Group| self.links.iter().filter(|link| link.group() == Some(group)).count();
        format!(
            "Of {} addresses, {} are gone, {} are redirected, {} failed and {} are on http only.",
            self.links.len(),
            count(Group::Gone),
            count(Group::Redirected),
            count(Group::Failed),
            count(Group::HttpOnly)
        )
    }

    /// The groups with their addresses, in Markdown.
    pub(crate) fn markdown(&self) -> String {
        let mut text = format!("# Links of the dataset, {}\n\n{}\n", self.day, self.summary());
        for (group, title, hint) in GROUPS {
            let links: Vec<&Link> = self.links.iter().filter(|link| link.group() == Some(group)).collect();
            if links.is_empty() {
                continue;
            }
            // Writing to a String cannot fail.
            let _ = write!(text, "\n## {title} ({})\n\n{hint}\n\n", links.len());
            for link in links {
                let _ = writeln!(text, "- <{}>{}", link.address, link.found());
                link.places.iter().for_each(|place| {
                    let _ = writeln!(text, "  - `{place}`");
                });
            }
        }
        text
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Gone,
    Redirected,
    Failed,
    HttpOnly,
}

/// Each group, its title and what to do about it.
const GROUPS: [(Group, &str, &str); 4] = [
    (Group::Gone, "Gone", "Look for where it went, or for another page that says the same."),
    (Group::Redirected, "Redirected", "Moved for good: look at the new address, and take it where it holds the same."),
    (Group::Failed, "Failed", "Open it in a browser first: some servers answer people only, or were down."),
    (Group::HttpOnly, "http only", "It answers on plain http and does not lead on to https: try https."),
];

impl Link {
    fn group(&self) -> Option<Group> {
        match self.answer {
            Answer::Gone(_) => Some(Group::Gone),
            Answer::Moved(_) => Some(Group::Redirected),
            Answer::Status(_) | Answer::Failed(_) => Some(Group::Failed),
            Answer::Fine => self.address.starts_with("http:").then_some(Group::HttpOnly),
        }
    }

    /// What stands after the address. What others wrote is not taken into the report as it is.
    fn found(&self) -> String {
        match &self.answer {
            Answer::Fine => String::new(),
            Answer::Gone(status) | Answer::Status(status) => format!(": {status}"),
            Answer::Moved(to) if WebAddress::parse(to).is_ok() => format!(" → <{to}>"),
            Answer::Moved(to) => format!(" → {}", code(to)),
            Answer::Failed(why) => format!(": {}", code(why)),
        }
    }
}

/// Text that Markdown takes as it is.
fn code(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() || c == '`' { ' ' } else { c }).collect();
    format!("`{}`", plain.trim())
}

#[cfg(test)]
mod tests {
    use super::{Answer, Link, Report};

    fn report(links: &[(&str, Answer)]) -> Report {
        let link = |(at, (address, answer)): (usize, &(&str, Answer))| Link {
            address: (*address).to_owned(),
            places: vec![format!("countries/ie.json: resources[{at}].url")],
            answer: answer.clone(),
        };
        Report { day: "2026-11-23".to_owned(), links: links.iter().enumerate().map(link).collect() }
    }

    #[test]
    fn a_report_has_its_groups_with_their_addresses() {
        let links = [
            ("https://a.org/", Answer::Fine),
            ("http://b.org/", Answer::Fine),
            ("https://c.org/", Answer::Status(503)),
            ("http://d.org/", Answer::Moved("https://d.org/".to_owned())),
            ("https://e.org/", Answer::Gone(410)),
        ];
        let expected = "\
# Links of the dataset, 2026-11-23

Of 5 addresses, 1 are gone, 1 are redirected, 1 failed and 1 are on http only.

## Gone (1)

Look for where it went, or for another page that says the same.

- <https://e.org/>: 410
  - `countries/ie.json: resources[4].url`

## Redirected (1)

Moved for good: look at the new address, and take it where it holds the same.

- <http://d.org/> → <https://d.org/>
  - `countries/ie.json: resources[3].url`

## Failed (1)

Open it in a browser first: some servers answer people only, or were down.

- <https://c.org/>: 503
  - `countries/ie.json: resources[2].url`

## http only (1)

It answers on plain http and does not lead on to https: try https.

- <http://b.org/>
  - `countries/ie.json: resources[1].url`
";
        assert_eq!(report(&links).markdown(), expected);
    }

    #[test]
    fn what_servers_say_cannot_become_markdown() {
        let check = |answer: Answer, expected: &str| {
            let report = report(&[("https://a.org/", answer)]);
            assert_eq!(report.links[0].found(), expected);
        };
        check(Answer::Failed("no `host`\n# at all".to_owned()), ": `no  host  # at all`");
        check(Answer::Moved("https://a.org/>*b*".to_owned()), " → `https://a.org/>*b*`");
        check(Answer::Moved("https://a.org/b".to_owned()), " → <https://a.org/b>");
    }

    #[test]
    fn where_nothing_answers_there_is_no_network() {
        let check = |links: &[(&str, Answer)], expected| assert_eq!(report(links).has_answers(), expected);
        let failed = || ("https://a.org/", Answer::Failed("Could not resolve host".to_owned()));
        check(&[failed(), failed()], false);
        check(&[failed(), ("https://b.org/", Answer::Gone(404))], true);
        check(&[], true);
    }
}
