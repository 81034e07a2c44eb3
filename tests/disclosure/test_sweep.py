"""The last look: what looks private, or names somebody who is not public today, does not go out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.site import disclose_all
from generator.disclosure.sweep import CANARY, NOT_PUBLIC, Leak, Sweeper, _Known, sweeper
from tests.casebook import Casebook
from tests.disclosure.test_gate import PENALTY

CLEAN = "<p>欠薪投诉请拨打 12345；案号 yk-2026-0001；金额 171.8122万元；sha256 0f1e2d3c4b5a69788796a5b4c3d2e1f0</p>"


def kinds(casebook: Casebook, text: str, as_of: date = date(2026, 4, 1), path: str = "index.html") -> list[str]:
    ledger = casebook.write(PENALTY).ledger(as_of)
    found = disclose_all(ledger)
    look = sweeper(ledger.portal.record, found.site, found.names)
    return [leak.kind for leak in look.sweep(path, text.encode())]


def test_clean_pages_pass(casebook: Casebook) -> None:
    assert kinds(casebook, CLEAN) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("身份证 11010519491231002X", "身份证号"),
        ("身份证 110105********002X", "遮盖不全的身份证号"),
        ("电话 13800138000", "手机号"),
        ("电话 138-0013-8000", "手机号"),
        ("电话 0579-87654321", "固定电话"),
        ("卡号 6222020200112233445"[:-1] + "6", "银行卡号"),
        ("邮箱 a.b@example.org", "电子邮箱"),
        ("微信号：abc12345", "微信号或QQ号"),
        ("拖欠张三等21名劳动者", "劳动者姓名"),
        ("&#49;3800138000", "手机号"),
        (CANARY, "未公开或已停止公开的名称"),
    ],
)
def test_private_facts_are_found(casebook: Casebook, text: str, kind: str) -> None:
    assert kind in kinds(casebook, text)


def test_a_name_is_found_only_while_it_is_not_public(casebook: Casebook) -> None:
    assert kinds(casebook, "虚构甲公司") == []
    assert kinds(casebook, "虚构甲公司", date(2026, 6, 3)) == ["未公开或已停止公开的名称"]


@given(st.sets(st.text("甲乙丙", min_size=1, max_size=6), max_size=6), st.text("甲乙丙", min_size=3, max_size=5))
def test_a_name_is_known_just_where_a_text_has_it(texts: set[str], name: str) -> None:
    assert _Known(texts).holds(name) == any(name in text for text in texts)


@given(
    st.sets(st.text("甲乙丙", min_size=1, max_size=6), max_size=6), st.sets(st.text("甲乙丙", min_size=3, max_size=5))
)
def test_a_few_names_are_looked_for_in_every_text(texts: set[str], names: set[str]) -> None:
    expected = {name for name in names if not any(name in text for text in texts)}
    assert _Known(texts).without(names) == expected
    many = {f"甲乙{place}" for place in range(51)}
    assert _Known(texts).without({*names, *many}) == {*expected, *many}


OFFICE = "{名称: 虚构市治欠办, 简称: 市治欠办, 电话: 0579-80000000, 邮箱: office@example.org}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话 0579-80000000，邮箱 office@example.org", []),
        ("电话 0579-80000001", ["固定电话"]),
        ("邮箱 someone@example.org", ["电子邮箱"]),
    ],
)
def test_what_the_office_gives_out_of_itself_passes(casebook: Casebook, text: str, found: list[str]) -> None:
    casebook.portal["主办"] = OFFICE
    assert kinds(casebook, text) == found


def test_file_names_are_searched(casebook: Casebook) -> None:
    assert kinds(casebook, "", path="cases/13800138000.html") == ["手机号"]


def test_what_was_swept_before_is_not_looked_through_again_and_all_else_is() -> None:
    """Of a file that was clean when it was last written, only what is new in it is read."""
    look, record, other = Sweeper(names=("虚构乙厂",)), '{"a": "虚构乙厂"}', '{"b": "虚构乙厂"}'
    before = f"{record}\n".encode()
    assert list(look.sweep("cases.ndjson", f"{record}\n{record}\n".encode(), before)) == []
    assert list(look.sweep("cases.ndjson", f"{record}\n{other}\n".encode(), before)) == [
        Leak("cases.ndjson", NOT_PUBLIC)
    ]
    assert list(look.sweep("cases.ndjson", before)) == [Leak("cases.ndjson", NOT_PUBLIC)], "trusted for once alone"
