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
articles-that-you-annotate = Articles that you annotate are kept here, in this browser only.
all-articles = All articles
records-unreadable = 
    { $count ->
        [one] 1 article cannot be read. “All articles” has what can be done.
       *[other] { $count } articles cannot be read. “All articles” has what can be done.
    }
nothing-marked = nothing marked
is-reviewed = reviewed
is-left = { $left } left

## ui/views/library

nothing-in-the-library = There is no article yet. Articles that you annotate are kept here, in this browser only.
no-article-is-like-that = No article has these words.
show-all-articles = Show all articles
search-the-texts = Search the texts
filter-articles = Filter articles
filter-articles-hint = Title, outlet or tag
tags = Tags
sort-by = Sort by
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
put-into-the-bin = Put into the bin
new-tag = New tag
add-tag = Add
delete-article-tip = Put this article into the bin
delete-article-named = Delete article { $title }
all-facts-of-the-library = All facts of the library
records-that-cannot-be = Records that cannot be read
download-record = Download record
discard = Discard

## ui/components/bin

bin = Bin
empty-the-bin = Empty the bin
deleted-on = deleted { $date }
put-back-button = Put back
keep-them = Keep them
delete-for-good = Delete for good
empty-bin-question = 
    { $count ->
        [one] The article in the bin goes for good, with its marks and everything that was decided about them. No undo and no backup in this browser brings it back.
       *[other] The { $count } articles in the bin go for good, with their marks and everything that was decided about them. No undo and no backup in this browser brings them back.
    }

## ui/components/name

your-name = Your name
your-name-stands = Your name stands beside what you decide, in files and where colleagues differ. It stays in this browser and your files.
stay-without-a-name = Stay without a name

## ui/views/lost

this-article-is-in-the-bin = This article was put into the bin on { $date }.
no-such-article = No such article here
no-such-article-here = The address names an article that is not in this browser: it may have been deleted for good, or be in another browser. Whoever has it can export it or share a link.
open-the-library = Open the library
start-a-new-article = Start a new article

## ui/components/backup

articles-are-in-no = 
    { $changed ->
        [one] 1 article is not in any backup yet. A browser can lose what it keeps.
       *[other] { $changed } articles are not in any backup yet. A browser can lose what it keeps.
    }
back-up = Back up
later = Later

## ui/components/days

history = History
there-is-no-earlier = There is no earlier state yet. When you work on this article on another day, what it is today is kept here.
what-this-article-was = What this article was at the end of the last days on which it was worked on. Restoring can be undone.
earlier-states = Earlier states
reviewed-of = { $reviewed } reviewed of { $annotations }
restore = Restore { $name }
restore-button = Restore

## ui/components/library_search

reading-the-library-of = Reading the library: { $count } of { $all } articles.
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
search-filters = Filters
search-filters-set = Filters: { $count }
show-more-articles = Show { $count } more
times = 
    { $count ->
        [one] once
       *[other] { $count } times
    }

## ui/components/newer

read-it = Read it
newer-hint = This is what this version can read of the article. To change it, use the newer version.
the-article = The article
marks-heading = Marks{" "}
from-a-newer-version = From a newer version

## ui/components/notice

not-saved-notice = Not saved.{" "}
try-again = Try again
export-all-articles = Export all articles
undo-this = Undo this
undo = Undo
dismiss = Dismiss

## ui/components/storage

backup = Backup
back-up-the-library = Back up the library
restore-a-backup = Restore a backup
a-backup-is-one = A backup is one file with all articles. Restoring merges it with what is here and takes no article away.
how-long-browsers-keep = How long browsers keep it
clearing-the-sites-data = Clearing the site’s data deletes the library. Safari clears what pages store after seven days without a visit, unless the page was added to the Home Screen or the Dock.
none = none
less-than-0-1 = less than 0.1 %
storage-used = Storage used
of-about-5-mb = Of about 5 MB, { $percent } is used: { $documents } for { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $bin } for the bin, { $restore } for restore points.
there-is-no-backup = There is no backup yet.
the-last-backup-was = The last backup was made on { $date }.
this-browser-has-promised = This browser has promised not to clear it to make room.
when-the-disk-is = When the disk is full, this browser may clear it to make room.
persistence-refused = {" "}It was asked not to and has not agreed. It may agree once you use the page more.
ask-the-browser-to = Ask the browser to keep it
this-browser-cannot-be = This browser cannot be asked to keep it when the disk is full.

## ui/components/update

a-new-version-of = A new version of Newsmark is ready. It starts when you next open the page.
reload-now = Reload now

## ui/desk/library

an-earlier-state-of = An earlier state of it was put in its place.
this-version-cannot-read = This version cannot read any of it. Open it with the newer version of Newsmark, or download the record.
this-browser-does-not-let-newsmark = This browser does not let Newsmark save a file.

## session/storing

deleted-elsewhere-brought-back = “{ $title }” was put into the bin in another tab. Your change brought it back.

## ui/model

server-said = the server said { $status } to { $file }
it-could-not-be = it could not be loaded
names-are-marked-by = Names are marked by rules alone, which miss more: the name model is not here ({ $why }).

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
as-it-came-in = This is the article as it came in. There is nothing more to undo.
no-earlier-step-is-kept = No earlier step of this article is kept. History may have it as it was on an earlier day.
nothing-to-redo = Nothing was undone that could be done again.
cannot-be-taken-back = “{ $title }” cannot be taken back any more: its marks have changed since.
undid = Undid
did-again = Did again
deleted-elsewhere = “{ $title }” was put into the bin in another tab.

## session

gone-for-room = To make room, the oldest in the bin has gone for good: { $titles }.
was-in-the-bin = “{ $title }” was in the bin and has been put back.
went-into-the-bin = 
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
        [one] The tag “{ $tag }” was taken off the article.
       *[other] The tag “{ $tag }” was taken off { $count } articles.
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
