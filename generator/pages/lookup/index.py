"""The road without a script: names on shelves, one for each letter and one for each town, cut into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator import routes
from generator.pages.lookup.folding import fold
from generator.pages.lookup.places import without_place
from generator.pages.lookup.sound import OTHER, initials, key
from generator.pages.lookup.units import FoundCase, Unit
from generator.pages.slugs import slugs

LEAF: Final = 200
"""Names on one page: what an old phone draws at once."""
_HINT: Final = 3
"""Syllables that tell where a page begins. Sounds and no names: a name must not outlive its cases on another page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a shelf with the addresses of its cases."""

    name: str
    code: str | None
    code_until: date
    cases: tuple[tuple[str, bool, date], ...]
    """Number, whether it is a sample, last day."""

    @property
    def until(self) -> date:
        """Last day on which the name is shown."""
        return max(until for *_, until in self.cases)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a shelf, as others link to it."""

    address: str
    number: int
    begins: str
    """The first syllables on it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All names of one letter or town."""

    label: str
    count: int
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """All shelves, for the page that links to every leaf."""

    letters: tuple[Shelf, ...]
    towns: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class NamePage:
    """One leaf with its names. It knows how many others there are and nothing of what stands on them."""

    heading: str
    shelf: str
    """The shelf's own part of the address, e.g. `z` or `towns/gushanzhen`."""
    number: int
    of: int
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Where the leaf stands."""
        return routes.lookup_shelf(self.shelf, self.number)


Placed = tuple[tuple[str, ...], Entry]
"""A name and the sounds by which it is sorted."""


@dataclass(frozen=True, slots=True)
class Index:
    """The whole index of a site."""

    directory: Directory
    pages: tuple[NamePage, ...]


def index(every: Sequence[Unit], city: str) -> Index:
    """Every name under its letters and its towns."""
    entries = [_entry(unit) for unit in every]
    letters = tuple(_letters(entries, city))
    towns = tuple(_towns(every, entries, city))
    return Index(
        Directory(tuple(shelf for shelf, _ in letters), tuple(shelf for shelf, _ in towns)),
        tuple(page for _, pages in (*letters, *towns) for page in pages),
    )


def _letters(entries: Sequence[Entry], city: str) -> Iterator[tuple[Shelf, list[NamePage]]]:
    """By the name as written, and again by what follows the place: half a county's names begin with the province."""
    found: dict[str, list[Placed]] = {}
    for entry in entries:
        folded = fold(entry.name)
        for name in dict.fromkeys((folded, without_place(folded, city))):
            placed = (key(name), entry)
            for letter in initials(name):
                found.setdefault(letter, []).append(placed)
    for letter in sorted(found, key=lambda one: (one == OTHER, one)):
        label = "其他" if letter == OTHER else letter.upper()
        heading = "名称不以汉字或字母开头的单位" if letter == OTHER else f"拼音首字母 {label}"
        yield _shelf(label, heading, letter, found[letter])


def _towns(every: Sequence[Unit], entries: Sequence[Entry], city: str) -> Iterator[tuple[Shelf, list[NamePage]]]:
    """A unit stands in each town in which one of its cases lies, with all its cases."""
    found: dict[str, list[Placed]] = {}
    for unit, entry in zip(every, entries, strict=True):
        placed = (key(without_place(fold(unit.name), city)), entry)
        for town in dict.fromkeys(case.town for case in unit.cases if case.town):
            found.setdefault(town, []).append(placed)
    addresses = slugs(found)
    for town in sorted(found, key=lambda one: (key(one), one)):
        yield _shelf(town, f"{town}的单位", f"towns/{addresses[town]}", found[town])


def _shelf(label: str, heading: str, shelf: str, placed: list[Placed]) -> tuple[Shelf, list[NamePage]]:
    placed.sort(key=lambda one: (one[0], one[1].name, one[1].cases))
    cuts = [placed[start : start + LEAF] for start in range(0, len(placed), LEAF)]
    leaves = tuple(
        Leaf(routes.lookup_shelf(shelf, number), number, " ".join(cut[0][0][:_HINT]))
        for number, cut in enumerate(cuts, 1)
    )
    pages = [
        NamePage(heading, shelf, number, len(cuts), tuple(entry for _, entry in cut))
        for number, cut in enumerate(cuts, 1)
    ]
    return Shelf(label, len({id(entry) for _, entry in placed}), leaves), pages


def _entry(unit: Unit) -> Entry:
    return Entry(unit.name, unit.code, unit.code_until, tuple(map(_case, unit.cases)))


def _case(case: FoundCase) -> tuple[str, bool, date]:
    return case.number, case.sample, case.until
