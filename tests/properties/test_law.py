"""Laws of the fold and of terms, for every input."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from generator.law.calendar import WorkCalendar
from generator.law.standing import Listing, in_order, standing
from generator.law.terms import months_after
from generator.model.event import Event, Listed

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
KINDS = st.sampled_from(
    [
        {"事项": "接到投诉", "渠道": "甲热线"},
        {"事项": "责令改正"},
        {"事项": "列入失信名单"},
        {"事项": "移出名单", "原因": "提前移出"},
        {"事项": "行政处罚"},
        {"事项": "支付", "金额": "1元"},
        {"事项": "改正完毕"},
        {"事项": "提出异议"},
        {"事项": "异议核实", "结果": "成立"},
        {"事项": "回复销号"},
    ]
)
EVENTS = st.lists(
    st.builds(lambda kind, on: EVENT.validate_python({**kind, "日期": on.isoformat()}), KINDS, DAYS), max_size=12
)


@given(EVENTS, DAYS)
def test_the_future_does_not_matter(events: list[Event], as_of: date) -> None:
    assert standing(events, as_of) == standing([event for event in events if event.on <= as_of], as_of)


@given(EVENTS, DAYS, st.randoms())
def test_the_order_in_the_file_does_not_matter(events: list[Event], as_of: date, random: st.DrawFn) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis hands over a random.Random
    distinct = {(event.on, event.kind): event for event in events}
    once, again = list(distinct.values()), [event for event in shuffled if distinct[event.on, event.kind] is event]
    assert standing(once, as_of) == standing(again, as_of)


@given(EVENTS)
def test_same_day_order_is_total_and_stable(events: list[Event]) -> None:
    ordered = in_order(events)
    assert in_order(ordered) == ordered
    assert [event.on for event in ordered] == sorted(event.on for event in events)


def test_a_listing_ends_on_its_day_for_every_start_of_ten_years() -> None:
    day = date(2020, 1, 1)
    while day < date(2030, 1, 1):
        event = EVENT.validate_python({"事项": "列入失信名单", "日期": day.isoformat()})
        assert isinstance(event, Listed)
        listing = Listing(event, day)
        leap = (day.month, day.day) == (2, 29)
        assert listing.last_day == (date(day.year + 3, 2, 28) if leap else day.replace(year=day.year + 3))
        assert listing.in_force(listing.last_day)
        assert not listing.in_force(listing.last_day + timedelta(days=1))
        day += timedelta(days=1)


@given(DAYS, st.integers(0, 120), st.integers(0, 120))
def test_longer_terms_never_end_sooner(start: date, one: int, other: int) -> None:
    short, long = sorted((one, other))
    assert start <= months_after(start, short) <= months_after(start, long)


@given(DAYS, st.integers(1, 60))
def test_a_term_of_working_days_ends_on_one(start: date, count: int) -> None:
    calendar = WorkCalendar()
    end = calendar.after(start, count)
    days = (start + timedelta(days=n) for n in range(1, (end.day - start).days + 1))
    assert sum(calendar.is_workday(day) for day in days) == count
    assert calendar.is_workday(end.day)
