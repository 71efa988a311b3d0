//! A short name for a content.

/// FNV-1a of 64 bits, in hex: to notice a change, not to withstand a forger.
#[must_use]
pub fn hash(content: &[u8]) -> String {
    let hash = content
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    // Sixteen digits, the highest first.
    (0..16).rev().filter_map(|digit| char::from_digit(((hash >> (4 * digit)) & 15) as u32, 16)).collect()
}
