"""`sessions.json` and `sessions.ics`: the sessions as data, and as a calendar to subscribe to (RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid5

from generator import routes
from generator.disclosure.public import PublicPortal, PublicSession, PublicSite
from generator.pages.data.documents import document, envelope
from generator.pages.data.fields import (
    Field,
    Words,
    address,
    code,
    day,
    encoding,
    flag,
    integer,
    maybe,
    several,
    text,
)
from generator.pages.data.record import line

SESSION: Final[tuple[Field[PublicSession], ...]] = (
    code(Words("number", "编号", "不改，不重用。"), lambda one: one.number),
    address(Words("page", "页面", "相对于网站根目录。"), lambda one: routes.session(one.number)),
    text(Words("kind", "种类", "哪一种活动。"), lambda one: one.kind, "开工第一课", "一月一村"),
    day(Words("date", "日期", "在哪一天。"), lambda one: one.on),
    maybe(Words("start", "开始", "几点开始；空：没有定。"), lambda one: one.start),
    maybe(Words("end", "结束", "几点结束；空：没有定。"), lambda one: one.end),
    text(Words("town", "镇街", "所在的镇、街道。"), lambda one: one.town),
    maybe(Words("village", "村或网格", "一月一村走到的村或者网格。"), lambda one: one.village),
    text(Words("place", "地点", "在哪里。"), lambda one: one.place),
    maybe(Words("project", "工程项目", "在工地上的，那个工程项目。"), lambda one: one.project),
    maybe(Words("form", "形式", "例如 培训会、进工地、进村入户。"), lambda one: one.form),
    several(Words("audience", "对象", "讲给谁听。"), lambda one: one.audience),
    several(Words("topics", "内容", "讲了什么。"), lambda one: one.topics),
    integer(Words("firms", "到场单位", "空：没有记录。"), lambda one: one.firms, "家", nullable=True),
    integer(
        Words("firms_first", "首次到场", "其中当年第一次参加的；空：没有记录。"),
        lambda one: one.first,
        "家",
        nullable=True,
    ),
    integer(Words("people", "到场人数", "空：没有记录。"), lambda one: one.people, "人", nullable=True),
    flag(Words("people_approximate", "人数是约数", "true：原文有「余」「约」等字。"), lambda one: one.approximate),
    flag(Words("held", "已经举行", "false：还没有到日子，或者取消了。"), lambda one: one.held),
    maybe(Words("cancelled", "取消的原因", "空：没有取消。"), lambda one: one.cancelled),
)
_ENCODE: Final = encoding(SESSION)

_SPACE: Final = UUID("5f3a9a0e-6a0f-4a5e-9a51-3f7f0c7d4b62")
"""Our own name space, so that a subscriber's calendar knows a session again whatever domain the site gets."""
_ZONE: Final = "Asia/Shanghai"
_OCTETS: Final = 75
_ESCAPED: Final = re.compile(r"([\\;,])")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def told(site: PublicSite) -> list[PublicSession]:
    """Every session that is no sample, the oldest first."""
    return [one for one in site.outreach.sessions if not one.sample]


def sessions(site: PublicSite) -> bytes:
    """`sessions.json`."""
    return document(envelope(site.portal), {"sessions": (line(_ENCODE(one)) for one in told(site))})


def calendar(site: PublicSite) -> bytes:
    """`sessions.ics`; what was called off stays in it, so that it goes from subscribers' calendars."""
    portal = site.portal
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//anxin//sessions//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
        f"X-WR-CALNAME:{escaped(f'{portal.title}：开工第一课、一月一村')}",
        *("X-PUBLISHED-TTL:P1D", "REFRESH-INTERVAL;VALUE=DURATION:P1D"),
        *("BEGIN:VTIMEZONE", f"TZID:{_ZONE}", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *("TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"),
        *(part for one in told(site) for part in _event(one, portal)),
        "END:VCALENDAR",
    )
    return "".join(f"{folded(one)}\r\n" for one in lines).encode()


def _event(session: PublicSession, portal: PublicPortal) -> Iterator[str]:
    where = session.village or session.place
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(_SPACE, f'{portal.city}/{session.number}')}"
    yield f"DTSTAMP:{portal.as_of:%Y%m%d}T000000Z"
    yield from _times(session)
    yield f"SUMMARY:{escaped(f'{session.kind}：{session.town} {where}')}"
    yield f"LOCATION:{escaped(f'{portal.city}{session.town} {session.place}')}"
    yield f"DESCRIPTION:{escaped(_description(session))}"
    yield f"CATEGORIES:{escaped(session.kind)}"
    yield f"STATUS:{'CANCELLED' if session.cancelled is not None else 'CONFIRMED'}"
    if portal.base_url:
        yield f"URL:{portal.base_url}/{routes.session(session.number)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _times(session: PublicSession) -> Iterator[str]:
    if session.start is None:
        yield f"DTSTART;VALUE=DATE:{session.on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{session.on + timedelta(days=1):%Y%m%d}"
        return
    yield f"DTSTART;TZID={_ZONE}:{_moment(session.on, session.start)}"
    if session.end:
        yield f"DTEND;TZID={_ZONE}:{_moment(session.on, session.end)}"


def _moment(on: date, time: str) -> str:
    return f"{on:%Y%m%d}T{time.replace(':', '')}00"


def _description(session: PublicSession) -> str:
    said: Iterable[tuple[str, str | None]] = (
        ("取消", session.cancelled),
        ("形式", session.form),
        ("对象", "、".join(session.audience)),
        ("内容", "、".join(session.topics)),
        ("工程项目", session.project),
    )
    return "\n".join(f"{label}：{value}" for label, value in said if value) or session.kind


def escaped(value: str) -> str:
    """TEXT as RFC 5545, 3.3.11 wants it."""
    return _BREAK.sub(r"\\n", _ESCAPED.sub(r"\\\1", _UNPRINTABLE.sub("�", value)))


def folded(content: str) -> str:
    """A content line in parts of at most 75 octets; no character is cut (RFC 5545, 3.1)."""
    parts: list[str] = []
    part, size = "", 0
    for character in content:
        weight = len(character.encode())
        if size + weight > _OCTETS:
            parts.append(part)
            part, size = " ", 1
        part, size = part + character, size + weight
    return "\r\n".join([*parts, part])
