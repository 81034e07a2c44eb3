"""季度公告 on paper: a document with a table for each unit, archival and tagged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator import routes
from generator.disclosure.public import PublicBulletin, PublicPortal, PublicSite
from generator.posters import glyphs
from generator.posters.glyphs import MissingGlyph

PORTAL_TEXTS: Final = "portal"
"""Stands for the record where a text is no case's but the portal's."""


@dataclass(frozen=True, slots=True)
class BulletinFile:
    """The document of one quarter; it depends on nothing that passes with the days."""

    path: str
    bulletin: PublicBulletin
    publisher: str
    contact: tuple[tuple[str, str], ...]
    """What is known of the office: (电话, …), (地址, …)."""
    address: str | None
    """Of the same on the web; None until the city has named a domain."""
    mark: str
    """样例 or 演示 across every page, on what nobody may publish; else empty."""
    issued: date | None = None
    """成文日期, below the issuer; the copy on the site has none, for it would be another every day."""

    def render(self) -> bytes:
        """PDF/A."""
        from generator.posters.typeset import forget, pdf  # noqa: PLC0415 - Typst, where only a plan is asked for

        made = pdf("bulletin", self._data(), self.bulletin.quarter.after.first)
        if self.bulletin.of > 1:
            forget()
        return made

    def missing(self) -> Iterator[MissingGlyph]:
        """Every character that the font lacks, with the case that it stands in."""
        for annex in self.bulletin.annexes:
            yield from glyphs.missing(annex.number, (line for _, lines in annex.rows for line in lines))
        document = (self.bulletin.title, *self.bulletin.paragraphs, self.publisher, *(text for _, text in self.contact))
        yield from glyphs.missing(PORTAL_TEXTS, iter(document))

    def _data(self) -> dict[str, object]:
        found, day = self.bulletin, self.bulletin.quarter.after.first
        return {
            "title": found.title,
            "quarter": str(found.quarter),
            "publisher": self.publisher,
            "contact": [f"{label}：{text}" for label, text in self.contact],
            "address": self.address,
            "issued": f"{self.issued.year}年{self.issued.month}月{self.issued.day}日" if self.issued else None,
            "mark": self.mark,
            "day": [day.year, day.month, day.day],
            "paragraphs": found.paragraphs,
            "annexes": [{"name": one.name, "sample": one.sample, "rows": one.rows} for one in found.annexes],
            "before": found.before,
            "ended": [[one.number, one.reason] for one in found.ended],
            "lapsed": found.lapsed,
        }


def bulletin_file(bulletin: PublicBulletin, portal: PublicPortal, issued: date | None = None) -> BulletinFile:
    """The document of one quarter."""
    name = str(bulletin.quarter)
    known = tuple((label, text) for label, text in portal.contact if text and label in {"地址", "电话"})
    address = f"{portal.base_url}/{routes.bulletin(name, bulletin.part)}" if portal.base_url else None
    mark = "样例" if bulletin.samples else "演示" if portal.pinned else ""
    path = routes.bulletin_pdf(name, bulletin.part)
    return BulletinFile(path, bulletin, portal.publisher, known, address, mark, issued)


def bulletin_files(site: PublicSite) -> Iterator[BulletinFile]:
    """Those of every quarter."""
    return (bulletin_file(part, site.portal) for one in site.bulletins for part in one.parts())
