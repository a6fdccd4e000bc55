//! What can be asked of the page by name or by key, and the keys themselves.
//!
//! ```text
//! key = [ "Shift+" ] ( one character | "Delete" )
//! ```

use std::collections::BTreeMap;

use crate::label::LabelSet;

macro_rules! commands {
    ($($name:ident $code:literal $title:literal $key:literal $scope:ident;)*) => {
        /// A command of the page.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum PageCommand {
            $(#[doc = $title] $name,)*
        }

        impl PageCommand {
            /// All commands, in the order in which they are listed.
            pub const ALL: &[PageCommand] = &[$(PageCommand::$name),*];

            /// The name under which its key is kept.
            pub fn code(self) -> &'static str {
                match self { $(PageCommand::$name => $code,)* }
            }

            /// What it does, for people.
            pub fn title(self) -> &'static str {
                match self { $(PageCommand::$name => $title,)* }
            }

            /// The key that it has unless the person chooses another; empty for none.
            pub fn usual_key(self) -> &'static str {
                match self { $(PageCommand::$name => $key,)* }
            }

            /// What it needs.
            pub fn scope(self) -> Scope {
                match self { $(PageCommand::$name => Scope::$scope,)* }
            }
        }
    };
}

/// What a command needs to have something to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Nothing.
    Page,
    /// An open article.
    Article,
    /// A selected mark.
    Mark,
}

commands! {
    NextMark "next-mark" "Next mark" "j" Article;
    PreviousMark "previous-mark" "Previous mark" "k" Article;
    Accept "accept" "Accept, and on to the next suggestion" "a" Mark;
    Reject "reject" "Reject, and on to the next suggestion" "x" Mark;
    AcceptEntity "accept-entity" "Accept the entity with all its mentions, and on" "Shift+a" Mark;
    RejectEntity "reject-entity" "Reject the entity with all its mentions, and on" "Shift+x" Mark;
    AcceptLabel "accept-label" "Accept all suggestions of this label, and on" "Shift+l" Mark;
    NextMention "next-mention" "Next mention of the same entity" "e" Mark;
    PreviousMention "previous-mention" "Previous mention of the same entity" "Shift+e" Mark;
    MarkAll "mark-all" "Mark all occurrences" "m" Article;
    InStack "in-stack" "Next of the marks that overlap here" "." Mark;
    MoveStart "move-start" "Move the start of the mark (then arrow keys)" "[" Mark;
    MoveEnd "move-end" "Move the end of the mark (then arrow keys)" "]" Mark;
    EditValue "edit-value" "Change the value" "v" Mark;
    EditEntity "edit-entity" "Change which entity it names" "g" Mark;
    EditNote "edit-note" "Write a note" ";" Mark;
    SplitOff "split-off" "Make this mention an entity of its own" "Shift+s" Mark;
    Delete "delete" "Delete the mark" "Delete" Mark;
    Review "review" "Review: from suggestion to suggestion" "w" Article;
    AcceptAll "accept-all" "Accept all suggestions that are shown" "" Article;
    RejectAll "reject-all" "Reject all suggestions that are shown" "" Article;
    ReadAgain "read-again" "Read the article again, for suggestions that are missing" "" Article;
    Find "find" "Find in the article" "/" Article;
    FindInLibrary "find-in-library" "Find in the library" "Shift+f" Page;
    UpdateText "update-text" "Update text: give the article another version of its text" "Shift+u" Article;
    Merge "merge" "Merge: add a colleague's file, and settle where you differ" "Shift+m" Article;
    Agreement "agreement" "Agreement: how far annotators agree" "Shift+g" Article;
    Share "share" "Share: a link that holds the article" "Shift+h" Article;
    Labels "labels" "Labels: change the label set" "Shift+c" Article;
    Palette "commands" "Commands" "" Page;
    Keys "keys" "Keyboard: all keys, and change them" "?" Page;
    NewArticle "new-article" "New article" "" Page;
    Storage "storage" "Storage and backup" "" Page;
    Print "print" "Print the article with its marks" "" Article;
}

/// Which key stands for which command.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct KeyMap {
    /// The keys that the person has chosen, by the commands' codes.
    chosen: BTreeMap<String, String>,
}

impl KeyMap {
    /// The usual keys but for those that the person has chosen; codes of commands that are not known
    /// are kept.
    pub fn new(chosen: BTreeMap<String, String>) -> KeyMap {
        KeyMap { chosen }
    }

    /// The keys that the person has chosen.
    pub fn chosen(&self) -> &BTreeMap<String, String> {
        &self.chosen
    }

    /// The key of a command; empty where it has none.
    pub fn key_of(&self, command: PageCommand) -> &str {
        self.chosen.get(command.code()).map_or(command.usual_key(), String::as_str)
    }

    /// The command that a key stands for. Of several the first of the list counts.
    pub fn command_of(&self, key: &str) -> Option<PageCommand> {
        let is_it = |command: &PageCommand| !key.is_empty() && self.key_of(*command) == key;
        PageCommand::ALL.iter().copied().find(is_it)
    }

    /// The same keys but for one. Fails with a sentence for people where the key is taken, or is none
    /// that a page should take; an empty key takes the command's away.
    ///
    /// # Errors
    /// Why the command cannot have the key.
    pub fn with(&self, command: PageCommand, key: &str, labels: &LabelSet) -> Result<KeyMap, String> {
        let shown = show_key(key);
        if !key.is_empty() {
            if !is_free_for_pages(key) {
                return Err(format!(
                    "{shown} belongs to the browser or to screen readers. Choose a letter, a digit or a sign, alone or with Shift."
                ));
            }
            if let Some(other) = self.command_of(key).filter(|other| *other != command) {
                return Err(format!("{shown} is taken: “{}”.", other.title()));
            }
            if let Some(label) = labels.by_key(key) {
                return Err(format!("{shown} is taken: it marks as {}.", label.name));
            }
        }
        let mut chosen = self.chosen.clone();
        match key == command.usual_key() {
            true => chosen.remove(command.code()),
            false => chosen.insert(command.code().to_owned(), key.to_owned()),
        };
        Ok(KeyMap { chosen })
    }
}

/// Whether neither browsers nor screen readers use the key for themselves: Tab, Enter, Space, Escape,
/// arrows, and all that goes with Control, Alt or Meta is theirs.
fn is_free_for_pages(key: &str) -> bool {
    let bare = key.strip_prefix("Shift+").unwrap_or(key);
    let mut chars = bare.chars();
    let one = chars.next().filter(|_| chars.next().is_none());
    bare == "Delete" || one.is_some_and(|c| !c.is_whitespace() && !c.is_control())
}

/// A key as people know it.
pub fn show_key(key: &str) -> String {
    match key.strip_prefix("Shift+") {
        Some(bare) => format!("Shift {}", bare.to_uppercase()),
        None if key.chars().count() == 1 => key.to_uppercase(),
        None => key.to_owned(),
    }
}

/// What a press of a key is called here; `None` for what is no key of the page's own.
pub fn key_name(key: &str, shift: bool) -> Option<String> {
    let mut chars = key.chars();
    match (chars.next(), chars.next()) {
        (Some(' '), None) => None,
        // Of signs the keyboard says itself what Shift makes of them.
        (Some(c), None) if shift && c.is_alphabetic() => Some(format!("Shift+{}", c.to_lowercase())),
        (Some(c), None) => Some(c.to_lowercase().to_string()),
        _ if key == "Backspace" || key == "Delete" => Some("Delete".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn usual_keys_are_free_and_no_two_are_the_same() {
        let labels = LabelSet::default();
        let mut seen = BTreeSet::new();
        for command in PageCommand::ALL {
            let key = command.usual_key();
            assert!(seen.insert(command.code()), "{command:?}");
            if !key.is_empty() {
                assert!(is_free_for_pages(key) && seen.insert(key), "{key}");
                assert!(labels.by_key(key).is_none(), "{key} is a label's");
            }
        }
    }

    #[test]
    fn keys_can_be_chosen_unless_they_are_taken() {
        let (keys, labels) = (KeyMap::default(), LabelSet::default());
        let changed = keys.with(PageCommand::Accept, "y", &labels).expect("free");
        assert_eq!(changed.command_of("y"), Some(PageCommand::Accept));
        assert_eq!(changed.command_of("a"), None);
        for (key, why) in [
            ("x", "is taken"),
            ("1", "marks as Person"),
            ("Tab", "browser"),
            (" ", "browser"),
            ("F5", "browser"),
        ] {
            let error = keys.with(PageCommand::Accept, key, &labels).expect_err("taken");
            assert!(error.contains(why), "{error}");
        }
        let back = changed.with(PageCommand::Accept, "a", &labels).expect("its own");
        assert!(back.chosen().is_empty());
        assert_eq!(keys.with(PageCommand::Accept, "", &labels).expect("none").command_of(""), None);
    }

    #[test]
    fn presses_have_names() {
        assert_eq!(key_name("A", true).as_deref(), Some("Shift+a"));
        assert_eq!(key_name("A", false).as_deref(), Some("a"), "caps lock");
        assert_eq!(key_name("?", true).as_deref(), Some("?"));
        assert_eq!(key_name("Backspace", false).as_deref(), Some("Delete"));
        assert_eq!(key_name("Enter", false), None);
        assert_eq!(show_key("Shift+a"), "Shift A");
    }
}
