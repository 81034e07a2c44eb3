"""Every list of cases, and the shelves by which 曝光台 leads to them; bases are never mixed into one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator import routes
from generator.disclosure.public import Basis, PublicCase, PublicSite, in_order
from generator.pages.lists.row import Row, row
from generator.pages.lists.sheet import Leaf, Sheet, sheets
from generator.pages.slugs import slugs


class Grouping(StrEnum):
    """By what the cases of a list belong together."""

    BASIS = "依据"
    YEAR = "年份"
    TOWN = "镇街"
    INDUSTRY = "行业"


@dataclass(frozen=True, slots=True)
class Whole:
    """What is said of a list as a whole, and therefore on its newest page alone."""

    total: int
    samples: int
    """How many of them are invented."""
    sure_until: date | None
    """Last day on which the count is right without a new build."""
    as_of: date


@dataclass(frozen=True, slots=True)
class CaseList:
    """One page of one list."""

    heading: str
    grouping: Grouping
    basis: Basis | None
    """The basis that the list is about; None for lists by year, town and industry."""
    sheet: Sheet[Row]
    whole: Whole | None
    """None on older pages."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One list, as 曝光台 names it."""

    label: str
    address: str
    count: int
    sure_until: date | None
    """Last day on which the count is right without a new build."""
    leaves: tuple[Leaf, ...] = ()
    """Its older pages: every case must be three clicks from home."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All lists there are."""

    bases: tuple[tuple[Basis, Shelf], ...]
    years: tuple[Shelf, ...]
    towns: tuple[Shelf, ...]
    industries: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest rows of all lists together."""

    rows: tuple[Row, ...]
    whole: Whole


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one list before it is cut into pages."""

    label: str
    heading: str
    address: str
    grouping: Grouping
    basis: Basis | None
    rows: tuple[Row, ...]


def groups(site: PublicSite) -> tuple[Group, ...]:
    """Every list, in the order of `Grouping`; a basis has its list even while it is empty."""
    every = [(case, row(case)) for case in site.cases]
    towns = _grouped(every, lambda case: case.town)
    industries = _grouped(every, lambda case: case.industry)
    years = _grouped(every, lambda case: f"{case.since.year}")
    return (
        *(Group(one.heading, one.heading, routes.basis(one), Grouping.BASIS, one, _on(every, one)) for one in Basis),
        *(
            Group(f"{year}年", f"{year}年公开的案件", routes.year(int(year)), Grouping.YEAR, None, rows)
            for year, rows in sorted(years.items(), reverse=True)
        ),
        *_by_sound(towns, Grouping.TOWN, routes.town),
        *_by_sound(industries, Grouping.INDUSTRY, routes.industry),
    )


def case_lists(found: Iterable[Group], as_of: date) -> Iterator[CaseList]:
    """Every page of every list."""
    for group in found:
        whole = _whole(group.rows, as_of)
        for sheet in sheets(group.address, group.rows, _since):
            about = whole if sheet.number is None else None
            yield CaseList(group.heading, group.grouping, group.basis, sheet, about)


def catalogue(found: Sequence[Group]) -> Catalogue:
    """The shelves of every list."""
    return Catalogue(
        bases=tuple((group.basis, _shelf(group)) for group in found if group.basis),
        years=tuple(_shelf_with_pages(group) for group in found if group.grouping is Grouping.YEAR),
        towns=tuple(_shelf(group) for group in found if group.grouping is Grouping.TOWN),
        industries=tuple(_shelf(group) for group in found if group.grouping is Grouping.INDUSTRY),
    )


def newest(site: PublicSite, count: int) -> Newest:
    """The `count` newest cases and how many there are."""
    samples = sum(case.sample for case in site.cases)
    sure = min((case.until for case in site.cases), default=None)
    rows = tuple(row(case) for case in site.cases[:count])
    return Newest(rows, Whole(len(site.cases), samples, sure, site.portal.as_of))


def _grouped(
    every: Iterable[tuple[PublicCase, Row]], key: Callable[[PublicCase], str | None]
) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for case, shown in every:
        name = key(case)
        if name:
            found.setdefault(name, []).append(shown)
    return {name: tuple(rows) for name, rows in found.items()}


def _by_sound(found: dict[str, tuple[Row, ...]], grouping: Grouping, address: Callable[[str], str]) -> Iterator[Group]:
    for name, slug in sorted(slugs(found).items(), key=lambda pair: pair[1]):
        yield Group(name, f"{name}的公开案件", address(slug), grouping, None, found[name])


def _on(every: Iterable[tuple[PublicCase, Row]], basis: Basis) -> tuple[Row, ...]:
    """A case on this basis alone is shown as it is in every other list."""
    found = [(case, shown) for case, shown in every if any(ground.basis is basis for ground in case.grounds)]
    shown = [row(case, basis) if len(case.grounds) > 1 else whole for case, whole in found]
    return tuple(sorted(shown, key=lambda one: (one.since, in_order(one.number)), reverse=True))


def _since(shown: Row) -> date:
    return shown.since


def _whole(rows: Sequence[Row], as_of: date) -> Whole:
    return Whole(len(rows), sum(one.sample for one in rows), _sure(rows), as_of)


def _sure(rows: Iterable[Row]) -> date | None:
    return min((one.until for one in rows), default=None)


def _shelf(group: Group) -> Shelf:
    return Shelf(group.label, group.address, len(group.rows), _sure(group.rows))


def _shelf_with_pages(group: Group) -> Shelf:
    leaves = sheets(group.address, group.rows, _since)[0].leaves
    return Shelf(group.label, group.address, len(group.rows), _sure(group.rows), leaves)
