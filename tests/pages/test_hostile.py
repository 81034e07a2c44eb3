"""Every beginning of a formula, every end of a line, every trick of a path, in every text that the gate lets out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from typing import Final
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from generator.disclosure.public import PublicSite
from generator.pages.plan import plan
from generator.pages.render import render
from tests.browser.test_injection import FORMULAS, Reader, hostile
from tests.disclosure.canaries.city import frames
from tests.pages.casebook import DEMONSTRATION

TABLES: Final = (".csv", ".xlsx")
SHAPED: Final = (".ics", ".xml", ".json", ".ndjson")


def rendered(site: PublicSite, *suffixes: str) -> list[tuple[str, bytes]]:
    """The files of these kinds, releases apart: those tell of their own digests."""
    bare = frames()
    planned = [page for page in plan(site, bare) if page.path.endswith(suffixes) and "releases" not in page.path]
    return [(page.path, render(page, bare)) for page in planned]


def spoilt(payload: str) -> PublicSite:
    site, planted = hostile(DEMONSTRATION, payload)
    assert len(planted) > 40
    return site


@pytest.mark.parametrize("sign", FORMULAS, ids=["=", "+", "-", "@", "tab", "return"])
def test_every_beginning_of_a_formula_is_a_text(sign: str) -> None:
    """A spreadsheet runs what begins so; a blank or a quotation mark before it does not stop every one of them."""
    cells = 0
    for path, data in rendered(spoilt(f"{sign}cmd|' /C calc'!A0"), *TABLES):
        if path.endswith(".csv"):
            rows = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
            assert [cell for cell in rows if cell.startswith(FORMULAS)] == [], path
            cells += sum("calc" in cell for cell in rows)
        else:
            found = [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet for cell in row]
            assert [cell.coordinate for cell in found if cell.data_type == "f" or cell.hyperlink] == [], path
            cells += sum("calc" in str(cell.value) for cell in found)
    assert cells > 20


LINES: Final = {
    "CRLF": "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nX-HIT:1\r\n",
    "LF": "\nX-HIT:1\n",
    "CR": "\rX-HIT:1\r",
    "NEL": "\u0085X-HIT:1\u2028X-HIT:2\u2029",
    "fold": f"{'甲' * 24}\r\n X-HIT:1",
    "escapes": '\\nX-HIT:1\\;\\,:;,"',
    "XML": "]]></title><x:hit/><!--&#0;&hit;",
    "JSON": '"},"hit":{"a":"\\u0022\\',
}


@pytest.mark.parametrize("payload", LINES)
def test_no_end_of_a_line_begins_anything(payload: str) -> None:
    """As many entries, keys and elements as without it."""
    clean = {path: shape(path, data) for path, data in rendered(DEMONSTRATION, *SHAPED)}
    assert {path: shape(path, data) for path, data in rendered(spoilt(LINES[payload]), *SHAPED)} == clean
    assert len(clean) > 10


def shape(path: str, data: bytes) -> object:
    """What a reader of the format sees, texts apart; a calendar's lines are at most 75 bytes."""
    if path.endswith(".xml"):
        return [element.tag for element in ET.fromstring(data).iter()]  # noqa: S314 - our own file
    if path.endswith(".ics"):
        assert max(map(len, data.split(b"\r\n"))) <= 75
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
        return [re.split("[:;]", line)[0] for line in re.sub(rb"\r\n[ \t]", b"", data).decode().split("\r\n")]
    lines = data.decode().split("\n") if path.endswith(".ndjson") else [data.decode()]
    return [kinds(json.loads(line)) for line in lines if line]


def kinds(value: object) -> object:
    if isinstance(value, dict):
        return {key: kinds(one) for key, one in value.items()}
    return [kinds(one) for one in value] if isinstance(value, list) else type(value).__name__


@pytest.mark.parametrize(
    "payload", ["javascript:hit()", "JaVaScRiPt:hit()", "\tjava\nscript:hit()", "data:text/html,x", "//evil.example/"]
)
def test_no_text_becomes_an_address(payload: str) -> None:
    hits = Counter[str]()
    for path, data in rendered(spoilt(payload), ".html"):
        reader = Reader()
        reader.feed(data.decode())
        hits[path] += reader.injected + len(re.findall(r'(?:href|src|action)="//evil', data.decode()))
    assert hits.total() == 0
    assert len(hits) > 30


@pytest.mark.parametrize("payload", ["[x](javascript:x)", "# x\n\n- y", "**x** `y` <z@evil.example>", "{{ 7*7 }}"])
def test_markdown_and_templates_in_a_record_are_letters(payload: str) -> None:
    """Records are never read as Markdown; what looks like it stands on the page as it was written."""
    plain, marked = (dict(rendered(site, ".html")) for site in (spoilt("甲"), spoilt(payload)))
    # The index of names has a page for each sound, and a way to each.
    same = [path for path in plain.keys() & marked.keys() if not path.startswith("lookup/")]
    assert len(same) > 90
    assert [path for path in same if tags(plain[path]) != tags(marked[path])] == []
    assert any(payload[:3].encode() in data for data in marked.values())
    assert not any(b">49" in data for data in marked.values())


def tags(data: bytes) -> Counter[str]:
    return Counter(re.findall(r"<([a-z0-9]+)", data.decode()))


@pytest.mark.parametrize("name", ["CON", "NUL.yml", "a" * 300, "..", "a/b", "a\\b", "é", "e\u0301", "Ａ", "\u202ea"])
def test_no_name_of_a_unit_becomes_part_of_a_path(name: str) -> None:
    """Whatever a unit is called, files are called after its code or a digest; twins that look alike stay two."""
    site, _ = hostile(DEMONSTRATION, name)
    paths = [page.path for page in plan(site, frames())]
    assert [path for path in paths if not re.fullmatch(r"[A-Za-z0-9._/-]{1,200}", path)] == []
    assert [path for path in paths if path.startswith("/") or {"..", "."} & set(path.split("/"))] == []
    folded = [path.casefold() for path in paths if not path.startswith("Q/")]
    assert len(set(folded)) == len(folded)
