### How a new article comes in. Sections are the files of `src` that say it first.

## ui/views/start

paste-news-article = Paste a news article
start-lead = Newsmark marks who, where, how much and when, and who says what.
start-placeholder = From the headline to the last line
start-private = Nothing leaves this device.
start-taste = [P|Solberg] said the gates would close [N|about 12] times a year, and work is to end in [D|2031], according to [O|Norder Marine].
what-you-get = What you get
new-article-details = What is known of the article
outlet = Outlet
taking-in-text = Taking in { $size } MB of text…

## ui/components/language

newsmark-reads-english =
    { $count ->
        [0] Newsmark reads English. This article is in another language, so nothing was marked; you can mark by hand.
        [one] Newsmark reads English. This article is in another language: only 1 amount or date in figures was marked; you can mark the rest by hand.
       *[other] Newsmark reads English. This article is in another language: only { $count } amounts and dates in figures were marked; you can mark the rest by hand.
    }

## ui/desk/pages

page-closed = Browsers let no extension read this tab: it is a page of the browser’s own, of its store, or a PDF.
file-closed = The browser lets the extension read no files of this device. Allow it access to file addresses in the browser’s list of extensions, then press the button again.
copy-and-paste = Or copy the text there, and paste it here.
page-no-article = No article was found on the page, so all of its text stands here. Keep what you need, then press Annotate.
file-of-page = All text of the file stands here, what surrounds the article too. Keep what you need, then press Annotate.
select-on-page = Or select the passage on the page, and press Newsmark’s button there.
page-stub = Only the beginning of the article stands on the page. Sign in there, press Newsmark’s button again, and the rest comes too.
article-open-already = “{ $title }” is in your library. The page says the same as then.
taken-from-page = Taken from the page: { $details }.
no-date-on-page = The page tells no date: add it above.
page-says-otherwise = The page has changed since you took it. See what is different, then update the text; your marks go along.
page-gone = The page is not open any more, or its tab went elsewhere. Open { $source } and press Newsmark’s button there.
taken-title = title
taken-outlet = outlet
taken-byline = byline
taken-address = address
taken-date = date
detail-found = { $detail } ({ $part })
part-linked = JSON-LD
part-meta = meta tags
part-title = page title
part-time = time element
part-canonical = canonical address
part-address = tab
part-text = text

## formats/on_page

show-on-page = Show on the page
shown-on-page = { $marks ->
        [one] 1 mark
       *[other] { $marks } marks
    }, { $doubts ->
        [0] no doubts
        [one] 1 doubt
       *[other] { $doubts } doubts
    }{ $lost ->
        [0] .
        [one] ; 1 mark has no place on the page as it is now.
       *[other] ; { $lost } marks have no place on the page as it is now.
    }
hide-marks = Hide
open-in-newsmark = Open in Newsmark
not-on-page = Not on the page any more
