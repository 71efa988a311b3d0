//! Videos: nothing of YouTube before the click, its player after it.

use catalog::{CountryCode, Media, Messages, Sort, Video};
use e2e::{Role, ServedSite, Visitor, catalog, until, video_tiles};
use serde::Deserialize;

use crate::lazy::{lists, opens_card};

/// The player's frame, as it stands in the page.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Frame {
    src: String,
    title: String,
    allow: String,
    referrer: String,
    has_focus: bool,
}

#[test]
fn every_tile_plays_its_own_video_and_nothing_is_fetched_before() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let tiles = video_tiles();
    assert_eq!(visitor.count("[data-video], [data-playlist]"), catalog().videos.len(), "a closed card has no tile");
    opens_cards_with_videos(&visitor);
    assert_eq!(visitor.count("[data-video], [data-playlist]"), tiles.len());
    for (at, (country, video)) in tiles.iter().enumerate() {
        let tile = selector(*country, video);
        assert_eq!(visitor.count(&format!("{tile} button")), 1, "{tile} has one button");
        assert_eq!(visitor.takes_note_of_requests_to_others(), Vec::<String>::new(), "before the click on {tile}");
        visitor.clicks_in(&tile, Role::Button, &Messages::English.play(video));
        until(|| should_be(&frames(&visitor, &tile), &[expected_frame(video)]));
        assert_eq!(visitor.count("iframe"), 1, "the player before has gone");
        until(|| {
            let asked = visitor.takes_note_of_requests_to_others();
            should_be(&asked, &[video.media.frame_address()])
        });
        // Half of them are closed, half make way for the next one.
        if at % 2 == 0 {
            visitor.clicks_in(&tile, Role::Button, &Messages::English.close_player_named(&video.title));
            until(|| should_be(&visitor.count("iframe"), &0));
            visitor.should_find(&tile, Role::Button, &Messages::English.play(video));
        }
    }
}

#[test]
fn a_browser_that_is_wrong_about_its_network_plays() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.before_each_page("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })");
    visitor.without_workers();
    visitor.open("");
    let video = &catalog().videos[0];
    let tile = selector(None, video);
    visitor.clicks_in(&tile, Role::Button, &Messages::English.play(video));
    until(|| should_be(&frames(&visitor, &tile), &[expected_frame(video)]));
    visitor.should_not_read(".news", Messages::English.offline());
    visitor.waits_for_requests_to_others();
}

#[test]
fn an_event_that_is_wrong_about_the_network_changes_nothing() {
    for has_worker in [true, false] {
        let site = ServedSite::built();
        let visitor = Visitor::of(&site);
        visitor.before_each_page("window.answers = 0; addEventListener('ngp-online', () => answers++)");
        if !has_worker {
            visitor.without_workers();
        }
        visitor.open("");
        if has_worker {
            visitor.waits_for_worker();
            visitor.waits_for("the worker has been asked", "return answers > 0");
        } else {
            visitor.waits_until_whole();
        }
        // As some systems tell it behind a network of virtual machines.
        visitor.waits_for(
            "the server has been asked",
            "const before = answers; dispatchEvent(new Event('offline'));
            await new Promise((done) => addEventListener('ngp-online', done, { once: true })); return answers > before",
        );
        visitor.should_not_read(".news", Messages::English.offline());
        let video = &catalog().videos[0];
        let tile = selector(None, video);
        visitor.clicks_in(&tile, Role::Button, &Messages::English.play(video));
        until(|| should_be(&frames(&visitor, &tile), &[expected_frame(video)]));
        visitor.waits_for_requests_to_others();
    }
}

#[test]
fn a_player_in_the_last_card_plays_on_while_somebody_types() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let (country, video) = video_tiles().into_iter().rfind(|(country, _)| country.is_some()).expect("a card has one");
    opens_card(&visitor, catalog().countries.iter().find(|one| Some(one.code) == country).expect("it is there"));
    let tile = selector(country, video);
    visitor.clicks_in(&tile, Role::Button, &Messages::English.play(video));
    until(|| should_be(&frames(&visitor, &tile), &[expected_frame(video)]));
    visitor.script::<()>("window.playing = document.querySelector('iframe')", vec![]);
    // All cards fit; on the way, fewer are shown.
    visitor.types("g");
    visitor.should_see("q=g");
    assert!(visitor.script::<bool>("return playing.isConnected && document.activeElement.name === 'q'", vec![]));
    visitor.waits_for_requests_to_others();
}

#[test]
fn the_page_prepares_no_connection_to_anyone() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let hints: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('link')].filter((link) => new URL(link.href).origin !== location.origin
            || /dns-prefetch|preconnect|prerender/.test(link.rel)).map((link) => link.outerHTML)",
        vec![],
    );
    assert_eq!(hints, Vec::<String>::new());
    assert_eq!(visitor.count("iframe, object, embed, video, audio"), 0);
}

#[test]
fn a_tile_of_every_video_can_be_played_without_unfolding_anything() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    for video in &catalog().videos {
        let tile = selector(None, video);
        visitor.should_find(&tile, Role::Button, &Messages::English.play(video));
        let name = visitor.name(&format!("{tile} a"));
        for part in [Messages::English.watch(), &Messages::English.leaves(&video.title)] {
            assert!(name.contains(part), "\"{part}\" is not in the link's name: {name}");
        }
        let address: String =
            visitor.script("return document.querySelector(arguments[0]).querySelector('a').href", vec![tile.into()]);
        assert_eq!(address, video.media.watch_address());
    }
}

#[test]
fn tiles_say_who_speaks_when_and_how_much() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    opens_cards_with_videos(&visitor);
    for (country, video) in video_tiles() {
        let tile = visitor.contents(&selector(country, video));
        let date = video.date.map(|date| Messages::English.date(date));
        let facts = [
            Some(video.title.to_string()),
            Messages::English.speaker(video),
            date,
            Some(Messages::English.extent(&video.media)),
        ];
        for fact in facts.into_iter().flatten().chain([Messages::English.playing_connects().to_owned()]) {
            assert!(tile.contains(&fact), "\"{fact}\" is not in the tile: {tile}");
        }
    }
}

#[test]
fn an_event_plays_on_from_talk_to_talk() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let of_event: Vec<&Video> = catalog().videos.iter().filter(|video| video.event == Some(0)).collect();
    visitor.clicks_in(&selector(None, of_event[0]), Role::Button, &Messages::English.play(of_event[0]));
    for pair in of_event.windows(2) {
        visitor.clicks_in("#talks", Role::Button, &Messages::English.next_talk(&pair[1].title));
        until(|| should_be(&frames(&visitor, &selector(None, pair[1])), &[expected_frame(pair[1])]));
        assert_eq!(visitor.count("iframe"), 1);
    }
    let last = of_event[of_event.len() - 1];
    let tile = selector(None, last);
    visitor.clicks_in(&tile, Role::Button, &Messages::English.close_player_named(&last.title));
    until(|| should_be(&visitor.count("iframe"), &0));
    let asked = visitor.takes_note_of_requests_to_others();
    assert_eq!(asked, of_event.iter().map(|video| video.media.frame_address()).collect::<Vec<_>>());
}

#[test]
fn a_player_plays_on_while_its_country_stays() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let video = &catalog().videos[0];
    let country = video.countries[0];
    let tile = selector(Some(country), video);
    opens_card(&visitor, catalog().country(country).expect("it is there").1);
    visitor.clicks_in(&tile, Role::Button, &Messages::English.play(video));
    until(|| should_be(&frames(&visitor, &tile), &[expected_frame(video)]));
    visitor.script::<()>("document.querySelector('iframe').isTheSame = true", vec![]);
    visitor.toggles("country", &country.lower());
    visitor.should_see(&format!("country={}", country.lower()));
    visitor.types("gen");
    visitor.should_see(&format!("country={}&q=gen", country.lower()));
    // Others come before and after it, and the order changes.
    visitor.clicks(Role::Button, Messages::English.clear());
    lists(&visitor, "");
    for sort in [Sort::Documents, Sort::Newest, Sort::Name] {
        visitor.chooses(Messages::English.sort_by(), Messages::English.sort(sort));
        lists(&visitor, &format!("sort={}", sort.name()));
    }
    visitor.toggles("kind", "strategy");
    visitor.goes_back();
    lists(&visitor, "");
    let is_same: bool = visitor.script("return document.querySelector('iframe').isTheSame === true", vec![]);
    assert!(is_same, "the player was started anew");
    assert_eq!(visitor.waits_for_requests_to_others(), [video.media.frame_address()]);
}

#[test]
fn a_player_that_leaves_the_screen_does_not_come_back_by_itself() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let (first, second) = (&catalog().videos[0], &catalog().videos[1]);
    visitor.clicks_in(&selector(None, first), Role::Button, &Messages::English.play(first));
    until(|| should_be(&visitor.count("iframe"), &1));
    visitor.toggles("country", &second.countries[0].lower());
    until(|| should_be(&visitor.count("iframe"), &0));
    visitor.toggles("country", &second.countries[0].lower());
    visitor.should_see("");
    assert_eq!(visitor.count("iframe"), 0);
    // The next talk is one that is on the screen.
    visitor.clicks_in(&selector(None, first), Role::Button, &Messages::English.play(first));
    visitor.toggles("country", &first.countries[0].lower());
    visitor.should_not_read("#talks", &Messages::English.next_talk(&second.title));
    let mut asked = Vec::new();
    until(|| {
        asked.extend(visitor.takes_note_of_requests_to_others());
        should_be(&asked, &[first.media.frame_address(), first.media.frame_address()])
    });
}

#[test]
fn without_a_network_a_tile_says_so_and_recovers() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    // The worker is not told of the network that is taken away here: without one, the page itself tries it.
    visitor.without_workers();
    visitor.tolerates("ERR_INTERNET_DISCONNECTED");
    visitor.open("");
    visitor.waits_until_whole();
    let tile = selector(None, &catalog().videos[0]);
    visitor.should_read(&tile, Messages::English.playing_connects());
    let play = format!("{tile} button");
    let describes = |words: &str| {
        let described: String = visitor.script(
            "const button = document.querySelector(arguments[0]);
            return document.getElementById(button.getAttribute('aria-describedby')).textContent",
            vec![play.as_str().into()],
        );
        assert_eq!(described, words);
    };
    describes(Messages::English.playing_connects());
    visitor.with_network(false);
    visitor.should_read(&tile, Messages::English.playing_needs_network());
    describes(Messages::English.playing_needs_network());
    assert_eq!(visitor.count(&format!("{play}[aria-disabled=true]")), 1);
    visitor.clicks_on(&play);
    assert_eq!(visitor.count("iframe"), 0);
    visitor.should_read(".news", Messages::English.offline());
    visitor.with_network(true);
    visitor.should_read(&tile, Messages::English.playing_connects());
    visitor.should_not_read(".news", Messages::English.offline());
}

/// Opens every card that has a tile.
fn opens_cards_with_videos(visitor: &Visitor) {
    for country in catalog().countries.iter().filter(|one| catalog().videos_of(one.code).next().is_some()) {
        opens_card(visitor, country);
    }
}

/// A tile: in the card of a country, or among the talks.
fn selector(country: Option<CountryCode>, video: &Video) -> String {
    let part = country.map_or_else(|| "#talks".to_owned(), |code| format!("[data-country={code}]"));
    let kind = match video.media {
        Media::Video { .. } => "video",
        Media::Playlist { .. } => "playlist",
    };
    format!("{part} [data-{kind}='{}']", video.media.key())
}

fn expected_frame(video: &Video) -> Frame {
    Frame {
        src: video.media.frame_address(),
        title: Messages::English.player(video),
        allow: "autoplay; encrypted-media; fullscreen; picture-in-picture".to_owned(),
        referrer: "strict-origin-when-cross-origin".to_owned(),
        has_focus: true,
    }
}

/// The frames of a tile.
fn frames(visitor: &Visitor, tile: &str) -> Vec<Frame> {
    let read = "return [...document.querySelectorAll(`${arguments[0]} iframe`)].map((frame) => ({
        src: frame.src, title: frame.title, allow: frame.allow,
        referrer: frame.referrerPolicy, has_focus: document.activeElement === frame }))";
    visitor.script(read, vec![tile.into()])
}

fn should_be<T: PartialEq<U> + std::fmt::Debug, U: std::fmt::Debug + ?Sized>(
    found: &T,
    expected: &U,
) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("it is {found:?} and should be {expected:?}")) }
}
