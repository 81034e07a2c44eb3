"""Folding: what does not count when a name is compared, and why a part of a name is always found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.lookup.folding import fold, plain_form

NAMES = st.text(st.sampled_from("虚构建筑有限责任股份公司（）()【】「」·-　 ＡBc１2é㈱ｶ゙々〇"), max_size=12)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("虚构甲建筑（浙江）有限公司", "虚构甲建筑浙江有限公司"),
        ("虚构甲建筑(浙江)有限公司", "虚构甲建筑浙江有限公司"),
        ("【虚构】〔甲〕「乙」《丙》", "虚构甲乙丙"),
        (" 虚构　甲\t建筑\n", "虚构甲建筑"),
        ("ＡＢｃ１２３号", "abc123号"),
        ("XG-2026-0001", "xg20260001"),
        ("虚构·甲•乙・丙", "虚构甲乙丙"),
        ("Café", "cafe"),
        ("㈱虚构⼯", "株虚构工"),
        ("虚\u200b构\ufeff", "虚构"),
        ("〇々", "〇々"),
        ("ΑΣ", "ΑΣ"),
        ("（）", ""),
    ],
)
def test_what_does_not_count(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("虚构甲建筑有限责任公司", "虚构甲建筑有限公司"),
        ("虚构甲建筑股份有限公司", "虚构甲建筑有限公司"),
        ("虚构甲建筑股份有限责任公司第一分公司", "虚构甲建筑有限公司第一分公司"),
        ("虚构甲建筑有限公司", "虚构甲建筑有限公司"),
        ("虚构甲有限责任", "虚构甲有限责任"),
        ("虚构股份合作社", "虚构股份合作社"),
    ],
)
def test_the_legal_form_is_one(name: str, plain: str) -> None:
    assert plain_form(name) == plain


@given(NAMES, NAMES, NAMES)
def test_a_part_of_a_name_folds_to_a_part_of_the_folded_name(before: str, part: str, after: str) -> None:
    assert fold(before + part + after) == fold(before) + fold(part) + fold(after)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
