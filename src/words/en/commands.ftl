### Commands, keys and the bar. Sections are the files of `src` that say it first.

## ui/commands

all-that-are-shown = all that are shown
needs-a-mark-select = “{ $title }” needs a mark: select one first.
needs-an-article-open = “{ $title }” needs an article: open one first.

## ui/components/dialog

close = Close

## ui/components/help

choose-change-then-press = Choose Change, then press the new key; Backspace takes the key away, Escape leaves it.
all-keys-as-they = All keys as they came
no-key = no key
press-a-key = press a key…
change-the-key-of = Change the key of: { $title }
change = Change

## ui/components/palette

commands = Commands
command = Command
what-do-you-want = What do you want to do?
no-command-is-called = No command is called so.

## ui/components/toolbar

new-article = New article
redo = Redo
accept-all = Accept all
search = Search
import = Import

## ui/keys

label-key = label key
mark-the-selected-text = mark the selected text, or give the mark another label
in-the-article-caret = in the article: caret on to the next / previous word, which it selects
in-the-article-to = in the article: to the next / previous sentence; with Ctrl paragraph
ctrl-arrows = Ctrl → / ←
in-the-article-by = in the article: by character
shift-with-these = Shift with these
extend-what-is-selected = extend what is selected, or take it back
arrows-at-an-end = → / ← at an end
move-the-chosen-end = move the chosen end of the mark by a word; with Shift by a character
esc = Esc
let-go = let go
ctrl-k = Ctrl K
all-commands = all commands
ctrl-z-ctrl-shift = Ctrl Z / Ctrl Shift Z
undo-redo = undo / redo

## workspace/commands

command-next-mark = Next mark
command-previous-mark = Previous mark
command-accept = Accept, and on to the next suggestion
command-reject = Reject, and on to the next suggestion
command-accept-entity = Accept the entity with all its mentions, and on
command-reject-entity = Reject the entity with all its mentions, and on
command-accept-label = Accept all suggestions of this label, and on
command-next-mention = Next mention of the same entity
command-previous-mention = Previous mention of the same entity
command-mark-all = Mark all occurrences
command-in-stack = Next of the marks that overlap here
command-move-start = Move the start of the mark (then arrow keys)
command-move-end = Move the end of the mark (then arrow keys)
command-edit-value = Change the value
command-edit-entity = Change which entity it names
command-edit-note = Write a note
command-split-off = Make this mention an entity of its own
command-delete = Delete the mark
command-review = Review: from suggestion to suggestion
command-accept-all = Accept all suggestions that are shown
command-reject-all = Reject all suggestions that are shown
command-read-again = Read the article again, for suggestions that are missing
command-find = Find in the article
command-find-in-library = Find in the library
command-update-text = Update text: give the article another version of its text
command-merge = Merge: add a colleague's file, and settle where you differ
command-agreement = Agreement: how far annotators agree
command-export = Export: save the article with its marks as a file
command-share = Share: a link that holds the article
command-labels = Labels: change the label set
command-commands = Commands
command-keys = Keyboard: all keys, and change them
command-new-article = New article
command-storage = Storage and backup
command-print = Print the article with its marks
key-of-the-browser = { $key } belongs to the browser or to screen readers. Choose a letter, a digit or a sign, alone or with Shift.
key-of-command = { $key } is taken: “{ $title }”.
key-of-label = { $key } is taken: it marks as { $label }.
with-shift = Shift { $key }
with-ctrl = Ctrl { $key }
