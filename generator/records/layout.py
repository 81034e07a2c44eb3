"""The canonical text of a record: one rule of layout for every file, comments kept.

Keys stand in the order of their model. A list of mappings has one item a line. A mapping or a list of plain values is
written in braces or brackets where it fits on its line, unless its record is `spread`, a comment stands inside, or it
holds more than one further mapping (an item of a list may hold one). Everything else has a line for each key. Quotes
stand only where YAML, or a reader that types what it reads, would take the text for something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Final

from generator.model import catalogue, order
from generator.model.record import Record
from generator.records.comments import NONE, Comments, Note, Place, comments
from generator.records.encode import Plain
from generator.records.quoting import literal, quoted
from generator.records.tree import Path

__all__ = ["NONE", "Comments", "comments", "item", "text"]

WIDTH: Final = 120
_STEP: Final = 2


def text(model: type[Record], plain: Mapping[str, Plain], comments: Comments = NONE) -> str:
    """The whole file: the head's comments, the keys, the comments at the end."""
    said = dict(plain)
    writer = _Writer(comments.placed(said))
    lines = [
        *writer.notes((), Place.ABOVE, ""),
        *(writer.entries(model, said, (), 0) if said else ["{}"]),
        *writer.notes((), Place.BESIDE, ""),
        *writer.notes((), Place.BELOW, ""),
    ]
    return "\n".join(_single_blanks(lines)) + "\n"


def item(model: type[Record], key: str, plain: Mapping[str, Plain], indent: int = _STEP) -> str:
    """The lines of one item of the list behind a key of the model, its dash `indent` columns in."""
    writer = _Writer(())
    return "\n".join(writer.item(_items(model, key), dict(plain), (key, 0), indent))


def _items(model: type[Record], key: str) -> tuple[object, ...]:
    return tuple(found for annotation in catalogue.members(model, key) for found in catalogue.items(annotation))


def _single_blanks(lines: Iterable[str]) -> list[str]:
    """No empty line at the top or at the end, never two in a row."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept[:-1] if kept and not kept[-1] else kept


@dataclass(frozen=True)
class _Head:
    """What stands on a line before a value: a key with its colon, or a dash."""

    line: str
    indent: int
    path: Path


class _Writer:
    """Writes values with their notes."""

    def __init__(self, placed: Iterable[Note]) -> None:
        self._notes: dict[tuple[Path, Place], list[str]] = {}
        self._busy: set[Path] = set()
        for note in placed:
            self._notes.setdefault((note.path, note.place), []).append(note.text)
            self._busy.update(note.path[:length] for length in range(len(note.path)))

    def notes(self, path: Path, place: Place, pad: str) -> Iterator[str]:
        """The notes at a place as lines of their own."""
        yield from (pad + note if note else "" for note in self._notes.get((path, place), ()))

    def entries(
        self, model: type[Record] | None, values: dict[str, Plain], path: Path, indent: int, dash: str = ""
    ) -> Iterator[str]:
        """A mapping with a line, or more, for each key; after a dash the first key shares its line."""
        pad = " " * indent
        leads = chain([dash or pad], repeat(pad))
        for key, lead in zip(order.sort(model, values), leads, strict=False):
            here = (*path, key)
            yield from self.notes(here, Place.ABOVE, pad)
            yield from self._spare(here, pad)
            kinds = catalogue.members(model, key) if model else ()
            yield from self._entry(kinds, values[key], _Head(f"{lead}{quoted(key, flow=False)}:", indent, here))
            yield from self.notes(here, Place.BELOW, pad)

    def item(self, kinds: tuple[object, ...], value: Plain, path: Path, indent: int) -> Iterator[str]:
        """An item of a list, with its dash."""
        pad = " " * indent
        yield from self.notes(path, Place.ABOVE, pad)
        yield from self._item(kinds, value, _Head(f"{pad}-", indent, path))
        yield from self.notes(path, Place.BELOW, pad)

    def _entry(self, kinds: tuple[object, ...], value: Plain, head: _Head) -> Iterator[str]:
        if isinstance(value, str):
            yield self._scalar(value, head)
            return
        flow = self._flow(kinds, value, head.path, nested=0)
        if flow and len(head.line) + 1 + len(flow) <= WIDTH:
            yield f"{head.line} {flow}" + self._beside(head.path)
            return
        yield head.line + self._beside(head.path)
        below = head.indent + _STEP
        if flow and isinstance(value, list) and below + len(flow) <= WIDTH:
            yield " " * below + flow
        elif isinstance(value, list):
            yield from self._list(kinds, value, head.path, below)
        else:
            yield from self.entries(catalogue.member(kinds, value), value, head.path, below)

    def _list(self, kinds: tuple[object, ...], value: list[Plain], path: Path, indent: int) -> Iterator[str]:
        inner = tuple(found for kind in kinds for found in catalogue.items(kind))
        for place, one in enumerate(value):
            yield from self.item(inner, one, (*path, place), indent)

    def _item(self, kinds: tuple[object, ...], value: Plain, head: _Head) -> Iterator[str]:
        pad = " " * head.indent
        flow = None if isinstance(value, str) else self._flow(kinds, value, head.path, nested=1)
        if isinstance(value, str) or (flow and len(head.line) + 1 + len(flow) <= WIDTH) or not value:
            yield from self._spare(head.path, pad)
            yield (
                self._scalar(value, head) if isinstance(value, str) else f"{head.line} {flow}" + self._beside(head.path)
            )
            return
        yield from self.notes(head.path, Place.BESIDE, pad)
        below = head.indent + _STEP
        if isinstance(value, list):
            yield head.line
            yield from self._list(kinds, value, head.path, below)
            return
        model = catalogue.member(kinds, value)
        first = (*head.path, order.sort(model, value)[0])
        if (first, Place.ABOVE) in self._notes or list(self._spare(first, "")):
            # A dash shares its line with the first key, unless a comment stands between them.
            yield head.line
            yield from self.entries(model, value, head.path, below)
        else:
            yield from self.entries(model, value, head.path, below, f"{head.line} ")

    def _scalar(self, value: str, head: _Head) -> str:
        block = literal(value, head.indent + _STEP)
        if block:
            return f"{head.line} |-{self._beside(head.path)}\n{block}"
        return f"{head.line} {quoted(value, flow=False)}" + self._beside(head.path)

    def _flow(self, kinds: tuple[object, ...], value: Plain, path: Path, nested: int) -> str | None:
        """The value in braces or brackets; None where it needs lines of its own."""
        if path in self._busy:
            return None
        match value:
            case str():
                return None if literal(value, 0) else quoted(value, flow=True)
            case list():
                parts = [quoted(one, flow=True) for one in value if isinstance(one, str) and not literal(one, 0)]
                return f"[{', '.join(parts)}]" if len(parts) == len(value) else None
            case dict():
                return self._braces(kinds, value, path, nested)

    def _braces(self, kinds: tuple[object, ...], value: dict[str, Plain], path: Path, nested: int) -> str | None:
        model = catalogue.member(kinds, value)
        mappings = sum(isinstance(one, dict) for one in value.values())
        if mappings > nested or (model and model.spread and value):
            return None
        parts: list[str] = []
        for key in order.sort(model, value):
            inner = catalogue.members(model, key) if model else ()
            part = self._flow(inner, value[key], (*path, key), nested=0)
            if part is None:
                return None
            parts.append(f"{quoted(key, flow=True)}: {part}")
        return f"{{{', '.join(parts)}}}"

    def _beside(self, path: Path) -> str:
        """The last note beside a value; only one fits on its line."""
        notes = self._notes.get((path, Place.BESIDE))
        return f"  {notes[-1]}" if notes else ""

    def _spare(self, path: Path, pad: str) -> Iterator[str]:
        """The notes beside a value that do not fit on its line."""
        yield from (pad + note for note in self._notes.get((path, Place.BESIDE), ())[:-1])
