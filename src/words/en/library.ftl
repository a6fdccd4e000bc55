### The library, what the browser keeps, and what the page says of itself. Sections are the files of `src` that say it first.

## ui/app

library = Library
text = Text
marks = Marks
not-saved = Not saved
saved = Saved
saving = Saving…
panels = Panels
storage = Storage
entities = Entities
annotations = Annotations

## ui/components/articles

articles = Articles
articles-hint = Articles that you annotate are kept here, in this browser only.
all-articles = All articles
records-unreadable =
    { $count ->
        [one] 1 article cannot be read. “All articles” shows what you can do.
       *[other] { $count } articles cannot be read. “All articles” shows what you can do.
    }
nothing-marked = nothing marked
article-reviewed = reviewed
article-left = { $left } left

## ui/views/library

library-empty = There is no article yet. Articles that you annotate are kept here, in this browser only.
no-article-matches = No article has these words.
show-all-articles = Show all articles
search-texts = Search the texts
filter-articles = Filter articles
filter-articles-hint = Title, outlet or tag
tags = Tags
sort-order = Sort by
outlet-column = Outlet
last-changed = Last changed
to-review = To review
ascending = sorted, the first one on top
descending = sorted, the last one on top
choose-all = Select all articles
choose-none = Select none
choose-article = Select { $title }
chosen-articles = Selected articles
articles-chosen = 
    { $count ->
        [one] 1 selected
       *[other] { $count } selected
    }
shelf-rename = Rename
rename-article = Rename { $title }
tag = Tag
shelf-export = Export
put-into-bin = Put into the bin
new-tag = New tag
add-tag = Add
delete-article-tip = Put this article into the bin
delete-article-named = Delete article { $title }
all-library-facts = All facts of the library
unreadable-records = Records that cannot be read
download-record = Download record
discard = Discard

## ui/components/bin

bin = Bin
empty-bin = Empty the bin
deletion-day = deleted { $date }
put-back-button = Put back
keep-binned-articles = Keep them
delete-for-good = Delete for good
empty-bin-question = 
    { $count ->
        [one] The article in the bin goes for good, with its marks and everything that was decided about them. No undo and no backup in this browser brings it back.
       *[other] The { $count } articles in the bin go for good, with their marks and everything that was decided about them. No undo and no backup in this browser brings them back.
    }

## ui/components/name

your-name = Your name
your-name-hint = Your name stands beside what you decide, in files and where colleagues differ. It stays in this browser and your files.
stay-unnamed = Stay without a name

## ui/views/lost

article-in-bin = This article was put into the bin on { $date }.
no-such-article = No such article here
no-such-article-hint = The address names an article that is not in this browser: it may have been deleted for good, or be in another browser. Whoever has it can export it or share a link.
open-library = Open the library
start-new-article = Start a new article

## ui/components/backup

articles-not-backed-up = 
    { $changed ->
        [one] 1 article is not in any backup yet. A browser can lose what it keeps.
       *[other] { $changed } articles are not in any backup yet. A browser can lose what it keeps.
    }
back-up = Back up
later = Later

## ui/components/days

history = History
no-earlier-states = There is no earlier state yet. When you work on this article on another day, what it is today is kept here.
earlier-states-hint = What this article was at the end of the last days on which it was worked on. Restoring can be undone.
earlier-states = Earlier states
state-reviewed = { $reviewed } of { $annotations } reviewed
restore = Restore { $name }
restore-button = Restore

## ui/components/library_search

library-search-progress = Reading the library: { $count } of { $all } articles.
articles-searchable = 
    { $all ->
        [one] 1 article can be searched.
       *[other] { $all } articles can be searched.
    }
nothing-found = Nothing was found.
articles-found = Found in { $hits } of { $all } articles.
find-in-library = Find in the library
library-search-placeholder = Words in texts, titles, values and notes
any = any
status = Status
author-filter = Made by
anybody = anybody
person-choice = a person
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
search-filters = Filters
search-filters-set = Filters: { $count }
show-more-articles = Show { $count } more
times = 
    { $count ->
        [one] once
       *[other] { $count } times
    }

## ui/components/newer

read-newer = Read it
newer-hint = This is what this version can read of the article. To change it, use the newer version.
newer-article = The article
from-newer-version = From a newer version

## ui/components/notice

not-saved-notice = Not saved.
try-again = Try again
export-all-articles = Export all articles
undo-last-step = Undo this
undo = Undo
dismiss = Dismiss

## ui/components/storage

backup = Backup
back-up-library = Back up the library
restore-backup = Restore a backup
backup-hint = A backup is one file with all articles. Restoring merges it with what is here and removes no article, so it also brings libraries together: of two browsers, or of this page and the extension, which each have their own.
persistence-title = How long browsers keep it
persistence-hint = Clearing the site’s data deletes the library. Safari clears what pages store after seven days without a visit, unless the page was added to the Home Screen or the Dock.
none = none
almost-none = less than 0.1 %
storage-used = Storage used
storage-shares = Of about 5 MB, { $percent } is used: { $documents } for { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $bin } for the bin, { $restore } for restore points.
no-backup-yet = There is no backup yet.
last-backup = The last backup was made on { $date }.
persistence-granted = This browser has promised not to clear it to make room.
persistence-missing = When the disk is full, this browser may clear it to make room.
persistence-refused = When the disk is full, this browser may clear it to make room. It was asked not to and has not agreed. It may agree once you use the page more.
ask-for-persistence = Ask the browser to keep it
persistence-unavailable = This browser cannot be asked to keep it when the disk is full.

## ui/components/update

new-version-ready = A new version of Newsmark is ready. It starts when you next open the page.
reload-now = Reload now

## ui/desk/library

earlier-state-restored = An earlier state of it was put in its place.
record-too-new = This version of Newsmark cannot read the article. Open it with the newer version, or download the record.
download-refused = This browser does not let Newsmark save a file. Allow downloads for this page, then try again.

## session/storing

deleted-elsewhere-brought-back = “{ $title }” was put into the bin in another tab. Your change brought it back.

## ui/model

server-said = the server answered { $status } for { $file }
model-not-loaded = no connection
names-by-rules-alone = The name model could not be loaded ({ $why }). Names are marked by rules alone, which miss more. Reload the page to try again.

## workspace/library

deleted = “{ $title }” is in the bin.
put-back = “{ $title }” is back in the library.
bin-emptied = 
    { $count ->
        [one] 1 article is gone for good.
       *[other] { $count } articles are gone for good.
    }

## workspace/editing

nothing-open-to-undo = No article is open. To undo a change, open the article that you changed.
nothing-more-to-undo = This is the article as it came in. There is nothing more to undo.
no-earlier-step-kept = No earlier step of this article is kept. History may have it as it was on an earlier day.
nothing-to-redo = Nothing was undone that could be done again.
undo-impossible = “{ $title }” cannot be undone any more: its marks have changed since.
undone = Undone: { $step }.
redone = Redone: { $step }.
deleted-elsewhere = “{ $title }” was put into the bin in another tab.

## session

gone-for-room = The oldest articles in the bin were deleted for good to make room: { $titles }.
put-back-from-bin = “{ $title }” was in the bin and has been put back.
back-in-bin = 
    { $count ->
        [one] 1 article was in the bin, and is there again.
       *[other] { $count } articles were in the bin, and are there again.
    }


## workspace/several

article-renamed = “{ $before }” is now called “{ $after }”.
rename-article-title = rename “{ $title }”
tag-title = tag “{ $tag }”
articles-tagged = 
    { $count ->
        [one] The article now has the tag “{ $tag }”.
       *[other] { $count } articles now have the tag “{ $tag }”.
    }
articles-untagged =
    { $count ->
        [one] The tag “{ $tag }” was removed from the article.
       *[other] The tag “{ $tag }” was removed from { $count } articles.
    }
several-deleted = 
    { $count ->
        [one] 1 article is in the bin.
       *[other] { $count } articles are in the bin.
    }
several-put-back = 
    { $count ->
        [one] 1 article is back in the library.
       *[other] { $count } articles are back in the library.
    }

## session/several

file-of-several = 
    { $others ->
        [one] { $title } and 1 more
       *[other] { $title } and { $others } more
    }
