"""Lessons as editors write them become pages with a quiz, a film, boxes to tick and a way on, on any engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pages.engine import EngineFailure, Frames, build_frames
from generator.pages.lessons import woven

Project = Callable[[dict[str, str]], Path]

INDEX = "---\ntitle: 工友课\n---\n# 工友课\n\n<!-- lessons: workers -->\n"
QUIZ = "# 题目\n\n<!-- quiz: workers -->\n"
FIRST = """\
---
title: 发工资
---
# 发工资

一家公司（[案件](case:yk-2022-0001)）。

## 两道题

### 几时发？

- [ ] 年底 & 过年
- [x] 按月

答：按月发（[第五十条](../../laws.md#labour-50)）。
"""
SECOND = "---\ntitle: 加班\n---\n# 加班\n\n## 逐项核对\n\n说明。\n\n- [ ] 有批条\n- [ ] 有**记录**\n"
SETTINGS = "site_name: x\nnav: [index.md]\nmarkdown_extensions: [attr_list, md_in_html]\nnot_in_nav: lessons/**/*.md\n"
FOLDER = {
    "lessons/workers/index.md": INDEX,
    "lessons/workers/02-over.md": SECOND,
    "lessons/workers/01-pay.md": FIRST,
}


def test_a_question_is_answers_to_tap() -> None:
    assert woven(FOLDER)["lessons/workers/01-pay.md"].partition("## 两道题\n\n")[2].partition("<nav")[0] == (
        '<div class="lesson-quiz" markdown="1">\n\n### 几时发？\n\n'
        '<details markdown="1">\n<summary>年底 &amp; 过年</summary>\n\n**不对。** 再选一次。\n\n</details>\n\n'
        '<details markdown="1" data-right="1">\n<summary>按月</summary>\n\n'
        "**对。** 按月发（[第五十条](../../laws.md#labour-50)）。\n\n</details>\n\n</div>\n\n"
    )


def test_a_lesson_says_where_it_stands_and_where_to_go() -> None:
    first, second = (woven(FOLDER)[f"lessons/workers/{name}.md"] for name in ("01-pay", "02-over"))
    assert "# 发工资\n\n[工友课](index.md) 第1课，共2课，约1分钟\n{ .lesson-at }\n" in first
    assert re.findall(r"^- \[.*", first.partition("<nav")[2], re.MULTILINE) == ["- [下一课：加班](02-over.md)"]
    assert re.findall(r"^- \[.*", second.partition("<nav")[2], re.MULTILINE) == [
        *("- [回到这门课的目录](index.md)", "- [上一课：发工资](01-pay.md)")
    ]
    asked = woven(FOLDER | {"lessons/workers/quiz.md": QUIZ})["lessons/workers/02-over.md"]
    assert "- [这门课的全部题目](quiz.md)" in asked


def test_a_case_is_linked_at_its_address_from_any_depth() -> None:
    pages = woven({"lessons/index.md": "[案件](case:yk-1)", "lessons/workers/01-pay.md": "[案件](case:yk-1)"})
    assert pages["lessons/index.md"] == '<a href="../disclosures/yk-1/">案件</a>'
    assert '<a href="../../../disclosures/yk-1/">案件</a>' in pages["lessons/workers/01-pay.md"]


def test_a_list_tells_the_time_and_counts_what_is_read() -> None:
    long = f"---\ntitle: 长课\ndescription: {'不' * 900}\n---\n# 长课\n\n{'字' * 298}[不算](laws.md)\n"
    listed = woven({"lessons/workers/index.md": INDEX, "lessons/workers/01-long.md": long})["lessons/workers/index.md"]
    assert listed.partition("# 工友课\n\n")[2] == (
        '<ul class="ways lesson-list">\n<li><a href="../../lessons/workers/01-long/"><b>1. 长课</b>'
        "<span>约2分钟</span></a></li>\n</ul>\n"
    )


def test_boxes_to_tick_and_room_for_a_name() -> None:
    assert woven(FOLDER)["lessons/workers/02-over.md"].partition("说明。\n")[2].partition("<nav")[0] == (
        '\n<div class="lesson-ticks" markdown="1">\n\n'
        '- <label><input type="checkbox"> <span>有批条</span></label>\n'
        '- <label><input type="checkbox"> <span>有**记录**</span></label>\n\n'
        '<p class="lesson-sign">核对人：<span></span>　日期：<span></span></p>\n\n</div>\n\n'
    )


def test_all_questions_of_a_course_on_one_page_with_their_links() -> None:
    text = woven(FOLDER | {"lessons/workers/quiz.md": QUIZ})["lessons/workers/quiz.md"]
    assert text.count('<div class="lesson-quiz"') == 1
    assert "（[第五十条](../../laws.md#labour-50)）" in text
    assert "[第1课：发工资](../../lessons/workers/01-pay.md)\n{ .lesson-from }" in text


def test_questions_asked_elsewhere_lead_to_the_same_articles() -> None:
    text = woven(FOLDER | {"lessons/all.md": QUIZ})["lessons/all.md"]
    assert "（[第五十条](../laws.md#labour-50)）" in text
    assert "[第1课：发工资](../lessons/workers/01-pay.md)" in text


def test_what_was_woven_otherwise_is_built_anew(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({"content/pages/lessons/index.md": "# 课"})
    before = build_frames(root, tmp_path / "cache")
    monkeypatch.setattr("generator.pages.lessons.woven", lambda _: {"lessons/index.md": "# 新课"})
    after = build_frames(root, tmp_path / "cache")
    assert isinstance(before, Frames)
    assert isinstance(after, Frames)
    assert [page.title for page in (*before.pages, *after.pages) if page.address == "lessons/"] == ["课", "新课"]


def test_a_film_is_the_bureau_s_own_with_its_words() -> None:
    film = "## 视频\n\n[![工友 & 合同](../videos/a.jpg)](../videos/a.mp4)\n\n文字稿：先签。\n\n## 讲一讲\n"
    text = woven({"lessons/workers/01-pay.md": film})["lessons/workers/01-pay.md"].partition("<nav")[0]
    assert text.split("\n") == [
        "## 视频",
        "",
        '<video class="lesson-video" controls playsinline preload="none" aria-label="工友 &amp; 合同"',
        'poster="../../../lessons/videos/a.jpg"><source src="../../../lessons/videos/a.mp4" type="video/mp4"></video>',
        "",
        "[放不出来，下载视频](../videos/a.mp4)",
        "",
        "<details>",
        "<summary>视频里说了什么</summary>",
        "<p>先签。</p>",
        "</details>",
        "",
        "## 讲一讲",
        "",
        "",
    ]


def test_a_heading_without_a_film_is_left_as_it_is() -> None:
    text = "## 视频\n\n还没有。\n"
    assert woven({"lessons/workers/01-pay.md": text})["lessons/workers/01-pay.md"].startswith(text)


def test_other_pages_stay_as_they_are() -> None:
    text = "# 开工第一课\n\n## 一个案例\n\n[x](workers/index.md)\n"
    assert woven({"lessons/index.md": text}) == {"lessons/index.md": text}


def test_the_engine_reads_what_was_woven_and_refuses_a_film_that_is_not_there(project: Project, tmp_path: Path) -> None:
    pages = {
        f"content/pages/{name}": text.replace("../../laws.md#labour-50", "index.md") for name, text in FOLDER.items()
    }
    root = project({"mkdocs.yml": SETTINGS} | pages)
    built = build_frames(root, tmp_path / "cache")
    assert isinstance(built, Frames), built.output
    html = next("".join(page.parts) for page in built.pages if page.source == "lessons/workers/01-pay.md")
    assert '<details data-right="1">' in html
    film = root / "content/pages/lessons/workers/03-film.md"
    film.write_text("# 片\n\n## 视频\n\n[![片](a.jpg)](a.mp4)\n\n文字稿：片。\n", "utf-8")
    refused = build_frames(root, tmp_path / "cache")
    assert isinstance(refused, EngineFailure)
    assert "a.mp4" in refused.output


@pytest.mark.parametrize(("course", "count"), [("workers", 20), ("firms", 24), ("officers", 10)])
def test_the_shipped_quizzes_are_whole(frames: Frames, course: str, count: int) -> None:
    html = next("".join(page.parts) for page in frames.pages if page.source == f"lessons/{course}/quiz.md")
    assert (html.count('class="lesson-quiz"'), html.count("data-right")) == (count, count)


def test_every_shipped_lesson_has_its_quiz_and_its_way_on(frames: Frames) -> None:
    pages = {page.source: "".join(page.parts) for page in frames.pages if re.search(r"/\d\d-", page.source)}
    assert len(pages) == 33
    assert {source: html.count("data-right") for source, html in pages.items()} == dict.fromkeys(pages, 2)
    assert [source for source, html in pages.items() if "lesson-turn" not in html or "case:" in html] == []
    assert [
        source for source, html in pages.items() if source.startswith("lessons/systems") != ("lesson-ticks" in html)
    ] == []


@pytest.mark.parametrize(
    ("source", "column"),
    [
        *(("lessons/index.md", "开工第一课"), ("lessons/workers/01-contract.md", "开工第一课")),
        *(("lessons/systems/index.md", "六项制度"), ("lessons/systems/06-board.md", "六项制度")),
    ],
)
def test_a_page_belongs_to_the_inner_of_two_columns(frames: Frames, source: str, column: str) -> None:
    html = next("".join(page.parts) for page in frames.pages if page.source == source)
    assert re.findall(r'<meta name="ColumnName" content="([^"]+)"', html) == [column]
    assert re.findall(r'<a href="[^"]*" aria-current="[a-z]+">([^<]+)</a>', html) == [column]
