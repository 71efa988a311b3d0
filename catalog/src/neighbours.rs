//! Which countries are neighbours: facts of geography, for the countries of the dataset.

use crate::country::CountryCode;

/// Pairs of countries with a common border on land, in Europe or next to it.
const ON_LAND: &str = "AT-CH AT-CZ AT-DE AT-HU AT-IT AT-SI AT-SK BE-DE BE-FR BE-LU BE-NL BG-GR BG-RO BG-RS BG-TR CH-DE \
                       CH-FR CH-IT CZ-DE CZ-PL CZ-SK DE-DK DE-FR DE-LU DE-NL DE-PL EE-LV ES-FR ES-PT FI-NO FI-SE FR-IT \
                       FR-LU GB-IE GR-TR HR-HU HR-RS HR-SI HU-RO HU-RS HU-SI HU-SK IT-SI LT-LV LT-PL NO-SE PL-SK RO-RS";

/// Pairs that face each other across a strait or a sea.
const ACROSS_THE_SEA: &str = "CY-GR CY-TR DK-IS DK-NO DK-SE EE-FI FR-GB IS-NO IT-MT";

impl CountryCode {
    /// Its neighbours, on land and across a narrow sea, in no order; none for countries that the dataset has not.
    pub fn neighbours(self) -> impl Iterator<Item = Self> {
        let pairs = ON_LAND.split(' ').chain(ACROSS_THE_SEA.split(' '));
        pairs.filter_map(move |pair| {
            let (a, b) = pair.split_once('-')?;
            let other = match self.as_str() {
                code if code == a => b,
                code if code == b => a,
                _ => return None,
            };
            Self::parse(other).ok()
        })
    }
}
