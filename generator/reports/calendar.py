"""日历文件: days with something to do, as RFC 5545 has them, for the calendar of a telephone or an office program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid5

from generator.reports.due import Desk, Due, Turn
from generator.reports.wording import left

MEDIA: Final = "-//anxin-portal//due//ZH"
_SPACE: Final = UUID("0f6c3a0e-51f5-4c0b-9d0e-6f1d0f8f2f57")
"""Our own name space: one clock of one case keeps its id from file to file, so that a calendar updates it."""
_LONGEST: Final = 75
"""Octets of a line without its end (RFC 5545 section 3.1)."""
_SPECIAL: Final = re.compile(r"([\\;,])")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Day:
    """One whole day of a calendar."""

    uid: str
    on: date
    summary: str
    description: str
    reminds: bool
    """True where the calendar should speak up on the morning of the day."""


def days(desk: Desk, city: str) -> list[Day]:
    """A day for each clock: its last day, or the day asked about where that is over."""
    return [_day(one, desk.as_of, city) for one in desk.items if one.turn is not Turn.UNRECORDED]


def _day(one: Due, as_of: date, city: str) -> Day:
    uid = uuid5(_SPACE, f"{city}/{one.number}/{one.name}/{one.since}")
    told = f"{one.number} {one.name}（{one.office}）"
    provisional = "（暂按周末推算）" if one.provisional else ""
    return Day(
        uid=f"{uid}@anxin",
        on=max(one.day, as_of),
        summary=f"{left(one)}：{told}" if one.over else told,
        description=f"自 {one.since} 起 {one.length}，最后一天 {one.day}{provisional}\n依据：{one.source}",
        reminds=one.turn is Turn.DUTY,
    )


def calendar(found: Iterable[Day], as_of: date, name: str) -> bytes:
    """The file. It is stamped with the day that was asked about: the same records give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{MEDIA}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for one in found:
        lines += _event(one, as_of)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def _event(one: Day, as_of: date) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{one.uid}", f"DTSTAMP:{as_of:%Y%m%d}T000000Z")
    yield f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(one.summary)}"
    yield f"DESCRIPTION:{escaped(one.description)}"
    yield "TRANSP:TRANSPARENT"
    if one.reminds:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(one.summary)}")
        yield from ("TRIGGER;RELATED=START:PT8H30M", "END:VALARM")
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """A text as a value of type TEXT (section 3.3.11); signs that no calendar may hold are left out."""
    return _UNPRINTABLE.sub("", _SPECIAL.sub(r"\\\1", text).replace("\n", r"\n"))


def folded(line: str) -> bytes:
    """A line with its end, folded where it is longer than 75 octets; no character is cut in two."""
    pieces, piece = [], b""
    for char in line:
        octets = char.encode()
        if len(piece) + len(octets) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
