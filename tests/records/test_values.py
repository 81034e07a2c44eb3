"""Values at their edges: what is read, and what is refused with a way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pydantic_core import PydanticCustomError

from generator.model.codes import CaseNumber, parse_credit_code, parse_registration
from generator.model.values import (
    Days,
    Months,
    parse_court_number,
    parse_day,
    parse_days,
    parse_document_number,
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
        ("171万8122元", 171_812_200, False),
        ("171万8122余元", 171_812_200, True),
        ("超100万元", 100_000_000, True),
        ("逾37万元", 37_000_000, True),
        ("100多万元", 100_000_000, True),
        ("300万元以上", 300_000_000, True),
        ("30万元左右", 30_000_000, True),
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
        ("逾50名", 50, "逾50名", True),
        ("30人左右", 30, "30人左右", True),
        ("30左右", 30, "30名左右", True),
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
        ("2021-08-15 至 2022-01-20", "2021年8月15日至2022年1月20日"),
        ("2021-08-15", "2021年8月15日"),
    ],
)
def test_period(text: str, shown: str) -> None:
    assert str(parse_period(text)) == shown


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12 至 2026-02", date(2025, 12, 1), date(2026, 2, 28)),
        ("2025-12-05 至 2026-02-05", date(2025, 12, 5), date(2026, 2, 5)),
    ],
)
def test_a_period_runs_from_its_first_day_to_its_last(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.first, period.last, period.written) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "days"),
    [("7天", Days(7)), ("7日", Days(7)), ("15个工作日", Days(15, working=True))],
)
def test_days_of_a_promise(text: str, days: Days) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize(
    ("text", "year", "standard"),
    [
        ("某人社监令〔2026〕3号", 2026, True),
        ("某人社监令字〔2022〕第12号", 2022, True),
        ("某人社监令[2022]12号", 2022, False),
        ("某人社监令（2022）12号", 2022, False),
        ("某监令第12号", None, False),
    ],
)
def test_document_number(text: str, year: int | None, *, standard: bool) -> None:
    number = parse_document_number(text)
    assert (str(number), number.year, number.standard) == (text, year, standard)


@pytest.mark.parametrize("text", ["（2023）某0000刑初123号", "(2023)某0000执1号之二"])
def test_court_number(text: str) -> None:
    assert parse_court_number(text) == text


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
    (parse_money, "171.5万8122元"),
    (parse_money, "1亿8122元"),
    (parse_money, "数十万元"),
    (parse_money, "元"),
    (parse_days, "0天"),
    (parse_days, "7"),
    (parse_document_number, "不详"),
    (parse_document_number, "号" * 60 + "1"),
    (parse_court_number, "某0000刑初123号"),
    (parse_court_number, "（2023）某0000刑初123"),
    (parse_period, "2021-13"),
    (parse_period, "1980-01"),
    (parse_period, "2021-08-15 至 2022-01"),
    (parse_period, "2021-08-15 至 2021-08-14"),
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


@pytest.mark.parametrize("serial", ["0001", "9999", "10000", "999999"])
def test_a_number_is_written_in_one_way(serial: str) -> None:
    number = CaseNumber.parse(f"yk-2026-{serial}")
    assert number == CaseNumber("yk", 2026, int(serial))
    assert str(number) == f"yk-2026-{serial}"
    padded = [f"yk-2026-0{serial}", f"yk-2026-{serial}0000", f"yk-2026-{serial[:3]}"]
    assert [CaseNumber.parse(text) for text in padded] == [None, None, None]


def test_a_term_where_a_day_is_meant() -> None:
    """责令改正 · 期限: 7天."""
    for text in ("7天", "10个工作日", "3日"):
        with pytest.raises(PydanticCustomError) as caught:
            parse_day(text)
        assert "要的是哪一天，不是多少天" in str(caught.value)
        assert "期限写最后一天" in str(caught.value.context)
