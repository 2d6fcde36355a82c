//! Reviews, those due first; and pages that nobody reviewed.

use serde::Serialize;

use super::{Desk, PageRow};
use crate::check::makers::{self, MadePage};

/// Who reviewed what, and when it is due again.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewsView {
    /// The reviews that pages stand on, by the day of the next one.
    pub reviews: Vec<ReviewRow>,
    /// Pages without a review.
    pub never: Vec<PageRow>,
}

/// A review that a page stands on.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewRow {
    /// The page.
    pub page: PageRow,
    /// The day of the next one.
    pub next: String,
    /// How far away that is.
    pub due: String,
    /// Whether that day is over.
    pub overdue: bool,
    /// The day of this one.
    pub date: String,
    /// Who reviewed.
    pub by: String,
    /// As what.
    pub clinician: bool,
}

/// The view.
pub(super) fn view(desk: &Desk<'_>) -> ReviewsView {
    let guide = desk.guide();
    let page = |made: &MadePage<'_>| PageRow::new(made.title, made.path, made.draft);
    let mut reviews = Vec::new();
    let mut never = Vec::new();
    for made in makers::pages(guide) {
        let standing = makers::standing(made.making);
        if standing.is_empty() {
            never.push(page(&made));
        }
        for review in standing {
            let days = desk.today.days_until(review.next.value);
            let due = match days {
                0 => "today".to_owned(),
                1 => "tomorrow".to_owned(),
                -1 => "yesterday".to_owned(),
                2.. => format!("in {days} days"),
                _ => format!("{} days ago", -days),
            };
            let row = ReviewRow {
                page: page(&made),
                next: review.next.value.to_string(),
                due,
                overdue: days < 0,
                date: review.date.to_string(),
                by: guide.person(review.by.value).value.name.clone(),
                clinician: review.by_clinician,
            };
            reviews.push((review.next.value, row));
        }
    }
    reviews.sort_by(|(a, first), (b, second)| (a, &first.page.path).cmp(&(b, &second.page.path)));
    ReviewsView { reviews: reviews.into_iter().map(|(_, row)| row).collect(), never }
}
