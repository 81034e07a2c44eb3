"""`sitemap.xml` and `robots.txt`: what search engines may read, and since when it is as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, assert_never
from xml.sax.saxutils import escape

from generator import routes
from generator.disclosure.public import EndedCase, PublicBulletin, PublicCase, PublicSite
from generator.pages.employers import EmployerPage
from generator.pages.lists.cases import CaseList
from generator.pages.lists.notices import NoticeList
from generator.pages.lists.row import Row
from generator.pages.lookup.index import NamePage
from generator.pages.outreach import OutreachYear
from generator.pages.subject import Overview, Subject

LIMIT: Final = 50_000
"""Addresses in one file, by the protocol (sitemaps.org)."""
_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"

Entry = tuple[str, date | None]
"""An address of the site, and the day its content last changed; None where nobody knows."""


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """A list of pages, or of such lists where there are too many for one."""

    path: str
    base_url: str
    kind: str
    """urlset of pages or sitemapindex of files."""
    entries: tuple[Entry, ...]

    def render(self) -> bytes:
        """XML, in the order of the entries."""
        item = "url" if self.kind == "urlset" else "sitemap"
        lines = (self._line(item, address, changed) for address, changed in self.entries)
        opening = f'<?xml version="1.0" encoding="UTF-8"?>\n<{self.kind} xmlns="{_NAMESPACE}">\n'
        return "".join((opening, *lines, f"</{self.kind}>\n")).encode()

    def _line(self, item: str, address: str, changed: date | None) -> str:
        dated = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        return f"<{item}><loc>{escape(f'{self.base_url}/{address}')}</loc>{dated}</{item}>\n"


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """`robots.txt`. A demonstration holds invented firms, which no search engine should learn of."""

    path: str
    closed: bool
    sitemap: str | None
    """Absolute address; None where the city has named no domain."""

    def render(self) -> bytes:
        """Plain text."""
        rule = "Disallow: /" if self.closed else "Allow: /"
        last = f"\nSitemap: {self.sitemap}\n" if self.sitemap and not self.closed else ""
        return f"User-agent: *\n{rule}\n{last}".encode()


def robots_file(site: PublicSite) -> RobotsFile:
    """What search engines may do on this site."""
    base = site.portal.base_url
    return RobotsFile(routes.ROBOTS, site.portal.demonstration, f"{base}/{routes.SITEMAP}" if base else None)


def sitemap_files(site: PublicSite, pages: Iterable[tuple[str, Subject]]) -> Iterator[SitemapFile]:
    """The sitemap of these pages, in several files where one may not hold them; none without a domain."""
    base = site.portal.base_url
    if base is None:
        return
    changed = _changed(site)
    entries = tuple(sorted((address, changed(subject)) for address, subject in pages if _is_real(subject)))
    if len(entries) <= LIMIT:
        yield SitemapFile(routes.SITEMAP, base, "urlset", entries)
        return
    parts = [entries[start : start + LIMIT] for start in range(0, len(entries), LIMIT)]
    names = [routes.sitemap_part(number) for number in range(1, len(parts) + 1)]
    yield SitemapFile(routes.SITEMAP, base, "sitemapindex", tuple((name, None) for name in names))
    yield from (SitemapFile(name, base, "urlset", part) for name, part in zip(names, parts, strict=True))


def _is_real(subject: Subject) -> bool:
    """What was ended asks not to be found, and what is invented is no news."""
    match subject:
        case PublicCase():
            return not subject.sample
        case EmployerPage():
            return not all(row.sample for row in subject.rows)
        case OutreachYear():
            return not all(one.sample for month in subject.months for one in month.sessions)
        case PublicBulletin():
            return not subject.samples
        case EndedCase():
            return False
        case _:
            return True


def _changed(site: PublicSite) -> Callable[[Subject], date | None]:
    """When the content of a page last changed: of a case by its record, of a list by its rows and by what has left."""
    days = {case.number: case.changed for case in site.cases}
    left = max((ended.ended for ended in site.ended), default=date.min)

    def of_rows(rows: Iterable[Row]) -> date | None:
        newest = max((left, *(days[row.number] for row in rows)))
        return newest if newest > date.min else None

    def changed(subject: Subject) -> date | None:
        match subject:
            case PublicCase():
                return subject.changed
            case CaseList():
                return of_rows(subject.sheet.rows)
            case EmployerPage():
                return of_rows(subject.rows)
            case NoticeList():
                return max((notice.on for notice in subject.sheet.rows), default=None)
            case Overview():
                if subject.notices:
                    return changed(subject.notices)
                return of_rows(subject.newest.rows) if subject.newest else None
            case EndedCase() | NamePage() | OutreachYear() | PublicBulletin():
                return None
            case _:
                assert_never(subject)

    return changed
