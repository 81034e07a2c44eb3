"""Atom feeds: new disclosures, and, with the same rank, what has ended or was corrected.

The second names nobody, and the first tells readers to drop an entry that has ended (RFC 6721).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Final
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from generator import routes
from generator.disclosure.public import EndedCase, PublicCase, PublicPortal, PublicSite, in_order
from generator.pages.citation import cite
from generator.pages.data.documents import Correction, corrections, removed

NEWEST: Final = 100
"""Entries of a feed: what a reader that looks in once a month can still catch up with."""

_SPACE: Final = UUID("7b0c1a52-9a0e-4d53-8f0b-5c2c54a2d1aa")
"""Our own name space, so that ids stay the same whatever domain the site gets."""
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADS: Final = {
    routes.FEED: ("新公开的案件", routes.DISCLOSURES),
    routes.REMOVALS_FEED: ("移出与更正", routes.REMOVALS),
}
"""Name of each feed, and the page that says the same."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry before it is written."""

    id: str
    title: str
    address: str
    updated: date
    published: date
    summary: str
    category: str


def disclosures_feed(site: PublicSite) -> bytes:
    """The newest changes first."""
    portal = site.portal
    shown = sorted(
        (one for one in site.cases if not one.sample), key=lambda one: (one.changed, in_order(one.number)), reverse=True
    )
    gone = "".join(_tombstone(portal, one) for one in removed(site)[:NEWEST])
    return _feed(portal, routes.FEED, [_disclosed(portal, one) for one in shown[:NEWEST]], gone)


def removals_feed(site: PublicSite) -> bytes:
    """Endings and corrections together, newest first."""
    portal = site.portal
    entries = [
        *(_ended(portal, one) for one in removed(site)[:NEWEST]),
        *(_corrected(portal, one) for one in corrections(site)[:NEWEST]),
    ]
    newest = sorted(entries, key=attrgetter("updated", "title", "id"), reverse=True)[:NEWEST]
    return _feed(portal, routes.REMOVALS_FEED, newest, "")


def _disclosed(portal: PublicPortal, case: PublicCase) -> Entry:
    sums = [f"拖欠金额{case.amount}" if case.amount else "", f"涉及人数{case.headcount}" if case.headcount else ""]
    said = [*case.violations, *filter(None, sums), f"公开到{case.until.isoformat()}"]
    return Entry(
        id=_id(portal, "disclosure", case.number),
        title=f"{case.employer.name}：{case.status}",
        address=routes.case(case.number),
        updated=case.changed,
        published=case.since,
        summary="，".join(said) + "。",
        category="、".join(ground.basis.heading for ground in case.grounds),
    )


def _ended(portal: PublicPortal, case: EndedCase) -> Entry:
    return Entry(
        id=_id(portal, "removal", case.number),
        title=f"{case.number} {case.how}",
        address=routes.case(case.number),
        updated=case.ended,
        published=case.ended,
        summary=case.reason + (f"依据：{cite(case.articles)}。" if case.articles else "") + "请从您的副本中删除。",
        category=str(case.how),
    )


def _corrected(portal: PublicPortal, correction: Correction) -> Entry:
    number, on, said = correction
    return Entry(
        id=_id(portal, "correction", number, on.isoformat(), said),
        title=f"{number} 更正",
        address=routes.case(number),
        updated=on,
        published=on,
        summary=f"{said}。请改正您的副本。",
        category="更正",
    )


def _id(portal: PublicPortal, *parts: str) -> str:
    return f"urn:uuid:{uuid5(_SPACE, '/'.join((portal.city, *parts)))}"


def _feed(portal: PublicPortal, path: str, entries: Sequence[Entry], extra: str) -> bytes:
    name, page = _HEADS[path]
    updated = max((one.updated for one in entries), default=portal.as_of)
    links = [f'<link rel="alternate" type="text/html" href={_link(portal, path, page)}/>']
    if portal.base_url:
        links.insert(0, f'<link rel="self" type="application/atom+xml" href={_link(portal, path, path)}/>')
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-CN">',
        f"<id>{_id(portal, path)}</id>",
        f"<title>{_plain(f'{portal.title}：{name}')}</title>",
        f"<updated>{_moment(updated)}</updated>",
        f"<author><name>{_plain(portal.publisher)}</name></author>",
        *links,
        *_entries(portal, path, entries),
    ]
    return ("\n".join(lines) + f"\n{extra}</feed>\n").encode()


def _entries(portal: PublicPortal, path: str, entries: Iterable[Entry]) -> Iterable[str]:
    return (
        f"<entry><id>{one.id}</id><title>{_plain(one.title)}</title>"
        f'<link rel="alternate" type="text/html" href={_link(portal, path, one.address)}/>'
        f"<published>{_moment(one.published)}</published><updated>{_moment(one.updated)}</updated>"
        f"<category term={quoteattr(_clean(one.category))}/><summary>{_plain(one.summary)}</summary></entry>"
        for one in entries
    )


def _tombstone(portal: PublicPortal, case: EndedCase) -> str:
    ref = _id(portal, "disclosure", case.number)
    return f'<at:deleted-entry ref="{ref}" when="{_moment(case.ended)}"/>\n'


def _link(portal: PublicPortal, path: str, address: str) -> str:
    """Absolute where the city has a domain, else relative to the feed's own address."""
    return quoteattr(f"{portal.base_url}/{address}" if portal.base_url else routes.to_root(path) + address)


def _moment(on: date) -> str:
    return f"{on.isoformat()}T00:00:00+08:00"


def _plain(text: str) -> str:
    """As a text of XML, which takes two kinds of line ends for one unless they are written as numbers."""
    return escape(_clean(text), {"\r": "&#13;"})


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)
