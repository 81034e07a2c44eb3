"""Where the parts of a YAML text begin and end, by libyaml's events, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from generator.records.tree import Path

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BLOCK_STYLES: Final = ("|", ">")
_HASH: Final = re.compile("#.*")


@dataclass(frozen=True, slots=True)
class Element:
    """An entry of a mapping or an item of a list: its path and where it begins, the dash of an item included.

    `ends` is the last line of the braces or brackets around it, 0 where there are none.
    """

    path: Path
    line: int
    column: int
    ends: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A comment from its # on, or an empty line between values (an empty text)."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Scan:
    """The elements in file order, the places where anything is written, and the gaps."""

    elements: tuple[Element, ...]
    marks: tuple[tuple[int, int, Path], ...]
    flows: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]

    def last_mark(self, gap: Gap) -> tuple[int, Path] | None:
        """The line and path of what is written last before a gap."""
        place = bisect_left(self.marks, (gap.line, gap.column), key=lambda mark: mark[:2])
        return (self.marks[place - 1][0], self.marks[place - 1][2]) if place else None

    def first_after(self, line: int) -> Element | None:
        """The outermost element that begins after a line."""
        place = bisect_left(self.elements, line + 1, key=lambda element: element.line)
        return self.elements[place] if place < len(self.elements) else None

    def chain_before(self, line: int) -> list[Element]:
        """The last element before a line and what it is part of, outermost first; braces closed by then stay shut."""
        place = bisect_left(self.elements, line + 1, key=lambda element: element.line)
        last = self.elements[place - 1].path
        return [
            element
            for element in self.elements[:place]
            if element.path == last[: len(element.path)] and (not element.ends or element.ends >= line)
        ]

    def within_flow(self, line: int) -> bool:
        """True for a line between a brace or bracket and its partner."""
        return any(first <= line <= last for first, last in self.flows)


def scan(source: str) -> Scan:
    """Scan a text that reads."""
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    walker = _Walker(text)
    for event in yaml.parse(text, Loader=_LOADER):
        walker.take(event)
    marks = sorted(walker.marks, key=lambda mark: mark[:2])
    gaps = _gaps(text.split("\n"), walker.texts)
    return Scan(walker.elements(), tuple(marks), tuple(walker.flows), tuple(gaps))


@dataclass(eq=False)
class _Open:
    """A collection whose end may not have come yet."""

    path: Path
    flow: bool
    is_list: bool
    count: int = 0
    key: str | None = None
    first: int = 0
    last: int = 0


class _Walker:
    """Takes libyaml's events one by one and notes where each value begins."""

    def __init__(self, text: str) -> None:
        self.marks: list[tuple[int, int, Path]] = []
        self.flows: list[tuple[int, int]] = []
        self.texts: list[tuple[int, int, int, int]] = []
        self._elements: list[tuple[Path, int, int, _Open]] = []
        self._stack: list[_Open] = []
        self._lines = text.split("\n")
        self._dashes = (token for token in yaml.scan(text, Loader=_LOADER) if isinstance(token, yaml.BlockEntryToken))

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self.texts.append(self._extent(event))
                self._scalar(event)
            case yaml.CollectionStartEvent():
                self._start(event)
            case yaml.CollectionEndEvent():
                self._end(event)
            case _:
                pass

    def elements(self) -> tuple[Element, ...]:
        return tuple(
            Element(path, line, column, parent.last if parent.flow else 0)
            for path, line, column, parent in self._elements
        )

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        parent = self._stack[-1] if self._stack else None
        if parent and not parent.is_list and parent.key is None:
            parent.key = event.value
            self._element((*parent.path, event.value), event)
        else:
            self._mark(event, self._place(event))

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        path = self._place(event)
        opened = _Open(path, bool(event.flow_style), isinstance(event, yaml.SequenceStartEvent))
        if opened.flow:
            opened.first = self._mark(event, path)
        self._stack.append(opened)

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        done = self._stack.pop()
        if done.flow:
            done.last = self._mark(event, done.path)
            self.flows.append((done.first, done.last))

    def _place(self, event: yaml.Event) -> Path:
        """The path of a value that begins here."""
        if not self._stack:
            return ()
        parent = self._stack[-1]
        if not parent.is_list:
            key, parent.key = parent.key or "", None
            return (*parent.path, key)
        path = (*parent.path, parent.count)
        parent.count += 1
        self._element(path, event if parent.flow else next(self._dashes))
        return path

    def _element(self, path: Path, at: yaml.Event | yaml.Token) -> None:
        self._mark(at, path)
        line, column, _ = self.marks[-1]
        self._elements.append((path, line, column, self._stack[-1]))

    def _mark(self, at: yaml.Event | yaml.Token, path: Path) -> int:
        line, column = (at.start_mark.line, at.start_mark.column) if at.start_mark else (0, 0)
        self.marks.append((line, column, path))
        return line

    def _extent(self, event: yaml.ScalarEvent) -> tuple[int, int, int, int]:
        """From where to where a text reaches. The line of a | or > may end in a comment and is left out."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return 0, 0, 0, 0
        if event.style not in _BLOCK_STYLES:
            return start.line, start.column, end.line, end.column
        last = end.line if end.column else end.line - 1
        while last > start.line and not self._lines[last].strip():
            last -= 1
        return start.line + 1, 0, last, len(self._lines[last])


def _gaps(lines: list[str], texts: list[tuple[int, int, int, int]]) -> Iterator[Gap]:
    """Comments and empty lines, with every text covered first."""
    covered = [list(line) for line in lines]
    inside: set[int] = set()
    for first, start, last, end in texts:
        inside.update(range(first + 1, last + 1))
        for line in range(first, last + 1):
            stop = end if line == last else len(covered[line])
            begin = start if line == first else 0
            covered[line][begin:stop] = "x" * len(covered[line][begin:stop])
    for number, (whole, cover) in enumerate(zip(lines, covered, strict=True)):
        found = _HASH.search("".join(cover))
        if found:
            yield Gap(number, found.start(), whole[found.start() :].rstrip())
        elif not whole.strip() and number not in inside:
            yield Gap(number, 0, "")
