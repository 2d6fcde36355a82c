//! The guide that is measured (`benches/corpus`): as large as it says, and nothing is wrong with it.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use careguide::base::{Date, Links};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::resolve::Drafts;
use careguide::session::{self, Options};

#[test]
fn nothing_is_wrong_with_it_whatever_its_size() {
    let options = Options {
        drafts: Drafts::Hidden,
        base_url: None,
        links: Links::Server,
        today: Date::parse("2026-11-22").unwrap(),
        occasion: Occasion::Everyday,
    };
    for articles in [1, 104] {
        let checked = session::check(&Inputs::from_pairs(corpus::files(articles)), &options);
        let told: Vec<String> =
            checked.problems.without_notes().iter().map(|problem| problem.message.clone()).collect();
        assert_eq!(told, Vec::<String>::new(), "{articles} articles");
        let checked = checked.value.unwrap().0;
        assert_eq!(checked.guide().articles.len(), articles);
        assert_eq!(checked.guide().items.len(), articles * 8);
    }
}

#[test]
fn an_article_is_as_large_as_in_a_real_guide() {
    let files = corpus::files(200);
    let articles: Vec<(usize, usize)> = files
        .iter()
        .filter(|(path, _)| path.contains("/visit-"))
        .map(|(_, text)| {
            let (metadata, body) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
            (metadata.len(), body.len())
        })
        .collect();
    let mean = |of: fn(&(usize, usize)) -> usize| articles.iter().map(of).sum::<usize>() / articles.len();
    assert_eq!(articles.len(), 200);
    assert!((1_600..2_000).contains(&mean(|article| article.0)), "metadata: {}", mean(|article| article.0));
    assert!((6_500..8_000).contains(&mean(|article| article.1)), "text: {}", mean(|article| article.1));
    assert_eq!(corpus::files(200), files, "the same one each time");
}
