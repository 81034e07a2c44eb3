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
BULLETINS: Final = "disclosures/bulletins/"
EMPLOYERS: Final = "employers/"
LOOKUP: Final = "lookup/"
LOOKUP_DATA: Final = "lookup/data.json"
FIGURES: Final = "data/"
TOOLS: Final = "tools/"
"""算一算: what one can work out."""
FIRMS: Final = "firms/"
LAWS: Final = "laws/"
"""What each cited article says; `#wages-30` leads to one."""
OPEN_DATA: Final = "data/api/"
CAMPAIGN: Final = "data/winter/"
ARREARS_FREE: Final = "data/arrears-free/"
OUTREACH: Final = "outreach/"
"""开工第一课 and 一月一村: the sessions of this year; `#s-2026-001` leads to one of them."""
API: Final = "api/v1/"
INDEX: Final = "api/v1/index.json"
CASES_JSON: Final = "api/v1/cases.json"
CASES_NDJSON: Final = "api/v1/cases.ndjson"
CASES_CSV: Final = "api/v1/cases.csv"
CASES_XLSX: Final = "api/v1/cases.xlsx"
EMPLOYERS_JSON: Final = "api/v1/employers.json"
REMOVALS_JSON: Final = "api/v1/removals.json"
SESSIONS_JSON: Final = "api/v1/sessions.json"
RELEASES: Final = "api/v1/releases.json"
DATAPACKAGE: Final = "api/v1/datapackage.json"
CHECKSUMS: Final = "api/v1/checksums.txt"
FEED: Final = "feeds/disclosures.xml"
REMOVALS_FEED: Final = "feeds/removals.xml"
SESSIONS_FEED: Final = "feeds/sessions.ics"
CARDS: Final = "cards/"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
HANDOUTS: Final = "lessons/handouts/"
TEACHING: Final = "lessons/"
"""开工第一课."""
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


def bulletin(quarter: str, part: int = 1) -> str:
    """The publication of one quarter under 29号令, by its name such as 2026Q3; its other parts lie below the first."""
    return f"{BULLETINS}{quarter}/{'' if part == 1 else f'part-{part}/'}"


def bulletin_pdf(quarter: str, part: int = 1) -> str:
    """The same on paper."""
    return f"{BULLETINS}{quarter}{'' if part == 1 else f'-{part}'}.pdf"


def employer(slug: str) -> str:
    """All cases of one unit; see `PublicEmployer.slug`."""
    return f"{EMPLOYERS}{slug}/"


def record(number: str) -> str:
    """The record of one public case, for machines."""
    return f"{API}cases/{number}.json"


def cases_page(number: int) -> str:
    """One page of all records; the first is `CASES_JSON` itself."""
    return CASES_JSON if number == 1 else f"{API}cases-{number}.json"


def cases_book(number: int) -> str:
    """One Excel file of all cases; the first is `CASES_XLSX` itself."""
    return CASES_XLSX if number == 1 else f"{API}cases-{number}.xlsx"


def delta(release: str) -> str:
    """What has changed in the open data since an earlier release."""
    return f"{API}deltas/{release}.json"


def schema(name: str) -> str:
    """The JSON Schema of one kind of published document."""
    return f"{API}schema/{name}.json"


def table(slug: str) -> str:
    """The numbers of one table of the figures, for a spreadsheet."""
    return f"{FIGURES}{slug}.csv"


def year(number: int) -> str:
    """The list of cases first shown in one year."""
    return f"{DISCLOSURES}{number}/"


def sitemap_part(number: int) -> str:
    """One of several sitemaps, where the site has more pages than one may hold."""
    return f"sitemap-{number}.xml"


def town(slug: str) -> str:
    """The list of cases in one town."""
    return f"{DISCLOSURES}towns/{slug}/"


def industry(slug: str) -> str:
    """The list of cases in one industry."""
    return f"{DISCLOSURES}industries/{slug}/"


def page(of: str, number: int) -> str:
    """A page of older rows of the list `of`; numbers begin at the oldest, so that a new row moves none."""
    return f"{of}page-{number}/"


def lookup_shelf(name: str, number: int = 1) -> str:
    """Page `number` of the index of names under a letter, or under a town (`towns/…`)."""
    first = f"{LOOKUP}{name}/"
    return first if number == 1 else f"{first}page-{number}/"


def outreach_year(year: int) -> str:
    """The sessions of one year."""
    return f"{OUTREACH}{year}/"


def session(number: str) -> str:
    """The place of one session on the page of its year."""
    return f"{outreach_year(int(number[:4]))}#s-{number}"


def landing(code: str) -> str:
    """What the code of one worksite opens; the address stays when the code is revoked."""
    return f"{LANDINGS}{code}/"


def poster(code: str | None) -> str:
    """The poster to print of one worksite, or of the whole city; it keeps the code in its name when it is saved."""
    return f"{landing(code)}{code}-A4.pdf" if code else f"{LANDINGS}city-A4.pdf"


def handout(name: str) -> str:
    """A hand-out to print, or slides to teach with."""
    return f"{HANDOUTS}{name}.pdf"


def file_of(address: str) -> str:
    """The file below `site/` that serves an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def to_root(address: str) -> str:
    """The relative way from a page back to the site's root: `../../` for `disclosures/2026/`, `./` for home."""
    return "../" * address.count("/") or "./"
