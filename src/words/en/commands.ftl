### Commands, keys and the bar. Sections are the files of `src` that say it first.

## ui/commands

all-shown = all shown
command-needs-mark = “{ $title }” needs a mark: select one first.
command-needs-article = “{ $title }” needs an article: open one first.

## ui/components/dialog

close = Close

## ui/components/help

change-keys-hint = Press Change, then the new key. Backspace removes the key, Escape keeps it.
reset-keys = Reset all keys
no-key = no key
press-key = press the new key…
change-command-key = Change the key of: { $title }
change = Change

## ui/components/palette

commands = Commands
command = Command
command-placeholder = What do you want to do?
no-command-found = No command has this name.

## ui/components/toolbar

new-article = New article
redo = Redo
accept-all = Accept all
search = Search
import = Import

## ui/keys

label-key = label key
label-key-action = mark the selected text, or change the label of the mark
caret-by-word = in the article: select the next or previous word
caret-by-sentence = in the article: go to the next or previous sentence; with Ctrl, paragraph
ctrl-arrows = Ctrl → / ←
caret-by-character = in the article: go on by one character
shift-with-arrows = Shift with these
caret-with-shift = extend the selection, or shrink it
arrows-at-end = → / ← at an end
move-chosen-end = move the chosen end of the mark by a word; with Shift, by a character
esc = Esc
let-go = clear the selection, or close what is open
ctrl-k = Ctrl K
all-commands = all commands
ctrl-z = Ctrl Z / Ctrl Shift Z
undo-redo = undo / redo

## workspace/commands

command-next-mark = Next mark
command-previous-mark = Previous mark
command-accept = Accept, and on to the next suggestion
command-reject = Reject, and on to the next suggestion
command-accept-entity = Accept the entity with all its mentions, and go on
command-reject-entity = Reject the entity with all its mentions, and go on
command-accept-label = Accept all suggestions of this label, and go on
command-next-mention = Next mention of the same entity
command-previous-mention = Previous mention of the same entity
command-mark-all = Mark all occurrences
command-in-stack = Next overlapping mark
command-move-start = Move the start of the mark (then arrow keys)
command-move-end = Move the end of the mark (then arrow keys)
command-edit-value = Change the value
command-edit-entity = Change which entity it names
command-edit-note = Write a note
command-split-off = Make this mention an entity of its own
command-delete = Delete the mark
command-review = Review: go from suggestion to suggestion
command-accept-all = Accept all suggestions that are shown
command-reject-all = Reject all suggestions that are shown
command-read-again = Read the article again, for missing suggestions
command-find = Find in the article
command-find-in-library = Find in the library
command-update-text = Update text: give the article another version of its text
command-merge = Merge: add a colleague’s file, and settle where you differ
command-agreement = Agreement: how far annotators agree
command-export = Export: save the article with its marks as a file
command-share = Share: a link that holds the article
command-labels = Labels: change the label set
command-commands = Commands
command-keys = Keyboard: see and change the keys
command-new-article = New article
command-storage = Storage and backup
command-show-on-page = Show the marks on the page that the article is from
command-print = Print the article with its marks
key-belongs-to-browser = { $key } belongs to the browser or to screen readers. Choose a letter, a digit or a sign, alone or with Shift.
key-taken-by-command = The key { $key } is taken by the command “{ $title }”. Choose another key.
key-taken-by-label = The key { $key } is taken: it marks as { $label }. Choose another key.
with-shift = Shift { $key }
with-ctrl = Ctrl { $key }
