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
