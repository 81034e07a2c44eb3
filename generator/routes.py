"""Every public address in one table: pages, feeds and tests ask here.

An address is a path from the site's root, without a leading slash so that a site can live below any prefix;
a page's ends in one (`disclosures/yk-2026-0001/`).
"""

from __future__ import annotations

from typing import Final

from generator.model.basis import Basis

HOME: Final = ""
DISCLOSURES: Final = "disclosures/"
REMOVALS: Final = "disclosures/removals/"
EMPLOYERS: Final = "employers/"
LOOKUP: Final = "lookup/"
FIGURES: Final = "data/"
OPEN_DATA: Final = "data/api/"
CAMPAIGN: Final = "data/winter/"
API: Final = "api/v1/"
INDEX: Final = "api/v1/index.json"
FEED: Final = "feeds/disclosures.xml"
REMOVALS_FEED: Final = "feeds/removals.xml"
CARDS: Final = "cards/"
LANDINGS: Final = "Q/"
"""What the city's own code opens; capitals, as a QR in alphanumeric mode has no others."""

BASIS_SLUGS: Final = {
    Basis.LISTING: "joint-punishment",
    Basis.MAJOR: "major-violations",
    Basis.PENALTY: "penalties",
    Basis.MEDIA: "media",
}


def case(number: str) -> str:
    """The permanent address of a case; its stub stays there after the disclosure has ended."""
    return f"{DISCLOSURES}{number}/"


def basis(of: Basis) -> str:
    """The list of one basis."""
    return f"{DISCLOSURES}{BASIS_SLUGS[of]}/"


def employer(slug: str) -> str:
    """All cases of one unit; see `PublicEmployer.slug`."""
    return f"{EMPLOYERS}{slug}/"


def record(number: str) -> str:
    """The record of one public case, for machines."""
    return f"{API}cases/{number}.json"


def year(number: int) -> str:
    """The list of cases first shown in one year."""
    return f"{DISCLOSURES}{number}/"


def landing(code: str) -> str:
    """What the code of one worksite opens; the address stays when the code is revoked."""
    return f"{LANDINGS}{code}/"


def file_of(address: str) -> str:
    """The file below `site/` that serves an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def to_root(address: str) -> str:
    """The relative way from a page back to the site's root: `../../` for `disclosures/2026/`, `./` for home."""
    return "../" * address.count("/") or "./"
