### What the page says, in English. Names in lower case with hyphens; `build.rs` makes Rust of them, and what nobody uses
### is an error. Sections are the files of `src` that say it first. Sentences for people: what happened, to what, what to do.

## ui/app

library = Library
text = Text
marks = Marks
not-saved = Not saved
saved = Saved
saving = Saving…
panels = Panels
storage = Storage
go-to = Go to
entities = Entities
annotations = Annotations

## ui/commands

all-that-are-shown = all that are shown
needs-a-mark-select = “{ $title }” needs a mark: select one first.
needs-an-article-open = “{ $title }” needs an article: open one first.

## ui/components/agreeing

agreement = Agreement
compare-with-a-file = Compare with a file
not-defined = not defined
kappa-and-alpha = Cohen’s kappa { $kappa } (1960), Krippendorff’s alpha { $alpha } (2011, nominal): of the labels of words.
only-a = Only A
only-b = Only B
save-as-csv = Save as CSV
agreement-by-label = Agreement by label
label = Label
same = Same
precision = Precision
recall = Recall
f1-overlapping = F1, overlapping
all = All

## ui/components/arrived

open-a-shared-article = Open a shared article?
refuse = Refuse
open = Open
the-article-is-in = The article is in your library: the marks of both are merged.
it-is-added-to = It is added to the library in this browser if you open it, and forgotten if you refuse.
shared-words-and-marks = { $words } words, { $marks } marks.{" "}
the-article-that-is = The article that is open is the one they were made on.
paste-your-copy-of = Paste your copy of the article, and they find their places.
the-link-holds-marks = The link holds { $count } marks and no word of their article.{" "}
your-copy-of-the = Your copy of the article

## ui/components/articles

articles = Articles
articles-that-you-annotate = Articles that you annotate are kept here, in this browser only.
records-that-cannot-be = Records that cannot be read
download-record = Download record
discard = Discard
article-about = { $date } · { $accepted } of { $annotations } ✓
delete-article-tip = Delete this article (can be undone)
delete-article-named = Delete article { $title }

## ui/components/backup

articles-are-in-no = 
    { $changed ->
        [one] 1 article is in no backup yet. Browsers can lose what they keep.
       *[other] { $changed } articles are in no backup yet. Browsers can lose what they keep.
    }
back-up = Back up
later = Later

## ui/components/days

history = History
there-is-no-earlier = There is no earlier state yet. When you work on this article on another day, what it is today is kept here.
what-this-article-was = What this article was at the end of the last days on which it was worked on. Restoring can be undone.
earlier-states = Earlier states
accepted-of = { $accepted } accepted of { $annotations }
restore = Restore { $name }
restore-button = Restore

## ui/components/details

title = Title
source = Source
published = Published
versions-and-colleagues = Versions and colleagues
update-text = Update text
merge = Merge
with-the-published-date = With the published date, “Tuesday” and “last summer” get dates.
lines-are-left-over = 
    { $count ->
        [one] One line is left over from the web page and takes no marks.
       *[other] { $count } lines are left over from the web page and take no marks.
    }
mark-them-too = Mark them too

## ui/components/dialog

close = Close

## ui/components/ends

by-a-word = By a word
grow = Grow
shrink = Shrink
start = Start
end = End

## ui/components/entities

show-more = Show more ({ $left })
entity-mentions = 
    { $count ->
        [one] 1 mention
       *[other] { $count } mentions
    }
entity-described = , { $label }, { $mentions }, { $accepted } reviewed
new-name = New name
accept-mentions = Accept mentions
reject-mentions = Reject mentions
rename = Rename
split-off = Split off
merge-into = Merge into
merge-into-choice = Merge into…
label-of-all-mentions = Label of all mentions

## ui/components/export

export = Export
export-formats = Export formats
whole-library = Whole library
all-articles-for-backup = all articles, for backup
exported-as-does-not = Exported as { $name }. { $format } does not hold { $losses }.
copied-as = Copied as { $name }.
this-browser-does-not = This browser does not let the page use the clipboard. Download the file instead.
copy-as = Copy as { $name }
copy = Copy

## ui/components/help

keyboard = Keyboard
choose-change-then-press = Choose Change, then press the new key; Backspace takes the key away, Escape leaves it.
all-keys-as-they = All keys as they came
no-key = no key
press-a-key = press a key…
change-the-key-of = Change the key of: { $title }
change = Change

## ui/components/hidden

this-text-has-invisible = 
    { $found ->
        [one] This text has 1 invisible character.
       *[other] This text has { $found } invisible characters.
    }
show-them = Show them
invisible-characters = Invisible characters
invisible-hint = They show nothing, or turn round the order in which text is shown. Most come from web pages and do no harm; some are meant to mislead.
first-of-all = The first { $count } of { $found }.

## ui/components/import

files-of-button = { $name }: files
could-not-be-read = { $name } could not be read ({ $error }).

## ui/components/inspector

selected-mark = Selected mark
click-a-mark-to = Click a mark to review it, or press J. Select text to mark it.
accept = Accept
reject = Reject
delete = Delete
edit = Edit
there-are-invisible-characters = There are invisible characters in these words: they may not be what they look like.
also-changed-elsewhere = Also changed elsewhere
other-versions = Other versions
note = Note
entity = Entity
a-name = a name
marks-overlap-here = { $count } marks overlap here.
next-of-them = Next of them
make-and-this-one = Make “{ $name }” and this one entity
join = Join
the-same-name-spelt = The same name, spelt otherwise?
other-spellings = Other spellings
use-this = Use this
made-by-program = { $name } ({ $score } % sure), { $status }
made-by-person = by a person, { $status }

## ui/components/joined

join-lines = Join lines
line-breaks-become-spaces = { $spaces } line breaks become spaces, { $words } words that were cut at the end of a line are mended.
changes = Changes
join-them = Join them

## ui/components/label_menu

label-the-selected-text = Label the selected text
all-occurrences = All occurrences
new-label = New label
new-label-then-enter = New label, then Enter

## ui/components/labels

a-label-needs-a = A label needs a name.
there-is-a-label-already = There is a label { $name } already.
labels = Labels
the-labels-of-this = The labels of this article. Changes can be undone, and travel with the exported file.
label-set = Label set
name-of-the-new = Name of the new label
add-label = Add label
name-of = Name of { $name }
colour-of = Colour of { $name }
key-of = Key of { $name }
description-of = Description of { $name }
show-named = Show { $name }
shown = shown
move-up = Move { $name } up
move-down = Move { $name } down
delete-named = Delete { $name }
the-old-name-stays = {" "}The old name stays.
it-marks-as = it marks as { $name }
the-key-is-taken = The key { $key } is taken: { $taken }. The old key stays.
marks-of-deleted-label = { $used } marks are { $name }. They
become-label = become { $name }
are-deleted = are deleted
no-mark-has-this = No mark has this label.
delete-label = Delete label
keep-it = Keep it
a-label-set-needs = A label set needs a name to be kept.
for-other-articles = For other articles
a-kept-set-is = A kept set is offered for each new article.
kept-label-sets = Kept label sets
labels-in-set = 
    { $count ->
        [one] 1 label
       *[other] { $count } labels
    }
add-here = Add “{ $name }” here
forget = Forget “{ $name }”
name-of-the-label = Name of the label set
name-of-this-set = Name of this set
keep-this-set = Keep this set

## ui/components/legend

show-labels = Show labels
show-label = Show { $name } ({ $count })
show-hidden = Show
hide = Hide

## ui/components/library_search

reading-the-library-of = Reading the library: { $count } of { $all }.
articles-can-be-searched = 
    { $all ->
        [one] 1 article can be searched.
       *[other] { $all } articles can be searched.
    }
nothing-was-found = Nothing was found.
found-in-of-articles = Found in { $hits } of { $all } articles.
find-in-the-library = Find in the library
words-in-texts-titles = Words in texts, titles, values and notes
any = any
status = Status
made-by = Made by
anybody = anybody
a-person = a person
newsmark = Newsmark
at-least = At least
any-score = any score
sure-95 = 95 % sure
sure-90 = 90 % sure
sure-80 = 80 % sure
sure-50 = 50 % sure
from = From
until = Until
found-articles = Found articles
times = 
    { $count ->
        [one] once
       *[other] { $count } times
    }

## ui/components/merging

no-disagreement-where-marks = No disagreement: where marks of several people are here, they agree or were settled.
add-a-colleagues-file = Add a colleague’s file
what-is-the-same = What is the same becomes one mark; who made what is kept. A file may come twice, and several in any order.
you = you
both-marks-stand = both marks stand
leave-it-as-it = leave it as it is, and keep the other in its history
disagreements-left = 
    { $left ->
        [one] The last disagreement
       *[other] { $left } disagreements
    }
disagreement = Disagreement
ours = Ours
theirs = Theirs
both = Both

## ui/components/newer

read-it = Read it
newer-hint = This is what this version can read of it. To change it, use the newer version.
the-article = The article
marks-heading = Marks{" "}
from-a-newer-version = From a newer version

## ui/components/notice

not-saved-notice = Not saved.{" "}
try-again = Try again
export-all-articles = Export all articles
undo-the-deletion = Undo the deletion
undo = Undo
dismiss = Dismiss

## ui/components/orphans

without-a-place-in = Without a place in this text
what-these-marked-is = What these marked is not here, or not for sure. They are kept and exported again; where similar words stand, you decide.
annotations-without-a-place = Annotations without a place
orphan-was = Was{" "}
orphan-now = Now ({ $score } % alike){" "}
yes-place-there = Yes, place “{ $exact }” there
yes = Yes
no-has-no-place = No, “{ $exact }” has no place
no = No
delete-orphan = Delete “{ $exact }”

## ui/components/palette

commands = Commands
command = Command
what-do-you-want = What do you want to do?
no-command-is-called = No command is called so.

## ui/components/print_table

words = Words
value-or-entity = Value or entity

## ui/components/reading

reading-the-article = Reading the article
reading-progress = Reading the article…
cancel = Cancel

## ui/components/share

the-link-was-copied = The link was copied.
this-browser-does-not-let = This browser does not let the page use the clipboard. Select the link and copy it yourself.
the-link-could-not = The link could not be handed on. Copy it instead.
any-messenger-carries-it = any messenger carries it.
mail-and-most-chats = mail and most chats carry it; some messengers cut links over { $count }.
longer-than-most-programs = longer than most programs carry. Export the article as a file instead.
characters = { $count } characters: { $length }
share = Share
the-link-holds-the = The link holds the article itself, behind the #, which browsers send to no server. Who opens it is asked before anything is kept.
without-the-articles-words = Without the article’s words
only-places-labels-and = Only places, labels and hashes: no words, values, names or notes. Who has the article pastes it, and the marks find their places.
link = Link
copy-link = Copy link
share-with = Share with…
save-as-file = Save as file

## ui/components/storage

backup = Backup
back-up-the-library = Back up the library
restore-a-backup = Restore a backup
a-backup-is-one = A backup is one file with all articles. Restoring merges it with what is here, and can be undone.
how-long-browsers-keep = How long browsers keep it
clearing-the-sites-data = Clearing the site’s data deletes the library. Safari clears what pages store after seven days without a visit, unless the page was added to the Home Screen or the Dock.
none = none
less-than-0-1 = less than 0.1 %
storage-used = Storage used
of-about-5-mb = Of about 5 MB, { $percent } is used: { $documents } for { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $restore } for restore points.
there-is-no-backup = There is no backup yet.
the-last-backup-was = The last backup was made on { $date }.
this-browser-has-promised = This browser has promised not to clear it to make room.
when-the-disk-is = When the disk is full, this browser may clear it to make room.
persistence-refused = {" "}Asked not to, it has not agreed; it may once you use the page more.
ask-the-browser-to = Ask the browser to keep it
this-browser-cannot-be = This browser cannot be asked to keep it when the disk is full.

## ui/components/toolbar

new-article = New article
redo = Redo
accept-all = Accept all
search = Search
commands-tip = Commands (Ctrl K)
import = Import
keyboard-help = Keyboard help
keyboard-tip = Keyboard (?)

## ui/components/tools

of-reviewed = { $reviewed } of { $all } reviewed
tools = Tools
mark-all = Mark all
review = Review
reviewed-bar = Reviewed
accept-entity = Accept entity
reject-entity = Reject entity
accept-label = Accept label
skip = Skip
review-several = Review several
several = Several…
accept-95-sure = Accept all that are 95 % sure
accept-90-sure = Accept all that are 90 % sure
accept-80-sure = Accept all that are 80 % sure
accept-all-that-are-shown = Accept all that are shown
reject-all-that-are = Reject all that are shown
sure-or-more = { $percent } % sure or more
find = Find
previous-hit = Previous hit
next-hit = Next hit
not-found = not found
hit-of = { $place } of { $all }
in-the-text = { $hits } in the text
in-the-text-in = { $hits } in the text, { $marks } in marks

## ui/components/update

a-new-version-of = A new version of Newsmark is ready. It comes with the next start.
reload-now = Reload now

## ui/components/update_text

paste-a-later-version = Paste a later version of the article. What stands in both goes along with its marks; what is told otherwise is listed before anything changes.
new-text = New text
nothing-to-change-yet = Nothing to change yet.
update = Update
marks-go-along-of = { $kept } marks go along, { $lost } of yours find no place. { $changed } facts are told otherwise, { $gone } are gone, { $new } are new.
only-in-the-old = Only in the old text
only-in-the-new = Only in the new text
told-otherwise = Told otherwise
fact-was = {" "}was{" "}

## ui/components/value_field

speaker = Speaker
value = Value
no-value = No value.
not-understood-yet-for = Not understood yet. For example: { $examples }.

## ui/desk/colleagues

this-article-before = This article before { $name }
colleagues-file-unread = { $name } could not be read. { $error }
can-be-compared = { $name } can be compared.
holds-no-marks-of = { $name } holds no marks of this article’s text. Import it, or update the text first.
newsmarks-suggestions = Newsmark’s suggestions
what-was-accepted = What was accepted
you-annotator = You
settle-title = settle “{ $quote }”
colleague = colleague

## ui/desk/entities

entity-reviewed = { $past } “{ $name }” with { $count } mentions
review-entity-title = { $verb } “{ $name }” with all mentions
an-entity-needs-a = An entity needs a name; it keeps the one it had.
rename-title = rename “{ $short }” to “{ $new }”
is-now = “{ $name }” is “{ $other }” now
merge-entities-title = merge “{ $name }” into “{ $other }”
mark-all-title = mark all “{ $short }” as { $name }
is-the-only-mention = “{ $quote }” is the only mention already.
is-an-entity-of = “{ $quote }” is an entity of its own now
split-off-title = split off “{ $quote }”
entity-title = entity of “{ $quote }”
select-words-or-a = Select words or a mark first; then all occurrences are marked.
all-occurrences-of-are = All occurrences of “{ $words }” are marked already.
is-marked-as-occurrences = “{ $words }” is marked as { $name }, { $count } occurrences.

## ui/desk/files

exported-as = Exported as { $name }.
could-not-be-saved = { $name } could not be saved. Copy it to the clipboard instead.
could-not-be-imported = { $name } could not be imported. { $error }
holds-marks-and-no = { $name } holds { $file } marks and no word of their article. Open the article, then import the file again.
holds-annotations-and-no = { $name } holds { $count } annotations and no article. Open the article that they are about, then import the file again.
import-title = import { $name }
lost-among-them = , { $lost } found no place and are listed
of-annotations-of-were = { $found } of { $count } annotations of { $name } were put on “{ $title }”{ $lost }.
is-another-text-here = “{ $title }” is another text here; the backup’s was added as a copy.
restore-title = restore { $name }
restored-added-merged-the = Restored { $name }: { $added } added, { $merged } merged, { $same } the same as here.
merge-title = merge { $name }
articles-count = { $count } articles
merged-into = Merged { $name } into { $articles ->
        [one] the article
       *[other] { $articles } articles
    }; { $differences ->
        [0] you agree everywhere
        [one] one disagreement
       *[other] { $differences } disagreements
    }.
in-library-the-same = “{ $title }” is in the library already, with the same marks.
in-library-otherwise = “{ $title }” is in the library already with another text; the file's state was added as a copy.
nothing-new = Nothing new
imported-from = Imported from { $name }: { $added }.

## ui/desk/labelling

the-value-is-gone = The value is gone
value-is = Value: { $describe }
value-title = value of “{ $quote }”
the-end-cannot-go = The end cannot go there
the-mark-is-now = The mark is “{ $words }” now
resize-title = resize “{ $quote }”
a-mark-has-at = A mark has at least one character
the-start-moves-arrow = The start moves: arrow keys by word, with Shift by character
the-end-moves-arrow = The end moves: arrow keys by word, with Shift by character
change-labels-title = change the labels
the-colour-of-was = The colour of { $names } was hard to read on light or dark paper, and was made darker or lighter.
delete-label-title = delete the label { $label }
done = Done: { $title }.
label-sets-are-kept = Label sets are kept
the-label-set-could = The label set could not be kept. { $error }
marks-of-this-label = Marks of this label have no value.
cannot-be-read-the = “{ $short }” cannot be read; the value stays as it was. For example: { $examples }.

## ui/desk/library

an-earlier-state-of = An earlier state of it was put in its place.
this-version-cannot-read = This version cannot read any of it. Open it with the newer version of Newsmark, or download the record.
this-browser-does-not-let-newsmark = This browser does not let Newsmark save a file.

## ui/desk/links

the-link = the link
the-link-holds-no = The link holds no article.
the-link-could-not-be = The link could not be opened. { $error }
could-not-be-opened = { $name } could not be opened. { $error }
nothing-was-kept-of = Nothing was kept of the link.

## ui/desk/reading

there-is-no-text = There is no text yet. Paste an article into the box, then annotate it.
this-text-is-too = This text is too long for one article: { $size } MB, and a browser has room for { $most } MB. Cut it into parts, or use the command line program.
new-article-title = new article “{ $title }”

## ui/desk/reviewing

use-version-title = another version of “{ $quote }”
join-title = join names with “{ $quote }”
all-marks-are-reviewed = All { $all } marks are reviewed.
no-suggestion-is-left = No suggestion is left to { $verb } ({ $whose }).
reviewed-several-title = { $verb } { $count } suggestions ({ $whose })
reviewed-several = { $past } { $count } suggestions ({ $whose }).
nothing-new-was-found = Nothing new was found; what was rejected stays rejected.
read-again-title = read the article again
suggestions-were-added = 
    { $added ->
        [one] 1 suggestion was added.
       *[other] { $added } suggestions were added.
    }
deleted-the-mark = Deleted the mark “{ $quote }”
delete-mark-title = delete mark “{ $quote }”
mark-title = mark “{ $quote }” as { $name }
marked-as = Marked “{ $quote }” as { $name }
note-title = note on “{ $quote }”
article-details-title = article details
verb-accept = accept
verb-reject = reject
verb-unreview = unreview
accepted = Accepted
rejected = Rejected
unreviewed = Unreviewed

## ui/desk/storing

deleted-elsewhere-brought-back = “{ $title }” was deleted in another tab. Your change brought it back.

## ui/desk/texts

update-text-title = update the text
the-text-was-updated = The text was updated; { $kept } marks went along, { $lost ->
        [0] all of yours have their places
        [one] one of yours has no place any more: it is listed below the marks
       *[other] { $lost } of yours have no place any more: they are listed below the marks
    }.
place-title = place “{ $quote }”
placed-at = Placed at “{ $quote }”.
no-place-title = no place for a mark
it-stays-without-a = It stays without a place.
delete-orphan-title = delete a mark without a place

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

## ui/model

server-said = the server said { $status } to { $file }
it-could-not-be = it could not be loaded
names-are-marked-by = Names are marked by rules alone, which miss more: the name model is not here ({ $why }).

## ui/views/start

start-hint = Paste the text of a news article. Newsmark marks who, where, how much and when; you correct the marks and share them. Everything stays in this browser.
article-text = Article text
paste-the-article-here = Paste the article here, or drop a .txt file
this-article-is-in = This article is in the library already: “{ $title }”.
this-text-has-hard = This text has hard line breaks ({ $breaks }), as PDFs and mails have.
published-the-text-says = Published { $date }? The text says: “{ $line }”.
optional = optional
https-optional = https://… (optional)
newsmarks-own = Newsmark’s own
annotate = Annotate
open-a-file = Open a file
try-the-sample = Try the sample
open-it = Open it
use-this-date = Use this date

## workspace/mod

delete-article-title = delete article “{ $title }”
deleted = Deleted “{ $title }”.
cannot-be-taken-back = “{ $title }” cannot be taken back any more: its marks have changed since.
undid = Undid
did-again = Did again
deleted-elsewhere = “{ $title }” was deleted in another tab.

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
