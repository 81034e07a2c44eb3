"""An empty record as an editor fills it in: what must be there, and each further key as a comment with its help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.cli.modeline import modeline
from generator.model import catalogue, order
from generator.model.record import Record
from generator.records import layout
from generator.records.comments import Comments, Note, Place
from generator.records.encode import Plain
from generator.records.tree import Path


def sheet(model: type[Record], file: str, given: Mapping[str, Plain]) -> str:
    """The text of a new record with what is `given`; the keys that are left are explained where they may stand."""
    notes = [
        Note((), Place.ABOVE, modeline(file)),
        Note((), Place.ABOVE, "# 需要的行删去行首的 # 和空格再填写；不知道的不写，其余说明可以删去。"),
        *_explained(model, given, ()),
    ]
    return layout.text(model, given, Comments(tuple(notes)))


def _explained(model: type[Record], given: Mapping[str, Plain], path: Path) -> Iterator[Note]:
    """Each key that is not given, below the given one that it follows."""
    above: Path = ()
    for key in order.keys(model):
        here = (*path, key)
        if key not in given:
            yield from _optional(model, key, above)
            continue
        above = here
        inner = given[key]
        record = catalogue.member(catalogue.members(model, key), inner) if isinstance(inner, dict) else None
        if isinstance(inner, dict) and record:
            yield from _explained(record, inner, here)


def _optional(model: type[Record], key: str, above: Path) -> Iterator[Note]:
    place = Place.BELOW if above else Place.ABOVE
    yield from (Note(above, place, line) for line in offered(model, key))


def offered(model: type[Record], key: str) -> Iterator[str]:
    """A key as comments that an editor can make a line of: what it is, and an example."""
    entry = catalogue.entry(catalogue.fields(model)[key])
    if entry is None:
        return
    yield f"# —— {entry.help}{'' if entry.public or '不公开' in entry.help else '（不公开）'}"
    lines = [f"{key}:", f"  {entry.example}"] if entry.example.startswith("- ") else [f"{key}: {entry.example}"]
    yield from (f"# {line}" for line in lines)
