//! The filters of the page.

/// A filter of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// The countries.
    Country,
    /// Where they stand with their plans.
    Plan,
    /// The kinds of documents.
    Kind,
    /// What is in force today.
    Now,
    /// How far documents are.
    Status,
    /// The years that documents apply in.
    Years,
    /// Whether there is a video.
    Video,
}

impl Filter {
    /// All of them, in their order on the page.
    pub const ALL: [Self; 7] =
        [Self::Country, Self::Plan, Self::Kind, Self::Now, Self::Status, Self::Years, Self::Video];
}
