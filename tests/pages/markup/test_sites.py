"""Every page of four cities, by the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator import routes
from generator.disclosure.public import PublicSite
from generator.pages.engine import Frames
from generator.pages.lists import sheet
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import DEMONSTRATION, EMPTY, LISTED, PORTAL, SITE
from tests.pages.lists.city import city
from tests.pages.markup.page import site
from tests.pages.markup.rules import faults
from tests.pages.test_landing import CITY as WITH_WORKSITES

BASE: Final = "https://portal.example/x"
KNOWN: Final = replace(PORTAL, base_url=BASE)
NAMESAKE: Final = replace(
    LISTED,
    number="xg-2026-0077",
    employer=replace(LISTED.employer, slug="91000000ma0000077x", credit_code="91000000MA0000077X"),
)
CITIES: Final = {
    "a case of every shape, and worksites": replace(WITH_WORKSITES, portal=KNOWN, cases=(NAMESAKE, *SITE.cases)),
    "a demonstration without a domain": DEMONSTRATION,
    "nothing to show": EMPTY,
    "long lists": replace(city(30, ended=13), portal=KNOWN, bulletins=()),
}
PAGE: Final = 5
"""Rows of a page, so that short lists have several."""


@pytest.mark.parametrize("name", CITIES)
def test_no_page_has_a_fault(frames: Frames, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sheet, "PAGE", PAGE)
    public = CITIES[name]
    files = {page.path: render(page, frames) for page in plan(public, frames)}
    found = site(files, public.portal.base_url, printed(public))
    assert [one for one in faults(found) if not is_of_the_shipped_records(one[1], one[2])] == []
    pages = {page.partition("/")[0] for page in found.pages if "/page-" in page}
    assert (pages == {"disclosures"}) == (name == "long lists")


def printed(public: PublicSite) -> list[str]:
    """Paper is made beside the pages, by the build."""
    return [routes.bulletin_pdf(str(one.quarter)) for one in public.bulletins]


def is_of_the_shipped_records(path: str, link: str) -> bool:
    """The cases of a lesson are those of the shipped records; the whole site is looked at in tests/build."""
    return path.startswith("lessons/") and "/disclosures/yk-" in link
