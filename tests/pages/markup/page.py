"""A page as the parser of HTML's own standard reads it, and the site that it stands in."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

from tinyhtml5 import inputstream
from tinyhtml5.parser import HTMLParser

MISSING: Final = "404.html"
_PREFIX: Final = "/some/prefix/"
"""A site may live below any folder of its host."""


@dataclass(frozen=True)
class Page:
    """One page: its tree, and what the parser had to put right in it."""

    path: str
    root: Element
    errors: tuple[str, ...]

    def attributes(self, *names: str) -> Iterator[str]:
        """The values of these attributes, on whatever they stand."""
        return (one.get(name, "") for one in self.root.iter() for name in names if name in one.attrib)

    def metas(self, name: str) -> list[str]:
        """What the page says of itself under this name."""
        return [one.get("content", "") for one in self.root.iter("meta") if one.get("name") == name]

    def texts(self, tag: str) -> list[str]:
        """The words of each element of a kind."""
        return ["".join(one.itertext()).strip() for one in self.root.iter(tag)]

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id is given."""
        return Counter(self.attributes("id"))

    @property
    def is_found(self) -> bool:
        """True where search engines may show it; what has ended, what a poster opens and the page of errors say no."""
        return self.path != MISSING and "noindex" not in self.metas("robots")


class _Classes(dict[tuple[Collection[str], bool], re.Pattern[str]]):
    """Classes of characters, compiled once: the parser means to keep them, and keeps them where it never looks."""

    def __missing__(self, key: tuple[Collection[str], bool]) -> re.Pattern[str]:
        characters, opposite = key
        signs = "".join(map(re.escape, characters))
        made = self[key] = re.compile(f"[{'' if opposite else '^'}{signs}]+")
        return made


inputstream.characters_until_regex = _Classes()


@cache
def read(path: str, data: bytes) -> Page:
    """Parse one page, strictly as UTF-8; most pages are the same in every city, and are read once."""
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(data.decode("utf-8"))
    return Page(path, root, tuple(f"{place}: {code}" for place, code, _ in parser.errors))


@dataclass(frozen=True)
class Site:
    """Every page, and the paths of every file."""

    pages: Mapping[str, Page]
    paths: frozenset[str]
    base: str | None
    """Where it is served; None as long as nobody knows."""

    @cached_property
    def titles(self) -> Counter[str]:
        """How many pages share a title."""
        return Counter(title for page in self.pages.values() if page.is_found for title in page.texts("title"))

    @cached_property
    def descriptions(self) -> Counter[str]:
        """How many pages share a description."""
        return Counter(one for page in self.pages.values() if page.is_found for one in page.metas("description"))

    def target(self, page: Page, link: str) -> tuple[str, str] | None:
        """The file that a link leads to and the place in it; None for one that leads out of the site."""
        prefix = f"{urlsplit(self.base).path}/" if self.base else _PREFIX
        # A page for missing addresses is served at any depth: its links begin where the site does.
        start = "/" if page.path == MISSING and not self.base else prefix
        if self.base and link.startswith(f"{self.base}/"):
            link = prefix + link.removeprefix(f"{self.base}/")
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        found = urlsplit(urljoin(start + page.path, link)).path if parts.path else start + page.path
        path = posixpath.relpath(found, start)
        return (f"{path}/index.html".removeprefix("./") if found.endswith("/") else path), unquote(parts.fragment)


def site(files: Mapping[str, bytes], base: str | None = None, beside: Iterable[str] = ()) -> Site:
    """Read every page among the files; `beside` are paths of files that are made elsewhere."""
    pages = {path: read(path, data) for path, data in files.items() if path.endswith(".html")}
    return Site(pages, frozenset((*files, *beside)), base)
