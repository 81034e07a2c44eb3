"""Values at their edges: what is read, and what is refused with a way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from generator.model.codes import CaseNumber, parse_credit_code, parse_registration
from generator.model.values import (
    Months,
    parse_day,
    parse_flag,
    parse_headcount,
    parse_money,
    parse_months,
    parse_period,
    parse_text,
)


@pytest.mark.parametrize(
    ("text", "fen", "approximate"),
    [
        ("171.8122万元", 171_812_200, False),
        ("6270142元", 627_014_200, False),
        ("100余万元", 100_000_000, True),
        ("37.15万余元", 37_150_000, True),
        ("近500万元", 500_000_000, True),
        ("约3亿元", 30_000_000_000, True),
        ("0.01元", 1, False),
    ],
)
def test_money(text: str, fen: int, *, approximate: bool) -> None:
    money = parse_money(text)
    assert (money.fen, str(money), money.approximate) == (fen, text, approximate)


@pytest.mark.parametrize(
    ("text", "number", "shown", "approximate"),
    [
        ("159名", 159, "159名", False),
        ("20余名", 20, "20余名", True),
        ("约30人", 30, "约30人", True),
        ("20多名", 20, "20多名", True),
        ("7", 7, "7名", False),
    ],
)
def test_headcount(text: str, number: int, shown: str, *, approximate: bool) -> None:
    people = parse_headcount(text)
    assert (people.number, str(people), people.approximate) == (number, shown, approximate)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2021-08 至 2022-08", "2021年8月至2022年8月"),
        ("2021-08", "2021年8月"),
        ("2021-01至2021-12", "2021年1月至2021年12月"),
    ],
)
def test_period(text: str, shown: str) -> None:
    assert str(parse_period(text)) == shown


@pytest.mark.parametrize(("text", "count"), [("36个月", 36), ("3年", 36), ("1个月", 1)])
def test_months(text: str, count: int) -> None:
    assert parse_months(text) == Months(count)


def test_text_may_be_long_but_not_endless() -> None:
    assert parse_text("长" * 2000 + "") == "长" * 2000
    assert parse_text("两\n行") == "两\n行"


REFUSED: list[tuple[Callable[[str], object], str]] = [
    (parse_day, "2026-2-3"),
    (parse_day, "2026/02/03"),
    (parse_day, "2026-02-29"),
    (parse_day, "1989-12-31"),
    (parse_day, "2100-01-01"),
    (parse_day, "２０２６-02-03"),
    (parse_money, "五万"),
    (parse_money, "5万"),
    (parse_money, "0元"),
    (parse_money, "0.001元"),
    (parse_money, "-5元"),
    (parse_headcount, "0名"),
    (parse_headcount, "几十名"),
    (parse_period, "2021-13"),
    (parse_period, "2022-08 至 2021-08"),
    (parse_period, "2021-01 至 2021-02 至 2021-03"),
    (parse_months, "0个月"),
    (parse_months, "36月"),
    (parse_text, " 前有空格"),
    (parse_text, "有\x07铃"),
    (parse_text, "长" * 2001),
    (parse_flag, "false"),
    (parse_credit_code, "91000000MA0000015"),
    (parse_credit_code, "91000000MA0000015I"),
    (parse_credit_code, "91000000ma00000157"),
    (parse_registration, "12345678901234"),
]


@pytest.mark.parametrize(("parse", "text"), REFUSED)
def test_refused_with_a_way_out(parse: Callable[[str], object], text: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        parse(text)
    assert refused.value.context
    assert refused.value.context["hint"]
    assert text not in str(refused.value)


def test_days_and_numbers() -> None:
    assert parse_day("2024-02-29") == date(2024, 2, 29)
    assert str(CaseNumber.parse("yk-2026-0001")) == "yk-2026-0001"
    assert CaseNumber.parse("yk-26-1") is None
