"""A lesson is read into a value whose every part knows its place; what is missing is empty, and nothing raises."""

from __future__ import annotations

from inspect import getdoc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.course.lesson import Citation, Lesson, Said, is_lesson, read_lesson
from generator.records.load import read_course

FILE = "content/pages/lessons/workers/03-pay.md"

WHOLE = """\
---
title: 发工资
description: 哪天发。
layout: lesson
---

# 发工资

## 记住三句话

1. 发钱。
2. 按月发。
3. **足额**发。

## 讲一讲

工资按月发（[《劳动法》第五十条](../../laws.md#labour-50)）。

碰上放假，提前发。

## 一个案例

**真实案例。** 一家公司欠薪（[案件](case:yk-2022-0001)）。

## 两道题

### 几时发？

- [ ] 年底
- [x] 按月

答：工资按月发（[第五十条](../../laws.md#labour-50)）。

### 发什么？

- [x] 钱
- [ ] 杯子

## 依据

- [《劳动法》第五十条](../../laws.md#labour-50)
"""


def read(text: str) -> Lesson:
    return read_lesson(text, FILE)


def places(*some: Said) -> list[tuple[str, int, int]]:
    return [(said.markdown, said.span.line, said.span.column) for said in some]


def written(function: object) -> str:
    return getdoc(function) or ""


def test_a_whole_lesson() -> None:
    lesson = read(WHOLE)
    assert (lesson.course, lesson.number, lesson.title, lesson.description) == ("workers", 3, "发工资", "哪天发。")
    assert places(*lesson.headings) == [
        *(("记住三句话", 9, 1), ("讲一讲", 15, 1), ("一个案例", 21, 1), ("两道题", 25, 1), ("依据", 39, 1))
    ]
    assert places(*lesson.sentences) == [("发钱。", 11, 1), ("按月发。", 12, 1), ("**足额**发。", 13, 1)]
    assert [said.plain for said in lesson.sentences] == ["发钱。", "按月发。", "足额发。"]
    assert [(part.heading, part.body.plain) for part in lesson.parts] == [
        (None, "工资按月发（《劳动法》第五十条）。\n\n碰上放假，提前发。")
    ]
    assert lesson.case
    assert lesson.case.plain == "真实案例。 一家公司欠薪（案件）。"
    assert [(link.number, link.span.line, link.span.column) for link in lesson.cases] == [("yk-2022-0001", 23, 21)]
    assert [[(option.said.markdown, option.right) for option in one.options] for one in lesson.questions] == [
        [("年底", False), ("按月", True)],
        [("钱", True), ("杯子", False)],
    ]
    assert places(*(one.asked for one in lesson.questions)) == [("几时发？", 27, 1), ("发什么？", 34, 1)]
    assert [one.why.plain if one.why else None for one in lesson.questions] == ["工资按月发（第五十条）。", None]
    assert lesson.articles == (Citation("《劳动法》第五十条", "labour-50", lesson.articles[0].span),)
    assert [(one.title, one.span.line, one.span.column) for one in lesson.cited] == [
        *(("《劳动法》第五十条", 17, 7), ("第五十条", 32, 9))
    ]
    assert (lesson.ticks, lesson.videos) == ((), ())


def test_a_system_with_its_parts_its_ticks_and_a_film() -> None:
    """
    ## 视频
    [![工友在登记](../videos/a.jpg)](../videos/a.mp4)
    文字稿：先登记，后进场。
    ## 讲一讲
    ### 做什么
    登记。
    ### 谁来做
    总包。
    分包。
    ## 逐项核对
    - [ ] 登记了
    - [x] 签了
    """
    lesson = read(written(test_a_system_with_its_parts_its_ticks_and_a_film))
    assert [(part.heading.markdown if part.heading else "", part.body.markdown) for part in lesson.parts] == [
        *(("做什么", "登记。"), ("谁来做", "总包。\n分包。"))
    ]
    assert places(*lesson.ticks) == [("登记了", 11, 1), ("签了", 12, 1)]
    (film,) = lesson.videos
    assert (film.file, film.poster, film.picture, film.span.line) == (
        "../videos/a.mp4",
        "../videos/a.jpg",
        "工友在登记",
        2,
    )
    assert film.transcript
    assert film.transcript.markdown == "先登记，后进场。"


def test_what_is_missing_is_empty() -> None:
    lesson = read("没有小标题。\n")
    assert (lesson.title, lesson.headings, lesson.sentences, lesson.parts, lesson.case) == ("", (), (), (), None)
    assert places(*lesson.lines) == [("没有小标题。", 1, 1)]


def test_of_two_headings_alike_the_first_counts() -> None:
    assert [said.plain for said in read("## 记住三句话\n1. 甲\n## 记住三句话\n1. 乙\n").sentences] == ["甲"]


@pytest.mark.parametrize("path", ["workers/01-contract.md", "systems/06-board.md"])
def test_a_lesson_has_a_number(path: str) -> None:
    assert is_lesson(path)


@pytest.mark.parametrize(
    "path",
    [
        *("workers/index.md", "workers/quiz.md", "others/01-contract.md", "01-contract.md"),
        *("workers/1-contract.md", "workers/01-合同.md"),
    ],
)
def test_other_pages_are_no_lessons(path: str) -> None:
    assert not is_lesson(path)


def test_another_path_is_no_lesson() -> None:
    with pytest.raises(ValueError, match="not the path of a lesson"):
        read_lesson("", "content/pages/lessons/workers/index.md")


def test_a_course_is_read_in_order_and_its_pages_are_left_alone(tmp_path: Path) -> None:
    for name in ("workers/02-b.md", "workers/01-a.md", "workers/index.md", "firms/01-a.md", "others/01-a.md"):
        file = tmp_path / "content/pages/lessons" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {name}\n---\n", "utf-8")
    (tmp_path / "content/pages/lessons/workers/03-c.md").write_bytes("甲".encode("gb18030"))
    course = read_course(tmp_path)
    assert [lesson.title for lesson in course.lessons] == ["firms/01-a.md", "workers/01-a.md", "workers/02-b.md"]
    assert [(problem.span.file, problem.code) for problem in course.problems] == [
        ("content/pages/lessons/workers/03-c.md", "R102")
    ]


def test_no_lessons_are_no_problem(tmp_path: Path) -> None:
    assert read_course(tmp_path) == read_course(tmp_path / "nowhere")
    assert read_course(tmp_path).lessons == ()


_LINES = st.sampled_from(
    [
        "## 记住三句话",
        "## 两道题",
        "### 问",
        "- [x] 甲",
        "- [ ] 乙",
        "答：丙",
        "1. 丁",
        "---",
        "",
        "## 依据",
        "[![](a)](b)",
        "戊",
    ]
)


@given(st.lists(_LINES | st.text(max_size=8)))
def test_anything_can_be_read_and_every_place_is_a_place(lines: list[str]) -> None:
    text = "\n".join(lines)
    lesson = read(text)
    found = text.split("\n")
    for said in lesson.lines:
        line = found[said.span.line - 1]
        assert line[said.span.column - 1 :][: said.span.length] == said.markdown
    assert [said.span.line for said in lesson.lines] == sorted({said.span.line for said in lesson.lines})
