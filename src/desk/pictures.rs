//! Pictures of the finder and of each decision, each with the same in words.

use serde::Serialize;

use super::drawing::{DrawingView, Sketch};
use super::{Desk, decisions, finder};

/// More boxes than this, and nobody can follow the lines.
pub(super) const MOST_BOXES: usize = 240;

/// All pictures.
#[derive(Clone, Debug, Serialize)]
pub struct PicturesView {
    /// The finder's first, then those of each decision.
    pub pictures: Vec<PictureView>,
}

/// A picture, and the same in words.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// Its number on the page, from 1.
    pub number: usize,
    /// What it shows.
    pub title: String,
    /// How to read it.
    pub about: String,
    /// The picture; `None` where it would be too large to be followed.
    pub drawing: Option<DrawingView>,
    /// The same in words.
    pub steps: Vec<StepView>,
    /// How it is said that nobody is led to something: "Not in the finder".
    pub unreached_how: &'static str,
    /// What nobody is led to.
    pub unreached: Vec<String>,
}

/// A box in words, and where it leads.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// Its number, where others lead to it.
    pub number: Option<usize>,
    /// Its words.
    pub title: String,
    /// Its ways on.
    pub ways: Vec<WayView>,
}

/// A way on.
#[derive(Clone, Debug, Serialize)]
pub struct WayView {
    /// What has to be answered; empty where there is but one way.
    pub answer: String,
    /// The number of the question that it leads to.
    pub question: Option<usize>,
    /// What it leads to, where that is an end.
    pub leads: Vec<String>,
}

/// What one picture is made of.
pub(super) struct Picture {
    pub(super) title: String,
    pub(super) about: String,
    pub(super) sketch: Sketch,
    pub(super) steps: Vec<StepView>,
    pub(super) unreached_how: &'static str,
    pub(super) unreached: Vec<String>,
}

/// The view.
pub(super) fn view(desk: &Desk<'_>) -> PicturesView {
    let guide = desk.guide();
    let decisions = guide.decisions.iter().flat_map(|decision| decisions::pictures(desk, decision));
    let all = finder::picture(guide).into_iter().chain(decisions).enumerate();
    let pictures = all.map(|(at, picture)| PictureView {
        number: at + 1,
        title: picture.title,
        about: picture.about,
        drawing: (picture.sketch.len() <= MOST_BOXES).then(|| picture.sketch.drawn()),
        steps: picture.steps,
        unreached_how: picture.unreached_how,
        unreached: picture.unreached,
    });
    PicturesView { pictures: pictures.collect() }
}
