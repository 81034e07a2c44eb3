"""The line of dates on a case page: what happened, how long each step took, and the days the law has already set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from generator.disclosure.public import PublicCase, PublicEvent, PublicObjection
from generator.law.articles import ORDER45, Article, Law


@dataclass(frozen=True, slots=True)
class Step:
    """One point of the line. `ahead` marks a day that the law or a decision has set, not an act."""

    on: date
    title: str
    facts: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    tone: str
    ahead: bool = False
    wait: int = 0
    """Days until the next act; 0 after the last one and for days set ahead."""
    until: date | None = None
    """Last day on which it may be shown, where that is not the page's."""


def mentions(acts: Sequence[PublicEvent], law: Law) -> bool:
    """True where one of the acts stands on `law`."""
    return any(article.law == law for act in acts for article in act.articles)


def steps(case: PublicCase) -> tuple[Step, ...]:
    """The acts in the record's order, then the days ahead."""
    waits = [(later.on - act.on).days for act, later in pairwise(case.timeline)] + [0]
    acts = (
        Step(act.on, act.title, act.facts, act.articles, act.tone, wait=wait, until=act.until)
        for act, wait in zip(case.timeline, waits, strict=False)
    )
    return (*acts, *sorted(_ahead(case), key=lambda step: step.on))


def _ahead(case: PublicCase) -> list[Step]:
    """Dates only, all counted from the record: a page must not change because a day has passed."""
    found = [_answer(case, objection) for objection in case.objections]
    removal = case.listing.removal_from if case.listing else None
    if removal and all(act.on < removal for act in case.timeline):
        found.append(_set(removal, "从这一天起，可以申请提前移出名单", (ORDER45.art(12),), until=case.listed_until))
    if case.listing:
        last = _set(case.listing.last_day, "列入期限的最后一天", (ORDER45.art(11),), until=case.listed_until)
        found.append(last)
    if not case.listing or case.until != case.listing.last_day:
        found.append(_set(case.until, "本页公开的最后一天"))
    return found


def _answer(case: PublicCase, objection: PublicObjection) -> Step:
    """The last day for the answer to an objection; it goes with the basis that the objection is against."""
    doubts = (("暂按周末推算", objection.provisional), ("天数待主管部门确认", not objection.articles))
    hints = tuple(("说明", text) for text, holds in doubts if holds)
    about = (("针对", objection.against),) if len(case.objections) > 1 else ()
    until = case.until_of(frozenset({objection.basis}))
    return replace(_set(objection.due, "异议核实期限届满", objection.articles, until=until), facts=(*about, *hints))


def _set(on: date, title: str, articles: tuple[Article, ...] = (), *, until: date | None = None) -> Step:
    return Step(on, title, (), articles, "routine", ahead=True, until=until)
