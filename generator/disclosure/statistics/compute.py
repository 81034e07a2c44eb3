"""The ledger → everything that is computed from it for the public."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from generator.disclosure.public import EndedCase, PublicCampaign, PublicCase, PublicStatistics
from generator.disclosure.statistics.campaign import campaign_of, over
from generator.disclosure.statistics.counted import census, last_of_month_before
from generator.disclosure.statistics.grouping import LEAST
from generator.disclosure.statistics.speed import payment, promise
from generator.disclosure.statistics.tables import answers, bases, endings, questions, table, totals
from generator.law.deadlines import settings_of
from generator.ledger import Ledger
from generator.model.portal import Campaign


def statistics(ledger: Ledger, cases: Iterable[PublicCase], ended: Iterable[EndedCase]) -> PublicStatistics:
    """The figures of a ledger, given what the gate lets out of it."""
    portal, until = ledger.portal.record, last_of_month_before(ledger.as_of)
    public = [case for case in cases if not case.sample]
    counted = census(ledger, {case.number for case in public}, until)
    asked = questions(portal, until)
    answered = answers(asked, counted)
    return PublicStatistics(
        until=until,
        cases=len(counted.cases),
        published=sum(not one.secret for one in counted.cases),
        narrowed=counted.narrowed,
        samples=sum(case.record.sample for case in ledger.cases),
        least=LEAST,
        tables=(
            totals(asked, answered, counted),
            *(table(one, answered, until) for one in asked),
            bases(public, ledger.as_of),
            promise(counted, portal.promise),
            payment(counted, settings_of(portal)),
            endings([case for case in ended if not case.sample], ledger.as_of),
        ),
    )


def campaigns(ledger: Ledger, cases: Iterable[PublicCase]) -> tuple[PublicCampaign, ...]:
    """The campaigns that the bureau has set, newest first."""
    public = {case.number for case in cases if not case.sample}
    asked: Sequence[Campaign] = sorted(ledger.portal.record.campaigns, key=lambda one: one.since, reverse=True)
    return tuple(_campaign(one, ledger, public) for one in asked)


def _campaign(asked: Campaign, ledger: Ledger, public: Collection[str]) -> PublicCampaign:
    past = over(asked, ledger.as_of)
    counted = census(ledger, public, past[-1][1] if past else date.min)
    return campaign_of(asked, counted, ledger.as_of)
