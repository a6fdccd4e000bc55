### Views of facts: check sheet, who said what, timeline, comparison. Sections are the files of `src` that say it first.

## annotation/check

state-open = Open
state-confirmed = Confirmed
state-wrong = Wrong
state-unclear = Unclear

## facts/arithmetic

doubt-sum = The parts don’t make the total
doubt-share = The share doesn’t match
doubt-growth = The change doesn’t match
doubt-conversion = The two units don’t match
doubt-weekday = The date is another day of the week
doubt-age = The age doesn’t match the date of birth
doubt-length = The length doesn’t match its dates
doubt-told-twice = Given twice, differently
doubt-rate = The rate doesn’t match
doubt-margin = The difference doesn’t match
doubt-list = The list has another number
doubt-order = The order can’t be right

# What was reckoned, in the order of the text.
reckoned-change = { $ends } is { $result }, not { $told }
reckoned-times = { $times } times as much
reckoned-direction = { $ends } is a { $verb }
reckoned-rise = rise
reckoned-fall = fall
reckoned-sum = { $parts } make { $sum }, not { $told }
reckoned-parts = { $first } and { $last }
reckoned-part = The part, { $part }, is more than the whole, { $whole }
reckoned-share = { $part } of { $whole } is { $percent } %, not { $told }
reckoned-per-head = { $part } for { $whole } is { $rate } per { $base }, not { $told }
reckoned-quotient = { $one } divided by { $other } is { $result }, not { $told }
reckoned-interval = { $rate } is one every { $every }, not { $told }
reckoned-twice = { $one } is not { $other }
reckoned-rate = { $one } is { $other } here, so { $second } is not { $told }
reckoned-weekday = { $date } is a { $weekday }, not a { $told }
reckoned-length = { $ends } is { $result }, not { $told }
reckoned-list = The list has { $listed }, not { $told }
reckoned-margin = { $great } less { $small } is { $result }, not { $told }
reckoned-winner = The winner’s { $winner } is less than { $second }
reckoned-order = { $first } comes before { $second }
reckoned-ranks = { $told } is out of order in { $list }
reckoned-birth = { $one } is before the birth in { $other }
seconds-told = { $count } seconds
minutes-told = { $count } minutes
length-told =
    { $unit ->
        [day] { $count ->
            [one] 1 day
           *[other] { $count } days
        }
        [week] { $count ->
            [one] 1 week
           *[other] { $count } weeks
        }
        [month] { $count ->
            [one] 1 month
           *[other] { $count } months
        }
        [year] { $count ->
            [one] 1 year
           *[other] { $count } years
        }
        [decade] { $count ->
            [one] 1 decade
           *[other] { $count } decades
        }
        [hour] { $count ->
            [one] 1 hour
           *[other] { $count } hours
        }
       *[other] { $count ->
            [one] 1 minute
           *[other] { $count } minutes
        }
    }

## facts/compare

verdict-different = Different
verdict-otherwise = Reworded
verdict-some = Only in some
verdict-all = Alike
kind-name = Name
kind-amount = Amount
kind-date = Date
kind-quote = Statement

## facts/sheet/family

family-figures = Figures
family-quotes = Quotes
family-dates = Dates
family-names = Names
family-other = Other

## formats/tables

check-sheet = Check sheet
fact = Fact
sentence = Sentence
state = State
evidence = Evidence
remark = Remark
check-author = By
check-time = When
doubt = Doesn’t add up
sheet-progress = { $settled } of { $all } facts checked
quoted = quoted
told = reported
source-of-statement = Source
role = Role
naming = Name
reason = Reason
how-told = How
statement = Statement
count-of-words = Words
article-of-row = Article
named = named
sources-counted = { $named } named, { $unnamed } not named, { $anonymous } asked not to be named, { $open } not given
timeline = Timeline
table-of-article = { $table }: { $article }
from-day = From
to-day = To
time-of-day = Time
as-written = As written
publication-day = Published on { $date }
comparison = Comparison
verdict = Result
kind = Kind
report = Report { $number }
comparison-counted = { $different } different, { $otherwise } reworded, { $some } only in some, { $all } alike
reckoning-parts = From
reckoning = Reckoning
all-figures = All figures
all-names = All names
all-dates = All dates
count-of-mentions = Mentions

## ui/components

save = Save
save-as-html = Save as HTML
save-as-markdown = Save as Markdown
save-as-svg = Save as SVG
save-as-json = Save as JSON
pages = Pages
previous-page = Previous
next-page = Next
page-range = { $from }–{ $until } of { $count }
printed-notes = Notes and checks

## ui/views

read = Read
compare = Compare
views = Views
print = Print
show = Show
go-to-text = Go to the text
show-in-text = Show “{ $quote }” in the text
filter-shown = Show only

## ui/views/check_sheet

checked-bar = Facts checked
facts = Facts
no-facts = There are no facts to check in this article yet. Mark names, figures, dates or quotes in the text.
small-among-facts =
    { $count ->
        [one] 1 of them is a small number.
       *[other] { $count } of them are small numbers.
    }
marks-no-facts =
    { $count ->
        [one] 1 mark is not among them, as it only names a source or was rejected.
       *[other] { $count } marks are not among them, as they only name a source or were rejected.
    }
no-such-facts = No facts of this kind.
check-keys = Keys for the chosen fact: { $confirmed } Confirmed, { $wrong } Wrong, { $unclear } Unclear, { $open } Open. The next open fact follows.
evidence-hint = Addresses or references, one per line
fact-evidence = Evidence: { $quote }
fact-remark = Remark: { $quote }
fact-state = State: { $quote }
fact-checked = “{ $quote }”: { $state }
checked-by-person-on-day = { $state } by { $by }, { $day }
checked-by-person = { $state } by { $by }
checked-on-day = { $state }, { $day }
check-title = check “{ $quote }”
dismiss-doubt = Dismiss
doubt-dismissed = The doubt about “{ $quote }” is dismissed.
dismiss-title = dismiss the doubt about “{ $quote }”
dismiss-doubt-about = Dismiss: { $reckoning }
all-facts-checked = All facts are checked.

## ui/views/who_said_what

without-source = Source not given
named-sources = Named
unnamed-sources = Not named
anonymous-sources = Asked not to be named
open-sources = Not given
in-quotes = “{ $quote }”
no-speech = There are no quotes and no reported statements in this article yet. Mark them in the text.
statements-and-share =
    { $statements ->
        [one] 1 statement, { $share } % of the words
       *[other] { $statements } statements, { $share } % of the words
    }
more-statements =
    { $left ->
        [one] 1 more statement
       *[other] { $left } more statements
    }

## ui/views/timeline

no-dates = There are no dates in this article yet. Mark them in the text.
date-not-clear = Date not clear
published-here = Published

## ui/views/comparison

add-report = Add report
compare-needs-another = There is no other report to compare with yet. Add one as a new article, or import a file.
compare-hint = Add a report of the same event from your library, or bring in a new one.
remove-report = Remove
remove-this-report = Remove { $title }
reports-beside = Two to eight reports of one event, side by side
facts-of-reports = Facts of the reports
no-facts-in-reports = There are no facts in these reports yet. Mark names, figures, dates or quotes in the texts.
no-common-facts = These reports have no fact in common: { $some }.
facts-of-verdict =
    { $count ->
        [one] 1 fact is { $verdict }
       *[other] { $count } facts are { $verdict }
    }
facts-different = different
facts-reworded = reworded
facts-alike = alike
facts-only-in-some =
    { $reports ->
        [2] { $count ->
            [one] 1 stands in one report only
           *[other] { $count } stand in one report only
        }
       *[other] { $count ->
            [one] 1 stands only in some
           *[other] { $count } stand only in some
        }
    }
facts-paired = { $paired }.
facts-paired-and-others = { $paired }; { $some }.
not-in-this-report = Not in this report
apart = { $difference } apart
same-event = Same event?
compare-with-article = Compare with { $title }
show-only-in-some = Show what only some reports have
full-texts = Full texts
close-texts = Close texts
more-places =
    { $left ->
        [one] and in 1 more place
       *[other] and in { $left } more places
    }

## ui/views/library_facts

library-facts = Facts of the library
table = Table
filter = Filter
no-rows = No facts of this kind.
no-articles-yet = There are no articles in your library yet.
rows-counted =
    { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }

## workspace/commands

command-confirmed = Check: confirmed
command-wrong = Check: wrong
command-unclear = Check: unclear
command-open-again = Check: open again
command-read = Read the article
command-speech = Who said what
command-check-sheet = Check sheet
command-timeline = Timeline
command-compare = Compare with other reports
command-library-facts = All facts of the library
