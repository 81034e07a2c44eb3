"""Whether this system lets a process be copied as it stands."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from multiprocessing import get_all_start_methods


def can_fork() -> bool:
    """True where a forked process sees everything that is there, and the system does not advise against it."""
    return "fork" in get_all_start_methods() and sys.platform != "darwin"


def give_back() -> None:
    """Let the system have the memory that nothing is in any more, where its library for C knows how (glibc).

    Reading a hundred thousand records leaves as much of it behind as all that is known of them takes.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
