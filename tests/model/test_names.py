"""What counts as a masked name, a unit, an ordinary word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.names import is_masked, is_unit, is_word, may_be, surname


@pytest.mark.parametrize(
    "name", ["吕某", "吕某某", "欧阳某", "某某", "某", "吕××", "吕*", "虚构吕某某", "吕某某（虚构）"]
)
def test_masked(name: str) -> None:
    assert is_masked(name)


@pytest.mark.parametrize("name", ["吕大山", "虚构某甲", "某甲", "某某公司", "吕某某等3人", "大山某", ""])
def test_not_masked(name: str) -> None:
    assert not is_masked(name)


def test_what_a_mask_still_tells() -> None:
    assert [surname(name) for name in ("吕某某", "虚构欧阳某", "某某", "吕大山")] == ["吕", "欧阳", "", ""]
    assert may_be("吕某某", "虚构吕大山")
    assert may_be("某某", "吕大山")
    assert not may_be("李某", "吕大山")


@pytest.mark.parametrize("name", ["虚构甲有限公司", "某五金厂", "甲公司某市分公司", "某小吃店", "某合作社（虚构）"])
def test_units(name: str) -> None:
    assert is_unit(name)


@pytest.mark.parametrize("name", ["吕某某", "吕大山", "厂长张三", "公司法人吕某", ""])
def test_not_units(name: str) -> None:
    assert not is_unit(name)


@pytest.mark.parametrize("text", ["农民工", "安装工", "施工员", "包工头", "司机", "金额", "周一", "都未", "经理"])
def test_words(text: str) -> None:
    assert is_word(text)


@pytest.mark.parametrize("text", ["张三", "周立波", "李建国", "高明", "欧阳修文"])
def test_not_words(text: str) -> None:
    assert not is_word(text)


@given(
    st.sampled_from("赵钱孙李周吴郑王吕陈"), st.text("大山小明建国", min_size=1, max_size=2), st.sampled_from("某*×")
)
def test_a_mask_may_be_whom_it_masks(first: str, given_name: str, sign: str) -> None:
    masked = first + sign * len(given_name)
    assert is_masked(masked)
    assert not is_masked(first + given_name)
    assert may_be(masked, first + given_name)
