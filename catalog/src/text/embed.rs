//! Putting what is shown into another page, and sharing it.

use crate::snippet::Way;

/// Where the links of a widget lead.
pub const NEW_TABS: &str = "Links open in a new tab";

/// Putting what is shown into another page.
pub const EMBED: &str = "Embed this view";
/// How a widget comes into a page.
pub const EMBED_WAY: &str = "How";
/// A way, in words.
#[must_use]
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Frame => "Frame",
        Way::Element => "Element",
        Way::Inline => "Inline",
    }
}
/// What a way is for.
#[must_use]
pub fn way_meaning(way: Way) -> &'static str {
    match way {
        Way::Frame => "One line and no script. It has a height of its own and scrolls inside.",
        Way::Element => {
            "A small script makes the frame when it comes into view, and keeps it as high as its content. It fills the \
             column that it stands in; the width is only for this preview."
        }
        Way::Inline => {
            "The app in your page itself, in your colours. It fills the column that it stands in; the width is only for \
             this preview. Your page's policy has to allow more."
        }
    }
}
/// How wide a widget is.
pub const EMBED_WIDTH: &str = "Width";
/// The colours of a widget.
pub const EMBED_COLOURS: &str = "Its colours";
/// As wide as there is room.
pub const FULL_WIDTH: &str = "Full";
/// The language of a widget.
pub const LANGUAGE: &str = "Language";
/// The languages that there are.
pub const LANGUAGES: [(&str, &str); 1] = [("", "English")];
/// What is pasted.
pub const SNIPPET: &str = "HTML to paste";
/// Takes it.
pub const COPY_SNIPPET: &str = "Copy the HTML";
/// What to do where the clipboard is refused.
pub const SELECTED: &str = "It is selected: copy it with Ctrl+C.";
/// What a widget looks like.
pub const PREVIEW: &str = "Preview of the widget";
/// Before what the policy of a page must allow.
pub const POLICY: &str = "If your page has a content security policy, it must allow:";
/// Giving the address to somebody.
pub const SHARE: &str = "Share";
