"""The gate of the sessions: what calendars, pages and open data may show; what was found leaves as counts alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final, get_args

from generator.disclosure.public import PublicCoverage, PublicOutreach, PublicSession, PublicTable, PublicWorksite
from generator.disclosure.statistics.counted import last_of_month_before
from generator.disclosure.statistics.grouping import LEAST, Part, groups, rows
from generator.ledger import Ledger
from generator.model.case import Violation
from generator.model.outreach import Finding, Outcome, Session
from generator.model.portal import OutreachPlan

_WAITING: Final = "还没有跟进"
_OUTCOMES: Final = (*get_args(Outcome), _WAITING)
_LESSON: Final = "开工第一课"


def disclose_outreach(ledger: Ledger, sites: Collection[PublicWorksite]) -> PublicOutreach:
    """What anybody may learn of the sessions on the ledger's date; `sites` are the worksites whose codes are in use."""
    projects = {site.code: site.project for site in sites}
    records = [one.record for one in ledger.sessions]
    sessions = sorted((_public(one, projects, ledger.as_of) for one in records), key=_place)
    held = [one for one in sessions if one.held and not one.sample and one.on.year == ledger.as_of.year]
    return PublicOutreach(
        sessions=tuple(sessions),
        coverage=_coverage(ledger, held, [site for site in sites if not site.sample]) if records else None,
        findings=tuple(_findings([one for one in records if not one.sample], last_of_month_before(ledger.as_of))),
        least=LEAST,
    )


def next_session_change(ledger: Ledger) -> date | None:
    """The next day on which a session that is ahead will have been held."""
    return min((one.record.on for one in ledger.sessions if one.record.on > ledger.as_of), default=None)


def found_units(ledger: Ledger) -> Iterator[str]:
    """Whoever something was found of; for the sweep alone."""
    return (finding.employer for one in ledger.sessions for finding in one.record.findings if finding.employer)


def _place(session: PublicSession) -> tuple[date, str, str]:
    return session.on, session.start or "", session.number


def _public(record: Session, projects: dict[str, str], as_of: date) -> PublicSession:
    start, _, end = (record.time or "").partition("-")
    held = record.on <= as_of and record.cancelled is None
    came = record if held else record.model_copy(update={"firms": None, "first": None, "people": None})
    return PublicSession(
        number=record.number,
        sample=record.sample,
        kind=record.kind,
        on=record.on,
        start=start or None,
        end=end or None,
        town=record.town,
        village=record.village,
        place=record.place,
        worksite=record.worksite if record.worksite in projects else None,
        project=projects.get(record.worksite or ""),
        form=record.form,
        audience=record.audience,
        topics=record.topics,
        firms=came.firms.number if came.firms else None,
        first=came.first.number if came.first else None,
        people=came.people.number if came.people else None,
        approximate=bool(came.people and came.people.approximate),
        held=held,
        cancelled=record.cancelled,
    )


def _coverage(ledger: Ledger, held: Collection[PublicSession], sites: Collection[PublicWorksite]) -> PublicCoverage:
    plan: OutreachPlan = ledger.portal.record.outreach
    lessons = [one for one in held if one.kind == _LESSON]
    reached = {one.worksite for one in lessons if one.worksite}
    counted = [one.first for one in held if one.first is not None]
    return PublicCoverage(
        year=ledger.as_of.year,
        projects=len(sites),
        projects_reached=sum(site.code in reached for site in sites),
        projects_target=plan.projects,
        firms=plan.total.number if plan.total else None,
        firms_source=plan.source,
        firms_reached=sum(counted) if counted else None,
        firms_target=plan.firms,
        unsaid=sum(one.firms is not None and one.first is None for one in held),
    )


def _findings(records: Collection[Session], until: date) -> Iterator[PublicTable]:
    """By the end of a month: a number that moves once a month tells of no single session."""
    found = [(one, finding) for one in records if one.on <= until for finding in one.findings]
    how = "每一项问题算一次。来自不到三个单位的，和别的合在一起，或者不公布。"
    kinds = [_part(finding.violation, one, finding) for one, finding in found]
    yield _table(("findings-by-kind", "发现的问题", "问题", how, until), kinds, get_args(Violation), "种问题")
    states = [_part(_state(finding, until), one, finding) for one, finding in found]
    how = "照最近一次跟进的结果算，跟进在截至日期以后的不算。"
    yield _table(("findings-by-outcome", "后来怎样", "结果", how, until), states, _OUTCOMES, "种结果")


def _table(
    head: tuple[str, str, str, str, date], parts: Collection[Part], labels: tuple[str, ...], rest: str
) -> PublicTable:
    counts = rows(groups(parts, labels), "件", rest)
    return PublicTable(*head, counts or (), withheld=counts is None)


def _part(label: str, session: Session, finding: Finding) -> Part:
    """Where no unit is named, all that a session found may be of one: its worksite, or somebody it met that day."""
    unit = finding.employer or session.worksite or session.number
    return Part(label, 1, unit, secret=True)


def _state(finding: Finding, until: date) -> str:
    said = [one.outcome for one in finding.follow_ups if one.on <= until]
    return said[-1] if said else _WAITING
