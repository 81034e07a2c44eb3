"""专项行动: open cases by week until none is left.

A week is published once every number that it adds may be shown: what came in, what was settled, what is still open, and
whose money or headcount moved. Until then it waits and is published together with the weeks that follow, so that no
number has to be hidden between numbers that give it away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.disclosure.public import PublicCampaign, PublicPeriod
from generator.disclosure.statistics.counted import Census
from generator.disclosure.statistics.grouping import large_enough
from generator.disclosure.statistics.stages import Move, Stage, Stake, moves
from generator.model.portal import Campaign

_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_BEFORE: Final = -1

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Week:
    """What happened from one day to another, and what was open on the last."""

    first: date
    last: date
    received: tuple[Stake, ...]
    settled: tuple[Stake, ...]
    paid: tuple[Stake, ...]
    open: tuple[Stake, ...]


def weeks(campaign: Campaign) -> list[Span]:
    """The weeks of a campaign from its first day on; the last may be shorter."""
    days = (campaign.until - campaign.since).days
    firsts = [campaign.since + _WEEK * place for place in range(days // 7 + 1)]
    return [(first, min(first + _WEEK - _DAY, campaign.until)) for first in firsts]


def over(campaign: Campaign, as_of: date) -> list[Span]:
    """The weeks that are over: acts of the day itself may not be written down yet."""
    return [span for span in weeks(campaign) if span[1] < as_of]


def campaign_of(campaign: Campaign, counted: Census, as_of: date) -> PublicCampaign:
    """A campaign as far as whole weeks have passed."""
    every, past = weeks(campaign), over(campaign, as_of)
    periods, pending = _periods(_fold(counted, past))
    running = next((span for span in every if span[0] <= as_of <= span[1]), None)
    ahead = sum(first > as_of for first, _ in every)
    return PublicCampaign(campaign.name, campaign.since, campaign.until, periods, pending, running, ahead)


def _fold(counted: Census, past: Sequence[Span]) -> Iterator[Week]:
    found = _by_week((move for one in counted.cases for move in moves(one)), past)
    now: dict[str, Stake] = {}
    _apply(now, found[_BEFORE])
    for place, (first, last) in enumerate(past):
        here = found[place]
        _apply(now, here)
        yield Week(
            *(first, last),
            received=tuple(move.stake for move in here if move.after is Stage.OPEN is not move.before),
            settled=tuple(move.stake for move in here if move.before is Stage.OPEN is not move.after),
            paid=tuple(move.stake for move in here if move.before is Stage.OPEN is move.after),
            open=tuple(now.values()),
        )


def _by_week(found: Iterable[Move], past: Sequence[Span]) -> Mapping[int, list[Move]]:
    placed: defaultdict[int, list[Move]] = defaultdict(list)
    for move in found:
        if past:
            placed[max(_BEFORE, (move.on - past[0][0]).days // _WEEK.days)].append(move)
    return placed


def _apply(now: dict[str, Stake], found: Iterable[Move]) -> None:
    for move in found:
        if move.after is Stage.OPEN:
            now[move.stake.number] = move.stake
        else:
            now.pop(move.stake.number, None)


def _periods(found: Iterable[Week]) -> tuple[tuple[PublicPeriod, ...], Span | None]:
    done: list[PublicPeriod] = []
    waiting: list[Week] = []
    for week in found:
        waiting.append(week)
        if _may_be_shown(waiting):
            done.append(_period(waiting))
            waiting.clear()
    return tuple(done), (waiting[0].first, waiting[-1].last) if waiting else None


def _may_be_shown(joined: Sequence[Week]) -> bool:
    """True where each number, and each difference from the last one published, stands on enough cases."""
    received = [stake for week in joined for stake in week.received]
    settled = [stake for week in joined for stake in week.settled]
    moved = [*received, *settled, *(stake for week in joined for stake in week.paid)]
    still = joined[-1].open
    knows_people = ([stake for stake in some if stake.people is not None] for some in (moved, still))
    knows_amount = ([stake for stake in some if stake.owed_fen is not None] for some in (moved, still))
    return all(map(_enough, (received, settled, still, *knows_people, *knows_amount)))


def _enough(stakes: Iterable[Stake]) -> bool:
    return large_enough({stake.number for stake in stakes if stake.secret})


def _period(joined: Sequence[Week]) -> PublicPeriod:
    still = joined[-1].open
    return PublicPeriod(
        first=joined[0].first,
        last=joined[-1].last,
        received=sum(len(week.received) for week in joined),
        settled=sum(len(week.settled) for week in joined),
        open=len(still),
        people=sum(stake.people or 0 for stake in still),
        owed_fen=sum(stake.owed_fen or 0 for stake in still),
        approximate=any(stake.approximate for stake in still),
        unknown=sum(stake.people is None or stake.owed_fen is None for stake in still),
    )
