"""The views that fill slots: one template per name, and the table of which frame may use which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from generator import routes
from generator.disclosure.public import PublicPortal
from generator.law.articles import (
    CRIMINAL,
    INSPECTION,
    LAWS,
    LITIGATION,
    ORDER45,
    PENALTY,
    REVIEW,
    WAGES,
    chinese_number,
    listed,
)
from generator.pages import calculator
from generator.pages.citation import cite, citing, linked
from generator.pages.data.catalogue import FILES, NO_LICENCE
from generator.pages.data.record import ARTICLE, COLUMNS, GROUPS
from generator.pages.engine import Frames
from generator.pages.frame import Frame
from generator.pages.statistics import PERIODS_FILE, bar_whole, number_text, share_text, span_text
from generator.pages.subject import Subject
from generator.pages.timeline import mentions, steps

CASE: Final = "disclosures/_case.md"
BULLETIN: Final = "disclosures/_bulletin.md"
LIST: Final = "disclosures/_list.md"
ENDED: Final = "disclosures/_ended.md"
NOTICES: Final = "disclosures/_removals.md"
EMPLOYER: Final = "employers/_employer.md"
NAMES: Final = "lookup/_names.md"
SESSIONS: Final = "outreach/_year.md"
MISSING: Final = "_404.md"

CHROME: Final = frozenset(
    {
        *("banner", "header", "footer", "hotline", "hotline-number", "channels", "publisher", "ways"),
        *("laws", "articles"),
        *("lookup", "lookup-box"),
        *("data-files", "data-columns", "data-record", "data-licence"),
    }
)
"""Views made of the portal alone: any page may use them."""

STATISTICS: Final = frozenset(
    {
        *("statistics-summary", "statistics-cases", "statistics-wages", "statistics-speed"),
        *("statistics-disclosures", "statistics-rule"),
    }
)
"""Views of the computed figures."""

CALCULATORS: Final = frozenset(f"{calculator.VIEW}{name}" for name in calculator.NAMES)
"""Views that work something out."""

OUTREACH: Final = frozenset(
    {
        *("outreach-ahead", "outreach-calendar", "outreach-towns", "outreach-years", "outreach-coverage"),
        *("outreach-findings", "outreach-figures"),
    }
)
"""Views of the sessions."""

PROGRESS: Final = frozenset({"systems-progress", "open-cases", "outreach-summary", "campaign-sessions"})
"""Views of what the city has got done."""

RECORDS: Final = (
    STATISTICS
    | CALCULATORS
    | OUTREACH
    | PROGRESS
    | {
        *("latest-disclosures", "latest-removals", "disclosure-list", "list-bases", "list-ways", "list-doors"),
        *("removals", "figures", "campaigns", "as-of", "lookup-letters", "lookup-towns"),
        *("bulletins", "handouts"),
    }
)
"""Views of the records as a whole, for editorial pages."""

_BY_FRAME: Final[Mapping[str, frozenset[str]]] = {
    CASE: frozenset(
        {
            *("case-heading", "case-summary", "case-timeline", "case-grounds", "case-listing"),
            *("case-objection", "case-corrections", "case-remedies", "case-about"),
        }
    ),
    LIST: frozenset({"list-heading", "list-intro", "list-tabs", "disclosure-list", "list-pager"}),
    BULLETIN: frozenset({"bulletin-heading", "bulletin"}),
    NOTICES: frozenset({"removals-heading", "removals"}),
    EMPLOYER: frozenset({"employer-heading", "employer-standing", "employer-cases", "employer-namesakes"}),
    ENDED: frozenset({"ended"}),
    NAMES: frozenset({"lookup-names"}),
    SESSIONS: frozenset({"outreach-heading", "outreach-calendar", "outreach-towns", "outreach-years"}),
    MISSING: frozenset(),
}


@dataclass(frozen=True, order=True, slots=True)
class UnknownView:
    """A page asks for a view that does not exist, or not there."""

    source: str
    name: str


@dataclass(frozen=True, order=True, slots=True)
class MissingFrame:
    """A frame that records are poured into is not among the pages."""

    source: str


def faults(frames: Frames) -> tuple[UnknownView | MissingFrame, ...]:
    """Everything that keeps these frames from being filled, in the order of the files."""
    missing = (MissingFrame(source) for source in sorted(_BY_FRAME) if frames.mould(source) is None)
    unknown = (found for frame in (*frames.pages, *frames.moulds) for found in _unknown(frame))
    return (*missing, *sorted(unknown))


def _unknown(frame: Frame) -> Iterator[UnknownView]:
    known = CHROME | _BY_FRAME.get(frame.source, RECORDS)
    return (UnknownView(frame.source, name) for name in frame.views if name not in known)


def fill(names: Iterable[str], subject: Subject, portal: PublicPortal, root: str) -> dict[str, str]:
    """The HTML of each named view; local links begin with `root`."""
    return {
        name: _chrome(name, portal, root) if name in CHROME else _view(name, subject, portal, root) for name in names
    }


@lru_cache(maxsize=256)
def _chrome(name: str, portal: PublicPortal, root: str) -> str:
    """Header, footer and their like: the same on every page of one depth."""
    return _template(name).render(portal=portal, root=root)


def _view(name: str, subject: Subject, portal: PublicPortal, root: str) -> str:
    return _template(name).render(subject=subject, portal=portal, root=root)


@cache
def _template(name: str) -> Template:
    return environment().get_template(f"{name}.html")


class _Templates(Environment):
    """Hands every template its globals as a plain dict: Jinja's chain of maps is walked name by name at each use."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template finds without being given it; no template changes it."""
        return {**self.globals, **(d or {})}


@cache
def environment() -> Environment:
    """Templates that escape everything and refuse a name they do not know."""
    made = _Templates(
        loader=PackageLoader("generator.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "day": day_text,
        "dated": dated,
        "cite": cite,
        "linked": linked,
        "citing": citing,
        "mentions": mentions,
        "hanzi": chinese_number,
    }
    made.filters |= {"number_text": number_text, "share_text": share_text, "span_text": span_text}
    made.globals |= {"rules": calculator.rules, "example_of": calculator.example}
    made.globals |= {"source_label": calculator.label, "source_anchor": calculator.anchor}
    made.globals |= {"bar_whole": bar_whole, "periods_file": PERIODS_FILE}
    made.globals |= {"routes": routes, "steps": steps, "laws": LAWS, "listed": listed}
    made.globals |= {"data_files": FILES, "data_columns": COLUMNS, "data_groups": GROUPS}
    made.globals |= {"data_articles": ARTICLE, "no_licence": NO_LICENCE}
    made.globals |= {law.key: law for law in (WAGES, ORDER45, INSPECTION, PENALTY, CRIMINAL, REVIEW, LITIGATION)}
    return made


def day_text(day: date) -> str:
    """A date as people read it: 2026年3月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


@lru_cache(maxsize=16384)  # the same day stands in dozens of rows
def dated(day: date) -> Markup:
    """The same date with its machine-readable form beside it."""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), day_text(day))
