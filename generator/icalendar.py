"""日历文件: days and hours as RFC 5545 has them, for the calendar of a telephone or an office program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_ZONE: Final = "Asia/Shanghai"
_LONGEST: Final = 75
"""Octets of a line without its end (RFC 5545 section 3.1)."""
_SPECIAL: Final = re.compile(r"([\\;,])")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing on one day, all day long unless `start` says when, by the clock of China."""

    uid: str
    """By which a calendar knows it again and puts a change in the place of what it had."""
    on: date
    start: str | None = None
    """14:00."""
    end: str | None = None
    summary: str
    description: str
    location: str | None = None
    category: str | None = None
    status: str | None = None
    """CONFIRMED or CANCELLED."""
    url: str | None = None
    reminds: bool = False
    """True where the calendar should speak up on the morning of the day."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself."""

    kind: str
    """Part of the name of the program that made it."""
    name: str
    as_of: date
    """It is stamped with the day that was asked about: the same records give the same bytes."""
    subscribed: bool = False
    """True where programs are to fetch it again each day."""


def calendar(entries: Iterable[Entry], head: Head) -> bytes:
    """The file. The zone always stands in it: a calendar has to hold a component even without entries (section 3.6)."""
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//anxin//{head.kind}//ZH", "CALSCALE:GREGORIAN"),
        *("METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(head.name)}"),
        *(("X-PUBLISHED-TTL:P1D", "REFRESH-INTERVAL;VALUE=DURATION:P1D") if head.subscribed else ()),
        *("BEGIN:VTIMEZONE", f"TZID:{_ZONE}", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *("TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"),
        *(line for one in entries for line in _event(one, head.as_of)),
        "END:VCALENDAR",
    )
    return b"".join(map(folded, lines))


def _event(one: Entry, as_of: date) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{one.uid}", f"DTSTAMP:{as_of:%Y%m%d}T000000Z")
    yield from _times(one)
    texts = (
        ("SUMMARY", one.summary),
        ("LOCATION", one.location),
        ("DESCRIPTION", one.description),
        ("CATEGORIES", one.category),
        ("STATUS", one.status),
    )
    yield from (f"{name}:{escaped(text)}" for name, text in texts if text is not None)
    if one.url:
        yield f"URL:{one.url}"
    yield "TRANSP:TRANSPARENT"
    if one.reminds:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(one.summary)}")
        yield from ("TRIGGER;RELATED=START:PT8H30M", "END:VALARM")
    yield "END:VEVENT"


def _times(one: Entry) -> Iterator[str]:
    if one.start is None:
        yield f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.on + timedelta(days=1):%Y%m%d}"
        return
    yield f"DTSTART;TZID={_ZONE}:{_moment(one.on, one.start)}"
    if one.end:
        yield f"DTEND;TZID={_ZONE}:{_moment(one.on, one.end)}"


def _moment(on: date, time: str) -> str:
    return f"{on:%Y%m%d}T{time.replace(':', '')}00"


def escaped(text: str) -> str:
    """A text as a value of type TEXT (section 3.3.11); a sign that no calendar may hold is shown to be lost."""
    return _BREAK.sub(r"\\n", _SPECIAL.sub(r"\\\1", _UNPRINTABLE.sub("�", text)))


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
