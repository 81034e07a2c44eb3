"""Pages and data say the same: a record holds no word that the case's page does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Final

import pytest

from generator.disclosure.public import PublicCase
from generator.pages.data.catalogue import FILES
from generator.pages.data.fields import Described, Json, Kind, encoding
from generator.pages.data.record import CASE, COLUMNS, GROUPS
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from generator.pages.views import day_text
from tests.pages.casebook import SITE
from tests.pages.data.opened import OPEN, TRICKY, WHOLE

ELSEWHERE: Final = {
    "changed": "the day of the newest thing on the page; feeds and sitemap carry it",
    "checked": "the day on which an editor compared the record",
    "employer_page": "the address of another page",
    "page": "the page's own address",
    "grounds.basis": "the machine's word for the ground's title",
    "grounds.since": "lists show it",
    "since": "lists show it",
    "status_until": "the page hides the status on its own after that day",
    "timeline.until": "the page hides the step on its own after that day",
    "timeline.articles.id": "the machine's word for an article",
    "grounds.articles.id": "the machine's word for an article",
    "objections.articles.id": "the machine's word for an article",
    "amount_fen": "the amount as a number",
}
"""Fields that a page does not print as they are, each with its reason."""


class Shown(HTMLParser):
    """All that a reader of the page can see, without blanks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(text)
        self.close()
        self.text = re.sub(r"\s+", "", "".join(self.words))

    def handle_data(self, data: str) -> None:
        """Words, with entities already read."""
        self.words.append(data)


def leaves(fields: tuple[Described, ...], found: dict[str, Json], before: str = "") -> Iterator[tuple[str, Kind, str]]:
    """Every text and date of a record, with the way to it."""
    for field in fields:
        path, value = f"{before}{field.key}", found[field.key]
        if isinstance(value, dict):
            yield from leaves(field.parts, value, f"{path}.")
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from leaves(field.parts, one, f"{path}.")
            elif isinstance(one, str):
                yield path, field.kind, one


def page_of(case: PublicCase, frames: Frames) -> str:
    site = replace(WHOLE, cases=(case,))
    page = next(page for page in plan(site, frames) if page.path == f"disclosures/{case.number}/index.html")
    return Shown(render(page, frames).decode()).text


@pytest.mark.parametrize("case", [OPEN, TRICKY, *SITE.cases], ids=lambda case: str(case.number))
def test_a_record_says_nothing_that_its_page_does_not_show(frames: Frames, case: PublicCase) -> None:
    text = page_of(case, frames)
    said = [(path, kind, one) for path, kind, one in leaves(CASE, encoding(CASE)(case)) if path not in ELSEWHERE]
    missing = [(path, one) for path, kind, one in said if _as_shown(kind, one) not in text]
    assert missing == []
    assert len(said) > 8


def _as_shown(kind: Kind, value: str) -> str:
    if kind is Kind.DATE:
        year, month, day = map(int, value.split("-"))
        return f"{year}年{month}月{day}日"
    return re.sub(r"\s+", "", value)


def test_exceptions_are_fields() -> None:
    known = {path for path, _ in _paths(CASE, "")}
    assert ELSEWHERE.keys() <= known


def _paths(fields: tuple[Described, ...], before: str) -> Iterator[tuple[str, Described]]:
    for field in fields:
        yield f"{before}{field.key}", field
        yield from _paths(field.parts, f"{before}{field.key}.")


def test_the_documentation_names_every_field_and_every_file(frames: Frames) -> None:
    page = next(page for page in plan(SITE, frames) if page.path == "data/api/index.html")
    text = Shown(render(page, frames).decode()).text
    for column in (*COLUMNS, *GROUPS):
        assert f"{column.title}{column.key}{column.kind}" in text
        assert re.sub(r"\s+", "", column.says) in text
    for path, field in _paths(GROUPS, ""):
        # Articles are the same everywhere, and explained once.
        assert (path if ".articles." not in path else f"articles.{field.key}") in text
    for file in FILES:
        assert re.sub(r"\s+", "", file.title) in text
        assert file.pattern.replace("*", "…") in text
    assert "许可待填写" in text


def test_the_documentation_states_the_licence_once_there_is_one(frames: Frames) -> None:
    site = replace(SITE, portal=replace(SITE.portal, licence="虚构许可第一版"))
    page = next(page for page in plan(site, frames) if page.path == "data/api/index.html")
    text = Shown(render(page, frames).decode()).text
    assert "使用许可：虚构许可第一版" in text
    assert "待填写。" not in text


def test_dates_are_shown_as_the_page_writes_them() -> None:
    assert _as_shown(Kind.DATE, OPEN.changed.isoformat()) == day_text(OPEN.changed)
