//! The filters of the page.

/// A filter of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// The countries.
    Country,
    /// Where they stand with their plans.
    Plan,
    /// What is in force today.
    Now,
    /// The years that documents apply in.
    Years,
    /// The kinds of documents.
    Kind,
    /// Whether there is a video.
    Video,
    /// How far documents are.
    Status,
}

impl Filter {
    /// All of them, in their order on the page.
    pub const ALL: [Self; 7] =
        [Self::Country, Self::Plan, Self::Now, Self::Years, Self::Kind, Self::Video, Self::Status];
}
