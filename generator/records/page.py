"""An editorial page of `content/pages`: its text line by line, and the links in it with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Final

from generator.problems import Span

PAGES: Final = "content/pages"

_LINK: Final = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)|<a [^<>]*href=\"([^\"]+)\"[^<>]*>([^<>]*)</a>")
_ID: Final = re.compile(r"\{[^{}]*#([\w-]+)[^{}]*\}|\bid=\"([^\"]+)\"")
_COMMENT: Final = re.compile(r"<!--.*?-->")
_SILENT: Final = re.compile(r"`[^`]*`")
_FENCES: Final = ("```", "~~~")
_HEAD: Final = "---"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as an editor wrote it; `target` is a path below the root for a page of ours, else as written."""

    text: str
    target: str
    fragment: str
    span: Span


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    file: str
    """Below the root."""
    text: str

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The lines that a visitor reads, numbered from 1: no head, no code, no comment; columns stay."""
        return tuple(_read(self.text))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link, in reading order."""
        return tuple(_link(found, self.file, number) for number, line in self.lines for found in _LINK.finditer(line))

    @cached_property
    def ids(self) -> frozenset[str]:
        """The anchors that the page sets by itself."""
        return frozenset(found[1] or found[2] for _, line in self.lines for found in _ID.finditer(line))

    def between(self) -> Iterator[tuple[int, str]]:
        """The same lines with every link blanked."""
        return ((number, _LINK.sub(lambda found: " " * len(found[0]), line)) for number, line in self.lines)


def _link(found: re.Match[str], file: str, number: int) -> Link:
    address = found[2] or found[3]
    path, _, fragment = address.partition("#")
    ours = path.endswith(".md") and ":" not in path
    target = normpath(join(dirname(file), path)) if ours else path or file
    return Link(found[1] or found[4] or "", target, fragment, Span(file, number, found.start() + 1, len(found[0])))


def _read(text: str) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    start = lines.index(_HEAD, 1) + 1 if lines[0] == _HEAD and _HEAD in lines[1:] else 0
    fenced = False
    for number, line in enumerate(lines[start:], start + 1):
        if line.lstrip().startswith(_FENCES):
            fenced = not fenced
        elif not fenced:
            yield number, _SILENT.sub(_blank, _COMMENT.sub(_blank, line))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
