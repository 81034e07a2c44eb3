"""Feeds, calendars and tables as programs read them that have nothing of ours: whole, and of one mind."""

from __future__ import annotations

import csv
import io
import json
from calendar import timegm
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from generator import routes
from generator.disclosure.public import PublicCase, PublicOutreach
from generator.pages.data.record import COLUMNS
from generator.pages.data.schemas import schemas
from generator.pages.sitemap import sitemap_files
from tests.pages.casebook import EMPTY, ENDED, HOSTILE, LONG_NAME, PENALISED, PORTAL, SITE
from tests.pages.data.opened import OPEN, TRICKY, files
from tests.pages.data.test_sessions import CITY as WITH_SESSIONS
from tests.pages.data.test_sessions import TIMED
from tests.pages.lists.city import city

BASE: Final = "https://portal.example/x"
KNOWN: Final = replace(PORTAL, base_url=BASE)
SERVED: Final = {"content-type": "application/atom+xml; charset=utf-8"}
MIDNIGHT: Final = timedelta(hours=8)
"""Days are those of the city; a reader turns them into moments of Greenwich."""
WHOLE: Final = replace(
    WITH_SESSIONS,
    portal=KNOWN,
    cases=(OPEN, TRICKY, *(one for one in SITE.cases if not one.sample), *city(30).cases),
    ended=(ENDED, *city(0, ended=8).ended),
)


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    return files(WHOLE)


def records(made: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in made[routes.CASES_NDJSON].decode().splitlines()]


def feed(made: Mapping[str, bytes], path: str) -> Any:  # noqa: ANN401 - what feedparser makes of it
    found = feedparser.parse(io.BytesIO(made[path]), response_headers=SERVED | {"content-location": f"{BASE}/{path}"})
    assert (found.bozo, found.version, found.encoding) == (False, "atom10", "utf-8")
    return found


def day(moment: Any) -> str:  # noqa: ANN401 - feedparser's moment, in Greenwich
    return (datetime.fromtimestamp(timegm(moment), UTC) + MIDNIGHT).date().isoformat()


@pytest.mark.parametrize("path", [routes.FEED, routes.REMOVALS_FEED])
def test_a_feed_has_all_that_atom_asks_for(made: Mapping[str, bytes], path: str) -> None:
    found = feed(made, path)
    ids = [found.feed.id, *(one.id for one in found.entries)]
    assert len(ids) == len(set(ids)) > 8
    assert ids == [one["id"] for one in (found.feed, *feed(files(WHOLE), path).entries)]
    assert [one.rel for one in found.feed.links] == ["self", "alternate"]
    for one in found.entries:
        assert all((one.title, one.summary, one.link.startswith(f"{BASE}/disclosures/"), one.tags[0].term))
        assert one.published_parsed <= one.updated_parsed <= found.feed.updated_parsed


def test_the_feed_of_disclosures_says_what_the_records_say(made: Mapping[str, bytes]) -> None:
    said = [
        (one.link, one.title, day(one.published_parsed), day(one.updated_parsed))
        for one in feed(made, routes.FEED).entries
    ]
    expected = [
        (f"{BASE}/{one['page']}", f"{one['employer_name']}：{one['status']}", one["since"], one["changed"])
        for one in records(made)
    ]
    assert sorted(said) == sorted(expected)
    assert [row[3] for row in said] == sorted((row[3] for row in said), reverse=True)


def test_the_feed_of_removals_says_what_its_json_says(made: Mapping[str, bytes]) -> None:
    told = json.loads(made[routes.REMOVALS_JSON])
    expected = [(f"{BASE}/{one['page']}", f"{one['number']} {one['how']}", one["ended"]) for one in told["removals"]]
    expected += [(f"{BASE}/{one['page']}", f"{one['number']} 更正", one["date"]) for one in told["corrections"]]
    said = [(one.link, one.title, day(one.updated_parsed)) for one in feed(made, routes.REMOVALS_FEED).entries]
    assert sorted(said) == sorted(expected)


def test_without_a_domain_links_of_a_feed_hold_where_it_lies() -> None:
    made = files(replace(WHOLE, portal=PORTAL))
    for path in (routes.FEED, routes.REMOVALS_FEED):
        for one in feedparser.parse(io.BytesIO(made[path])).entries:
            assert urljoin(f"{BASE}/{path}", one.link).startswith(f"{BASE}/disclosures/xg-")


def test_the_tables_agree_row_by_row(made: Mapping[str, bytes]) -> None:
    """Excel by another reader than ours; its second sheet says which key a heading stands for."""
    expected = [row(one) for one in records(made)]
    assert len(expected) == 35
    assert from_calamine(made) == expected
    assert from_csv(made) == expected
    assert [row(one) for one in json.loads(made[routes.CASES_JSON])["cases"]] == expected
    index = json.loads(made[routes.INDEX])
    assert [one["number"] for one in index["cases"]] == [one["number"] for one in expected]
    assert [row(json.loads(made[one["record"]])) for one in index["cases"]] == expected


def row(record: dict[str, Any]) -> dict[str, object]:
    """A record as a table has it: lists in one cell, nothing for nothing."""
    found = {column.key: record[column.key] for column in COLUMNS}
    return {key: "；".join(value) if isinstance(value, list) else value for key, value in found.items()} | {
        key: "" for key, value in found.items() if value is None or value == []
    }


def from_calamine(made: Mapping[str, bytes]) -> list[dict[str, object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made[routes.CASES_XLSX]))
    heading, *found = book.get_sheet_by_name("案件").to_python()
    keys = {str(title): str(key) for title, key, *_ in book.get_sheet_by_name("说明").to_python() if title and key}
    return [{keys[str(title)]: plain(cell) for title, cell in zip(heading, one, strict=True)} for one in found]


def plain(cell: object) -> object:
    if isinstance(cell, date):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) else cell


def from_csv(made: Mapping[str, bytes]) -> list[dict[str, object]]:
    """By what the data package says of it, and of each column."""
    package = json.loads(made[routes.DATAPACKAGE])["resources"][0]
    told, fields = package["dialect"], {field["name"]: field["type"] for field in package["schema"]["fields"]}
    text = io.StringIO(made[f"{routes.API}{package['path']}"].decode("utf-8-sig"), newline="")
    found = csv.DictReader(text, delimiter=told["delimiter"], quotechar=told["quoteChar"], strict=True)
    return [{key: typed(fields[key], cell) for key, cell in one.items()} for one in found]


def typed(kind: str, cell: str) -> object:
    match kind:
        case "integer" if cell:
            return int(cell)
        case "boolean":
            return {"true": True, "false": False}[cell]
        case "date" if cell:
            return date.fromisoformat(cell).isoformat()
        case _:
            return cell.removeprefix("'")


def test_the_calendar_says_what_its_json_says(made: Mapping[str, bytes]) -> None:
    """The same sessions, and a clock that the reader knows."""
    for data in (made[routes.SESSIONS_FEED], files(EMPTY)[routes.SESSIONS_FEED]):
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        assert Calendar.from_ical(data).errors == []
    found = Calendar.from_ical(made[routes.SESSIONS_FEED]).walk("VEVENT")
    assert all(one.errors == [] for one in found)
    said = [(str(one["URL"]), *clock(one), str(one["SUMMARY"]), str(one["STATUS"])) for one in found]
    told = json.loads(made[routes.SESSIONS_JSON])["sessions"]
    assert said == [
        (
            f"{BASE}/{one['page']}",
            one["date"],
            one["start"],
            f"{one['kind']}：{one['town']} {one['village'] or one['place']}",
            "CANCELLED" if one["cancelled"] else "CONFIRMED",
        )
        for one in told
    ]
    assert len({str(one["UID"]) for one in found}) == len(told) == 3


def clock(event: Any) -> tuple[str, str | None]:  # noqa: ANN401 - an event of the library
    start = event["DTSTART"].dt
    if isinstance(start, datetime):
        assert start.utcoffset() == MIDNIGHT
        return start.date().isoformat(), start.strftime("%H:%M")
    return start.isoformat(), None


def test_the_map_of_the_site_is_whole_xml() -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    pages = [("", SITE.cases[0]), ("disclosures/", SITE.cases[1]), ("a&b/", SITE.cases[2])]
    (found,) = sitemap_files(replace(SITE, portal=KNOWN), pages)
    places = ET.fromstring(found.render()).findall("s:url/s:loc", space)  # noqa: S314 - made in the line above
    assert [one.text for one in places] == [f"{BASE}/a&b/", f"{BASE}/disclosures/"]


NASTY: Final = st.sampled_from(
    ["=1+1", "'一", "_x0041_", "\ufeff一", '甲,"乙"\r\n丙', "]]>", "&amp;", " 一 ", HOSTILE, LONG_NAME, "𠮷野", "a\tb"]
)
WORDS: Final = NASTY | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@st.composite
def cases(draw: st.DrawFn) -> PublicCase:
    """A case with any words in its texts, and any money."""
    fen = draw(st.none() | st.integers(0, 10**15))
    return replace(
        draw(st.sampled_from([OPEN, TRICKY, PENALISED])),
        number=f"xg-2026-{draw(st.integers(1, 9999)):04}",
        employer=replace(OPEN.employer, name=draw(WORDS), address=draw(st.none() | WORDS)),
        project=draw(st.none() | WORDS),
        violations=tuple(draw(st.lists(WORDS, max_size=2))),
        facts=draw(st.none() | WORDS),
        amount=None if fen is None else f"{fen}分",
        amount_fen=fen,
    )


SCHEMA: Final = Draft202012Validator(schemas()["case"], format_checker=Draft202012Validator.FORMAT_CHECKER)


@settings(max_examples=25)
@given(st.lists(cases(), max_size=3, unique_by=lambda case: case.number), st.lists(WORDS, min_size=3, max_size=3))
def test_whatever_the_words_every_reader_reads_the_same(found: list[PublicCase], words: list[str]) -> None:
    session = replace(TIMED, place=words[0], cancelled=words[1], topics=(words[2],))
    made = files(replace(SITE, portal=KNOWN, cases=tuple(found), outreach=PublicOutreach((session,))))
    told = records(made)
    assert [error.message for one in told for error in SCHEMA.iter_errors(one)] == []
    expected = [row(one) for one in told]
    assert from_calamine(made) == expected
    assert [apart(one) for one in from_csv(made)] == [apart(one) for one in expected]
    titles = {f"{case.employer.name}：{case.status}".strip() for case in found}
    assert {one.title for one in feed(made, routes.FEED).entries} == titles
    (event,) = Calendar.from_ical(made[routes.SESSIONS_FEED]).walk("VEVENT")
    lines = "".join(line + "\n" for line in words[1].replace("\r\n", "\n").split("\n"))
    assert str(event["DESCRIPTION"]).startswith(f"取消：{lines}")


def apart(found: dict[str, object]) -> dict[str, object]:
    """A text and the same behind an apostrophe are one in a CSV, which a spreadsheet must not run."""
    return {key: value.removeprefix("'") if isinstance(value, str) else value for key, value in found.items()}
