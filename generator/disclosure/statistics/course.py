"""未结: what an act does to the question whether a case is open."""

from __future__ import annotations

from enum import Enum, auto
from typing import assert_never

from generator.model import event as acts
from generator.model.event import Event


class Turn(Enum):
    """What an act does to an open case, or to one that is not open."""

    BEGIN = auto()
    """Opens a case, or opens one anew that had been settled."""
    SETTLE = auto()
    HAND_OVER = auto()
    """To the police or to a court: no longer in the bureau's hands, paid or not."""
    GIVE_BACK = auto()
    """Criminal proceedings ended without a conviction: open anew if it had been handed over."""
    NOTHING = auto()
    """Leaves it as it is; opens it only where it is the first act of all."""


def turn(event: Event) -> Turn:
    """What an act does to the question whether a case is open."""
    if isinstance(event, acts.Intake):
        return _intake(event)
    if isinstance(event, acts.Enforcement):
        return _enforcement(event)
    if isinstance(event, acts.CriminalAct):
        return Turn.GIVE_BACK if isinstance(event, acts.CriminalEnded) else Turn.HAND_OVER
    if isinstance(event, acts.ListingAct | acts.Amendment):
        return Turn.NOTHING
    assert_never(event)


def _intake(event: acts.Intake) -> Turn:
    match event:
        case acts.Received() | acts.Accepted() | acts.Filed():
            return Turn.BEGIN
        case acts.Closed():
            return Turn.NOTHING if event.outcome == "转立案查处" else Turn.SETTLE
        case acts.NotAccepted() | acts.FilingWithdrawn():
            return Turn.SETTLE
        case acts.Assigned() | acts.Contacted() | acts.Consulted() | acts.Mediated():
            return Turn.NOTHING
        case acts.Suspended() | acts.Resumed() | acts.ComplainantTold():
            return Turn.NOTHING
        case _:
            assert_never(event)


def _enforcement(event: acts.Enforcement) -> Turn:
    match event:
        case acts.Mended():
            return Turn.SETTLE
        case acts.Ordered():
            return Turn.BEGIN
        case acts.EnforcementSought():
            return Turn.HAND_OVER
        case acts.PenaltyNotified() | acts.Penalised() | acts.Handled() | acts.Paid():
            return Turn.NOTHING
        case _:
            assert_never(event)
