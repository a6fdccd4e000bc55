### Files, colleagues, links and other versions of a text. Sections are the files of `src` that say it first.

## agreement

decided-alike = { $both ->
        [0] There is no mark that both of you decided.
        [one] The one mark that both of you decided is { $alike ->
            [0] not alike.
           *[other] alike.
        }
       *[other] Of { $both } marks that both of you decided, { $alike } are alike.
    }

## document/asking

question-status = Is it a mark?
question-label = Which label?
question-span = Where does it begin and end?
question-value = Which value?
question-source = Who said it?
question-entity = Which entity?
question-check = What did checking show?
answer-no-mark = no mark
answer-no-value = no value
answer-unnamed-source = unnamed source
answer-no-entity = no entity

## ui/components/agreeing

agreement = Agreement
compare-with-file = Compare with a file
not-defined = not defined
kappa-and-alpha = Cohen’s kappa { $kappa } (1960), Krippendorff’s alpha { $alpha } (2011, nominal): of the labels of words.
only-first = Only A
only-second = Only B
save-as-csv = Save as CSV
agreement-by-label = Agreement by label
label = Label
same = Same
precision = Precision
recall = Recall
f1-overlapping = F1, overlapping
all = All

## ui/components/arrived

open-shared-article = Open a shared article?
do-not-open = Don’t open
open = Open
shared-article-known = This article is in your library. If you open the link, its marks are merged with yours.
shared-article-hint = If you open it, it is added to the library in this browser. If you don’t, nothing of it is kept.
shared-article-size = { $words } words, { $marks } marks
shared-marks-fit = The marks were made on the article that you have open.
shared-marks-hint = Paste your copy of the article, and the marks are put in their places.
shared-marks-counted =
    { $count ->
        [one] The link holds 1 mark, but not the text of its article.
       *[other] The link holds { $count } marks, but not the text of their article.
    }
your-copy = Your copy of the article

## ui/components/export

export = Export
export-formats = Export formats
exported-with-losses = Exported as { $name }. { $losses }
exported-in-part = Exported as { $name }. { $format } does not hold everything.
left-out = What is left out
copied = Copied as { $name }.
clipboard-refused = This browser does not let the page use the clipboard. Download the file instead.
copy-format = Copy as { $name }
copy = Copy

## ui/components/import

files-of-button = { $name }: files
file-unreadable = { $name } could not be read ({ $error }). Try again, or choose another file.

## ui/components/merging

no-disagreement = No disagreement: where several people decided, they agree, or it was settled.
no-disagreement-hint = A suggestion never disagrees with a decision: the decision counts. All other suggestions wait for review.
add-colleagues-file = Add a colleague’s file
merge-hint = Marks at the same place become one, and what each person decided is kept. You can add several files in any order, and the same one twice.
unnamed-person = unnamed
both-labels-stand = keep both labels
both-places-stand = mark both places
disagreements-left = 
    { $left ->
        [one] The last disagreement
       *[other] { $left } disagreements
    }
disagreement = Disagreement
yours = Yours
theirs = Theirs
both = Both

## ui/components/orphans

orphans-title = Without a place in this text
orphans-hint = The words that these marked are not in this text, or cannot be told for sure. The marks are kept and exported; where similar words are found, you decide.
orphans-list = Marks without a place
orphan-words = Was:
orphan-now = Now, { $score } % alike:
place-orphan = Yes, place “{ $exact }” there
yes = Yes
decline-orphan = No, “{ $exact }” has no place
no = No
delete-orphan = Delete “{ $exact }”

## ui/components/share

link-copied = The link was copied.
link-not-copied = This browser does not let the page use the clipboard. Select the link and copy it yourself.
link-not-shared = The link could not be shared. Copy it instead.
link-length =
    { $length ->
        [short] { $count } characters: any messenger carries it.
        [long] { $count } characters: mail and most chats carry it; some messengers cut links over { $limit }.
       *[other] { $count } characters: longer than most programs carry. Export the article as a file instead.
    }
share = Share
share-hint = The link holds the article itself, after the #, which browsers send to no server. Whoever opens it is asked before anything is kept.
share-without-words = Without the article’s words
share-without-words-hint = Only places, labels and checksums: no words, values, names or notes. Whoever has the article pastes it, and the marks are put in their places.
link = Link
copy-link = Copy link
share-elsewhere = Share with…
save-as-file = Save as file

## ui/components/update_text

update-text-hint = Paste a later version of the article. Marks on words that are in both versions stay. You see what has changed before anything is updated.
new-text = New text
nothing-to-update = There is nothing to update yet.
update = Update
update-figures = { $kept } marks stay, { $lost } of yours find no place. { $changed } facts have changed, { $gone } are gone, { $new } are new.
facts-gone = Only in the old text
facts-new = Only in the new text
facts-changed = Changed
fact-before = before:

## ui/desk/colleagues

article-before-merge = This article before { $name } was merged
colleagues-file-unread = { $name } could not be read. { $error }
file-comparable = { $name } is ready to compare.
file-without-these-marks = { $name } holds no marks on the text of this article. Import it, or update the text first.
newsmarks-suggestions = Newsmark’s suggestions
accepted-marks = Accepted marks
you-annotator = You
settle-title = settle “{ $quote }”
colleague = colleague

## ui/desk/files

exported = Exported as { $name }.
file-not-saved = { $name } could not be saved. Copy it to the clipboard instead.
file-not-imported = { $name } could not be imported. { $error }
file-of-marks-only =
    { $count ->
        [one] { $name } holds 1 mark, but not the text of its article. Open the article, then import the file again.
       *[other] { $name } holds { $count } marks, but not the text of their article. Open the article, then import the file again.
    }
import-title = import { $name }
annotations-placed =
    { $lost ->
        [0] { $found } of { $count } marks from { $name } were put on “{ $title }”.
       *[other] { $found } of { $count } marks from { $name } were put on “{ $title }”; { $lost } found no place and are listed below the marks.
    }
backup-copy-added = “{ $title }” has another text here. The one from the backup was added as a copy.
restore-title = restore { $name }
backup-restored = Restored { $name }: { $added } added, { $merged } merged, { $same } the same as here.
merge-title = merge { $name }
files-merged = Merged { $name } into { $articles ->
        [one] the article
       *[other] { $articles } articles
    }; { $differences ->
        [0] you agree everywhere
        [one] one disagreement
       *[other] { $differences } disagreements
    }.
imported-known-already = “{ $title }” is already in the library, with the same marks.
imported-copy-added = “{ $title }” is already in the library, with another text. The one from the file was added as a copy.
imported =
    { $count ->
        [0] Nothing new in { $name }.
        [one] Imported from { $name }: “{ $title }”.
       *[other] Imported from { $name }: { $count } articles.
    }

## ui/desk/links

link-name = the link
link-without-article = The link holds no article. It may have been cut short: ask for it again, or for the file.
link-not-opened = The link could not be opened. { $error }
file-not-opened = { $name } could not be opened. { $error }
link-forgotten = Nothing of the link was kept.

## ui/desk/texts

update-text-title = update the text
text-updated = The text was updated. { $kept } marks stay; { $lost ->
        [0] all of yours have their places
        [one] one of yours has no place any more and is listed below the marks
       *[other] { $lost } of yours have no place any more and are listed below the marks
    }.
place-title = place “{ $quote }”
mark-placed = Placed at “{ $quote }”.
no-place-title = leave a mark without a place
mark-stays-unplaced = The mark stays without a place.
delete-orphan-title = delete a mark without a place

## formats: what each cannot hold, in the sentence “… does not hold …”

losses-told = { $format } does not hold { $losses }.
list-of-losses = { $first } and { $last }
loss-reading = anything that could be read back, as it is for people
loss-text = the article’s text
loss-spaces = white space
loss-title = the title
loss-source = where the article is from
loss-outlet = outlet, language and tags
loss-published = the published date
loss-labels = labels’ own names and colours
loss-values = values
loss-entities = entities
loss-entity-names = entities’ names
loss-relations = relations
loss-mixed-relations = relations between accepted and other marks
loss-notes = notes
loss-scores = scores
loss-authors = who made a mark
loss-checks = checks
loss-decisions = who decided and when
loss-status = whether a mark was accepted
loss-rejected = rejected marks
loss-shorter = the shorter of marks that overlap
loss-word-parts = where marks begin or end inside words
loss-spacy-words = marks that cut one of spaCy’s words
loss-unplaced = marks without a place
loss-other-text = what else the file that it came from says of its words, as the text has changed since
