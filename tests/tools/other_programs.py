"""Other programs read what Newsmark writes, and Newsmark reads what they write and gives it back as it was.

Run by `cargo xtask test`: other_programs.py NEWSMARK PART, where PART is cassis, conllu or spacy.
"""

import json
import subprocess
import sys

PROGRAM = sys.argv[1]

# An emoji, so that offsets in different units differ; two sentences over two lines.
TEXT = "Ada Byron 📉 paid €3.5 million to Acme Ltd. in Rome on 2 July 2024.\nLi Wei left Paris with 32 members."


def newsmark(arguments, text):
    done = subprocess.run([PROGRAM, *arguments], input=text, capture_output=True, text=True)
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout


def convert(text, start, end):
    return newsmark(["convert", "--from", start, "--to", end], text)


def ours():
    """A file of ours, and its marks: start, end, label, words."""
    file = newsmark(["extract"], TEXT)
    marks = {(it["start"], it["end"], it["label"], it["quote"]) for it in json.loads(file)["annotations"]}
    assert len(marks) >= 6, marks
    return file, marks


def flat(marks):
    """Of marks that overlap the longer."""
    kept = []
    for mark in sorted(marks, key=lambda it: (it[0] - it[1], it[0])):
        if all(mark[1] <= other[0] or other[1] <= mark[0] for other in kept):
            kept.append(mark)
    return sorted(kept)


def cassis():
    import cassis

    entity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
    file, marks = ours()
    cas = cassis.load_cas_from_json(convert(file, "newsmark", "cas"))
    read = {(it.begin, it.end, it.value, it.get_covered_text()) for it in cas.select(entity)}
    assert cas.sofa_string == TEXT and read == marks, read ^ marks

    types = cassis.TypeSystem()
    claim = types.create_type("custom.Claim", "uima.tcas.Annotation")
    types.create_feature(claim, "value", "uima.cas.String")
    types.create_feature(claim, "sure", "uima.cas.Integer")
    link = types.create_type("custom.ClaimLink", "uima.cas.TOP")
    types.create_feature(link, "role", "uima.cas.String")
    types.create_feature(link, "target", claim)
    host = types.create_type("custom.Deed", "uima.tcas.Annotation")
    types.create_feature(host, "links", "uima.cas.FSArray", elementType=link)
    relation = types.create_type("custom.Owns", "uima.tcas.Annotation")
    types.create_feature(relation, "Governor", claim)
    types.create_feature(relation, "Dependent", claim)
    cas = cassis.Cas(types)
    cas.sofa_string = TEXT
    ada, gap = claim(begin=0, end=9, value="*", sure=3), claim(begin=10, end=10, value="gap")
    rome = claim(begin=TEXT.index("Rome"), end=TEXT.index("Rome") + 4)
    deed = host(begin=12, end=16)
    deed.links = types.get_type("uima.cas.FSArray")(elements=[link(role="by", target=ada), link(role="in", target=rome)])
    cas.add_all([ada, gap, rome, deed, relation(begin=rome.begin, end=rome.end, Governor=ada, Dependent=rome)])
    written = cas.to_json()
    labels = {it["label"]: it["quote"] for it in json.loads(convert(written, "cas", "newsmark"))["annotations"]}
    assert labels == {"*": "Ada Byron", "Claim": "Rome", "Deed": "paid"}, labels
    again = cassis.load_cas_from_json(convert(written, "cas", "cas"))

    def content(cas):
        found = []
        for it in cas.select_all_annotations():
            fields = {name: getattr(it, name, None) for name in ("value", "sure")}
            ends = [getattr(it, name, None) for name in ("Governor", "Dependent")]
            links = getattr(it, "links", None)
            filled = [(one.role, one.target.begin) for one in links.elements] if links else []
            found.append((it.begin, it.end, it.type.name, str(fields), [end and end.begin for end in ends], filled))
        return sorted(found, key=str)

    assert content(again) == content(cas), (content(again), content(cas))


def conllu():
    import conllu

    file, marks = ours()
    sentences = conllu.parse(convert(file, "newsmark", "conllu"))
    names = []
    for token in (token for sentence in sentences for token in sentence):
        tag = (token["misc"] or {}).get("NE", "O")
        if tag.startswith("B-"):
            names.append((tag[2:], token["form"]))
        elif tag.startswith("I-"):
            names[-1] = (names[-1][0], names[-1][1] + token["form"])
    expected = [(label, "".join(words.split())) for _, _, label, words in flat(marks)]
    assert names == expected, (names, expected)

    def token(number, form, name, **others):
        misc = {"NE": name, **others.pop("misc", {})}
        return {"id": number, "form": form, "lemma": form.lower(), "upos": "X", "xpos": "Y",
                "feats": {"Case": "Nom", "Number": "Sing"}, "head": 1, "deprel": "dep",
                "deps": [("dep", 1)], "misc": misc, **others}  # fmt: skip

    tokens = [token(1, "Ada", "B-PERSON"), token(2, "Byron", "I-PERSON", misc={"Gloss": "poet"})]
    part = {name: None for name in ("lemma", "upos", "xpos", "feats", "head", "deprel", "deps", "misc")}
    tokens += [{"id": (3, "-", 4), "form": "isn't", **part}, token(3, "is", "O"), token(4, "n't", "O")]
    tokens += [token(5, "here", "O", misc={"SpaceAfter": "No"}), token(6, ".", "O")]
    metadata = {"sent_id": "a-1", "text": "Ada Byron isn't here.", "text_de": "Ada Byron ist nicht da."}
    made = conllu.TokenList(tokens, metadata=conllu.models.Metadata(metadata)).serialize()
    again = convert(made, "conllu", "conllu")
    assert again == made, (again, made)
    read = json.loads(convert(made, "conllu", "newsmark"))
    assert read["document"]["text"] == metadata["text"], read["document"]
    assert [(it["label"], it["quote"]) for it in read["annotations"]] == [("PERSON", "Ada Byron")]


def spacy():
    import spacy
    from spacy.training.converters import conllu_to_docs

    file, marks = ours()
    docs = list(conllu_to_docs(convert(file, "newsmark", "conllu"), n_sents=1))
    names = [(it.label_, "".join(it.text.split())) for doc in docs for it in doc.ents]
    expected = [(label, "".join(words.split())) for _, _, label, words in flat(marks)]
    assert names == expected, (names, expected)

    nlp = spacy.blank("en")
    doc = nlp(TEXT)
    doc.ents = [doc.char_span(0, 9, label="PERSON"), doc.char_span(TEXT.index("Rome"), TEXT.index("Rome") + 4, label="GPE")]
    (read,) = json.loads(convert(json.dumps(doc.to_json()), "spacy", "newsmark"))["documents"]
    labels = {(it["label"], it["quote"]) for it in read["annotations"]}
    assert labels == {("PERSON", "Ada Byron"), ("GPE", "Rome")}, labels


{"cassis": cassis, "conllu": conllu, "spacy": spacy}[sys.argv[2]]()
