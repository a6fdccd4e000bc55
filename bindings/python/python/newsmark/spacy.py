"""Newsmark as a component of spaCy: ``nlp.add_pipe("newsmark")``.

All annotations are in ``doc.spans["newsmark"]``. Those that name or count something, where they do not overlap,
are the entities too (``doc.ents``, beside or instead of those that are there); a span's ``._.newsmark`` is its
annotation, with value, score and entity.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from . import extract

SPEECH = frozenset(["QUOTE", "REPORTED", "SOURCE"])


@Language.factory(
    "newsmark",
    default_config={"published": None, "overwrite_ents": True},
    assigns=["doc.ents", "doc.spans"],
)
def create(nlp, name, published, overwrite_ents):
    """Makes the component. ``published`` is the day for documents that have none of their own in
    ``doc._.published``; with ``overwrite_ents=False`` entities of others stay where they are."""
    return Newsmark(published, overwrite_ents)


class Newsmark:
    def __init__(self, published, overwrite_ents):
        self.published = published
        self.overwrite_ents = overwrite_ents
        if not Doc.has_extension("published"):
            Doc.set_extension("published", default=None)
        if not Span.has_extension("newsmark"):
            Span.set_extension("newsmark", getter=annotation)

    def __call__(self, doc):
        found = {}
        spans = []
        for it in extract(doc.text, doc._.published or self.published):
            # Words are spaCy's here: a mark that ends inside one takes it whole.
            span = doc.char_span(it.start, it.end, label=it.label, alignment_mode="expand")
            if span is not None:
                spans.append(span)
                found[(span.start, span.end, span.label_)] = it
        doc.user_data["newsmark"] = found
        doc.spans["newsmark"] = spans
        ents = filter_spans([span for span in spans if span.label_ not in SPEECH])
        if not self.overwrite_ents:
            taken = {token.i for ent in doc.ents for token in ent}
            ents = [*doc.ents, *(span for span in ents if taken.isdisjoint(range(span.start, span.end)))]
        doc.ents = ents
        return doc


def annotation(span):
    """What Newsmark says of a span, or ``None``."""
    return span.doc.user_data.get("newsmark", {}).get((span.start, span.end, span.label_))
