"""What a page says of itself to other programs: its address, its share card, the tags of government websites.

The names of the tags are those of 《政府网站发展指引》 (国办发〔2017〕47号). Columns are named by the theme, which has
the menu; here is the site and, for a case, the content. What is not known is left out, never made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final
from urllib.parse import urlsplit

from generator import routes
from generator.disclosure.public import Basis, PublicCase
from generator.pages.plan import HtmlPage

Pairs = tuple[tuple[str, str | None], ...]
_FEEDS: Final = (("新公开的案件", routes.FEED), ("移出与更正", routes.REMOVALS_FEED))


def tags(page: HtmlPage, root: str, address: str | None, title: str, description: str) -> str:
    """The end of the head; `address` is absolute, None where there is no domain or no one place.

    Written here and not in a template: every page has one, and a template would take a third of the page's time.
    """
    case = page.subject if isinstance(page.subject, PublicCase) else None
    image = f"{page.portal.base_url}/{page.card}" if page.portal.base_url else None
    graph = (
        ("og:site_name", page.portal.title),
        ("og:type", "article" if case else "website"),
        ("og:title", title),
        ("og:description", description),
        ("og:locale", "zh_CN"),
        ("og:url", address),
        ("og:image", image),
    )
    feeds = (
        f'<link rel="alternate" type="application/atom+xml" title="{label}" href="{root}{feed}">'
        for label, feed in _FEEDS
    )
    canonical = (f'<link rel="canonical" href="{escape(address)}">',) if address else ()
    named = (*_site(page), *_content(page, case, address, image))
    return "\n".join((*_metas("name", named), *_metas("property", graph), *feeds, *canonical, ""))


def _metas(key: str, pairs: Pairs) -> Iterator[str]:
    """One tag for each pair whose value is known."""
    return (f'<meta {key}="{name}" content="{escape(value)}">' for name, value in pairs if value)


def _site(page: HtmlPage) -> Pairs:
    registered = dict(page.portal.registrations)
    return (
        ("SiteName", page.portal.title),
        ("SiteDomain", urlsplit(page.portal.base_url).netloc if page.portal.base_url else None),
        ("SiteIDCode", registered.get("网站标识码")),
    )


def _content(page: HtmlPage, case: PublicCase | None, address: str | None, image: str | None) -> Pairs:
    if case is None:
        return ()
    grounds = tuple(ground.basis.heading for ground in case.grounds)
    return (
        ("ArticleTitle", case.employer.name),
        ("PubDate", case.since.isoformat()),
        ("ContentSource", _source(case) or page.portal.publisher),
        ("Keywords", ",".join((*case.violations, *grounds))),
        ("Image", image),
        ("Url", address),
    )


def _source(case: PublicCase) -> str | None:
    """The report that a case is reprinted from; None where the bureau itself has something to publish."""
    reprinted = all(ground.basis is Basis.MEDIA for ground in case.grounds)
    return next((ground.source for ground in case.grounds), None) if reprinted else None
