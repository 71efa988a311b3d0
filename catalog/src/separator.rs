//! What stands between the cells of a file that is a table.

/// What stands between the cells of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `,`, as RFC 4180 says.
    #[default]
    Comma,
    /// `;`, which spreadsheets expect where numbers have a decimal comma.
    Semicolon,
}

impl Separator {
    /// The letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
        }
    }
}
