"""未结: when a case becomes open, when it stops being open, and what is still owed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import assert_never

from generator.disclosure.statistics.counted import Counted
from generator.disclosure.statistics.course import Turn


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


def stage_of(one: Counted) -> Stage | None:
    """Where the case has come to; None where nothing has happened in it."""
    stage = None
    for step in one.steps:
        stage = _stage(stage, step.turn)
    return stage


def moves(one: Counted) -> Iterator[Move]:
    """Every act that moved the case or its money, in the order of the fold."""
    stage, paid = None, 0
    for step in one.steps:
        after = _stage(stage, step.turn)
        paid += step.paid.number if step.paid else 0
        if after is not stage or step.paid:
            yield Move(step.on, _stake(one, paid), stage, after)
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
    people, owed = one.case.people, one.case.owed
    return Stake(
        one.number,
        one.secret,
        people.number if people else None,
        max(0, owed.number - paid) if owed else None,
        bool(people and people.approximate) or bool(owed and owed.approximate),
    )
