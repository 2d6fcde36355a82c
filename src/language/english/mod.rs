//! What the program knows of English: lists of words, each with what it is for.
//!
//! Nothing here knows a guide's subject. A list is an aid to an editor, not a rule of grammar: it holds what
//! is almost always what it seems, and leaves out what is often something else.

mod exceptions;

pub(crate) use exceptions::SYLLABLES;

use std::ops::Range;

use super::phrases;

/// Abbreviations with a full stop that never end a sentence, without their last stop.
pub(crate) const ABBREVIATIONS: &[&str] = &[
    "Dr", "Drs", "Mr", "Mrs", "Ms", "Mx", "Prof", "St", "Sr", "Jr", "Rev", "Hon", "e.g", "i.e", "cf", "vs", "approx",
    "Fig", "Figs", "Nos", "Vol", "pp", "et al", "al", "ca", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Mt",
    "Ft",
];

/// Words that often begin a sentence: after "U.S." or "a.m.", they begin the next one.
pub(crate) const OPENERS: &[&str] = &[
    "A", "After", "All", "An", "And", "Any", "As", "Ask", "At", "Before", "But", "By", "Call", "Do", "Each", "Every",
    "For", "From", "He", "Here", "How", "I", "If", "In", "It", "Its", "Many", "Most", "My", "No", "Nobody", "Not",
    "Of", "On", "Once", "One", "Or", "Others", "Our", "Please", "She", "So", "Some", "Take", "Tell", "That", "The",
    "Their", "Then", "There", "These", "They", "This", "Those", "To", "We", "What", "When", "Where", "Whether",
    "Which", "Who", "Why", "With", "You", "Your",
];

/// Words in capitals that are said as words, not letter by letter.
pub(crate) const SAID_AS_WORDS: &[&str] = &[
    "AIDS", "ALL", "ALSO", "AND", "ANY", "ARE", "ASK", "BEFORE", "BUT", "CALL", "CAN", "DO", "DONT", "EACH", "FAST",
    "HOW", "IF", "IN", "IS", "IT", "MUST", "NASA", "NATO", "NEVER", "NO", "NOT", "NOTE", "NOW", "OF", "ON", "ONE",
    "ONLY", "OR", "PIN", "SARS", "STOP", "THE", "TO", "TWO", "WHAT", "WHEN", "WHO", "WHY", "WILL", "YES", "YOU",
    "YOUR",
];

/// Words that push a reader to one side of a choice.
pub const STEERING: &[&str] = &[
    "should",
    "shouldn't",
    "ought to",
    "had better",
    "you'd better",
    "best",
    "the right choice",
    "the wrong choice",
    "right decision",
    "wrong decision",
    "better choice",
    "smart choice",
    "wise choice",
    "of course",
    "obviously",
    "clearly",
    "naturally",
    "needless to say",
    "certainly",
    "undoubtedly",
    "without doubt",
    "no doubt",
    "no brainer",
    "common sense",
    "we recommend",
    "we advise",
    "I recommend",
    "advisable",
    "sensible",
    "foolish",
    "unfortunately",
    "luckily",
    "anyone would",
    "everyone knows",
    "everybody knows",
    "don't hesitate",
    "do not hesitate",
];

/// Phrases with a steering word in them that push nobody.
pub const STEERING_SPARED: &[&str] = &[
    "best before",
    "at best",
    "do your best",
    "do their best",
    "as best you can",
    "next best",
    "best friend",
    "as you should",
    "see clearly",
    "think clearly",
    "speak clearly",
    "hear clearly",
    "write clearly",
    "more clearly",
    "not clearly",
    "fits you best",
    "what is best for you",
    "no one way is best",
    "no way is best",
    "no option is best",
    "neither is best",
    "none is best",
    "what is best",
    "which is best",
    "should you",
];

/// Words that frighten.
pub const FEAR: &[&str] = &[
    "death sentence",
    "deadly mistake",
    "fatal mistake",
    "ticking time bomb",
    "time bomb",
    "before it is too late",
    "before it's too late",
    "time is running out",
    "last chance",
    "only hope",
    "you will regret",
    "you'll regret",
    "cost you your life",
    "cost you your health",
    "cost your life",
    "nightmare",
    "terrifying",
    "horrifying",
    "silent killer",
    "killer disease",
    "battle for your life",
    "fight for your life",
    "a matter of life and death",
    "life or death",
    "you could die",
    "you will die",
    "you may die",
];

/// Words that promise.
pub const PROMISE: &[&str] = &[
    "save your life",
    "saves your life",
    "saved my life",
    "save lives",
    "saves lives",
    "saved her life",
    "saved his life",
    "life saving",
    "lifesaving",
    "life changing",
    "cutting edge",
    "state of the art",
    "world class",
    "miracle",
    "miracles",
    "miraculous",
    "breakthrough",
    "breakthroughs",
    "revolutionary",
    "game changer",
    "game changing",
    "wonder drug",
    "magic bullet",
    "guarantee",
    "guarantees",
    "guaranteed",
    "risk free",
    "without any risk",
    "completely safe",
    "perfectly safe",
    "100% safe",
    "100 % safe",
    "no side effects",
    "without side effects",
    "will cure",
    "can cure",
    "cures",
    "cure you",
    "cure for",
    "cured me",
    "cured her",
    "cured him",
    "proven cure",
    "beat the odds",
    "defy the odds",
    "best possible care",
    "leading experts",
    "world's best",
];

/// Words that turn a sentence round: "no drug will cure it" promises nothing.
pub const NEGATIONS: &[&str] = &[
    "no",
    "not",
    "never",
    "nobody",
    "none",
    "nothing",
    "neither",
    "nor",
    "without",
    "cannot",
    "can't",
    "don't",
    "doesn't",
    "didn't",
    "won't",
    "isn't",
    "aren't",
    "wouldn't",
    "couldn't",
    "shouldn't",
    "hardly",
    "rarely",
    "beware",
    "unlikely",
];

/// Forms of "be", before a participle.
pub const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "gets", "get", "got"];

/// Participles that do not end in `-ed`.
pub const PARTICIPLES: &[&str] = &[
    "begun",
    "bought",
    "bound",
    "broken",
    "brought",
    "built",
    "caught",
    "chosen",
    "cut",
    "dealt",
    "done",
    "drawn",
    "driven",
    "eaten",
    "felt",
    "forgotten",
    "found",
    "given",
    "heard",
    "held",
    "hidden",
    "hurt",
    "kept",
    "known",
    "laid",
    "led",
    "left",
    "lent",
    "lost",
    "made",
    "meant",
    "met",
    "misread",
    "overseen",
    "paid",
    "put",
    "read",
    "rewritten",
    "said",
    "seen",
    "sent",
    "set",
    "shown",
    "shut",
    "spent",
    "spoken",
    "taken",
    "taught",
    "thought",
    "told",
    "understood",
    "withdrawn",
    "won",
    "worn",
    "written",
];

/// Words that end in `-ed` and are no participle, or are used as adjectives.
pub const NOT_PARTICIPLES: &[&str] = &[
    "need",
    "needed",
    "bed",
    "red",
    "tired",
    "interested",
    "worried",
    "scared",
    "pleased",
    "excited",
    "supposed",
    "used",
    "unexpected",
    "indeed",
    "speed",
    "married",
    "concerned",
    "retired",
    "satisfied",
    "confused",
    "prepared",
];

/// Words that may stand between "be" and a participle.
pub const BETWEEN: &[&str] =
    &["not", "also", "already", "always", "often", "never", "then", "still", "usually", "all", "both", "well"];

/// Words with which no request begins: the verb is missing.
pub const NO_VERB: &[&str] = &[
    "a", "an", "the", "your", "my", "his", "her", "their", "our", "this", "that", "these", "those", "it", "he", "she",
    "they", "we", "you", "i", "copies", "copy", "details", "dates", "names", "some", "all", "any", "several", "many",
    "two", "three", "four", "five", "another", "more", "other",
];

/// What joins a second action to the first.
pub const SECOND_ACTION: &[&str] = &["and then", "and afterwards", "after that"];

/// Words of somebody who tells what happened to them.
pub const OWN_STORY: &[&str] = &[
    "I was",
    "I had",
    "I went",
    "I got",
    "I felt",
    "I said",
    "I asked",
    "I found",
    "I knew",
    "I thought",
    "I took",
    "I did",
    "I could not",
    "I couldn't",
    "I decided",
    "I wanted",
    "I started",
    "I saw",
    "I learned",
    "I remember",
    "we were",
    "we had",
    "we went",
    "my husband",
    "my wife",
    "my partner",
    "my mother",
    "my father",
    "my mom",
    "my mum",
    "my dad",
    "my sister",
    "my brother",
    "my son",
    "my daughter",
    "told me",
    "asked me",
    "helped me",
    "gave me",
    "saved me",
];

/// Words in capitals that most readers know.
pub const KNOWN_CAPITALS: &[&str] = &[
    "AIDS", "AM", "ATM", "BBC", "CD", "DIY", "DVD", "EU", "FAQ", "GPS", "HIV", "ID", "IQ", "MD", "MP", "NASA", "OK",
    "PC", "PDF", "PIN", "PM", "PO", "PS", "QR", "SMS", "SOS", "TV", "UK", "UN", "US", "USA", "USB", "VIP", "WC",
];

/// Words that stand everywhere and so say nothing about what a text is about.
pub const COMMON: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before", "but", "by",
    "can", "cannot", "come", "could", "did", "do", "does", "done", "each", "else", "every", "first", "for", "from",
    "get", "give", "go", "good", "had", "has", "have", "he", "help", "her", "here", "his", "how", "i", "if", "in",
    "into", "is", "it", "its", "just", "know", "like", "look", "made", "make", "many", "may", "me", "means", "might",
    "mine", "more", "most", "much", "must", "my", "need", "next", "no", "not", "now", "of", "off", "on", "one", "only",
    "or", "other", "our", "out", "over", "own", "point", "points", "really", "same", "say", "see", "she", "should",
    "so", "some", "still", "take", "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "thing", "things", "this", "those", "to", "too", "two", "up", "us", "use", "very", "want", "was", "way", "we",
    "well", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "why", "will", "with",
    "without", "work", "would", "yes", "yet", "you", "your",
];

/// Whether one of `words` is this word, whatever its capitals.
pub fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Where somebody does not act but is acted on: "is read", "was not told", "are often moved".
pub fn passive(sentence: &str) -> Option<Range<usize>> {
    let mut be_at = None;
    for word in super::words(sentence) {
        let lower = word.text.to_lowercase();
        let participle = is_one_of(&lower, PARTICIPLES)
            || lower.len() > 4 && lower.ends_with("ed") && !is_one_of(&lower, NOT_PARTICIPLES);
        if let Some(start) = be_at.filter(|_| participle) {
            return Some(start..word.at + word.text.len());
        }
        be_at = match is_one_of(&lower, BE) {
            true => Some(word.at),
            false => be_at.filter(|_| is_one_of(&lower, BETWEEN)),
        };
    }
    None
}

/// Whether no request begins with this word: it is no verb, or one in `-ing`.
pub fn cannot_be_a_request(word: &str) -> bool {
    let lower = word.to_lowercase();
    let stem = lower.strip_suffix("ing").unwrap_or("");
    // "Bring" has no vowel before its ending; "reading" has.
    is_one_of(&lower, NO_VERB) || stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Whether a sentence has a word that turns it round.
pub fn is_negated(sentence: &str) -> bool {
    phrases::has(sentence, NEGATIONS)
}
