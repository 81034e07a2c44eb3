"""统计期: which days a word means, and what they are compared with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reports.span import Span, before, month_of, parse, since, year_ago


def days(span: Span | None) -> tuple[str, str, str]:
    assert span
    return span.name, span.first.isoformat(), span.last.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026", ("2026年", "2026-01-01", "2026-12-31")),
        ("2026年", ("2026年", "2026-01-01", "2026-12-31")),
        ("2026Q3", ("2026年第三季度", "2026-07-01", "2026-09-30")),
        ("2026-q1", ("2026年第一季度", "2026-01-01", "2026-03-31")),
        ("2024-02", ("2024年2月", "2024-02-01", "2024-02-29")),
    ],
)
def test_words(text: str, expected: tuple[str, str, str]) -> None:
    assert days(parse(text)) == expected


@pytest.mark.parametrize("text", ["", "2026Q5", "2026-13", "2026-00", "26", "2026-1", "1826", "２０２６", "2026-10-01"])
def test_no_words(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "as_of", "earlier", "ago"),
    [
        ("2026-10", "2026-11-01", ("上期", "2026-09-01", "2026-09-30"), ("去年同期", "2025-10-01", "2025-10-31")),
        ("2026-03", "2026-03-31", ("上期", "2026-02-01", "2026-02-28"), ("去年同期", "2025-03-01", "2025-03-31")),
        ("2026-03", "2026-03-30", ("上期同期", "2026-02-01", "2026-02-28"), ("去年同期", "2025-03-01", "2025-03-30")),
        ("2026-02", "2026-11-01", ("上期", "2026-01-01", "2026-01-31"), ("去年同期", "2025-02-01", "2025-02-28")),
        ("2025-02", "2026-11-01", ("上期", "2025-01-01", "2025-01-31"), ("去年同期", "2024-02-01", "2024-02-29")),
        ("2026Q1", "2026-11-01", ("上期", "2025-10-01", "2025-12-31"), ("去年同期", "2025-01-01", "2025-03-31")),
        ("2026", "2026-11-01", ("上期同期", "2025-01-01", "2025-11-01"), ("去年同期", "2025-01-01", "2025-11-01")),
    ],
)
def test_what_it_is_compared_with(
    text: str, as_of: str, earlier: tuple[str, str, str], ago: tuple[str, str, str]
) -> None:
    span = parse(text)
    assert span
    now = span.until(date.fromisoformat(as_of))
    assert (days(before(now)), days(year_ago(now))) == (earlier, ago)


def test_since_a_day() -> None:
    span = since(date(2026, 10, 1), date(2026, 10, 10))
    assert days(span) == ("2026-10-01 以来", "2026-10-01", "2026-10-10")
    assert days(before(span)) == ("此前同样长的时间", "2026-09-21", "2026-09-30")


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(0, 40))
def test_what_came_before_ends_before_and_is_no_longer(day: date, more: int) -> None:
    month = month_of(day).until(day)
    for span in (month, since(day, day + timedelta(days=more))):
        assert before(span).last < span.first
        assert before(span).first <= before(span).last
        assert year_ago(span).last < span.last
    assert before(month).days <= month.days or month.last == month_of(day).last
