//! Putting what is shown into another page, and sharing it.

use super::Messages;
use crate::catalog::Catalog;
use crate::embed::EmbedMode;
use crate::query::{Change, Query};

/// Most countries, and most other filters, that the name of a widget has one by one.
const MOST_NAMED: usize = 4;

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
        "Type of embed"
    }

    /// A mode, in words.
    pub fn embed_mode(self, mode: EmbedMode) -> &'static str {
        match mode {
            EmbedMode::Element => "Element",
            EmbedMode::Frame => "Frame",
            EmbedMode::Inline => "Inline",
        }
    }

    /// What a mode is for.
    pub fn embed_mode_meaning(self, mode: EmbedMode) -> &'static str {
        match mode {
            EmbedMode::Element => {
                "Recommended. A small script makes a frame when it comes into view, and keeps it as high as its content. \
                 It fills the column that it stands in; the width is only for this preview."
            }
            EmbedMode::Frame => "One line and no script. It has the height that you choose, and scrolls inside.",
            EmbedMode::Inline => {
                "The app in your page itself, without a frame: it can have your colours. It fills the column that it \
                 stands in; the width is only for this preview."
            }
        }
    }

    /// What a widget is called: by the countries that it shows, and by what else is asked for.
    pub fn embed_title(self, query: &Query, catalog: &Catalog) -> String {
        let chips = query.chips(catalog);
        let names = |of_countries: bool| {
            let is_wanted = |change: &&Change| matches!(change, Change::Country(_)) == of_countries;
            chips.iter().filter(is_wanted).map(|change| self.chip(change, query, catalog)).collect::<Vec<_>>()
        };
        let (countries, others) = (names(true), names(false));
        let title = match &*countries {
            [] => self.site_title().to_owned(),
            [country] => self.country_embed_title(country),
            many => format!("National genomic plans: {}", listed(many)),
        };
        if others.is_empty() { title } else { format!("{title} ({})", listed(&others)) }
    }

    /// What the widget of a country is called.
    pub fn country_embed_title(self, country: &str) -> String {
        format!("National genomic plan: {country}")
    }

    /// How wide a widget is.
    pub fn embed_width(self) -> &'static str {
        "Width"
    }

    /// How high a frame is.
    pub fn embed_height(self) -> &'static str {
        "Height"
    }

    /// A length in CSS pixels.
    pub fn pixels(self, number: u32) -> String {
        format!("{number} px")
    }

    /// Whether a widget is light or dark.
    pub fn embed_theme(self) -> &'static str {
        "Light or dark"
    }

    /// The colour that everything stands on.
    pub fn embed_ground(self) -> &'static str {
        "Background"
    }

    /// The colour of headings, and of what can be pressed.
    pub fn embed_accent(self) -> &'static str {
        "Accent"
    }

    /// Takes one's own colours back.
    pub fn site_colours(self) -> &'static str {
        "Site's colours"
    }

    /// When one's own colours do not go together.
    pub fn hard_to_read(self) -> &'static str {
        "Some text is hard to read in these colours: they need more contrast."
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
    pub fn preview(self, title: &str) -> String {
        format!("Preview: {title}")
    }

    /// What the policy of a page must allow, for who has one.
    pub fn policy(self) -> &'static str {
        "If your site has a content policy"
    }

    /// Before what it must allow.
    pub fn policy_must_allow(self) -> &'static str {
        "Your Content-Security-Policy must allow this, in addition to what it allows already:"
    }

    /// Leads to the partners' guide.
    pub fn embed_guide(self) -> &'static str {
        "Guide for partners"
    }

    /// Giving the address to somebody.
    pub fn share(self) -> &'static str {
        "Share"
    }
}

/// Names one after the other; the last ones only by their number, where they are many.
fn listed(names: &[String]) -> String {
    if names.len() <= MOST_NAMED {
        return names.join(", ");
    }
    let (named, rest) = names.split_at(MOST_NAMED - 1);
    format!("{} and {} more", named.join(", "), rest.len())
}
