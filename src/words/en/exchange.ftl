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

is-it-a-mark = Is it a mark?
which-label = Which label?
where-does-it-begin = Where does it begin and end?
which-value = Which value?
who-said-it = Who said it?
which-entity = Which entity?
what-did-checking-show = What did checking show?
no-mark = no mark
no-value-at-all = no value
somebody-without-a-name = somebody without a name
no-entity = no entity

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

## ui/components/export

export = Export
export-formats = Export formats
exported-as-does-not = Exported as { $name }. { $format } does not hold { $losses }.
copied-as = Copied as { $name }.
this-browser-does-not = This browser does not let the page use the clipboard. Download the file instead.
copy-as = Copy as { $name }
copy = Copy

## ui/components/import

files-of-button = { $name }: files
could-not-be-read = { $name } could not be read ({ $error }).

## ui/components/merging

no-disagreement-where-people = No disagreement: where several people decided, they agree, or it was settled.
suggestions-are-none = Suggestions are no disagreement: what somebody decided counts, and the rest waits for review.
add-a-colleagues-file = Add a colleague’s file
what-is-the-same = Marks at the same place become one, and what each person decided is kept. A file may come twice, and several in any order.
person-without-a-name = without a name
both-labels-stand = both labels stand
both-places-stand = both places are marked
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

## ui/desk/links

the-link = the link
the-link-holds-no = The link holds no article.
the-link-could-not-be = The link could not be opened. { $error }
could-not-be-opened = { $name } could not be opened. { $error }
nothing-was-kept-of = Nothing was kept of the link.

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
