### The frame of the page: the bar, its menus, the panel, the card at a mark.

## ui/components/bar

more = More
this-article = This article
share-a-link = Share a link
more-formats = More formats
reject-all = Reject all
read-again = Read again
small-numbers = Small numbers
accept-sure-ones = Accept those that are…
keyboard = Keyboard
in-all-articles = In all articles
undo-step = Undo: { $what }
redo-step = Redo: { $what }
doubts-counted =
    { $count ->
        [one] 1 doubt
       *[other] { $count } doubts
    }
doubts-possible =
    { $count ->
        [one] 1 more that may be nothing
       *[other] { $count } more that may be nothing
    }

## ui/components/meta

meta-tip = Title, outlet, date and source
meta-add = Add outlet and date
reviewed-figures = { $reviewed } of { $all }
left-to-review =
    { $left ->
        [0] reviewed
        [one] 1 left
       *[other] { $left } left
    }

## ui/components/panel

switches = Marked in the text
letters-on-marks = Letters on marks
names = Names
amounts = Amounts
dates = Dates
speech = Speech
doubts = Doubts
all-entities = All { $count }
all-mentions = All mentions
mention-place = Mention { $place } of { $count }
next-mention = Next mention
previous-mention = Previous mention
close-mark = Close
marks-not-shown =
    { $count ->
        [one] And 1 that the text does not show now.
       *[other] And { $count } that the text does not show now.
    }
panel-empty = No marks yet. Select words in the text, then choose what they are.

## ui/components/card

details = Details
close-details = Close
label-and-status = { $label } · { $status }
doubt-told = { $kind }: { $reckoning }
source-open-long = Source open
accept-all-mentions = Accept all { $count }
accept-all-of-label = Accept all { $count }: { $label }

## workspace/commands

command-history = History: what the article was on earlier days

## ui/components/help

all-keys = All keys
change-keys = Change keys
