import datetime
import threading

import newsmark
import pytest

TEXT = "📉 Kenya raised $2.3 billion on Tuesday, Ada Obi said."


def labelled(found, label):
    return next(it for it in found if it.label == label)


def test_annotations_have_places_values_and_sources():
    found = newsmark.extract(TEXT, "2024-07-02")
    money = labelled(found, "MONEY")
    assert (money.start, money.end, money.text) == (15, 27, "$2.3 billion")
    assert money.value == {"amount": "2300000000", "currency": "USD"}
    assert labelled(found, "DATE").value == {"timex": "2024-07-02"}
    told = labelled(found, "REPORTED")
    assert [found[place].text for place in told.said_by] == ["Ada Obi"]
    assert all(TEXT[it.start : it.end] == it.text for it in found)


def test_a_day_may_be_a_date():
    by_text = newsmark.extract(TEXT, "2024-07-02")
    assert newsmark.extract(TEXT, datetime.date(2024, 7, 2)) == by_text
    assert newsmark.extract(TEXT, datetime.datetime(2024, 7, 2, 23, 59)) == by_text


@pytest.mark.parametrize("offsets, start", [("codepoint", 15), ("utf16", 16), ("byte", 18)])
def test_offsets_count_what_is_asked_for(offsets, start):
    assert labelled(newsmark.extract(TEXT, offsets=offsets), "MONEY").start == start


def test_what_is_wrong_is_named():
    with pytest.raises(ValueError, match='"soon" is no date such as 2024-07-02'):
        newsmark.extract(TEXT, "soon")
    with pytest.raises(ValueError, match="offsets is one of byte, codepoint, utf16"):
        newsmark.extract(TEXT, offsets="words")
    with pytest.raises(TypeError):
        newsmark.extract(None)
    with pytest.raises(ValueError, match="text: .*100 MB"):
        newsmark.extract("a" * (101 << 20))


def test_several_threads_read_at_once():
    wanted = newsmark.extract(TEXT)
    results = []
    threads = [threading.Thread(target=lambda: results.append(newsmark.extract(TEXT))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [wanted] * 8
