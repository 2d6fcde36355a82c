//! Mistakes that authors make in the guide of `guide.rs`: what they type, and what they are told.

/// One mistake.
pub(crate) struct Mistake {
    /// The file it is made in.
    pub(crate) file: &'static str,
    /// What stands there, once.
    pub(crate) find: &'static str,
    /// What the author makes of it.
    pub(crate) put: &'static str,
    /// The rule that tells of it.
    pub(crate) rule: &'static str,
    /// A file and words that stand there, once, on the line that is told; by default the mistake's own first line.
    pub(crate) told: Option<(&'static str, &'static str)>,
    /// What it is about: of two mistakes about one thing, only one is made.
    pub(crate) about: &'static str,
    /// Whether the metadata of its file, or the whole file, can no longer be read, so that other mistakes there wait.
    pub(crate) hides: Hides,
}

/// What cannot be read because of a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hides {
    Nothing,
    Metadata,
    Everything,
}

const SITE: &str = "site.toml";
const ROLES: &str = "content/roles.yaml";
const SOURCES: &str = "content/sources.yaml";
const PEOPLE: &str = "content/people.yaml";
const TERMS: &str = "content/terms.md";
pub(crate) const FACTS: &str = "content/facts.yaml";
pub(crate) const FINDER: &str = "content/finder.md";
const NEW: &str = "content/scenarios/new-pain.md";
pub(crate) const OLD: &str = "content/scenarios/old-pain.md";
pub(crate) const SURGERY: &str = "content/articles/surgery.md";
pub(crate) const VISIT: &str = "content/articles/visit.md";
const LIVING: &str = "content/articles/living.md";

pub(crate) const fn here(
    about: &'static str,
    file: &'static str,
    find: &'static str,
    put: &'static str,
    rule: &'static str,
) -> Mistake {
    Mistake { file, find, put, rule, told: None, about, hides: Hides::Nothing }
}

impl Mistake {
    /// Told of in another place.
    const fn at(mut self, file: &'static str, words: &'static str) -> Mistake {
        self.told = Some((file, words));
        self
    }

    const fn hiding(mut self, hides: Hides) -> Mistake {
        self.hides = hides;
        self
    }
}

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Mistake> {
    ALL.iter().chain(crate::logic::ALL)
}

/// Those in texts and in simple metadata, by file.
const ALL: &[Mistake] = &[
    // The settings.
    here("title", SITE, "title = \"Knees\"", "titel = \"Knees\"", "unknown-key"),
    here("contact", SITE, "contact = \"mailto:knees@", "contact = \"knees@", "unknown-value"),
    here("visit", SITE, "visit = true", "visit = \"yes\"", "wrong-type"),
    here("later", SITE, "name = \"later\"", "name = \"afterwards\"", "unknown-name").at(SURGERY, "phase: later"),
    // The lists.
    here("therapist", ROLES, "one: \"your therapist\"", "ones: \"your therapist\"", "unknown-key"),
    here("roles", ROLES, "  what: \"Who trains with you.\"\n", "doctor:\n  one: \"your physician\"\n", "duplicate-key"),
    here("study", SOURCES, "kind: study", "kind: studie", "unknown-value"),
    here(
        "review-date",
        SOURCES,
        "accessed: 2026-11-20\n  kind: review",
        "accessed: 2026-13-20\n  kind: review",
        "impossible-date",
    ),
    here("published", SOURCES, "published: 2024-05", "published: in May", "impossible-date"),
    here("agency", SOURCES, "  publisher: \"Name of an agency\"\n", "", "missing-key").at(SOURCES, "knee-review:"),
    here("url", SOURCES, "url: \"https://www.example.org/knees\"", "url: \"www.example.org/knees\"", "unknown-value"),
    here("person", PEOPLE, "credentials: \"degrees", "credential: \"degrees", "unknown-key"),
    // The glossary.
    here("meniscus", TERMS, "  meniscus: [", "  menicsus: [", "unknown-name"),
    here("terms", TERMS, "## Meniscus", "Words of the knee.\n\n## Meniscus", "text-outside-term"),
    here("brace", TERMS, "It holds the knee.", "### How it holds\n\nIt holds the knee.", "heading-in-term"),
    // Scenarios.
    here("order", NEW, "order: 10", "order: ten", "wrong-type"),
    here("read", NEW, "[visit, surgery]", "[visit, surgry]", "unknown-name"),
    here("summary", NEW, "summary: The pain is new.\n", "", "missing-key").at(NEW, "---\ntitle"),
    here("includes", OLD, "includes: [new-pain]", "includes: [new-pian]", "unknown-name"),
    here("diary", OLD, "{phase: now,", "{phase: nwo,", "unknown-name"),
    here("diary", OLD, " {#diary}", "", "unknown-item").at(OLD, "diary: {"),
    here("diary", OLD, "- [ ] Write", "- []Write", "box-mistyped"),
    here("date", OLD, "order: 20", "order: 20\nupdated: 2026-02-30", "impossible-date").at(OLD, "updated:"),
    // The metadata of an article.
    here("key", SURGERY, "authors: [example-writer]", "autors: [example-writer]", "unknown-key"),
    here("for", SURGERY, "for: [new-pain]", "for: new-pain", "wrong-type"),
    here("phase", SURGERY, "phase: later", "phase: lather", "unknown-name"),
    here("related", SURGERY, "related: [visit,", "related: [vist,", "unknown-name"),
    here("related", SURGERY, "scenario/old-pain]", "article/old-pain]", "unknown-name"),
    here("decision", SURGERY, "  operate:\n", "  oparate:\n", "unknown-section"),
    here("options", SURGERY, "options: [have-surgery,", "options: [have-surgry,", "unknown-option"),
    here("status-quo", SURGERY, "status-quo: train-first", "status-quo: train-frist", "unknown-option"),
    here("status-quo", SURGERY, "    status-quo: train-first\n", "", "status-quo-missing").at(SURGERY, "  operate:\n"),
    here("then", SURGERY, "then: {have-surgery:", "then: {have-surgry:", "unknown-option"),
    here("then", SURGERY, "visit#ask-there", "visit#ask-ther", "dead-link"),
    here("ends", SURGERY, "    ends: [train-first]\n", "", "option-dead-end").at(SURGERY, "options: ["),
    here("ask", SURGERY, "q-risks: {ask: [doctor]", "q-risks: {ask: [dokter]", "unknown-name"),
    here("must", SURGERY, "must: true", "must: yes", "wrong-type"),
    here("record", SURGERY, "record: [answer]", "record: [anser]", "unknown-value"),
    here("after", SURGERY, "after: [q-risks]", "after: [q-risk]", "unknown-name"),
    here("q-after", SURGERY, "due: P2W", "due: P2M", "impossible-date"),
    here("q-after", SURGERY, "due: P2W", "due: -P2W", "due-wrong-side"),
    here("authors", SURGERY, "authors: [example-writer]", "authors: [exemple-writer]", "unknown-name"),
    here("updated", SURGERY, "updated: 2026-11-02", "updated: 2.11.2026", "impossible-date"),
    here("by", SURGERY, "by: example-nurse", "by: example-nourse", "unknown-name"),
    here("role", SURGERY, "role: clinician", "role: nurse", "unknown-value"),
    here("next", SURGERY, "next: 2027-11-20", "next: 2025-11-20", "impossible-date"),
    here("q-after", SURGERY, "  q-after: {", "\tq-after: {", "yaml-invalid").hiding(Hides::Metadata),
    here(
        "brace",
        SURGERY,
        "then: {have-surgery: \"visit#ask-there\"}",
        "then: {have-surgery: \"visit#ask-there\"",
        "yaml-invalid",
    )
    .hiding(Hides::Metadata),
    here("fence", SURGERY, "next: 2027-11-20}\n---\n", "next: 2027-11-20}\n", "front-matter-not-closed")
        .at(SURGERY, "---\ntitle")
        .hiding(Hides::Everything),
    here("unique", VISIT, "take-along: {phase: now}", "take-alone: {phase: now}", "unknown-section"),
    here("vphase", VISIT, "ask-there: {phase: visit,", "ask-there: {phase: vist,", "unknown-name"),
    here("all-but", VISIT, "{all-but: [old-pain]}", "{all-but: [old-pian]}", "unknown-name"),
    here("letters", VISIT, "{bring: true, must: true}", "{bring: true, ask: [doctor]}", "conflicting-keys"),
    here("letters", VISIT, "  letters:  {", "  letter:  {", "unknown-item"),
    here("get-from", VISIT, "get-from: doctor", "get-from: docter", "unknown-name"),
    here("vdue", VISIT, "due: -P10D", "due: P10D", "due-wrong-side"),
    here("no-rush", VISIT, "  no-rush:  {dont: true}", "  q-first:  {dont: true}", "duplicate-key"),
    here("reading", VISIT, "further-reading: [knee-review]", "further-reading: [knees-review]", "unknown-source"),
    here("vdate", VISIT, "updated: 2026-11-03", "updated: 2026-11-31", "impossible-date"),
    here("what", VISIT, "what: \"A number", "waht: \"A number", "unknown-key"),
    here("empty", VISIT, "summary: What to take along, and what to say.", "summary:", "empty-value"),
    // Facts, and what asks for them.
    here("since", FACTS, "  ask: \"Since when", "  asks: \"Since when", "unknown-key"),
    here(
        "since",
        FACTS,
        "    long: \"For long\"\n",
        "    long: \"For long\"\n    long: \"Too long\"\n",
        "duplicate-key",
    )
    .at(FACTS, "long: \"Too"),
    here("steps", FACTS, "asked-when: {since: long}", "asked-when: {sinse: long}", "unknown-name"),
    here("steps", FACTS, "many: true", "many: yes", "wrong-type"),
    here("finder", FINDER, "otherwise: living", "otherwise: livin", "unknown-name"),
    here("new", NEW, "when: {since: new}", "when: {since: knew}", "unknown-fact-value"),
    here("old", OLD, "when: {since: long}", "when: {sinze: long}", "unknown-name"),
    here("given", OLD, "steps: [down]", "steps: [dwon]", "unknown-fact-value"),
    here("has", OLD, "has: [diary]", "has: [dairy]", "unknown-name"),
    here(
        "table",
        SURGERY,
        "{when: {since: long}, option: have-surgery}",
        "{when: {since: lon}, option: have-surgery}",
        "unknown-fact-value",
    ),
    here("table", SURGERY, "      hit: first", "      hit: frist", "unknown-value"),
    here("options", SURGERY, "otherwise: {option: train-first}", "otherwise: {option: train-frist}", "unknown-option"),
    here("when", OLD, "when: {steps: down}", "when: {steps: dwon}", "unknown-fact-value"),
    // Its text.
    here("cite", SURGERY, "[@stairs-study]", "[@stair-study]", "unknown-source"),
    here("young", SURGERY, "[^young] Read", " Read", "unused-footnote").at(SURGERY, "[^young]: In"),
    here("young", SURGERY, "[^young]: In young people more often.\n\n", "", "undefined-footnote")
        .at(SURGERY, "[^young] Read"),
    here("link", SURGERY, "visit.md#take-along", "visit.md#take-alone", "dead-link"),
    here("link", SURGERY, "visit.md#take-along", "vist.md#take-along", "dead-link"),
    here("decision", SURGERY, " {#operate}", " {#operat}", "unknown-section").at(SURGERY, "  operate:\n"),
    here("aspect", SURGERY, "{.for}\n\n- It is", "{.fro}\n\n- It is", "unknown-attribute"),
    here("aspect", SURGERY, "{.against}\n\n- It hurts", "{.for}\n\n- It hurts", "aspect-misplaced"),
    here(
        "level",
        SURGERY,
        "#### Good points {.for}\n\n- Nothing",
        "###### Good points {.for}\n\n- Nothing",
        "heading-level-skipped",
    ),
    here("options", SURGERY, "### Train first {#train-first}", "### Train first", "option-unnamed"),
    here("options", SURGERY, "### Train first {#train-first}", "###Train first {#train-first}", "heading-mistyped"),
    here("q-risks", SURGERY, "{#q-risks}", "{q-risks}", "attribute-misplaced"),
    here("q-risks", SURGERY, "{#q-risks}", "{#Q_Risks}", "name-invalid"),
    here("q-risks", SURGERY, "- [ ] What can", "- [x] What can", "box-ticked"),
    here("q-after", SURGERY, "{#q-after}", "{#q-risks}", "name-used-twice"),
    here("deep", SURGERY, "## When you have", "#### When you have", "heading-level-skipped"),
    here("one", SURGERY, "## When you have", "# When you have", "heading-level-one"),
    here("here", SURGERY, "(#what-to-ask)", "(#what-to-aks)", "dead-link"),
    here("here", SURGERY, "[the one who trains with you]", "[]", "empty-link"),
    here("here", SURGERY, "[the one who trains with you]", "[here]", "vague-link"),
    here("html", VISIT, "so prepare for it.", "so <b>prepare</b> for it.", "raw-html"),
    here("tip", VISIT, "> A picture of each", "> - [ ] A picture of each", "box-misplaced"),
    here("copies", VISIT, "- [ ] Copies", "-[ ] Copies", "box-mistyped"),
    here("mail", VISIT, "mailto:knees@example.org), or", "javascript:alert(1)), or", "link-scheme"),
    here(
        "page",
        VISIT,
        "[a page on knees](https://www.example.org/)",
        "[a page on knees] (https://www.example.org/)",
        "mistyped-link",
    ),
    here(
        "page",
        VISIT,
        "[a page on knees](https://www.example.org/)",
        "![knees](https://www.example.org/knee.png)",
        "picture-elsewhere",
    ),
    here("code", VISIT, "## If you cannot come", "```\n## If you cannot come", "unclosed-fence"),
    here("cites", LIVING, "; @stairs-study]", ", @stairs-study]", "citation-malformed"),
    here("cites", LIVING, "[@knee-review;", "[@knee-revue;", "unknown-source"),
    here("numbers", LIVING, "2. Hold on.", "2. [ ] Hold on.", "box-misplaced"),
    here("bag", LIVING, "### With a bag", "##With a bag", "heading-mistyped"),
    here("bag", LIVING, "Carry it on your back.", "Carry it on your back {#bag}.", "attribute-misplaced"),
    here("rest", LIVING, "(#at-night)", "(#at-nigth)", "dead-link"),
    here("rest", LIVING, "[rest](#at-night)", "[rest][night]", "undefined-reference"),
    here("picture", LIVING, "Carry it on your back.", "![A bag](bag.png)", "missing-picture"),
    here("night", LIVING, "## At night", "## At noon {#noon}\n\nWords.\n\n## At night {#noon}", "duplicate-anchor")
        .at(LIVING, "## At night {"),
    here("night", LIVING, "## At night", "##\n\nWords.\n\n## At night", "empty-heading"),
    here("below", LIVING, "not published. -->", "not published.", "unclosed-comment").at(LIVING, "<!-- What"),
    here("below", LIVING, "- [ ] Keep the light on.", "- Keep the light on.", "mixed-list"),
    here("below", LIVING, "- [ ] Lie on your side.", "- [ ] {#lie}", "box-mistyped"),
    here("merge", LIVING, "> Sleep is", "<<<<<<< HEAD\n> Rest is\n=======\n> Sleep is", "conflict-marker"),
];
