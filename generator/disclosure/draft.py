"""草稿: what a case would show once its disclosure is approved and due, for the editor's own screen and nowhere else.

Only the preview may ask here (an architecture test holds that); what it makes bears the mark in the very name, so that
no page, list or file of it can be taken for a published one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator.disclosure.gate import Withheld, disclose_on, windows_of
from generator.disclosure.public import PublicCase
from generator.disclosure.site import Disclosed, gather, tell
from generator.ledger import Ledger, LedgerCase
from generator.model.case import Approval, Case

MARK: Final = "【草稿】"


@dataclass(frozen=True, slots=True)
class Draft:
    """A case that is shown in the preview alone, and why the public does not see it."""

    number: str
    reason: str


def with_drafts(ledger: Ledger) -> tuple[Disclosed, tuple[Draft, ...]]:
    """The gate's answer, drafts among the public cases; and which those are."""
    told, drafts = [], []
    for case in ledger.cases:
        one = tell(case, ledger)
        if isinstance(one.outcome, Withheld):
            found = draft(case, ledger)
            if found:
                drafts.append(Draft(case.number, one.outcome.reason))
                one = replace(one, outcome=found)
        told.append(one)
    return gather(told, ledger), tuple(drafts)


def draft(case: LedgerCase, ledger: Ledger) -> PublicCase | None:
    """The case as it would be shown first; None where nobody has chosen a basis, or its decision is not there yet."""
    portal = ledger.portal.record
    approved = replace(case, loaded=replace(case.loaded, record=_approved(case.record, ledger.as_of)))
    for day in _days(approved.record, ledger):
        found = disclose_on(approved, portal, ledger.calendar, day)
        if isinstance(found, PublicCase):
            return replace(found, employer=replace(found.employer, name=f"{MARK}{found.employer.name}"))
    return None


def _approved(record: Case, on: date) -> Case:
    """The record with every approval that is missing or still to come."""
    given = Approval.model_construct(post=MARK, on=on, explanation=None)
    disclosures = tuple(
        one if one.approval and one.approval.on <= on else one.model_copy(update={"approval": given})
        for one in record.disclosures
    )
    return record.model_copy(update={"disclosures": disclosures})


def _days(record: Case, ledger: Ledger) -> Iterator[date]:
    yield ledger.as_of
    windows = windows_of(record, ledger.portal.record.policy, ledger.as_of)
    yield from sorted(found.first for found in windows if found.first > ledger.as_of)
