"""The index: every name on its shelves, every leaf one click from the look-up, no name that outlives its cases."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from generator.disclosure.public import Basis, PublicCase, PublicSite
from generator.pages.engine import Frames
from generator.pages.lookup.index import LEAF, Directory, NamePage, index
from generator.pages.lookup.units import units
from generator.pages.plan import HtmlPage, plan
from generator.pages.render import render
from generator.pages.slugs import slugs
from tests.pages.casebook import LISTED, SITE, case, ground

SHOWN = ground(Basis.MAJOR, date(2026, 1, 1), date(2029, 1, 1))


def shelves(*cases: PublicCase) -> dict[str, list[str]]:
    """Address → names, in order."""
    pages = index(units(cases), "虚构市").pages
    return {page.address: [entry.name for entry in page.entries] for page in pages}


def named(number: int, name: str, town: str | None = None) -> PublicCase:
    return replace(case(f"xg-2026-{number:04}", name, SHOWN), town=town)


def test_a_name_stands_as_written_and_without_its_place() -> None:
    assert shelves(named(1, "浙江景和建设"), named(2, "虚构市单氏五金"), named(3, "3号厂")) == {
        "lookup/d/": ["虚构市单氏五金"],
        "lookup/j/": ["浙江景和建设"],
        "lookup/s/": ["虚构市单氏五金"],
        "lookup/x/": ["虚构市单氏五金"],
        "lookup/z/": ["浙江景和建设"],
        "lookup/other/": ["3号厂"],
    }


def test_a_unit_stands_in_each_of_its_towns_with_all_its_cases() -> None:
    cases = (named(1, "甲厂", "样例镇"), named(2, "甲厂", "东样街道"), named(3, "乙厂", "样例镇"), named(4, "丙厂"))
    assert {address: names for address, names in shelves(*cases).items() if "towns" in address} == {
        "lookup/towns/dongyangjiedao/": ["甲厂"],
        "lookup/towns/yanglizhen/": ["甲厂", "乙厂"],
    }
    page = next(page for page in index(units(cases), "虚构市").pages if page.shelf == "towns/dongyangjiedao")
    assert [number for number, *_ in page.entries[0].cases] == ["xg-2026-0001", "xg-2026-0002"]


def test_towns_have_the_addresses_that_they_have_in_the_lists() -> None:
    """Two that sound alike carry the same mark here and there."""
    towns = ("李镇", "里镇", "样例镇")
    pages = index(units(tuple(named(at, f"甲{at}厂", town) for at, town in enumerate(towns, 1))), "虚构市").pages
    assert {page.shelf for page in pages if page.shelf.startswith("towns/")} == {
        f"towns/{slug}" for slug in slugs(towns).values()
    }


def test_a_long_shelf_is_cut_and_each_leaf_says_where_it_begins() -> None:
    cases = [named(at + 1, f"甲{chr(0x4E00 + at)}厂") for at in range(LEAF + 1)]
    found = index(units(tuple(cases)), "虚构市")
    (shelf,) = found.directory.letters
    assert (shelf.label, shelf.count, [leaf.address for leaf in shelf.leaves]) == (
        "J",
        LEAF + 1,
        ["lookup/j/", "lookup/j/page-2/"],
    )
    assert [(page.number, page.of, len(page.entries)) for page in found.pages] == [(1, 2, LEAF), (2, 2, 1)]
    assert [leaf.begins.split()[0] for leaf in shelf.leaves] == ["jia", "jia"]
    assert sorted(entry.name for page in found.pages for entry in page.entries) == sorted(
        one.employer.name for one in cases
    )


def test_nothing_public_nothing_on_the_shelves() -> None:
    assert index((), "虚构市").directory == Directory((), ())


def linked(text: str) -> list[str]:
    return re.findall(r'<a href="\.\./([^"]*)"', text)


def test_every_leaf_and_case_is_three_clicks_from_home_with_ten_thousand_cases(frames: Frames) -> None:
    cases = tuple(named(at, f"虚构{chr(0x4E00 + at % 7000)}{chr(0x4E00 + at % 83)}厂") for at in range(10_000))
    pages = {
        page.address: page
        for page in plan(replace(SITE, cases=cases), frames)
        if isinstance(page, HtmlPage) and page.address.startswith(("lookup/", "disclosures/xg"))
    }
    leaves = [one for one in pages if one.startswith("lookup/") and one != "lookup/"]
    assert set(leaves) <= set(linked(render(pages["lookup/"], frames).decode()))
    numbers: set[str] = set()
    for address in leaves:
        page = pages[address].subject
        assert isinstance(page, NamePage)
        assert len(page.entries) <= LEAF
        numbers |= {number for entry in page.entries for number, *_ in entry.cases}
    assert numbers == {one.number for one in cases}
    last = render(pages["lookup/x/page-2/"], frames).decode()
    assert len(re.findall(r'href="\.\./\.\./\.\./disclosures/xg-2026-\d{4}/"', last)) >= LEAF


def html(frames: Frames, site: PublicSite, address: str) -> str:
    page = next(page for page in plan(site, frames) if isinstance(page, HtmlPage) and page.address == address)
    return render(page, frames).decode()


def test_a_leaf_says_until_when_it_may_say_what(frames: Frames) -> None:
    """The listed unit's case ends in 2029, a second one of the same unit, a reprint, in 2031."""
    reprint = replace(LISTED, number="xg-2026-0009", grounds=(ground(Basis.MEDIA, date(2026, 1, 1), date(2031, 1, 1)),))
    text = html(frames, replace(SITE, cases=(LISTED, reprint)), "lookup/x/")
    assert re.findall(r'<(?:li|span)[^>]* data-until="([^"]*)"', text) == ["2031-01-01", "2029-12-31", "2029-12-31"]
    assert text.count('<span class="badge">样例</span>') == 2
    assert "91000000MA00000825" in text


def test_the_look_up_names_no_unit_itself(frames: Frames) -> None:
    text = html(frames, SITE, "lookup/")
    assert [one.employer.name for one in SITE.cases if one.employer.name in text] == []


def test_a_change_elsewhere_leaves_a_leaf_as_it_is(frames: Frames) -> None:
    before = replace(SITE, cases=(named(1, "甲厂"), named(2, "乙厂")))
    later = (
        replace(named(1, "甲厂"), grounds=(replace(SHOWN, until=SHOWN.until + timedelta(days=1)),)),
        named(2, "乙厂"),
    )
    changed = {page.path for page in set(plan(before, frames)) ^ set(plan(replace(SITE, cases=later), frames))}
    assert {path for path in changed if path.startswith("lookup/")} == {"lookup/data.json", "lookup/j/index.html"}
