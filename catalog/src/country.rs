//! Countries: where each stands with its national genomic plan.

use crate::address::WebAddress;
use crate::date::PartialDate;
use crate::fold::{SearchTerms, push_folded};
use crate::language::LanguageTag;
use crate::life::InForce;
use crate::names::named_enum;
use crate::problem::quoted;
use crate::profile::Profile;
use crate::resource::Resource;
use std::fmt;

/// An ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Reads a code as the dataset writes it, in capitals.
    ///
    /// # Errors
    /// One sentence that says what a code looks like.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("{} is no ISO 3166-1 country code in capitals, such as IE", quoted(text));
        <[u8; 2]>::try_from(text.as_bytes()).ok().map(Self).filter(|code| code.is_iso()).ok_or_else(wrong)
    }

    /// Reads a code as a visitor may write it: in any case, and with the European Union's own `EL` and `UK`.
    #[must_use]
    pub fn from_visitor(text: &str) -> Option<Self> {
        let code = match text.to_ascii_uppercase().as_str() {
            "EL" => "GR".to_owned(),
            "UK" => "GB".to_owned(),
            other => other.to_owned(),
        };
        Self::parse(&code).ok()
    }

    /// The country's code of three letters (ISO 3166-1 alpha-3), and other names by which people look for it, one after
    /// the other; nothing for countries outside of Europe.
    #[must_use]
    pub fn other_names(self) -> &'static [&'static str] {
        let at = OTHER_NAMES.binary_search_by_key(&self.as_str(), |(code, _)| code);
        at.map(|at| OTHER_NAMES[at].1).unwrap_or_default()
    }

    /// In the browser every code is either one of the dataset's, which was checked, or compared with those.
    fn is_iso(self) -> bool {
        if !cfg!(feature = "source") {
            return self.0.iter().all(u8::is_ascii_uppercase);
        }
        ISO.as_bytes().chunks_exact(2).any(|known| known == self.0)
    }

    /// The code in capitals, `IE`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII letters pass `is_iso`, so this never takes the fallback.
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// The code in lower case, `ie`, as it stands in addresses.
    #[must_use]
    pub fn lower(self) -> String {
        self.as_str().to_ascii_lowercase()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

named_enum! {
    /// Where a country stands with its national genomic plan.
    "plan status" PlanStatus {
        /// The country has adopted a national plan or strategy.
        Adopted = "adopted",
        /// A national plan is being prepared.
        InPreparation = "in-preparation",
        /// There are national programmes, but no plan was found.
        ProgrammeOnly = "programme-only",
        /// Neither was found.
        NoneFound = "none-found",
    }
}

named_enum! {
    /// Where a country stands on a day: its plan status, and whether the plan that it adopted is in force then.
    "plan state" PlanState {
        /// A plan is adopted and in force.
        InForce = "in-force",
        /// The adopted plan is over, and no next one was found.
        Ended = "ended",
        /// A national plan is being prepared.
        InPreparation = "in-preparation",
        /// There are national programmes, but no plan was found.
        ProgrammeOnly = "programme-only",
        /// Neither was found.
        NoneFound = "none-found",
    }
}

impl PlanState {
    /// The states of a country that has adopted a plan.
    pub const ADOPTED: [Self; 2] = [Self::InForce, Self::Ended];
}

named_enum! {
    /// What an implementation link is about.
    "category" LinkCategory {
        /// The project's or node's own page.
        EntryPage = "entry-page",
        /// How the software and the services were set up.
        TechnicalImplementation = "technical-implementation",
        /// Ethical, legal and social issues.
        Elsi = "elsi",
        /// Training.
        Training = "training",
    }
}

/// A country's name in one of its own languages.
#[derive(Clone, Debug, PartialEq)]
pub struct NativeName {
    /// The language.
    pub language: LanguageTag,
    /// The name.
    pub name: Box<str>,
}

/// Whether and when a country signed the 1+ Million Genomes declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    /// Whether it is a signatory.
    pub signatory: bool,
    /// When it signed, as far as that is known.
    pub signed: Option<PartialDate>,
    /// Pages on which this was seen.
    pub sources: Vec<WebAddress>,
}

/// A country's page on putting genomics into practice.
#[derive(Clone, Debug, PartialEq)]
pub struct ImplementationLink {
    /// What it is about.
    pub category: LinkCategory,
    /// The page's title.
    pub title: Box<str>,
    /// Where it is.
    pub address: WebAddress,
}

/// A country.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Its code.
    pub code: CountryCode,
    /// Its English name.
    pub name: Box<str>,
    /// Its names in its own languages.
    pub native_names: Vec<NativeName>,
    /// Where it stands.
    pub plan_status: PlanStatus,
    /// What is known, in a few sentences.
    pub overview: Box<str>,
    /// Pages on which the overview's facts were seen.
    pub overview_sources: Vec<WebAddress>,
    /// The 1+ Million Genomes declaration.
    pub declaration: Declaration,
    /// Which of its documents are its national plan, as places in [`Self::resources`].
    pub plan: Vec<usize>,
    /// What else is known of it.
    pub profile: Profile,
    /// Its plans, programmes and other documents, in the editors' order.
    pub resources: Vec<Resource>,
    /// Its pages on putting genomics into practice.
    pub implementation: Vec<ImplementationLink>,
}

impl Country {
    /// The address of its page, seen from the site's root: `ie/`.
    #[must_use]
    pub fn path(&self) -> String {
        self.code.lower() + "/"
    }

    /// Whether each of these words begins a word of its names or codes.
    #[must_use]
    pub fn has_name(&self, words: &SearchTerms) -> bool {
        let mut names = String::from(" ");
        let own = [&*self.name, self.code.as_str()].into_iter();
        let native = self.native_names.iter().map(|native| &*native.name);
        for name in own.chain(native).chain(self.code.other_names().iter().copied()) {
            push_folded(name, &mut names);
            names.push(' ');
        }
        words.iter().all(|word| names.contains(&[" ", word].concat()))
    }

    /// The documents that are its national plan.
    pub fn plans(&self) -> impl Iterator<Item = &Resource> {
        self.plan.iter().map(|at| &self.resources[*at])
    }

    /// Where it stands on that day.
    #[must_use]
    pub fn plan_state(&self, today: PartialDate) -> PlanState {
        match self.plan_status {
            PlanStatus::Adopted => {
                let is_any = |force| self.plans().any(|plan| plan.in_force(today) == force);
                if is_any(InForce::Yes) {
                    PlanState::InForce
                } else if is_any(InForce::NotYet) {
                    PlanState::InPreparation
                } else if is_any(InForce::NoLonger) && !is_any(InForce::Unknown) {
                    PlanState::Ended
                } else {
                    // The status is all that is known. Editors name the plan and say how far it is; a part of a dataset
                    // may be without the plan's documents, and an older one does not name them.
                    PlanState::InForce
                }
            }
            PlanStatus::InPreparation => PlanState::InPreparation,
            PlanStatus::ProgrammeOnly => PlanState::ProgrammeOnly,
            PlanStatus::NoneFound => PlanState::NoneFound,
        }
    }

    /// The day on which the oldest check of its documents was made; `None` where it has no document.
    #[must_use]
    pub fn checked(&self) -> Option<PartialDate> {
        self.resources.iter().map(|resource| resource.checked).min()
    }
}

/// What [`CountryCode::other_names`] gives, in the order of the codes. Names that the dataset has are not here.
const OTHER_NAMES: [(&str, &[&str]); 45] = [
    ("AL", &["ALB"]),
    ("AT", &["AUT"]),
    ("BA", &["BIH"]),
    ("BE", &["BEL"]),
    ("BG", &["BGR"]),
    ("BY", &["BLR"]),
    ("CH", &["CHE", "SUI", "Swiss Confederation", "Helvetia"]),
    ("CY", &["CYP"]),
    ("CZ", &["CZE", "Czech Republic"]),
    ("DE", &["DEU", "GER"]),
    ("DK", &["DNK", "DEN"]),
    ("EE", &["EST"]),
    ("ES", &["ESP"]),
    ("FI", &["FIN"]),
    ("FR", &["FRA"]),
    ("GB", &["GBR", "UK", "U.K.", "Great Britain", "Britain"]),
    ("GE", &["GEO"]),
    ("GR", &["GRC", "EL", "Hellas", "Hellenic Republic"]),
    ("HR", &["HRV"]),
    ("HU", &["HUN"]),
    ("IE", &["IRL", "Republic of Ireland"]),
    ("IS", &["ISL"]),
    ("IT", &["ITA"]),
    ("LI", &["LIE"]),
    ("LT", &["LTU"]),
    ("LU", &["LUX"]),
    ("LV", &["LVA"]),
    ("MC", &["MCO"]),
    ("MD", &["MDA"]),
    ("ME", &["MNE"]),
    ("MK", &["MKD"]),
    ("MT", &["MLT"]),
    ("NL", &["NLD", "NED", "Holland", "The Netherlands"]),
    ("NO", &["NOR"]),
    ("PL", &["POL"]),
    ("PT", &["PRT", "POR"]),
    ("RO", &["ROU", "Rumania", "Roumania"]),
    ("RS", &["SRB"]),
    ("SE", &["SWE"]),
    ("SI", &["SVN"]),
    ("SK", &["SVK", "Slovak Republic"]),
    ("SM", &["SMR"]),
    ("TR", &["TUR", "Turkey", "Turkiye"]),
    ("UA", &["UKR"]),
    ("XK", &["XKX"]),
];

/// Every code of ISO 3166-1 alpha-2.
pub(crate) const ISO: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";
