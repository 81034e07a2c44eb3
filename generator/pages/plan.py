"""The list of everything the site consists of, as a value: what each file is, and the public data it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from generator import routes
from generator.disclosure.public import PublicPortal, PublicSite, in_order
from generator.pages import cards, outreach
from generator.pages.bulletins.rows import bulletin_rows
from generator.pages.data.files import data_files
from generator.pages.data.releases import History
from generator.pages.data.seal import DataFile
from generator.pages.data.table import Table, table
from generator.pages.employers import employers
from generator.pages.engine import Frames
from generator.pages.frame import Frame
from generator.pages.handouts import HandoutRow
from generator.pages.landing import landings
from generator.pages.lists.cases import Group, case_lists, catalogue, groups, newest
from generator.pages.lists.notices import NoticeList, notice_lists, notices
from generator.pages.lookup.data import lookup_file
from generator.pages.lookup.index import Index, index
from generator.pages.lookup.units import units
from generator.pages.sitemap import robots_file, sitemap_files
from generator.pages.statistics import table_files
from generator.pages.subject import Overview, Subject
from generator.pages.views import (
    BULLETIN,
    CALCULATORS,
    CASE,
    EMPLOYER,
    ENDED,
    LIST,
    MISSING,
    NAMES,
    NOTICES,
    SESSIONS,
    STATISTICS,
)

SHOWN_BY: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "latest": frozenset({"latest-disclosures"}),
        "latest_notices": frozenset({"latest-removals"}),
        "newest": frozenset({"disclosure-list"}),
        "catalogue": frozenset({"list-bases", "list-ways"}),
        "notices": frozenset({"removals"}),
        "directory": frozenset({"lookup-letters", "lookup-towns"}),
        "figures": frozenset({"figures", "outreach-figures"}),
        "statistics": frozenset({*STATISTICS, "open-cases"}),
        "campaigns": frozenset({"campaigns"}),
        "as_of": frozenset({"as-of"}),
        "calculators": CALCULATORS,
        "outreach": frozenset({"outreach-coverage", "outreach-findings"}),
        "year": frozenset({"outreach-calendar", "outreach-towns", "outreach-years", "outreach-summary"}),
        "ahead": frozenset({"outreach-ahead"}),
        "progress": frozenset({"systems-progress"}),
        "campaign_sessions": frozenset({"campaign-sessions"}),
        "bulletins": frozenset({"bulletins"}),
        "handouts": frozenset({"handouts"}),
    }
)
"""Part of an overview → the slots that show it."""

LATEST: Final = 5
"""How many of the newest cases, and of the newest removals and corrections, fit a home page."""
FRONT: Final = 20
"""How many of the newest cases stand on the front page of 曝光台, above the ways to all others."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page poured into a frame."""

    path: str
    """Below `site/`."""
    address: str
    frame: str
    """Source of the frame, e.g. `disclosures/_case.md`."""
    digest: str
    """The frame's own digest, so that a page's `repr` tells all that it depends on."""
    portal: PublicPortal
    subject: Subject
    card: str = cards.SITE
    """The share card that stands for it."""


@dataclass(frozen=True, slots=True)
class AssetFile:
    """A file that is published as it is."""

    path: str
    sha256: str


Page = HtmlPage | AssetFile | DataFile


def plan(
    site: PublicSite,
    frames: Frames,
    before: History | None = None,
    handouts: tuple[HandoutRow, ...] = (),
    made: Callable[[], Table] | None = None,
) -> tuple[Page, ...]:
    """Every file of the site, by path. `frames` must be without faults (see `views.faults`); `handouts` lie beside it.

    `before` is what an earlier site says of its releases; without it the list of releases starts anew. `made` hands
    over the site's table, where somebody has begun to make it.
    """
    lists = groups(site)
    told, *older = notice_lists(notices(site), site.portal.as_of)
    every = units(site.cases)
    names = index(every, site.portal.city)
    portrayed = {card.path: card for card in cards.card_files(_undated(site.portal), frames)}
    poured = (
        *_editorial(frames, site.portal, replace(_whole(site, lists, told, names), handouts=handouts)),
        *_lists(site, frames, lists, older),
        *_records(site, frames),
        *_names(site, frames, names),
        *_sessions(site, frames),
    )
    pages = [_carded(page, portrayed) for page in poured]
    found: tuple[Page, ...] = (
        *_assets(frames),
        *pages,
        *_missing(site, frames),
        *portrayed.values(),
        *sitemap_files(site, ((page.address, page.subject) for page in pages)),
        robots_file(site),
        lookup_file(every, site.portal.as_of),
        *data_files(site, before, made() if made else table(site)),
        *table_files(site),
        *landings(site),
    )
    return tuple(sorted(found, key=lambda page: page.path))


def _carded(page: HtmlPage, portrayed: Mapping[str, DataFile]) -> HtmlPage:
    """The page with the card of its section, where that has one."""
    section, _, _ = page.address.partition("/")
    card = cards.of(section)
    return replace(page, card=card) if card in portrayed else page


def _assets(frames: Frames) -> Iterator[Page]:
    return (AssetFile(asset.path, asset.sha256) for asset in frames.assets)


def _whole(site: PublicSite, lists: Sequence[Group], told: NoticeList, names: Index) -> Overview:
    """All that editorial pages may ask for."""
    return Overview(
        latest=newest(site, LATEST).rows,
        latest_notices=told.sheet.rows[:LATEST],
        newest=newest(site, FRONT),
        catalogue=catalogue(lists),
        notices=told,
        directory=names.directory,
        figures=site.figures,
        statistics=site.statistics,
        campaigns=site.campaigns,
        as_of=site.portal.as_of,
        calculators=site.calculators,
        outreach=replace(site.outreach, sessions=()),
        year=outreach.this_year(outreach.years(site), site.portal.as_of),
        ahead=outreach.ahead(site),
        progress=outreach.progress(site.worksites),
        campaign_sessions=outreach.campaign_sessions(site),
        bulletins=bulletin_rows(site),
    )


def _editorial(frames: Frames, portal: PublicPortal, whole: Overview) -> Iterator[HtmlPage]:
    for frame in frames.pages:
        yield _html(frame, frame.address, _undated(portal), _asked(whole, frame.views))


def _asked(whole: Overview, views: tuple[str, ...]) -> Overview:
    """Only what the page's slots show: a page without records must not change with them."""
    shown = {part: getattr(whole, part) for part, slots in SHOWN_BY.items() if not slots.isdisjoint(views)}
    return Overview(**shown)


def _missing(site: PublicSite, frames: Frames) -> Iterator[Page]:
    frame = _mould(frames, MISSING)
    yield HtmlPage("404.html", "404.html", frame.source, frame.digest, _undated(site.portal), Overview())


def _lists(site: PublicSite, frames: Frames, lists: Sequence[Group], older: Sequence[NoticeList]) -> Iterator[HtmlPage]:
    portal = _undated(site.portal)
    listing, told = _mould(frames, LIST), _mould(frames, NOTICES)
    for one in case_lists(lists, site.portal.as_of):
        yield _html(listing, one.sheet.address, portal, one)
    for page in older:
        yield _html(told, page.sheet.address, portal, page)


def _records(site: PublicSite, frames: Frames) -> Iterator[HtmlPage]:
    portal = _undated(site.portal)
    case_frame, ended_frame, employer_frame = (_mould(frames, source) for source in (CASE, ENDED, EMPLOYER))
    for case in sorted(site.cases, key=lambda case: in_order(case.number)):  # as the cases lie in memory, and are made
        yield _html(case_frame, routes.case(case.number), portal, case)
    for ended in site.ended:
        yield _html(ended_frame, routes.case(ended.number), portal, ended)
    bulletin_frame = _mould(frames, BULLETIN)
    for one in (part for bulletin in site.bulletins for part in bulletin.parts()):
        yield _html(bulletin_frame, routes.bulletin(str(one.quarter), one.part), portal, one)
    for unit in employers(site):
        yield _html(employer_frame, routes.employer(unit.slug), portal, unit)


def _names(site: PublicSite, frames: Frames, names: Index) -> Iterator[HtmlPage]:
    frame, portal = _mould(frames, NAMES), _undated(site.portal)
    return (_html(frame, page.address, portal, page) for page in names.pages)


def _sessions(site: PublicSite, frames: Frames) -> Iterator[HtmlPage]:
    frame, portal = _mould(frames, SESSIONS), _undated(site.portal)
    return (_html(frame, outreach.address(year), portal, year) for year in outreach.years(site))


def _html(frame: Frame, address: str, portal: PublicPortal, subject: Subject) -> HtmlPage:
    return HtmlPage(routes.file_of(address), address, frame.source, frame.digest, portal, subject)


def _mould(frames: Frames, source: str) -> Frame:
    frame = frames.mould(source)
    if frame is None:
        raise LookupError(f"frame without which nothing can be planned: {source}")
    return frame


def _undated(portal: PublicPortal) -> PublicPortal:
    """The portal as pages show it: a date only where it is pinned, so that a day's passing changes only lists."""
    return portal if portal.pinned else replace(portal, as_of=date.min)
