//! The words of the page "Accessibility statement". What it claims was tested is what the tests in `tests/e2e` do: a
//! test of the builder (`site/src/accessibility/tests.rs`) names the test behind each claim, and fails where it is gone.

use super::Messages;
use crate::date::PartialDate;

/// The title, and the words of the links that lead to the page.
pub const TITLE: &str = "Accessibility statement";
/// What the page says, for search engines.
pub const DESCRIPTION: &str = "How far this site meets WCAG 2.2 at level AA, what was tested and how, what is not \
accessible or not known, and whom to tell.";

/// The day on which the statement was prepared.
pub const PREPARED: &str = "2026-11-29";
/// The day on which somebody last compared the statement with the site, and who does so again writes here. It is never
/// before the newest release in `CHANGELOG.md`, which a test holds. The tests have no day: they run at each change.
pub const REVIEWED: &str = "2026-11-30";
/// The version of axe-core, which is pinned in `tools/npm/package.json`.
pub const AXE: &str = "4.14.1";
/// The names of the engines of browsers in which the site is tested.
pub const ENGINES: [&str; 3] = ["Chromium", "Firefox", "WebKit"];

/// A day of these, in words.
fn in_words(day: &str) -> String {
    PartialDate::parse_day(day).map_or_else(|_| day.to_owned(), |day| Messages::English.date(day))
}

// Status

/// The heading of how far the site is accessible.
pub const STATUS: &str = "How far this site is accessible";
/// The aim, and how far it is reached.
pub const STATUS_NOTE: &[&str] = &[
    "The aim is the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.",
    "By the project’s own check, this site is partially compliant with them. What is not met, and what nobody knows, \
     is listed below.",
    "This holds for every page of this site. Frames and elements on other sites show the same app.",
];

// Not accessible

/// The heading of what is not accessible.
pub const NOT_ACCESSIBLE: &str = "What is not accessible";
/// What is not accessible.
pub const NOT_ACCESSIBLE_POINTS: &[&str] = &[
    "Countries on the small map of the start page are targets smaller than 24 by 24 pixels: all of them on a phone, \
     most with a mouse. On the large map small countries are, except in windows of 390 to 544 pixels. The \
     filter of countries does the same with larger targets, which WCAG 2.5.8 accepts as an equivalent. On the map they \
     are hard to hit all the same.",
    "Letters twice as large were tested in windows from 390 pixels on. In one of 320 pixels long words may be wider \
     than the window (WCAG 1.4.4).",
    "Captions, transcripts and audio descriptions of talks: this site has none of its own. What YouTube shows depends on \
     each talk (WCAG 1.2).",
    "YouTube’s player, which comes when a talk is played, is YouTube’s. It was not tested, and cannot be changed here.",
    "Documents and pages of others that this site links to, such as PDF files of ministries, were not tested either.",
];
/// What can be had instead.
pub const INSTEAD: &str = "Each talk has its title, its speaker where known, and a plain link to YouTube. Each document \
has a summary here, in English.";

// Not known

/// The heading of what is not known.
pub const NOT_KNOWN: &str = "What is not known";
/// What is not known.
pub const NOT_KNOWN_POINTS: &[&str] = &[
    "No disabled person and no auditor has tested this site for the project.",
    "No screen reader was run. The tests read what a browser tells one, which is not the same.",
    "Voice control, screen magnifiers and switches were not tried.",
    "The rules of axe were not run on frames and elements on other sites, nor on the page for an address that does not \
     exist.",
    "Firefox and WebKit go through fewer tests than Chromium, as said below. WebKit is that of Linux, not Safari on a \
     Mac or a phone.",
    "Some of WCAG cannot be judged by a program, such as whether words are plain. It was only read by the developers.",
];

// Tests

/// The heading of what was tested.
pub const TESTED: &str = "What was tested, how and when";
/// By whom, and when.
#[must_use]
pub fn tested() -> String {
    format!(
        "The tests are programs that drive real browsers, and each change to the site goes through them. So they have \
         no day of their own. The developers last compared this statement with the site on {}.",
        in_words(REVIEWED)
    )
}
/// The rules of axe.
#[must_use]
pub fn tested_rules() -> String {
    format!(
        "Rules: axe-core {AXE} finds nothing against WCAG 2.0, 2.1 and 2.2 at levels A and AA, nor against its own best \
         practices. It looked at every view, at opened cards, a player, notes and faults, on a phone and on a desk, in \
         light and dark colours. ({})",
        ENGINES[0]
    )
}
/// What else was tested; each that drives a browser names it.
pub const TESTED_POINTS: &[&str] = &[
    "Keyboard: search, filters, cards, every view with its buttons, and a talk that is played and closed. At every stop \
     the focus has a name and can be seen. (Chromium)",
    "Keyboard: the search, the filters and the choice of views. (Firefox and WebKit)",
    "What is said: the browser’s accessibility tree from a search to a document, on the map, in the timeline and in the \
     comparison. (Chromium)",
    "Small windows: from 320 to 1,920 pixels nothing is wider than the window, nor with letters twice as large from 390 \
     pixels on. (Chromium)",
    "Small windows: nothing is wider than a window of 300 pixels. (Firefox)",
    "Targets: on the large map of a phone, each country has 24 by 24 pixels that nothing else covers. (Chromium)",
    "Text spacing as in WCAG 1.4.12: nothing is wider than the window, and no words are cut off but those that short \
     cards shorten anyway. (Chromium)",
    "Colours that the system forces: parts keep their edges. (Chromium)",
    "Without scripts: every country with its documents can be read. (Chromium)",
    "Paper: printed pages name each document with its address. (Chromium)",
    "Valid HTML: the Nu Html Checker finds no error in any page as it is sent, nor in the views as they are used.",
];

// Feedback

/// The heading of whom to tell.
pub const FEEDBACK: &str = "Whom to tell";
/// What helps.
pub const FEEDBACK_NOTE: &str =
    "Say which page it is, what you wanted to do, and which browser and assistive technology you use.";
/// What is not promised.
pub const FEEDBACK_ANSWER: &str = "No day is promised on which somebody answers.";

// About the statement

/// The heading of how the statement was made.
pub const STATEMENT: &str = "About this statement";
/// When and how it was prepared.
#[must_use]
pub fn prepared() -> String {
    format!(
        "It was prepared on {} by self-assessment: by automated tests and by the developers, who read the pages. It \
         was last reviewed on {}. Nobody else has evaluated the site.",
        in_words(PREPARED),
        in_words(REVIEWED)
    )
}
/// What it is not.
pub const NO_PUBLIC_BODY: &[&str] = &[
    "It gives the facts that the European Union’s model accessibility statement asks for, in its own words.",
    "It is no statement of a public sector body under Directive (EU) 2016/2102, so no enforcement procedure belongs to \
     it. A public body that runs a copy of this site owes a statement of its own.",
];
