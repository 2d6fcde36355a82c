//! A decision: its options side by side.

use super::frame::{Frame, description};
use super::prose::{Pen, term_href};
use super::route;
use super::view::{DecisionView, OptionView, RowsView, View};
use crate::guide::{DecisionId, DecisionOption, NodeId, Target, Targets};
use crate::markup::{Block, text};

/// The view of a decision.
pub(super) fn view(frame: &Frame<'_, '_>, id: DecisionId) -> View {
    let guide = frame.plan.guide;
    let decision = guide.decision(id);
    let article = guide.article(decision.article);
    let targets = &*article.prose.targets;
    let href = term_href(frame);
    let mut pen = Pen::new(frame, &href);
    let intro = article.prose.body.blocks.get(decision.at + 1..decision.at + decision.introduction).unwrap_or(&[]);
    let intro_html = pen.blocks(intro, targets);
    let level = article.prose.body.blocks.get(decision.at).and_then(Block::heading).map_or(2, |heading| heading.level);
    let mut option = |(at, one)| option(&mut pen, at, one, targets, level);
    let options: Vec<OptionView> = decision.options.iter().enumerate().map(&mut option).collect();
    pen.shift_headings(0);
    let notes = pen.footnotes(&article.prose.body.footnotes, targets);
    let intro_html = match (intro_html, notes.is_empty()) {
        (intro, true) => intro,
        (intro, false) => Some(intro.unwrap_or_default() + &notes),
    };
    let has = |part: fn(&OptionView) -> &Option<String>| options.iter().any(|option| part(option).is_some());
    let route_html = route::table(frame, decision).map(|table| pen.route_table(&table));
    let cited = pen.cited();
    let node = NodeId::Article(decision.article);
    let above = [frame.start(), (NodeId::Parts, frame.title(NodeId::Parts)), (node, article.title.clone())];
    let mut head = frame.head(text::plain(&decision.title), None, &above);
    head.description = description(intro);
    head.draft = article.draft;
    head.noindex = article.draft || !article.is_listed();
    let section = Target { node, anchor: Some(anchor(frame, id)) };
    let article_link = super::view::LinkView { href: frame.to_target(&section), title: article.title.clone() };
    View::Decision(Box::new(DecisionView {
        review: frame.review(&article.making, !cited.is_empty()),
        intro_html,
        route_html,
        has: RowsView {
            what: has(|option| &option.what_html),
            good: has(|option| &option.good_html),
            hard: has(|option| &option.hard_html),
            like: has(|option| &option.like_html),
        },
        options,
        sources: frame.sources(&cited),
        article: article_link,
        head,
    }))
}

fn anchor(frame: &Frame<'_, '_>, id: DecisionId) -> String {
    frame.plan.guide.decision(id).name.to_string()
}

/// `level` is that of the decision's own heading. On this page that is the first level, and the headings
/// of options and aspects are those of a table: what stands under them begins at the second level.
fn option(pen: &mut Pen<'_, '_, '_>, at: usize, option: &DecisionOption, targets: &Targets, level: u8) -> OptionView {
    let level = i8::try_from(level).unwrap_or(2);
    pen.shift_headings(-level);
    let what_html = pen.blocks(&option.what, targets);
    pen.shift_headings(-level - 1);
    let (good_html, hard_html) = (pen.blocks(&option.good, targets), pen.blocks(&option.hard, targets));
    let like_html = pen.blocks(&option.like, targets);
    OptionView {
        letter: letter(at),
        name: option.name.to_string(),
        title_html: pen.plain(&option.title),
        title: text::plain(&option.title),
        status_quo: option.is_status_quo,
        what_html,
        good_html,
        hard_html,
        like_html,
        next: option.then.iter().map(|target| pen.frame.link(target)).collect(),
        ends: option.then.is_none(),
    }
}

/// A, B, … Z; then figures.
fn letter(at: usize) -> String {
    let letter = u8::try_from(at).ok().and_then(|at| b'A'.checked_add(at)).filter(u8::is_ascii_uppercase);
    letter.map_or_else(|| (at + 1).to_string(), |letter| char::from(letter).to_string())
}
