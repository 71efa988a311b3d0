//! The flags of countries, which are decoration: names stand beside them.
//!
//! They are drawn once, out of sight, and each flag that is seen refers to its drawing. As pictures they would be a
//! document of the browser's each: `style/icon.css` has what that costs.

use catalog::CountryCode;
use leptos::prelude::*;

/// The drawings by the names of their files, each a square of 512 units.
macro_rules! flags {
    ($($code:literal)*) => {
        [$(($code, include_str!(concat!("../../flags/", $code, ".svg")))),*]
    };
}

const FLAGS: [(&str, &str); 33] = flags! {
    "at" "be" "bg" "ch" "cy" "cz" "de" "dk" "ee" "es" "fi" "fr" "gb" "gr" "hr" "hu" "ie" "is" "it" "lt" "lu" "lv" "mt"
    "nl" "no" "pl" "pt" "ro" "rs" "se" "si" "sk" "tr"
};

/// The drawings that flags refer to, once for all that is in the same tree.
#[component]
pub fn FlagDrawings() -> impl IntoView {
    let drawing = |(code, svg): &(&str, &str)| svg.trim().replacen("<svg", &format!("<svg id=\"flag-{code}\""), 1);
    let drawings: String = FLAGS.iter().map(drawing).collect();
    view! { <svg class="drawings" width="0" height="0" aria-hidden="true"><defs inner_html=drawings></defs></svg> }
}

/// The flag of a country.
#[component]
pub fn Flag(
    /// The country's code.
    code: CountryCode,
) -> impl IntoView {
    let drawing = ["#flag-", &code.lower()].concat();
    view! { <svg class="flag" viewBox="0 0 512 512" aria-hidden="true"><use_ href=drawing></use_></svg> }
}
