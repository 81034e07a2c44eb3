"""The plan: every file of the site with the digest of what it depends on; a pure value to print, compare and test."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

import msgspec

from generator import routes
from generator.build.beside import aside, beside
from generator.build.inputs import code_digest
from generator.build.manifest import Built
from generator.build.packed import PackedFile, packed_files
from generator.disclosure.public import PublicSite
from generator.law.articles import anchor_of
from generator.pages.data.releases import History
from generator.pages.data.table import table
from generator.pages.engine import Frames
from generator.pages.handouts import HandoutRow
from generator.pages.landing import Download, LandingFile
from generator.pages.plan import HtmlPage, Page
from generator.pages.plan import plan as plan_pages
from generator.posters.bulletin import bulletin_files
from generator.posters.download import HandoutFile, PosterFile, handout_files, poster_files
from generator.posters.handouts.kinds import USES

_WORTH_FORKING: Final = 2_000
"""As many cases as take longer than a process takes to start."""
_WORTH_CARE: Final = 20_000
"""As many as have a table too large to be handed from one process to another, and pages too large to be there twice."""
_WRITE: Final = msgspec.msgpack.Encoder(enc_hook=anchor_of)


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file to be."""

    page: Page | PosterFile | HandoutFile | PackedFile
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
    posters = {routes.file_of(poster.beside): poster for poster in poster_files(site)}
    handouts = tuple(handout_files(site.portal, frames.matter))
    many = _WORTH_FORKING <= len(site.cases) < _WORTH_CARE
    made = aside(lambda: table(site)) if many else None
    planned = plan_pages(site, frames, before, tuple(map(_row, handouts)), made)
    pages = [_offering(page, posters) for page in (*planned, *bulletin_files(site))]
    found = (
        *map(Artefact, pages, _digests(pages, posters, halves=many)),
        *(Artefact(poster, _printed(poster)) for poster in posters.values()),
        *(Artefact(handout, _printed(handout)) for handout in handouts),
    )
    return tuple(sorted(found, key=lambda artefact: artefact.page.path))


def _offering(page: Page, posters: Mapping[str, PosterFile]) -> Page:
    """A landing page with the poster that will lie beside it."""
    poster = posters.get(page.path)
    if poster is None or not isinstance(page, LandingFile):
        return page
    return replace(page, poster=Download(poster.path, poster.order.size, poster.specimen))


def with_packed(artefacts: tuple[Artefact, ...]) -> tuple[Artefact, ...]:
    """The same with a packed copy of every text."""
    pairs = packed_files((artefact.page.path, artefact.inputs) for artefact in artefacts)
    packed = (Artefact(file, digest) for file, digest in pairs)
    return tuple(sorted((*artefacts, *packed), key=lambda artefact: artefact.page.path))


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


def _row(one: HandoutFile) -> HandoutRow:
    handout = one.handout
    return HandoutRow(one.path, handout.name, handout.size, one.pages, USES[handout.kind], one.specimen, one.told)


def _printed(one: PosterFile | HandoutFile) -> str:
    return hashlib.sha256(f"{code_digest()}{one.told}".encode()).hexdigest()


def _digests(pages: Sequence[Page], posters: Mapping[str, PosterFile], *, halves: bool) -> list[str]:
    """That of each page, half of them by another process."""
    begun = _begun(pages)

    def some(first: int, step: int) -> list[str]:
        return [_digest(page, begun, posters) for page in pages[first::step]]

    if not halves:
        return some(0, 1)
    even, odd = beside(lambda: some(0, 2), lambda: some(1, 2))
    return [digest for pair in zip_longest(even, odd, fillvalue="") for digest in pair][: len(pages)]


def _begun(pages: Iterable[Page]) -> Mapping[int, hashlib._Hash]:
    """A digest with the code and the portal in it, for each of the few portals that thousands of pages share."""
    portals = {id(page.portal): page.portal for page in pages if isinstance(page, HtmlPage)}
    return {known: hashlib.sha256(f"{code_digest()}{portal!r}".encode()) for known, portal in portals.items()}


def _digest(page: Page, begun: Mapping[int, hashlib._Hash], posters: Mapping[str, PosterFile]) -> str:
    """Of all the data that a page is made of, its frame's digest included.

    A page that says how large the poster beside it is depends on whatever that one is made of.
    """
    if isinstance(page, HtmlPage):
        seen = begun[id(page.portal)].copy()
        place = (page.path, page.address, page.frame, page.digest, page.card, type(page.subject).__name__)
        seen.update(_WRITE.encode((place, page.subject)))
    else:
        seen = hashlib.sha256(f"{code_digest()}{page!r}".encode())
        if page.path in posters:
            seen.update(posters[page.path].told.encode())
    return seen.hexdigest()
