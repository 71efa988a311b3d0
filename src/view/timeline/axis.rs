//! The axis of years over the bars. Dragging a pointer along it chooses some of the years.

use catalog::Change;
use catalog::timeline::{AxisUnits, Span, begins, place};
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use leptos::svg::Svg;

use crate::state::{use_app_state, use_messages};

/// The axis. It stays in sight while the bars are scrolled.
#[component]
pub fn Axis(
    /// The years that are shown.
    span: Memo<Span>,
) -> impl IntoView {
    // The first column of the grid has the names of the documents: above it the axis is empty.
    view! { <div class="axis"><span></span><Years span/></div> }
}

/// The labels of years, today's, and the part that is being dragged over.
#[component]
fn Years(
    /// The years that are shown.
    span: Memo<Span>,
) -> impl IntoView {
    let messages = use_messages();
    let state = use_app_state();
    let axis = NodeRef::<Svg>::new();
    let drag = RwSignal::new(None::<Drag>);
    let at = move |event: &PointerEvent| {
        let room = axis.get_untracked()?.get_bounding_client_rect();
        Some(((f64::from(event.client_x()) - room.left()) / room.width()).clamp(0.0, 0.999))
    };
    let begin = move |event: PointerEvent| {
        drag.set(at(&event).filter(|_| is_held(&event)).map(|at| Drag { from: at, to: at }));
    };
    let go_on = move |event: PointerEvent| {
        if let Some(Drag { from, .. }) = drag.get_untracked() {
            // The button may have been released outside of the axis, or the browser may scroll by this touch.
            drag.set(at(&event).filter(|_| is_held(&event)).map(|to| Drag { from, to }));
        }
    };
    let end = move |event: PointerEvent| {
        if let (Some(Drag { from, .. }), Some(to)) = (drag.get_untracked(), at(&event)) {
            drag.set(None);
            if let Some(chosen) = (Drag { from, to }).years(span.get_untracked()) {
                state.change(&Change::Years(chosen.period()));
            }
        }
    };
    let year = |span, year: u16| {
        let at = begins(year);
        view! { <text class="year" x=percent(span, at) y="2.7em" text-anchor=anchor(span, at)>{year}</text> }
    };
    let years = move || {
        let span = span.get();
        span.ticks().into_iter().map(|at| year(span, at)).collect_view()
    };
    let today = move || {
        let (span, today) = (span.get(), state.today.get());
        let is_shown = (span.first..=span.last).contains(&today.year().number());
        let at = place(today);
        is_shown.then(|| {
            view! {
                <text class="today" x=percent(span, at) y="1.1em" text-anchor=anchor(span, at)>{messages.today()}</text>
            }
        })
    };
    let drag = move || drag.get().unwrap_or_default();
    view! {
        <svg
            class="axis-years" aria-hidden="true" node_ref=axis
            on:pointerdown=begin on:pointermove=go_on on:pointerup=end
        >
            <rect
                class="chosen" height="100%" x=move || share(drag().start()) width=move || share(drag().width())
            ></rect>
            {years}
            {today}
        </svg>
    }
}

/// Whether the main button is down, or a finger is on the screen.
fn is_held(event: &PointerEvent) -> bool {
    event.buttons() == 1
}

/// From where to where a pointer was dragged, as shares of the axis: from 0 to 1.
#[derive(Clone, Copy, Default)]
struct Drag {
    from: f64,
    to: f64,
}

impl Drag {
    fn start(self) -> f64 {
        self.from.min(self.to)
    }

    fn width(self) -> f64 {
        (self.to - self.from).abs()
    }

    /// The years that are chosen of those that are shown. Less than half a year is a click, which chooses none.
    fn years(self, span: Span) -> Option<Span> {
        let years = f64::from(span.length());
        let year = |share: f64| span.first + (share * years) as u16;
        let chosen = Span { first: year(self.start()), last: year(self.start() + self.width()) };
        (self.width() * years > 0.5).then_some(chosen)
    }
}

/// A share of the axis, as a length of the drawing.
fn share(share: f64) -> String {
    format!("{}%", (share * 100.0) as u32)
}

/// Where a place is on the axis, in thousandths of the years that are shown.
fn thousandths(span: Span, place: AxisUnits) -> u32 {
    place.saturating_sub(begins(span.first)) * 10 / u32::from(span.length())
}

/// Where a place is on the axis, in percent, with one decimal.
fn percent(span: Span, place: AxisUnits) -> String {
    let at = thousandths(span, place);
    format!("{}.{}%", at / 10, at % 10)
}

/// How a label is aligned: centred on its place, but at the edges of the axis beside it, because a window may end
/// there.
fn anchor(span: Span, place: AxisUnits) -> &'static str {
    match thousandths(span, place) {
        ..60 => "start",
        940.. => "end",
        _ => "middle",
    }
}
