### Labels and their values. Sections are the files of `src` that say it first.

## ui/components/label_menu

label-selected-text = Label the selected text
all-occurrences = All occurrences
new-label = New label
new-label-then-enter = New label, then Enter

## ui/components/labels

label-without-name = A label needs a name.
label-name-taken = There is already a label called { $name }. Choose another name.
labels = Labels
labels-hint = The labels of this article. Changes can be undone, and go into the exported file.
label-set = Label set
new-label-name = Name of the new label
add-label = Add label
label-name-field = Name of { $name }
label-colour-field = Colour of { $name }
label-key-field = Key of { $name }
label-description-field = Description of { $name }
show-label = Show { $name }
shown = shown
move-up = Move { $name } up
move-down = Move { $name } down
delete-listed-label = Delete { $name }
label-keeps-name = A label needs a name. It keeps the one it had.
deleted-label-marks =
    { $used ->
        [one] What becomes of the 1 mark that is { $name }?
       *[other] What becomes of the { $used } marks that are { $name }?
    }
make-marks-another = Make them { $name }
delete-marks-too = Delete them
label-unused = No mark has this label.
delete-label = Delete label
keep-label = Keep it
label-set-without-name = Give the label set a name to keep it.
for-other-articles = For other articles
kept-sets-hint = A kept set is offered for each new article.
kept-label-sets = Kept label sets
labels-in-set = 
    { $count ->
        [one] 1 label
       *[other] { $count } labels
    }
add-kept-set = Add “{ $name }” here
forget-kept-set = Forget “{ $name }”
label-set-name = Name of the label set
this-set-name = Name of this set
keep-this-set = Keep this set

## ui/desk/labelling

value-removed = The value was removed
value-changed = Value: { $describe }
value-title = change the value of “{ $quote }”
end-cannot-move = The end cannot move there
mark-resized = The mark is “{ $words }” now
resize-title = resize “{ $quote }”
mark-too-short = A mark has at least one character
start-moves = The start moves: arrow keys by word, with Shift by character
end-moves = The end moves: arrow keys by word, with Shift by character
change-labels-title = change the labels
label-colours-corrected = The colour of { $names } was hard to read on light or dark paper, and was adjusted.
delete-label-title = delete the label { $label }
done = Done: { $title }.
label-sets-kept = The label sets were saved
label-set-not-kept = The label set could not be saved. { $error }
label-without-values = Marks of this label have no value.
value-unreadable = “{ $short }” is not understood, and the value stays as it was. Write it like this: { $examples }.

## label

covers-person = Names of people; titles and roles stay outside
covers-org = Companies, agencies, parties, teams, media, alliances
covers-loc = Countries, cities, regions, rivers, buildings, sites
covers-norp = Nationalities, religions, ethnic and political groups, also as adjectives
covers-product = Products, vehicles, weapons and systems by name
covers-event = Named events: wars, summits, disasters, tournaments, elections
covers-work = Titles of laws, reports, books, films, songs
covers-money = Amounts of money, with currency and scale word
covers-percent = Percentages and percentage points
covers-quantity = A number with a unit of measure, ages included
covers-cardinal = Other numbers, in digits or words
covers-ordinal = First, 3rd
covers-date = Calendar and relative dates and periods
covers-time = Times of day
covers-duration = Lengths of time
covers-quote = Quoted speech, the words between the marks
covers-reported = Speech told without quotation marks
covers-source = Who says something, where it is no name
