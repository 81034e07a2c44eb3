"""The rules of one calculator as its page carries them."""

from __future__ import annotations

import json

import pytest

from generator.law.articles import ORDER36, ORDER45
from generator.pages.calculator import NAMES, VIEW, label, rules
from generator.pages.engine import Frames
from tests.pages.casebook import CALCULATORS


@pytest.mark.parametrize("name", NAMES)
def test_a_page_carries_its_own_rules_and_no_others(name: str) -> None:
    found = json.loads(rules(name, CALCULATORS))
    keys = {key for key, _ in CALCULATORS.sentences if key.startswith(f"{name}.")}
    assert {f"{name}.{key}" for key in found["sentences"]} == keys
    assert all(text and all(len(source) == 2 for source in sources) for text, sources in found["sentences"].values())


def test_wages_and_holidays_only_where_they_are_asked_for() -> None:
    asked = {name: json.loads(rules(name, CALCULATORS)).keys() for name in NAMES}
    assert {name for name, keys in asked.items() if "standards" in keys} == {"minimum", "ceiling"}
    assert {name for name, keys in asked.items() if "exceptions" in keys} == {"listing", "objection"}


def test_standards_and_holidays_as_the_script_reads_them() -> None:
    standard = json.loads(rules("minimum", CALCULATORS))["standards"][1]
    assert (standard["since"], standard["until"], standard["monthly"]) == ("2024-01-15", "2026-01-16", 222_055)
    assert "10-10" in json.loads(rules("objection", CALCULATORS))["exceptions"]["2026"]


def test_what_is_unconfirmed_says_so() -> None:
    assert label(ORDER36) == "《信用修复管理办法》（待主管部门确认）"
    assert label(ORDER45.art(11)) == "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十一条"


@pytest.mark.parametrize("name", NAMES)
def test_every_calculator_has_a_page(frames: Frames, name: str) -> None:
    assert [frame.source for frame in frames.pages if f"{VIEW}{name}" in frame.views]


def test_a_page_that_works_something_out_says_what_it_leaves_out_and_what_comes_next(frames: Frames) -> None:
    """The answer links to both."""
    for frame in frames.pages:
        if any(view.startswith(VIEW) for view in frame.views):
            html = "".join(frame.parts)
            assert 'id="limits"' in html, frame.source
            assert 'id="next"' in html, frame.source
            assert "hotline" in frame.views, frame.source
