### The article, its marks and entities, and how a new one comes in. Sections are the files of `src` that say it first.
###
### Names in lower case with hyphens; `build.rs` makes Rust of them, and what nobody uses is an error. Sentences are for
### people: what happened, to what, what to do.

## ui/components/details

title = Title
source = Source
published = Published
update-text = Update text
merge = Merge
published-date-hint = Give the date of publication, so that “Tuesday” and “last summer” become dates.
left-over-lines =
    { $count ->
        [one] 1 line comes from the web page around the article, and nothing in it was marked.
       *[other] { $count } lines come from the web page around the article, and nothing in them was marked.
    }
mark-left-over-lines = Mark them too

## ui/components/ends

end-by-word = By a word
grow = Grow
shrink = Shrink
start = Start
end = End

## ui/components/entities

entity-mentions = 
    { $count ->
        [one] 1 mention
       *[other] { $count } mentions
    }
entity-described =
    { $mentions ->
        [one] { $label }, 1 mention, { $accepted } reviewed
       *[other] { $label }, { $mentions } mentions, { $accepted } reviewed
    }
new-name = New name
accept-mentions = Accept mentions
reject-mentions = Reject mentions
rename = Rename
split-off = Split off
merge-entity = Merge into
merge-entity-choice = Merge into…
label-of-all-mentions = Label of all mentions

## ui/components/hidden

invisible-characters-counted = 
    { $found ->
        [one] This text has 1 invisible character.
       *[other] This text has { $found } invisible characters.
    }
show-invisible-characters = Show them
invisible-characters = Invisible characters
invisible-hint = These characters cannot be seen, or change the order in which text is shown. Most come from web pages and are harmless; some are there to mislead.
first-few-shown = The first { $count } of { $found }.

## ui/components/inspector

selected-mark = Selected mark
accept = Accept
reject = Reject
delete = Delete
edit = Edit
invisible-characters-warning = These words hold invisible characters and may not be what they seem. Compare them with the original.
also-changed-elsewhere = Also changed elsewhere
other-versions = Other versions
note = Note
entity = Entity
entity-placeholder = a name
overlapping-marks = { $count } marks overlap here.
next-overlapping-mark = Next overlapping mark
join-entities = Make “{ $name }” and this one entity
join = Join
other-spellings-question = The same name, spelt differently?
other-spellings = Other spellings
use-version = Use this version
version-of-mark = “{ $quote }”: { $label }, { $status } ({ $time })
version-by-person = “{ $quote }”: { $label }, { $status } by { $name } ({ $time })
version-note = Note: “{ $note }”
suggested = Suggested by Newsmark
suggested-how-sure = Suggested by Newsmark, { $score } % sure
mark-author = Marked by { $name }
marked-by-hand = Marked by hand
mark-reviewer =
    { $status ->
        [accepted] Accepted by { $name }
        [rejected] Rejected by { $name }
       *[other] Suggested, changed by { $name }
    }
mark-reviewed-unnamed =
    { $status ->
        [accepted] Accepted
        [rejected] Rejected
       *[other] Suggested, changed
    }

## ui/components/joined

join-lines = Join lines
line-breaks-counted = { $spaces } line breaks become spaces, { $words } words cut at the end of a line are joined.
changes = Changes
join-found-lines = Join them

## ui/components/print_table

words = Words
value-or-entity = Value or entity

## ui/components/reading

reading-the-article = Reading the article
reading-progress = Reading the article…
cancel = Cancel

## ui/components/tools

reviewed-in-words = { $reviewed } of { $all } reviewed
mark-all = Mark all
review = Review
reviewed-bar = Reviewed
skip = Skip
review-several = Review several
sure-or-more = { $percent } % sure or more
find = Find
previous-hit = Previous hit
next-hit = Next hit
not-found = not found
hit-place = { $place } of { $all }
hits-in-text = { $hits } in the text
hits-in-text-and-marks = { $hits } in the text, { $marks } in marks

## ui/components/source_field

source-of-speech = Source
source-open = not given
source-unnamed = unnamed source
go-to-source = Go to source

## ui/components/speech

sources-of-speech = Who said what
source-not-named = not named
anonymous-by-request = asked not to be named

## ui/desk/labelling

source-chosen = Source: { $name }
source-title = change the source of “{ $quote }”

## ui/components/value_field

speaker = Speaker
value = Value
no-value = No value.
value-not-understood = Not understood yet. Write it like this: { $examples }.

## ui/desk/entities

mark-reviewed =
    { $status ->
        [accepted] Accepted “{ $quote }”
        [rejected] Rejected “{ $quote }”
       *[suggested] Set “{ $quote }” back to suggested
    }
review-mark-title =
    { $status ->
        [accepted] accept “{ $quote }”
        [rejected] reject “{ $quote }”
       *[suggested] set “{ $quote }” back to suggested
    }
entity-reviewed =
    { $status ->
        [accepted] { $count ->
            [one] Accepted “{ $name }”, 1 mention
           *[other] Accepted “{ $name }”, { $count } mentions
        }
        [rejected] { $count ->
            [one] Rejected “{ $name }”, 1 mention
           *[other] Rejected “{ $name }”, { $count } mentions
        }
       *[suggested] { $count ->
            [one] Set “{ $name }” back to suggested, 1 mention
           *[other] Set “{ $name }” back to suggested, { $count } mentions
        }
    }
review-entity-title =
    { $status ->
        [accepted] accept “{ $name }” with all mentions
        [rejected] reject “{ $name }” with all mentions
       *[suggested] set “{ $name }” back to suggested
    }
entity-without-name = An entity needs a name. It keeps the one it had.
rename-title = rename “{ $short }” to “{ $new }”
entity-merged = Merged “{ $name }” into “{ $other }”
merge-entities-title = merge “{ $name }” into “{ $other }”
mark-all-title = mark all “{ $short }” as { $name }
only-mention-already = “{ $quote }” is the only mention of its entity: there is nothing to split off.
entity-split-off = “{ $quote }” is an entity of its own now
split-off-title = split off “{ $quote }”
entity-title = change the entity of “{ $quote }”
nothing-to-mark = Select words or a mark first, then mark all occurrences.
occurrences-marked-already = All occurrences of “{ $words }” are already marked.
occurrences-marked =
    { $count ->
        [one] Marked “{ $words }” as { $name }: 1 occurrence.
       *[other] Marked “{ $words }” as { $name }: { $count } occurrences.
    }

## ui/desk/reading

article-text-missing = There is no text yet. Paste an article into the box, then press Annotate.
text-too-long = This text is too long for one article: it has { $size } MB, and a browser has room for { $most } MB. Split it into parts, or use the command line program.

## ui/desk/reviewing

use-version-title = use another version of “{ $quote }”
join-title = join names with “{ $quote }”
all-marks-reviewed = All { $all } marks are reviewed.
no-suggestion-left =
    { $status ->
        [accepted] There is no suggestion left to accept ({ $whose }).
        [rejected] There is no suggestion left to reject ({ $whose }).
       *[suggested] There is nothing to set back to suggested ({ $whose }).
    }
reviewed-several-title =
    { $status ->
        [accepted] { $count ->
            [one] accept 1 suggestion ({ $whose })
           *[other] accept { $count } suggestions ({ $whose })
        }
        [rejected] { $count ->
            [one] reject 1 suggestion ({ $whose })
           *[other] reject { $count } suggestions ({ $whose })
        }
       *[suggested] set { $count } marks back to suggested ({ $whose })
    }
reviewed-several =
    { $status ->
        [accepted] { $count ->
            [one] Accepted 1 suggestion ({ $whose }).
           *[other] Accepted { $count } suggestions ({ $whose }).
        }
        [rejected] { $count ->
            [one] Rejected 1 suggestion ({ $whose }).
           *[other] Rejected { $count } suggestions ({ $whose }).
        }
       *[suggested] Set { $count } marks back to suggested ({ $whose }).
    }
nothing-new-found = Nothing new was found. What was rejected stays rejected.
read-again-title = read the article again
suggestions-added = 
    { $added ->
        [one] 1 suggestion was added.
       *[other] { $added } suggestions were added.
    }
mark-deleted = Deleted the mark “{ $quote }”
delete-mark-title = delete mark “{ $quote }”
mark-title = mark “{ $quote }” as { $name }
mark-made = Marked “{ $quote }” as { $name }
note-title = write a note on “{ $quote }”
article-details-title = change the article’s details

## ui/views/start

article-text = Article text
article-in-library-already = This article is already in the library: “{ $title }”.
hard-line-breaks-found = This text has { $breaks } hard line breaks, as text from PDFs and mails does.
newsmarks-own = Newsmark’s own
annotate = Annotate
try-sample = Try the sample
open-known-article = Open it
new-report-beside =
    { $count ->
        [one] This report will be compared with “{ $title }”.
       *[other] This report will be compared with “{ $title }” and the others.
    }
dont-compare = Don’t compare
