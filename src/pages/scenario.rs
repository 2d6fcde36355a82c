//! A scenario: what to read, and its checklist.

use super::checklist::checklist;
use super::frame::Frame;
use super::prose::{Pen, term_href};
use super::view::{RowView, ScenarioView, ScenariosView, View};
use crate::base::Date;
use crate::guide::{ArticleId, Guide, NodeId, Origin, Prose, Scenario, ScenarioId};
use crate::markup::{Block, sections};

/// The view of a scenario.
pub(super) fn view(frame: &Frame<'_, '_>, id: ScenarioId) -> View {
    let guide = frame.plan.guide;
    let scenario = guide.scenario(id);
    let href = term_href(frame);
    let mut pen = Pen::new(frame, &href);
    let intro_html = introduction(&mut pen, &scenario.prose);
    let (checklist, web) = checklist(&mut pen, scenario);
    let cited = pen.cited();
    let rows = |ids: &[ArticleId]| -> Vec<RowView> { ids.iter().map(|id| frame.article_row(*id)).collect() };
    let above = [frame.start(), (NodeId::Scenarios, frame.title(NodeId::Scenarios))];
    let mut head = frame.head(scenario.title.clone(), Some(scenario.summary.clone()), &above);
    head.draft = scenario.draft;
    head.noindex = scenario.draft || scenario.unlisted;
    let mut review = frame.review(&scenario.making, !cited.is_empty());
    review.updated = updated(guide, scenario).map(|date| frame.date(date));
    View::Scenario(Box::new(ScenarioView {
        review,
        intro_html,
        reading: rows(&scenario.read),
        more: rows(&scenario.more),
        sources: frame.sources(&cited),
        all: frame.to(NodeId::Scenarios),
        checklist,
        web,
        head,
    }))
}

/// The words before the checklist. Items written there stand on the checklist itself, and only once.
fn introduction(pen: &mut Pen<'_, '_, '_>, prose: &Prose) -> Option<String> {
    let kept: Vec<Block> = sections::without_items(&prose.body.blocks).into_iter().cloned().collect();
    let html = pen.blocks(&kept, &prose.targets);
    let notes = pen.footnotes(&prose.body.footnotes, &prose.targets);
    html.map(|html| html + &notes)
}

/// When the checklist last changed: with its own words, or with those of an article that gives it steps.
fn updated(guide: &Guide, scenario: &Scenario) -> Option<Date> {
    let lines = scenario.checklist.iter().flat_map(|(_, lines)| lines);
    let articles = lines.filter_map(|line| match guide.item(line.item).origin {
        Origin::Article(article) => guide.article(article).making.updated,
        Origin::Scenario(_) => None,
    });
    articles.chain(scenario.making.updated).max()
}

/// The view of all scenarios.
pub(super) fn all(frame: &Frame<'_, '_>) -> View {
    let head = frame.head(frame.word("title_scenarios"), Some(frame.word("summary_scenarios")), &[frame.start()]);
    View::Scenarios(ScenariosView { head, finder: frame.finder(), scenarios: frame.scenario_rows() })
}

/// What a server shows for an address that is not there.
pub(super) fn not_found(frame: &Frame<'_, '_>) -> View {
    let head = frame.head(frame.word("title_404"), Some(frame.word("summary_404")), &[]);
    View::Scenarios(ScenariosView { head, finder: frame.finder(), scenarios: frame.scenario_rows() })
}
