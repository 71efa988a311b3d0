//! What a country says of itself beside its documents, and which of its documents it names there.

use super::{FOR_EDITORS, sources, stands_once};
use crate::address::WebAddress;
use crate::country::PlanStatus;
use crate::date::PartialDate;
use crate::problem::quoted;
use crate::profile::{Consent, Contact, GenomeOfEurope, Infrastructure, LeadBody, Profile, ReferenceCohort};
use crate::reader::{RecordReader, collect_fields, plain_text};
use crate::resource::{Kind, Status};
use crate::wire::Json;
use std::collections::HashMap;

/// The documents of a country, as they stand in its file.
pub(super) struct Own<'a> {
    resources: &'a [Json],
    /// The first place of each id; only editors have so many that it pays.
    places: HashMap<&'a str, usize>,
}

impl<'a> Own<'a> {
    pub(super) fn of(resources: &'a [Json]) -> Self {
        let mut places = HashMap::new();
        if FOR_EDITORS {
            for (at, resource) in resources.iter().enumerate().rev() {
                places.extend(resource.get("id").and_then(Json::text).map(|id| (id, at)));
            }
        }
        Self { resources, places }
    }

    /// The place of the document that an id names.
    fn place(&self, id: &str) -> Result<usize, String> {
        let place = if FOR_EDITORS {
            self.places.get(id).copied()
        } else {
            let is_it = |resource: &Json| resource.get("id").and_then(Json::text) == Some(id);
            self.resources.iter().position(is_it)
        };
        place.ok_or_else(|| format!("this country has no resource {}", quoted(id)))
    }
}

/// Reads it; `own` are the country's documents.
pub(super) fn profile(reader: &mut RecordReader<'_>, own: &Own<'_>) -> Profile {
    let lead_body = reader.object("lead_body", &mut lead_body);
    let legal_basis = documents(reader, "legal_basis", own, &|resource| {
        let is_other = Kind::parse(text(resource, "kind")).is_ok_and(|kind| kind != Kind::Law);
        is_other.then(|| format!("the resource {} is no law", quoted(text(resource, "id"))))
    });
    let infrastructure = reader.object("gdi", &mut infrastructure);
    let genome_of_europe = reader.object("genome_of_europe", &mut genome_of_europe);
    let reference_cohort = reader.object("reference_cohort", &mut |reader| reference_cohort(reader, own));
    let consent = reader.object("consent", &mut consent);
    let newborn_genomics = documents(reader, "newborn_genomics", own, &|_| None);
    let rare_disease_plan = document(reader, "rare_disease_plan", own);
    let contact = reader.object("contact", &mut contact);
    // What cannot be read was noted, so no dataset comes of it.
    Profile {
        lead_body,
        legal_basis,
        infrastructure,
        genome_of_europe,
        reference_cohort,
        consent,
        newborn_genomics,
        rare_disease_plan,
        contact,
    }
}

/// How a dataset names the plan of a country that has adopted one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanNaming {
    /// It must: these are the editors' own files.
    Required,
    /// It may: a part of a dataset, as an export is one, may be without the plan's documents.
    Optional,
    /// It could not yet, before version 1.2: there the plan is every strategy, implementation plan and roadmap.
    ByKind,
}

/// The documents that are the national plan.
pub(super) fn plan(reader: &mut RecordReader<'_>, own: &Own<'_>, naming: PlanNaming) -> Vec<usize> {
    // Of a status that is wrong itself no more is said.
    let status = reader.str("plan_status").and_then(|status| PlanStatus::parse(status).ok());
    let is_adopted = status == Some(PlanStatus::Adopted);
    if naming == PlanNaming::ByKind && is_adopted {
        let plans = [Kind::Strategy, Kind::ImplementationPlan, Kind::Roadmap].map(Kind::name);
        return (0..own.resources.len()).filter(|at| plans.contains(&text(&own.resources[*at], "kind"))).collect();
    }
    let plan = documents(reader, "plan", own, &|resource| {
        let is_unknown = text(resource, "status") == Status::Unknown.name();
        is_unknown.then(|| format!("whether the plan {} is in force must be known", quoted(text(resource, "id"))))
    });
    let names_any = reader.get("plan").is_some_and(|plan| !plan.items().is_empty());
    if FOR_EDITORS && is_adopted && !names_any && naming == PlanNaming::Required {
        let message = "a country that has adopted a plan names at least one of its resources as the plan".to_owned();
        reader.wrong("plan", message);
    }
    if FOR_EDITORS && status.is_some() && !is_adopted && names_any {
        reader.wrong("plan", "only a country whose plan_status is adopted names its plan".to_owned());
    }
    plan
}

/// The places of the documents that a list of ids names; `wrong` says what editors are told of one that is there.
fn documents(
    reader: &mut RecordReader<'_>,
    key: &str,
    own: &Own<'_>,
    wrong: &dyn Fn(&Json) -> Option<String>,
) -> Vec<usize> {
    let places = reader.texts(key, &mut |id| {
        let at = own.place(id)?;
        if FOR_EDITORS { wrong(&own.resources[at]).map_or(Ok(at), Err) } else { Ok(at) }
    });
    stands_once(reader, key, "id");
    places
}

/// The place of the document that an id names.
fn document(reader: &mut RecordReader<'_>, key: &str, own: &Own<'_>) -> Option<usize> {
    let id = reader.str(key)?;
    reader.ok_or_note(key, own.place(id))
}

/// The text of a document's key; empty where there is none, which is a problem of its own.
fn text<'a>(resource: &'a Json, key: &str) -> &'a str {
    resource.get(key).and_then(Json::text).unwrap_or_default()
}

/// Names, each once.
fn names(reader: &mut RecordReader<'_>, key: &str) -> Vec<Box<str>> {
    let names = reader.texts(key, &mut |name| plain_text("name", name));
    stands_once(reader, key, "name");
    names
}

fn count(reader: &mut RecordReader<'_>, key: &str) -> Option<Option<u32>> {
    reader.optional_number(key, |number| {
        let count = u32::try_from(number).ok().filter(|count| *count > 0);
        count.ok_or_else(|| format!("{number} is no count from 1 to {}", u32::MAX))
    })
}

/// Notes what a country says of a part that it does not take.
fn only_of_members(reader: &mut RecordReader<'_>, is_member: Option<bool>, keys: &[&str]) {
    if !FOR_EDITORS || is_member != Some(false) {
        return;
    }
    for key in keys {
        if reader.get(key).is_some_and(|value| *value != Json::Null) {
            reader.wrong(key, format!("a country that takes no part has no {key}"));
        }
    }
}

fn lead_body(reader: &mut RecordReader<'_>) -> Option<LeadBody> {
    let name = reader.text("name");
    let address = reader.optional("url", WebAddress::parse);
    let sources = sources(reader, "sources");
    collect_fields!(LeadBody { name, address } with { sources })
}

fn infrastructure(reader: &mut RecordReader<'_>) -> Option<Infrastructure> {
    let is_member = reader.boolean("member");
    let since = reader.optional("since", PartialDate::parse);
    let partners = names(reader, "partners");
    let node = reader.optional("node", WebAddress::parse);
    let sources = sources(reader, "sources");
    only_of_members(reader, is_member, &["since", "partners", "node"]);
    collect_fields!(Infrastructure { is_member, since, node } with { partners, sources })
}

fn genome_of_europe(reader: &mut RecordReader<'_>) -> Option<GenomeOfEurope> {
    let is_member = reader.boolean("member");
    let partners = names(reader, "partners");
    let samples = count(reader, "samples");
    let as_of = reader.optional_text("as_of");
    let sources = sources(reader, "sources");
    only_of_members(reader, is_member, &["partners", "samples", "as_of"]);
    collect_fields!(GenomeOfEurope { is_member, samples, as_of } with { partners, sources })
}

fn reference_cohort(reader: &mut RecordReader<'_>, own: &Own<'_>) -> Option<ReferenceCohort> {
    let name = reader.text("name");
    let planned = count(reader, "planned");
    let done = count(reader, "done");
    let as_of = reader.optional_text("as_of");
    let resource = document(reader, "resource", own);
    let sources = sources(reader, "sources");
    collect_fields!(ReferenceCohort { name, planned, done, as_of } with { resource, sources })
}

fn consent(reader: &mut RecordReader<'_>) -> Option<Consent> {
    let model = reader.text("model");
    let sources = sources(reader, "sources");
    collect_fields!(Consent { model } with { sources })
}

fn contact(reader: &mut RecordReader<'_>) -> Option<Contact> {
    let name = reader.text("name");
    let address = reader.parse("url", WebAddress::parse);
    let sources = sources(reader, "sources");
    collect_fields!(Contact { name, address } with { sources })
}
