"""推文 of a lesson: the lesson's own words, its links spelt out, and nothing of a case that is not public."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from generator.pages.wechat.lesson import Asked, NotPublic, Teaching, lesson_post
from generator.pages.wechat.plain import plain
from generator.pages.wechat.post import Items, Paragraph, Post
from tests.pages.casebook import ENDED, LISTED, PENALISED, PORTAL, SITE

CITED: Final = "[《劳动合同法》第十七条](../../laws.md#contract-17)"
LESSON: Final = Teaching(
    source="lessons/workers/01-contract.md",
    course="工友课",
    title="进场先签合同",
    description="签什么，看什么。",
    sentences=("先签合同再干活。", "一人一份。", "签了留底。"),
    parts=(
        (
            "",
            f"**合同**要写清工资。[怎么办](../../help.md)。\n\n- 写多少\n- 哪天发（{CITED}）",
        ),
        ("签的时候", "1. 先看\n2. 再签"),
    ),
    example="**虚构案例。** 某公司没有签。",
    asked=(
        Asked(
            "要不要签？", (("不要", False), ("要", True)), "要的（[《劳动合同法》第十条](../../laws.md#contract-10)）。"
        ),
    ),
    ticks=("都有合同",),
    articles=("《劳动合同法》第十条",),
    cases=(),
)


def post(lesson: Teaching = LESSON) -> Post:
    made = lesson_post(lesson, SITE)
    assert isinstance(made, Post)
    return made


def test_says_the_lesson_in_its_order() -> None:
    assert plain(post()).split("\n\n")[:-3] == [
        "进场先签合同",
        "开工第一课　工友课",
        "【记住三句话】",
        "1. 先签合同再干活。\n2. 一人一份。\n3. 签了留底。",
        "【讲一讲】",
        "合同要写清工资。怎么办（见虚构安薪网站）。",
        "· 写多少\n· 哪天发（《劳动合同法》第十七条）",
        "签的时候",
        "1. 先看\n2. 再签",
        "【一个案例】",
        "虚构案例。某公司没有签。",
        "【逐项核对】",
        "· 都有合同",
        "【想一想】",
        "要不要签？",
        "A. 不要\nB. 要",
        "答案：B。要的（《劳动合同法》第十条）。",
        "【依据】",
        "· 《劳动合同法》第十条",
        "这一课的地址：（网址待公布）/lessons/workers/01-contract/",
    ]


def test_a_link_says_where_it_leads() -> None:
    made = lesson_post(LESSON, replace(SITE, portal=replace(PORTAL, base_url="https://anxin.example")))
    assert isinstance(made, Post)
    assert Paragraph("合同要写清工资。怎么办（https://anxin.example/help/）。") in made.blocks
    assert Items(("写多少", "哪天发（《劳动合同法》第十七条）")) in made.blocks


def test_without_a_case_nothing_has_to_be_deleted() -> None:
    assert (post().until, post().duties, post().numbers) == (None, (), ())


def test_a_case_brings_its_end_and_its_mark() -> None:
    made = post(replace(LESSON, example="[看这件](case:xg-2026-0001)。", cases=("xg-2026-0001",)))
    assert made.until == date(2029, 7, 22)
    assert made.samples == (LISTED.number,)
    assert made.words.mark == "样例"
    assert "看这件（编号 xg-2026-0001）。" in plain(made)


def test_a_case_that_is_not_public_keeps_the_lesson_back() -> None:
    for number in (ENDED.number, "xg-2026-9999"):
        assert lesson_post(replace(LESSON, cases=(PENALISED.number, number)), SITE) == NotPublic(number)
