"""Markup, scripts, formulas and line ends in every text that the gate lets out: none runs, none breaks a format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from playwright.sync_api import Browser

from generator.disclosure.public import PublicSite
from generator.pages.engine import Frames
from generator.pages.plan import HtmlPage, Page, plan
from generator.pages.render import render

MARKUP: Final = (
    "</script></style></title></textarea><script>window.hit=1</script>"
    "<img data-injected src=x onerror='window.hit=2'>\"><svg data-injected onload=window.hit=3>'><b data-injected>"
    "{{ 7*7 }}{% raw %}<!-- view: footer -->]]>&lt;i data-injected&gt;\\u003cb data-injected\\u003e"
)
FORMULA: Final = '=HYPERLINK("https://evil.example","x")'
LINES: Final = "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nX-INJECTED:1\r\n"
RUN: Final = re.compile(r"\s*(?:javascript|data(?!:,$)|vbscript):", re.IGNORECASE)
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
STRUCTURAL: Final = frozenset(
    {
        *("number", "slug", "code", "printed", "kind", "tone", "status_tone", "base_url", "credit_code"),
        *("worksite", "start", "end", "calculator", "over", "source_slug"),
    }
)
"""What the code itself makes or checks against a pattern; an editor cannot write a text there."""


def hostile(site: PublicSite, payload: str) -> tuple[PublicSite, Counter[str]]:
    """The site with the payload before every text; and which fields there were."""
    planted = Counter[str]()
    found = poisoned(site, planted, payload)
    assert isinstance(found, PublicSite)
    return found, planted


def poisoned(value: object, planted: Counter[str], payload: str) -> object:
    """The same with the payload before every text."""
    if is_dataclass(value) and not isinstance(value, type):
        if not type(value).__module__.startswith("generator.disclosure.public"):
            return value
        changes = {
            one.name: poisoned(getattr(value, one.name), planted, payload)
            for one in fields(value)
            if one.name not in STRUCTURAL and one.name != "calculators"
        }
        planted.update(f"{type(value).__name__}.{key}" for key, new in changes.items() if new != getattr(value, key))
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(poisoned(one, planted, payload) for one in value)
    return payload + value if type(value) is str else value


@pytest.fixture(scope="module")
def public(shipped: PublicSite) -> PublicSite:
    """Open data leaves samples out, so here none is one."""
    return replace(shipped, cases=tuple(replace(case, sample=False) for case in shipped.cases))


def printed(site: PublicSite, frames: Frames) -> Iterator[tuple[Page, bytes]]:
    for page in plan(site, frames):
        if Path(page.path).suffix not in {".png", ".pdf", ".svg", ".ico"} and not page.path.startswith("assets/"):
            yield page, render(page, frames)


class Reader(HTMLParser):
    """Every attribute name, and every script's beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.injected = 0

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One more element."""
        names = {name for name, _ in attrs}
        links = [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        self.injected += "data-injected" in names or any(name.startswith("on") for name in names)
        self.injected += any(
            re.match(r"\s*(?:javascript|data(?!:,$)|vbscript):", link, re.IGNORECASE) for link in links
        )


def test_markup_is_text_on_every_page(public: PublicSite, frames: Frames) -> None:
    site, planted = hostile(public, MARKUP)
    pages = [(page, data.decode()) for page, data in printed(site, frames) if page.path.endswith(".html")]
    read = 0
    for page, text in pages:
        reader = Reader()
        reader.feed(text)
        assert reader.injected == 0, page.path
        read += "&lt;b data-injected&gt;" in text
    assert len(planted) > 60
    assert read > 60


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_a_browser_runs_none_of_it(public: PublicSite, frames: Frames, browser: Browser, tmp_path: Path) -> None:
    """One page of each kind, with all its scripts."""
    site, _ = hostile(public, MARKUP)
    kinds = dict[str, str]()
    for page, data in printed(site, frames):
        put(tmp_path / page.path, data)
        subject = type(page.subject).__name__ if isinstance(page, HtmlPage) else type(page).__name__
        kind = page.frame if isinstance(page, HtmlPage) and subject == "Overview" else subject
        if page.path.endswith(".html"):
            kinds.setdefault(kind, page.path)
    for asset in frames.assets:
        put(tmp_path / asset.path, asset.data)
    context = browser.new_context()
    tab = context.new_page()
    for path in kinds.values():
        tab.goto((tmp_path / path).as_uri(), wait_until="domcontentloaded")
        assert tab.evaluate("window.hit === undefined && !document.querySelector('[data-injected]')"), path
    context.close()
    assert len(kinds) > 30


def test_a_formula_is_a_text_in_every_table(public: PublicSite, frames: Frames) -> None:
    """What an editor was made to paste is not run in the spreadsheet of whoever opens the data."""
    cells = 0
    for page, data in printed(hostile(public, FORMULA)[0], frames):
        if page.path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
            assert [cell for row in rows for cell in row if cell.startswith(FORMULAS)] == [], page.path
            cells += sum("HYPERLINK" in cell for row in rows for cell in row)
        if page.path.endswith(".xlsx"):
            book = openpyxl.load_workbook(io.BytesIO(data))
            found = [cell for sheet in book for row in sheet for cell in row]
            assert [cell.coordinate for cell in found if cell.data_type == "f" or cell.hyperlink] == [], page.path
            cells += sum("HYPERLINK" in str(cell.value) for cell in found)
    assert cells > 100


@pytest.mark.parametrize("payload", [MARKUP, FORMULA, LINES], ids=["markup", "formula", "lines"])
def test_feeds_calendars_and_data_keep_their_form(public: PublicSite, frames: Frames, payload: str) -> None:
    """As many entries as without the payload, and nothing that an editor's text began."""
    before, after = (
        {page.path: shape(page.path, data) for page, data in printed(site, frames) if shaped(page.path)}
        for site in (public, hostile(public, payload)[0])
    )
    assert after == before
    assert {Path(path).suffix for path in after} == {".xml", ".ics", ".json", ".ndjson"}


def shaped(path: str) -> bool:
    return path.endswith((".xml", ".ics", ".json", ".ndjson")) and not path.startswith(("lookup/", "api/v1/releases"))


def shape(path: str, data: bytes) -> object:
    """What a reader of the format sees of a file, its texts apart."""
    if path.endswith(".xml"):
        return [element.tag for element in ET.fromstring(data).iter()]  # noqa: S314 - our own file
    if path.endswith(".ics"):
        lines = re.sub(r"\r\n[ \t]", "", data.decode()).split("\r\n")
        return [re.split("[:;]", line)[0] for line in lines]
    lines = data.decode().splitlines() if path.endswith(".ndjson") else [data.decode()]
    return [kinds(json.loads(line)) for line in lines]


def kinds(value: object) -> object:
    if isinstance(value, dict):
        return {key: kinds(one) for key, one in value.items()}
    return [kinds(one) for one in value] if isinstance(value, list) else type(value).__name__


@pytest.mark.parametrize("payload", ["../../../etc/x", "..\\..\\x", "/etc/x", "%2e%2e/", "a?b#c"])
def test_every_file_stays_inside(public: PublicSite, frames: Frames, payload: str) -> None:
    paths = [page.path for page in plan(hostile(public, payload)[0], frames)]
    assert [path for path in paths if not re.fullmatch(r"[A-Za-z0-9._/-]+", path)] == []
    assert [path for path in paths if path.startswith("/") or {"..", "."} & set(path.split("/"))] == []
    assert len(set(paths)) == len(paths)
