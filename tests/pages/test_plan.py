"""The plan: which files there are, and what makes one of them change."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.disclosure.public import Basis, PublicSite
from generator.pages.engine import Frames
from generator.pages.frame import Frame
from generator.pages.plan import HtmlPage, Page, plan
from generator.pages.render import render
from generator.pages.subject import NEWEST, CaseList
from generator.pages.subject import lists as all_lists
from generator.pages.views import MissingFrame, UnknownView, faults
from tests.pages.casebook import DEMONSTRATION, EMPTY, LISTED, SITE


def changed(frames: Frames, before: PublicSite, after: PublicSite) -> set[str]:
    """Paths whose page is another one, or gone, or new."""
    return {page.path for page in set(plan(before, frames)) ^ set(plan(after, frames))}


def lists(frames: Frames, site: PublicSite) -> dict[str, list[str]]:
    pages = (page for page in plan(site, frames) if isinstance(page, HtmlPage))
    return {
        page.address: [row.number for row in page.subject.rows] for page in pages if isinstance(page.subject, CaseList)
    }


def test_every_file(frames: Frames) -> None:
    assert [page.path for page in plan(SITE, frames)] == [
        "404.html",
        "about/index.html",
        "api/v1/index.json",
        "assets/icon.svg",
        "assets/portal.css",
        "assets/until.js",
        "data/cases-by-town.csv",
        "data/endings.csv",
        "data/index.html",
        "data/paid-by-year.csv",
        "data/payment.csv",
        "data/promise.csv",
        "data/totals.csv",
        "data/winter.csv",
        "data/winter/index.html",
        "disclosures/2023/index.html",
        "disclosures/2025/index.html",
        "disclosures/2026/index.html",
        "disclosures/index.html",
        "disclosures/joint-punishment/index.html",
        "disclosures/major-violations/index.html",
        "disclosures/media/index.html",
        "disclosures/penalties/index.html",
        "disclosures/xg-2022-0001/index.html",
        "disclosures/xg-2023-0001/index.html",
        "disclosures/xg-2025-0001/index.html",
        "disclosures/xg-2026-0001/index.html",
        "disclosures/xg-2026-0002/index.html",
        "help/index.html",
        "index.html",
        "repair/index.html",
    ]


def test_lists_by_basis_and_by_year(frames: Frames) -> None:
    assert lists(frames, SITE) == {
        "disclosures/joint-punishment/": ["xg-2026-0001"],
        "disclosures/major-violations/": ["xg-2026-0001", "xg-2025-0001"],
        "disclosures/penalties/": ["xg-2026-0002"],
        "disclosures/media/": ["xg-2023-0001"],
        "disclosures/2026/": ["xg-2026-0001", "xg-2026-0002"],
        "disclosures/2025/": ["xg-2025-0001"],
        "disclosures/2023/": ["xg-2023-0001"],
    }


def test_every_basis_has_its_list_while_it_is_empty(frames: Frames) -> None:
    assert lists(frames, EMPTY) == {
        "disclosures/joint-punishment/": [],
        "disclosures/major-violations/": [],
        "disclosures/penalties/": [],
        "disclosures/media/": [],
    }


def test_a_row_carries_the_dates_of_its_list(frames: Frames) -> None:
    listing = next(
        page.subject
        for page in plan(SITE, frames)
        if isinstance(page, HtmlPage) and page.address.endswith("punishment/")
    )
    assert isinstance(listing, CaseList)
    assert [(row.until, row.bases) for row in listing.rows] == [(date(2029, 7, 22), (Basis.LISTING, Basis.MAJOR))]


def test_a_days_passing_changes_no_case(frames: Frames) -> None:
    later = replace(SITE, portal=replace(SITE.portal, as_of=SITE.portal.as_of + timedelta(days=1)))
    assert changed(frames, SITE, later) == {
        "api/v1/index.json",
        "disclosures/2023/index.html",
        "disclosures/2025/index.html",
        "disclosures/2026/index.html",
        "disclosures/index.html",
        "disclosures/joint-punishment/index.html",
        "disclosures/major-violations/index.html",
        "disclosures/media/index.html",
        "disclosures/penalties/index.html",
        "index.html",
    }


def test_a_demonstration_says_its_date_everywhere(frames: Frames) -> None:
    later = replace(DEMONSTRATION, portal=replace(DEMONSTRATION.portal, as_of=date(2026, 11, 2)))
    same = {page.path for page in set(plan(DEMONSTRATION, frames)) & set(plan(later, frames))}
    assert {path for path in same if not path.endswith(".csv")} == {
        *("assets/icon.svg", "assets/portal.css", "assets/until.js"),
    }


def test_a_fact_of_one_case_changes_its_page_alone(frames: Frames) -> None:
    after = replace(SITE, cases=(replace(LISTED, facts="另有说明。"), *SITE.cases[1:]))
    assert changed(frames, SITE, after) == {"disclosures/xg-2026-0001/index.html"}


def test_figures_change_their_own_pages_and_files_alone(frames: Frames) -> None:
    totals, *tables = SITE.statistics.tables
    more = replace(totals, counts=(replace(totals.counts[0], number=1235), *totals.counts[1:]))
    after = replace(SITE, statistics=replace(SITE.statistics, tables=(more, *tables)))
    assert changed(frames, SITE, after) == {"data/index.html", "data/totals.csv"}


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


def test_the_list_of_everything_stays_short_and_the_years_are_whole(frames: Frames) -> None:
    cases = tuple(replace(LISTED, number=f"xg-2026-{number:04}") for number in range(1, NEWEST + 2))
    every, *others = all_lists(replace(SITE, cases=cases))
    assert (len(every.rows), every.total, every.samples) == (NEWEST, NEWEST + 1, NEWEST + 1)
    assert {len(one.rows) for one in others} == {0, NEWEST + 1}
    page = next(page for page in plan(replace(SITE, cases=cases), frames) if page.path == "disclosures/index.html")
    assert f"这里是最新的 {NEWEST} 件，更早的请按年份看。" in render(page, frames).decode()
