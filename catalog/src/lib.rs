//! The core of National Genomic Plans: the data model, the query of a visitor, and what it selects.
//!
//! This crate does no IO and knows no screen. Only the edges can fail: [`Catalog::from_wire`] turns
//! the JSON shape ([`wire`]) into types that cannot be wrong, or names every problem with its place;
//! [`Query::parse`] always gives a query, and says what it did not understand. Everything after that
//! is total. The app, the prerenderer, the tools and the tests all share it.

mod acronym;
mod address;
mod catalog;
mod change_set;
mod colour;
mod column;
pub mod compare;
mod country;
mod date;
mod embed;
pub mod export;
mod fold;
mod from_wire;
mod hash;
mod id;
mod index;
mod json;
mod language;
mod life;
pub mod map;
mod names;
mod nearest;
mod neighbours;
mod problem;
mod profile;
mod query;
mod reader;
pub mod report;
mod reported;
mod resource;
mod selection;
mod separator;
mod set;
mod shortlist;
pub mod site;
pub mod snippet;
#[cfg(feature = "source")]
pub mod source;
pub mod table;
pub mod text;
pub mod timeline;
mod video;
pub mod wire;

pub use crate::address::WebAddress;
pub use crate::catalog::{Catalog, Numbers};
pub use crate::change_set::ChangeSet;
pub use crate::colour::{Colour, OwnColours};
pub use crate::country::{
    Country, CountryCode, Declaration, ImplementationLink, LinkCategory, NativeName, PlanState, PlanStatus,
};
pub use crate::date::{PartialDate, Period, Year};
pub use crate::embed::{EmbedMode, EmbedRequest, sole_country};
pub use crate::fold::{SearchTerms, fold};
pub use crate::hash::{Hasher, hash, hash_of_catalog};
pub use crate::id::Id;
pub use crate::language::LanguageTag;
pub use crate::life::{End, InForce, Life};
pub use crate::nearest::{NearestWord, nearest_word};
pub use crate::problem::{Problem, Problems};
pub use crate::profile::{Consent, Contact, Fact, GenomeOfEurope, Infrastructure, LeadBody, Profile, ReferenceCohort};
pub use crate::query::{Change, Query, Sort, Unknown, View};
pub use crate::resource::{Confidence, Figure, Kind, Resource, Status};
pub use crate::selection::{Count, DocumentRef, Facets, Match, Selection};
pub use crate::set::Set;
pub use crate::shortlist::SHORTLIST;
pub use crate::text::Messages;
pub use crate::video::{Event, EventFormat, EventKind, Media, PlaylistId, Video, YoutubeId};
