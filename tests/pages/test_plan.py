"""The plan: which files there are, and what makes one of them change."""

from __future__ import annotations

import pickle
import re
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.disclosure.public import Basis, PublicSite
from generator.pages.engine import Frames
from generator.pages.frame import Frame
from generator.pages.handouts import HandoutRow
from generator.pages.lists.cases import CaseList
from generator.pages.lists.row import RowGround
from generator.pages.plan import SHOWN_BY, HtmlPage, Page, plan
from generator.pages.subject import Overview
from generator.pages.views import RECORDS, MissingFrame, UnknownView, faults
from tests.pages.casebook import DEMONSTRATION, EMPTY, LISTED, SITE


def changed(frames: Frames, before: PublicSite, after: PublicSite) -> set[str]:
    """Paths whose page is another one, or gone, or new."""
    return {page.path for page in set(plan(before, frames)) ^ set(plan(after, frames))}


def lists(frames: Frames, site: PublicSite) -> dict[str, list[str]]:
    pages = (page for page in plan(site, frames) if isinstance(page, HtmlPage))
    return {
        page.address: [row.number for row in page.subject.sheet.rows]
        for page in pages
        if isinstance(page.subject, CaseList)
    }


def test_every_file(frames: Frames) -> None:
    """The list is read and blessed by hand: `golden/files.txt`."""
    blessed = (Path(__file__).parent / "golden/files.txt").read_text("utf-8").split("\n")[:-1]
    assert [page.path for page in plan(SITE, frames)] == blessed


def test_hand_outs_concern_the_page_that_offers_them_alone(frames: Frames) -> None:
    row = HandoutRow("lessons/handouts/x.pdf", "工友折页", "A4", 2, "给工友。", specimen=False, told="1")
    assert {page.path for page in set(plan(SITE, frames)) ^ set(plan(SITE, frames, None, (row,)))} == {
        "lessons/index.html"
    }


def test_lists_by_basis_year_town_and_industry(frames: Frames) -> None:
    assert lists(frames, SITE) == {
        "disclosures/joint-punishment/": ["xg-2026-0001"],
        "disclosures/major-violations/": ["xg-2026-0001", "xg-2025-0001"],
        "disclosures/penalties/": ["xg-2026-0002"],
        "disclosures/media/": ["xg-2023-0001"],
        "disclosures/2026/": ["xg-2026-0001", "xg-2026-0002"],
        "disclosures/2025/": ["xg-2025-0001"],
        "disclosures/2023/": ["xg-2023-0001"],
        "disclosures/towns/xugouzhen/": ["xg-2026-0001"],
        "disclosures/industries/gongchengjianshe/": ["xg-2026-0001"],
    }


def test_every_basis_has_its_list_while_it_is_empty(frames: Frames) -> None:
    assert lists(frames, EMPTY) == {
        "disclosures/joint-punishment/": [],
        "disclosures/major-violations/": [],
        "disclosures/penalties/": [],
        "disclosures/media/": [],
    }


def test_a_row_carries_the_dates_and_the_basis_of_its_list(frames: Frames) -> None:
    listing = next(
        page.subject
        for page in plan(SITE, frames)
        if isinstance(page, HtmlPage) and page.address.endswith("punishment/")
    )
    assert isinstance(listing, CaseList)
    own = (RowGround(Basis.LISTING, date(2029, 7, 22)),)
    assert [(row.until, row.grounds) for row in listing.sheet.rows] == [(date(2029, 7, 22), own)]


def test_a_days_passing_changes_no_case(frames: Frames) -> None:
    later = replace(SITE, portal=replace(SITE.portal, as_of=SITE.portal.as_of + timedelta(days=1)))
    assert changed(frames, SITE, later) == {
        "api/v1/cases.json",
        "api/v1/checksums.txt",
        "api/v1/employers.json",
        "api/v1/index.json",
        "api/v1/releases.json",
        "api/v1/removals.json",
        "api/v1/sessions.json",
        "disclosures/2023/index.html",
        "disclosures/2025/index.html",
        "disclosures/2026/index.html",
        "disclosures/index.html",
        "disclosures/industries/gongchengjianshe/index.html",
        "disclosures/joint-punishment/index.html",
        "disclosures/major-violations/index.html",
        "disclosures/media/index.html",
        "disclosures/penalties/index.html",
        "disclosures/removals/index.html",
        "disclosures/towns/xugouzhen/index.html",
        "feeds/sessions.ics",
        "lookup/data.json",
        "lookup/index.html",
    }


def test_a_demonstration_says_its_date_everywhere(frames: Frames) -> None:
    later = replace(DEMONSTRATION, portal=replace(DEMONSTRATION.portal, as_of=date(2026, 11, 2)))
    same = {page.path for page in set(plan(DEMONSTRATION, frames)) & set(plan(later, frames))}
    undated = (
        "assets/",
        "cards/",
        "feeds/disclosures",
        "feeds/removals",
        "api/v1/schema/",
        "api/v1/cases.",
        "api/v1/cases/",
    )
    others = {"robots.txt", "api/v1/datapackage.json"}
    fixed = {page.path for page in plan(DEMONSTRATION, frames) if page.path.startswith(undated)} | others
    fixed |= {page.path for page in plan(DEMONSTRATION, frames) if re.fullmatch(r"data/[^/]+\.csv", page.path)}
    assert same == fixed - {"api/v1/cases.json"}


def test_a_fact_of_one_case_changes_its_page_alone(frames: Frames) -> None:
    after = replace(SITE, cases=(replace(LISTED, facts="另有说明。"), *SITE.cases[1:]))
    assert changed(frames, SITE, after) == {"disclosures/xg-2026-0001/index.html"}


def test_figures_change_their_own_pages_and_files_alone(frames: Frames) -> None:
    totals, *tables = SITE.statistics.tables
    more = replace(totals, counts=(replace(totals.counts[0], number=1235), *totals.counts[1:]))
    after = replace(SITE, statistics=replace(SITE.statistics, tables=(more, *tables)))
    assert changed(frames, SITE, after) == {"data/arrears-free/index.html", "data/index.html", "data/totals.csv"}


def test_a_campaign_changes_its_own_page_and_file_alone(frames: Frames) -> None:
    after = replace(SITE, campaigns=())
    assert changed(frames, SITE, after) == {"data/winter/index.html", "data/winter.csv"}


def test_pages_travel_between_processes_and_keep_their_words(frames: Frames) -> None:
    pages: tuple[Page, ...] = plan(SITE, frames)
    again: tuple[Page, ...] = pickle.loads(pickle.dumps(pages))  # noqa: S301 - our own bytes, made in this line
    assert again == pages
    assert [repr(page) for page in again] == [repr(page) for page in plan(SITE, frames)]


def test_our_own_pages_are_without_faults(frames: Frames) -> None:
    assert faults(frames) == ()


@pytest.mark.parametrize(
    ("source", "view", "known"),
    [
        ("about.md", "channels", True),
        ("about.md", "figures", True),
        ("about.md", "case-timeline", False),
        ("disclosures/_case.md", "case-timeline", True),
        ("disclosures/_case.md", "figures", False),
        ("_404.md", "figures", False),
        ("about.md", "nonsense", False),
    ],
)
def test_a_view_is_known_where_its_data_is(frames: Frames, source: str, view: str, *, known: bool) -> None:
    odd = Frame(source, "", "", "", ("", f"view:{view}", ""), "")
    found = faults(replace(frames, pages=(odd,)))
    assert found == (() if known else (UnknownView(source, view),))


def test_a_frame_that_editors_deleted_is_named(frames: Frames) -> None:
    left = tuple(frame for frame in frames.moulds if frame.source != "disclosures/_case.md")
    assert faults(replace(frames, moulds=left)) == (MissingFrame("disclosures/_case.md"),)


def test_every_part_of_an_overview_is_shown_by_slots_that_there_are() -> None:
    assert {one.name for one in fields(Overview)} == set(SHOWN_BY)
    assert {slot for slots in SHOWN_BY.values() for slot in slots} <= RECORDS
