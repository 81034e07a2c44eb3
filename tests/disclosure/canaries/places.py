"""Every place of every kind of record, with what stands there in a record that is complete."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Final, NamedTuple

from generator.checks.examples import CASE, CITY, portal_text
from generator.model import catalogue
from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.records import yaml
from generator.records.encode import Plain, said

Way = tuple[str | int, ...]

FILES: Final[dict[type[Record], str]] = {
    Case: CASE,
    Worksite: "content/worksites/A2345678.yml",
    Outreach: "content/outreach/2026.yml",
    Figures: "content/figures.yml",
    Portal: "content/portal.yml",
}


class Place(NamedTuple):
    """Where a text may stand: its file's model, and the way to it through keys and numbers of a list."""

    model: type[Record]
    path: Way

    def __str__(self) -> str:
        return f"{self.model.__name__} {'.'.join(map(str, self.path))}"


@cache
def whole(model: type[Record]) -> dict[str, Plain]:
    """A record with every key there is, and one item of every kind in each list; each value its own example."""
    return {key: _value(model, key) for key in catalogue.fields(model)}


def _value(model: type[Record], key: str) -> Plain:
    info = catalogue.fields(model)[key]
    kinds = catalogue.members(model, key)
    listed = [item for kind in kinds for item in catalogue.items(kind)]
    inner = [one for one in (listed or kinds) if isinstance(one, type) and issubclass(one, Record)]
    if inner:
        records: list[Plain] = [whole(one) for one in inner]
        return records if listed else records[0]
    words = catalogue.choices(info.annotation)
    if words:
        return [words[0]] if listed else words[0]
    entry = catalogue.entry(info)
    assert entry, key
    node, problems = yaml.read(f"x: {entry.example}".encode(), "example")
    assert node, problems
    return said(node)["x"]


def _places(value: Plain, path: Way) -> Iterator[Way]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _places(inner, (*path, at))
    else:
        yield path


PLACES: Final = [Place(model, path) for model in FILES for path in _places(whole(model), ())]
MAPPINGS: Final = sorted(
    {Place(place.model, place.path[:-1]) for place in PLACES if isinstance(place.path[-1], str)}, key=str
)
"""Where a key may stand that nobody knows."""


def put(place: Place, text: str, *, key: str | None = None) -> dict[str, str]:
    """File → text: the record with `text` in that place, or behind a new key of that mapping; a city around it."""
    data: Plain = deepcopy(whole(place.model))
    inner = data
    for step in place.path if key else place.path[:-1]:
        inner = inner[step]  # type: ignore[index] # the way was read off this very value
    inner[key or place.path[-1]] = text  # type: ignore[index] # the same
    around = {"content/portal.yml": portal_text(CITY), "content/figures.yml": "已公布数字: []\n"}
    return {**around, FILES[place.model]: json.dumps(data, ensure_ascii=False, indent=1) + "\n"}
