//! Words that tell what a phrase is, and what a sentence tells of.

use super::Clue;

/// Words by what they are, for the last of a phrase.
pub(super) const KINDS: [(Clue, &[&str]); 6] = [
    (
        Clue::OrgWord,
        &[
            "company", "firm", "group", "bank", "carmaker", "maker", "airline", "retailer", "insurer",
            "producer", "operator", "ministry", "government", "party", "team", "club", "side", "hospital",
            "university", "school", "agency", "fund", "council", "committee", "parliament", "court", "union",
            "army", "police", "board", "authority", "department", "office", "association", "organisation",
            "organization", "chain", "brewer", "miner", "utility", "lender", "giant", "exchange",
            "commission", "charity", "mission", "programme", "program", "church", "federation", "institute",
        ],
    ),
    (
        Clue::PlaceWord,
        &[
            "city", "town", "village", "province", "district", "region", "country", "state", "island",
            "county", "capital", "area", "camp", "port", "market", "nation", "republic", "continent",
            "world", "valley", "coast", "border", "suburb",
        ],
    ),
    (
        Clue::EventWord,
        &[
            "blast", "explosion", "attack", "crash", "quake", "earthquake", "flood", "floods", "storm",
            "fire", "accident", "bombing", "bombings", "shooting", "outbreak", "epidemic", "war", "fighting",
            "clashes", "protest", "strike", "election", "vote", "poll", "survey", "study", "match", "race",
            "festival", "landslide", "cyclone", "hurricane", "tsunami",
        ],
    ),
    (
        Clue::PersonWord,
        &[
            "man", "woman", "boy", "girl", "chairman", "president", "minister", "player", "driver", "winner",
            "leader", "captain", "striker", "director", "suspect", "victim", "teacher", "officer",
            "candidate", "author", "singer", "actor",
        ],
    ),
    (
        Clue::MoneyWord,
        &[
            "profit", "loss", "revenue", "revenues", "sales", "income", "earnings", "cost", "costs", "price",
            "prices", "budget", "debt", "exports", "imports", "turnover", "fine", "salary", "wages",
            "spending", "investment", "value", "deal", "aid", "shares", "stock", "stocks", "rate", "rates",
            "index", "output", "production", "growth", "inflation",
        ],
    ),
    (
        Clue::PartWord,
        &[
            "people", "voters", "votes", "seats", "workers", "jobs", "cases", "deaths", "members",
            "respondents", "households", "children", "women", "men", "students", "pupils", "patients",
            "passengers", "soldiers", "homes", "stores", "points",
        ],
    ),
];

/// What a sentence tells of, by its words.
pub(super) const TOPICS: [(Clue, &[&str]); 4] = [
    (
        Clue::DeathInSentence,
        &["killed", "dead", "died", "injured", "wounded", "deaths", "death", "hurt", "missing", "casualties"],
    ),
    (
        Clue::VoteInSentence,
        &["votes", "vote", "seats", "poll", "election", "voted", "turnout", "voters", "support"],
    ),
    (
        Clue::GameInSentence,
        &["beat", "won", "win", "lost", "goals", "points", "match", "scored", "innings", "runs", "set"],
    ),
    (
        Clue::SaleInSentence,
        &["shares", "profit", "revenue", "sales", "earned", "quarter", "stock", "market", "billion"],
    ),
];
