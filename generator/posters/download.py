"""Print files that the site offers: the poster beside a landing page, the hand-outs beside the lessons."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import Final

from generator import routes
from generator.course.matter import Matter
from generator.disclosure.public import PublicPortal, PublicSite
from generator.posters.batch import PrintFile, Rejected, Site, Wanted, WantedHandout, lacking, produce
from generator.posters.compose import Order, facts, is_specimen
from generator.posters.glyphs import MissingGlyph
from generator.posters.handouts.compose import facts as handout_facts
from generator.posters.handouts.compose import sides
from generator.posters.handouts.kinds import Handout, handouts
from generator.posters.product import Product

EDITION: Final = date(2026, 11, 29)
"""The day that these files carry, that of their design: with the day of the records each would be new every morning."""
_ORDER: Final = Order(Product.POSTER, "A4")
_PROGRAMS: Final = ("typst", "pypdfium2", "zxing-cpp", "justmytype-intl-cjk")
"""What sets a poster and what proves it; a new version of any may make another file."""


@dataclass(frozen=True, slots=True)
class PosterFile:
    """The poster of one worksite, or of the whole city, still to be made."""

    path: str
    """Below `site/`."""
    beside: str
    """Address of the page that offers it."""
    order: Order
    site: Site
    told: str
    """Digest of all that its bytes depend on, this program's own code apart."""
    portal: PublicPortal = field(repr=False)

    @property
    def code(self) -> str | None:
        """Whose poster it is; None for the whole city."""
        return self.site.code if self.site else None

    @property
    def specimen(self) -> bool:
        """True where it must not be hung up."""
        return is_specimen(self.portal, self.site)

    def missing(self) -> Iterator[MissingGlyph]:
        """Characters that would be printed as boxes."""
        return lacking(self._wanted, facts(self.order, self.portal, self.site))

    def produce(self) -> PrintFile | Rejected:
        """Set it and prove it, as a batch for the print shop would be."""
        return produce(self._wanted, self.portal)

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self.path, self.order, (self.site,))


def poster_files(site: PublicSite) -> Iterator[PosterFile]:
    """One for the whole city, and one for every code that is in use; a code that was revoked has none."""
    portal = replace(site.portal, as_of=EDITION)
    for one in (None, *site.worksites):
        code = one.code if one else None
        beside = routes.landing(code) if code else routes.LANDINGS
        told = repr((_ORDER, facts(_ORDER, portal, one), EDITION, _programs()))
        yield PosterFile(routes.poster(code), beside, _ORDER, one, hashlib.sha256(told.encode()).hexdigest(), portal)


@dataclass(frozen=True, slots=True)
class HandoutFile:
    """A hand-out that the site offers, still to be made."""

    path: str
    handout: Handout
    pages: int
    specimen: bool
    told: str
    """As of a poster."""
    portal: PublicPortal = field(repr=False)
    matter: Matter = field(repr=False)

    def missing(self) -> Iterator[MissingGlyph]:
        """Characters that would be printed as boxes; the record is the page that holds them."""
        return lacking(self._wanted, handout_facts(self.handout, self.portal, self.matter))

    def produce(self) -> PrintFile | Rejected:
        """Set it and prove it, as a batch for the print shop would be."""
        return produce(self._wanted, self.portal)

    @property
    def _wanted(self) -> WantedHandout:
        return WantedHandout(self.path, self.handout, self.matter)


def handout_files(portal: PublicPortal, matter: Matter) -> Iterator[HandoutFile]:
    """Every hand-out that there is text for."""
    portal = replace(portal, as_of=EDITION)
    for one in handouts(matter):
        said = handout_facts(one, portal, matter)
        told = hashlib.sha256(repr((said, EDITION, _programs())).encode()).hexdigest()
        pages = len(sides(one, matter))
        yield HandoutFile(one.path, one, pages, is_specimen(portal, None), told, portal, matter)


@cache
def _programs() -> tuple[str, ...]:
    return tuple(version(name) for name in _PROGRAMS)
