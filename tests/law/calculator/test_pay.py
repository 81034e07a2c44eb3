"""Money: minimum wage by the month, 加付, overtime, and the ceiling of final awards; every sum made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.calculator import said
from generator.law.calculator.ceiling import ceiling
from generator.law.calculator.minimum import Pay, Standard, minimum
from generator.law.calculator.overtime import MONTH, Overtime, overtime
from generator.law.calculator.step import Step, hours, rounded, yuan
from generator.law.calculator.surcharge import surcharge

OLD = Standard(date(2021, 8, 1), date(2024, 1, 1), 208_000, 2_000, "虚构〔2021〕1号")
NEW = Standard(date(2024, 1, 1), date(2026, 1, 2), 226_000, 2_200, "虚构〔2024〕1号")
FEN = st.integers(0, 100_000_000)
HUNDREDTHS = st.integers(0, 74_400)


def told(steps: tuple[Step, ...]) -> list[str]:
    return [said(step) for step in steps]


def names(steps: tuple[Step, ...]) -> list[str]:
    return [step.key.partition(".")[2] for step in steps]


def test_each_month_is_held_to_the_standard_of_its_time() -> None:
    assert told(minimum(date(2023, 11, 1), date(2024, 2, 1), Pay("month", 200_000), (OLD, NEW), None)) == [
        "一共少发680.00元，应当补足。",
        "2023年11月到2023年12月，2个月：标准每月2080.00元（虚构〔2021〕1号），每月少80.00元，共少160.00元。",
        "2024年1月到2024年2月，2个月：标准每月2260.00元（虚构〔2024〕1号），每月少260.00元，共少520.00元。",
    ]


def test_a_month_that_no_standard_covers_is_left_out_and_said_so() -> None:
    steps = minimum(date(2026, 1, 1), date(2026, 3, 1), Pay("month", 200_000), (NEW,), None)
    assert told(steps) == [
        "算得出的月份，一共少发260.00元，应当补足；还有月份没有标准，没有算进去。",
        "2026年1月：标准每月2260.00元（虚构〔2024〕1号），每月少260.00元，共少260.00元。",
        "2026年2月到2026年3月，2个月：没有标准，没有算进去。",
    ]


def test_without_any_standard_nothing_is_worked_out() -> None:
    assert names(minimum(date(2026, 5, 1), date(2026, 5, 1), Pay("month", 1), (), None)) == ["unset", "unknown"]


def test_a_standard_from_a_document_fills_the_gap_and_no_more() -> None:
    steps = minimum(date(2026, 1, 1), date(2026, 2, 1), Pay("month", 226_000), (NEW,), 240_000)
    assert names(steps) == ["total", "month_enough", "month"]
    assert steps[0].values["sum"] == "140.00元"


def test_enough_is_enough() -> None:
    steps = minimum(date(2024, 3, 1), date(2024, 3, 1), Pay("month", 226_000), (NEW,), None)
    assert names(steps) == ["none", "month_enough"]


def test_enough_in_the_known_months_says_nothing_of_the_others() -> None:
    steps = minimum(date(2026, 1, 1), date(2026, 2, 1), Pay("month", 226_000), (NEW,), None)
    assert names(steps) == ["part", "month_enough", "unknown"]


def test_pay_by_the_hour() -> None:
    steps = minimum(date(2024, 1, 1), date(2024, 3, 1), Pay("hour", 1_850, hours=6_050), (NEW,), None)
    assert steps[0].values["sum"] == "635.25元", "3.5 × 60.5 × 3"
    assert "每小时少3.50元，每月60.5小时" in said(steps[1])


def test_a_change_within_a_month_is_said() -> None:
    middle = Standard(date(2024, 5, 15), date(2026, 5, 16), 230_000, 2_300, "虚构〔2024〕2号")
    steps = minimum(date(2024, 5, 1), date(2024, 6, 1), Pay("month", 230_000), (middle,), 220_000)
    assert names(steps) == ["none", "month_enough", "month_enough", "changed"]
    assert said(steps[-1]) == "2024年5月中间换了标准，这个月按月初的标准算。"


def test_half_and_whole_again() -> None:
    assert told(surcharge(1_200_001, ordered=True))[:3] == [
        "可以责令加付6000.01元到12000.01元。",
        "按应付的12000.01元算：50%是6000.01元，100%是12000.01元。",
        "连同欠的，一共18000.02元到24000.02元。",
    ]


@pytest.mark.parametrize(("ordered", "step"), [(True, "ordered"), (False, "not_ordered")])
def test_nothing_is_added_before_an_order_has_passed(ordered: bool, step: str) -> None:  # noqa: FBT001 - a table of cases
    assert names(surcharge(100, ordered=ordered))[-1] == step


def test_three_kinds_of_overtime() -> None:
    """4350 a month is 25 an hour."""
    assert told(overtime(435_000, "month", Overtime(1_000, 800, 800), 20_000)) == [
        "还差加班费1175.00元。",
        "一小时的工资：月工资4350.00元÷21.75天÷8小时，约25.00元。（每月21.75个计薪天，原文待主管部门确认）",
        "平时加班10小时，按150%：375.00元。",
        "休息日加班、没有补休8小时，按200%：400.00元。",
        "法定休假日加班8小时，按300%：600.00元。",
        "一共1375.00元，已经付过200.00元。",
    ]


def test_a_kind_is_rounded_once() -> None:
    """5000 ÷ 174 × 1.5 is 43.1034…; from a rounded hour of 28.74 it would be 43.11."""
    assert overtime(500_000, "month", Overtime(weekday=100), 0)[0].values["owed"] == "43.10元"


def test_overtime_that_was_paid_is_not_owed_again() -> None:
    assert names(overtime(2_500, "hour", Overtime(weekday=200), 7_500))[:2] == ["even", "by_hour"]


def test_more_than_36_hours_are_said_and_paid() -> None:
    assert names(overtime(2_500, "hour", Overtime(weekday=3_000, rest=600), 0))[-1] == "paid"
    last = overtime(2_500, "hour", Overtime(weekday=3_000, rest=650), 0)[-1]
    assert said(last) == "平时和休息日一共36.5小时。一个月一般不得超过36小时；超过的部分，加班费照样要付。"


@pytest.mark.parametrize(
    ("amounts", "answer"),
    [
        ((2_400_000, 0, 1, 0), ["all", "limit", "within", "within"]),
        ((2_400_001, 0, 1, 0), ["some", "limit", "above", "within"]),
        ((0, 2_400_001, 0, 0), ["none", "limit", "above"]),
    ],
)
def test_each_item_has_its_own_ceiling(amounts: tuple[int, ...], answer: list[str]) -> None:
    assert names(ceiling(200_000, amounts)) == answer


def test_the_ceiling_in_words() -> None:
    steps = told(ceiling(200_000, (1_800_000, 0, 0, 0)))
    assert steps[1:] == ["终局的上限：月最低工资2000.00元×12个月，是24000.00元。", "工资18000.00元：没有超过。"]


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_rounding_is_to_the_nearest(numerator: int, denominator: int) -> None:
    found = rounded(numerator, denominator)
    assert -denominator < 2 * (numerator - found * denominator) <= denominator or (
        2 * (found * denominator - numerator) == denominator
    )


@given(FEN, HUNDREDTHS, HUNDREDTHS, HUNDREDTHS)
def test_overtime_is_the_sum_of_its_kinds(pay: int, weekday: int, rest: int, holiday: int) -> None:
    """Every product and its double stay below 2 to the 53rd, so that a browser's numbers hold them."""
    worked = Overtime(weekday, rest, holiday)
    alone = [Overtime(weekday=weekday), Overtime(rest=rest), Overtime(holiday=holiday)]
    parts = [overtime(pay, "month", one, 0)[-1 if one.weekday + one.rest <= 3600 else -2] for one in alone]
    whole = next(step for step in overtime(pay, "month", worked, 0) if step.key == "overtime.paid")
    assert fen(whole.values["sum"]) == sum(fen(step.values["sum"]) for step in parts)
    assert 2 * pay * 74_400 * 300 + MONTH * 100 < 2**53


def fen(written: str) -> int:
    return int(written.removesuffix("元").replace(".", ""))


@pytest.mark.parametrize(("value", "text"), [(0, "0.00元"), (5, "0.05元"), (123_450, "1234.50元")])
def test_money_has_two_places(value: int, text: str) -> None:
    assert yuan(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1_000, "10小时"), (1_250, "12.5小时"), (5, "0.05小时"), (10_000, "100小时")]
)
def test_hours_have_none_they_do_not_need(value: int, text: str) -> None:
    assert hours(value) == text
