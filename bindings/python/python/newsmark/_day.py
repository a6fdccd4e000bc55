"""Days of publication, as Python's libraries have them."""

import sys
from datetime import date, datetime

KINDS = 'a date, a time or text such as "2024-07-02"'


def day(published, name="published"):
    """A day as text, for the program to read; ``None`` where there is none. A time is the day that it has where it
    was told, in its own zone."""
    if is_missing(published):
        return None
    if isinstance(published, str):
        return whole(published, name)
    if isinstance(published, datetime):
        return published.date().isoformat()
    if isinstance(published, date):
        return published.isoformat()
    if is_of_numpy(published):
        return str(published.astype("datetime64[D]"))
    raise TypeError(f"{name} is {KINDS}, and this is of type {type(published).__name__}")


def is_day(value):
    """Whether :func:`day` reads it."""
    return isinstance(value, (str, date)) or is_of_numpy(value)


def is_of_numpy(value):
    """Whether it is NumPy's kind of time. NumPy is not loaded for this: without it there is none."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(value, numpy.datetime64)


def is_missing(value):
    """Whether it is what stands where there is nothing: ``None``, NaN, NaT, ``pandas.NA``."""
    if value is None:
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):
        # pandas.NA says neither yes nor no, and neither do arrays.
        return type(value).__name__ == "NAType"


def whole(text, name):
    """The text, unless a character of it is only there by half."""
    at = half_character(text)
    if at is not None:
        raise ValueError(f"{name} holds half a character (a lone surrogate) at {at}")
    return text


def half_character(text):
    """Where a lone surrogate stands; ``None`` where there is none."""
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None
