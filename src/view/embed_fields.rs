//! What a partner chooses of a widget: how it comes into their page, its size and its colours.

use catalog::{Colour, EmbedMode, OwnColours};
use leptos::prelude::*;

use super::header::theme_options;
use super::select::Select;
use crate::browser::theme::Theme;
use crate::state::use_messages;

/// Widths of a frame, in CSS pixels; none is as wide as there is room.
const WIDTHS: [Option<u32>; 3] = [Some(300), Some(480), None];

/// The value of a width that is as wide as there is room.
const FULL: &str = "full";

/// Heights of a frame, in CSS pixels.
const HEIGHTS: [u32; 4] = [400, 600, 800, 1000];

/// What the fields of colours show while the site's own are taken: those of `style/tokens.css`.
const SITE_GROUND: &str = "#ffffff";
const SITE_ACCENT: &str = "#94400a";

/// What is chosen.
#[derive(Clone, Copy, PartialEq)]
pub struct Chosen {
    /// How it comes into the page.
    pub mode: EmbedMode,
    /// How wide it is in the preview, and a frame in the page; as wide as there is room where there is none.
    pub width: Option<u32>,
    /// How high a frame is.
    pub height: u32,
    /// Light or dark.
    pub theme: Theme,
    own: OwnColours,
}

impl Chosen {
    /// What is recommended.
    pub const FIRST: Self = Self {
        mode: EmbedMode::Element,
        width: None,
        height: 600,
        theme: Theme::Auto,
        own: OwnColours { ground: None, accent: None },
    };

    /// The partner's own colours, where they can have some.
    #[must_use]
    pub fn own(self) -> OwnColours {
        if self.mode == EmbedMode::Inline { self.own } else { OwnColours::default() }
    }

    fn is_readable(self) -> bool {
        let is_readable_in = |is_dark| self.own().is_readable(is_dark);
        (self.theme == Theme::Dark || is_readable_in(false)) && (self.theme == Theme::Light || is_readable_in(true))
    }

    /// Colours of one's own go with either the light theme or the dark one, so that is chosen with them.
    fn follow_colours(&mut self) {
        match self.own.is_dark() {
            Some(true) => self.theme = Theme::Dark,
            Some(false) => self.theme = Theme::Light,
            None => {}
        }
    }
}

/// Changes what is chosen: one function, where `update` would be one for each change.
fn change(chosen: RwSignal<Chosen>, change: &dyn Fn(&mut Chosen)) {
    let mut changed = chosen.get_untracked();
    change(&mut changed);
    chosen.set(changed);
}

/// The fields in which it is chosen.
#[component]
pub fn Fields(
    /// What is chosen.
    chosen: RwSignal<Chosen>,
) -> impl IntoView {
    let messages = use_messages();
    let owned = |value: &str, words: &str| (value.to_owned(), words.to_owned());
    let modes = EmbedMode::ALL.iter().map(|mode| owned(mode.name(), messages.embed_mode(*mode))).collect();
    let widths = WIDTHS.map(|width| match width {
        Some(width) => (width.to_string(), messages.pixels(width)),
        None => owned(FULL, messages.full_width()),
    });
    let heights = HEIGHTS.map(|height| (height.to_string(), messages.pixels(height)));
    let languages = messages.languages().iter().map(|(tag, name)| owned(tag, name)).collect();
    // It changes only with the way, so that a field of colours keeps the focus.
    let is_inline = Memo::new(move |_| chosen.get().mode == EmbedMode::Inline);
    view! {
        <div class="fields">
            <Field
                name="mode" label=messages.embed_mode_label() options=modes chosen
                value=|chosen| chosen.mode.name().to_owned()
                choose=|chosen, name| chosen.mode = EmbedMode::from_name(name).unwrap_or(chosen.mode)
            />
            // What is no number is as wide as there is room.
            <Field
                name="width" label=messages.embed_width() options=widths.into() chosen
                value=|chosen| chosen.width.map_or_else(|| FULL.to_owned(), |width| width.to_string())
                choose=|chosen, width| chosen.width = width.parse().ok()
            />
            <Field
                name="height" label=messages.embed_height() options=heights.into() chosen only_of=EmbedMode::Frame
                value=|chosen| chosen.height.to_string()
                choose=|chosen, height| chosen.height = height.parse().unwrap_or(chosen.height)
            />
            <Field
                name="colours" label=messages.embed_theme() options=theme_options() chosen
                value=|chosen| chosen.theme.name().to_owned()
                choose=|chosen, name| chosen.theme = Theme::from_name(name).unwrap_or(chosen.theme)
            />
            {move || is_inline.get().then(|| view! { <ColourFields chosen/> })}
            // There is one so far, so no other can be chosen.
            <Field
                name="language" label=messages.language_label() options=languages chosen
                value=|_| String::new() choose=|_, _| ()
            />
        </div>
        <p class="hint">
            {move || messages.embed_mode_meaning(chosen.get().mode)} " "
            <strong aria-live="polite">{move || (!chosen.get().is_readable()).then(|| messages.hard_to_read())}</strong>
        </p>
    }
}

/// The partner's own colours, and the way back from them.
#[component]
fn ColourFields(
    /// What the partner has chosen.
    chosen: RwSignal<Chosen>,
) -> impl IntoView {
    let messages = use_messages();
    let field = move |label, site: &'static str, of: fn(&mut OwnColours) -> &mut Option<Colour>| {
        let value = move || {
            let mut own = chosen.get().own;
            of(&mut own).map_or_else(|| site.to_owned(), Colour::text)
        };
        let choose = move |event| {
            change(chosen, &|chosen| {
                *of(&mut chosen.own) = Colour::parse(&event_target_value(&event));
                chosen.follow_colours();
            });
        };
        view! {
            <label class="field">
                <span>{label}</span>
                <input type="color" prop:value=value on:input=choose/>
            </label>
        }
    };
    view! {
        {field(messages.embed_ground(), SITE_GROUND, |own| &mut own.ground)}
        {field(messages.embed_accent(), SITE_ACCENT, |own| &mut own.accent)}
        <button
            class="button-small" type="button" on:click=move |_| change(chosen, &|chosen| {
                chosen.own = OwnColours::default();
                chosen.theme = Theme::Auto;
            })
        >
            {messages.site_colours()}
        </button>
    }
}

/// A choice and its name.
#[component]
fn Field(
    /// The name of the list.
    name: &'static str,
    /// The words beside it.
    label: &'static str,
    /// The options: their values and words.
    options: Vec<(String, String)>,
    /// What the partner has chosen.
    chosen: RwSignal<Chosen>,
    /// The value of this field in that.
    value: fn(Chosen) -> String,
    /// Puts a value of this field into that.
    choose: fn(&mut Chosen, &str),
    /// The only mode that has this field; otherwise all have it.
    #[prop(optional)]
    only_of: Option<EmbedMode>,
) -> impl IntoView {
    let value = Signal::derive(move || value(chosen.get()));
    let choose = move |value: String| change(chosen, &|chosen| choose(chosen, &value));
    let is_hidden = move || only_of.is_some_and(|mode| chosen.get().mode != mode);
    view! {
        <label class="field" hidden=is_hidden>
            <span>{label}</span>
            <Select name options value choose/>
        </label>
    }
}
