"""A case as the public may see it, and what is left of one that has ended."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from generator.law.articles import Article
from generator.model.basis import Basis

IDENTIFIES: Final = frozenset({Basis.LISTING, Basis.MAJOR, Basis.PENALTY})
"""Bases that show a unit's code and the facts established against it."""
NAMES_HEAD: Final = frozenset({Basis.LISTING, Basis.MAJOR})
"""Bases that show the legal representative."""
GIVES_ADDRESS: Final = frozenset({Basis.MAJOR})
"""Bases that show the unit's address."""


def in_order(number: str) -> tuple[str, int, str]:
    """Sorts case numbers as they were given out: 9999 before 10000."""
    head, _, serial = number.rpartition("-")
    return head, len(serial), serial


@dataclass(frozen=True, slots=True)
class PublicEmployer:
    """Who is disclosed. `credit_code`, `address` and `representative` are None where no basis in force covers them."""

    name: str
    slug: str
    """What its page's address ends in: the code where a basis in force shows it, else made of the name alone."""
    credit_code: str | None
    address: str | None
    representative: str | None


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """A person listed or sentenced together with the employer, in the role that the document gives."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """One step of the timeline, worded for the public."""

    on: date
    title: str
    """e.g. 责令限期改正."""
    facts: tuple[tuple[str, str], ...]
    """(label, text) pairs such as (文书, 劳动保障监察限期改正指令书), in reading order; may be empty."""
    articles: tuple[Article, ...]
    tone: str
    """routine (ordinary step), grave (penalty, listing, criminal), mended (paid, corrected, removed)."""
    until: date | None = None
    """Last day on which some basis in force covers it; None for as long as the page."""


@dataclass(frozen=True, slots=True)
class PublicGround:
    """One basis on which the case is shown on this day."""

    basis: Basis
    since: date
    until: date
    """The last day on which this basis shows the case."""
    explanation: str
    """One sentence: on what ground, counted from what, for how long."""
    source: str | None
    """媒体转载 only: the report's title."""
    source_date: date | None
    quoted: str | None
    """媒体转载 only: the handling as the report words it, where the bureau holds no dated document."""
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class PublicListing:
    """A listing in force. Dates by 45号令 articles 11 and 12."""

    decided: date
    last_day: date
    removal_from: date | None
    """Earliest day to apply for early removal; None until the arrears are corrected, or where article 13 bars it."""
    repair_from: date | None
    """Earliest day by the one-year minimum of 信用修复管理办法; which of the two rules governs is unresolved."""
    reason: str | None
    persons: tuple[PublicPerson, ...]


@dataclass(frozen=True, slots=True)
class PublicObjection:
    """An objection under examination, and the last day for its result."""

    against: str
    """列入失信名单 or 重大违法公布."""
    received: date
    due: date
    provisional: bool
    """True where `due` lies beyond the known holiday calendar: shown as 暂按周末推算."""
    articles: tuple[Article, ...]
    """What sets the term; empty where the bureau has yet to confirm it: shown as 待主管部门确认."""

    @property
    def basis(self) -> Basis:
        """The basis that shows it: the one that it is against."""
        return Basis.LISTING if self.against == "列入失信名单" else Basis.MAJOR


@dataclass(frozen=True, slots=True)
class PublicCase:
    """公开案件: all that anybody outside may learn of a case on one day."""

    number: str
    sample: bool
    employer: PublicEmployer
    industry: str | None
    town: str | None
    project: str | None
    violations: tuple[str, ...]
    """违法行为, e.g. 拖欠工资."""
    headcount: str | None
    """As written, e.g. 159名, 20余名."""
    amount: str | None
    """As written, e.g. 171.8122万元, 100余万元."""
    amount_fen: int | None
    """For sorting and adding only; None where there is no amount."""
    amount_approximate: bool
    period: str | None
    facts: str | None
    status: str
    """处理状态 in words, e.g. 列入失信联合惩戒名单."""
    status_tone: str
    """routine, grave or mended, as in PublicEvent."""
    grounds: tuple[PublicGround, ...]
    """Bases in force, in the order of Basis; never empty."""
    listing: PublicListing | None
    objections: tuple[PublicObjection, ...]
    """Under examination; one against the listing and one against a publication may be so at the same time."""
    timeline: tuple[PublicEvent, ...]
    corrections: tuple[tuple[date, str], ...]
    """更正: (date, what was corrected and why)."""
    changed: date
    """Last day on which anything shown here happened or began to be shown."""
    checked: date | None
    """Day on which an editor last compared the record with its documents; None where nobody has noted one."""

    @property
    def since(self) -> date:
        """First day on which any basis in force showed the case."""
        return min(ground.since for ground in self.grounds)

    @property
    def status_until(self) -> date:
        """Last day on which the status surely says what may be said: it is folded from all bases in force."""
        return min(ground.until for ground in self.grounds)

    @property
    def until(self) -> date:
        """Last day on which the page is shown at all."""
        return max(ground.until for ground in self.grounds)

    @property
    def listed_until(self) -> date | None:
        """Last day of everything about the listing; None where it is not a basis in force."""
        return self.until_of(frozenset({Basis.LISTING}))

    @property
    def objected_until(self) -> date | None:
        """Last day of what is said about objections; None where there is none."""
        return self.until_of(frozenset(objection.basis for objection in self.objections))

    @property
    def identified_until(self) -> date | None:
        """Last day of the code and of the facts established; None where no basis in force shows them."""
        return self.until_of(IDENTIFIES)

    @property
    def head_until(self) -> date | None:
        """Last day of the legal representative's name."""
        return self.until_of(NAMES_HEAD)

    @property
    def address_until(self) -> date | None:
        """Last day of the unit's address."""
        return self.until_of(GIVES_ADDRESS)

    def until_of(self, bases: Collection[Basis]) -> date | None:
        """Last day on which one of these bases shows the case; None where none is in force."""
        return max((ground.until for ground in self.grounds if ground.basis in bases), default=None)


class Ending(StrEnum):
    """How a disclosure came to its end, in the public's words."""

    EXPIRED = "公示期满"
    REMOVED = "移出名单"
    WITHDRAWN = "撤回公开"


@dataclass(frozen=True, slots=True)
class EndedCase:
    """What is left at the address of a case whose last basis has ended: no name, no fact."""

    number: str
    ended: date
    """First day without any basis."""
    how: Ending
    basis: Basis
    """The basis that was the last to end."""
    reason: str
    """e.g. 公示期满，依法停止公开。"""
    articles: tuple[Article, ...]
    sample: bool
