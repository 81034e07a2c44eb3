"""最晚哪天: one year after leaving, again from each claim, two years for the inspection; all days counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.calculator import said
from generator.law.calculator.limitation import limitation

TODAY = date(2026, 11, 1)
DUE = date(2026, 2, 15)
DAYS = st.dates(date(2008, 5, 1), date(2090, 12, 31))


def told(left: date | None, claimed: date | None = None, today: date = TODAY, due: date = DUE) -> list[str]:
    return [said(step) for step in limitation(due, left, claimed, today)]


def keys(left: date | None, claimed: date | None = None, today: date = TODAY, due: date = DUE) -> list[str]:
    return [step.key.removeprefix("limitation.") for step in limitation(due, left, claimed, today)]


def test_whoever_works_there_still_has_no_last_day() -> None:
    assert told(None) == [
        "您还在职：为欠薪申请仲裁，不受一年的限制。离开那天起，才开始算一年。",
        "向劳动保障监察投诉：从该发工资的2026年2月15日起算两年，稳妥的最后一天是2028年2月15日。",
    ]


def test_a_year_after_leaving() -> None:
    first, second, _ = told(date(2026, 3, 10))
    assert first == "最晚到2027年3月10日申请仲裁，还有129天。"
    assert second == "从离开的2026年3月10日起算一年，到2027年3月10日。离开那天不算在内。"


@pytest.mark.parametrize(
    ("left", "last"),
    [
        (date(2024, 2, 29), "2025年2月28日"),
        (date(2023, 2, 28), "2024年2月28日"),
        (date(2025, 12, 31), "2026年12月31日"),
    ],
)
def test_the_end_of_february(left: date, last: str) -> None:
    assert limitation(DUE, left, None, left)[0].values["last"] == last


def test_a_claim_within_the_year_starts_it_anew() -> None:
    assert told(date(2026, 3, 10), date(2026, 5, 20))[0] == "最晚到2027年5月20日申请仲裁，还有200天。"


@pytest.mark.parametrize(
    ("claimed", "step", "last"),
    [
        (date(2026, 3, 10), "claimed_early", "2027年3月10日"),
        (date(2026, 3, 11), "claimed", "2027年3月11日"),
        (date(2027, 3, 10), "claimed", "2028年3月10日"),
        (date(2027, 3, 11), "claimed_late", "2027年3月10日"),
    ],
)
def test_only_a_claim_after_leaving_and_in_time_counts(claimed: date, step: str, last: str) -> None:
    today = date(2027, 6, 1)
    assert keys(date(2026, 3, 10), claimed, today)[2] == step
    assert limitation(DUE, date(2026, 3, 10), claimed, today)[0].values["last"] == last


@pytest.mark.parametrize(
    ("today", "step"),
    [(date(2027, 3, 9), "ahead"), (date(2027, 3, 10), "today"), (date(2027, 3, 11), "passed")],
)
def test_before_on_and_after_the_last_day(today: date, step: str) -> None:
    assert keys(date(2026, 3, 10), today=today)[0] == step


def test_two_years_are_a_cautious_answer() -> None:
    assert keys(None, today=date(2028, 2, 15)) == ["employed", "look_back"]
    assert keys(None, today=date(2028, 2, 16)) == ["employed", "look_back", "look_back_passed"]


@given(DAYS, DAYS)
def test_no_claim_makes_the_last_day_earlier(left: date, claimed: date) -> None:
    without, with_claim = (limitation(DUE, left, one, left)[0].values for one in (None, claimed))
    ahead = [int(values["days"]) for values in (without, with_claim)]
    assert ahead[1] >= ahead[0]
    assert left + timedelta(days=364) < left + timedelta(days=ahead[0]) <= left + timedelta(days=366)
