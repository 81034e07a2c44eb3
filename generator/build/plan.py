"""The plan: every file of the site with the digest of what it depends on; a pure value to print, compare and test."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from generator.build.inputs import code_digest
from generator.build.manifest import Built
from generator.disclosure.public import PublicSite
from generator.pages.data.releases import History
from generator.pages.engine import Frames
from generator.pages.plan import HtmlPage, Page
from generator.pages.plan import plan as plan_pages

_WRITE: Final = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file to be."""

    page: Page
    inputs: str
    """SHA-256 of everything its bytes depend on, the generator's own code included."""


@dataclass(frozen=True, slots=True)
class Change:
    """How a plan differs from what was built before, as sorted paths."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def plan(site: PublicSite, frames: Frames, before: History | None = None) -> tuple[Artefact, ...]:
    """Every file of the site, by path."""
    pages = plan_pages(site, frames, before)
    portals = {id(page.portal): repr(page.portal) for page in pages if isinstance(page, HtmlPage)}
    return tuple(Artefact(page, _digest(page, portals)) for page in pages)


def compare(artefacts: tuple[Artefact, ...], before: Mapping[str, Built]) -> Change:
    """What a build would do."""
    now = {artefact.page.path: artefact.inputs for artefact in artefacts}
    old = {path: built.inputs for path, built in before.items()}
    return Change(
        new=tuple(path for path in now if path not in old),
        changed=tuple(path for path in now if path in old and old[path] != now[path]),
        kept=tuple(path for path in now if old.get(path) == now[path]),
        removed=tuple(sorted(old.keys() - now.keys())),
    )


def _digest(page: Page, portals: Mapping[int, str]) -> str:
    """Of all the data that a page is made of, its frame's digest included; thousands of pages share one portal."""
    seen = hashlib.sha256(code_digest().encode())
    if isinstance(page, HtmlPage):
        place = (page.path, page.address, page.frame, page.digest, page.card, type(page.subject).__name__)
        seen.update(f"{place!r}{portals[id(page.portal)]}".encode())
        seen.update(_WRITE.encode(page.subject))
    else:
        seen.update(repr(page).encode())
    return seen.hexdigest()
