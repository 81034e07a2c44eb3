"""季度公告: what 29号令 has a bureau publish each quarter, worded once for the page and for paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

_WRITTEN: Final = re.compile(r"([0-9]{4})Q([1-4])")
_ORDINALS: Final = "一二三四"
MOST_ANNEXES: Final = 200
"""Of one part: some fifteen kilobytes on their way to a phone, and two hundred sheets."""


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """Three months of a year."""

    year: int
    number: int
    """1 to 4."""

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """Read 2026Q3. Raises ValueError for anything else."""
        found = _WRITTEN.fullmatch(text)
        if found is None or not 0 < int(found[1]) < date.max.year:
            raise ValueError("写成 2026Q3 这样")
        return cls(int(found[1]), int(found[2]))

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after.first - timedelta(days=1)

    @property
    def after(self) -> Quarter:
        """The next one."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def words(self) -> str:
        """As people say it: 2026年第三季度."""
        return f"{self.year}年第{_ORDINALS[self.number - 1]}季度"

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"


@dataclass(frozen=True, slots=True)
class Annex:
    """One published unit, in the numbered table that is its annex."""

    number: str
    """Of the case."""
    name: str
    sample: bool
    since: date
    until: date
    """The last day on which it may be shown."""
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """(label, lines), in the order of 29号令."""


@dataclass(frozen=True, slots=True)
class EndedAnnex:
    """What is left of a unit whose case is no longer public: its number."""

    number: str
    ended: date
    """First day without any basis."""
    reason: str
    sample: bool


@dataclass(frozen=True, slots=True)
class PublicBulletin:
    """All that began to be published in one quarter as 重大劳动保障违法行为."""

    quarter: Quarter
    title: str
    paragraphs: tuple[str, ...]
    """The body of the document."""
    annexes: tuple[Annex, ...]
    """In the order of their first days."""
    ended: tuple[EndedAnnex, ...]
    lapsed: int
    """How many are published no more while something else of their case still is: a number would lead to the name."""
    part: int = 1
    """Which part of a long one this is: a page and a document of their own."""
    of: int = 1
    """How many parts there are."""
    before: int = 0
    """How many annexes stand in the parts before."""

    @property
    def until(self) -> date | None:
        """Last day on which all of it may be shown; None where it names nobody."""
        return min((annex.until for annex in self.annexes), default=None)

    def parts(self) -> tuple[PublicBulletin, ...]:
        """The same in as many parts as phones and printers ask for; what is over stands in the first."""
        starts = range(0, max(1, len(self.annexes)), MOST_ANNEXES)
        if len(starts) == 1:
            return (self,)
        return tuple(
            replace(
                self,
                title=f"{self.title}（第{part}册，共{len(starts)}册）",
                annexes=self.annexes[start : start + MOST_ANNEXES],
                ended=() if start else self.ended,
                lapsed=0 if start else self.lapsed,
                part=part,
                of=len(starts),
                before=start,
            )
            for part, start in enumerate(starts, 1)
        )

    @property
    def samples(self) -> tuple[str, ...]:
        """Numbers of the invented cases among those named."""
        return tuple(annex.number for annex in self.annexes if annex.sample)
