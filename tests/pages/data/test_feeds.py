"""Atom feeds, read with the standard library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from generator.disclosure.public import Ending, PublicSite
from generator.pages.data.feeds import NEWEST
from tests.pages.casebook import EMPTY, ENDED, HOSTILE, PENALISED, SITE
from tests.pages.data.opened import OPEN, TRICKY, WHOLE, files

ATOM = {"a": "http://www.w3.org/2005/Atom", "at": "http://purl.org/atompub/tombstones/1.0"}


def feed(name: str, site: PublicSite = WHOLE) -> ET.Element:
    return ET.fromstring(files(site)[f"feeds/{name}.xml"])  # noqa: S314 - our own bytes, made in this line


def entries(name: str, site: PublicSite = WHOLE) -> list[Mapping[str, str]]:
    return [_entry(one) for one in feed(name, site).findall("a:entry", ATOM)]


def _entry(one: ET.Element) -> Mapping[str, str]:
    link = one.find("a:link", ATOM)
    texts = {key: one.findtext(f"a:{key}", "", ATOM) for key in ("id", "title", "updated", "published", "summary")}
    return texts | {"link": link.get("href", "") if link is not None else ""}


def test_new_disclosures_newest_change_first() -> None:
    site = replace(WHOLE, cases=(replace(OPEN, changed=date(2026, 8, 3)), TRICKY, PENALISED))
    found = entries("disclosures", site)
    assert [(one["title"], one["published"][:10], one["updated"]) for one in found] == [
        ("虚构甲建筑劳务有限公司：已列入失信联合惩戒名单", "2026-07-27", "2026-08-03T00:00:00+08:00"),
        ('=HYPERLINK("x")虚构丙，厂：已作出行政处罚决定', "2026-05-01", "2026-05-01T00:00:00+08:00"),
        (f"{PENALISED.employer.name}：已作出行政处罚决定", "2026-03-09", "2026-03-09T00:00:00+08:00"),
    ]
    assert found[0]["summary"] == "拖欠工资，拖欠金额100余万元，涉及人数20余名，公开到2029-12-31。"
    assert found[0]["link"] == "../disclosures/xg-2026-0001/"


def test_removals_and_corrections_by_date_and_without_names() -> None:
    site = replace(
        WHOLE, ended=(ENDED, replace(ENDED, number="xg-2024-0007", ended=date(2026, 9, 1), how=Ending.REMOVED))
    )
    found = entries("removals", site)
    assert [(one["title"], one["updated"][:10]) for one in found] == [
        ("xg-2024-0007 移出名单", "2026-09-01"),
        ("xg-2026-0001 更正", "2026-08-03"),
        ("xg-2022-0001 公示期满", "2025-01-01"),
    ]
    assert found[2]["summary"] == (
        "公示期满，依法停止公开。依据：《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十七条。请从您的副本中删除。"
    )
    assert found[1]["summary"] == "人数由21名更正为20余名（原文书笔误）。请改正您的副本。"
    assert not [case for case in site.cases if case.employer.name in files(site)["feeds/removals.xml"].decode()]


def test_a_reader_is_told_to_drop_what_has_ended() -> None:
    shown = {one["title"]: one["id"] for one in entries("disclosures", replace(WHOLE, cases=(OPEN,)))}
    over = replace(ENDED, number=OPEN.number, ended=date(2026, 10, 1))
    gone = feed("disclosures", replace(WHOLE, cases=(), ended=(over,))).findall("at:deleted-entry", ATOM)
    assert [(one.get("ref"), one.get("when")) for one in gone] == [(*shown.values(), "2026-10-01T00:00:00+08:00")]


def test_ids_are_stable_and_each_its_own() -> None:
    found = [one["id"] for name in ("disclosures", "removals") for one in entries(name)]
    assert len(found) == len(set(found)) == 7
    moved = replace(WHOLE, portal=replace(WHOLE.portal, base_url="https://portal.example", as_of=date(2027, 1, 1)))
    assert [one["id"] for name in ("disclosures", "removals") for one in entries(name, moved)] == found
    other = replace(WHOLE, portal=replace(WHOLE.portal, city="虚构别市"))
    assert not set(found) & {one["id"] for name in ("disclosures", "removals") for one in entries(name, other)}
    assert all(one.startswith("urn:uuid:") for one in found)


def test_with_a_domain_links_are_absolute() -> None:
    site = replace(WHOLE, portal=replace(WHOLE.portal, base_url="https://portal.example/x"))
    links = {one.get("rel"): one.get("href") for one in feed("removals", site).findall("a:link", ATOM)}
    assert links == {
        "self": "https://portal.example/x/feeds/removals.xml",
        "alternate": "https://portal.example/x/disclosures/removals/",
    }
    assert entries("disclosures", site)[0]["link"].startswith("https://portal.example/x/disclosures/xg-")
    assert [one.get("rel") for one in feed("removals").findall("a:link", ATOM)] == ["alternate"]


def test_hostile_text_stays_text() -> None:
    assert f"{HOSTILE}：已作出行政处罚决定" in [one["title"] for one in entries("disclosures", SITE)]
    odd = replace(TRICKY, status="一\x00\x0b二")
    assert entries("disclosures", replace(SITE, cases=(odd,)))[0]["title"].endswith("一\ufffd\ufffd二")


def test_a_feed_holds_the_newest_hundred() -> None:
    days = [date(2026, 1, 1) + timedelta(days) for days in range(NEWEST + 5)]
    cases = tuple(replace(TRICKY, number=f"xg-2026-{at:04}", changed=on) for at, on in enumerate(days))
    ended = tuple(replace(ENDED, number=f"xg-2025-{at:04}", ended=on) for at, on in enumerate(days))
    for name, site in (
        ("disclosures", replace(SITE, cases=cases)),
        ("removals", replace(SITE, ended=ended, cases=(OPEN,))),
    ):
        found = [one["updated"][:10] for one in entries(name, site)]
        assert (len(found), found[0], found) == (
            NEWEST,
            days[-1].isoformat() if name == "disclosures" else "2026-08-03",
            sorted(found, reverse=True),
        )


def test_what_is_updated_is_the_newest_entry() -> None:
    assert feed("removals").findtext("a:updated", "", ATOM) == "2026-08-03T00:00:00+08:00"
    assert feed("removals", EMPTY).findtext("a:updated", "", ATOM) == "2026-11-01T00:00:00+08:00"
    assert feed("removals").findtext("a:author/a:name", "", ATOM) == WHOLE.portal.publisher
    assert feed("removals").findtext("a:title", "", ATOM) == "虚构安薪：移出与更正"
