"""The poster beside a landing page: it depends on its worksite and the portal, and on no day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.disclosure.public import PublicPortal, PublicWorksite, RevokedWorksite
from generator.posters.batch import PrintFile, Rejected
from generator.posters.compose import address_of
from generator.posters.download import PosterFile, poster_files
from generator.posters.glyphs import MissingGlyph
from tests.pages.casebook import PORTAL, SITE
from tests.posters.casebook import INVENTED, LONG, PLAIN

REAL = replace(PORTAL, base_url="https://portal.example")
REVOKED = RevokedWorksite("R2345671", "R234-5671", date(2026, 9, 1), sample=False)


def files(*sites: PublicWorksite, portal: PublicPortal = REAL) -> list[PosterFile]:
    return list(poster_files(replace(SITE, portal=portal, worksites=sites, revoked_worksites=(REVOKED,))))


def test_one_for_the_city_and_one_for_every_code_in_use() -> None:
    assert [(one.path, one.beside, one.code) for one in files(PLAIN, LONG)] == [
        ("Q/city-A4.pdf", "Q/", None),
        ("Q/K7M3P2Q8/K7M3P2Q8-A4.pdf", "Q/K7M3P2Q8/", "K7M3P2Q8"),
        ("Q/A2345678/A2345678-A4.pdf", "Q/A2345678/", "A2345678"),
    ]


def test_it_is_proven_and_small_whatever_the_name() -> None:
    for one in files(PLAIN, LONG):
        made = one.produce()
        assert isinstance(made, PrintFile), made
        assert [reading.address for reading in made.readings] == [address_of(REAL, one.site)]
        assert len(made.data) <= 60_000


def test_a_days_passing_changes_neither_digest_nor_bytes() -> None:
    (_, today), (_, later) = (files(PLAIN, portal=replace(REAL, as_of=date(year, 2, 3))) for year in (2026, 2027))
    made, again = today.produce(), later.produce()
    assert today.told == later.told
    assert isinstance(made, PrintFile)
    assert isinstance(again, PrintFile)
    assert made.data == again.data


@pytest.mark.parametrize(
    ("changed", "differs"),
    [
        ({"project": "虚构花园三期"}, True),
        ({"sample": True}, True),
        ({"payday": "每月15日", "owner": None, "systems": (), "slots": (), "issued": date(2026, 5, 1)}, False),
    ],
)
def test_it_depends_on_what_it_prints_and_on_nothing_else(changed: dict[str, object], *, differs: bool) -> None:
    other = replace(PLAIN, **changed)  # type: ignore[arg-type] # fields by name
    assert (files(PLAIN)[1].told != files(other)[1].told) is differs


@pytest.mark.parametrize(
    ("changed", "differs"),
    [({"hotline": None}, True), ({"base_url": None}, True), ({"pinned": True}, True), ({"licence": "CC0"}, False)],
)
def test_it_depends_on_what_it_prints_of_the_portal(changed: dict[str, object], *, differs: bool) -> None:
    other = replace(REAL, **changed)  # type: ignore[arg-type] # fields by name
    assert (files(PLAIN)[1].told != files(PLAIN, portal=other)[1].told) is differs


def test_a_specimen_says_so_to_whoever_offers_it() -> None:
    assert [one.specimen for one in files(PLAIN, INVENTED)] == [False, False, True]
    assert [one.specimen for one in files(PLAIN, portal=PORTAL)] == [True, True]


def test_a_character_that_cannot_be_printed_is_known_beforehand() -> None:
    _, strange = files(replace(PLAIN, project="虚构\U0001f3d7工地"))
    assert list(strange.missing()) == [MissingGlyph("K7M3-P2Q8", "\U0001f3d7")]
    assert isinstance(strange.produce(), Rejected)
