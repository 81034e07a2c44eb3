"""改动: two sides compared as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.reports.change import Item, Shown, Side, Value, change

TODAY = date(2026, 11, 1)
CASE = Shown(
    "yk-2026-0001",
    "虚构甲公司",
    sample=False,
    until=date(2027, 1, 1),
    values=(Value("金额", "5万元"), Value("法定代表人", "虚构某甲", retold=False)),
    items=(Item("经过", "2026-03-02 责令改正（文书 甲）", "2026-03-02 责令改正"),),
    rest="x",
)


def side(*cases: Shown, ended: dict[str, str] | None = None) -> Side:
    return Side({one.number: one for one in cases}, ended or {}, {}, {}, {}, frozenset())


def lines(old: Side, new: Side) -> list[str]:
    return [line for section in change(old, new, TODAY).sections for line in section.lines]


def test_each_way_in_which_a_value_moves() -> None:
    def after(amount: str, head: str) -> list[str]:
        values = (Value("金额", amount), Value("法定代表人", head, retold=False))
        return lines(side(CASE), side(replace(CASE, values=values)))

    assert after("6万元", "虚构某甲") == ["yk-2026-0001：金额 5万元 → 6万元"]
    assert after("", "虚构某乙") == ["yk-2026-0001：金额 不再写明；法定代表人 改为 虚构某乙"]
    back = lines(side(replace(CASE, values=(Value("金额", ""), CASE.values[1]))), side(CASE))
    assert back == ["yk-2026-0001：金额 新写明 5万元"]


def test_a_step_that_was_put_otherwise_is_told_once() -> None:
    worded = replace(CASE, items=(Item("经过", "2026-03-02 责令改正（文书 乙）", "2026-03-02 责令改正"),))
    assert lines(side(CASE), side(worded)) == [
        "yk-2026-0001：经过 2026-03-02 责令改正 改写为 2026-03-02 责令改正（文书 乙）"
    ]


def test_whatever_else_differs_is_not_passed_over() -> None:
    assert lines(side(CASE), side(replace(CASE, rest="y"))) == ["yk-2026-0001：其他内容有变化"]


def test_a_number_that_comes_back_and_one_whose_reason_changes() -> None:
    ended = {"yk-2026-0001": "公示期满"}
    assert "停止公开之后重新公开" in lines(side(ended=ended), side(CASE))[0]
    assert lines(side(ended=ended), side(ended={"yk-2026-0001": "移出名单"})) == ["yk-2026-0001：移出名单"]
    assert lines(side(ended=ended), side()) == ["yk-2026-0001：编号和说明也不再显示"]


NUMBERS = st.sets(st.integers(1, 9999), max_size=8)


@given(NUMBERS, NUMBERS)
def test_what_is_added_and_gone_accounts_for_the_count(old: set[int], new: set[int]) -> None:
    def of(numbers: set[int]) -> Side:
        return side(*(replace(CASE, number=f"yk-2026-{number:04d}") for number in numbers))

    found = change(of(old), of(new), TODAY)
    assert found.after - found.before == found.added - found.gone
    assert change(of(new), of(new), TODAY).nothing
