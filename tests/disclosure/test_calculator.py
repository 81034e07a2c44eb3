"""What pages may know of wages and holidays: only what has been confirmed, each until it is no longer sure."""

from __future__ import annotations

from datetime import date

from generator.disclosure.calculator import calculators, standards
from generator.disclosure.public.calculator import PublicStandard
from generator.law.calculator.examples import examples
from generator.law.calendar import WorkCalendar
from generator.model.portal import MinimumWage


def wages(*written: str) -> list[PublicStandard]:
    """The standards of a portal whose wages are `since confirmed?` in words."""
    set_ = (
        {"自": since, "月": "2000元", "小时": "20元", "文件": "虚构〔2024〕1号", "核实": confirmed}
        for since, confirmed in (one.split() for one in written)
    )
    return list(standards([MinimumWage.model_validate(one) for one in set_]))


def spans(*written: str) -> list[tuple[str, str]]:
    return [(str(one.since), str(one.until)) for one in wages(*written)]


def test_a_wage_nobody_confirmed_is_no_standard() -> None:
    assert spans("2024-01-01 待确认") == []


def test_a_city_that_has_set_none_has_none() -> None:
    assert spans() == []


def test_a_standard_ends_where_the_next_begins() -> None:
    assert spans("2026-01-01 已核实", "2024-09-01 已核实") == [
        ("2024-09-01", "2026-01-01"),
        ("2026-01-01", "2028-01-02"),
    ]


def test_an_unconfirmed_successor_ends_it_too() -> None:
    assert spans("2024-01-01 已核实", "2025-03-01 待确认") == [("2024-01-01", "2025-03-01")]


def test_an_old_standard_is_not_relied_on_for_ever() -> None:
    """最低工资规定 art 10: two years, and the day after them it is to be asked for."""
    assert spans("2024-02-29 已核实") == [("2024-02-29", "2026-03-01")]


def test_a_standard_in_fen() -> None:
    found = wages("2024-01-01 已核实")[0]
    assert (found.monthly, found.hourly, found.document) == (200_000, 2_000, "虚构〔2024〕1号")


def test_holidays_of_the_years_that_are_known() -> None:
    known = dict(calculators((), WorkCalendar()).exceptions)
    assert min(known) == 2022
    assert 2099 not in known
    assert date(2026, 10, 1) in known[2026], "a Thursday off"
    assert date(2026, 10, 10) in known[2026], "a Saturday worked"
    assert date(2026, 10, 12) not in known[2026], "a Monday worked"


def test_each_year_holds_its_own_days() -> None:
    known = dict(calculators((), WorkCalendar()).exceptions)
    assert {year: {day.year for day in days} for year, days in known.items()} == {year: {year} for year in known}


def test_an_announced_year_is_known() -> None:
    announced = WorkCalendar({date(2031, 1, 1): False, date(2031, 1, 4): True})
    assert dict(calculators((), announced).exceptions)[2031] == (date(2031, 1, 1), date(2031, 1, 4))


def test_an_example_of_each_with_its_articles() -> None:
    found = calculators((), WorkCalendar()).examples
    assert [one.calculator for one in found] == list(examples(WorkCalendar()))
    assert all(one.steps[0].sources for one in found)
