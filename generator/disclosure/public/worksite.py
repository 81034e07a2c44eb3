"""A worksite as its poster, its board and its page may show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.law.articles import Article


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
