//! What is known of a country beside its documents.

use super::Messages;
use super::number::{grouped, plural};
use crate::profile::{Fact, Profile};

impl Messages {
    /// What is known of a country beside its documents.
    pub fn profile(self) -> &'static str {
        "Who and what"
    }

    /// The name of something that can be known of a country.
    pub fn fact(self, fact: Fact) -> &'static str {
        match fact {
            Fact::LeadBody => "Lead body",
            Fact::LegalBasis => "Legal basis",
            Fact::Consent => "Consent",
            Fact::ReferenceCohort => "Reference cohort",
            Fact::GenomeOfEurope => "Genome of Europe",
            Fact::Infrastructure => "Genomic Data Infrastructure (GDI)",
            Fact::NewbornGenomics => "Genomics for newborns",
            Fact::RareDiseasePlan => "Plan for rare diseases",
            Fact::Contact => "National contact",
        }
    }

    /// What is known of it, in words; `None` where nothing is, or where only documents say it.
    pub fn fact_words(self, fact: Fact, profile: &Profile) -> Option<String> {
        let noted = |words: String, note: &Option<Box<str>>| match note {
            Some(note) => [&*words, " (", &self.as_of(note), ")"].concat(),
            None => words,
        };
        let with = |words: String, partners: &[Box<str>]| match partners {
            [] => words,
            partners => [&*words, ". Partners: ", &partners.join(", ")].concat(),
        };
        Some(match fact {
            Fact::LeadBody => profile.lead_body.as_ref()?.name.to_string(),
            Fact::Consent => profile.consent.as_ref()?.model.to_string(),
            Fact::Contact => profile.contact.as_ref()?.name.to_string(),
            Fact::Infrastructure => {
                let known = profile.infrastructure.as_ref()?;
                match (known.is_member, known.since) {
                    (true, Some(since)) => with(["Takes part, since ", &self.date(since)].concat(), &known.partners),
                    (true, None) => with("Takes part".to_owned(), &known.partners),
                    (false, _) => "Does not take part".to_owned(),
                }
            }
            Fact::GenomeOfEurope => {
                let known = profile.genome_of_europe.as_ref()?;
                match (known.is_member, known.samples) {
                    (true, Some(samples)) => {
                        let samples = plural(samples as usize, "Takes part with # sample", "Takes part with # samples");
                        with(noted(samples, &known.as_of), &known.partners)
                    }
                    (true, None) => with("Takes part".to_owned(), &known.partners),
                    (false, _) => "Does not take part".to_owned(),
                }
            }
            Fact::ReferenceCohort => {
                let known = profile.reference_cohort.as_ref()?;
                let mut words = known.name.to_string();
                let mut separator = ": ";
                for (number, of) in [(known.planned, " people planned"), (known.done, " people so far")] {
                    if let Some(number) = number {
                        words.extend([separator, &*grouped(&number.to_string()), of]);
                        separator = ", ";
                    }
                }
                noted(words, &known.as_of)
            }
            Fact::LegalBasis | Fact::NewbornGenomics | Fact::RareDiseasePlan => return None,
        })
    }
}
