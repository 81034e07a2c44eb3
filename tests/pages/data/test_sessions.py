"""The calendar, read by the letter of RFC 5545, and the same sessions as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from jsonschema import Draft202012Validator

from generator.disclosure.public import PublicOutreach, PublicSite
from tests.pages.casebook import EMPTY, HOSTILE, PORTAL, SESSION, SITE
from tests.pages.data.opened import files

PLAIN: Final = SESSION
TIMED: Final = replace(
    PLAIN, number="2026-002", on=date(2026, 11, 20), start="14:00", end="16:30", held=False, people=None
)
OFF: Final = replace(TIMED, number="2026-003", end=None, cancelled="台风\\停电", topics=(HOSTILE,))
INVENTED: Final = replace(PLAIN, number="2026-004", sample=True, place="虚构样例礼堂")
CITY: Final = replace(SITE, outreach=PublicOutreach(sessions=(PLAIN, TIMED, OFF, INVENTED)))

_PROPERTY: Final = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"\x00-\x1f]+)*):([^\x00-\x08\x0a-\x1f\x7f]*)")
_UNESCAPE: Final = {"\\n": "\n", "\\N": "\n", "\\\\": "\\", "\\;": ";", "\\,": ","}


def lines(site: PublicSite) -> list[tuple[str, str, str]]:
    """Name, parameters and value of each content line; every line ends in CRLF, none has more than 75 octets."""
    data = files(site)["feeds/sessions.ics"]
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    text = "\r\n".join(line.decode("utf-8") for line in physical)  # no character is cut by a fold
    return [_content(line) for line in re.sub("\r\n[ \t]", "", text).split("\r\n")]


def _content(line: str) -> tuple[str, str, str]:
    match = _PROPERTY.fullmatch(line)
    assert match, line
    return match[1], match[2], match[3]


def text_of(value: str) -> str:
    """TEXT without its escapes; a backslash, semicolon or comma that is not escaped is refused."""
    assert re.fullmatch(r"(?:[^\\;,]|\\[nN\\;,])*", value), value
    return re.sub(r"\\.", lambda match: _UNESCAPE[match[0]], value)


def events(site: PublicSite = CITY) -> list[dict[str, tuple[str, str]]]:
    found: list[dict[str, tuple[str, str]]] = []
    stack: list[str] = []
    for name, parameters, value in lines(site):
        if name == "BEGIN":
            stack.append(value)
            found += [{}] if value == "VEVENT" else []
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] == "VEVENT":
            assert name not in found[-1], "each property once"
            found[-1][name] = (parameters, value)
    assert stack == []
    return found


def test_the_calendar_is_whole_and_holds_a_component_even_without_sessions() -> None:
    for site in (CITY, EMPTY):
        told = [(name, value) for name, _, value in lines(site)]
        assert told[0] == ("BEGIN", "VCALENDAR")
        assert told[-1] == ("END", "VCALENDAR")
        assert [value for name, value in told if name == "VERSION"] == ["2.0"]
        assert [name for name, _ in told].count("PRODID") == 1
        assert ("BEGIN", "VTIMEZONE") in told
    assert events(EMPTY) == []


def test_every_event_has_what_it_must_and_no_sample_is_one() -> None:
    found = events()
    assert [one["SUMMARY"][1] for one in found] == ["一月一村：虚构镇 虚构村第一网格"] * 3
    assert len({one["UID"][1] for one in found}) == 3
    assert {one["DTSTAMP"][1] for one in found} == {"20261101T000000Z"}
    assert [one["STATUS"][1] for one in found] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert "样例" not in files(CITY)["feeds/sessions.ics"].decode()


def test_a_whole_day_and_hours_by_the_clock_of_the_city() -> None:
    day, hours, start = events()
    assert (day["DTSTART"], day["DTEND"]) == ((";VALUE=DATE", "20261002"), (";VALUE=DATE", "20261003"))
    zone = ";TZID=Asia/Shanghai"
    assert (hours["DTSTART"], hours["DTEND"]) == ((zone, "20261120T140000"), (zone, "20261120T163000"))
    assert datetime.strptime(start["DTSTART"][1], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - its zone stands beside it
    assert "DTEND" not in start


def test_texts_come_back_as_they_were() -> None:
    day, _, off = events()
    assert text_of(day["LOCATION"][1]) == f"{PORTAL.city}虚构镇 {PLAIN.place}"
    assert text_of(off["DESCRIPTION"][1]) == f"取消：台风\\停电\n形式：进村入户\n对象：劳动者、企业\n内容：{HOSTILE}"


def test_a_session_keeps_its_identity_when_day_and_place_change() -> None:
    moved = replace(PLAIN, on=date(2026, 12, 1), place="别处", town="别镇")
    assert events(replace(CITY, outreach=PublicOutreach((moved,))))[0]["UID"] == events()[0]["UID"]


def test_the_address_is_there_once_there_is_a_domain() -> None:
    assert "URL" not in events()[0]
    site = replace(CITY, portal=replace(PORTAL, base_url="https://portal.example"))
    assert events(site)[0]["URL"][1] == "https://portal.example/outreach/2026/#s-2026-001"


def test_the_same_sessions_as_data_and_by_their_schema() -> None:
    made = files(CITY)
    told = json.loads(made["api/v1/sessions.json"])
    Draft202012Validator(json.loads(made["api/v1/schema/sessions.json"])).validate(told)
    assert [one["number"] for one in told["sessions"]] == ["2026-001", "2026-002", "2026-003"]
    first = told["sessions"][0]
    assert (first["people"], first["people_approximate"], first["firms_first"], first["held"]) == (86, True, None, True)
    assert first["page"] == "outreach/2026/#s-2026-001"
