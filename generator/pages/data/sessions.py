"""`sessions.json` and `sessions.ics`: the sessions as data, and as a calendar to subscribe to (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID, uuid5

from generator import icalendar, routes
from generator.disclosure.public import PublicPortal, PublicSession, PublicSite
from generator.icalendar import Entry, Head
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


def told(site: PublicSite) -> list[PublicSession]:
    """Every session that is no sample, the oldest first."""
    return [one for one in site.outreach.sessions if not one.sample]


def sessions(site: PublicSite) -> bytes:
    """`sessions.json`."""
    return document(envelope(site.portal), {"sessions": (line(_ENCODE(one)) for one in told(site))})


def calendar(site: PublicSite) -> bytes:
    """`sessions.ics`; what was called off stays in it, so that it goes from subscribers' calendars."""
    portal = site.portal
    head = Head("sessions", f"{portal.title}：开工第一课、一月一村", portal.as_of, subscribed=True)
    return icalendar.calendar((_entry(one, portal) for one in told(site)), head)


def _entry(session: PublicSession, portal: PublicPortal) -> Entry:
    return Entry(
        uid=str(uuid5(_SPACE, f"{portal.city}/{session.number}")),
        on=session.on,
        start=session.start,
        end=session.end,
        summary=f"{session.kind}：{session.town} {session.village or session.place}",
        description=_description(session),
        location=f"{portal.city}{session.town} {session.place}",
        category=session.kind,
        status="CANCELLED" if session.cancelled is not None else "CONFIRMED",
        url=f"{portal.base_url}/{routes.session(session.number)}" if portal.base_url else None,
    )


def _description(session: PublicSession) -> str:
    said: Iterable[tuple[str, str | None]] = (
        ("取消", session.cancelled),
        ("形式", session.form),
        ("对象", "、".join(session.audience)),
        ("内容", "、".join(session.topics)),
        ("工程项目", session.project),
    )
    return "\n".join(f"{label}：{value}" for label, value in said if value) or session.kind
