### What goes wrong with files and with the browser's storage: what happened, and what to do. The command line says these too.

## formats/error

file-empty = The file is empty. Choose another copy of it.
file-too-large = The file is too large: { $size } MB, and at most { $limit } MB are read. Split it into smaller files.
file-utf-16 = The file is UTF-16 text, and Newsmark reads UTF-8. Save it again as UTF-8.
file-not-utf-8 = The file is not UTF-8 text (see byte { $byte }): it may be a picture, a word processor document or text in an older encoding. Choose a Newsmark JSON file, or save the text as UTF-8.
file-not-json = The file is not a Newsmark file: it is not JSON. To annotate a plain text, paste it as a new article.
file-damaged = The file is damaged: its JSON is wrong at line { $line }, column { $column } ({ $reason }). Choose another copy, or correct that line.
file-cut-short = The file is incomplete: it breaks off at line { $line }. It was probably cut short while it was saved or sent; get it again.
file-with-duplicate-field = The file is ambiguous: the field "{ $key }" stands twice in one place (see line { $line }). Remove one of the two.
file-too-deep = The file is damaged: its JSON is nested too deeply (see line { $line }). Choose another copy.
file-without-text = The file is not a Newsmark file: it looks like { $format }, which does not hold the article's text. Choose a file exported as Newsmark JSON.
file-of-other-json = The file is JSON, but not of Newsmark: there is no "format": "newsmark" in it. Choose a file exported as Newsmark JSON.
file-newer = The file is of version { $version } of the Newsmark format, and this program reads version { $supported }. Get a newer Newsmark to open it; the file was not changed.
file-newer-with-generator = The file is of version { $version } of the Newsmark format (made by { $generator }), and this program reads version { $supported }. Get a newer Newsmark to open it; the file was not changed.
file-version-unknown = The file is damaged: its "version" is not a version of the Newsmark format. Choose another copy.
file-text-missing = The file is damaged: the article's text ("text" in "document") is missing. Choose another copy.
file-documents-missing = The library is damaged: its list of articles ("documents") is missing. Choose another copy.
line-not-json = The line is not JSON ({ $reason }). Expected: {"{"}"id":"…","text":"…","published":"2024-07-02"{"}"}.
line-text-missing = The line has no article text. Expected: {"{"}"id":"…","text":"…","published":"2024-07-02"{"}"}.
exchange-file-unreadable = The file looks like { $format }, but it cannot be read: { $place }: { $reason }. Export it again, or correct that place.
exchange-file-empty = No article and no annotation was found in the file, read as { $format }. Check that it is of this format, or let Newsmark find out which one it is.
why-not-json = it does not begin with {"{"}
why-cut-short = it breaks off

## store/error

storage-full = This browser's storage for Newsmark is full. Export this article, then delete articles that you no longer need: the bin gives its room to what is saved.
storage-blocked = This browser does not let Newsmark store anything here ({ $reason }). You can work on, but export your articles before you close the page.
storage-keeps-nothing = it does not keep what is written
record-damaged = The stored article { $title } cannot be read ({ $reason }). What there is of it is kept, and can be downloaded; nothing else is affected.
record-newer = The stored article { $title } was written by a newer Newsmark. Reload the page to get that version; until then it is left as it is.
record-missing = This article is no longer stored; another tab may have deleted it.
record-of-another-text = Another text is stored under the identity of the article “{ $title }”; it is left as it is. Export this article to keep what is here.

## annotation

status-suggested = suggested
status-accepted = accepted
status-rejected = rejected
