"""A site whose cases are all open, and its data files as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from generator.disclosure.public import Basis, PublicSite
from generator.pages.data.files import data_files
from generator.pages.data.releases import History
from tests.pages.casebook import LISTED, SITE, case, ground

OPEN: Final = replace(LISTED, sample=False)
TRICKY: Final = replace(
    case("xg-2026-0003", '=HYPERLINK("x")虚构丙，厂', ground(Basis.PENALTY, date(2026, 5, 1), date(2027, 4, 30))),
    employer=replace(
        case("", "").employer, name='=HYPERLINK("x")虚构丙，厂', slug="n-0123456789ab", credit_code="330784000012345"
    ),
    violations=("拖欠工资", "未订立合同"),
    town="-虚构镇",
    project='甲,"乙"\n丙_x0041_',
    amount="0元",
    amount_fen=0,
    checked=date(2026, 6, 1),
)
"""A name that a spreadsheet would run, a code that it would round, a text with every sign that a CSV has to quote."""

WHOLE: Final = replace(SITE, cases=(OPEN, TRICKY, *SITE.cases))


def files(site: PublicSite = WHOLE, before: History | None = None) -> Mapping[str, bytes]:
    """The data files by path."""
    return {file.path: file.render() for file in data_files(site, before)}
