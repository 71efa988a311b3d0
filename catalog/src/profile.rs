//! What is known of a country beside its documents: who leads, which European projects it is part of, whom to ask.

use crate::address::WebAddress;
use crate::date::PartialDate;
use crate::names::named_enum;

/// The body that leads or coordinates for the state.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadBody {
    /// Its name.
    pub name: Box<str>,
    /// Its own page.
    pub address: Option<WebAddress>,
    /// Pages on which this was seen.
    pub sources: Vec<WebAddress>,
}

/// The part in the European Genomic Data Infrastructure (GDI).
#[derive(Clone, Debug, PartialEq)]
pub struct Infrastructure {
    /// Whether the country takes part.
    pub is_member: bool,
    /// Since when, as far as that is known.
    pub since: Option<PartialDate>,
    /// The national partners that are known.
    pub partners: Vec<Box<str>>,
    /// The page of the national node.
    pub node: Option<WebAddress>,
    /// Pages on which this was seen.
    pub sources: Vec<WebAddress>,
}

/// The part in Genome of Europe.
#[derive(Clone, Debug, PartialEq)]
pub struct GenomeOfEurope {
    /// Whether the country takes part.
    pub is_member: bool,
    /// The national partners that are known.
    pub partners: Vec<Box<str>>,
    /// Samples that it is to sequence.
    pub samples: Option<u32>,
    /// The date of that number, or a note on it.
    pub as_of: Option<Box<str>>,
    /// Pages on which this was seen.
    pub sources: Vec<WebAddress>,
}

/// The genomes of the population that serve as the national reference.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceCohort {
    /// Its name.
    pub name: Box<str>,
    /// Genomes that are planned.
    pub planned: Option<u32>,
    /// Genomes that are done.
    pub done: Option<u32>,
    /// The date of these numbers, or a note on them.
    pub as_of: Option<Box<str>>,
    /// The place of its entry in the country's documents.
    pub resource: Option<usize>,
    /// Pages on which this was seen.
    pub sources: Vec<WebAddress>,
}

/// How people agree to the use of their genomic data.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// The model, in a few words.
    pub model: Box<str>,
    /// Pages on which this was seen.
    pub sources: Vec<WebAddress>,
}

/// Whom to ask nationally.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// The name of the contact or of its page.
    pub name: Box<str>,
    /// Its page.
    pub address: WebAddress,
    /// Pages on which this was seen.
    pub sources: Vec<WebAddress>,
}

/// All of it; what is not known is not there. Documents are places in the country's list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Who leads.
    pub lead_body: Option<LeadBody>,
    /// The laws that genomics stands on.
    pub legal_basis: Vec<usize>,
    /// GDI.
    pub infrastructure: Option<Infrastructure>,
    /// Genome of Europe.
    pub genome_of_europe: Option<GenomeOfEurope>,
    /// The reference genomes.
    pub reference_cohort: Option<ReferenceCohort>,
    /// Consent.
    pub consent: Option<Consent>,
    /// Genomic screening of newborns.
    pub newborn_genomics: Vec<usize>,
    /// The national plan for rare diseases.
    pub rare_disease_plan: Option<usize>,
    /// Whom to ask.
    pub contact: Option<Contact>,
}

named_enum! {
    /// What can be known of a country, in the order in which it is shown.
    "fact" Fact {
        /// Who leads.
        LeadBody = "lead-body",
        /// The laws that genomics stands on.
        LegalBasis = "legal-basis",
        /// How people agree.
        Consent = "consent",
        /// The reference genomes.
        ReferenceCohort = "reference-cohort",
        /// Genome of Europe.
        GenomeOfEurope = "genome-of-europe",
        /// GDI.
        Infrastructure = "gdi",
        /// Genomic screening of newborns.
        NewbornGenomics = "newborn-genomics",
        /// The national plan for rare diseases.
        RareDiseasePlan = "rare-disease-plan",
        /// Whom to ask.
        Contact = "contact",
    }
}

impl Profile {
    /// The documents that say it, as places in the country's list.
    #[must_use]
    pub fn documents(&self, fact: Fact) -> Vec<usize> {
        match fact {
            Fact::LegalBasis => self.legal_basis.clone(),
            Fact::NewbornGenomics => self.newborn_genomics.clone(),
            Fact::RareDiseasePlan => self.rare_disease_plan.into_iter().collect(),
            Fact::ReferenceCohort => self.reference_cohort.iter().filter_map(|cohort| cohort.resource).collect(),
            _ => Vec::new(),
        }
    }

    /// The page about it, where it has one of its own.
    #[must_use]
    pub fn address(&self, fact: Fact) -> Option<&WebAddress> {
        match fact {
            Fact::LeadBody => self.lead_body.as_ref()?.address.as_ref(),
            Fact::Infrastructure => self.infrastructure.as_ref()?.node.as_ref(),
            Fact::Contact => Some(&self.contact.as_ref()?.address),
            _ => None,
        }
    }

    /// The pages on which it was seen; none where the documents that say it have their own.
    #[must_use]
    pub fn sources(&self, fact: Fact) -> &[WebAddress] {
        let sources = match fact {
            Fact::LeadBody => self.lead_body.as_ref().map(|known| &known.sources),
            Fact::Consent => self.consent.as_ref().map(|known| &known.sources),
            Fact::ReferenceCohort => self.reference_cohort.as_ref().map(|known| &known.sources),
            Fact::GenomeOfEurope => self.genome_of_europe.as_ref().map(|known| &known.sources),
            Fact::Infrastructure => self.infrastructure.as_ref().map(|known| &known.sources),
            Fact::Contact => self.contact.as_ref().map(|known| &known.sources),
            Fact::LegalBasis | Fact::NewbornGenomics | Fact::RareDiseasePlan => None,
        };
        sources.map_or(&[], Vec::as_slice)
    }
}
