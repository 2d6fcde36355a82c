//! Ids: what a resolved reference is made of. An id is made once, by resolve, for the one guide it belongs to.

use super::{Article, Decision, Guide, Item, Named, Page, Part, Person, Picture, Role, Scenario, Source, Term};

macro_rules! ids {
    ($($id:ident, $what:ident, $list:ident: $node:ty;)*) => {
        $(
            #[doc = concat!("Stands for one of the guide's `", stringify!($list), "`.")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $id(pub usize);
        )*
        impl Guide {
            $(
                #[doc = concat!("The one that `id` stands for.")]
                #[expect(clippy::indexing_slicing, reason = "resolve makes an id only for what is in the list")]
                pub fn $what(&self, id: $id) -> &$node {
                    &self.$list[id.0]
                }
            )*
        }
    };
}

ids! {
    PartId, part, parts: Part;
    ArticleId, article, articles: Article;
    ScenarioId, scenario, scenarios: Scenario;
    DecisionId, decision, decisions: Decision;
    ItemId, item, items: Item;
    PageId, page, pages: Page;
    TermId, term, terms: Term;
    SourceId, source, sources: Named<Source>;
    PersonId, person, people: Named<Person>;
    RoleId, role, roles: Named<Role>;
    PictureId, picture, pictures: Picture;
}
