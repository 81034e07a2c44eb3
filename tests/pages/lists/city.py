"""A city with some hundred public cases, all invented, so that lists have several pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from generator.disclosure.public import Basis, EndedCase, Ending, PublicCase, PublicSite
from generator.law.articles import ORDER45
from tests.pages.casebook import SITE, case, employer, ground

TOWNS: Final = ("虚构甲镇", "虚构乙镇", "虚构丙街道")
INDUSTRIES: Final = ("工程建设", "制造业")
BASES: Final = tuple(Basis)
FIRST: Final = date(2024, 1, 2)


def one(serial: int, days: int | None = None) -> PublicCase:
    """The case with this serial number; a later one was disclosed on a later day."""
    since = FIRST + timedelta(days=serial if days is None else days)
    made = case(
        f"xg-{since.year}-{serial:04}",
        f"虚构第{serial // 2}建筑有限公司",
        ground(BASES[serial % 4], since, since + timedelta(days=1095)),
    )
    return replace(
        made,
        town=TOWNS[serial % 3],
        industry=INDUSTRIES[serial % 2],
        violations=("拖欠工资",),
        amount=f"{serial + 1}万元",
        amount_fen=(serial + 1) * 1_000_000,
        headcount=f"{serial % 40 + 1}名",
    )


def city(cases: int, ended: int = 0) -> PublicSite:
    """The newest of so many cases first, beside so many that have ended."""
    return with_cases(tuple(one(serial) for serial in range(cases)), tuple(gone(serial) for serial in range(ended)))


def with_cases(cases: tuple[PublicCase, ...], ended: tuple[EndedCase, ...] = ()) -> PublicSite:
    newest = sorted(cases, key=lambda found: (found.since, found.number), reverse=True)
    return replace(SITE, cases=tuple(newest), ended=ended)


def gone(serial: int, how: Ending = Ending.EXPIRED) -> EndedCase:
    """What is left of a case."""
    return EndedCase(
        number=f"xg-2020-{serial:04}",
        ended=date(2023, 1, 1) + timedelta(days=serial),
        how=how,
        basis=Basis.LISTING,
        reason="公示期满，依法停止公开。",
        articles=(ORDER45.art(17),),
        sample=False,
    )


def same_employer(of: PublicCase, name: str) -> PublicCase:
    return replace(of, employer=employer(name))
