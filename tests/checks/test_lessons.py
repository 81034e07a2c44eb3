"""开工第一课: the rules of a lesson together, on whole files; the lessons that are shipped."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import Final

import pytest

from generator.checks import check_all
from generator.cli import ledger as command
from generator.cli.diagnostics import report
from generator.course.lesson import COURSES, PARTS, Lesson
from generator.records.load import read_course
from tests.casebook import CASE, Casebook, places

ROOT: Final = Path(__file__).parents[2]
FILE: Final = "content/pages/lessons/workers/01-pay.md"
SHIPPED: Final = read_course(ROOT).lessons
SOUND: Final = """\
# 发工资
## 记住三句话
1. 发钱。
2. 按月发。
3. 足额发。
## 讲一讲
按月发（[《劳动法》第五十条](../../laws.md#labour-50)）。
## 一个案例
**虚构案例。** 张某的工资发了。
## 两道题
### 几时发？
- [ ] 年底
- [x] 按月
答：按月发。
### 发什么？
- [ ] 杯子
- [x] 钱
答：发钱。
## 依据
- [《劳动法》第五十条](../../laws.md#labour-50)
"""
FILM: Final = "## 视频\n[![工友](../a.jpg)](../a.mp4)\n文字稿：先登记。\n"
OTHER: Final = "单位: {名称: 虚构甲公司}\n样例: true"
SHOWN: Final = """\
单位: {名称: 虚构甲公司}
违法行为: [拖欠工资]
样例: true
公开:
  - 依据: 媒体转载
    来源: {名称: 虚构报道, 日期: 2026-03-01}
    批准: {岗位: 治欠办主任, 日期: 2026-03-01}
"""


def said(root: Path, text: str, case: str = OTHER, file: str = FILE) -> list[tuple[int, int, str]]:
    book = Casebook(root).write(case)
    book.write_bytes(text.encode(), file)
    return places([problem for problem in book.problems() if problem.span.file == file])


def test_a_sound_lesson(tmp_path: Path) -> None:
    assert said(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2. 按月发。\n", "", [(2, 1, "C702")]),
        ("发钱。\n2", f"{'很' * 41}\n2", [(3, 1, "C702")]),
        ("发钱。\n2", f"{'很' * 40}\n2", []),
        ("## 一个案例\n", "", [(1, 1, "C701")]),
        ("## 讲一讲", f"{FILM}## 讲一讲", []),
        ("## 讲一讲", f"{FILM.replace('工友', '')}## 讲一讲", [(7, 1, "C710")]),
        ("## 讲一讲", f"{FILM.replace('文字稿', '说明')}## 讲一讲", [(7, 1, "C710")]),
        ("## 讲一讲", f"{FILM.replace('../a.jpg', '//example.org/a.jpg')}## 讲一讲", [(7, 1, "C711")]),
        ("## 讲一讲", f"{FILM.replace('../a.mp4', 'https://example.org/a.mp4')}## 讲一讲", [(7, 1, "C711")]),
        ("## 讲一讲", f"{FILM.replace('../a.mp4', '../a.MP4')}## 讲一讲", []),
        ("**虚构案例。** ", "", [(9, 1, "C706")]),
        ("**虚构案例。** 张某的工资发了。\n", "", [(8, 1, "C706")]),
        ("- [x] 按月", "- [ ] 按月", [(11, 1, "C704")]),
        ("- [ ] 年底\n", "", [(11, 1, "C704")]),
        ("- [ ] 年底", "- [x] 年底", [(11, 1, "C704")]),
        ("答：发钱。\n", "", [(15, 1, "C704")]),
        ("### 发什么？\n- [ ] 杯子\n- [x] 钱\n答：发钱。\n", "", [(10, 1, "C703")]),
        ("- [《劳动法》第五十条](../../laws.md#labour-50)\n", "", [(19, 1, "C705")]),
        ("按月发（", "要发（[第四十四条](../../laws.md#labour-44)；", [(7, 4, "C705")]),
        ("张某的", "张三等21名劳动者的", [(9, 1, "C401")]),
        ("张某的", "[案件](case:yk-2026-0009)", [(9, 14, "C707")]),
        ("张某的", "[案件](case:yk-2026-0001)", [(9, 14, "C707")]),
    ],
)
def test_one_mistake_is_one_problem(tmp_path: Path, old: str, new: str, expected: list[tuple[int, int, str]]) -> None:
    assert old in SOUND
    assert said(tmp_path, SOUND.replace(old, new)) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [(PARTS, []), ((*PARTS[1:], PARTS[0]), [(7, 1, "C712")]), (PARTS[:-1], [(7, 1, "C712")])],
)
def test_a_system_has_its_parts_in_their_order(
    tmp_path: Path, order: tuple[str, ...], expected: list[tuple[int, int, str]]
) -> None:
    parts = "".join(f"### {name}\n照做。\n" for name in order)
    text = SOUND.replace("## 讲一讲\n", f"## 讲一讲\n{parts}").replace(
        "## 一个案例", "## 逐项核对\n- [ ] 做了\n## 一个案例"
    )
    assert said(tmp_path, text, file=FILE.replace("workers", "systems")) == expected
    assert said(tmp_path, text.replace("- [ ] 做了\n", ""), file=FILE.replace("workers", "systems"))[-1][2] == "C712"


def test_a_case_that_is_shown_may_be_linked_and_not_named(tmp_path: Path) -> None:
    linked = SOUND.replace("张某的", "[案件](case:yk-2026-0001)")
    assert said(tmp_path, linked, SHOWN) == []
    assert said(tmp_path, linked.replace("工资发了", "虚构甲公司的工资发了"), SHOWN) == [(9, 1, "C709")]
    assert said(tmp_path, linked, SHOWN.replace("2026-03-01", "2021-03-01")) == [(9, 14, "C708")]
    unapproved = SHOWN.partition("    批准")[0]
    assert said(tmp_path, linked, unapproved) == [(9, 14, "C707")]


def test_many_records_are_checked_to_the_same_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many records each process sees a half, and a lesson may link to a case of either."""
    book = Casebook(tmp_path)
    for number in range(1, 5):
        book.write(SHOWN, CASE.replace("0001", f"000{number}"))
    links = "".join(f"[案件](case:yk-2026-000{number})" for number in range(1, 6))
    book.write_bytes(SOUND.replace("张某", links).replace("## 依据", "## 依據").encode(), FILE)
    whole = book.problems()
    monkeypatch.setattr(command, "WORTH_FORKING", 2)
    assert command.problems_of(tmp_path, None) == whole
    assert [problem.code for problem in whole if problem.span.file == FILE] == ["C701", "C705", "C707"]


def test_a_heading_is_shown_and_what_is_private_is_not(tmp_path: Path) -> None:
    book = Casebook(tmp_path).write(OTHER)
    text = SOUND.replace("答：发钱。\n", "").replace("张某的", "13800138000，张某的")
    book.write_bytes(text.encode(), FILE)
    shown = report(book.problems(), tmp_path, "text")
    assert "   15 | ### 发什么？" in shown
    assert "    9 | " in shown
    assert "13800138000" not in shown


def test_the_lesson_of_the_manual_is_sound(tmp_path: Path) -> None:
    manual = (ROOT / "docs/编辑手册.md").read_text("utf-8")
    (text,) = re.findall(r"^```markdown\n(.*?)^```$", manual, re.MULTILINE | re.DOTALL)
    assert said(tmp_path, text) == []


def sentences(lesson: Lesson) -> list[str]:
    """Of a lesson's explanation, as they are read out."""
    lines = (line for part in lesson.parts for line in part.body.plain.split("\n") if not line.startswith("|"))
    text = "。".join(lines)
    for mark in "！？；：\n":
        text = text.replace(mark, "。")
    return [one.strip("- ") for one in text.split("。") if one.strip("- ")]


def test_a_worker_can_follow_it() -> None:
    """Half of all sentences have at most 40 characters, in each lesson too."""
    lengths = {lesson.file: [len(one) for one in sentences(lesson)] for lesson in SHIPPED if lesson.course == "workers"}
    medians = {file: median(some) for file, some in lengths.items()}
    assert median([one for some in lengths.values() for one in some]) <= 25, medians
    assert {file: found for file, found in medians.items() if found > 40} == {}
    assert min(len(some) for some in lengths.values()) >= 5


def test_the_courses_are_whole() -> None:
    counted = {course: [lesson.number for lesson in SHIPPED if lesson.course == course] for course in COURSES}
    assert all(numbers == [*range(1, len(numbers) + 1)] for numbers in counted.values()), counted
    assert [len(numbers) for numbers in counted.values()] == [10, 12, 6, 5]


def test_every_lesson_says_what_it_is_of() -> None:
    assert [lesson.file for lesson in SHIPPED if not (lesson.title and lesson.description)] == []
    assert len({lesson.title for lesson in SHIPPED}) == len(SHIPPED)


def test_the_right_answer_has_no_place_of_its_own() -> None:
    """Somebody who always taps the second answer must not pass."""
    at = [[option.right for option in one.options].index(True) for lesson in SHIPPED for one in lesson.questions]
    assert {place: at.count(place) > len(at) // 10 for place in range(3)} == dict.fromkeys(range(3), True)
    assert max(at.count(place) for place in range(3)) <= len(at) * 2 // 3


def test_shipped_lessons_are_sound() -> None:
    ledger, problems = command.open_ledger(ROOT, None)
    assert ledger
    assert [problem for problem in problems if "lessons" in problem.span.file] == []
    assert check_all(ledger) == problems
