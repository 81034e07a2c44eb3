"""罪名: which offence criminal proceedings are about; only one of them bears on the list (45号令 art 13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generator.model.event import CriminalAct, Event

CRIME: Final = "拒不支付劳动报酬"
"""The offence that stands on an order to pay; another one is transferred without it."""


def of_wages(offence: str | None) -> bool:
    """True for that offence, and where nobody has named any: a case here is about wages."""
    return offence is None or CRIME in offence


def named(events: Iterable[Event]) -> Iterator[tuple[Event, str | None]]:
    """Each act with the offence that it is about: the one it names, else the one named last before it."""
    last: str | None = None
    for event in events:
        if isinstance(event, CriminalAct):
            last = event.offence or last
        yield event, last
