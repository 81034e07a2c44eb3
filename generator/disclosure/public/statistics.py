"""What the records add up to, as far as it may be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PublicCount:
    """One computed number: a row of a table."""

    label: str
    number: int | None
    """None where so few cases stand behind it that it is not published."""
    unit: str
    """件, 件次, 人, 天, or 元; of 元 the number is in 分."""
    whole: int | None = None
    """What the number is a part of, where a share says something."""
    approximate: bool = False
    """True where a 约 or 余 of some record went into it."""
    merged: tuple[str, ...] = ()
    """The groups that this row holds together, because one of them alone would be too small to show."""


@dataclass(frozen=True, slots=True)
class PublicTable:
    """Computed numbers that belong together: one table and one CSV file."""

    slug: str
    title: str
    over: str
    """What the rows are, e.g. 年份."""
    how: str
    """How it is counted, in a sentence or two."""
    on: date
    """The last day that it counts."""
    counts: tuple[PublicCount, ...]
    """In reading order; empty where there is nothing to count, or nothing that may be shown."""
    withheld: bool = False
    """True where there are cases, but too few to publish a number."""


@dataclass(frozen=True, slots=True)
class PublicStatistics:
    """What the records add up to. Samples never count."""

    until: date
    """The last day that counts: the end of a month, so that no single day's difference can be told."""
    cases: int
    published: int
    """How many of the cases are public on the ledger's date."""
    narrowed: bool
    """True where only public cases are counted, because those that are not public are too few."""
    samples: int
    """How many invented records were left out."""
    least: int
    """Fewer cases than this that are not public are never shown as a group."""
    tables: tuple[PublicTable, ...]


@dataclass(frozen=True, slots=True)
class PublicPeriod:
    """One week of a campaign, or several where one alone would be too small to show."""

    first: date
    last: date
    received: int
    settled: int
    open: int
    """On its last day, whenever received."""
    people: int
    """As far as the open cases name a headcount."""
    owed_fen: int
    """As far as the open cases name an amount, less what has been paid."""
    approximate: bool
    unknown: int
    """Open cases without a headcount or an amount."""


@dataclass(frozen=True, slots=True)
class PublicCampaign:
    """专项行动, week by week, as far as whole weeks have passed."""

    name: str
    since: date
    until: date
    periods: tuple[PublicPeriod, ...]
    pending: tuple[date, date] | None
    """Weeks that have passed, but are too small to show before others join them."""
    running: tuple[date, date] | None
    """The week that has begun and not ended."""
    ahead: int
    """Weeks to come."""
