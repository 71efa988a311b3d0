//! A table of countries for spreadsheets.

use super::csv::{BYTE_ORDER_MARK, push_line};
use crate::catalog::Catalog;
use crate::country::{Country, PlanStatus};
use crate::date::{PartialDate, Year};
use crate::life::{End, InForce};
use crate::resource::Resource;

/// A country on a day.
struct About<'a> {
    catalog: &'a Catalog,
    country: &'a Country,
    today: PartialDate,
}

/// A column: its name, and what stands in it.
type Column = (&'static str, fn(&About) -> String);

/// The columns. What is not known is empty, and never "no".
const COLUMNS: [Column; 31] = [
    ("code", |about| about.country.code.to_string()),
    ("country", |about| about.country.name.to_string()),
    ("plan_state", |about| about.country.plan_state(about.today).name().to_owned()),
    ("plan_status", |about| about.country.plan_status.name().to_owned()),
    ("on", |about| about.today.to_string()),
    ("plan", |about| titles(about.plans().into_iter())),
    ("in_force", |about| about.in_force().map(InForce::name).unwrap_or_default().to_owned()),
    ("since", |about| about.since().map(|year| year.to_string()).unwrap_or_default()),
    ("until", |about| about.until().map(|year| year.to_string()).unwrap_or_default()),
    ("lead_body", |about| text(about.country.profile.lead_body.as_ref().map(|body| &*body.name))),
    ("legal_basis", |about| about.titles_of(&about.country.profile.legal_basis)),
    ("signed", |about| yes_or_no(Some(about.country.declaration.signatory))),
    ("signed_on", |about| date(about.country.declaration.signed)),
    ("gdi", |about| yes_or_no(about.country.profile.infrastructure.as_ref().map(|part| part.is_member))),
    ("gdi_since", |about| date(about.country.profile.infrastructure.as_ref().and_then(|part| part.since))),
    ("genome_of_europe", |about| yes_or_no(about.country.profile.genome_of_europe.as_ref().map(|part| part.is_member))),
    ("genome_of_europe_samples", |about| {
        number(about.country.profile.genome_of_europe.as_ref().and_then(|part| part.samples))
    }),
    ("genome_of_europe_as_of", |about| {
        text(about.country.profile.genome_of_europe.as_ref().and_then(|part| part.as_of.as_deref()))
    }),
    ("reference_cohort", |about| text(about.country.profile.reference_cohort.as_ref().map(|cohort| &*cohort.name))),
    ("reference_cohort_planned", |about| {
        number(about.country.profile.reference_cohort.as_ref().and_then(|cohort| cohort.planned))
    }),
    ("reference_cohort_done", |about| {
        number(about.country.profile.reference_cohort.as_ref().and_then(|cohort| cohort.done))
    }),
    ("reference_cohort_as_of", |about| {
        text(about.country.profile.reference_cohort.as_ref().and_then(|cohort| cohort.as_of.as_deref()))
    }),
    ("consent", |about| text(about.country.profile.consent.as_ref().map(|consent| &*consent.model))),
    ("newborn_genomics", |about| about.titles_of(&about.country.profile.newborn_genomics)),
    ("rare_disease_plan", |about| about.titles_of(about.country.profile.rare_disease_plan.as_slice())),
    ("contact", |about| text(about.country.profile.contact.as_ref().map(|contact| &*contact.name))),
    ("contact_url", |about| text(about.country.profile.contact.as_ref().map(|contact| contact.address.as_str()))),
    ("documents", |about| about.country.resources.len().to_string()),
    ("documents_in_force", |about| about.documents_in_force().to_string()),
    ("videos", |about| about.catalog.videos_of(about.country.code).count().to_string()),
    ("overview", |about| about.country.overview.to_string()),
];

/// The countries as CSV, of the same form as [`csv`](super::csv()): a line each. Where each stands is said of the day
/// `today`. Numbers are of all documents of a country, also of those that do not fit what is asked for.
#[must_use]
pub fn countries_csv<'a>(
    catalog: &Catalog,
    countries: impl Iterator<Item = &'a Country>,
    today: PartialDate,
) -> String {
    let mut csv = BYTE_ORDER_MARK.to_owned();
    push_line(&mut csv, &COLUMNS.map(|(name, _)| name));
    for country in countries {
        let about = About { catalog, country, today };
        push_line(&mut csv, &COLUMNS.map(|(_, of)| of(&about)));
    }
    csv
}

impl<'a> About<'a> {
    /// The documents that are the adopted plan; none where no plan is adopted.
    fn plans(&self) -> Vec<&'a Resource> {
        let is_adopted = self.country.plan_status == PlanStatus::Adopted;
        self.country.plans().filter(|_| is_adopted).collect()
    }

    /// Whether the plan is in force: as soon as one of its documents is, and no longer when all are over.
    fn in_force(&self) -> Option<InForce> {
        let plans: Vec<InForce> = self.plans().iter().map(|plan| plan.in_force(self.today)).collect();
        let first = [InForce::Yes, InForce::NotYet].into_iter().find(|state| plans.contains(state));
        let is_over = !plans.is_empty() && plans.iter().all(|state| *state == InForce::NoLonger);
        first.or(is_over.then_some(InForce::NoLonger))
    }

    /// The documents of the plan that are as far as the plan is.
    fn deciding(&self) -> Vec<&'a Resource> {
        let state = self.in_force();
        self.plans().into_iter().filter(|plan| Some(plan.in_force(self.today)) == state).collect()
    }

    /// The first year of the plan that is in force, or else of the one that is over or to come.
    fn since(&self) -> Option<Year> {
        self.deciding().iter().filter_map(|plan| plan.life().from).min()
    }

    /// Its last year, where the end of all its documents is set.
    fn until(&self) -> Option<Year> {
        let ends = self.deciding().into_iter().map(|plan| match plan.life().end {
            End::Year(year) => Some(year),
            End::Open | End::Unknown => None,
        });
        ends.collect::<Option<Vec<Year>>>()?.into_iter().max()
    }

    fn documents_in_force(&self) -> usize {
        self.country.resources.iter().filter(|one| one.in_force(self.today) == InForce::Yes).count()
    }

    fn titles_of(&self, places: &[usize]) -> String {
        titles(places.iter().map(|at| &self.country.resources[*at]))
    }
}

fn titles<'a>(resources: impl Iterator<Item = &'a Resource>) -> String {
    resources.map(|resource| &*resource.title).collect::<Vec<_>>().join("; ")
}

fn text(known: Option<&str>) -> String {
    known.unwrap_or_default().to_owned()
}

fn yes_or_no(known: Option<bool>) -> String {
    text(known.map(|is| if is { "yes" } else { "no" }))
}

fn number(known: Option<u32>) -> String {
    known.map(|number| number.to_string()).unwrap_or_default()
}

fn date(known: Option<PartialDate>) -> String {
    known.map(|date| date.to_string()).unwrap_or_default()
}
