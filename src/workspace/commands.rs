//! What can be asked of the page by name or by key, and the keys themselves.
//!
//! ```text
//! key = [ "Shift+" ] ( one character | "Delete" )
//! ```

use std::collections::BTreeMap;

use crate::label::LabelSet;
use crate::words;

macro_rules! commands {
    ($($name:ident $code:literal $title:ident $key:literal $scope:ident;)*) => {
        /// A command of the page.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum PageCommand {
            $(#[doc = concat!("`", $code, "`")] $name,)*
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
                match self { $(PageCommand::$name => words::$title,)* }
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
    NextMark "next-mark" COMMAND_NEXT_MARK "j" Article;
    PreviousMark "previous-mark" COMMAND_PREVIOUS_MARK "k" Article;
    Accept "accept" COMMAND_ACCEPT "a" Mark;
    Reject "reject" COMMAND_REJECT "x" Mark;
    AcceptEntity "accept-entity" COMMAND_ACCEPT_ENTITY "Shift+a" Mark;
    RejectEntity "reject-entity" COMMAND_REJECT_ENTITY "Shift+x" Mark;
    AcceptLabel "accept-label" COMMAND_ACCEPT_LABEL "Shift+l" Mark;
    NextMention "next-mention" COMMAND_NEXT_MENTION ">" Mark;
    PreviousMention "previous-mention" COMMAND_PREVIOUS_MENTION "<" Mark;
    MarkAll "mark-all" COMMAND_MARK_ALL "=" Article;
    InStack "in-stack" COMMAND_IN_STACK "." Mark;
    MoveStart "move-start" COMMAND_MOVE_START "[" Mark;
    MoveEnd "move-end" COMMAND_MOVE_END "]" Mark;
    EditValue "edit-value" COMMAND_EDIT_VALUE "v" Mark;
    EditEntity "edit-entity" COMMAND_EDIT_ENTITY "y" Mark;
    EditNote "edit-note" COMMAND_EDIT_NOTE ";" Mark;
    SplitOff "split-off" COMMAND_SPLIT_OFF "Shift+s" Mark;
    Delete "delete" COMMAND_DELETE "Delete" Mark;
    Review "review" COMMAND_REVIEW "w" Article;
    Confirmed "confirmed" COMMAND_CONFIRMED "1" Mark;
    Wrong "wrong" COMMAND_WRONG "2" Mark;
    Unclear "unclear" COMMAND_UNCLEAR "3" Mark;
    OpenAgain "open-again" COMMAND_OPEN_AGAIN "0" Mark;
    Read "read" COMMAND_READ "Shift+r" Article;
    WhoSaidWhat "who-said-what" COMMAND_SPEECH "Shift+w" Article;
    CheckSheet "check-sheet" COMMAND_CHECK_SHEET "Shift+k" Article;
    Timeline "timeline" COMMAND_TIMELINE "Shift+t" Article;
    Compare "compare" COMMAND_COMPARE "Shift+p" Article;
    AcceptAll "accept-all" COMMAND_ACCEPT_ALL "" Article;
    RejectAll "reject-all" COMMAND_REJECT_ALL "" Article;
    ReadAgain "read-again" COMMAND_READ_AGAIN "" Article;
    Find "find" COMMAND_FIND "/" Article;
    LibraryFacts "library-facts" COMMAND_LIBRARY_FACTS "Shift+d" Page;
    FindInLibrary "find-in-library" COMMAND_FIND_IN_LIBRARY "Shift+f" Page;
    UpdateText "update-text" COMMAND_UPDATE_TEXT "Shift+u" Article;
    History "history" COMMAND_HISTORY "" Article;
    Merge "merge" COMMAND_MERGE "Shift+m" Article;
    Agreement "agreement" COMMAND_AGREEMENT "Shift+g" Article;
    Share "share" COMMAND_SHARE "Shift+h" Article;
    Export "export" COMMAND_EXPORT "Shift+e" Article;
    Labels "labels" COMMAND_LABELS "Shift+c" Article;
    Palette "commands" COMMAND_COMMANDS "" Page;
    Keys "keys" COMMAND_KEYS "?" Page;
    NewArticle "new-article" COMMAND_NEW_ARTICLE "" Page;
    Storage "storage" COMMAND_STORAGE "" Page;
    ShowOnPage "show-on-page" COMMAND_SHOW_ON_PAGE "" Article;
    Print "print" COMMAND_PRINT "" Article;
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
                return Err(words::key_belongs_to_browser(&shown));
            }
            if let Some(other) = self.command_of(key).filter(|other| *other != command) {
                return Err(words::KeyTakenByCommand { key: &shown, title: &other.title() }.text());
            }
            if let Some(label) = labels.by_key(key) {
                return Err(words::KeyTakenByLabel { key: &shown, label: &label.name }.text());
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
        Some(bare) => words::with_shift(&bare.to_uppercase()),
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
        let changed = keys.with(PageCommand::Accept, "z", &labels).expect("free");
        assert_eq!(changed.command_of("z"), Some(PageCommand::Accept));
        assert_eq!(changed.command_of("a"), None);
        for (key, why) in [
            ("x", "is taken"),
            ("p", "marks as Person"),
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
