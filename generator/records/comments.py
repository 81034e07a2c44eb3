"""The comments of a record file, each with the value it belongs to, so that a changed record keeps them.

Places come from libyaml's own marks, never from a search over lines: a `#` within a text is no comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum, auto
from itertools import zip_longest

from generator.records.encode import Plain
from generator.records.marks import Gap, Scan, scan
from generator.records.tree import Path, Step


class Place(Enum):
    """Where a comment stands, seen from its value."""

    ABOVE = auto()
    BESIDE = auto()
    BELOW = auto()


@dataclass(frozen=True, slots=True)
class Note:
    """One comment from its # on, or an empty line (an empty text), and where it stands.

    Above the root is the head of the file, below it the end.
    """

    path: Path
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Comments:
    """All comments of a file in their order, and what the file said when they were read."""

    notes: tuple[Note, ...] = ()
    said: Plain | None = None

    def headed(self, line: str, begin: str) -> Comments:
        """With `line` as the first of the file, in place of those that begin with `begin`."""
        kept = tuple(note for note in self.notes if not note.text.startswith(begin))
        return replace(self, notes=(Note((), Place.ABOVE, line), *kept))

    def placed(self, now: Plain) -> tuple[Note, ...]:
        """The notes at the places that their values have `now`; where one is gone, at the nearest thing above."""
        if self.said is None or self.said == now:
            return self.notes
        moved = (_moved(note, self.said, now) for note in self.notes)
        return tuple(note for note in moved if note)


NONE = Comments()


def comments(source: str, said: Plain | None = None) -> Comments:
    """The comments of a file that reads; with what it `said`, they find their places in a record changed since."""
    found = scan(source)
    return Comments(tuple(_notes(found)), said)


def _notes(found: Scan) -> Iterator[Note]:
    for gap, following in zip_longest(found.gaps, found.gaps[1:]):
        if gap.text:
            yield Note(*_belongs(found, gap), gap.text)
        elif not found.within_flow(gap.line):
            yield from _empty_line(found, gap, following)


def _empty_line(found: Scan, gap: Gap, following: Gap | None) -> Iterator[Note]:
    """An empty line belongs to what stands next, be it a comment or a value."""
    element = found.first_after(gap.line)
    if following and (element is None or following.line < element.line):
        if following.text:
            yield Note(*_belongs(found, following), "")
    elif element:
        yield Note(element.path, Place.ABOVE, "")


def _belongs(found: Scan, gap: Gap) -> tuple[Path, Place]:
    before = found.last_mark(gap)
    if before and before[0] == gap.line:
        return before[1], Place.BESIDE
    following = found.first_after(gap.line)
    if before is None:
        return (), Place.ABOVE
    if following and gap.column <= following.column:
        return following.path, Place.ABOVE
    if following is None and gap.column <= found.elements[0].column:
        return (), Place.BELOW
    return _owner(found, gap), Place.BELOW


def _owner(found: Scan, gap: Gap) -> Path:
    """The innermost value, among those that the last one before the comment is part of, that begins left of it."""
    chain = found.chain_before(gap.line)
    fitting = [element for element in chain if element.column <= gap.column]
    innermost = (fitting or chain)[-1:]
    return innermost[0].path if innermost else ()


def _moved(note: Note, said: Plain, now: Plain) -> Note | None:
    path: list[Step] = []
    for step in note.path:
        there = _step(step, said, now)
        if there is None:
            return _stranded(note, tuple(path), step, said, now)
        path.append(there)
        said, now = _at(said, step), _at(now, there)
    return replace(note, path=tuple(path))


def _stranded(note: Note, parent: Path, step: Step, said: Plain, now: Plain) -> Note | None:
    """The note of a value that is gone, below the nearest neighbour above it, else above what held it."""
    if not note.text:
        return None
    before = [other for other in _steps(said) if other != step and _earlier(other, step, said)]
    for other in reversed(before):
        there = _step(other, said, now)
        if there is not None:
            return Note((*parent, there), Place.BELOW, note.text)
    return Note(parent, Place.ABOVE, note.text)


def _earlier(other: Step, step: Step, said: Plain) -> bool:
    order = list(_steps(said))
    return step in order and order.index(other) < order.index(step)


def _steps(value: Plain) -> list[Step]:
    match value:
        case dict():
            return list(value)
        case list():
            return list(range(len(value)))
        case _:
            return []


def _at(value: Plain, step: Step) -> Plain:
    match value:
        case dict() if isinstance(step, str):
            return value[step]
        case list() if isinstance(step, int):
            return value[step]
        case _:
            return value


def _step(step: Step, said: Plain, now: Plain) -> Step | None:
    """What a step into the old value is in the new one; None where that part is gone."""
    match said, now:
        case dict(), dict():
            return step if step in now else None
        case list(), list() if isinstance(step, int):
            return _aligned(said, now).get(step)
        case _:
            return None


def _aligned(said: Sequence[Plain], now: Sequence[Plain]) -> Mapping[int, int]:
    """Old positions of a list to new ones: items that stayed the same, and changed ones that stand between the same."""
    old, new = [repr(item) for item in said], [repr(item) for item in now]
    found: dict[int, int] = {}
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in ("equal", "replace"):
            found |= dict(zip(range(first, last), range(start, end), strict=False))
    return found
