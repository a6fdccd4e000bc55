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
