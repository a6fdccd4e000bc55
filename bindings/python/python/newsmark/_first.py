"""What is loaded when it is first needed."""

import os
import threading

_lock = threading.RLock()

# A process that forks while another thread loads PyArrow would leave its child waiting for that thread forever: the
# fork waits for it instead.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_lock.release)


def arrow(wanted_by):
    """PyArrow; ``wanted_by`` is the function that needs it."""
    try:
        with _lock:
            import pyarrow
            import pyarrow.compute
    except ImportError:
        raise ImportError(f'newsmark.{wanted_by} needs PyArrow: pip install "newsmark[arrow]"') from None
    return pyarrow
