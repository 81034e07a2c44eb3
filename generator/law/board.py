"""维权信息告示牌: the 13 things that article 34 wants on it, from the worksite and the city's settings at one date.

The check that names what is missing and the board that leaves it blank both ask here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.law.articles import WAGES
from generator.law.terms import months_after
from generator.model.portal import MinimumWage, Office, Portal
from generator.model.worksite import Officer, Subcontractor, Worksite

BOARD: Final = WAGES.art(34)
WAGE_MONTHS: Final = 24
"""最低工资规定 art 10: it is set anew every two years at least."""
NOT_SUBCONTRACTED: Final = "无分包单位"


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that the board has to say: what is known of it, and whether that is all of it."""

    label: str
    values: tuple[str, ...]
    filled: bool
    of_city: bool = False
    """True where `content/portal.yml` has to say it, for all sites alike."""
    on_site: bool = False
    """True where the law wants it on the site and nobody wants it on the web."""


def slots(worksite: Worksite, portal: Portal, on: date) -> tuple[Slot, ...]:
    """The 13, in the order of the article: parties, wages, remedies."""
    contractor = worksite.contractor
    named = tuple(authority.name for authority in worksite.authorities)
    minimum, *remedies = city_slots(portal, on)
    return (
        _slot("建设单位", [worksite.owner]),
        _slot("施工总承包单位", [contractor.name]),
        _slot("施工总承包单位项目部", [contractor.department]),
        _slot("分包单位", _subcontractors(worksite)),
        _slot("相关行业工程建设主管部门", named),
        Slot("劳资专管员", *_officer(worksite.officer), on_site=True),
        minimum,
        _slot("工资支付日期", [str(worksite.payday) if worksite.payday else None]),
        _complaints(worksite, portal),
        *remedies,
    )


def city_slots(portal: Portal, on: date) -> tuple[Slot, ...]:
    """Those of the 13 that are the same on every board of the city."""
    board = portal.board
    return (
        _slot("当地最低工资标准", _wage_lines(portal, on), of_city=True),
        _slot("劳动保障监察投诉举报电话", [board.inspection], of_city=True),
        _slot("劳动争议调解仲裁申请渠道", [_office(board.arbitration)], of_city=True),
        _slot("法律援助申请渠道", [_office(board.legal_aid)], of_city=True),
        _slot("公共法律服务热线", [board.legal_service], of_city=True),
    )


def authority_phones(worksite: Worksite, portal: Portal) -> tuple[tuple[str, str | None], ...]:
    """Each authority of a site with its complaint telephone: the site's own, or else the city's for it."""
    known = {authority.name: authority.phone for authority in portal.board.authorities}
    return tuple((one.name, one.phone or known.get(one.name)) for one in worksite.authorities)


def wage_in_force(wages: Iterable[MinimumWage], on: date) -> MinimumWage | None:
    """The latest that has taken effect by that day."""
    return max((wage for wage in wages if wage.since <= on), key=lambda wage: wage.since, default=None)


def stale_from(wage: MinimumWage) -> date:
    """The first day on which a new one should have followed (最低工资规定 art 10)."""
    return months_after(wage.since, WAGE_MONTHS) + timedelta(days=1)


def is_stale(wage: MinimumWage, on: date) -> bool:
    """True once a new one should have followed."""
    return on >= stale_from(wage)


def wage_days(wages: Iterable[MinimumWage]) -> set[date]:
    """Days on which the minimum wage in force, or what is to be thought of it, changes."""
    return {day for wage in wages for day in (wage.since, stale_from(wage))}


def wage_doubt(wage: MinimumWage, on: date) -> str | None:
    """Why a minimum wage may not be printed; None where it may."""
    if wage.confirmed == "待确认":
        return "待主管部门确认"
    return f"施行已超过 {WAGE_MONTHS} 个月，待核实是否已有新标准" if is_stale(wage, on) else None


def _slot(label: str, said: Sequence[str | None], *, of_city: bool = False) -> Slot:
    values = tuple(text for text in said if text)
    return Slot(label, values, bool(values), of_city)


def _subcontractors(worksite: Worksite) -> list[str | None]:
    if worksite.none_subcontracted and not worksite.subcontractors:
        return [NOT_SUBCONTRACTED]
    return [_with_trade(unit) for unit in worksite.subcontractors]


def _with_trade(unit: Subcontractor) -> str:
    return f"{unit.name}（{unit.trade}）" if unit.trade else unit.name


def _officer(officer: Officer | None) -> tuple[tuple[str, ...], bool]:
    """The name, which the article asks for; the telephone only where the record says how its owner agreed."""
    if officer is None:
        return (), False
    return (officer.name, *([officer.phone] if officer.phone and officer.explanation else [])), True


def _complaints(worksite: Worksite, portal: Portal) -> Slot:
    phones = authority_phones(worksite, portal)
    values = tuple(f"{name}：{phone}" for name, phone in phones if phone)
    return Slot("相关行业工程建设主管部门投诉举报电话", values, bool(phones) and len(values) == len(phones))


def _wage_lines(portal: Portal, on: date) -> list[str | None]:
    wage = wage_in_force(portal.wages, on)
    if wage is None or wage_doubt(wage, on):
        return []
    return [*_amounts(wage), f"{wage.document}，自{wage.since.year}年{wage.since.month}月{wage.since.day}日起施行"]


def _amounts(wage: MinimumWage) -> Iterator[str]:
    yield f"每月 {wage.monthly}"
    yield f"非全日制每小时 {wage.hourly}"


def _office(office: Office | None) -> str | None:
    return "，".join(part for part in (office.name, office.address, office.phone) if part) if office else None
