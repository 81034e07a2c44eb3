"""Sounds: under which letters a name stands, and what a visitor may type for it."""

from __future__ import annotations

import pytest

from generator.pages.lookup.places import without_place
from generator.pages.lookup.sound import initials, key, readings


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("浙江虚构", ("z",)),
        ("重庆虚构", ("c",)),
        ("重工虚构", ("z",)),
        ("长春虚构", ("c",)),
        ("乐清虚构", ("y",)),
        ("单氏虚构五金", ("d", "s")),
        ("曾记虚构饭店", ("c", "z")),
        ("仇氏虚构", ("c", "q")),
        ("长恒虚构", ("z", "c")),
        ("厦门虚构", ("x",)),
        ("abc虚构", ("a",)),
        ("3号虚构", ("other",)),
        ("ΑΣ", ("other",)),
        ("", ("other",)),
    ],
)
def test_the_letters_of_a_name(name: str, letters: tuple[str, ...]) -> None:
    assert initials(name) == letters


def test_every_reading_that_somebody_may_type() -> None:
    assert readings(("重庆乐清", "单氏", "绿a1")) == {
        "重": ("zhong", "chong"),
        "庆": ("qing",),
        "乐": ("le", "yue"),
        "清": ("qing",),
        "单": ("dan", "shan"),
        "氏": ("shi",),
        "绿": ("lv",),
    }


def test_a_word_gives_a_reading_that_the_character_alone_has_not() -> None:
    assert readings(("银行",))["行"] == ("xing", "hang")
    assert readings(("校对",))["校"] == ("xiao", "jiao")
    assert readings(("校服",))["校"] == ("xiao",)


def test_names_are_sorted_by_sound() -> None:
    names = ["虚构戊", "虚构甲", "a厂", "虚构乙", "1厂", "阿虚构"]
    assert sorted(names, key=key) == ["1厂", "a厂", "阿虚构", "虚构甲", "虚构戊", "虚构乙"]


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("浙江甲乙建设", "甲乙建设"),
        ("浙江省虚构市甲乙建设", "甲乙建设"),
        ("虚构市甲乙建设", "甲乙建设"),
        ("虚构甲乙建设", "甲乙建设"),
        ("内蒙古自治区甲乙建设", "甲乙建设"),
        ("上海厂", "上海厂"),
        ("杭州甲乙建设", "杭州甲乙建设"),
        ("甲乙浙江建设", "甲乙浙江建设"),
        ("", ""),
    ],
)
def test_a_place_in_front_is_taken_off_where_it_is_surely_one(name: str, left: str) -> None:
    assert without_place(name, "虚构市") == left
