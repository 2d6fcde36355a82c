//! Many edits of all kinds, and not one of them missed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use careguide::disk::How;

use crate::dice::Dice;
use crate::sizes::size;
use crate::ways::WAYS;
use crate::{Site, put};

/// Kinds of edits, with how often each comes among a hundred.
const KINDS: &[(&str, usize)] = &[
    ("saved", 46),
    ("created", 12),
    ("taken away", 8),
    ("renamed", 8),
    ("new folder with a file", 8),
    ("folder renamed", 8),
    ("folder taken away", 5),
    ("taken away and back", 5),
];

struct Edits {
    dice: Dice,
    /// Numbers that make each text and each name another one.
    count: usize,
}

impl Edits {
    fn files(site: &Site) -> Vec<PathBuf> {
        let names = crate::listed(&careguide::disk::read(&site.root()).unwrap());
        names.keys().filter(|name| name.starts_with("content/")).map(|name| site.path(name)).collect()
    }

    /// One edit, and the name of its kind.
    fn edit(&mut self, site: &Site) -> String {
        self.count += 1;
        let files = Edits::files(site);
        let file = self.dice.pick(&files).clone();
        let folder = file.parent().unwrap().to_path_buf();
        let is_top = folder == site.path("content") || folder.parent() == Some(&site.path("content"));
        let mut throw = self.dice.below(100);
        let kind = KINDS.iter().find(|(_, share)| {
            let hit = throw < *share;
            throw = throw.saturating_sub(*share);
            hit
        });
        let kind = kind.unwrap().0;
        let number = self.count;
        let text = format!("---\ntitle: Edit {number}\n---\n\nText {number}.\n");
        match kind {
            "created" => put(&site.root(), &format!("content/articles/created-{number}.md"), &text),
            "taken away" if files.len() > 20 => fs::remove_file(&file).unwrap(),
            "renamed" => fs::rename(&file, folder.join(format!("renamed-{number}.md"))).unwrap(),
            "new folder with a file" => put(&site.root(), &format!("content/parts/f{number}/in/{number}.md"), &text),
            "folder renamed" if !is_top => {
                fs::rename(&folder, folder.with_file_name(format!("folder-{number}"))).unwrap();
            }
            "folder taken away" if !is_top && files.len() > 25 => fs::remove_dir_all(&folder).unwrap(),
            "taken away and back" => {
                let bytes = fs::read(&file).unwrap();
                fs::remove_file(&file).unwrap();
                fs::write(&file, bytes).unwrap();
                put(&site.root(), "content/articles/knee.md", &text);
            }
            _ => {
                let (name, way) = self.dice.pick(WAYS);
                way(&file, &text);
                return format!("saved: {name}");
            }
        }
        kind.to_owned()
    }
}

#[test]
fn no_edit_of_many_is_missed() {
    let mut site = Site::new(How::Events);
    let mut edits = Edits { dice: Dice::new(5), count: 0 };
    let (mut told, mut slowest) = (BTreeMap::new(), Duration::ZERO);
    while edits.count < size("watched-edits") {
        // Mostly one edit at a time, sometimes a burst of them.
        let burst = if edits.dice.below(5) == 0 { 2 + edits.dice.below(12) } else { 1 };
        let mut names = Vec::new();
        for _ in 0..burst {
            let name = edits.edit(&site);
            *told.entry(name.clone()).or_insert(0_usize) += 1;
            names.push(name);
            if edits.dice.below(3) == 0 {
                site.wait(Duration::from_millis(edits.dice.below(30) as u64));
            }
        }
        let start = Instant::now();
        site.settle(&format!("edit {}, {names:?}", edits.count));
        slowest = slowest.max(start.elapsed());
    }
    let edits: usize = told.values().sum();
    println!("{edits} edits, 0 missed, the slowest seen after {} ms: {told:#?}", slowest.as_millis());
}

#[test]
fn of_two_hundred_saves_in_a_row_the_last_one_wins() {
    let mut site = Site::new(How::Events);
    for number in 0..200 {
        let (_, way) = WAYS[number % 13];
        way(&site.path("content/articles/hip.md"), &format!("---\ntitle: Hip\n---\n\nSave {number}.\n"));
        if number % 3 == 0 {
            site.wait(Duration::from_millis(10));
        }
    }
    site.settle("two hundred saves");
}
