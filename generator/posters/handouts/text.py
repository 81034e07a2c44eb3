"""Markdown of lessons → what a template sets: runs of plain and bold text, paragraphs and items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.course.lesson import Citation, Said, plain
from generator.posters.compose import Data

Runs = list[tuple[bool, str]]
"""Each piece of a text, and whether it is bold."""

_BOLD: Final = "**"
_ITEM: Final = re.compile(r"(?:[-*]|\d+\.) +(?:\[[ x]\] +)?(.+)")


def runs(markdown: str) -> Runs:
    """One line without links and marks."""
    parts = ((at % 2 == 1, plain(part)) for at, part in enumerate(markdown.split(_BOLD)))
    return [(bold, text) for bold, text in parts if text]


def words(some: Runs) -> str:
    """The same as a reader finds it."""
    return "".join(text for _, text in some)


def paragraphs(said: Said | None) -> list[Data]:
    """A longer text: its paragraphs, and the items of its lists."""
    return [piece for part in re.split(r"\n{2,}", said.markdown if said else "") for piece in _pieces(part.split("\n"))]


def texts(some: Iterable[Data]) -> list[str]:
    """The words of every paragraph."""
    return [str(one["words"]) for one in some]


def titles(citations: Sequence[Citation]) -> list[str]:
    """Each article once, in the order of the page."""
    return list(dict.fromkeys(one.title for one in citations))


def _pieces(lines: Iterable[str]) -> Iterator[Data]:
    """An item to a line; other lines that follow one another are one paragraph."""
    for is_item, some in groupby(map(_item, lines), key=lambda item: item.is_item):
        found = [one.text for one in some]
        yield from (_piece(text, is_item=is_item) for text in (found if is_item else ["".join(found)]) if text)


class _Line(NamedTuple):
    text: str
    is_item: bool


def _item(line: str) -> _Line:
    found = _ITEM.fullmatch(line)
    return _Line(found[1], is_item=True) if found else _Line(line, is_item=False)


def _piece(text: str, *, is_item: bool) -> Data:
    made = runs(text)
    return {"item": is_item, "runs": made, "words": words(made)}
