"""The calendar of clocks: a day for each, which keeps its id."""

from __future__ import annotations

from datetime import date

from generator.icalendar import Head, calendar
from generator.reports.calendar import days
from generator.reports.due import desk
from tests.casebook import Casebook

TEXT = """
    单位: {名称: 虚构甲公司}
    镇街: 甲镇
    经过: [{日期: 2026-03-02, 事项: 接到投诉, 渠道: 甲热线}]
"""


def unfolded(data: bytes) -> list[str]:
    """As a reader takes it: the folds are undone before anything is decoded."""
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def file(casebook: Casebook, as_of: date) -> bytes:
    found = desk(casebook.ledger(as_of))
    return calendar(days(found, "甲市"), Head("due", "市治欠办 办理期限", as_of))


def test_a_day_for_each_clock(casebook: Casebook) -> None:
    lines = unfolded(file(casebook.write(TEXT), date(2026, 3, 4)))
    assert lines[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//anxin//due//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:市治欠办 办理期限",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    first = lines[lines.index("BEGIN:VEVENT") : lines.index("END:VEVENT") + 1]
    assert first[2:] == [
        "DTSTAMP:20260304T000000Z",
        "DTSTART;VALUE=DATE:20260304",
        "DTEND;VALUE=DATE:20260305",
        "SUMMARY:逾期1天：yk-2026-0001 接收投诉（甲镇）",
        "DESCRIPTION:自 2026-03-02 起 1天，最后一天 2026-03-03\\n依据：服务承诺（117），不是法定期限",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:逾期1天：yk-2026-0001 接收投诉（甲镇）",
        "TRIGGER;RELATED=START:PT8H30M",
        "END:VALARM",
        "END:VEVENT",
    ]


def test_a_clock_keeps_its_id_from_day_to_day(casebook: Casebook) -> None:
    casebook.write(TEXT)
    ids = [[line for line in unfolded(file(casebook, date(2026, 3, day))) if line.startswith("UID")] for day in (3, 4)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 3


def test_the_same_records_give_the_same_bytes(casebook: Casebook) -> None:
    casebook.write(TEXT)
    assert file(casebook, date(2026, 3, 4)) == file(casebook, date(2026, 3, 4))
