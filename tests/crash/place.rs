//! A guide with a published site, and the two versions of it that may be there after a fault.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use walkdir::WalkDir;

/// All that is in a published folder: bytes and mode by path.
pub(crate) type Tree = BTreeMap<String, (Vec<u8>, u32)>;

/// What an author changes between two builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    Old,
    New,
}

/// A folder with a guide, published once as `Old`.
pub(crate) struct Place {
    folder: TempDir,
    pub(crate) old: Tree,
    pub(crate) new: Tree,
}

impl Place {
    pub(crate) fn new() -> Place {
        let mut place = Place { folder: tempfile::tempdir().unwrap(), old: Tree::new(), new: Tree::new() };
        let settings = "title = \"Knees\"\nlang = \"en\"\npublisher = \"The knee club\"\n\
                        contact = \"mailto:knees@example.org\"\nfunding = \"none\"\n\
                        disclaimer = \"Ask somebody who knows your knee.\"\nemergency = \"Call for help.\"\n";
        fs::write(place.path("site.toml"), settings).unwrap();
        fs::create_dir_all(place.path("content/scenarios")).unwrap();
        fs::create_dir_all(place.path("content/articles")).unwrap();
        let scenario = "---\ntitle: I fell\nsummary: Your knee hurts.\n---\n\nYou fell.\n";
        fs::write(place.path("content/scenarios/fell.md"), scenario).unwrap();
        place.write(Version::New);
        assert!(place.build().status.success());
        place.new = place.tree();
        place.write(Version::Old);
        assert!(place.build().status.success());
        place.old = place.tree();
        assert_ne!(place.old, place.new);
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes the guide this version; what is published stays as it is.
    pub(crate) fn write(&self, version: Version) {
        let article = |title, text| {
            format!("---\ntitle: {title}\nsummary: What helps.\n---\n\n## At home\n\n{text}\n\n- [ ] Rest for a day.\n")
        };
        let old = ("Rest your knee", "Put your leg up.");
        let (title, text) = if version == Version::Old { old } else { ("Rest your leg", "Sit down for an hour.") };
        fs::write(self.path("content/articles/rest.md"), article(title, text)).unwrap();
        // A page that only one of the versions has.
        let ice = self.path("content/articles/ice.md");
        match version {
            Version::Old => fs::write(ice, article("Cool it", "Put ice on it.")).unwrap(),
            Version::New => fs::remove_file(ice).unwrap_or_default(),
        }
    }

    /// A call of the program in the guide's folder; one thread of ours beside the first, so that a fault has one place.
    pub(crate) fn command(&self, before: &[&str]) -> Command {
        let words = [before, &[env!("CARGO_BIN_EXE_careguide")]].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).current_dir(self.folder.path()).stdin(Stdio::null());
        command.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("RAYON_NUM_THREADS", "1");
        command
    }

    pub(crate) fn build(&self) -> Output {
        self.command(&[]).args(["build", "--quiet", "--today", "2026-11-22"]).output().unwrap()
    }

    /// What is published.
    pub(crate) fn tree(&self) -> Tree {
        let mut tree = Tree::new();
        let public = self.path("public");
        for entry in WalkDir::new(&public) {
            let entry = entry.unwrap();
            let bytes = if entry.file_type().is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
            let name = entry.path().strip_prefix(&public).unwrap().to_str().unwrap().to_owned();
            tree.insert(name, (bytes, entry.metadata().unwrap().permissions().mode()));
        }
        tree
    }

    /// The version that lies there whole; a mixture, a gap or half a file stops the test.
    #[track_caller]
    pub(crate) fn whole(&self, what: &str) -> Version {
        let tree = self.tree();
        match () {
            () if tree == self.old => Version::Old,
            () if tree == self.new => Version::New,
            () => panic!("{what}: neither the old site nor the new one: {:?}", tree.keys().collect::<Vec<_>>()),
        }
    }

    /// The next build mends whatever a fault left: the site is `version`, proved, with nothing half-made beside it.
    #[track_caller]
    pub(crate) fn heal(&self, version: Version, what: &str) {
        self.write(version);
        let built = self.build();
        assert!(built.status.success(), "{what}: {}", String::from_utf8_lossy(&built.stderr));
        assert_eq!(self.whole(what), version, "{what}");
        let verified = self.command(&[]).args(["verify", "public"]).output().unwrap();
        assert!(verified.status.success(), "{what}: {}", String::from_utf8_lossy(&verified.stdout));
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let stray = names.filter(|name| name.to_string_lossy().starts_with(".public.stage-")).count();
        assert_eq!(stray, 0, "{what}: half a site stays beside it");
    }
}

/// Says that a fault cannot be made on this machine, where nobody can overlook it.
pub(crate) fn not_run(what: &str, why: &str) {
    println!("NOT RUN, this machine does not allow it: {what} ({why})");
}
