"""The sitemap: which pages, and the day on which each last changed; and what robots are told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generator.disclosure.public import PublicSite
from generator.pages import sitemap
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import DEMONSTRATION, EMPTY, ENDED, LISTED, PORTAL, SITE

NAMED: Final = replace(SITE, portal=replace(PORTAL, base_url="https://example.org/a&b"))


def files(frames: Frames, site: PublicSite) -> dict[str, str]:
    found = (page for page in plan(site, frames) if re.fullmatch(r"(?:sitemap|robots)[^/]*", page.path))
    return {page.path: render(page, frames).decode() for page in found}


def entries(xml: str) -> list[tuple[str, str]]:
    return re.findall(r"<loc>([^<]*)</loc>(?:<lastmod>([^<]*)</lastmod>)?", xml)


def test_every_page_with_the_day_of_its_last_change(frames: Frames) -> None:
    """A case by its record, a list by its rows and by what left it; nothing ended, nothing invented."""
    base = "https://example.org/a&amp;b/"
    found = [(address.removeprefix(base), day) for address, day in entries(files(frames, NAMED)["sitemap.xml"])]
    plain = [address for address, day in found if not day]
    assert [address for address in plain if not address.startswith(("lessons/", "tools/", "firms/"))] == [
        "",
        "about/",
        "accessibility/",
        "data/",
        *("data/api/", "data/arrears-free/", "data/verify/", "data/winter/"),
        "disclosures/bulletins/",
        "help/",
        "help/after/",
        "help/arbitration/",
        "help/avoid/",
        "help/contract/",
        "help/cost/",
        "help/deadline/",
        "help/evidence/",
        "help/firm/",
        "help/phone/",
        "help/proof/",
        "help/refuse/",
        "help/request/",
        "help/site/",
        "help/tell/",
        "laws/",
        "lookup/",
        "lookup/d/",
        "lookup/j/",
        "lookup/s/",
        "lookup/towns/xugouzhen/",
        "lookup/x/",
        "lookup/y/",
        "outreach/",
        "outreach/2026/",
        "repair/",
        "sitemap/",
    ]
    assert [(address, day) for address, day in found if day] == [
        ("disclosures/", "2026-11-01"),
        ("disclosures/2023/", "2026-11-01"),
        ("disclosures/2025/", "2025-05-06"),
        ("disclosures/2026/", "2026-08-03"),
        ("disclosures/industries/gongchengjianshe/", "2026-08-03"),
        ("disclosures/joint-punishment/", "2026-08-03"),
        ("disclosures/major-violations/", "2026-08-03"),
        ("disclosures/media/", "2026-11-01"),
        ("disclosures/penalties/", "2026-03-09"),
        ("disclosures/removals/", "2026-08-03"),
        ("disclosures/towns/xugouzhen/", "2026-08-03"),
        ("disclosures/xg-2023-0001/", "2026-11-01"),
        ("disclosures/xg-2025-0001/", "2025-05-06"),
        ("disclosures/xg-2026-0002/", "2026-03-09"),
        ("employers/n-6bbdb7b3dc05/", "2025-05-06"),
        ("employers/n-cd9fdd313e63/", "2026-03-09"),
        ("employers/n-ce9da9343015/", "2026-11-01"),
    ]
    assert found == sorted(found)


def test_a_change_moves_the_day_of_its_case_and_its_lists(frames: Frames) -> None:
    later = replace(NAMED, cases=(replace(LISTED, sample=False, changed=date(2026, 12, 1)), *NAMED.cases[1:]))
    before = set(entries(files(frames, NAMED)["sitemap.xml"]))
    moved = [
        (address.removeprefix("https://example.org/a&amp;b/"), day)
        for address, day in entries(files(frames, later)["sitemap.xml"])
        if (address, day) not in before
    ]
    assert moved == [
        ("disclosures/", "2026-12-01"),
        ("disclosures/2026/", "2026-12-01"),
        ("disclosures/industries/gongchengjianshe/", "2026-12-01"),
        ("disclosures/joint-punishment/", "2026-12-01"),
        ("disclosures/major-violations/", "2026-12-01"),
        ("disclosures/towns/xugouzhen/", "2026-12-01"),
        ("disclosures/xg-2026-0001/", "2026-12-01"),
        ("employers/91000000ma00000825/", "2026-12-01"),
    ]


def test_an_ending_changes_the_lists(frames: Frames) -> None:
    site = replace(NAMED, ended=(replace(ENDED, ended=date(2026, 10, 30)),))
    days = dict(entries(files(frames, site)["sitemap.xml"]))
    assert days["https://example.org/a&amp;b/disclosures/penalties/"] == "2026-10-30"


def test_an_empty_list_has_no_day(frames: Frames) -> None:
    site = replace(EMPTY, portal=NAMED.portal)
    days = dict(entries(files(frames, site)["sitemap.xml"]))
    assert days["https://example.org/a&amp;b/disclosures/penalties/"] == ""


def test_without_a_domain_there_is_none(frames: Frames) -> None:
    assert files(frames, SITE) == {"robots.txt": "User-agent: *\nAllow: /\n"}


def test_robots_are_led_to_it(frames: Frames) -> None:
    assert files(frames, NAMED)["robots.txt"] == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/a&b/sitemap.xml\n"
    )


def test_no_search_engine_learns_of_invented_firms(frames: Frames) -> None:
    site = replace(DEMONSTRATION, portal=replace(DEMONSTRATION.portal, base_url="https://example.org"))
    assert files(frames, site)["robots.txt"] == "User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize(("less", "parts"), [(0, []), (1, [-1, 1])])
def test_too_many_pages_go_into_several_files(
    frames: Frames, monkeypatch: pytest.MonkeyPatch, less: int, parts: list[int]
) -> None:
    count = len(entries(files(frames, NAMED)["sitemap.xml"]))
    sizes = [len(parts), count - 1, 1] if parts else [count]
    monkeypatch.setattr(sitemap, "LIMIT", count - less)
    found = {path: xml for path, xml in files(frames, NAMED).items() if path != "robots.txt"}
    assert [len(entries(xml)) for xml in found.values()] == sizes[1:] + sizes[:1]
    if len(sizes) > 1:
        assert [address.rpartition("/")[2] for address, _ in entries(found["sitemap.xml"])] == list(found)[:-1]
        assert found["sitemap.xml"].count("<sitemapindex ") == 1
