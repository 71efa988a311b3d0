//! Closed sets of names, as they stand in the dataset and in the address.

/// Declares an enumeration whose variants each have one name.
macro_rules! named_enum {
    ($(#[$meta:meta])* $what:literal $type:ident { $($(#[$doc:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$doc])* $variant,)+ }

        impl $type {
            /// Every variant, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// Every name, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($name,)+];

            /// The name in the dataset and in the address.
            #[must_use]
            pub fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The variant of that name, whatever its case, and with blanks or low lines for hyphens.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                crate::names::place(Self::NAMES, name).map(|at| Self::ALL[at])
            }

            /// The variant of exactly that name.
            ///
            /// # Errors
            /// A sentence that names what was found and the names there are.
            pub fn parse(name: &str) -> Result<Self, String> {
                let at = crate::names::place(Self::NAMES, name).filter(|at| Self::NAMES[*at] == name);
                at.map(|at| Self::ALL[at]).ok_or_else(|| crate::problem::not_one_of($what, name, Self::NAMES))
            }
        }
    };
}
pub(crate) use named_enum;

/// The place of a name among others, whatever its case, and with blanks or low lines for hyphens.
pub(crate) fn place(names: &[&str], name: &str) -> Option<usize> {
    let is_same = |(known, given): (u8, u8)| {
        known.eq_ignore_ascii_case(&given) || (known == b'-' && matches!(given, b' ' | b'_'))
    };
    names.iter().position(|known| known.len() == name.len() && known.bytes().zip(name.bytes()).all(is_same))
}
