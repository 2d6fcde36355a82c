//! A guide that is being edited: after every edit, what a session remembers gives what a session gives that has
//! never seen the guide before, page by page and problem by problem.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests may stop at a surprise, in their helpers too, and say how much they tried"
)]

#[path = "shared/dice.rs"]
mod dice;
#[path = "incremental/edits.rs"]
mod edits;
#[path = "shared/sizes.rs"]
mod sizes;

use std::collections::BTreeMap;

use careguide::base::{Date, Links};
use careguide::check::Occasion;
use careguide::input::Inputs;
use careguide::report::human;
use careguide::resolve::Drafts;
use careguide::session::{self, Options, Preview, Session};
use dice::Dice;
use edits::{Desk, Kind};
use rayon::prelude::*;

/// A server answers from many threads.
fn is_shared<T: Clone + Send + Sync + 'static>() {}

#[test]
fn a_preview_can_be_asked_from_many_threads() {
    is_shared::<Preview>();
    fn is_sent<T: Send>() {}
    is_sent::<Session>();
}

fn options(drafts: Drafts) -> Options {
    let today = Date::parse("2026-11-22").unwrap();
    Options { drafts, base_url: None, links: Links::Server, today, occasion: Occasion::Everyday }
}

/// All that a preview shows: for each address its path, bytes and source, or what is wrong with its template.
fn pages(preview: &Preview) -> BTreeMap<String, String> {
    let page = |address: &careguide::base::Address| {
        let shown = match preview.file(address.as_str()).unwrap() {
            Ok(served) => format!("{} {:?} {}", served.path, served.written, String::from_utf8_lossy(&served.bytes)),
            Err(problem) => format!("{problem:?}"),
        };
        (address.to_string(), shown)
    };
    preview.addresses().par_iter().map(page).collect()
}

/// Fails where two things differ, and shows where.
fn same<T: PartialEq + std::fmt::Debug>(warm: &[T], cold: &[T], when: &str) {
    assert!(warm.len() == cold.len(), "{when}: {} and not {}\n{warm:#?}\n{cold:#?}", warm.len(), cold.len());
    for (warm, cold) in warm.iter().zip(cold) {
        assert!(warm == cold, "{when}\nremembered: {warm:#?}\nanew: {cold:#?}");
    }
}

#[derive(Default)]
struct Counts {
    kinds: BTreeMap<Kind, usize>,
    in_error: usize,
    one_by_one: usize,
}

fn edit(seed: u64, steps: usize, drafts: Drafts) -> Counts {
    let mut desk = Desk::new(Dice::new(seed));
    let mut session = Session::new(options(drafts));
    let mut shown: BTreeMap<String, String> = BTreeMap::new();
    let mut counts = Counts::default();
    let mut inputs = Inputs::default();
    for step in 0..=steps {
        let kinds = if step == 0 { Vec::new() } else { desk.edit() };
        let when = format!("after step {step} of seed {seed}, {kinds:?}: {}", desk.said());
        // The first is a start from nothing; later, all that is the same is shared, as the watcher does it.
        desk.bring(&mut inputs);
        let warm = session.update(&inputs);
        let cold = Session::new(options(drafts)).update(&inputs);
        let problems = |preview: &Preview| preview.problems().iter().cloned().collect::<Vec<_>>();
        same(&problems(&warm), &problems(&cold), &when);
        assert_eq!(warm.is_current(), cold.is_current(), "{when}");
        if cold.is_current() {
            shown = pages(&cold);
            desk.is_good();
        } else {
            counts.in_error += 1;
        }
        let (warm_pages, cold_pages): (Vec<_>, Vec<_>) =
            (pages(&warm).into_iter().collect(), shown.iter().map(|(a, b)| (a.clone(), b.clone())).collect());
        same(&warm_pages, &cold_pages, &when);
        if step % 20 == 0 && cold.is_current() {
            as_built(&warm, &inputs, drafts, &when);
        }
        counts.one_by_one += usize::from(step > 0 && warm.is_current() && !warm.rebuilt().resolved);
        kinds.into_iter().for_each(|kind| *counts.kinds.entry(kind).or_default() += 1);
    }
    counts
}

/// Holds the preview against a build: the same files with the same bytes; and its desk against the report.
fn as_built(preview: &Preview, inputs: &Inputs, drafts: Drafts, when: &str) {
    let built = session::build(inputs, &options(drafts));
    let Some(site) = built.value else { return };
    let built: Vec<(String, String)> = site
        .artifacts
        .iter()
        .map(|artifact| (artifact.path.clone(), String::from_utf8_lossy(&artifact.bytes).into_owned()))
        .collect();
    let served = preview.addresses().into_iter().map(|address| preview.file(address.as_str()).unwrap().unwrap());
    let mut served: Vec<(String, String)> =
        served.map(|served| (served.path.clone(), String::from_utf8_lossy(&served.bytes).into_owned())).collect();
    served.sort();
    same(&served, &built, when);
    let report = session::report(inputs, &options(drafts)).value.unwrap();
    for page in preview.desk_addresses() {
        let served = preview.desk(page.as_str()).unwrap().unwrap();
        let made = report.iter().find(|artifact| artifact.path == served.path).unwrap();
        assert!(made.bytes == served.bytes, "{when}: {page}");
    }
}

#[test]
fn what_is_remembered_gives_what_a_start_from_nothing_gives() {
    let steps = sizes::size("edits");
    let rounds = 4;
    let all: Vec<Counts> = (0..rounds)
        .into_par_iter()
        .map(|seed| edit(seed, steps / 4, if seed % 2 == 0 { Drafts::Hidden } else { Drafts::Shown }))
        .collect();
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let (mut in_error, mut one_by_one) = (0, 0);
    for counts in all {
        counts.kinds.into_iter().for_each(|(kind, count)| *kinds.entry(kind).or_default() += count);
        in_error += counts.in_error;
        one_by_one += counts.one_by_one;
    }
    println!("{steps} steps, {in_error} of them in error, {one_by_one} without a pass over the whole guide: {kinds:?}");
    for kind in Kind::ALL {
        let count = kinds.get(kind).copied().unwrap_or_default();
        assert!(count * 20 >= steps, "{kind:?}: {count} of {steps}");
    }
    assert!(in_error * 5 >= steps, "in error: {in_error} of {steps}");
    assert!(one_by_one * 20 >= steps, "without a pass: {one_by_one} of {steps}");
}

/// The guide of the tests, and one of its files with other words.
fn with(inputs: &Inputs, path: &str, change: impl Fn(&str) -> String) -> Inputs {
    let path = careguide::base::InputPath::new(path);
    let text = change(inputs.text(&path).unwrap());
    let mut inputs = inputs.clone();
    inputs.insert(path, text.into_bytes());
    inputs
}

#[test]
fn words_that_nobody_else_sees_are_changed_without_a_pass_over_the_guide() {
    let mut inputs = Inputs::default();
    Desk::new(Dice::new(1)).bring(&mut inputs);
    let path = "content/articles/decide/choose-a-place.md";
    let edits: [(&str, &str, bool); 8] = [
        ("Think of a day", "Sit down. Think of a day", false),
        ("You change nothing. They expect you.", "You change nothing.\n\nThey expect you.", false),
        ("- You have nothing to arrange.\n", "", false),
        ("### Stay with the place where I am booked", "### Stay there", false),
        // What others see: a name, a citation, the words of an item, a term that the page did not use.
        ("{.like}", "", true),
        ("[@plain-language; @nhs-health-literacy]", "[@plain-language]", true),
        ("More about that is [here](../../pages/about.md).", "More about that is here.", true),
        ("title: Choose a place", "title: Choose one", true),
    ];
    for (from, to, resolved) in edits {
        let mut session = Session::new(options(Drafts::Hidden));
        session.update(&inputs);
        let changed = with(&inputs, path, |text| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        let preview = session.update(&changed);
        assert_eq!(preview.rebuilt().resolved, resolved, "{from}");
        assert_eq!(preview.rebuilt().parsed.iter().map(|path| path.as_str()).collect::<Vec<_>>(), [path]);
        let nothing = session.update(&changed);
        assert!(nothing.rebuilt().parsed.is_empty() && !nothing.rebuilt().resolved);
        assert_eq!(nothing.problems(), preview.problems());
    }
}

#[test]
fn while_an_error_stands_the_last_good_pages_are_shown() {
    let mut inputs = Inputs::default();
    Desk::new(Dice::new(1)).bring(&mut inputs);
    let mut session = Session::new(options(Drafts::Hidden));
    let good = session.update(&inputs);
    let report = human::render(good.problems(), human::Style::Plain, &|path| inputs.text(path));
    assert!(good.is_current(), "{report}");
    let broken = with(&inputs, "content/articles/packing-list.md", |text| text.replacen("title:", "tilte:", 1));
    let preview = session.update(&broken);
    assert!(!preview.is_current() && preview.problems().has_errors());
    assert_eq!(pages(&preview), pages(&good));
    let mended = session.update(&inputs);
    assert!(mended.is_current());
    assert_eq!(mended.problems(), good.problems());
}
