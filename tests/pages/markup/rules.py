"""The rules: what a page must not do, each as one function that tells every place where it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import urlsplit

from generator import routes
from tests.pages.markup.page import MISSING, Page, Site

Rule = Callable[[Page, Site], Iterator[str]]
Fault = tuple[str, str, str]
"""The rule, the page, and what is wrong there."""

_LINKS: Final = ("href", "src", "action", "formaction", "poster", "data", "{http://www.w3.org/1999/xlink}href")
_REFERENCES: Final = (
    *("for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"),
    *("aria-details", "aria-flowto", "aria-activedescendant", "aria-errormessage"),
)
_SCHEMES: Final = frozenset({"", "https", "tel", "mailto", "data"})
_TELLING: Final = frozenset({"og:url", "og:image", "Url", "Image"})
"""What is said of the page to other programs is a link as well."""


def links(page: Page) -> Iterator[str]:
    """Everything on a page that leads somewhere."""
    yield from page.attributes(*_LINKS)
    for choice in page.attributes("srcset"):
        yield from (one.split()[0] if one.split() else "" for one in choice.split(","))
    for meta in page.root.iter("meta"):
        if (meta.get("name") or meta.get("property")) in _TELLING:
            yield meta.get("content", "")


def parses(page: Page, _: Site) -> Iterator[str]:
    """The parser has nothing to put right."""
    yield from page.errors


def ids_are_unique(page: Page, _: Site) -> Iterator[str]:
    """An id is given once."""
    yield from (name for name, times in page.ids.items() if times > 1 or not name)


def links_say_where(page: Page, _: Site) -> Iterator[str]:
    """No link is empty, and none is a mere `#`."""
    yield from (link for link in links(page) if link.strip() in {"", "#"})


def links_are_safe(page: Page, _: Site) -> Iterator[str]:
    """Whatever leads out does so by https, or to a telephone or a letter; nothing takes the scheme as it comes."""
    for link in links(page):
        parts = urlsplit(link)
        if parts.scheme not in _SCHEMES or (parts.netloc and not parts.scheme):
            yield link


def links_are_relative(page: Page, _: Site) -> Iterator[str]:
    """The site can live below any folder; only the page for missing addresses cannot know where it is."""
    if page.path != MISSING:
        yield from (link for link in links(page) if link.startswith("/") and not link.startswith("//"))


def links_lead_to_a_file(page: Page, site: Site) -> Iterator[str]:
    """The file is one of the site's."""
    for link in links(page):
        found = site.target(page, link)
        if found and found[0] not in site.paths:
            yield link


def links_lead_to_a_place(page: Page, site: Site) -> Iterator[str]:
    """The page that a link leads to has the id that it names."""
    for link in links(page):
        path, place = site.target(page, link) or ("", "")
        if place and path in site.pages and place not in site.pages[path].ids:
            yield link


def references_hold(page: Page, _: Site) -> Iterator[str]:
    """Labels and descriptions are on the page."""
    for value in page.attributes(*_REFERENCES):
        yield from (name for name in value.split() or [""] if name not in page.ids)


def speaks_chinese(page: Page, _: Site) -> Iterator[str]:
    """Readers of screens are told the language."""
    if page.root.get("lang") != "zh-CN":
        yield str(page.root.get("lang"))


def has_one_heading(page: Page, _: Site) -> Iterator[str]:
    """One h1, and words in it."""
    found = page.texts("h1")
    if len(found) != 1 or not all(found):
        yield "、".join(found)


def has_its_own_title(page: Page, site: Site) -> Iterator[str]:
    """A title, and no other page that can be found has the same."""
    head = page.root.find("head")
    found = [] if head is None else ["".join(one.itertext()).strip() for one in head.iter("title")]
    if len(found) != 1 or not all(found) or any(site.titles[one] > 1 for one in found if page.is_found):
        yield "、".join(found)


def has_its_own_description(page: Page, site: Site) -> Iterator[str]:
    """The same of the sentence under it in a list of results."""
    found = [one.strip() for one in page.metas("description")]
    if len(found) != 1 or not all(found) or any(site.descriptions[one] > 1 for one in found if page.is_found):
        yield "、".join(found)


def knows_its_address(page: Page, site: Site) -> Iterator[str]:
    """One canonical address, its own, as soon as there is a domain; whatever cannot be found may go without."""
    found = [one.get("href", "") for one in page.root.iter("link") if one.get("rel") == "canonical"]
    own = [f"{site.base}/{page.path.removesuffix('index.html')}"] if site.base else []
    if found != own and (found or page.is_found):
        yield "、".join(found)


def is_laid_out_once(page: Page, _: Site) -> Iterator[str]:
    """What readers of screens jump by: one main part; a page that a poster opens has no menu to jump over."""
    mains = sum(1 for _ in page.root.iter("main"))
    if mains != 1 or (not page.path.startswith(routes.LANDINGS) and next(page.root.iter("nav"), None) is None):
        yield str(mains)


RULES: Final[tuple[Rule, ...]] = (
    parses,
    ids_are_unique,
    links_say_where,
    links_are_safe,
    links_are_relative,
    links_lead_to_a_file,
    links_lead_to_a_place,
    references_hold,
    speaks_chinese,
    has_one_heading,
    has_its_own_title,
    has_its_own_description,
    knows_its_address,
    is_laid_out_once,
)


def faults(site: Site) -> list[Fault]:
    """Whatever any rule has to say, page by page."""
    return [
        (rule.__name__, page.path, said) for page in site.pages.values() for rule in RULES for said in rule(page, site)
    ]
