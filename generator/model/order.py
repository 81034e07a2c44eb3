"""The order in which a record's keys are written, which inheritance alone does not give."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.model import catalogue
from generator.model.record import Record


@cache
def keys(model: type[Record]) -> tuple[str, ...]:
    """The Chinese keys of a model as they are written.

    A member of a closed union begins with what it shares and must have (日期), then comes its tag (事项), then its own;
    what it shares and may have (备注, 批准) comes last. Every other record keeps the order of its model.
    """
    fields = catalogue.fields(model)
    tag = catalogue.tag(model)
    if tag is None:
        return tuple(fields)
    shared = catalogue.fields(_eldest(model))
    first = [key for key, info in shared.items() if info.is_required() and key != tag]
    last = [key for key in shared if key not in first and key != tag]
    own = [key for key in fields if key not in shared and key != tag]
    return (*first, tag, *own, *last)


def sort(model: type[Record] | None, given: Iterable[str]) -> list[str]:
    """Keys in the order of their model; those it does not know keep their place at the end."""
    places = {key: place for place, key in enumerate(keys(model))} if model else {}
    return sorted(given, key=lambda key: places.get(key, len(places)))


def _eldest(model: type[Record]) -> type[Record]:
    """The record below `Record` itself that the model descends from: DatedEvent of every event."""
    line = [kind for kind in model.__mro__ if issubclass(kind, Record) and kind is not Record]
    return line[-1]
