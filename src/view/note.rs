//! A word about what was just done, such as "Link copied".

use leptos::prelude::*;

use crate::browser::effect::effect;
use crate::state::AppState;

/// Takes the note back as soon as something else is shown, of which it would not be true, until the current owner is
/// cleaned up.
pub fn forget_when_changed<T: Default + PartialEq + Send + Sync + 'static>(state: AppState, note: RwSignal<T>) {
    // An effect that writes a signal, against the rule: were the note derived from what is shown, it would come back,
    // and be announced again, when the visitor returns to what it was about.
    effect(move || {
        state.query.track();
        state.page.track();
        if note.with_untracked(|note| *note != T::default()) {
            note.set(T::default());
        }
    });
}
