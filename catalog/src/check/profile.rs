//! What a country says of itself beside its documents, and which of its documents it names there.

use super::{FOR_EDITORS, sources, stands_once};
use crate::address::WebAddress;
use crate::country::PlanStatus;
use crate::date::PartialDate;
use crate::plan::{Kind, Status};
use crate::problem::{quoted, said};
use crate::profile::{Consent, Contact, GenomeOfEurope, Infrastructure, LeadBody, Profile, ReferenceCohort};
use crate::reader::{Reader, all, plain_text};
use crate::wire::Json;

/// Reads it; `resources` are the country's own, as they stand in its file.
pub(super) fn profile(reader: &mut Reader<'_>, resources: &[Json]) -> Option<Profile> {
    let lead_body = optional(reader, "lead_body", &mut lead_body);
    let legal_basis = documents(reader, "legal_basis", resources);
    for at in &legal_basis {
        let kind = resources[*at].get("kind").and_then(Json::text).unwrap_or_default();
        if FOR_EDITORS && Kind::parse(kind).is_ok_and(|kind| kind != Kind::Law) {
            let id = resources[*at].get("id").and_then(Json::text).unwrap_or_default();
            reader.wrong("legal_basis", said!("the resource {} is no law", quoted(id)));
        }
    }
    let infrastructure = optional(reader, "gdi", &mut infrastructure);
    let genome_of_europe = optional(reader, "genome_of_europe", &mut genome_of_europe);
    let reference_cohort = optional(reader, "reference_cohort", &mut |reader| reference_cohort(reader, resources));
    let consent = optional(reader, "consent", &mut consent);
    let newborn_genomics = documents(reader, "newborn_genomics", resources);
    let rare_disease_plan = document(reader, "rare_disease_plan", resources);
    let contact = optional(reader, "contact", &mut contact);
    all!(Profile { lead_body, infrastructure, genome_of_europe, reference_cohort, consent, contact }
        with { legal_basis, newborn_genomics, rare_disease_plan })
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
pub(super) fn plan(reader: &mut Reader<'_>, resources: &[Json], naming: PlanNaming) -> Vec<usize> {
    let is_adopted = reader.raw("plan_status") == Some(PlanStatus::Adopted.name());
    if naming == PlanNaming::ByKind && is_adopted {
        let plans = [Kind::Strategy, Kind::ImplementationPlan, Kind::Roadmap].map(Kind::name);
        let kind = |at: &usize| resources[*at].get("kind").and_then(Json::text).unwrap_or_default();
        return (0..resources.len()).filter(|at| plans.contains(&kind(at))).collect();
    }
    let plan = documents(reader, "plan", resources);
    if !FOR_EDITORS {
        return plan;
    }
    let names_any = reader.get("plan").is_some_and(|plan| !plan.items().is_empty());
    match (is_adopted, names_any) {
        (true, false) if naming == PlanNaming::Required => {
            let message = said!("a country that has adopted a plan names at least one of its resources as the plan");
            reader.wrong("plan", message);
        }
        (false, true) => {
            reader.wrong("plan", said!("only a country whose plan_status is adopted names its plan"));
        }
        _ => {}
    }
    for at in &plan {
        let text = |key| resources[*at].get(key).and_then(Json::text).unwrap_or_default();
        if text("status") == Status::Unknown.name() {
            let message = said!("whether the plan {} is in force must be known", quoted(text("id")));
            reader.wrong("plan", message);
        }
    }
    plan
}

/// What `read` makes of an object that need not be there.
fn optional<T>(
    reader: &mut Reader<'_>,
    key: &str,
    read: &mut dyn FnMut(&mut Reader<'_>) -> Option<T>,
) -> Option<Option<T>> {
    match reader.get(key) {
        None | Some(Json::Null) => Some(None),
        Some(_) => reader.part(key, &mut |reader| read(reader)).map(Some),
    }
}

/// The places of the documents that a list of ids names.
fn documents(reader: &mut Reader<'_>, key: &str, resources: &[Json]) -> Vec<usize> {
    let places = reader.texts(key, &mut |id| place(id, resources));
    stands_once(reader, key, "id");
    places
}

/// The place of the document that an id names.
fn document(reader: &mut Reader<'_>, key: &str, resources: &[Json]) -> Option<usize> {
    let id = reader.raw(key)?;
    reader.taken(key, place(id, resources))
}

fn place(id: &str, resources: &[Json]) -> Result<usize, String> {
    let is_it = |resource: &Json| resource.get("id").and_then(Json::text) == Some(id);
    resources.iter().position(is_it).ok_or_else(|| said!("this country has no resource {}", quoted(id)))
}

/// Names, each once.
fn names(reader: &mut Reader<'_>, key: &str) -> Vec<Box<str>> {
    let names = reader.texts(key, &mut |name| plain_text("name", name));
    stands_once(reader, key, "name");
    names
}

fn count(reader: &mut Reader<'_>, key: &str) -> Option<Option<u32>> {
    reader.optional_number(key, |number| {
        let number = u32::try_from(number).ok().filter(|number| *number > 0);
        number.ok_or_else(|| said!("it must be a whole number from 1 to {}", u32::MAX))
    })
}

/// Notes what a country says of a part that it does not take.
fn only_of_members(reader: &mut Reader<'_>, is_member: Option<bool>, keys: &[&str]) {
    if !FOR_EDITORS || is_member != Some(false) {
        return;
    }
    for key in keys {
        if reader.get(key).is_some_and(|value| *value != Json::Null) {
            reader.wrong(key, said!("a country that takes no part has no {key}"));
        }
    }
}

fn lead_body(reader: &mut Reader<'_>) -> Option<LeadBody> {
    let name = reader.text("name");
    let address = reader.optional("url", WebAddress::parse);
    let sources = sources(reader, "sources");
    all!(LeadBody { name, address } with { sources })
}

fn infrastructure(reader: &mut Reader<'_>) -> Option<Infrastructure> {
    let is_member = reader.boolean("member");
    let since = reader.optional("since", PartialDate::parse);
    let partners = names(reader, "partners");
    let node = reader.optional("node", WebAddress::parse);
    let sources = sources(reader, "sources");
    only_of_members(reader, is_member, &["since", "partners", "node"]);
    all!(Infrastructure { is_member, since, node } with { partners, sources })
}

fn genome_of_europe(reader: &mut Reader<'_>) -> Option<GenomeOfEurope> {
    let is_member = reader.boolean("member");
    let partners = names(reader, "partners");
    let samples = count(reader, "samples");
    let as_of = reader.optional_text("as_of");
    let sources = sources(reader, "sources");
    only_of_members(reader, is_member, &["partners", "samples", "as_of"]);
    all!(GenomeOfEurope { is_member, samples, as_of } with { partners, sources })
}

fn reference_cohort(reader: &mut Reader<'_>, resources: &[Json]) -> Option<ReferenceCohort> {
    let name = reader.text("name");
    let planned = count(reader, "planned");
    let done = count(reader, "done");
    let as_of = reader.optional_text("as_of");
    let resource = document(reader, "resource", resources);
    let sources = sources(reader, "sources");
    all!(ReferenceCohort { name, planned, done, as_of } with { resource, sources })
}

fn consent(reader: &mut Reader<'_>) -> Option<Consent> {
    let model = reader.text("model");
    let sources = sources(reader, "sources");
    all!(Consent { model } with { sources })
}

fn contact(reader: &mut Reader<'_>) -> Option<Contact> {
    let name = reader.text("name");
    let address = reader.parse("url", WebAddress::parse);
    let sources = sources(reader, "sources");
    all!(Contact { name, address } with { sources })
}
