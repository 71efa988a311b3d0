//! A table of countries for spreadsheets.

use super::sheet::Content::{Day, Number, Text};
use super::sheet::{Column, Sheet};
use crate::catalog::Catalog;
use crate::country::{Country, PlanState, PlanStatus};
use crate::date::{PartialDate, Year};
use crate::life::{End, InForce};
use crate::resource::Resource;
use crate::separator::Separator;

/// A country on a day.
pub(crate) struct About<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) country: &'a Country,
    pub(crate) today: PartialDate,
}

/// The columns.
const COLUMNS: [Column; 31] = [
    ("code", Text),
    ("country", Text),
    ("plan_state", Text),
    ("plan_status", Text),
    ("on", Day),
    ("plan", Text),
    ("in_force", Text),
    ("since", Number),
    ("until", Number),
    ("lead_body", Text),
    ("legal_basis", Text),
    ("signed", Text),
    ("signed_on", Day),
    ("gdi", Text),
    ("gdi_since", Day),
    ("genome_of_europe", Text),
    ("genome_of_europe_samples", Number),
    ("genome_of_europe_as_of", Text),
    ("reference_cohort", Text),
    ("reference_cohort_planned", Number),
    ("reference_cohort_done", Number),
    ("reference_cohort_as_of", Text),
    ("consent", Text),
    ("newborn_genomics", Text),
    ("rare_disease_plan", Text),
    ("contact", Text),
    ("contact_url", Text),
    ("documents", Number),
    ("documents_in_force", Number),
    ("videos", Number),
    ("overview", Text),
];

/// The countries as a table, a row each. Where each stands is said of the day `today`. Numbers are of all documents of a
/// country, also of those that do not fit what is asked for.
#[must_use]
pub fn countries<'a>(catalog: &Catalog, countries: impl Iterator<Item = &'a Country>, today: PartialDate) -> Sheet {
    let row = |country| About { catalog, country, today }.cells();
    Sheet { columns: COLUMNS.into(), rows: countries.map(row).collect() }
}

/// The countries as CSV: [`countries`], with commas.
#[must_use]
pub fn countries_csv<'a>(catalog: &Catalog, of: impl Iterator<Item = &'a Country>, today: PartialDate) -> String {
    countries(catalog, of, today).csv(Separator::Comma)
}

impl<'a> About<'a> {
    /// What stands in the columns. What is not known is empty, and never "no".
    fn cells(&self) -> Vec<String> {
        let Self { catalog, country, today } = *self;
        let profile = &country.profile;
        let (gdi, genomes) = (profile.infrastructure.as_ref(), profile.genome_of_europe.as_ref());
        let (cohort, contact) = (profile.reference_cohort.as_ref(), profile.contact.as_ref());
        vec![
            text(Some(country.code.as_str())),
            text(Some(&country.name)),
            text(Some(country.plan_state(today).name())),
            text(Some(country.plan_status.name())),
            date(Some(today)),
            titles(self.plans().into_iter()),
            text(self.in_force().map(InForce::name)),
            year(self.since()),
            year(self.until()),
            text(profile.lead_body.as_ref().map(|body| &*body.name)),
            self.titles_of(&profile.legal_basis),
            yes_or_no(Some(country.declaration.signatory)),
            date(country.declaration.signed),
            yes_or_no(gdi.map(|part| part.is_member)),
            date(gdi.and_then(|part| part.since)),
            yes_or_no(genomes.map(|part| part.is_member)),
            number(genomes.and_then(|part| part.samples)),
            text(genomes.and_then(|part| part.as_of.as_deref())),
            text(cohort.map(|cohort| &*cohort.name)),
            number(cohort.and_then(|cohort| cohort.planned)),
            number(cohort.and_then(|cohort| cohort.done)),
            text(cohort.and_then(|cohort| cohort.as_of.as_deref())),
            text(profile.consent.as_ref().map(|consent| &*consent.model)),
            self.titles_of(&profile.newborn_genomics),
            self.titles_of(profile.rare_disease_plan.as_slice()),
            text(contact.map(|contact| &*contact.name)),
            text(contact.map(|contact| contact.address.as_str())),
            country.resources.len().to_string(),
            self.documents_in_force().to_string(),
            catalog.videos_of(country.code).count().to_string(),
            text(Some(&country.overview)),
        ]
    }

    /// The documents that are the adopted plan; none where no plan is adopted.
    pub(crate) fn plans(&self) -> Vec<&'a Resource> {
        let is_adopted = self.country.plan_status == PlanStatus::Adopted;
        self.country.plans().filter(|_| is_adopted).collect()
    }

    /// Whether the plan is in force, as its state says; of a country without an adopted plan nothing.
    fn in_force(&self) -> Option<InForce> {
        match self.country.plan_state(self.today) {
            _ if self.country.plan_status != PlanStatus::Adopted => None,
            PlanState::InForce => Some(InForce::Yes),
            PlanState::InPreparation => Some(InForce::NotYet),
            PlanState::Ended => Some(InForce::NoLonger),
            PlanState::ProgrammeOnly | PlanState::NoneFound => None,
        }
    }

    /// The documents of the plan that are as far as the plan is.
    fn deciding(&self) -> Vec<&'a Resource> {
        let state = self.in_force();
        self.plans().into_iter().filter(|plan| Some(plan.in_force(self.today)) == state).collect()
    }

    /// The first year of the plan that is in force, or else of the one that is over or to come.
    pub(crate) fn since(&self) -> Option<Year> {
        self.deciding().iter().filter_map(|plan| plan.life().from).min()
    }

    /// Its last year, where the end of all its documents is set.
    pub(crate) fn until(&self) -> Option<Year> {
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

fn year(known: Option<Year>) -> String {
    known.map(|year| year.to_string()).unwrap_or_default()
}

fn number(known: Option<u32>) -> String {
    known.map(|number| number.to_string()).unwrap_or_default()
}

fn date(known: Option<PartialDate>) -> String {
    known.map(|date| date.to_string()).unwrap_or_default()
}
