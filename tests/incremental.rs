//! A guide that is being edited: after every edit, what a session remembers gives what a build from nothing gives.

use careguide::session::{Preview, Session};

/// A server answers from many threads.
fn is_shared<T: Clone + Send + Sync + 'static>() {}

#[test]
fn a_preview_can_be_asked_from_many_threads() {
    is_shared::<Preview>();
    fn is_sent<T: Send>() {}
    is_sent::<Session>();
}
