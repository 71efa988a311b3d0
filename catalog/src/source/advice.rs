//! What an editor may want to look at, although nothing is wrong with it.

mod addresses;
mod documents;
mod figures;
mod places;
mod sentences;
mod texts;

use crate::catalog::Catalog;
use crate::date::PartialDate;
use crate::names::named_enum;
use std::fmt;

pub(super) use places::Entries;

named_enum! {
    /// What an advice is about.
    "kind of advice" AdviceKind {
        /// Two documents of a country have nearly the same title: case, punctuation and years are not counted.
        SameTitle = "same-title",
        /// Two documents have the same address: scheme, `www.`, a last slash and the fragment are not counted.
        SameAddress = "same-address",
        /// The period is over while the status is active.
        PeriodOver = "period-over",
        /// The check is more than a year old.
        OldCheck = "old-check",
        /// The original title contradicts the document's language.
        TitleLanguage = "title-language",
        /// The original title repeats the English one.
        RepeatedTitle = "repeated-title",
        /// The language tag `no`, which does not say in which written form.
        NorwegianForm = "norwegian-form",
        /// An issuer, a leading body or a partner is a description and not the name of a body.
        BodyDescription = "body-description",
        /// The unit of a figure has a qualifier or a date in it.
        UnitQualifier = "unit-qualifier",
        /// The value of a figure repeats its unit.
        RepeatedUnit = "repeated-unit",
        /// The label of a figure begins with a capital, but not with a name.
        LabelCapital = "label-capital",
        /// A range of years with a hyphen.
        YearRangeHyphen = "year-range-hyphen",
        /// A long sentence.
        SentenceLength = "sentence-length",
        /// An address on plain http.
        PlainHttp = "plain-http",
        /// An address of a copy, of a test site, or of a page that only gathers others.
        WeakHost = "weak-host",
        /// An accepted advice that is not given any more.
        UnusedAcceptance = "unused-acceptance",
    }
}

/// One thing to look at, in one sentence. Unlike a problem, it keeps nothing from being published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Where: the file and the path in it, `countries/ie.json: resources[1].url`.
    pub place: String,
    /// What it is about.
    pub kind: AdviceKind,
    /// What is noticed there, and what may be done.
    pub message: String,
}

impl Advice {
    pub(super) fn new(place: impl Into<String>, kind: AdviceKind, message: impl Into<String>) -> Self {
        Self { place: place.into(), kind, message: message.into() }
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} [{}]", self.place, self.message, self.kind.name())
    }
}

/// All there is to look at in a dataset on a day.
pub(super) fn found(catalog: &Catalog, today: PartialDate) -> Vec<Advice> {
    let mut found = Vec::new();
    documents::look(catalog, today, &mut found);
    figures::look(catalog, &mut found);
    texts::look(catalog, &mut found);
    addresses::look(catalog, &mut found);
    found
}
