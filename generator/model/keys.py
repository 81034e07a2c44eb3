"""Every key that any record may have: the only words of a file that may be said again to whoever reads a message."""

from __future__ import annotations

from functools import cache

from generator.model.case import Case
from generator.model.catalogue import every_key
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.worksite import Worksite


@cache
def known_keys() -> frozenset[str]:
    """No key is a private fact; a word that is none may be a name that somebody wrote before the colon."""
    return frozenset(every_key((Case, Worksite, Outreach, Portal, Figures)))
