"""One value for all that are equal: of a hundred thousand cases, two thirds of what they hold is said by others too."""

from __future__ import annotations

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
    known: dict[object, object] = {}
    for value in values:
        yield cast("T", _share(value, known))


def _share(value: object, known: dict[object, object]) -> object:
    kind: type = type(value)
    if kind in _PLAIN:
        return known.setdefault(value, value)
    if kind is tuple:
        parts = tuple([_share(part, known) for part in cast("tuple[object, ...]", value)])
        return known.setdefault((kind, *map(id, parts)), parts)
    names = _names(kind)
    for name in names:
        before = getattr(value, name)
        after = _share(before, known)
        if after is not before:
            object.__setattr__(value, name, after)
    # Each of its parts is the only one of its kind by now, and stays: where they are tells it from all others.
    return known.setdefault((kind, *(id(getattr(value, name)) for name in names)), value) if names else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
