"""One more item in a list of a record, with nothing else in its file touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from generator.model import catalogue, order
from generator.model.record import Record
from generator.records import layout, yaml
from generator.records.comments import Comments, Note, Place
from generator.records.encode import Plain, said
from generator.records.marks import Scan, scan

_STEP: Final = 2
"""Columns from a dash to the keys behind it."""


def inserted(model: type[Record], key: str, source: str, item: Mapping[str, Plain], notes: Sequence[str] = ()) -> str:
    """The text of a file that reads, with an item more in the dated list behind a key of the model.

    It goes after the last item that is not later, the comments `notes` below its keys. Its lines are put in between
    where the file has the list in lines; where it has not, the file is written anew, its comments kept.
    """
    before = _read(source)
    listed = before.get(key, [])
    items = list(listed) if isinstance(listed, list) else []
    place = _place(items, str(item.get("日期", "")))
    after = before | {key: [*items[:place], dict(item), *items[place:]]}

    def lines(indent: int) -> list[str]:
        pad = " " * (indent + _STEP)
        return [*layout.item(model, key, item, indent).split("\n"), *(pad + note for note in notes)]

    for text in _candidates(key, source, lines, place) if items else ():
        if _read(text) == after:
            return text
    said = (Note((key, place, *_last(model, key, item)), Place.BELOW, note) for note in notes)
    kept = layout.comments(source, before)
    return layout.text(model, after, Comments((*kept.placed(after), *said)))


def _last(model: type[Record], key: str, item: Mapping[str, Plain]) -> Iterator[str]:
    """The key that an item is written with last."""
    kinds = (found for annotation in catalogue.members(model, key) for found in catalogue.items(annotation))
    yield order.sort(catalogue.member(kinds, item), item)[-1]


def _place(items: Sequence[Plain], day: str) -> int:
    """Behind the last item of the same day or an earlier one; ISO days sort as texts."""
    days = [str(one.get("日期", "")) if isinstance(one, dict) else "" for one in items]
    return max((number for number, one in enumerate(days, 1) if one <= day), default=0)


def _candidates(key: str, source: str, item: Callable[[int], Sequence[str]], place: int) -> Iterator[str]:
    """The file with the item at each line where it may fit, the first one behind the item before it.

    `item` gives its lines for the column of its dash.
    """
    found = scan(source)
    dashes = {
        element.path[1]: element for element in found.elements if len(element.path) == 2 and element.path[0] == key
    }
    if not dashes or dashes[0].ends:
        return
    lines = source.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    new = [line + end for line in item(dashes[0].column)]
    last = dashes[place].line if place in dashes else len(lines)
    for line in range(_after(found, (key, place - 1) if place else (key,)), last + 1):
        missing = "" if line < len(lines) or not lines[-1] else "\n"
        yield "\n".join([*lines[:line], *new, *lines[line:]]) + missing


def _after(found: Scan, path: tuple[str | int, ...]) -> int:
    """The first line behind what is written at a path; of the list itself, behind its key."""
    whole = [line for line, _, at in found.marks if (at[: len(path)] if len(path) > 1 else at) == path]
    return max(whole) + 1


def _read(source: str) -> dict[str, Plain]:
    node, problems = yaml.read(source.encode(), "")
    return said(node) if node and not problems else {}
