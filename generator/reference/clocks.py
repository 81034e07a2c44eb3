"""The clocks as a table, found by running each on invented acts: what starts it, what stops it, how long, by what.

Nothing is copied from the clocks: every act of the catalogue is tried as a start and as a stop, with all its choices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.law.calendar import WorkCalendar
from generator.law.clock import Clock, Deadline, History, Settings
from generator.law.deadlines import CLOCKS
from generator.law.standing import in_order, standing
from generator.model import catalogue
from generator.model.basis import Basis
from generator.model.case import Approval
from generator.model.event import DatedEvent, Event
from generator.model.portal import LegalTerms, ServicePromise
from generator.model.values import Days
from generator.reference.acts import ACTS, Variant, condition, fuller, variants
from generator.reference.fields import tag
from generator.reference.markdown import table

_BEFORE: Final = date(2050, 3, 2)
_START: Final = date(2050, 6, 1)
_STOP: Final = date(2060, 6, 1)  # whatever has a term has run it by then
_ODD: Final = Days(77)
_SETTINGS: Final = Settings(ServicePromise(), LegalTerms(), zhejiang=True)


def _approvals(on: date) -> dict[Basis, Approval]:
    return {basis: Approval.model_validate({"岗位": "某岗位", "日期": on.isoformat()}) for basis in Basis}


_APPROVED: Final = _approvals(_BEFORE)
_CALENDAR: Final = WorkCalendar()


@dataclass(frozen=True, slots=True)
class Started:
    """A clock that runs: in a case with these acts, since the last of them."""

    clock: Clock
    acts: tuple[Event, ...]
    model: type[DatedEvent]
    variant: Variant
    deadline: Deadline


def clocks_table() -> str:
    """A row for each clock."""
    return table(("期限", "从哪件事起算", "到哪件事为止", "多长", "依据"), map(row, CLOCKS))


def row(clock: Clock) -> tuple[str, ...]:
    """A clock's name, what starts it, what stops it, how long it runs, and on what ground."""
    found = starts(clock)
    ends = dict.fromkeys(end for one in found for end in stops(one))
    return (
        found[0].deadline.name,
        "、".join(dict.fromkeys(_start_words(found))),
        "、".join(ends),
        "；".join(dict.fromkeys(words for one in found for words in _lengths(one))),
        _ground(found[0]),
    )


def starts(clock: Clock) -> list[Started]:
    """Every way in which an act starts a clock: by itself, or else after one other act, or else saying all it may."""
    alone = _started(clock, ())
    after = alone or [one for other in ACTS for one in _started(clock, (_full(other),))]
    found = after or [one for other in ACTS for one in _started(clock, (_full(other),), _saying_all)]
    if not found:
        raise ValueError(f"no act and no two acts start the clock {clock}")
    return found


def stops(started: Started) -> list[str]:
    """Every act that stops a clock, and every approval."""
    found = []
    for model in ACTS:
        every = variants(model, _STOP)
        stopping = [one for one in every if _stop(started, (*started.acts, one.act), {}) is one.act]
        found += [condition(every, stopping)] if stopping else []
    approvals = [
        f"批准公开（{basis.value}）"
        for basis, given in _approvals(_STOP).items()
        if _stop(started, started.acts, {basis: given}) is given
    ]
    return found + approvals


def _started(
    clock: Clock,
    before: tuple[Event, ...],
    said: Callable[[type[DatedEvent], Variant], Event] = lambda _, variant: variant.act,
) -> list[Started]:
    return [
        Started(clock, (*before, act), model, variant, deadline)
        for model in ACTS
        for variant in variants(model, _START)
        for act in (said(model, variant),)
        for deadline in _run(clock, (*before, act))
    ]


def _saying_all(model: type[DatedEvent], variant: Variant) -> Event:
    return variant.with_words(dict(fuller(model, variant)))


def _run(
    clock: Clock,
    events: tuple[Event, ...],
    approvals: Mapping[Basis, Approval] = MappingProxyType({}),
    settings: Settings = _SETTINGS,
) -> list[Deadline]:
    given = {**_APPROVED, **approvals}
    listing = standing(events, _STOP).listing
    return list(clock(History(tuple(in_order(events)), given, settings, _CALENDAR, _STOP, listing)))


def _full(model: type[DatedEvent]) -> Event:
    """An act with everything that it may say."""
    return _saying_all(model, variants(model, _BEFORE)[0])


def _stop(started: Started, events: tuple[Event, ...], approvals: Mapping[Basis, Approval]) -> Event | Approval | None:
    runs = _run(started.clock, events, approvals)
    return next((one.stop for one in runs if one.start is started.deadline.start), None)


def _start_words(found: Sequence[Started]) -> Iterator[str]:
    """Where acts of a kind start a clock in several ways, their choices are named together."""
    for model in dict.fromkeys(one.model for one in found):
        same = [one for one in found if one.model is model]
        kind = condition(variants(model, _START), [one.variant for one in same])
        for first, start, since in dict.fromkeys(map(_since, same)):
            yield f"{start}{since}（有{kind}时）" if start != tag(model) else f"{first}{kind}{since}"


def _since(started: Started) -> tuple[str, str, str]:
    """After which other act, from which act, and from which of its days, where that is not its date."""
    start, since = started.deadline.start, started.deadline.since
    first = f"{started.acts[0].kind}之后的" if len(started.acts) > 1 else ""
    if since == start.on:
        return first, start.kind, _later(started)
    names = {info.alias: name for name, info in type(start).model_fields.items()}
    days = [key for key, name in names.items() if getattr(start, name) == since]
    return first, start.kind, f"的「{days[0]}」" if days else "期满"


def _later(started: Started) -> str:
    """The day field from which the clock runs where the act says it."""
    for key, run in _fuller_runs(started):
        if run.since != run.start.on:
            return f"（写了「{key}」的，从那天起算）"
    return ""


def _lengths(started: Started) -> Iterator[str]:
    yield str(started.deadline.length)
    for key, run in _fuller_runs(started):
        if run.length != started.deadline.length:
            yield f"写了「{key}」的 {run.length}"


def _fuller_runs(started: Started) -> Iterator[tuple[str, Deadline]]:
    for key, said in fuller(started.model, started.variant):
        act = started.variant.with_words({key: said})
        yield from ((key, run) for run in _run(started.clock, (*started.acts[:-1], act)))


def _ground(started: Started) -> str:
    """The article, or the setting that the length is taken from."""
    article = started.deadline.article
    elsewhere = replace(_SETTINGS, zhejiang=False)
    local = "" if _run(started.clock, started.acts, settings=elsewhere) else "（只在浙江省内）"
    return f"{article}{local}" if article else "、".join(_settings_behind(started))


def _settings_behind(started: Started) -> Iterator[str]:
    for key in catalogue.fields(ServicePromise):
        promise = ServicePromise.model_validate({key: str(_ODD)})
        if _takes(started, replace(_SETTINGS, promise=promise)):
            yield f"portal.yml「服务承诺」的「{key}」，是承诺，不是法定期限"
    for key in catalogue.fields(LegalTerms):
        terms = LegalTerms.model_validate({key: str(_ODD)})
        if _takes(started, replace(_SETTINGS, terms=terms)):
            yield f"portal.yml「办理期限」的「{key}」，待主管部门确认"


def _takes(started: Started, settings: Settings) -> bool:
    return any(one.length == _ODD for one in _run(started.clock, started.acts, settings=settings))
