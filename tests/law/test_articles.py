"""Citations read as officials write them."""

from __future__ import annotations

import pytest

from generator.law.articles import CRIMINAL, LAWS, ORDER45, chinese_number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (48, "四十八"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (276, "二百七十六"),
    ],
)
def test_numbers(number: int, text: str) -> None:
    assert chinese_number(number) == text


def test_out_of_range_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="no article number"):
        chinese_number(0)


def test_citation() -> None:
    assert str(ORDER45.art(11)) == "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十一条"
    assert str(CRIMINAL.art(276, 1)) == "《刑法》第二百七十六条之一"
    assert CRIMINAL.art(276, 1).anchor == "criminal-276-1"


def test_laws_have_their_own_keys() -> None:
    assert len({law.key for law in LAWS}) == len(LAWS)
