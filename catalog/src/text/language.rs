//! The names of languages.

use super::Messages;
use crate::language::LanguageTag;

impl Messages {
    /// A language, by its English name where it is one of the dataset's.
    pub fn language(self, tag: &LanguageTag) -> &str {
        const NAMES: &[(&str, &str)] = &[
            ("bg", "Bulgarian"),
            ("cs", "Czech"),
            ("da", "Danish"),
            ("de", "German"),
            ("el", "Greek"),
            ("en", "English"),
            ("es", "Spanish"),
            ("et", "Estonian"),
            ("fi", "Finnish"),
            ("fr", "French"),
            ("ga", "Irish"),
            ("hr", "Croatian"),
            ("hu", "Hungarian"),
            ("is", "Icelandic"),
            ("it", "Italian"),
            ("lb", "Luxembourgish"),
            ("lt", "Lithuanian"),
            ("lv", "Latvian"),
            ("mt", "Maltese"),
            ("nb", "Norwegian Bokmål"),
            ("nl", "Dutch"),
            ("nn", "Norwegian Nynorsk"),
            ("no", "Norwegian"),
            ("pl", "Polish"),
            ("pt", "Portuguese"),
            ("ro", "Romanian"),
            ("sk", "Slovak"),
            ("sl", "Slovenian"),
            ("sv", "Swedish"),
        ];
        NAMES.iter().find(|(known, _)| *known == tag.as_str()).map_or(tag.as_str(), |(_, name)| name)
    }
}
