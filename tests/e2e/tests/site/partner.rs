//! A partner's page with the widget in it, from another origin than the site.

use e2e::{Engine, Host, ServedSite, Visitor, until};
use site::pages::with_address;

/// A site, a partner's page, and somebody who looks at it.
pub(crate) struct Partner {
    pub(crate) visitor: Visitor,
    pub(crate) host: Host,
    pub(crate) site: ServedSite,
}

/// A test in each engine.
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        mod chromium { $(#[test] fn $test() { super::$test(super::Engine::Chromium); })+ }
        mod firefox { $(#[test] fn $test() { super::$test(super::Engine::Firefox); })+ }
        mod webkit { $(#[test] fn $test() { super::$test(super::Engine::WebKit); })+ }
    };
}

pub(crate) use in_every_engine;

/// A page with the widget's script, and this in its body.
pub(crate) fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A partner's page</title>
        <meta name=viewport content='width=device-width, initial-scale=1'>
        <script>window.told = [];
        for (const type of ['ready', 'change', 'play', 'error'])
            addEventListener(`ngp-${{type}}`, ({{ detail }}) => told.push(`${{type}} ${{JSON.stringify(detail)}}`));
        </script>
        <script type=module src=\"{{{{ site }}}}/widget.js\"></script>
        <main><h1>A partner</h1>{body}</main>"
    )
}

/// The frame of an element, by its place in the page.
const FRAME: &str =
    "return document.querySelectorAll('genomic-plans')[arguments[0]].shadowRoot.querySelector('iframe')";

impl Partner {
    pub(crate) fn with(engine: Engine) -> Self {
        Self::of(engine, ServedSite::built())
    }

    /// The same where the site knows its address, as one that is published does.
    pub(crate) fn of_known_site(engine: Engine) -> Self {
        let site = ServedSite::copy();
        let embed = "embed/index.html";
        site.write(embed, &with_address(&site.text(embed), &site.address()));
        Self::of(engine, site)
    }

    pub(crate) fn of(engine: Engine, site: ServedSite) -> Self {
        let visitor = Visitor::with(engine, &site);
        // Not every system can share.
        visitor.tolerates("Unrecognized feature: 'web-share'");
        Self { visitor, host: Host::of(&site), site }
    }

    pub(crate) fn visits(&self, html: &str) {
        self.visitor.visits(&self.host.page_with(html, None));
    }

    /// Waits until the browser knows the element.
    pub(crate) fn waits_for_element(&self) {
        self.visitor.waits_for("the element is known", "return customElements.get('genomic-plans') !== undefined");
    }

    /// Waits until that many elements show what they were asked for.
    pub(crate) fn waits_until_shown(&self, number: usize) {
        until(|| match self.visitor.count("genomic-plans[data-ready]") {
            shown if shown >= number => Ok(()),
            shown => Err(format!("{shown} of {number} elements are shown; told was {:?}", self.told())),
        });
    }

    /// What the page was told by events.
    pub(crate) fn told(&self) -> Vec<String> {
        self.visitor.script("return window.told ?? []", vec![])
    }

    pub(crate) fn waits_until_told(&self, event: &str) {
        until(|| {
            let told = self.told();
            told.iter().any(|one| one == event).then_some(()).ok_or_else(|| format!("{event} is not among {told:?}"))
        });
    }

    pub(crate) fn waits_until_told_of(&self, kind: &str) {
        until(|| {
            let told = self.told();
            told.iter().any(|one| one.starts_with(kind)).then_some(()).ok_or_else(|| format!("no {kind} in {told:?}"))
        });
    }

    /// Turns to the frame of an element.
    pub(crate) fn enters(&self, element: usize) {
        self.visitor.enters_frame_of(FRAME, vec![element.into()]);
    }

    /// Waits until the frame of an element is exactly as high as what is in it, and the element as its frame.
    pub(crate) fn fits(&self, element: usize) {
        self.fits_after(element, "it was shown");
    }

    pub(crate) fn fits_after(&self, element: usize, what: &str) {
        until(|| {
            let around: [f64; 2] = self.visitor.script(
                &format!("const frame = (function () {{ {FRAME} }})(arguments[0]); return [frame?.clientHeight ?? 0, frame?.getRootNode().host.clientHeight ?? 0]"),
                vec![element.into()],
            );
            self.enters(element);
            let within: [f64; 2] = self
                .visitor
                .script("return [Math.ceil(document.body.getBoundingClientRect().height), innerHeight]", vec![]);
            self.visitor.leaves_frame();
            let all = [around[0], around[1], within[0], within[1]];
            let fits = all.iter().all(|height| (height - all[2]).abs() < 0.5) && all[0] > 100.0;
            fits.then_some(())
                .ok_or_else(|| format!("after {what}: frame, element, content and window inside are {all:?} high"))
        });
    }
}
