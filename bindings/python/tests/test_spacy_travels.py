"""What the component writes into a document goes where spaCy takes documents: files, other processes, other documents."""

import datetime

import newsmark
import pytest

spacy = pytest.importorskip("spacy")

from spacy.tokens import Doc, DocBin

TEXT = "“We need $5 million,” Ada Obi said in Lagos on Tuesday."


@pytest.fixture
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("newsmark", config={"published": "2024-07-02"})
    return nlp


def marks(doc):
    return [span._.newsmark for span in doc.spans["newsmark"]]


def test_bytes_keep_the_marks(nlp):
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert marks(again) == marks(doc) == newsmark.extract(TEXT, "2024-07-02")


def test_two_processes_give_what_one_gives(nlp):
    texts = [TEXT, "", "In Rome."] * 4
    one, two = (list(nlp.pipe(texts, n_process=n, batch_size=2)) for n in (1, 2))
    assert [marks(doc) for doc in two] == [marks(doc) for doc in one]
    assert marks(two[0]) == newsmark.extract(TEXT, "2024-07-02")


def test_documents_take_their_day_with_them_into_other_processes():
    nlp = spacy.blank("en")
    nlp.add_pipe("newsmark")

    def published(day):
        doc = nlp.make_doc("On Tuesday.")
        doc._.published = day
        return doc

    docs = [published(datetime.date(2024, 7, 2)), published("2024-07-09T10:00:00Z"), nlp.make_doc("On Tuesday.")]
    days = [mark.value["timex"] for doc in nlp.pipe(docs, n_process=2, batch_size=1) for mark in marks(doc)]
    assert days == ["2024-07-02", "2024-07-09", "XXXX-WXX-2"]
    with pytest.raises(TypeError, match="published is a date.*, and this is of type int"):
        published(2024)


def test_a_file_of_documents_keeps_the_marks(nlp, tmp_path):
    docs = [nlp(TEXT), nlp("In Rome.")]
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "docs.spacy")
    again = list(DocBin().from_disk(tmp_path / "docs.spacy").get_docs(nlp.vocab))
    assert [marks(doc) for doc in again] == [marks(doc) for doc in docs]


def test_documents_are_joined_with_their_marks(nlp):
    other = "“No,” Chen Wei said."
    joined = Doc.from_docs([nlp(TEXT), nlp(other)])
    assert [span.text for span in joined.spans["newsmark"]][-2:] == ["No", "Chen Wei"]
    found = marks(joined)
    assert [joined.text[it.start : it.end] for it in found] == [it.text for it in found]
    quotes = [it for it in found if it.label == "QUOTE"]
    assert [[found[place].text for place in it.said_by] for it in quotes] == [["Ada Obi"], ["Chen Wei"]]


def test_a_part_becomes_a_document_with_its_marks(nlp):
    doc = nlp(TEXT)
    part = doc.ents[1].sent if doc.has_annotation("SENT_START") else doc[doc.ents[1].start :]
    alone = part.as_doc(copy_user_data=True)
    person = alone.ents[0]._.newsmark
    assert (person.text, person.start, alone.text[person.start : person.end]) == ("Ada Obi", 0, "Ada Obi")


def test_a_document_can_be_copied_and_pickled(nlp):
    import pickle

    doc = nlp(TEXT)
    assert marks(doc.copy()) == marks(doc)
    assert marks(pickle.loads(pickle.dumps(doc))) == marks(doc)


def test_a_mark_that_cuts_a_word_keeps_its_own_place():
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=text.split(" "))
    nlp.add_pipe("newsmark")
    doc = nlp("They met in Rome.")
    span = next(span for span in doc.spans["newsmark"] if span.label_ == "LOC")
    assert (span.text, span._.newsmark.text, span._.newsmark.start, span._.newsmark.end) == ("Rome.", "Rome", 12, 16)
