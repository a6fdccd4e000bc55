"""Newsmark as a component of spaCy: ``nlp.add_pipe("newsmark")``.

All annotations are in ``doc.spans["newsmark"]``. Those that name or count something, where they do not overlap,
are the entities too (``doc.ents``, beside or instead of those that are there); a span's ``._.newsmark`` is its
annotation, with value, score and entity.

They go with the document, into bytes, files and other processes, and into documents that are made of several or of a
part: what is kept is plain data, beside the span and counted from its start, where spaCy itself keeps such things.
``import newsmark.spacy`` is enough to read a file of documents.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from . import Annotation, extract
from ._day import day

SPEECH = frozenset(["QUOTE", "REPORTED", "SOURCE"])

# Where spaCy keeps a document's attribute.
PUBLISHED = ("._.", "published", None, None)


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

    def __call__(self, doc):
        found = extract(doc.text, doc._.published or self.published)
        # Words are spaCy's here: a mark that ends inside one takes it whole.
        spans = [doc.char_span(it.start, it.end, label=it.label, alignment_mode="expand") for it in found]
        for span, it in zip(spans, found):
            if span is not None:
                sources = [spans[place] for place in it.said_by if spans[place] is not None]
                span._.newsmark_marks = {**(span._.newsmark_marks or {}), it.label: plain(span, it, sources)}
        spans = [span for span in spans if span is not None]
        doc.spans["newsmark"] = spans
        ents = filter_spans([span for span in spans if span.label_ not in SPEECH])
        if not self.overwrite_ents:
            taken = {token.i for ent in doc.ents for token in ent}
            ents = [*doc.ents, *(span for span in ents if taken.isdisjoint(range(span.start, span.end)))]
        doc.ents = ents
        return doc


def plain(span, it, sources):
    """An annotation as plain data, with places that count from the start of its span."""
    origin = span.start_char
    return {
        "start": it.start - origin,
        "end": it.end - origin,
        "text": it.text,
        "value": it.value,
        "score": it.score,
        "entity": it.entity,
        "said_by": [[source.start_char - origin, source.end_char - origin, source.label_] for source in sources],
    }


def annotation(span):
    """What Newsmark says of a span, or ``None``. Who said something is told by places in
    ``doc.spans["newsmark"]``."""
    mark = (span._.newsmark_marks or {}).get(span.label_)
    if mark is None:
        return None
    origin, sources = span.start_char, ()
    if mark["said_by"]:
        all_spans = span.doc.spans["newsmark"] if "newsmark" in span.doc.spans else ()
        places = {(it.start_char, it.end_char, it.label_): place for place, it in enumerate(all_spans)}
        wanted = ((origin + start, origin + end, label) for start, end, label in mark["said_by"])
        sources = tuple(places[source] for source in wanted if source in places)
    fields = {**mark, "start": origin + mark["start"], "end": origin + mark["end"], "said_by": sources}
    return Annotation(label=span.label_, **fields)


def published(doc):
    """The day of publication of a document."""
    return doc.user_data.get(PUBLISHED)


def publish(doc, value):
    """Sets the day of publication, as text, which goes into files and other processes."""
    doc.user_data[PUBLISHED] = day(value)


if not Doc.has_extension("published"):
    Doc.set_extension("published", getter=published, setter=publish)
if not Span.has_extension("newsmark"):
    Span.set_extension("newsmark_marks", default=None)
    Span.set_extension("newsmark", getter=annotation)
