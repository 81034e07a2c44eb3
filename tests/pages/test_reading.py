"""How easily worker pages are read: the figures of every page, and the bounds that all of them keep."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

import pytest

from generator.records.page import Page

Told = Callable[[str, object], None]

ROOT: Final = Path(__file__).parents[2]
MOST: Final = 40
"""Characters of a sentence at the median."""
LONGEST: Final = 60
"""What no sentence exceeds."""
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_BRACKETS: Final = re.compile(r"（[^（）]*第[一二三四五六七八九十百千零]+条[^（）]*）")
_MARKS: Final = re.compile(r"\*\*|<[^<>]+>|\{[^{}]*\}|^\s*(?:[-#>]+|\d+\.) *|＿+", re.MULTILINE)
_ENDS: Final = re.compile(r"[。！？；：|\n]")


def pages() -> list[str]:
    content = ROOT / "content/pages"
    found = [
        content / "help.md",
        *content.glob("help/*.md"),
        *content.glob("lessons/workers/*.md"),
        *content.glob("tools/*.md"),
    ]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def sentences(page: Page) -> list[str]:
    """What is said between two stops; a citation in brackets is skipped by the eye, and here."""
    text = "\n".join(line for _, line in page.lines)
    plain = _MARKS.sub("", _BRACKETS.sub("", _LINK.sub(r"\1", text)))
    return [found for one in _ENDS.split(plain) if (found := one.strip(" 　-□"))]


def test_a_sentence_ends_where_a_reader_stops() -> None:
    page = Page("x.md", "# 标题\n\n单位**付钱**（[《甲法》第一条](laws.md#a-1)）。不付：罚！\n| 甲 | 乙 |")
    assert sentences(page) == ["标题", "单位付钱", "不付", "罚", "甲", "乙"]


@pytest.mark.parametrize("file", pages())
def test_sentences_are_short(file: str, record_property: Told) -> None:
    found = [len(one) for one in sentences(Page(file, (ROOT / file).read_text("utf-8")))]
    record_property("sentences", len(found))
    record_property("median", median(found))
    record_property("longest", max(found))
    assert median(found) <= MOST
    assert max(found) <= LONGEST


def test_all_worker_pages_together(record_property: Told) -> None:
    """The report: `pytest tests/pages/test_reading.py -s` prints it."""
    every = {file: [len(one) for one in sentences(Page(file, (ROOT / file).read_text("utf-8")))] for file in pages()}
    for file, found in every.items():
        print(f"{file}: {len(found)} 句，中位 {median(found):.0f} 字，最长 {max(found)} 字")  # noqa: T201 - the report
    whole = [length for found in every.values() for length in found]
    record_property("median of all", median(whole))
    assert len(every) >= 25
    assert median(whole) <= 20
