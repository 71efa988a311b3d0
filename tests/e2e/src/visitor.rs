//! What a visitor does, and what they see.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use catalog::{Country, Messages};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use site::project;
use thirtyfour::prelude::*;

use crate::activity::Activity;
use crate::axe::{self, Violation};
use crate::browser::{Browser, Engine};
use crate::data;
use crate::failure;
use crate::screen::{READ, Screen};
use crate::served_site::ServedSite;
use crate::spoken;

/// How long something may take that should happen at once. A busy machine is slow, not wrong.
const LIMIT: Duration = Duration::from_secs(60);

/// How long to wait before looking again.
const PAUSE: Duration = Duration::from_millis(20);

/// YouTube cannot be reached from here, and the console says so when a player is opened.
const PLAYER_UNREACHABLE: [&str; 2] = ["https://www.youtube-nocookie.com/embed/", "net::ERR_NAME_NOT_RESOLVED"];

/// Breaches of the content security policy are events; told to the console, they are complaints.
const REPORT_BREACHES: &str = "addEventListener('securitypolicyviolation', \
    ({ violatedDirective, blockedURI }) => console.error(`The policy forbids ${blockedURI}: ${violatedDirective}`))";

/// The same for the browsers that have no log to read and run no script before the page's own: from when the
/// page is there, what goes wrong in it is kept beside it, also while links lead on.
const KEEP_COMPLAINTS: &str = "
    if (window.keepsComplaints) return;
    window.keepsComplaints = true;
    const keep = (line) => {
        const lines = JSON.parse(sessionStorage.getItem('complaints') ?? '[]');
        sessionStorage.setItem('complaints', JSON.stringify([...lines, line]));
    };
    addEventListener('error', ({ message, target }) => keep(message ?? `${target.src ?? target.href} cannot be loaded`), true);
    addEventListener('unhandledrejection', ({ reason }) => keep(`Unhandled: ${reason}`));
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => keep(`The policy forbids ${blockedURI}: ${violatedDirective}`));
    for (const kind of ['error', 'warn']) {
        const tell = console[kind];
        console[kind] = (...words) => { keep(words.join(' ')); tell.apply(console, words); };
    }";

/// The script that takes what the other has kept. Where no page of the site is shown, none may be kept.
const TAKE_COMPLAINTS: &str = "
    try {
        const lines = JSON.parse(sessionStorage.getItem('complaints') ?? '[]');
        sessionStorage.removeItem('complaints');
        return lines;
    } catch { return []; }";

/// What an element is to assistive technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something to press.
    Button,
    /// Something to tick.
    Checkbox,
    /// Somewhere to go.
    Link,
    /// A list of which one is chosen.
    List,
    /// The search field.
    Search,
}

impl Role {
    fn selector(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Checkbox => "input[type=checkbox]",
            Self::Link => "a[href]",
            Self::List => "select",
            Self::Search => "input[type=search]",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Checkbox => "checkbox",
            Self::Link => "link",
            Self::List => "combobox",
            Self::Search => "searchbox",
        }
    }
}

/// The element that has the focus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// Its role.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Whether it can be seen that it has the focus: it is in view, and has an outline.
    pub is_visible: bool,
}

/// What a page weighs.
#[derive(Clone, Copy, Debug)]
pub struct Weight {
    /// Nodes of documents.
    pub nodes: f64,
    /// Listeners to events.
    pub listeners: f64,
}

/// A visitor with a fresh browser.
///
/// When it is dropped without a failure, two things are checked of the whole visit: that the console
/// had no error or warning, and that nobody but the site was asked for anything, other than what the
/// test has taken note of. Outside Chromium, the console is heard only from when a page is there.
pub struct Visitor {
    browser: Browser,
    address: String,
    activity: RefCell<Activity>,
    tolerated: RefCell<Vec<String>>,
    /// Where the pages are from that the visitor has visited.
    origins: RefCell<Vec<String>>,
    /// Whether pages are waited for until all of them reacts.
    waits_for_all: Cell<bool>,
}

/// The beginning of an address: `http://127.0.0.1:1234`.
fn origin(address: &str) -> String {
    address.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}

impl Visitor {
    /// A visitor who has not yet opened the site.
    pub fn of(site: &ServedSite) -> Self {
        Self::with(Engine::Chromium, site)
    }

    /// The same with another browser, which can do less: what needs Chromium says so.
    pub fn with(engine: Engine, site: &ServedSite) -> Self {
        let visitor = Self {
            browser: Browser::start(engine),
            address: site.address(),
            activity: RefCell::default(),
            tolerated: RefCell::default(),
            origins: RefCell::new(vec![origin(&site.address())]),
            waits_for_all: Cell::new(true),
        };
        if engine == Engine::Chromium {
            visitor.before_each_page(REPORT_BREACHES);
        }
        visitor
    }

    /// A visitor at an address of the site, such as `?country=ie`.
    pub fn at(site: &ServedSite, address: &str) -> Self {
        let visitor = Self::of(site);
        visitor.open(address);
        visitor
    }

    // What they do

    /// Opens somebody else's page.
    pub fn visits(&self, address: &str) {
        self.origins.borrow_mut().push(origin(address));
        // Pages of partners have icons of their own.
        self.tolerates("favicon.ico");
        self.browser.wait(self.driver().goto(address));
        self.keeps_complaints();
    }

    /// Says that the page may ask another site, too.
    pub fn also_from(&self, site: &ServedSite) {
        self.origins.borrow_mut().push(origin(&site.address()));
    }

    /// Opens an address of the site and waits until the page reacts.
    pub fn open(&self, address: &str) {
        self.open_whatever_comes(address);
        self.waits_until_ready();
    }

    /// Opens an address of the site that may not bring the page.
    pub fn open_whatever_comes(&self, address: &str) {
        self.leaves_frame();
        self.takes_complaints();
        // From one address to another of the same page with a fragment, a browser would not load anything.
        self.browser.wait(self.driver().goto(format!("{}{address}", self.address)));
        self.keeps_complaints();
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.browser.wait(self.driver().refresh());
        self.waits_until_ready();
    }

    /// Waits until the page reacts.
    pub fn waits_until_ready(&self) {
        // All of it, because a person waits for what they see to react, too.
        let is_there = if self.waits_for_all.get() {
            "const { ready, whole, failed } = document.documentElement.dataset;
            return (ready ?? failed) !== undefined && (whole ?? failed) !== undefined"
        } else {
            "return document.documentElement.hasAttribute('data-ready')"
        };
        until(|| match self.script(is_there, vec![]) {
            true => Ok(()),
            false => Err(format!("the page does not get ready; it says: {}", beginning(&self.text("body")))),
        });
        self.keeps_complaints();
    }

    /// Somebody for whom a page is there when its first screen reacts: what is loaded after that may not come.
    pub fn waits_only_for_the_first_screen(&self) {
        self.waits_for_all.set(false);
    }

    /// Waits until all of the page reacts, and not only its first screen.
    pub fn waits_until_whole(&self) {
        self.waits_for("the whole page reacts", "return document.documentElement.hasAttribute('data-whole')");
    }

    /// Waits until the map is in the place of its picture.
    pub fn waits_for_map(&self) {
        self.waits_for("the map is in its place", "return document.querySelector('.map-figure svg') !== null");
    }

    /// Waits until a service worker answers for the page.
    pub fn waits_for_worker(&self) {
        self.waits_for("a worker answers for the page", "return navigator.serviceWorker.controller !== null");
    }

    /// Waits until no service worker is on its way.
    pub fn waits_for_no_worker(&self) {
        let is_settled = "const { active, installing, waiting } = await navigator.serviceWorker.ready;
            return active.state === 'activated' && !installing && !waiting";
        self.waits_for("no worker is on its way", is_settled);
    }

    /// Presses "Reload" and waits for the page of the new version.
    pub fn takes_the_new_version(&self) {
        self.script::<()>("window.isTheOldPage = true", vec![]);
        self.clicks(Role::Button, Messages::English.reload());
        self.waits_for("the page is loaded again", "return !window.isTheOldPage");
        self.waits_until_ready();
    }

    /// Waits until something is so, by the body of an async function.
    pub fn waits_for(&self, what: &str, is_so: &str) {
        until(|| match self.browser.attempt(self.answer(is_so, vec![])).and_then(|answer| answer.convert()) {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("it is not so that {what}")),
            // The page may be loaded anew while it is asked.
            Err(error) => Err(format!("whether {what} cannot be told: {error}")),
        });
    }

    /// Does what a browser does when a visitor comes back to the tab.
    pub fn looks_again(&self) {
        self.script::<()>("document.dispatchEvent(new Event('visibilitychange'))", vec![]);
    }

    /// Goes one page back.
    pub fn goes_back(&self) {
        self.browser.wait(self.driver().back());
    }

    /// Goes one page forward.
    pub fn goes_forward(&self) {
        self.browser.wait(self.driver().forward());
    }

    /// Turns to the frame of a selector: what is done and seen next is in it.
    pub fn enters_frame(&self, selector: &str) {
        self.enters_frame_of("return document.querySelector(arguments[0])", vec![json!(selector)]);
    }

    /// Turns to the frame that a script returns, such as one in a shadow root.
    pub fn enters_frame_of(&self, script: &str, arguments: Vec<Value>) {
        // A script in a frame that is about to show its page may get no answer. Of a page of another origin,
        // only its arrival is known.
        let loaded = format!(
            "const frame = (function () {{ {script} }}).apply(null, arguments);
            const page = frame?.contentDocument;
            const arrived = () => performance.getEntriesByType('resource').some(({{ name }}) => name && frame.src.startsWith(name));
            const isThere = page ? page.readyState === 'complete' && page.URL !== 'about:blank' : frame && (!frame.src || arrived());
            return isThere ? frame : null;"
        );
        until(|| {
            let answer = self.browser.wait(self.driver().execute(&loaded, arguments.clone()));
            let frame =
                answer.element().map_err(|_| format!("there is no frame with a page: {script} {arguments:?}"))?;
            self.browser.attempt(frame.enter_frame()).map_err(|error| format!("it cannot be entered: {error}"))
        });
    }

    /// Turns from any frame back to the whole page.
    pub fn leaves_frame(&self) {
        self.browser.wait(self.driver().enter_default_frame());
    }

    /// Presses what has this role and name.
    pub fn clicks(&self, role: Role, name: &str) {
        self.clicks_in("body", role, name);
    }

    /// Presses what has this role and name in a part of the page.
    pub fn clicks_in(&self, part: &str, role: Role, name: &str) {
        until(|| {
            let found = self.look_for(part, role, name)?;
            self.browser.attempt(found.click()).map_err(|error| format!("{name} cannot be clicked: {error}"))
        });
    }

    /// Presses the element of a selector, of which there is one.
    pub fn clicks_on(&self, selector: &str) {
        // A driver takes for visible what something else floats over; a person would scroll.
        self.script::<()>(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'nearest' })",
            vec![json!(selector)],
        );
        let found = self.browser.wait(self.driver().find(By::Css(selector)));
        self.browser.wait(found.click());
    }

    /// Drags along an element from one place to another, by their parts of its width.
    pub fn drags(&self, selector: &str, from: f64, to: f64) {
        let (left, middle, width): (f64, f64, f64) = self.script(
            "const element = document.querySelector(arguments[0]);
            element.scrollIntoView({ block: 'center' });
            const box = element.getBoundingClientRect();
            return [box.left, box.top + box.height / 2, box.width]",
            vec![json!(selector)],
        );
        let at = |part: f64| ((left + width * part) as i64, middle as i64);
        let drag = self.driver().action_chain().move_to(at(from).0, at(from).1).click_and_hold();
        self.browser.wait(drag.move_to(at(to).0, at(to).1).release().perform());
    }

    /// Opens the card of a country, and waits until everything is in it.
    pub fn opens_card(&self, country: &Country) {
        let extent = Messages::English
            .extent_of_country(country.resources.len(), data::catalog().videos_of(country.code).count());
        self.clicks_in(&card(country), Role::Button, &Messages::English.show_everything(&country.name, &extent));
        until(|| match self.count(&format!("{} .documents", card(country))) {
            1 => Ok(()),
            _ => Err(format!("the documents of {} are not in its card", country.name)),
        });
    }

    /// Closes it again, and waits until it is short.
    pub fn closes_card(&self, country: &Country) {
        self.clicks_in(&card(country), Role::Button, &Messages::English.show_less_of(&country.name));
        until(|| match self.count(&format!("{} .shortlist", card(country))) {
            1 => Ok(()),
            _ => Err(format!("the card of {} has no short list", country.name)),
        });
    }

    /// Ticks an option of a filter, or takes the tick out.
    pub fn toggles(&self, filter: &str, value: &str) {
        if filter == "country" {
            self.opens_countries();
        }
        self.clicks_on(&format!("fieldset[data-filter={filter}] input[value='{value}']"));
    }

    /// Opens the list of countries, where it is closed.
    pub fn opens_countries(&self) {
        if self.count(".picker:not([open])") == 1 {
            self.clicks_on(".picker summary");
        }
    }

    /// Chooses from a list.
    pub fn chooses(&self, list: &str, option: &str) {
        let list = self.finds("body", Role::List, list);
        let options = self.browser.wait(list.find_all(By::Tag("option")));
        let is_wanted = |found: &&WebElement| self.browser.wait(found.text()) == option;
        let wanted = options.iter().find(is_wanted).unwrap_or_else(|| panic!("the list has no option {option}"));
        self.browser.wait(wanted.click());
    }

    /// Types into the search field, after what stands there.
    pub fn types(&self, text: &str) {
        let field = self.finds("body", Role::Search, Messages::English.search());
        self.browser.wait(field.send_keys(text));
    }

    /// Types into another field, after what stands there.
    pub fn types_into(&self, selector: &str, text: &str) {
        let found = self.browser.wait(self.driver().find(By::Css(selector)));
        self.browser.wait(found.send_keys(text));
    }

    /// Presses a key, wherever the focus is.
    pub fn presses(&self, key: Key) {
        self.browser.wait(self.driver().action_chain().send_keys(char::from(key).to_string()).perform());
    }

    /// Presses a key while Shift is held.
    pub fn presses_with_shift(&self, key: Key) {
        let keys = self.driver().action_chain().key_down(Key::Shift).send_keys(char::from(key).to_string());
        self.browser.wait(keys.key_up(Key::Shift).perform());
    }

    /// Presses the key of a letter, wherever the focus is.
    pub fn presses_letter(&self, letter: char) {
        self.browser.wait(self.driver().action_chain().send_keys(letter.to_string()).perform());
    }

    /// Prints the page, as a PDF.
    pub fn prints(&self) -> Vec<u8> {
        let options = json!({ "preferCSSPageSize": true, "printBackground": true });
        let printed = self.devtools("Page.printToPDF", options);
        let data = printed["data"].as_str().expect("the browser gives a text");
        base64::prelude::BASE64_STANDARD.decode(data).expect("it is base64")
    }

    // What they have

    /// A folder into which files are saved without a question.
    pub fn saves_into(&self, folder: &Path) {
        self.devtools("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder }));
    }

    /// A window of that size.
    pub fn with_window(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
    }

    /// A system whose colours are `light` or `dark`.
    pub fn with_colours(&self, scheme: &str) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features);
    }

    /// Paper instead of a window.
    pub fn with_paper(&self) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    }

    /// Colours that the system forces on every page.
    pub fn with_forced_colours(&self) {
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
        );
    }

    /// A device with a network, or without one. The service worker is not told.
    pub fn with_network(&self, is_there: bool) {
        let conditions =
            json!({ "offline": !is_there, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", conditions);
    }

    /// A clipboard that tells what was copied, `copied` and, with its form, `copiedHtml`. It refuses everything where
    /// `refuses` is set, and all but letters where `refusesForms` is.
    pub fn with_clipboard(&self) {
        self.before_each_page(
            "Object.defineProperty(navigator, 'clipboard', { value: {
                writeText: async (text) => {
                    if (window.refuses) throw new Error('refused');
                    window.copied = text;
                },
                write: async ([item]) => {
                    if (window.refuses || window.refusesForms) throw new Error('refused');
                    const read = async (form) => (await item.getType(form)).text();
                    [window.copiedHtml, window.copied] = [await read('text/html'), await read('text/plain')];
                },
            } })",
        );
    }

    /// A browser in that language.
    pub fn with_locale(&self, locale: &str) {
        self.devtools("Emulation.setLocaleOverride", json!({ "locale": locale }));
    }

    /// A browser that has no service workers: nothing is fetched again for offline use, and nothing is kept.
    pub fn without_workers(&self) {
        self.before_each_page(
            "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { return undefined; } })",
        );
    }

    /// A browser that has forgotten what it had loaded.
    pub fn without_cache(&self) {
        self.devtools("Network.clearBrowserCache", json!({}));
    }

    /// A browser that runs this script before any of the page's.
    pub fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    // What they see

    /// Waits until the page shows exactly what this query selects, and the address is the query's own.
    pub fn should_see(&self, address: &str) {
        self.should_show(address);
        let expected = data::query(address).encode();
        until(|| match self.query() {
            query if query == expected => Ok(()),
            query => Err(format!("the address after {address} is {query}")),
        });
    }

    /// Waits until the page shows exactly what this query selects, whatever the address. Which cards are opened is
    /// the visitor's choice: a card that is open must show everything, and one that is not its short list.
    pub fn should_show(&self, address: &str) {
        until(|| {
            let screen = self.screen();
            let opened: Vec<String> =
                screen.cards.iter().filter(|card| card.is_open).map(|card| card.country.clone()).collect();
            let expected = Screen::with_opened(&data::query(address), data::catalog(), &opened);
            (screen == expected).then_some(()).ok_or_else(|| differences(&screen, &expected, address))
        });
    }

    /// What the page shows now.
    pub fn screen(&self) -> Screen {
        self.script(READ, vec![json!(Messages::English.active_filters())])
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        self.browser.wait(self.driver().current_url()).to_string()
    }

    /// The query of the address, without `?` and without a fragment.
    pub fn query(&self) -> String {
        let address = self.address();
        let without_fragment = address.split('#').next().unwrap_or_default();
        without_fragment.split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
    }

    /// How many pages Back and Forward know.
    pub fn history(&self) -> usize {
        self.script("return history.length", vec![])
    }

    /// Waits for a text somewhere in a part of the page.
    pub fn should_read(&self, part: &str, text: &str) {
        until(|| {
            let found = self.text(part);
            found
                .contains(text)
                .then_some(())
                .ok_or_else(|| format!("\"{text}\" is not in {part}: {}", beginning(&found)))
        });
    }

    /// Waits until a text is nowhere in a part of the page.
    pub fn should_not_read(&self, part: &str, text: &str) {
        until(|| {
            let is_gone = !self.text(part).contains(text);
            is_gone.then_some(()).ok_or_else(|| format!("\"{text}\" is still in {part}"))
        });
    }

    /// The text of a part of the page as it can be seen; empty if there is no such part.
    pub fn text(&self, part: &str) -> String {
        self.script("return document.querySelector(arguments[0])?.innerText ?? ''", vec![json!(part)])
    }

    /// How many elements a selector finds.
    pub fn count(&self, selector: &str) -> usize {
        self.script("return document.querySelectorAll(arguments[0]).length", vec![json!(selector)])
    }

    /// Everything that is written in a part of the page, folded or not.
    pub fn contents(&self, part: &str) -> String {
        self.script("return document.querySelector(arguments[0])?.textContent ?? ''", vec![json!(part)])
    }

    /// Waits until there is one thing of this role and name in a part of the page, for all to see.
    pub fn should_find(&self, part: &str, role: Role, name: &str) {
        self.finds(part, role, name);
    }

    /// The name of the first element of a selector, as the browser tells it to assistive technology.
    pub fn name(&self, selector: &str) -> String {
        let found = self.browser.wait(self.driver().find(By::Css(selector)));
        self.browser.wait(found.scroll_into_view());
        self.browser.name(&found).unwrap_or_else(|error| panic!("{selector} has no name: {error}"))
    }

    /// What the browser tells assistive technology of the first element of a selector, in the order in which it is read.
    pub fn said(&self, selector: &str) -> Vec<String> {
        let expression = format!("document.querySelector({})", json!(selector));
        let found = self.devtools("Runtime.evaluate", json!({ "expression": expression }));
        let Some(object) = found["result"]["objectId"].as_str() else { return Vec::new() };
        let node = self.devtools("DOM.describeNode", json!({ "objectId": object }));
        let tree = self.devtools("Accessibility.getFullAXTree", json!({}));
        spoken::lines(tree["nodes"].as_array().map(Vec::as_slice).unwrap_or_default(), &node["node"]["backendNodeId"])
    }

    /// What the browser finds wrong with the manifest of the page.
    pub fn errors_of_manifest(&self) -> Vec<String> {
        let manifest = self.devtools("Page.getAppManifest", json!({}));
        assert!(manifest["data"].as_str().is_some_and(|data| !data.is_empty()), "the page has no manifest");
        let errors = manifest["errors"].as_array().into_iter().flatten();
        errors.map(|error| error["message"].to_string()).collect()
    }

    /// The element that has the focus.
    pub fn focus(&self) -> Focus {
        #[derive(Deserialize)]
        struct Look {
            is_visible: bool,
        }
        // The outline may be on the element itself or, of a control inside a label, on the label.
        let look: Look = self.script(
            "const focused = document.activeElement, box = focused.getBoundingClientRect();
            const { outlineStyle, outlineWidth } = getComputedStyle(focused);
            const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
            const isInView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            // What floats over the page must leave at least a corner of it.
            const at = [[.5, .5], [.05, .1], [.95, .1], [.05, .9], [.95, .9]]
                .map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
            // Beside a country of the map others are, which lie on a part of its box.
            const drawing = focused.closest('svg');
            const isUncovered = at.some((hit) => hit && ((drawing && hit.closest('svg') === drawing) || focused.contains(hit) || hit.contains(focused) || hit.closest('label')?.contains(focused)));
            return { is_visible: isOutlined && isInView && isUncovered && focused.checkVisibility() };",
            vec![],
        );
        let element = self.browser.wait(self.driver().active_element());
        Focus {
            role: self.browser.role(&element).unwrap_or_default(),
            name: self.browser.name(&element).unwrap_or_default(),
            is_visible: look.is_visible,
        }
    }

    /// The rules of accessibility that the page breaks as it is now.
    pub fn violations(&self) -> Vec<Violation> {
        let is_there: bool = self.script("return 'axe' in window", vec![]);
        if !is_there {
            self.browser.wait(self.driver().execute(axe::script(), vec![]));
        }
        self.promise(axe::RUN, vec![])
    }

    /// The addresses of others that were asked for since the last call; the test now answers for them. Outside
    /// Chromium, of an https address only the host and port are known: `example.org:443`.
    pub fn takes_note_of_requests_to_others(&self) -> Vec<String> {
        self.read_logs();
        std::mem::take(&mut self.activity.borrow_mut().outside)
    }

    /// Waits until others are asked for, which a browser tells some time after it has been made to: their addresses.
    pub fn waits_for_requests_to_others(&self) -> Vec<String> {
        until(|| match self.takes_note_of_requests_to_others() {
            asked if asked.is_empty() => Err("nobody else is asked for".to_owned()),
            asked => Ok(asked),
        })
    }

    /// Says that this file of the site will be missing: the browser itself complains of it.
    pub fn tolerates_missing(&self, file: &str) {
        self.tolerates(&format!("{}{file} - Failed to load resource:", self.address));
    }

    /// Says that the app will not come: the browser complains of what was fetched for it in vain.
    pub fn tolerates_waste(&self) {
        self.tolerates(" was preloaded using link preload but not used");
    }

    /// Says that the console may complain with these words.
    pub fn tolerates(&self, words: &str) {
        self.tolerated.borrow_mut().push(words.to_owned());
    }

    /// A browser that runs no script of any page.
    pub fn without_scripts(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    }

    /// What the page weighs, after what nobody needs any more has gone.
    pub fn weight(&self) -> Weight {
        // Twice, because what ends in the first turn lets go of more.
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", json!({}));
        }
        self.devtools("Performance.enable", json!({}));
        let all = self.devtools("Performance.getMetrics", json!({}));
        let metric = |name: &str| {
            let metrics = all["metrics"].as_array().into_iter().flatten();
            metrics.filter(|one| one["name"] == name).find_map(|one| one["value"].as_f64()).unwrap_or_default()
        };
        Weight { nodes: metric("Nodes"), listeners: metric("JSEventListeners") }
    }

    /// Keeps a picture of the window for people to look at.
    pub fn keeps_picture(&self, name: &str) {
        let folder = project::work().join("screenshots");
        fs::create_dir_all(&folder).expect("the folder of screenshots can be made");
        self.browser.wait(self.driver().screenshot(&folder.join(format!("{name}.png"))));
    }

    /// What a script returns.
    pub fn script<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.browser.wait(self.driver().execute(script, arguments));
        answer.convert().unwrap_or_else(|error| panic!("a script returned something else: {error}"))
    }

    /// What the promise of a script gives: the body of an async function.
    pub fn promise<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.browser.wait(self.answer(script, arguments));
        answer.convert().unwrap_or_else(|error| panic!("a script gave something else: {error}"))
    }

    /// What becomes of the promise of a script.
    async fn answer(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<ScriptRet> {
        let whole = format!(
            "const done = arguments[arguments.length - 1]; const given = [...arguments];
            (async (...arguments) => {{ {script} }})(...given).then(done, (error) => done(String(error)));"
        );
        self.driver().execute_async(whole, arguments).await
    }

    fn driver(&self) -> &WebDriver {
        self.browser.driver()
    }

    fn devtools(&self, method: &str, parameters: Value) -> Value {
        assert_eq!(self.browser.engine(), Engine::Chromium, "only Chromium can do {method}");
        self.browser.wait(self.driver().cdp().send_raw(method, parameters))
    }

    fn finds(&self, part: &str, role: Role, name: &str) -> WebElement {
        until(|| self.look_for(part, role, name))
    }

    /// The one element of this role and name. The script only leaves out what cannot be it; what
    /// decides is what the browser itself tells assistive technology.
    fn look_for(&self, part: &str, role: Role, name: &str) -> Result<WebElement, String> {
        const CANDIDATES: &str = "
            const [part, selector, name] = arguments;
            const squeeze = (text) => text.replace(/\\s+/g, '');
            const said = (node) => squeeze([node.ariaLabel ?? '', node.textContent, ...[...(node.labels ?? [])].map((label) => label.textContent)].join(' '));
            const all = document.querySelector(part)?.querySelectorAll(selector) ?? [];
            const found = [...all].filter((node) => said(node).includes(squeeze(name)) && node.checkVisibility({ visibilityProperty: true }));
            // What is far from the view has no name yet: a person would scroll there as well.
            if (found.length === 1) found[0].scrollIntoView({ block: 'nearest' });
            return found;";
        let arguments = vec![json!(part), json!(role.selector()), json!(name)];
        let answer = self.browser.wait(self.driver().execute(CANDIDATES, arguments));
        let candidates = answer.elements().map_err(|error| error.to_string())?;
        let mut names = Vec::new();
        let mut found = Vec::new();
        for candidate in candidates {
            // It may have left the page meanwhile.
            let is = (self.browser.role(&candidate), self.browser.name(&candidate));
            let (Ok(its_role), Ok(its_name)) = is else { continue };
            if its_role == role.name() && its_name == name {
                found.push(candidate);
            } else {
                names.push(format!("{its_role} \"{its_name}\""));
            }
        }
        match found.pop() {
            Some(one) if found.is_empty() => Ok(one),
            Some(_) => Err(format!("there is more than one {role:?} \"{name}\" in {part}")),
            None => Err(format!("there is no {role:?} \"{name}\" in {part}; similar: {}", names.join(", "))),
        }
    }

    /// Lets the page keep what goes wrong in it, if the browser does not.
    fn keeps_complaints(&self) {
        if self.browser.engine() != Engine::Chromium {
            self.script::<()>(KEEP_COMPLAINTS, vec![]);
        }
    }

    /// Takes what the page has kept.
    fn takes_complaints(&self) {
        if self.browser.engine() != Engine::Chromium {
            // A page that is just being left does not answer, or with nothing.
            let answer = self.browser.attempt(self.driver().execute(TAKE_COMPLAINTS, vec![]));
            let complaints = answer.and_then(|answer| answer.convert::<Option<Vec<String>>>());
            self.activity.borrow_mut().complaints.extend(complaints.ok().flatten().unwrap_or_default());
        }
    }

    fn read_logs(&self) {
        if self.browser.engine() != Engine::Chromium {
            self.takes_complaints();
            self.activity.borrow_mut().outside.extend(self.browser.asked_of_others());
            return;
        }
        // A script's answer comes after everything that the page has sent before.
        let _page: bool = self.script("return true", vec![]);
        let console = self.browser.log("browser");
        let network = self.browser.log("performance");
        let mut activity = self.activity.borrow_mut();
        activity.add_console(console);
        activity.add_network(&network, &self.origins.borrow());
    }

    /// What was wrong with the visit as a whole.
    fn complaints(&self) -> Vec<String> {
        self.leaves_frame();
        self.read_logs();
        let tolerated = self.tolerated.borrow();
        let is_ours = |line: &&String| {
            let is_player =
                PLAYER_UNREACHABLE.iter().all(|part| line.contains(part)) && line.starts_with(PLAYER_UNREACHABLE[0]);
            !is_player && !tolerated.iter().any(|words| line.contains(words.as_str()))
        };
        let activity = self.activity.borrow();
        let console = activity.complaints.iter().filter(is_ours).map(|line| format!("The console says: {line}"));
        let outside = activity.outside.iter().map(|address| format!("Somebody else was asked for {address}"));
        console.chain(outside).collect()
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        if thread::panicking() {
            return failure::keep(&self.browser, "");
        }
        let complaints = self.complaints().join("\n");
        if !complaints.is_empty() {
            failure::keep(&self.browser, &complaints);
            panic!("the visit was not clean:\n{complaints}");
        }
    }
}

/// The card of a country in a list.
fn card(country: &Country) -> String {
    format!(".cards [data-country={}]", country.code)
}

/// Tries until it succeeds; at the limit, its last reason is the test's.
pub fn until<T>(mut attempt: impl FnMut() -> Result<T, String>) -> T {
    let start = Instant::now();
    loop {
        match attempt() {
            Ok(value) => return value,
            Err(reason) => assert!(start.elapsed() < LIMIT, "after {} s: {reason}", LIMIT.as_secs()),
        }
        thread::sleep(PAUSE);
    }
}

/// Enough of a text to know where it is from: a whole page hides what is wrong.
fn beginning(text: &str) -> String {
    const LONGEST: usize = 400;
    text.chars().take(LONGEST).collect()
}

/// Only the parts of the screen that differ: the whole is pages long.
fn differences(found: &Screen, expected: &Screen, address: &str) -> String {
    fn part<T: PartialEq + std::fmt::Debug>(name: &str, found: &T, expected: &T) -> Option<String> {
        (found != expected).then(|| format!("\n{name}\n  is        {found:?}\n  should be {expected:?}"))
    }
    let facets = found.facets.iter().zip(&expected.facets);
    let parts = [
        part("status", &found.status, &expected.status),
        part("number of filter options", &found.facets.len(), &expected.facets.len()),
        facets.filter_map(|(found, expected)| part("filter option", found, expected)).next(),
        part("cards", &found.cards, &expected.cards),
        part("chips", &found.chips, &expected.chips),
        part("videos", &found.videos, &expected.videos),
        part("search", &found.search, &expected.search),
        part("order", &found.sort, &expected.sort),
        part("years", &found.years, &expected.years),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("the page does not show ?{address}:{}", parts.join(""))
}
