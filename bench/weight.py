"""What a phone fetches for each kind of page, packed as it travels: the page, and what its first view asks for."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

_ASKED: Final = re.compile(
    r"""<(?:link\b[^>]*\brel="(?:stylesheet|icon)"[^>]*\bhref|script\b[^>]*\bsrc|img\b[^>]*\bsrc)="([^"?#]+)"""
)
_KINDS: Final = (
    ("landing page of a 安薪码", re.compile(r"Q/.+/index\.html")),
    ("case", re.compile(r"disclosures/[a-z]+-\d{4}-\d+/index\.html")),
    ("unit", re.compile(r"employers/[^/]+/index\.html")),
    ("look-up", re.compile(r"lookup/index\.html")),
    ("names by sound and town", re.compile(r"lookup/.+/index\.html")),
    ("list of cases", re.compile(r"disclosures/.*index\.html")),
    ("laws", re.compile(r"laws/index\.html")),
    ("data", re.compile(r"data/.*index\.html")),
    ("calculator", re.compile(r"tools/.*index\.html")),
    ("lesson", re.compile(r"lessons/.*index\.html")),
    ("home", re.compile(r"index\.html")),
    ("help", re.compile(r"help/.*index\.html")),
    ("other", re.compile(r".*\.html")),
)


@dataclass(frozen=True, slots=True)
class Weight:
    """The heaviest page of a kind, in bytes as they travel."""

    kind: str
    pages: int
    path: str
    html: int
    css: int
    js: int
    other: int
    requests: int

    @property
    def whole(self) -> int:
        """The first view in all."""
        return self.html + self.css + self.js + self.other

    def told(self) -> dict[str, str | int]:
        """As JSON holds it."""
        return {**asdict(self), "whole": self.whole}


def weigh(site: Path) -> list[Weight]:
    """The heaviest page of each kind that the site has, in the order in which kinds are told apart."""
    packed = cache(lambda path: len(gzip.compress((site / path).read_bytes(), mtime=0)))
    found: dict[str, list[Weight]] = {kind: [] for kind, _ in _KINDS}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        kind = next(kind for kind, shape in _KINDS if shape.fullmatch(path))
        asked = sorted(set(_asked(path, file.read_text("utf-8"))))
        sizes = {suffix: sum(packed(one) for one in asked if one.endswith(suffix)) for suffix in (".css", ".js")}
        other = sum(packed(one) for one in asked if not one.endswith((".css", ".js")))
        found[kind].append(Weight(kind, 1, path, packed(path), sizes[".css"], sizes[".js"], other, 1 + len(asked)))
    return [_heaviest(pages) for pages in found.values() if pages]


def _heaviest(pages: list[Weight]) -> Weight:
    most = max(pages, key=lambda one: (one.whole, one.path))
    return Weight(most.kind, len(pages), most.path, most.html, most.css, most.js, most.other, most.requests)


def _asked(path: str, html: str) -> Iterator[str]:
    """The files that the page fetches from its own site before anybody touches it."""
    for match in _ASKED.finditer(html):
        target = match[1]
        if not target.startswith(("data:", "http")):
            yield _joined(PurePosixPath(path).parent, target)


def _joined(folder: PurePosixPath, target: str) -> str:
    parts = [] if target.startswith("/") else list(folder.parts)
    for part in target.strip("/").split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def pages(site: Path, folders: str) -> dict[str, float]:
    """How many pages lie in some folders, and what one of them weighs as it is and packed."""
    sizes = [(len(data), len(gzip.compress(data))) for data in _contents(site, f"{folders}index.html")]
    count = len(sizes)
    return {
        "pages": count,
        "bytes": round(sum(size for size, _ in sizes) / count) if count else 0,
        "packed_bytes": round(sum(packed for _, packed in sizes) / count) if count else 0,
    }


def size(site: Path) -> dict[str, int]:
    """All of a site."""
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return {"files": len(files), "bytes": sum(files)}


def _contents(site: Path, pattern: str) -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted(site.glob(pattern)))
