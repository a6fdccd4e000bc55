use crate::ui::desk::Desk;
use crate::workspace::{PageCommand, show_key};

/// What a command's button tells of it: what it does, and its key.
pub(crate) fn tip(desk: &Desk, command: PageCommand) -> String {
    match desk.workspace().keys().key_of(command) {
        "" => command.title().to_owned(),
        key => format!("{} ({})", command.title(), show_key(key)),
    }
}
