//! What letters alone tell.

macro_rules! scripts {
    ($($name:ident $language:literal $ranges:pat),* $(,)?) => {
        /// A script; those of one large language name it.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(super) enum Script { $($name,)* Other }

        impl Script {
            pub(super) const ALL: [Script; Script::COUNT - 1] = [$(Script::$name),*];
            pub(super) const COUNT: usize = Script::Other as usize + 1;

            /// The language that is meant where a text has nothing but this script.
            pub(super) fn language(self) -> Option<&'static str> {
                match self { $(Script::$name => Some($language),)* Script::Other => None }
            }
        }

        /// The script of a letter.
        pub(super) fn script(letter: char) -> Script {
            match u32::from(letter) { $($ranges => Script::$name,)* _ => Script::Other }
        }
    };
}

scripts! {
    Latin "" 0x41..=0x24F | 0x1E00..=0x1EFF,
    Greek "el" 0x370..=0x3FF | 0x1F00..=0x1FFF,
    Cyrillic "" 0x400..=0x52F,
    Armenian "hy" 0x530..=0x58F,
    Hebrew "he" 0x590..=0x5FF,
    Arabic "" 0x600..=0x6FF | 0x750..=0x77F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF,
    Devanagari "hi" 0x900..=0x97F,
    Bengali "bn" 0x980..=0x9FF,
    Gurmukhi "pa" 0xA00..=0xA7F,
    Gujarati "gu" 0xA80..=0xAFF,
    Tamil "ta" 0xB80..=0xBFF,
    Telugu "te" 0xC00..=0xC7F,
    Kannada "kn" 0xC80..=0xCFF,
    Malayalam "ml" 0xD00..=0xD7F,
    Sinhala "si" 0xD80..=0xDFF,
    Thai "th" 0xE00..=0xE7F,
    Lao "lo" 0xE80..=0xEFF,
    Burmese "my" 0x1000..=0x109F,
    Georgian "ka" 0x10A0..=0x10FF | 0x1C90..=0x1CBF,
    Ethiopic "am" 0x1200..=0x137F,
    Khmer "km" 0x1780..=0x17FF,
    Hangul "ko" 0x1100..=0x11FF | 0xAC00..=0xD7AF,
    Kana "ja" 0x3040..=0x30FF,
    Han "zh" 0x3400..=0x9FFF | 0x20000..=0x2FFFF,
}

/// Letters that one language has and its neighbours do not, the rarer ones first.
fn by_letters(text: &str, table: &[(&str, &'static str)], else_: &'static str) -> &'static str {
    let count = |letters: &str| text.chars().filter(|c| letters.contains(*c)).count();
    let best =
        table.iter().map(|(letters, language)| (count(letters), *language)).max_by_key(|(count, _)| *count);
    best.filter(|(count, _)| *count > 1).map_or(else_, |(_, language)| language)
}

pub(super) fn of_cyrillic(text: &str) -> &'static str {
    // Russian has these two in every line, and Bulgarian neither.
    let is_russian = text.contains(['ы', 'э', 'Э']);
    let rest = if is_russian { "ru" } else { "bg" };
    by_letters(
        text,
        &[("ўЎ", "be"), ("їєґЇЄҐі", "uk"), ("ѓќѕ", "mk"), ("ћђјљњџЈ", "sr"), ("әқңғұһ", "kk"), ("өү", "mn")],
        rest,
    )
}

pub(super) fn of_arabic(text: &str) -> &'static str {
    by_letters(text, &[("ٹڈڑںےہھ", "ur"), ("ټډړښځ", "ps"), ("گپچژک", "fa")], "ar")
}
