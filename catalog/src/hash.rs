//! A short name for a content.

/// FNV-1a of 64 bits, in hex: to notice a change, not to withstand a forger.
#[must_use]
pub fn hash(content: &[u8]) -> String {
    let mut hasher = Hasher::default();
    hasher.update(content);
    hasher.finish()
}

/// The same of a content that comes in pieces.
#[derive(Clone, Copy, Debug)]
pub struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher {
    /// Adds the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        for byte in piece {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// The hash of all pieces.
    #[must_use]
    pub fn finish(self) -> String {
        // Sixteen digits, the highest first.
        (0..16).rev().filter_map(|digit| char::from_digit(((self.0 >> (4 * digit)) & 15) as u32, 16)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Hasher, hash};

    #[test]
    fn pieces_have_the_hash_of_the_whole() {
        let mut hasher = Hasher::default();
        for piece in ["National ", "", "Genomic", " Plans"] {
            hasher.update(piece.as_bytes());
        }
        assert_eq!(hasher.finish(), hash(b"National Genomic Plans"));
        assert_eq!(hash(b""), "cbf29ce484222325");
    }
}
