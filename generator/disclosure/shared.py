"""One value for all that are equal: of a hundred thousand cases, two thirds of what they hold is said by others too."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Final, TypeVar, cast

T = TypeVar("T")
_PLAIN: Final = frozenset({str, int, date})
"""Told apart by their type: what is equal to one and is another thing, such as a member of an enumeration, stays."""


def shared(values: Iterable[T]) -> Iterator[T]:
    """The same values, each made to hold what an equal one has brought before.

    They must be new: nobody else may have them yet, for frozen as they are, it is they themselves that are changed.
    """
    known: Known = defaultdict(dict)
    for value in values:
        yield cast("T", _share(value, known))


Known = defaultdict[type, dict[object, object]]
"""By type: plain values by themselves, all others by where their parts lie."""


def _share(value: object, known: Known) -> object:
    kind: type = type(value)
    if kind in _PLAIN:
        return known[kind].setdefault(value, value)
    if kind is tuple:
        whole = tuple([_share(part, known) for part in cast("tuple[object, ...]", value)])
        return known[kind].setdefault(_places(whole), whole)
    parts = []
    for name in _names(kind):
        before = getattr(value, name)
        after = _share(before, known)
        if after is not before:
            object.__setattr__(value, name, after)
        parts.append(after)
    return known[kind].setdefault(_places(parts), value) if parts else value


def _places(parts: Iterable[object]) -> bytes:
    """Where the parts lie, which they do to the end: that tells a value from all others of its type.

    As bytes, for each of hundreds of thousands of them leaves a gap in the memory of what stays.
    """
    return array("Q", map(id, parts)).tobytes()


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
