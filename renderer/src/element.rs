//! Elements as `view!` writes them: `div().class("card").child(…)`.

use leptos::html::ElementType;
use leptos::prelude::NodeRef;
use leptos::tachys::html::event::EventDescriptor;
use leptos::wasm_bindgen::JsCast;
use web_sys::Event;

use crate::attr::custom::CustomAttribute;
use crate::attr::{IntoAttribute, IntoText, Text};
pub use crate::backend::Element;
use crate::view::IntoView;

/// Attributes that have a method of their name.
macro_rules! attributes {
    ($($method:ident $name:literal)*) => {
        impl Element {$(
            #[doc = concat!("Sets `", $name, "`.")]
            #[must_use]
            pub fn $method(self, value: impl IntoAttribute) -> Self {
                self.attr($name, value)
            }
        )*}
    };
}

attributes! {
    alt "alt" allow "allow" aria_busy "aria-busy" aria_controls "aria-controls" aria_current "aria-current"
    aria_describedby "aria-describedby" aria_disabled "aria-disabled" aria_expanded "aria-expanded"
    aria_haspopup "aria-haspopup" aria_hidden "aria-hidden" aria_label "aria-label"
    aria_labelledby "aria-labelledby" aria_live "aria-live" aria_pressed "aria-pressed" aria_selected "aria-selected"
    aria_sort "aria-sort" autocomplete "autocomplete" checked "checked" cite "cite" class "class" cols "cols"
    colspan "colspan" content "content" datetime "datetime" dir "dir" disabled "disabled" download "download"
    r#for "for" headers "headers" height "height" hidden "hidden" href "href" hreflang "hreflang" id "id"
    inert "inert" inputmode "inputmode" lang "lang" list "list" loading "loading" max "max" maxlength "maxlength"
    min "min" minlength "minlength" multiple "multiple" name "name" open "open" part "part" pattern "pattern"
    placeholder "placeholder" popover "popover" readonly "readonly" referrerpolicy "referrerpolicy" rel "rel"
    required "required" role "role" rows "rows" rowspan "rowspan" sandbox "sandbox" scope "scope"
    selected "selected" size "size" sizes "sizes" spellcheck "spellcheck" src "src" srcset "srcset" step "step"
    tabindex "tabindex" target "target" title "title" translate "translate" r#type "type" value "value"
    width "width" wrap "wrap"
}

impl Element {
    /// Sets an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.set_attribute(name, value.into_attribute());
        self
    }

    /// Sets an attribute that was made elsewhere.
    #[must_use]
    pub fn add_any_attr(mut self, attribute: CustomAttribute) -> Self {
        self.set_attribute(attribute.name, attribute.value);
        self
    }

    /// Sets a property of the style, where a policy forbids the attribute.
    #[must_use]
    pub fn style(mut self, (name, value): (&'static str, impl IntoAttribute)) -> Self {
        self.set_style(name, value.into_attribute());
        self
    }

    /// Sets a property of the element itself: what a form control shows now, not what it showed first.
    #[must_use]
    pub fn prop<P: IntoProperty>(mut self, name: &'static str, mut value: impl FnMut() -> P + 'static) -> Self {
        self.set_property(name, Box::new(move || value().into_property()));
        self
    }

    /// Calls a function whenever an event happens, below the owner that there is now.
    #[must_use]
    pub fn on<E: EventDescriptor>(mut self, event: E, mut handler: impl FnMut(E::EventType) + 'static) -> Self
    where
        E::EventType: JsCast,
    {
        self.listen(event.name(), Box::new(move |event: Event| handler(event.unchecked_into())));
        self
    }

    /// Lets a reference refer to the element.
    #[must_use]
    pub fn node_ref<E: ElementType>(self, reference: NodeRef<E>) -> Self
    where
        E::Output: JsCast + Clone + 'static,
    {
        self.load(reference);
        self
    }

    /// Sets what is in the element, as HTML of one's own.
    #[must_use]
    pub fn inner_html(mut self, html: impl IntoText) -> Self {
        self.set_inner_html(html.into_text().unwrap_or_default());
        self
    }

    /// Puts something at the end of the element.
    #[must_use]
    pub fn child(mut self, child: impl IntoView) -> Self {
        child.append_to(&mut self);
        self
    }
}

/// The value of a property.
pub enum Property {
    /// Of `checked` and its like.
    Flag(bool),
    /// Of `value` and its like.
    Text(Text),
}

/// What can be the value of a property.
pub trait IntoProperty {
    /// The value now.
    fn into_property(self) -> Property;
}

impl IntoProperty for bool {
    fn into_property(self) -> Property {
        Property::Flag(self)
    }
}

impl IntoProperty for String {
    fn into_property(self) -> Property {
        Property::Text(self.into_text())
    }
}

macro_rules! elements {
    ($namespace:expr, $($method:ident $name:literal)*) => {$(
        #[doc = concat!("`<", $name, ">`")]
        #[must_use]
        pub fn $method() -> super::Element {
            super::Element::new($name, $namespace)
        }
    )*};
}

/// What `view!` writes as HTML.
macro_rules! inert_element {
    ($namespace:expr) => {
        /// An element in which nothing ever changes.
        pub struct InertElement(super::Element);

        impl InertElement {
            /// The element with that HTML.
            #[must_use]
            pub fn new(html: &'static str) -> Self {
                Self(super::Element::from_html(html, $namespace))
            }
        }

        impl crate::view::IntoView for InertElement {
            fn into_view(self) -> crate::view::View {
                crate::view::View::Element(self.0)
            }
        }
    };
}

pub(crate) mod html {
    inert_element! { None }
    elements! { None,
        a "a" abbr "abbr" address "address" article "article" aside "aside" b "b" bdi "bdi" blockquote "blockquote"
        br "br" button "button" caption "caption" cite "cite" code "code" col "col" colgroup "colgroup" data "data"
        datalist "datalist" dd "dd" del "del" details "details" dfn "dfn" dialog "dialog" div "div" dl "dl" dt "dt"
        em "em" fieldset "fieldset" figcaption "figcaption" figure "figure" footer "footer" form "form" h1 "h1"
        h2 "h2" h3 "h3" h4 "h4" h5 "h5" h6 "h6" header "header" hgroup "hgroup" hr "hr" i "i" iframe "iframe"
        img "img" input "input" ins "ins" kbd "kbd" label "label" legend "legend" li "li" main "main" mark "mark"
        menu "menu" meter "meter" nav "nav" noscript "noscript" ol "ol" optgroup "optgroup" option "option"
        output "output" p "p" picture "picture" pre "pre" progress "progress" q "q" s "s" samp "samp"
        search "search" section "section" select "select" slot "slot" small "small" source "source" span "span"
        strong "strong" sub "sub" summary "summary" sup "sup" table "table" tbody "tbody" td "td"
        template "template" textarea "textarea" tfoot "tfoot" th "th" thead "thead" time "time" tr "tr" u "u"
        ul "ul" var "var" video "video" wbr "wbr"
    }
}

pub(crate) mod svg {
    pub(crate) const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");

    inert_element! { SVG }
    elements! { SVG,
        circle "circle" defs "defs" desc "desc" ellipse "ellipse" g "g" line "line" path "path" pattern "pattern"
        polygon "polygon" polyline "polyline" rect "rect" svg "svg" symbol "symbol" text "text" title "title"
        tspan "tspan" r#use "use"
    }
}
