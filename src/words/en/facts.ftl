### Views of facts: check sheet, who said what, timeline, comparison. Sections are the files of `src` that say it first.

## annotation/check

state-open = Open
state-confirmed = Confirmed
state-wrong = Wrong
state-unclear = Unclear

## facts/arithmetic

doubt-sum = The parts do not make the total
doubt-share = The share does not come out
doubt-growth = The change does not come out
doubt-conversion = The two measures differ
doubt-weekday = It was another day of the week
doubt-age = The age does not fit the date of birth
doubt-length = The length does not fit its ends
doubt-told-twice = Told twice, differently

## facts/compare

verdict-different = Different
verdict-otherwise = In other words
verdict-some = Not in all
verdict-all = In all
kind-name = Name
kind-amount = Amount
kind-date = Date
kind-quote = Statement

## formats/tables

check-sheet = Check sheet
fact = Fact
sentence = Sentence
state = State
evidence = Evidence
remark = Remark
checked-by = By
checked-at = When
doubt = Does not come out
sheet-progress = { $settled } of { $all } facts checked
quoted = quoted
told = told
source-of-statement = Source
role = Role
naming = Name
reason = Reason
how-told = How
statement = Statement
count-of-words = Words
article-of-row = Article
named = by name
sources-counted = { $named } by name, { $unnamed } without a name, { $anonymous } without one by request, { $open } open
timeline = Timeline
from-day = From
to-day = To
time-of-day = Time
as-written = As written
published-on = Published on { $date }
comparison = Comparison
verdict = Said
kind = Kind
report = Report { $number }
comparison-counted = { $different } different, { $otherwise } in other words, { $some } not in all, { $all } in all
reckoned-from = From
reckoning = Reckoning
all-figures = All figures
all-names = All names
all-dates = All dates
count-of-mentions = Mentions

## ui/views

read = Read
compare = Compare
views = Views
pages = Pages
previous-page = Previous
next-page = Next
page-of = { $from }–{ $until } of { $count }
save = Save
save-as-html = Save as HTML
save-as-markdown = Save as Markdown
save-as-svg = Save as SVG
save-as-json = Save as JSON
print = Print
statements-and-share =
    { $statements ->
        [one] 1 statement, { $words } words, { $share } %
       *[other] { $statements } statements, { $words } words, { $share } %
    }
dismiss-doubt = It comes out
checked-bar = Facts checked
order = Order
reading-order = As they are read
by-kind = By kind, open ones first
checked-by-you = Your name
no-facts = Nothing is marked in this article that could be checked.
no-such-facts = No fact is of this kind.
check-keys = Keys for the selected fact: { $confirmed } confirmed, { $wrong } wrong, { $unclear } unclear, { $open } open again. The next open one follows.
evidence-hint = Address or reference
open-evidence = Open the evidence
checked = “{ $quote }”: { $state }
check-title = check of “{ $quote }”
dismiss-title = dismiss the doubt about “{ $quote }”
all-facts-are-checked = All facts are checked.
nothing-is-dated = Nothing in this article is dated.
open-when = Open when
compare-with = Compare with
choose-an-article = Choose an article
compare-needs-another = Another report of the same event is needed: add it to the library as a new article.
compare-hint = Choose a report of the same event from the library.
take-away = Take away
no-facts-in-any = Nothing is marked in these articles.
nothing-in-common = The reports have no fact in common.
no-difference = The reports do not differ.
facts-of-the-library = Facts of the library
table = Table
filter = Filter
rows-of =
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
command-who-said-what = Who said what
command-check-sheet = Check sheet
command-timeline = Timeline
command-compare = Compare with other reports
command-library-facts = All facts of the library
