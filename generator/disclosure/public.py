"""The only values a page can be made of: an allow-list by construction.

Nothing here holds a record, so a private field cannot be named in a template. `gate` builds these values; whoever adds
a field to a record changes nothing here, and the field stays private.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.law.articles import Article as Article
from generator.model.basis import Basis as Basis


@dataclass(frozen=True, slots=True)
class PublicChannel:
    """One way to complain, in the order in which the portal recommends it."""

    name: str
    kind: str
    """电话, 二维码, 公众号, 小程序, 网址 or 现场."""
    number: str | None
    """What to dial; None where nobody has confirmed a number."""
    address: str | None
    """A URL or a street address, by `kind`."""
    note: str | None


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """One published number, as its source words it (`1万多`), with its unit."""

    label: str
    value: str
    unit: str
    period: str
    """The period the source names for it, e.g. 2023年以来."""
    note: str | None


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """The numbers of one source, in the editors' order."""

    source: str
    published: date
    figures: tuple[PublicFigure, ...]


@dataclass(frozen=True, slots=True)
class PublicPortal:
    """The city and its publisher, as every page shows them."""

    city: str
    title: str
    """The site's own name, e.g. 某市安薪."""
    publisher: str
    publisher_short: str
    hotline: PublicChannel | None
    """The first channel of kind 电话."""
    channels: tuple[PublicChannel, ...]
    promise: str
    """服务承诺 (117) in a sentence: 1天接收，1天联系，一般案件7天办结。"""
    registrations: tuple[tuple[str, str | None], ...]
    """What a government site must show (ICP备案号, 公安备案号, 网站标识码); None where not yet filled in."""
    base_url: str | None
    """Absolute address of the site, without the last slash; None until the city has named a domain."""
    as_of: date
    demonstration: bool
    """True where the date is pinned or a sample is shown: every page then carries a banner."""
    pinned: bool
    """True where `as_of` is set by the portal and not by the calendar: nothing expires in the browser then."""


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
    objection: PublicObjection | None
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


@dataclass(frozen=True, slots=True)
class PublicWage:
    """The minimum wage in force on the day, with the document that sets it."""

    since: date
    monthly: str
    hourly: str
    document: str
    doubt: str | None
    """Why it is not printed as it stands, e.g. 待主管部门确认; None where it may be."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One of the 13 things that article 34 wants on the rights board."""

    label: str
    values: tuple[str, ...]
    """What is known of it, a line each; nothing is made up to fill a gap."""
    filled: bool
    """False where anything is missing: the board then leaves room to write."""
    on_site: bool
    """True for what the law wants on the site and nobody wants on the web: the officer's name and telephone."""


@dataclass(frozen=True, slots=True)
class PublicSystem:
    """One of the wage systems, and how far it has got on a site."""

    name: str
    status: str | None
    """已落实, 部分落实 or 未落实; None where nobody has looked yet."""
    on: date | None
    duty: str | None
    """Who has to see to it; None for a system of the city's own."""
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class PublicWorksite:
    """工地: what a poster, a rights board and a landing page may show of a site whose code is in use."""

    code: str
    """As in the address: 8 capitals and digits."""
    printed: str
    """As people read it: two groups of four."""
    sample: bool
    project: str
    address: str | None
    town: str | None
    owner: str | None
    contractor: str
    department: str | None
    """项目部 of the main contractor."""
    authorities: tuple[tuple[str, str | None], ...]
    """(name, complaint telephone) of 相关行业工程建设主管部门."""
    payday: str | None
    start: date | None
    end: date | None
    systems: tuple[PublicSystem, ...]
    """In the city's order, every one of them."""
    slots: tuple[Slot, ...]
    """The 13 slots of article 34, in its order."""
    issued: date | None
    """Day on which posters were last handed over; None before the first."""


@dataclass(frozen=True, slots=True)
class RevokedWorksite:
    """What is left of a code that was revoked: posters that still hang lead here."""

    code: str
    printed: str
    revoked: date
    sample: bool


@dataclass(frozen=True, slots=True)
class PublicSite:
    """Everything that pages and data files are made of, at one date."""

    portal: PublicPortal
    cases: tuple[PublicCase, ...]
    """Newest first, by (since, number)."""
    ended: tuple[EndedCase, ...]
    figures: tuple[PublicFigures, ...]
    next_change: date | None
    """Next day on which the output would differ if no record changed."""
    worksites: tuple[PublicWorksite, ...] = ()
    """Sites whose codes are in use, by code."""
    revoked_worksites: tuple[RevokedWorksite, ...] = ()
    """Codes that were revoked, by code; disjoint from `worksites`."""
    minimum_wage: PublicWage | None = None
    """None where the city has set none."""
