"""The last look before anything is published: every byte and every file name, searched for what must not get out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from generator.disclosure.public import PublicCase, PublicSite, PublicWorksite
from generator.ledger import Ledger
from generator.model import personal
from generator.model.event import Listed

CANARY: Final = "金丝雀"
"""A word that only test records hold, in their private fields."""

_SHORTEST_NAME: Final = 3  # two characters turn up in ordinary words


@dataclass(frozen=True, slots=True)
class Leak:
    """A file that must not go out, and why; never the text itself."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sweeper:
    """Knows the names that are not public on this day and the numbers that are."""

    names: tuple[str, ...] = ()
    phones: frozenset[str] = frozenset()
    _expression: re.Pattern[str] | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words = sorted({CANARY, *self.names}, key=lambda word: (-len(word), word))
        object.__setattr__(self, "_expression", re.compile("|".join(re.escape(word) for word in words)))

    def sweep(self, path: str, data: bytes) -> Iterator[Leak]:
        """Every kind of leak in one file, at most once each."""
        text = html.unescape(data.decode("utf-8", errors="replace"))
        kinds = [found for body in (path, text) for found in self._kinds(body)]
        yield from (Leak(path, kind) for kind in dict.fromkeys(kinds))

    def _kinds(self, text: str) -> Iterator[str]:
        for found in personal.find(text):
            if found.kind not in personal.PHONES or text[found.start : found.end] not in self.phones:
                yield found.kind
        if self._expression and self._expression.search(text):
            yield "未公开或已停止公开的名称"


def sweeper(ledger: Ledger, site: PublicSite) -> Sweeper:
    """Every name in the records that no public page holds on this day, and the portal's own telephone numbers."""
    shown = (_public_texts(case) for case in site.cases), (_site_texts(one) for one in site.worksites)
    known = " ".join(text for texts in chain(*shown) for text in texts)
    names = {name for name in _names(ledger) if len(name) >= _SHORTEST_NAME and name not in known}
    return Sweeper(tuple(sorted(names)), frozenset(phone for phone in _public_phones(ledger, site) if phone))


def _public_phones(ledger: Ledger, site: PublicSite) -> Iterator[str | None]:
    """Numbers of hotlines, offices and authorities; the officer of a site has none on the web."""
    board = ledger.portal.record.board
    yield from (channel.number for channel in ledger.portal.record.channels)
    yield from (board.inspection, board.legal_service)
    yield from (office.phone for office in (board.arbitration, board.legal_aid) if office)
    yield from (phone for one in site.worksites for _, phone in one.authorities)


def _public_texts(case: PublicCase) -> Iterator[str]:
    yield case.employer.name
    yield case.employer.representative or ""
    yield from (person.name for person in (case.listing.persons if case.listing else ()))
    yield from (text for step in case.timeline for pair in step.facts for text in pair)


def _site_texts(worksite: PublicWorksite) -> Iterator[str]:
    """Parties of a worksite: shown there whatever a case of theirs has come to."""
    return (text for slot in worksite.slots if not slot.on_site for text in slot.values)


def _names(ledger: Ledger) -> Iterable[str]:
    for case in ledger.cases:
        employer = case.record.employer
        yield employer.name
        if employer.representative:
            yield employer.representative
        for event in case.record.events:
            if isinstance(event, Listed):
                yield from (person.name for person in event.persons)
