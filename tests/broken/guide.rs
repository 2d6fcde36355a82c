//! A small guide without a mistake, which uses everything that authors can write.

/// Its files: paths and texts.
pub(crate) const FILES: [(&str, &str); 12] = [
    (
        "site.toml",
        r#"title = "Knees"
publisher = "The knee charity"
contact = "mailto:knees@example.org"
funding = "none"
disclaimer = "This guide does not replace your care team."
emergency = "If you feel very ill, call your local emergency number."

[[phases]]
name = "now"
title = "This week"

[[phases]]
name = "visit"
title = "At the visit"
visit = true

[[phases]]
name = "later"
title = "After the visit"
"#,
    ),
    (
        "content/roles.yaml",
        r#"doctor:
  one: "your doctor"
therapist:
  one: "your therapist"
  what: "Who trains with you."
"#,
    ),
    (
        "content/sources.yaml",
        r#"stairs-study:
  title: "Stairs and knees"
  publisher: "Name of a journal"
  url: "https://www.example.org/stairs"
  published: 2024-05
  accessed: 2026-11-20
  kind: study
knee-review:
  title: "What helps knees"
  publisher: "Name of an agency"
  url: "https://www.example.org/knees"
  accessed: 2026-11-20
  kind: review
"#,
    ),
    (
        "content/facts.yaml",
        r#"since:
  ask: "Since when does it hurt?"
  values:
    new: "Since this week"
    long: "For long"
    unsure: "I do not know"
steps:
  ask: "When does it hurt?"
  asked-when: {since: long}
  many: true
  none: unsure
  values:
    down: "Going down stairs"
    unsure: "I do not know"
"#,
    ),
    (
        "content/finder.md",
        r#"---
title: Find your list
summary: Two questions lead you to it.
otherwise: living
---

Pick the answer that comes closest.
"#,
    ),
    (
        "content/people.yaml",
        r#"example-nurse:
  name: "Example Nurse (not a real person)"
  credentials: "degrees and posts stand here"
  interests: "none"
example-writer:
  name: "Example Writer (not a real person)"
  role: "writes as a patient"
  interests: "none"
"#,
    ),
    (
        "content/terms.md",
        r#"---
forms:
  meniscus: ["menisci"]
link: {brace: false}
---

## Meniscus {#meniscus}

A pad between the bones of the knee.

## Brace {#brace}

It holds the knee.
"#,
    ),
    (
        "content/scenarios/new-pain.md",
        r#"---
title: My knee hurts
summary: The pain is new.
order: 10
when: {since: new}
read: [visit, surgery]
tests:
  - given: {since: new}
    expect: {has: [q-risks]}
---

Most pain goes away.
"#,
    ),
    (
        "content/scenarios/old-pain.md",
        r#"---
title: My knee has hurt for long
summary: The pain stays.
order: 20
when: {since: long}
includes: [new-pain]
tests:
  - given: {since: long, steps: [down]}
    expect: {has: [diary]}
items:
  diary: {phase: now, must: true, when: {steps: down}}
---

You have tried much.

- [ ] Write down when it hurts. {#diary}

  Then you see what makes it worse.
"#,
    ),
    (
        "content/articles/surgery.md",
        r##"---
title: Should the knee be operated?
summary: What an operation can do, and what it cannot.
order: 20
for: [new-pain]
phase: later
related: [visit, scenario/old-pain]
decisions:
  operate:
    options: [have-surgery, train-first]
    status-quo: train-first
    then: {have-surgery: "visit#ask-there"}
    ends: [train-first]
    route:
      hit: first
      rows:
        - {when: {since: long}, option: have-surgery}
      otherwise: {option: train-first}
items:
  q-risks: {ask: [doctor], must: true, record: [answer]}
  q-after: {ask: [doctor, therapist], after: [q-risks], due: P2W}
authors: [example-writer]
updated: 2026-11-02
reviews:
  - {date: 2026-11-20, by: example-nurse, role: clinician, next: 2027-11-20}
---

A torn meniscus can heal [@stairs-study].[^young] Read [what to take along](visit.md#take-along) first.

[^young]: In young people more often.

## Is an operation right for me? {#operate}

Both ways are good.

### Have surgery {#have-surgery}

#### Good points {.for}

- It is soon over.

#### Hard points {.against}

- It hurts for a while.

#### What it is like {.like}

You rest for six weeks.

### Train first {#train-first}

#### Good points {.for}

- Nothing is cut.

#### Hard points {.against}

- It takes months.

#### What it is like {.like}

You train at home.

## What to ask {#what-to-ask}

- [ ] What can go wrong? {#q-risks}

  Ask for numbers.

- [ ] What comes after? {#q-after}

## When you have decided

Tell [the one who trains with you](#what-to-ask).
"##,
    ),
    (
        "content/articles/visit.md",
        r#"---
title: How do I prepare for a visit?
summary: What to take along, and what to say.
order: 10
checklists:
  take-along: {phase: now}
  ask-there: {phase: visit, for: {all-but: [old-pain]}}
items:
  letters:  {bring: true, must: true}
  copies:   {get-from: doctor, after: [letters], due: -P10D}
  q-first:  {ask: [doctor], record: [name, answer]}
  no-rush:  {dont: true}
further-reading: [knee-review]
updated: 2026-11-03
corrections:
  - {date: 2026-11-03, what: "A number was wrong."}
---

A visit is short, so prepare for it.

## What do I take along? {#take-along}

> [!TIP]
> A picture of each letter is enough.

- [ ] The letters that you have. {#letters}

  They say what was found.

- [ ] Copies of your pictures. {#copies}

  They may take a week to come.

## What do I say? {#ask-there}

- [ ] What would you do first? {#q-first}
- [ ] Do not sign anything on the same day. {#no-rush}

## If you cannot come

Write to [the charity](mailto:knees@example.org), or see [a page on knees](https://www.example.org/).
"#,
    ),
    (
        "content/articles/living.md",
        r#"---
title: Living with a sore knee
summary: What helps on most days.
order: 30
phase: now
---

Moving helps more than rest [@knee-review; @stairs-study]. Menisci need it.

## On stairs

| Where | What helps |
|-------|------------|
| Up    | The rail   |
| Down  | A stick    |

1. Go slowly.
2. Hold on.

### With a bag

Carry it on your back. Then [rest](#at-night).

```text
left, right
```

## At night

Pillow
:   Put one under the knee, or wear a brace.

> Sleep is the best doctor.

<!-- What stands here is not published. -->

- [ ] Lie on your side.
- [ ] Keep the light on.
"#,
    ),
];
