"""The table of sentences: every step has one, every value has its place, every article is one that pages explain."""

from __future__ import annotations

from string import Formatter
from typing import Final

import pytest

from generator.law.articles import Article, anchors
from generator.law.calculator import (
    NUMBERS,
    SENTENCES,
    ceiling,
    limitation,
    listing,
    minimum,
    objection,
    overtime,
    said,
    surcharge,
)
from generator.law.calculator.examples import examples
from generator.law.calendar import WorkCalendar

NAMES = ("limitation", "minimum", "surcharge", "overtime", "ceiling", "listing", "objection")


def test_every_source_is_explained_on_the_page_of_laws() -> None:
    found = {source for sentence in SENTENCES.values() for source in sentence.sources}
    assert {source.anchor if isinstance(source, Article) else source.key for source in found} <= anchors()


def test_a_key_belongs_to_its_calculator() -> None:
    assert {key.partition(".")[0] for key in SENTENCES} == set(NAMES)
    assert {key.partition(".")[0] for key in NUMBERS} == set(NAMES)


def test_every_number_of_a_calculator_is_exported() -> None:
    modules = (limitation, minimum, surcharge, overtime, ceiling, listing, objection)
    assert sum(len(module.NUMBERS) for module in modules) == len(NUMBERS)
    assert sum(len(module.SENTENCES) for module in modules) == len(SENTENCES)


TOLD: Final = {
    "limitation": (
        "张某2026年3月10日离开，2026年2月15日该发的工资没有发。2026年5月20日他投诉过。在2026年6月1日算：",
        "向劳动保障监察投诉：从该发工资的2026年2月15日起算两年，稳妥的最后一天是2028年2月15日。",
    ),
    "minimum": (
        "假设当地标准是每月2000.00元。李某2026年1月到3月，每月拿到1850.00元：",
        "2026年1月到2026年3月，3个月：标准每月2000.00元（您填的数），每月少150.00元，共少450.00元。",
    ),
    "surcharge": (
        "王某被欠12000.00元。部门责令单位限期支付，到期还没有付：",
        "责令支付的期限已经过了、还没有付，符合加付的条件。加付多少，由部门决定。",
    ),
    "overtime": (
        "赵某月工资4350.00元。这个月平时加班10小时，休息日8小时没有补休，法定休假日8小时，加班费一分没有拿到：",
        "一共1375.00元，已经付过0.00元。",
    ),
    "ceiling": (
        "假设当地月最低工资是2000.00元。孙某要工资18000.00元，要经济补偿6000.00元：",
        "经济补偿6000.00元：没有超过。",
    ),
    "listing": (
        "某公司（虚构）2026年3月16日被列入名单，2026年3月18日收到决定书，2026年4月30日付清了工资：",
        "也可以直接向法院起诉，6个月内，到2026年9月18日。",
    ),
    "objection": (
        "责令支付的期限2026年9月15日届满。某公司（虚构）2026年9月22日收到列入告知，2026年9月28日提出异议：",
        "决定作出以前付清、并且书面承诺不再欠薪，可以不列入。",
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_tells_one_story(name: str) -> None:
    """What is given and where it leads, word for word: pages print both."""
    example = examples(WorkCalendar())[name]
    assert (example.told, said(example.steps[-1])) == TOLD[name]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_worked_out_and_cites(name: str) -> None:
    example = examples(WorkCalendar())[name]
    assert example.told.endswith("：")
    assert SENTENCES[example.steps[0].key].sources
    for step in example.steps:
        asked = {field for _, field, _, _ in Formatter().parse(SENTENCES[step.key].text) if field}
        assert asked <= step.values.keys()
        assert "{" not in said(step)
