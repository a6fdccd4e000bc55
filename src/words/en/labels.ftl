### Labels and their values. Sections are the files of `src` that say it first.

## ui/components/label_menu

label-the-selected-text = Label the selected text
all-occurrences = All occurrences
new-label = New label
new-label-then-enter = New label, then Enter

## ui/components/labels

a-label-needs-a = A label needs a name.
there-is-a-label-already = There is a label { $name } already.
labels = Labels
the-labels-of-this = The labels of this article. Changes can be undone, and travel with the exported file.
label-set = Label set
name-of-the-new = Name of the new label
add-label = Add label
name-of = Name of { $name }
colour-of = Colour of { $name }
key-of = Key of { $name }
description-of = Description of { $name }
show-named = Show { $name }
shown = shown
move-up = Move { $name } up
move-down = Move { $name } down
delete-named = Delete { $name }
the-old-name-stays = {" "}The old name stays.
it-marks-as = it marks as { $name }
the-key-is-taken = The key { $key } is taken: { $taken }. The old key stays.
marks-of-deleted-label = { $used } marks are { $name }. They
become-label = become { $name }
are-deleted = are deleted
no-mark-has-this = No mark has this label.
delete-label = Delete label
keep-it = Keep it
a-label-set-needs = A label set needs a name to be kept.
for-other-articles = For other articles
a-kept-set-is = A kept set is offered for each new article.
kept-label-sets = Kept label sets
labels-in-set = 
    { $count ->
        [one] 1 label
       *[other] { $count } labels
    }
add-here = Add “{ $name }” here
forget = Forget “{ $name }”
name-of-the-label = Name of the label set
name-of-this-set = Name of this set
keep-this-set = Keep this set

## ui/components/legend


## ui/desk/labelling

the-value-is-gone = The value is gone
value-is = Value: { $describe }
value-title = value of “{ $quote }”
the-end-cannot-go = The end cannot go there
the-mark-is-now = The mark is “{ $words }” now
resize-title = resize “{ $quote }”
a-mark-has-at = A mark has at least one character
the-start-moves-arrow = The start moves: arrow keys by word, with Shift by character
the-end-moves-arrow = The end moves: arrow keys by word, with Shift by character
change-labels-title = change the labels
the-colour-of-was = The colour of { $names } was hard to read on light or dark paper, and was made darker or lighter.
delete-label-title = delete the label { $label }
done = Done: { $title }.
label-sets-are-kept = Label sets are kept
the-label-set-could = The label set could not be kept. { $error }
marks-of-this-label = Marks of this label have no value.
cannot-be-read-the = “{ $short }” cannot be read; the value stays as it was. For example: { $examples }.
