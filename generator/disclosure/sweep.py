"""The last look before anything is published: every byte and every file name, searched for what must not get out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Final

from generator.disclosure.pieces import is_sealed, lots, texts
from generator.disclosure.public import PublicCase, PublicSite, PublicWorksite
from generator.disclosure.readings import readings
from generator.model import personal
from generator.model.portal import Portal

CANARY: Final = "金丝雀"
"""A word that only test records hold, in their private fields."""

NOT_PUBLIC: Final = "未公开或已停止公开的名称"
SEALED: Final = "加了密码或者已经损坏、没法核对的内容"
_OFFICE: Final = personal.PHONES | personal.MAIL
_SHORTEST_NAME: Final = 3  # two characters turn up in ordinary words
_WORTH_AN_INDEX: Final = 50
"""Names to look for in all texts: fewer are found sooner by reading each."""
_REMEMBERED: Final = 400_000
"""Clean texts to keep in mind: tens of megabytes."""


@dataclass(frozen=True, order=True, slots=True)
class Leak:
    """A file that must not go out, and why; never the text itself."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sweeper:
    """Knows the names that are not public on this day and the numbers that are."""

    names: tuple[str, ...] = ()
    given_out: frozenset[str] = frozenset()
    """Telephone numbers and addresses for mail that the portal itself gives out."""
    _expression: re.Pattern[str] | None = field(init=False, repr=False)
    _clean: set[int] = field(init=False, repr=False, compare=False, default_factory=set)
    """What was found clean, by hash and length: the same record stands in half a dozen data files.

    By its hash alone `Ym` would pass for 浙: Python hashes the bytes of a text, however many there are to a letter.
    """

    def __post_init__(self) -> None:
        words = sorted({CANARY, *map(_folded, self.names)}, key=lambda word: (-len(word), word))
        object.__setattr__(self, "_expression", re.compile("|".join(re.escape(word) for word in words)))

    def sweep(self, path: str, data: bytes, before: bytes = b"") -> Iterator[Leak]:
        """Every kind of leak in one file, at most once each.

        `before` is the same file as it was when it was swept and found clean: what stood in it is not read again.
        """
        kinds = [*self._remembered(path), *([SEALED] if is_sealed(path, data) else [])]
        swept = {hash(one) + len(one) + mark for (mark, _), pieces in lots(path, before) for one in pieces}
        for (mark, parts), pieces in lots(path, data):
            for piece in pieces:
                known = hash(piece) + len(piece) + mark
                if not (known in self._clean or known in swept):  # most have been seen before
                    kinds += self._read(known, parts(piece))
        yield from (Leak(path, kind) for kind in dict.fromkeys(kinds))

    def named(self, path: str, data: bytes, names: Iterable[str]) -> Iterator[Leak]:
        """The same for a few names alone, in a file that was clean before they became secret."""
        read = [_folded(one) for text in (path, *texts(path, data)) for one in readings(text)]
        if any(_folded(name) in text for name in names for text in read):
            yield Leak(path, NOT_PUBLIC)

    def _read(self, known: int, parts: Iterable[str]) -> list[str]:
        """What a piece holds; a clean one is remembered as a whole too."""
        found = [kind for part in parts for kind in self._remembered(part)]
        if not found:
            self._clean.add(known)
        return found

    def _remembered(self, part: str) -> list[str]:
        known = hash(part) + len(part)
        if known in self._clean:
            return []
        found = list(self._kinds(part))
        if not found:
            if len(self._clean) >= _REMEMBERED:
                self._clean.clear()
            self._clean.add(known)
        return found

    def _kinds(self, text: str) -> Iterator[str]:
        for reading in readings(text):
            for found in personal.find(reading):
                if found.kind not in _OFFICE or reading[found.start : found.end] not in self.given_out:
                    yield found.kind
            if self._expression and self._expression.search(_folded(reading)):
                yield NOT_PUBLIC


def _folded(text: str) -> str:
    """As a name is compared: letters, digits and brackets in their narrow forms."""
    return personal.plain(text).replace("（", "(").replace("）", ")")


def sweeper(portal: Portal, site: PublicSite, names: Collection[str]) -> Sweeper:
    """Those `names` of the records that no public page holds on this day, and what the portal itself gives out."""
    shown = (_public_texts(case) for case in site.cases), (_site_texts(one) for one in site.worksites)
    known = _Known({_folded(text) for text in {text for texts in chain(*shown) for text in texts}})
    secret = known.without(name for name in names if len(name) >= _SHORTEST_NAME)
    return Sweeper(tuple(sorted(secret)), frozenset(given for given in _given_out(portal, site) if given))


class _Known:
    """Texts of which somebody asks whether one holds a name, thousands of times: most are a text of their own."""

    def __init__(self, texts: Collection[str]) -> None:
        self._texts = texts

    def without(self, names: Iterable[str]) -> set[str]:
        """Those of the names that no text is or has in it."""
        folded = {name: _folded(name) for name in names}
        unsure = {name: word for name, word in folded.items() if word not in self._texts}
        holds = self.holds if len(unsure) > _WORTH_AN_INDEX else self._has
        return {name for name, word in unsure.items() if not holds(word)}

    def holds(self, name: str) -> bool:
        """True where a text is the name or has it in it."""
        return name in self._texts or any(name in text for text in self._with_rarest_piece(name))

    def _has(self, name: str) -> bool:
        return any(name in text for text in self._texts)

    def _with_rarest_piece(self, name: str) -> Collection[str]:
        """The fewest texts that can have it in them: those with its rarest three letters."""
        return min((self._by_piece.get(piece, ()) for piece in _pieces_of(name)), key=len)

    @cached_property
    def _by_piece(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for text in self._texts:
            for piece in set(_pieces_of(text)):
                found[piece].append(text)
        return found


def _pieces_of(text: str) -> Iterator[str]:
    return (text[start : start + _SHORTEST_NAME] for start in range(max(1, len(text) - _SHORTEST_NAME + 1)))


def _given_out(portal: Portal, site: PublicSite) -> Iterator[str | None]:
    """Numbers and addresses of hotlines, offices and authorities; the officer of a site has none on the web."""
    yield from (channel.number for channel in portal.channels)
    yield from (portal.publisher.telephone, portal.publisher.email)
    yield from (portal.board.inspection, portal.board.legal_service)
    yield from (office.phone for office in (portal.board.arbitration, portal.board.legal_aid) if office)
    yield from (phone for one in site.worksites for _, phone in one.authorities)


def _public_texts(case: PublicCase) -> Iterator[str]:
    yield case.employer.name
    yield case.employer.representative or ""
    yield from (person.name for person in (case.listing.persons if case.listing else ()))
    yield from (text for step in case.timeline for pair in step.facts for text in pair)


def _site_texts(worksite: PublicWorksite) -> Iterator[str]:
    """Parties of a worksite: shown there whatever a case of theirs has come to."""
    return (text for slot in worksite.slots if not slot.on_site for text in slot.values)
