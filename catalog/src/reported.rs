//! What a visitor says is wrong.

use crate::country::Country;
use crate::resource::Resource;

/// What is said to be wrong.
#[derive(Clone, Copy, Debug)]
pub enum Reported<'a> {
    /// Something that is of no country and no document.
    Page,
    /// What is known of a country.
    Country(&'a Country),
    /// A document, and the country that it belongs to; one of all of Europe has none.
    Document(Option<&'a Country>, &'a Resource),
}
