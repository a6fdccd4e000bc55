"""What is loaded when it is first needed."""

import os
import threading

from ._newsmark import extract_batch

_lock = threading.RLock()
_is_ready = False

# A process that forks while another thread loads PyArrow, pandas for it, or the name model would leave its child
# waiting for that thread forever: the fork waits for it instead.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_lock.release)


def ready(wanted_by):
    """Lets the program make once what it keeps for batches: its model, its lists of words, its ways to PyArrow and
    back. PyArrow loads pandas with its first list, where that is installed."""
    global _is_ready
    if not _is_ready:
        with _lock:
            sample = array(["“We need $5 million,” Ada Obi said in Lagos on Tuesday."], "large_string", wanted_by)
            extract_batch(sample, "2024-07-02", "codepoint", 1)
            _is_ready = True


def arrow(wanted_by):
    """PyArrow; ``wanted_by`` is the function that needs it."""
    try:
        with _lock:
            import pyarrow
            import pyarrow.compute
    except ImportError:
        raise ImportError(f'newsmark.{wanted_by} needs PyArrow: pip install "newsmark[arrow]"') from None
    return pyarrow


def array(values, type, wanted_by):
    """An array of PyArrow, which loads pandas with the first one, where that is installed."""
    pyarrow = arrow(wanted_by)
    with _lock:
        return pyarrow.array(values, type=type)
