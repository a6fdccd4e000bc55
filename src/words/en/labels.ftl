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
labels-hint = The labels of this article. Changes can be undone, and travel with the exported file.
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
label-set-without-name = A label set needs a name to be kept.
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

## ui/components/legend


## ui/desk/labelling

value-removed = The value is gone
value-changed = Value: { $describe }
value-title = value of “{ $quote }”
end-cannot-move = The end cannot go there
mark-resized = The mark is “{ $words }” now
resize-title = resize “{ $quote }”
mark-too-short = A mark has at least one character
start-moves = The start moves: arrow keys by word, with Shift by character
end-moves = The end moves: arrow keys by word, with Shift by character
change-labels-title = change the labels
label-colours-corrected = The colour of { $names } was hard to read on light or dark paper, and was made darker or lighter.
delete-label-title = delete the label { $label }
done = Done: { $title }.
label-sets-kept = Label sets are kept
label-set-not-kept = The label set could not be kept. { $error }
label-without-values = Marks of this label have no value.
value-unreadable = “{ $short }” cannot be read; the value stays as it was. For example: { $examples }.
