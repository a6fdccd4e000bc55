import newsmark
import pytest

spacy = pytest.importorskip("spacy")

TEXT = "“We need $5 million,” Ada Obi said in Lagos on Tuesday."


def test_it_is_a_component():
    nlp = spacy.blank("en")
    nlp.add_pipe("newsmark", config={"published": "2024-07-02"})
    doc = nlp(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("$5 million", "MONEY"),
        ("Ada Obi", "PERSON"),
        ("Lagos", "LOC"),
        ("Tuesday", "DATE"),
    ]
    assert doc.ents[0]._.newsmark.value == {"amount": "5000000", "currency": "USD"}
    assert doc.ents[3]._.newsmark.value == {"timex": "2024-07-02"}
    found = newsmark.extract(TEXT, "2024-07-02")
    assert [span._.newsmark for span in doc.spans["newsmark"]] == found
    assert doc[0:1]._.newsmark is None


def test_a_document_may_have_its_own_day():
    nlp = spacy.blank("en")
    nlp.add_pipe("newsmark")
    doc = nlp.make_doc("On Tuesday.")
    doc._.published = "2024-07-02"
    assert nlp(doc).ents[0]._.newsmark.value == {"timex": "2024-07-02"}


def test_entities_of_others_may_stay():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "CITY", "pattern": "Lagos"}])
    nlp.add_pipe("newsmark", config={"overwrite_ents": False})
    assert ("Lagos", "CITY") in [(ent.text, ent.label_) for ent in nlp(TEXT).ents]


def test_pipelines_are_saved_and_run_in_batches(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("newsmark", config={"published": "2024-07-02"})
    nlp.to_disk(tmp_path)
    docs = list(spacy.load(tmp_path).pipe([TEXT, "", "In Rome."]))
    assert [len(doc.ents) for doc in docs] == [4, 0, 1]
