//! The forms of English verbs: by rule, and the irregular ones by list.

/// A form of a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said", as past tense or participle
    Past,
    /// "spoken": a participle that is no past tense
    Participle,
    /// "saying"
    Ing,
}

/// Verb, past tense, participle.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("say", "said", "said"),
    ("tell", "told", "told"),
    ("write", "wrote", "written"),
    ("think", "thought", "thought"),
    ("know", "knew", "known"),
    ("feel", "felt", "felt"),
    ("find", "found", "found"),
    ("show", "showed", "shown"),
    ("swear", "swore", "sworn"),
    ("speak", "spoke", "spoken"),
    ("hear", "heard", "heard"),
    ("read", "read", "read"),
    ("seek", "sought", "sought"),
    ("understand", "understood", "understood"),
    ("hold", "held", "held"),
    ("see", "saw", "seen"),
    ("forget", "forgot", "forgotten"),
    ("foresee", "foresaw", "foreseen"),
    ("sing", "sang", "sung"),
    ("forecast", "forecast", "forecast"),
    ("broadcast", "broadcast", "broadcast"),
    ("hit", "hit", "hit"),
    ("learn", "learned", "learnt"),
    ("dream", "dreamed", "dreamt"),
];

/// Whose last consonant is doubled though the last syllable is not the only one, or is stressed.
const DOUBLED: &str = "admit brag beg prod rebut refer plan snap slam quip chat regret deter blog hit";

/// Calls `each` with every form of a verb.
pub(super) fn forms(verb: &str, mut each: impl FnMut(&str, Form)) {
    each(verb, Form::Base);
    let stem = verb.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y']));
    let y_stem = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let doubled =
        DOUBLED.split(' ').any(|doubled| doubled == verb).then(|| verb.chars().next_back()).flatten();
    let third = match y_stem {
        Some(stem) => format!("{stem}ies"),
        None if verb.ends_with(['s', 'x', 'z']) || verb.ends_with("sh") || verb.ends_with("ch") => {
            format!("{verb}es")
        }
        None if verb == "echo" || verb == "go" => format!("{verb}es"),
        None => format!("{verb}s"),
    };
    each(&third, Form::Third);
    let long = match (stem, doubled) {
        (Some(stem), _) => stem.to_owned(),
        (None, Some(letter)) => format!("{verb}{letter}"),
        (None, None) => verb.to_owned(),
    };
    each(&format!("{long}ing"), Form::Ing);
    match IRREGULAR.iter().find(|(base, ..)| *base == verb) {
        Some((_, past, participle)) => {
            each(past, Form::Past);
            each(participle, Form::Participle);
        }
        None => match y_stem {
            Some(stem) => each(&format!("{stem}ied"), Form::Past),
            None if verb.ends_with('e') => each(&format!("{verb}d"), Form::Past),
            None => each(&format!("{long}ed"), Form::Past),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(verb: &str, expected: &str) {
        let mut all = Vec::new();
        forms(verb, |word, _| all.push(word.to_owned()));
        assert_eq!(all.join(" "), expected);
    }

    #[test]
    fn verbs_are_inflected() {
        check("say", "say says saying said said");
        check("deny", "deny denies denying denied");
        check("urge", "urge urges urging urged");
        check("admit", "admit admits admitting admitted");
        check("stress", "stress stresses stressing stressed");
        check("agree", "agree agrees agreeing agreed");
        check("echo", "echo echoes echoing echoed");
        check("write", "write writes writing wrote written");
    }
}
