"""Which pages stand for all others: one of every kind that the plan knows, and whatever some page alone is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from generator.pages.engine import Frames
from generator.pages.plan import HtmlPage, Page
from generator.pages.render import render

TAG: Final = re.compile(r"<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>")
CLASSES: Final = re.compile(r'\sclass="([^"]*)"')


class Built(NamedTuple):
    """A page, what kind it is of, and what it is made of."""

    path: str
    kind: str
    marks: frozenset[tuple[str, str]]
    """Every element with every class that it has."""


def built_pages(pages: Iterable[Page], frames: Frames) -> list[Built]:
    """All pages of a plan; a frame's kind is what its slots show, so that a new template is a new kind."""
    views = {frame.source: frame.views for frame in (*frames.pages, *frames.moulds)}
    return [
        Built(page.path, kind(page, views), marks(render(page, frames).decode()))
        for page in pages
        if page.path.endswith(".html")
    ]


def kind(page: Page, views: Mapping[str, tuple[str, ...]]) -> str:
    return " ".join(sorted(views[page.frame])) if isinstance(page, HtmlPage) else type(page).__name__


def marks(html: str) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for name, attributes in TAG.findall(html):
        classes = CLASSES.search(attributes)
        found |= {(name, one) for one in (classes[1].split() if classes else [""])}
    return frozenset(found)


def chosen(pages: Iterable[Built]) -> list[str]:
    """Of every kind the page that is made of most; then whatever shows what none of these shows."""
    by_path = sorted(pages)
    by_kind = groupby(sorted(by_path, key=lambda page: page.kind), key=lambda page: page.kind)
    taken = [max(alike, key=lambda page: len(page.marks)) for _, alike in by_kind]
    left = frozenset().union(*(page.marks for page in by_path)).difference(*(page.marks for page in taken))
    while left:
        found = max(by_path, key=lambda page: len(page.marks & left))
        left -= found.marks
        taken.append(found)
    return sorted(page.path for page in taken)
