"""What a change of one case changes: these files and no other, in a city whose lists have several pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from generator.disclosure.public import Basis, Ending, PublicCase, PublicSite
from generator.pages.engine import Frames
from generator.pages.plan import plan
from tests.pages.casebook import ground
from tests.pages.lists.city import city, gone, one, with_cases

CASES: Final = 260
"""Serials 0 to 259 from 2024-01-02 on: all of 2024, so that the year has the pages 1 to 4 beside its newest."""
CITY: Final = city(CASES)
COUNTS: Final = {"disclosures/index.html", "sitemap/index.html", "lookup/index.html", "lookup/data.json"}
"""What counts all cases, or names every unit."""
UNITS: Final = {"api/v1/employers.json"}
NEWS: Final = {"feeds/disclosures.xml"}
NOTICES: Final = {"api/v1/removals.json", "feeds/removals.xml"}


def changed(frames: Frames, after: PublicSite, before: PublicSite = CITY) -> set[str]:
    """Paths whose page is another one, or gone, or new."""
    return {page.path for page in set(plan(before, frames)) ^ set(plan(after, frames))}


def data(number: str) -> set[str]:
    """The files that hold a record, and those that say of every file what it is."""
    whole = ("cases.csv", "cases.json", "cases.ndjson", "cases.xlsx", f"cases/{number}.json")
    return {f"api/v1/{name}" for name in (*whole, "checksums.txt", "index.json", "releases.json")}


def at(*addresses: str) -> set[str]:
    return {f"{address}index.html" for address in addresses}


def swapped(serial: int, new: PublicCase) -> PublicSite:
    return with_cases(tuple(new if number == serial else one(number) for number in range(CASES)))


def slug(serial: int) -> str:
    return one(serial).employer.slug


def test_adding_a_case_changes_the_newest_page_of_each_of_its_lists(frames: Frames) -> None:
    """Serial 260: 失信名单, 虚构丙街道, 工程建设, a unit that had none."""
    shared = COUNTS | UNITS | NEWS | data("xg-2024-0260")
    assert changed(frames, city(CASES + 1)) == shared | at(
        "",
        "lookup/d/",
        "lookup/x/",
        "lookup/towns/xugoubingjiedao/",
        "disclosures/xg-2024-0260/",
        f"employers/{slug(260)}/",
        "disclosures/2024/",
        "disclosures/joint-punishment/",
        "disclosures/towns/xugoubingjiedao/",
        "disclosures/industries/gongchengjianshe/",
    )


def test_the_hundredth_row_gives_a_list_its_next_page_and_older_ones_stay(frames: Frames) -> None:
    """From 299 to 300 rows the year 2024 gets page 5; pages 3 and 4 name it as a neighbour, 1 and 2 stay."""
    found = changed(frames, city(300), city(299))
    year = {path for path in found if path.startswith("disclosures/2024/")}
    assert year == at("disclosures/2024/", *(f"disclosures/2024/page-{number}/" for number in (3, 4, 5)))


def test_a_fact_that_no_list_shows_changes_the_case_alone(frames: Frames) -> None:
    after = swapped(7, replace(one(7), project="虚构小区"))
    assert changed(frames, after) == at("disclosures/xg-2024-0007/") | data("xg-2024-0007")


def test_an_amount_changes_the_pages_with_its_row(frames: Frames) -> None:
    """Serial 7 is old: its lists show it on page 1, where they have pages."""
    after = swapped(7, replace(one(7), amount="9万元", amount_fen=9_000_000))
    assert changed(frames, after) == data("xg-2024-0007") | at(
        "disclosures/xg-2024-0007/",
        f"employers/{slug(7)}/",
        "disclosures/2024/page-1/",
        "disclosures/media/",
        "disclosures/towns/xugouyizhen/",
        "disclosures/industries/zhizaoye/page-1/",
    )


def test_a_correction_is_news_and_touches_no_list_of_cases(frames: Frames) -> None:
    after = swapped(7, replace(one(7), corrections=((date(2026, 3, 1), "人数由8名更正为9名（笔误）"),)))
    pages = at("", "disclosures/xg-2024-0007/", "disclosures/removals/")
    assert changed(frames, after) == pages | NOTICES | data("xg-2024-0007")


@pytest.mark.parametrize("how", list(Ending))
def test_an_ending_leaves_a_stub_and_is_news(frames: Frames, how: Ending) -> None:
    """The newest case but one of a unit with two ends: the unit's page stays, the newest page of each list changes."""
    serial = 258
    ended = replace(gone(0, how), number=one(serial).number, ended=date(2026, 10, 1))
    left = tuple(one(number) for number in range(CASES) if number != serial)
    shared = COUNTS | UNITS | NEWS | NOTICES | data("xg-2024-0258")
    assert changed(frames, with_cases(left, (ended,)), CITY) == shared | at(
        "",
        "lookup/d/",
        "lookup/x/",
        "lookup/towns/xugoujiazhen/",
        "lookup/towns/xugouyizhen/",
        "disclosures/xg-2024-0258/",
        f"employers/{slug(serial)}/",
        "disclosures/removals/",
        "disclosures/2024/",
        "disclosures/penalties/",
        "disclosures/towns/xugoujiazhen/",
        "disclosures/industries/gongchengjianshe/",
    )


def test_the_last_case_of_a_unit_takes_its_page_with_it(frames: Frames) -> None:
    alone = replace(one(259), employer=replace(one(259).employer, name="虚构独一公司", slug="n-000000000001"))
    before = swapped(259, alone)
    ended = replace(gone(0), number=alone.number)
    after = with_cases(tuple(one(number) for number in range(CASES - 1)), (ended,))
    assert "employers/n-000000000001/index.html" in {page.path for page in plan(before, frames)}
    pages = plan(after, frames)
    assert not [page.path for page in pages if "n-000000000001" in repr(page) or "虚构独一公司" in repr(page)]


def test_an_old_ending_moves_the_rows_after_it_by_one(frames: Frames) -> None:
    """Older pages are full: where a row goes, one of the next newer page takes its place; pages before it stay."""
    ended = replace(gone(0), number=one(60).number)
    left = tuple(one(number) for number in range(CASES) if number != 60)
    found = changed(frames, with_cases(left, (ended,)))
    assert {path for path in found if path.startswith("disclosures/2024/")} == at(
        "disclosures/2024/", *(f"disclosures/2024/page-{number}/" for number in (2, 3, 4))
    )


def test_one_basis_ends_and_another_stays(frames: Frames) -> None:
    """Lists by year, town and industry name the bases; the list of the ended one loses its row, and in the list of the
    other the status may now be shown for longer.
    """
    other = ground(Basis.MAJOR, one(258).since, date(2027, 12, 31))
    both = replace(one(258), grounds=(*one(258).grounds, other))
    found = changed(frames, swapped(258, replace(both, grounds=(other,))), swapped(258, both))
    shared = COUNTS - at("lookup/") | UNITS | NEWS | data("xg-2024-0258")
    assert found == shared | at(
        "",
        "disclosures/xg-2024-0258/",
        f"employers/{slug(258)}/",
        "disclosures/2024/",
        "disclosures/penalties/",
        "disclosures/major-violations/",
        "disclosures/towns/xugoujiazhen/",
        "disclosures/industries/gongchengjianshe/",
    )


def test_a_days_passing_leaves_older_pages_and_units_alone(frames: Frames) -> None:
    later = replace(CITY, portal=replace(CITY.portal, as_of=CITY.portal.as_of + timedelta(days=1)))
    found = changed(frames, later)
    assert "disclosures/2024/index.html" in found
    assert not [path for path in found if "page-" in path or path.startswith("employers/") or "xg-" in path]
    assert "index.html" not in found
