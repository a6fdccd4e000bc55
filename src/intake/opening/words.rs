//! The words by which the lines of an opening are known.

/// Whether a word is one of the small ones that join others.
pub(super) fn is_small(word: &str) -> bool {
    const SMALL: &[&str] = &[
        "a", "about", "after", "against", "among", "an", "and", "as", "at", "before", "between", "but", "by",
        "during", "for", "from", "has", "have", "in", "into", "is", "its", "it", "more", "nearly", "of",
        "on", "or", "over", "some", "than", "that", "the", "their", "his", "her", "to", "under", "until",
        "up", "was", "were", "which", "who", "will", "with", "without", "are", "be", "been", "not", "had",
        "would", "if", "when", "while", "through", "near",
    ];
    SMALL.contains(&word)
}

/// Whether a word is a month or a weekday, whole or cut.
pub(super) fn is_month(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];
    let word = word.trim_end_matches('.');
    word == "sept"
        || word.len() >= 3
            && word.is_ascii()
            && NAMES.iter().any(|name| *name == word || word.len() <= 4 && name.starts_with(word))
}

/// Whether a word belongs to a line that says when something appeared.
pub(super) fn is_stamp_word(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "published", "updated", "update", "posted", "modified", "revised", "issued", "created", "last",
        "first", "on", "at", "ago", "just", "now", "today", "yesterday", "hour", "hours", "hr", "hrs",
        "minute", "minutes", "min", "mins", "day", "days", "week", "weeks", "read", "am", "pm", "a.m", "p.m",
        "gmt", "bst", "ist", "est", "edt", "et", "pst", "pdt", "pt", "utc", "cet", "cest", "eat", "wat",
        "cat", "sast", "hkt", "sgt", "jst", "aest", "nzst", "eest", "msk", "h", "uhr", "st", "nd", "rd",
        "th", "date", "time", "source", "editor", "as", "of", "and", "the", "t", "z", "release", "releases",
        "noon", "midnight",
    ];
    is_month(word) || WORDS.contains(&word)
}

/// Words that name a section of a paper, or what kind of article follows.
const SECTIONS: &[&str] = &[
    "africa", "americas", "analysis", "art", "arts", "asia", "australia", "automotive", "books", "breaking",
    "business", "climate", "comment", "companies", "conflict", "country", "crime", "culture", "defence",
    "defense", "development", "economics", "economy", "editorial", "education", "election", "elections",
    "energy", "entertainment", "environment", "europe", "exclusive", "explained", "explainer", "fact check",
    "feature", "features", "film", "finance", "food", "football", "germany", "health", "home", "immigration",
    "india", "in-depth", "in depth", "in pictures", "industry", "interview", "investigation",
    "investigations", "justice", "key points", "latest", "law", "letters", "life", "lifestyle", "live",
    "live updates", "local", "long read", "magazine", "markets", "media", "middle east", "money", "music",
    "nation", "national", "nature", "news", "newswire", "obituaries", "obituary", "opinion", "opinions",
    "oceania", "pacific", "perspective", "pictures", "politics", "press note", "press release",
    "press statement", "news release", "media release", "profile", "property", "religion", "report",
    "reports", "review", "reviews", "science", "society", "special report", "sport", "sports", "statement",
    "summary", "tech", "technology", "top story", "travel", "trade", "transport", "uk", "ukraine", "us",
    "us news", "usa", "uk news", "video", "viewpoint", "watch", "weather", "war", "women", "world",
    "world news", "abstract", "full text", "for immediate release", "updated", "just in", "markets news",
    "business news", "local news", "national news", "africa news", "latin america", "north america", "city",
    "cities", "region", "regional", "tv", "radio", "weekend", "podcast", "podcasts", "more", "the latest",
    "alert", "developing", "breaking news",
];

/// Whether a line is the name of a section, or a path of them: "World / Asia", "Home > News".
pub(in crate::intake) fn is_section(line: &str) -> bool {
    let lower = line.to_lowercase();
    let known = |part: &str| SECTIONS.contains(&part.trim_matches(|c: char| !c.is_alphanumeric()));
    if known(&lower) {
        return true;
    }
    let parts: Vec<&str> = lower.split(['|', '/', '>', '»', '›', '→', '•', '·']).map(str::trim).collect();
    let is_path =
        lower.contains(" > ") || lower.contains(" / ") || lower.contains(" » ") || lower.contains(" › ");
    let is_short = parts.iter().all(|part| part.split(' ').count() <= 3);
    parts.len() > 1 && known(parts[0]) && (is_short || is_path)
        || is_path && parts.len() > 2 && known(parts[1])
}

/// Whether a line says that an article must not appear before some time, or is for the press.
pub(super) fn is_kicker(line: &str) -> bool {
    let lower = line.to_lowercase();
    lower.len() < 60
        && (lower.starts_with("embargo")
            || lower.starts_with("not for release")
            || lower.starts_with("for immediate release")
            || lower.starts_with("for release "))
}

/// Whether a word says what an author is.
pub(super) fn is_office(word: &str) -> bool {
    OFFICES.contains(&word.to_lowercase().as_str())
}

const OFFICES: &[&str] = &[
    "reporter", "reporters", "correspondent", "correspondents", "agencies", "bureau", "desk", "editor",
    "editors", "columnist", "columnists", "writer", "writers", "staff", "contributor", "contributors",
];

/// Whether a line says what an author is, without a name: "Staff and agencies", "The Hindu Bureau".
pub(in crate::intake) fn is_role(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower.split([' ', ',', '/']).filter(|word| !word.is_empty()).collect();
    let Some(last) = words.last() else { return false };
    words.len() <= 5
        && (is_office(last) || words.len() == 2 && *last == "report" && words[0] != "the")
        && line.split(' ').all(|word| {
            word.starts_with(char::is_uppercase) || is_small(&word.to_lowercase()) || is_office(word)
        })
}

/// Whether a line is a caption that says who took the picture.
pub(super) fn is_credit(line: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "photo", "photos", "image", "images", "picture", "pictures", "photograph", "photography",
        "photographer", "illustration", "file photo", "file picture", "file image", "video", "graphic",
        "caption", "credit", "image source", "image caption", "photo credit", "photo by", "picture by",
        "image credit", "foto",
    ];
    const AGENCIES: &[&str] = &[
        "getty images", "shutterstock", "wikimedia", "unsplash", "afp via getty", "reuters/", "/reuters",
        "/ap", "/afp", "/getty",
    ];
    let lower = line.to_lowercase();
    let label = lower.split([':', ',', '/', '|', '(']).next().unwrap_or_default().trim();
    let is_label = label.len() < lower.len() && BEGINNINGS.contains(&label);
    let is_signed = [
        "photograph:", "photo:", "picture:", "image:", "(photo", "[photo", "(file", "[file", "(image",
        "photo by ", "photo/",
    ]
    .iter()
    .any(|sign| lower.contains(sign));
    let ends = lower.rsplit(['[', '(', '|']).next().unwrap_or_default();
    let is_bracketed = lower.ends_with([']', ')']) && AGENCIES.iter().any(|agency| ends.contains(agency));
    let is_agency = AGENCIES
        .iter()
        .any(|agency| lower.starts_with(agency) || lower.ends_with(agency) && lower.len() < 160);
    lower.starts_with('©') || lower.contains('©') || is_label || is_signed || is_bracketed || is_agency
}

/// Names of publishers that do not say what they are.
const OUTLETS: &[&str] = &[
    "afp", "al jazeera", "ansa", "ap", "associated press", "axios", "bbc", "bloomberg", "bloomberg news",
    "cbc", "cna", "cnn", "dpa", "dw", "efe", "euronews", "financial times", "france 24", "ips", "itv",
    "kyodo", "le monde", "msnbc", "npr", "ntb", "nyt", "pbs", "politico", "pti", "rfi", "reuters", "rte",
    "rté", "scmp", "sky news", "tass", "the associated press", "the economist", "the guardian", "the hindu",
    "the hill", "the independent", "the intercept", "the verge", "ukrinform", "upi", "voa", "vox", "wired",
    "xinhua", "yonhap", "ani", "ians", "prnewswire", "business wire", "globenewswire", "anadolu", "tnn",
    "cmc", "aap", "belga", "interfax", "ria novosti", "deutsche welle", "huffpost", "the conversation",
    "propublica", "buzzfeed news", "allafrica",
];

/// Words that the names of publishers end with.
const OUTLET_WORDS: &[&str] = &[
    "agency", "argus", "broadcasting", "chronicle", "courier", "daily", "dispatch", "echo", "examiner",
    "gazette", "globe", "graphic", "guardian", "herald", "independent", "inquirer", "journal", "ledger",
    "magazine", "mail", "mirror", "monitor", "nation", "news", "newspaper", "newspapers", "newswire",
    "observer", "post", "press", "radio", "recorder", "register", "report", "review", "sentinel", "standard",
    "star", "sun", "telegraph", "times", "today", "tribune", "tv", "voice", "weekly", "wire", "world",
    "online", "media",
];

/// Whether words are the name of a publisher: one that is known, or two to five capitalised words of which the last, or
/// one before "of", is such as papers are called.
pub(super) fn is_outlet(words: &str) -> bool {
    let words = words.split(" (").next().unwrap_or(words).trim();
    if is_agency_mark(words) {
        return true;
    }
    let parts: Vec<&str> = words.split(' ').collect();
    let is_capital =
        |word: &&str| word.starts_with(char::is_uppercase) || ["of", "the", "and", "&"].contains(word);
    let lower = words.to_lowercase();
    const VERBS: &[&str] = &[
        "search", "follow", "read", "subscribe", "visit", "watch", "join", "download", "get", "support",
        "about", "contact", "listen", "see", "view", "all", "top", "latest", "breaking", "more", "related",
        "our", "your", "this",
    ];
    if lower.split(' ').next().is_some_and(|first| VERBS.contains(&first)) {
        return false;
    }
    let is_last = lower.rsplit(' ').next().is_some_and(|last| OUTLET_WORDS.contains(&last));
    let is_first = lower.starts_with("the ")
        && lower.contains(" of ")
        && lower.split(' ').nth(1).is_some_and(|word| OUTLET_WORDS.contains(&word));
    (2..=5).contains(&parts.len())
        && parts.iter().all(is_capital)
        && (is_last || is_first)
        && !lower.contains(',')
}

/// Whether words are the name of an agency or a broadcaster that is known, with a place or without.
pub(super) fn is_agency_mark(words: &str) -> bool {
    let lower = words.to_lowercase();
    OUTLETS.contains(&lower.trim_matches(|c: char| !c.is_alphanumeric()))
}
