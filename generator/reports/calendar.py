"""日历: the days on which a clock runs out, for the calendar of whoever has to act."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID, uuid5

from generator.icalendar import Entry
from generator.reports.due import Desk, Due, Turn
from generator.reports.wording import left

_SPACE: Final = UUID("0f6c3a0e-51f5-4c0b-9d0e-6f1d0f8f2f57")
"""Our own name space: one clock of one case keeps its id from file to file, so that a calendar updates it."""


def days(desk: Desk, city: str) -> list[Entry]:
    """A day for each clock: its last day, or the day asked about where that is over."""
    return [_day(one, desk.as_of, city) for one in desk.items if one.turn is not Turn.UNRECORDED]


def _day(one: Due, as_of: date, city: str) -> Entry:
    uid = uuid5(_SPACE, f"{city}/{one.number}/{one.name}/{one.since}")
    told = f"{one.number} {one.name}（{one.office}）"
    provisional = "（暂按周末推算）" if one.provisional else ""
    return Entry(
        uid=f"{uid}@anxin",
        on=max(one.day, as_of),
        summary=f"{left(one)}：{told}" if one.over else told,
        description=f"自 {one.since} 起 {one.length}，最后一天 {one.day}{provisional}\n依据：{one.source}",
        reminds=one.turn is Turn.DUTY,
    )
