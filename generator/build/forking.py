"""Whether this system lets a process be copied as it stands."""

from __future__ import annotations

import sys
from multiprocessing import get_all_start_methods


def can_fork() -> bool:
    """True where a forked process sees everything that is there, and the system does not advise against it."""
    return "fork" in get_all_start_methods() and sys.platform != "darwin"
