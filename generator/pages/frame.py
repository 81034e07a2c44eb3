"""A page as the site engine built it, cut once at every place that differs from address to address.

Pure text: what a marker looks like and what a local link is, whichever engine wrote the HTML.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import Final
from urllib.parse import urljoin

from generator import routes

# No HTML document may hold this character, so it cannot be mistaken for text.
_CUT: Final = "\0"
_ROOT: Final = "root"
_TITLE: Final = "title"
_DESCRIPTION: Final = "description"
_TAGS: Final = "tags"
_VIEW: Final = "view:"

_MARKER: Final = re.compile(r"\s*view:\s*([a-z][a-z0-9-]*)\s*")
_ATTRIBUTE: Final = re.compile(r"(?P<name>[^\s=>/\"']+)(?P<equals>\s*=\s*)(?P<value>\"[^\"]*\"|'[^']*'|[^\s>]+)")
_LINKS: Final = frozenset({"href", "src", "action", "formaction", "poster", "data"})
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//|[#?]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What the browser's title bar, a search engine and a shared link say of a page."""

    title: str
    description: str
    tags: str
    """HTML for the end of the head: everything else that differs from page to page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One built page with its slots."""

    source: str
    """Path below `content/pages`, e.g. `disclosures/_case.md`."""
    address: str
    title: str
    description: str
    parts: tuple[str, ...]
    """Text and the names of holes, in turns."""
    digest: str

    @property
    def views(self) -> tuple[str, ...]:
        """The views that fill this frame's slots, in reading order, each once."""
        named = (hole.removeprefix(_VIEW) for hole in self.parts[1::2] if hole.startswith(_VIEW))
        return tuple(dict.fromkeys(named))

    def pour(self, address: str, head: Head, slots: Mapping[str, str], root: str | None = None) -> str:
        """The page at `address`, every local link written relative to it, or below `root` where that is given.

        Raises KeyError when a view of the frame is not among `slots`.
        """
        filling = {f"{_VIEW}{name}": html for name, html in slots.items()}
        filling[_ROOT] = routes.to_root(address) if root is None else root
        filling[_TITLE] = escape(head.title)
        filling[_DESCRIPTION] = escape(head.description)
        filling[_TAGS] = head.tags
        pieces = list(self.parts)
        pieces[1::2] = [filling[hole] for hole in self.parts[1::2]]
        return "".join(pieces)


def parse(source: str, address: str, html: str, versions: Mapping[str, str]) -> Frame:
    """Cut a built page; a link to a file in `versions` carries its version, so that no phone keeps an old one."""
    text = html.replace(_CUT, "")
    scanner = _Scanner(text, address, versions)
    parts = tuple(scanner.cut().split(_CUT))
    digest = hashlib.sha256(repr((address, parts)).encode()).hexdigest()
    return Frame(source, address, scanner.title, scanner.description, parts, digest)


def _hole(name: str) -> str:
    return f"{_CUT}{name}{_CUT}"


class _Scanner(HTMLParser):
    """Finds what to cut by the rules of HTML, so that a marker inside code, an attribute or a script stays text."""

    def __init__(self, html: str, address: str, versions: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.title = ""
        self.description = ""
        self._html = html
        self._address = address
        self._versions = versions
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._cuts: list[tuple[int, int, str]] = []
        self._title_from: int | None = None

    def cut(self) -> str:
        """The text with every hole named between two cut marks."""
        self.feed(self._html)
        self.close()
        pieces: list[str] = []
        done = 0
        for start, end, replacement in self._cuts:
            pieces += (self._html[done:start], replacement)
            done = end
        return "".join(pieces) + self._html[done:]

    def handle_comment(self, data: str) -> None:
        """A marker is a comment and nothing else."""
        found = _MARKER.fullmatch(data)
        if found:
            self._replace(len(f"<!--{data}-->"), _hole(f"{_VIEW}{found[1]}"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Local links, and what the page says of itself in its head."""
        raw = self.get_starttag_text() or ""
        named = dict(attrs)
        if tag == "title" and not self.title:
            self._title_from = self._here() + len(raw)
        elif tag == "meta" and named.get("name") == "description":
            self.description = named.get("content") or ""
            self._replace(len(raw), f'<meta name="description" content="{_hole(_DESCRIPTION)}">')
        elif tag == "link" and named.get("rel") == "canonical":
            self._replace(len(raw), "")
        else:
            relocated = _ATTRIBUTE.sub(self._relocate, raw)
            if relocated != raw:
                self._replace(len(raw), relocated)

    def handle_endtag(self, tag: str) -> None:
        """The title ends; the head ends, where the page's own tags go."""
        if tag == "title" and self._title_from is not None:
            self.title = unescape(self._html[self._title_from : self._here()]).strip()
            self._cuts.append((self._title_from, self._here(), _hole(_TITLE)))
            self._title_from = None
        elif tag == "head":
            self._replace(0, _hole(_TAGS))

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _replace(self, length: int, replacement: str) -> None:
        self._cuts.append((self._here(), self._here() + length, replacement))

    def _relocate(self, attribute: re.Match[str]) -> str:
        value = unescape(attribute["value"].strip("\"'"))
        if attribute["name"].lower() not in _LINKS or not value or _ELSEWHERE.match(value):
            return attribute[0]
        target = urljoin(f"/{self._address}", value).lstrip("/")
        version = self._versions.get(target)
        stamped = f"{target}?v={version}" if version else target
        return f'{attribute["name"]}{attribute["equals"]}"{_hole(_ROOT)}{escape(stamped)}"'
