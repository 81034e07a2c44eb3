"""提前移出 (45号令 art 12–13): what else bars it besides the case itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from generator.law.procedure import revokes
from generator.model.case import Case
from generator.model.event import Handled, Ordered, Penalised, Revoked

ARREARS: Final = frozenset({"拖欠工资", "克扣工资", "未按月足额支付工资"})


def established(case: Case) -> list[date]:
    """Days on which an order or a decision that still stands says that the unit was in arrears.

    Empty where the case is about something else. That such a day within a listing is 再次发生拖欠农民工工资违法行为
    (art 13) is our reading: a rule asks a person to look, and pages then promise no day.
    """
    if case.violations and not ARREARS & set(case.violations):
        return []
    revocations = [event for event in case.events if isinstance(event, Revoked)]
    decisions = (event for event in case.events if isinstance(event, Ordered | Handled | Penalised))
    return [event.on for event in decisions if not any(revokes(other, event) for other in revocations)]


def identity(case: Case) -> str | None:
    """What tells a unit from others across cases: its credit code, or its 注册号; None where neither is known."""
    code = case.employer.credit_code or case.employer.registration
    return str(code) if code else None


def relapses(case: Case, same_unit: Iterable[Case]) -> tuple[date, ...]:
    """Days on which other cases of the same unit established arrears, earliest first."""
    return tuple(sorted({day for other in same_unit if other is not case for day in established(other)}))
