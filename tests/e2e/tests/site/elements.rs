//! The element in pages that are made with nothing, with React and with Vue, as custom-elements-everywhere.com tests
//! frameworks: what comes as attributes or properties, before and after the element is known, children, and events.
//! The three pages are in `tests/e2e/hosts/`; each can show elements from one description.

use e2e::{Engine, until};
use serde_json::Value;

use crate::partner::Partner;

/// What elements are given, at first and then, as objects of JavaScript, and what they must then have: the attributes
/// that are not empty, in order, and the query.
struct Case {
    given: [&'static str; 2],
    is: [(&'static [&'static str], &'static str); 2],
}

const CASES: [Case; 10] = [
    Case { given: ["{}", "{ country: 'ie' }"], is: [(&[], ""), (&["country=ie"], "country=ie")] },
    Case {
        given: ["{ country: 'ie', view: 'table', sort: 'newest' }", "{ country: 'fr', view: 'table' }"],
        is: [
            (&["country=ie", "sort=newest", "view=table"], "country=ie&view=table&sort=newest"),
            (&["country=fr", "view=table"], "country=fr&view=table"),
        ],
    },
    Case {
        given: ["{ year: 2024, video: 1, 'heading-level': 3 }", "{ year: 2025, 'heading-level': 4 }"],
        is: [
            (&["heading-level=3", "video=1", "year=2024"], "year=2024&video=1"),
            (&["heading-level=4", "year=2025"], "year=2025"),
        ],
    },
    Case {
        given: ["{ country: ['ie', 'fr'], kind: ['law'] }", "{ country: ['dk'], kind: [] }"],
        is: [(&["country=ie,fr", "kind=law"], "country=ie,fr&kind=law"), (&["country=dk"], "country=dk")],
    },
    Case {
        given: ["{ country: ' ie,  fr ', status: 'active planned' }", "{ country: 'IE FR' }"],
        is: [
            (&["country= ie,  fr ", "status=active planned"], "country=ie,fr&status=active,planned"),
            (&["country=IE FR"], "country=IE,FR"),
        ],
    },
    Case {
        given: ["{ country: 'ie', plan: null, q: undefined }", "{ country: null, plan: undefined, q: 'rare & new' }"],
        is: [(&["country=ie"], "country=ie"), (&["q=rare & new"], "q=rare+%26+new")],
    },
    Case {
        given: ["{ mode: 'inline', src: new URL('https://example.org/a.json') }", "{ mode: 'frame' }"],
        is: [(&["mode=inline", "src=https://example.org/a.json"], ""), (&["mode=frame"], "")],
    },
    Case {
        given: ["{ theme: 'dark', item: 'a', play: 'b' }", "{ theme: 'auto' }"],
        is: [(&["item=a", "play=b", "theme=dark"], "item=a&play=b&theme=dark"), (&["theme=auto"], "")],
    },
    Case {
        given: ["{ title: 'Ireland', lang: 'en', 'data-own': 'x' }", "{ title: 'France', lang: 'en' }"],
        is: [(&["data-own=x", "lang=en", "title=Ireland"], "lang=en"), (&["lang=en", "title=France"], "lang=en")],
    },
    Case {
        given: ["{ video: '', country: '' }", "{ video: '1', country: 'ie' }"],
        is: [(&[], "video=1"), (&["country=ie", "video=1"], "country=ie&video=1")],
    },
];

/// What only an element that is known already can take: the names of its properties, yes and no.
const KNOWN: [Case; 2] = [
    Case {
        given: ["{ headingLevel: 3 }", "{ headingLevel: '4' }"],
        is: [(&["heading-level=3"], ""), (&["heading-level=4"], "")],
    },
    Case {
        given: ["{ video: true, now: true }", "{ video: false, now: false }"],
        is: [(&[], "now=1&video=1"), (&[], "")],
    },
];

/// What elements that are tested are: their attributes, their query, and the properties that are not their attributes.
const READ: &str = "
    const properties = { 'heading-level': 'headingLevel' };
    const names = ['country', 'kind', 'plan', 'status', 'now', 'year', 'q', 'video', 'view', 'sort', 'item', 'play', 'theme', 'mode', 'src', 'site', 'heading-level'];
    return [...document.querySelectorAll('genomic-plans[id^=case]')].map((element) => [
        element.getAttributeNames().filter((name) => !['id', 'hidden'].includes(name) && element.getAttribute(name))
            .map((name) => `${name}=${element.getAttribute(name)}`).sort(),
        element.query,
        names.filter((name) => element[properties[name] ?? name] !== (element.getAttribute(name) ?? '')),
    ])";

#[test]
fn it_works_in_a_page_of_nothing_but_the_dom() {
    works_in("dom");
}

#[test]
fn it_works_in_react() {
    works_in("react");
}

#[test]
fn it_works_in_vue() {
    works_in("vue");
}

fn works_in(name: &str) {
    let page = Page { partner: Partner::with(Engine::Chromium), name };
    page.takes_what_it_is_given(false);
    page.takes_what_it_is_given(true);
    page.shows_children_until_it_is_ready();
    page.goes_on_through_changes();
    page.tells_events();
}

/// Somebody before a page that is made with one of the three.
struct Page<'a> {
    partner: Partner,
    name: &'a str,
}

impl Page<'_> {
    /// Opens the page, with the script of the element or without it.
    fn opens(&self, has_script: bool) {
        // So high that two countries are near.
        self.partner.visitor.with_window(1000, 3000);
        let script = if has_script { "<script type=module src=\"{{ site }}/widget.js\"></script>" } else { "" };
        self.partner.visits(&format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>{name}</title>{script}
            <script type=module src=\"hosts/{name}.js\"></script>
            <p id=before hidden style='height: 500vh'>Text</p><main id=root></main>",
            name = self.name
        ));
        self.partner.visitor.waits_for("the page is made", "return 'show' in window");
        if has_script {
            self.partner.waits_for_element();
        }
    }

    /// Lets the page show these elements, and nothing else.
    fn shows(&self, elements: &str) {
        self.partner.visitor.waits_for("it is shown", &format!("await show([{elements}]); return true"));
    }

    /// Waits until an event was heard that many times.
    fn hears(&self, event: &str, times: usize) {
        until(|| {
            let heard: Vec<String> = self.heard();
            let is_heard = heard.iter().filter(|one| *one == event).count() == times;
            is_heard.then_some(()).ok_or_else(|| format!("{}: {event} is not {times} times in {heard:?}", self.name))
        });
    }

    fn heard(&self) -> Vec<String> {
        self.partner.visitor.script("return heard", vec![])
    }

    /// The words of the children that can be seen, and of all.
    fn children(&self) -> [Vec<String>; 2] {
        self.partner.visitor.script(
            "const all = [...document.querySelectorAll('#one > p')], words = (list) => list.map((one) => one.textContent);
            return [words(all.filter((one) => one.checkVisibility())), words(all)]",
            vec![],
        )
    }

    /// What is in the frame of an element.
    fn reads(&self, element: usize, words: &str) {
        self.partner.enters(element);
        self.partner.visitor.should_read("body", words);
        self.partner.visitor.leaves_frame();
    }

    /// The same table for elements that are known when they are made, and for those that become known later.
    fn takes_what_it_is_given(&self, is_late: bool) {
        self.opens(!is_late);
        let known: &[Case] = if is_late { &[] } else { &KNOWN };
        let cases: Vec<&Case> = CASES.iter().chain(known).collect();
        for time in 0..2 {
            // Hidden, because none of them is to be loaded; the last is.
            let element = |(at, case): (usize, &&Case)| {
                format!("{{ key: 'case-{at}', props: {{ hidden: true, ...{} }} }},", case.given[time])
            };
            let elements: String = cases.iter().enumerate().map(element).collect();
            self.shows(&format!("{elements} {{ key: 'one', props: {{ country: ['ie'] }} }}"));
            if is_late && time == 0 {
                let brings = "await import(arguments[0]); return true";
                let script = format!("{}widget.js", self.partner.site.address());
                let is_brought: bool = self.partner.visitor.promise(brings, vec![script.into()]);
                assert!(is_brought);
            }
            let found: Vec<(Vec<String>, String, Vec<String>)> = self.partner.visitor.script(READ, vec![]);
            assert_eq!(found.len(), cases.len());
            for (case, (attributes, query, wrong)) in cases.iter().zip(found) {
                let is = (case.is[time].0, case.is[time].1, [""; 0].as_slice());
                let attributes: Vec<&str> = attributes.iter().map(String::as_str).collect();
                let wrong: Vec<&str> = wrong.iter().map(String::as_str).collect();
                let found = (&*attributes, &*query, &*wrong);
                assert_eq!(found, is, "{} with {}; known later: {is_late}", self.name, case.given[time]);
            }
        }
        self.hears("one ready {}", 1);
    }

    fn shows_children_until_it_is_ready(&self) {
        self.opens(true);
        let visitor = &self.partner.visitor;
        // Far away it waits.
        visitor.script::<()>("document.querySelector('#before').hidden = false", vec![]);
        self.shows("{ key: 'one', props: { country: 'ie' }, words: ['A'] }");
        assert_eq!(self.children(), [["A"], ["A"]]);
        self.shows("{ key: 'one', props: { country: 'ie' }, words: ['C', 'B', 'A'] }");
        assert_eq!(self.children(), [["C", "B", "A"], ["C", "B", "A"]]);
        self.shows("{ key: 'one', props: { country: 'ie' }, words: ['B', 'D'] }");
        assert_eq!(self.children(), [["B", "D"], ["B", "D"]]);
        assert_eq!(self.heard(), [""; 0]);
        visitor.script::<()>("document.querySelector('#before').hidden = true", vec![]);
        self.hears("one ready {}", 1);
        assert_eq!(self.children(), [vec![], vec!["B", "D"]], "what stood there is still seen, or gone");
        self.reads(0, "Ireland");
        self.partner.fits(0);
    }

    /// Goes on with the same page: what is made again around the element does not disturb it.
    fn goes_on_through_changes(&self) {
        let visitor = &self.partner.visitor;
        let frame = "document.querySelector('#one')?.shadowRoot.querySelector('iframe')";
        visitor.script::<()>(&format!("window.frame = {frame}"), vec![]);
        self.shows("{ key: 'one', props: { country: 'ie' }, words: ['E'] }");
        assert_eq!(self.children(), [vec![], vec!["E"]]);
        self.shows("{ key: 'one', props: { country: 'ie' } }");
        assert_eq!(self.children(), [[""; 0], [""; 0]]);
        self.shows("{ key: 'one', props: { country: 'fr', view: 'table' } }");
        self.hears("one change {\"query\":\"country=fr&view=table\"}", 1);
        self.reads(0, "France");
        self.partner.fits(0);
        assert!(visitor.script::<bool>(&format!("return {frame} === frame"), vec![]), "it began anew");
        assert_eq!(self.heard().iter().filter(|one| one.starts_with("one ready")).count(), 1);
        // Gone, and there again.
        self.shows("");
        assert_eq!(visitor.count("genomic-plans"), 0);
        self.shows("{ key: 'one', props: { country: 'ie' }, words: ['F'] }");
        self.hears("one ready {}", 2);
        self.reads(0, "Ireland");
        // The same element, taken out by hand and put back later.
        let frames: usize = visitor.promise(
            "const one = document.querySelector('#one'), { parentNode, nextSibling } = one;
            one.remove();
            await new Promise((done) => setTimeout(done));
            const { length } = one.shadowRoot.querySelectorAll('iframe');
            parentNode.insertBefore(one, nextSibling);
            return length",
            vec![],
        );
        assert_eq!(frames, 0, "what is out of the page keeps its frame");
        self.hears("one ready {}", 3);
        self.reads(0, "Ireland");
        // Among others, and elsewhere among them. A browser loads a frame again that is put elsewhere.
        self.shows("{ key: 'one', props: { country: 'ie' } }, { key: 'two', props: { country: 'dk' } }");
        self.hears("two ready {}", 1);
        let ready = self.heard().iter().filter(|one| one.ends_with("ready {}")).count();
        self.shows("{ key: 'two', props: { country: 'dk' } }, { key: 'one', props: { country: 'ie' } }");
        until(|| {
            let heard = self.heard();
            let now = heard.iter().filter(|one| one.ends_with("ready {}")).count();
            (now == ready + 1).then_some(()).ok_or_else(|| format!("{}: {now} after {ready}: {heard:?}", self.name))
        });
        for (element, country) in ["Denmark", "Ireland"].iter().enumerate() {
            self.reads(element, country);
            self.partner.fits(element);
        }
    }

    /// Goes on with the same page: events come to listeners that the page has put on the element, and no others.
    fn tells_events(&self) {
        let visitor = &self.partner.visitor;
        let tells = "const one = document.querySelector('#one');
            heard.length = 0;
            one.onheard ??= () => heard.push('by itself');
            one.addEventListener('ngp-play', one.onheard);
            for (const type of ['ready', 'change', 'play', 'error'])
                one.dispatchEvent(new CustomEvent(`ngp-${type}`, { bubbles: true, composed: true, detail: { type } }));
            return heard";
        let heard: Vec<Value> = visitor.script(tells, vec![]);
        let all = [
            "one ready {\"type\":\"ready\"}",
            "one change {\"type\":\"change\"}",
            "one play {\"type\":\"play\"}",
            "by itself",
            "one error {\"type\":\"error\"}",
        ];
        assert_eq!(heard, all, "{}", self.name);
        self.shows("{ key: 'one', props: { country: 'ie' }, isDeaf: true }");
        assert_eq!(visitor.script::<Vec<Value>>(tells, vec![]), ["by itself"], "{}", self.name);
    }
}
