"""The plan: every file of the site with the digest of what it depends on; a pure value to print, compare and test."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.build.inputs import code_digest
from generator.build.manifest import Built
from generator.disclosure.public import PublicSite
from generator.pages.data.releases import History
from generator.pages.engine import Frames
from generator.pages.plan import Page
from generator.pages.plan import plan as plan_pages


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
    return tuple(Artefact(page, _digest(page)) for page in plan_pages(site, frames, before))


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


def _digest(page: Page) -> str:
    """A page's repr tells all the data it is made of, its frame's digest included."""
    return hashlib.sha256(f"{code_digest()}\0{page!r}".encode()).hexdigest()
