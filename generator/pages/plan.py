"""The list of everything the site consists of, as a value: what each file is, and the public data it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from generator import routes
from generator.disclosure.public import PublicPortal, PublicSite
from generator.pages.data import index_file
from generator.pages.engine import Frames
from generator.pages.frame import Frame
from generator.pages.landing import landings
from generator.pages.subject import CaseList, Overview, Subject, lists
from generator.pages.views import CASE, ENDED, LIST, MISSING

LATEST = 6
"""Rows of the newest cases that fit a home page."""


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


@dataclass(frozen=True, slots=True)
class AssetFile:
    """A file that is published as it is."""

    path: str
    sha256: str


class DataFile(Protocol):
    """A file made of public data alone, without a frame: a frozen value whose `repr` tells all it depends on."""

    @property
    def path(self) -> str:
        """Below `site/`."""

    def render(self) -> bytes:
        """Its bytes, the same in any process."""


Page = HtmlPage | AssetFile | DataFile


def plan(site: PublicSite, frames: Frames) -> tuple[Page, ...]:
    """Every file of the site, by path. `frames` must be without faults (see `views.faults`)."""
    found = (
        *_assets(frames),
        *_editorial(site, frames),
        *_missing(site, frames),
        *_records(site, frames),
        index_file(site),
        *landings(site),
    )
    return tuple(sorted(found, key=lambda page: page.path))


def _assets(frames: Frames) -> Iterator[Page]:
    return (AssetFile(asset.path, asset.sha256) for asset in frames.assets)


def _editorial(site: PublicSite, frames: Frames) -> Iterator[Page]:
    every = lists(site)[0]
    portal = _undated(site.portal)
    for frame in frames.pages:
        yield _html(frame, frame.address, portal, _overview(site, every, frame.views))


def _overview(site: PublicSite, every: CaseList, views: tuple[str, ...]) -> Overview:
    """Only what the page's slots show: a page without records must not change with them."""
    listed = {"latest-disclosures", "lists"} & set(views)
    dated = {"latest-disclosures", "as-of"} & set(views)
    return Overview(
        latest=every.rows[:LATEST] if "latest-disclosures" in views else (),
        everything=every if "disclosure-list" in views else None,
        catalogue=every.catalogue if listed else None,
        figures=site.figures if "figures" in views else (),
        as_of=every.as_of if dated else None,
    )


def _missing(site: PublicSite, frames: Frames) -> Iterator[Page]:
    frame = _mould(frames, MISSING)
    yield HtmlPage("404.html", "404.html", frame.source, frame.digest, _undated(site.portal), Overview())


def _records(site: PublicSite, frames: Frames) -> Iterator[Page]:
    portal = _undated(site.portal)
    listing, case_frame, ended_frame = (_mould(frames, source) for source in (LIST, CASE, ENDED))
    for one in lists(site)[1:]:
        yield _html(listing, one.address, portal, one)
    for case in site.cases:
        yield _html(case_frame, routes.case(case.number), portal, case)
    for ended in site.ended:
        yield _html(ended_frame, routes.case(ended.number), portal, ended)


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
