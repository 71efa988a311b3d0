//! Every word that a visitor reads, in English: one file for each view or subject.
//!
//! A sentence is a whole here, with its numbers and names as arguments: none is glued together in a
//! view, so that another language can order and inflect its own. A translation is another such folder.

pub mod about;
mod across;
mod answer;
mod card;
mod changes;
mod compare;
mod country;
mod date;
mod embed;
mod export;
mod faults;
mod filters;
mod footer;
mod header;
mod item;
mod language;
mod link;
mod map;
mod not_found;
mod notice;
mod number;
mod page;
mod plan;
mod profile;
mod report;
mod resource;
mod results;
mod table;
mod talks;
mod timeline;
mod video;

pub use across::*;
pub use answer::*;
pub use card::*;
pub use changes::*;
pub use compare::*;
pub use country::*;
pub use date::*;
pub use embed::*;
pub use export::*;
pub use faults::*;
pub use filters::*;
pub use footer::*;
pub use header::*;
pub use item::*;
pub use language::*;
pub use link::*;
pub use map::*;
pub use not_found::*;
pub use notice::*;
pub use number::*;
pub use page::*;
pub use plan::*;
pub use profile::*;
pub use report::*;
pub use resource::*;
pub use results::*;
pub use table::*;
pub use talks::*;
pub use timeline::*;
pub use video::*;
