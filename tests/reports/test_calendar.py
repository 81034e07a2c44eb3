"""The calendar file: what RFC 5545 asks of its lines, and that a clock keeps its id."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.reports.calendar import calendar, days, escaped, folded
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
    return calendar(days(found, "甲市"), as_of, "市治欠办 办理期限")


def test_a_day_for_each_clock(casebook: Casebook) -> None:
    lines = unfolded(file(casebook.write(TEXT), date(2026, 3, 4)))
    assert lines[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//anxin-portal//due//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:市治欠办 办理期限",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    first = lines[6 : lines.index("END:VEVENT") + 1]
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


def test_signs_with_a_meaning_are_escaped() -> None:
    assert escaped("a,b;c\\d\ne\x07\r") == r"a\,b\;c\\d\ne"


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=400))
def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(text: str) -> None:
    data = folded(text)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert lines[0] + b"".join(line[1:] for line in lines[1:]) == text.encode()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_an_escaped_text_is_one_line_that_reads_back(text: str) -> None:
    line = escaped(text)
    assert not any(sign in line for sign in "\r\n")
    back = line.replace(r"\\", "\0").replace(r"\n", "\n").replace(r"\;", ";").replace(r"\,", ",").replace("\0", "\\")
    seen = "".join(char for char in text if char in "\t\n" or (ord(char) >= 32 and char != "\x7f"))
    assert back == seen
