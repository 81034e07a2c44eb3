"""Lateness: how an act that came after the last day of its term is put into words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rule import Finding
from generator.ledger import LedgerCase
from generator.model.case import Approval
from generator.model.event import Event
from generator.problems import Span


def late(case: LedgerCase, name: str, source: str = "") -> Iterator[Finding]:
    """What one clock has to say of a case: acts after its last day, unless the record says why."""
    for term in case.deadlines:
        if term.name == name and term.stop and term.days_late and term.stop.explanation is None:
            guess = "，暂按周末推算" if term.due.provisional else ""
            message = (
                f"「{term.name}」晚了 {term.days_late} 天：自 {term.since} 起 {term.length}，"
                f"应当在 {term.due.day} 以前{guess}{source}"
            )
            hint = "核对两者的日期；确实晚了的，在这一件写「说明」"
            yield Finding(_place(case, term.stop), message, hint, term.article)


def _place(case: LedgerCase, stop: Event | Approval) -> Span:
    """Where the act that came late is written."""
    if isinstance(stop, Approval):
        places = (index for index, item in enumerate(case.record.disclosures) if item.approval is stop)
        return case.loaded.at("公开", next(places), "批准", "日期")
    places = (index for index, event in enumerate(case.record.events) if event is stop)
    return case.loaded.at("经过", next(places), "日期")
