//! A short name for a content.

/// FNV-1a of 64 bits, in hex: to notice a change, not to withstand a forger.
#[must_use]
pub fn hash(content: &[u8]) -> String {
    let mut hasher = Hasher::default();
    hasher.update(content);
    hasher.finish()
}

/// The hash in the name of a file of the site's own, which the build has put there: `catalog-<hash>.json`. The dataset of
/// a partner may have any name, also one with a hyphen.
#[must_use]
pub fn hash_of_catalog(name: &str) -> Option<&str> {
    let hash = name.strip_prefix("catalog-")?.strip_suffix(".json")?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    is_hash.then_some(hash)
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
    use super::{Hasher, hash, hash_of_catalog};

    #[test]
    fn pieces_have_the_hash_of_the_whole() {
        let mut hasher = Hasher::default();
        for piece in ["National ", "", "Genomic", " Plans"] {
            hasher.update(piece.as_bytes());
        }
        assert_eq!(hasher.finish(), hash(b"National Genomic Plans"));
        assert_eq!(hash(b""), "cbf29ce484222325");
    }

    #[test]
    fn only_a_name_of_the_build_has_a_hash() {
        let hash = hash(b"a");
        assert_eq!(hash_of_catalog(&format!("catalog-{hash}.json")), Some(&*hash));
        let others = [
            "catalog.json",
            "our-plans.json",
            "national-genomic-plans-2026-11-29.json",
            "catalog-2026.json",
            "catalog-of-our-own-data.json",
            "catalog-CBF29CE484222325.json",
            "catalog-cbf29ce48422232.json",
            "catalog-cbf29ce4842223255.json",
            "catalog-cbf29ce484222325.json.txt",
            "my-catalog-cbf29ce484222325.json",
            "catalog-cbf29ce48422232é.json",
            "catalog-",
            "-.json",
            "",
        ];
        for name in others {
            assert_eq!(hash_of_catalog(name), None, "{name}");
        }
    }
}
