//! Putting what is shown into another page, and sharing it.

use super::Messages;
use crate::embed::EmbedMode;

impl Messages {
    /// Where the links of a widget lead.
    pub fn new_tabs(self) -> &'static str {
        "Links open in a new tab"
    }

    /// Putting what is shown into another page.
    pub fn embed(self) -> &'static str {
        "Embed this view"
    }

    /// How a widget comes into a page.
    pub fn embed_mode_label(self) -> &'static str {
        "How"
    }

    /// A mode, in words.
    pub fn embed_mode(self, mode: EmbedMode) -> &'static str {
        match mode {
            EmbedMode::Frame => "Frame",
            EmbedMode::Element => "Element",
            EmbedMode::Inline => "Inline",
        }
    }

    /// What a mode is for.
    pub fn embed_mode_meaning(self, mode: EmbedMode) -> &'static str {
        match mode {
            EmbedMode::Frame => "One line and no script. It has a height of its own and scrolls inside.",
            EmbedMode::Element => {
                "A small script makes the frame when it comes into view, and keeps it as high as its content. It fills the \
                 column that it stands in; the width is only for this preview."
            }
            EmbedMode::Inline => {
                "The app in your page itself, in your colours. It fills the column that it stands in; the width is only for \
                 this preview. Your page's policy has to allow more."
            }
        }
    }

    /// How wide a widget is.
    pub fn embed_width(self) -> &'static str {
        "Width"
    }

    /// The colours of a widget.
    pub fn embed_colours(self) -> &'static str {
        "Widget colours"
    }

    /// As wide as there is room.
    pub fn full_width(self) -> &'static str {
        "Full"
    }

    /// The language of a widget.
    pub fn language_label(self) -> &'static str {
        "Language"
    }

    /// The languages that there are.
    pub fn languages(self) -> [(&'static str, &'static str); 1] {
        [("", "English")]
    }

    /// What is pasted.
    pub fn snippet(self) -> &'static str {
        "HTML to paste"
    }

    /// Takes it.
    pub fn copy_snippet(self) -> &'static str {
        "Copy the HTML"
    }

    /// What to do where the clipboard is refused.
    pub fn selected(self) -> &'static str {
        "It is selected: copy it with Ctrl+C."
    }

    /// What a widget looks like.
    pub fn preview(self) -> &'static str {
        "Preview of the widget"
    }

    /// Before what the policy of a page must allow.
    pub fn policy(self) -> &'static str {
        "If your page has a content security policy, it must allow:"
    }

    /// Giving the address to somebody.
    pub fn share(self) -> &'static str {
        "Share"
    }
}
