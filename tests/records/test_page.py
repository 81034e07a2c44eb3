"""Editorial pages: what a visitor reads of them, and where every link leads."""

from __future__ import annotations

from generator.problems import Span
from generator.records.page import Link, Page

TEXT = """---
description: 《甲法》第一条 [甲](a.md)
---
# 标题 { .big #top }

看[乙](../b.md#two)，<!-- [丙](c.md) -->和<a href="../d/#x">丁</a>。
```
[戊](e.md)
```
`[己](f.md)` [这里](#top) [外面](https://example.org/g.md#h)
<p id="low"></p>
"""
PAGE = Page("content/pages/x/y.md", TEXT)


def test_links_with_their_places() -> None:
    assert PAGE.links == (
        Link("乙", "content/pages/b.md", "two", Span(PAGE.file, 6, 2, 16)),
        Link("丁", "../d/", "x", Span(PAGE.file, 6, 38, 23)),
        Link("这里", PAGE.file, "top", Span(PAGE.file, 10, 13, 10)),
        Link("外面", "https://example.org/g.md", "h", Span(PAGE.file, 10, 24, 32)),
    )


def test_anchors_that_the_page_sets() -> None:
    assert PAGE.ids == {"top", "low"}


def test_between_the_links_nothing_moves() -> None:
    lines = dict(PAGE.between())
    assert sorted(lines) == [4, 5, 6, 10, 11, 12]
    assert lines[6].split() == ["看", "，", "和", "。"]
    assert lines[6].index("和") == dict(PAGE.lines)[6].index("和")


def test_a_page_without_a_head_is_read_from_its_first_line() -> None:
    assert Page("content/pages/z.md", "甲\n---\n乙").lines == ((1, "甲"), (2, "---"), (3, "乙"))
