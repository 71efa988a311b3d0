//! Small sets of values.

/// A set in the order of its values, for a handful of them.
///
/// The standard library's ordered set is made for thousands of values; its code for the four types of
/// a query, and the sorts of the selection, were 9 kB of the wasm (brotli).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T: Ord> Set<T> {
    /// Puts a value in; says whether it was new.
    pub fn insert(&mut self, value: T) -> bool {
        let place = self.0.binary_search(&value);
        if let Err(place) = place {
            self.0.insert(place, value);
        }
        place.is_err()
    }

    /// Puts a value in, or takes it out.
    pub fn toggle(&mut self, value: T) {
        match self.0.binary_search(&value) {
            Ok(place) => drop(self.0.remove(place)),
            Err(place) => self.0.insert(place, value),
        }
    }

    /// Whether the value is in the set.
    #[must_use]
    pub fn contains(&self, value: &T) -> bool {
        self.0.contains(value)
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::default();
        for value in values {
            set.insert(value);
        }
        set
    }
}
