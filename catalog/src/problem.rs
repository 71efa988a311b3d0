//! What is wrong with a dataset, and where.

use std::fmt;

/// One thing that is wrong, in one sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where: the file and the path in it, `countries/ie.json: resources[1].url`.
    pub place: String,
    /// What is wrong there and what was expected.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Everything that is wrong with a dataset, file by file; never empty where it is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// One problem.
    #[must_use]
    pub fn one(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self(vec![Problem { place: place.into(), message: message.into() }])
    }

    /// Adds a problem.
    pub fn push(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.0.push(Problem { place: place.into(), message: message.into() });
    }

    /// Adds all of `others`.
    pub fn append(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// The places where there is one.
    #[cfg(feature = "source")]
    pub(crate) fn places(&self) -> Places<'_> {
        Places(self.0.iter().map(|problem| &*problem.place).collect())
    }

    /// `value`, or these problems where there are any.
    pub(crate) fn or<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

/// Where there are problems.
#[cfg(feature = "source")]
pub(crate) struct Places<'a>(std::collections::HashSet<&'a str>);

#[cfg(feature = "source")]
impl Places<'_> {
    /// Whether there is a problem at the place or at one that holds it. It takes as long as the place, however many
    /// problems there are.
    pub(crate) fn cover(&self, place: &str) -> bool {
        let mut holding = place.match_indices(['.', '[', ':']).map(|(end, _)| &place[..end]);
        self.0.contains(place) || holding.any(|holding| self.0.contains(holding))
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// `text` for a message, in quotes.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", shown(text))
}

/// `text` for a message or a place: what cannot be seen is escaped, what is long is cut.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let visible = |c: char| if c == '\'' { c.to_string() } else { c.escape_debug().to_string() };
    let mut shown: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// "… is no kind of document; it must be one of …".
pub(crate) fn not_one_of(what: &str, found: &str, names: &[&str]) -> String {
    format!("{} is no {what}; it must be one of {}", quoted(found), names.join(", "))
}
