"""未结: when a case becomes open, when it stops being open, and what is still owed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import assert_never

from generator.disclosure.statistics.counted import Counted
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


class Stage(Enum):
    """Where a case is."""

    OPEN = auto()
    SETTLED = auto()
    HANDED = auto()


@dataclass(frozen=True, slots=True)
class Stake:
    """A case with what is still at stake in it; None where the record does not say."""

    number: str
    secret: bool
    people: int | None
    owed_fen: int | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Move:
    """A day on which a case opened, stopped being open, or was paid in part."""

    on: date
    stake: Stake
    """After this act."""
    before: Stage | None
    after: Stage


def moves(one: Counted) -> Iterator[Move]:
    """Every act that moved the case or its money, in the order of the fold."""
    stage, paid = None, 0
    for event in one.events:
        after = _stage(stage, turn(event))
        paid += event.amount.fen if isinstance(event, acts.Paid) else 0
        if after is not stage or isinstance(event, acts.Paid):
            yield Move(event.on, _stake(one, paid), stage, after)
        stage = after


def _stage(before: Stage | None, turned: Turn) -> Stage:
    match turned:
        case Turn.SETTLE:
            return Stage.SETTLED
        case Turn.HAND_OVER:
            return Stage.SETTLED if before is Stage.SETTLED else Stage.HANDED
        case Turn.BEGIN:
            return Stage.HANDED if before is Stage.HANDED else Stage.OPEN
        case Turn.GIVE_BACK:
            return Stage.SETTLED if before is Stage.SETTLED else Stage.OPEN
        case Turn.NOTHING:
            return before or Stage.OPEN
        case _:
            assert_never(turned)


def _stake(one: Counted, paid: int) -> Stake:
    arrears = one.case.record.arrears
    people = arrears.people if arrears else None
    owed = arrears.amount if arrears else None
    return Stake(
        one.number,
        one.secret,
        people.number if people else None,
        max(0, owed.fen - paid) if owed else None,
        bool(people and people.approximate) or bool(owed and owed.approximate),
    )


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
