"""The tallies of all cases → everything that is computed from them for the public."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from generator.disclosure.public import EndedCase, PublicCampaign, PublicCase, PublicStatistics
from generator.disclosure.statistics.campaign import campaign_of, over
from generator.disclosure.statistics.counted import census, last_of_month_before
from generator.disclosure.statistics.grouping import LEAST
from generator.disclosure.statistics.speed import payment, promise
from generator.disclosure.statistics.tables import answers, bases, endings, open_cases, questions, table, totals
from generator.disclosure.statistics.tally import Tally
from generator.model.portal import Campaign, Portal


def statistics(
    portal: Portal, as_of: date, tallies: Collection[Tally], cases: Iterable[PublicCase], ended: Iterable[EndedCase]
) -> PublicStatistics:
    """The figures of all cases, given what the gate lets out of them."""
    until = last_of_month_before(as_of)
    public = [case for case in cases if not case.sample]
    counted = census(tallies, {case.number for case in public}, until)
    asked = questions(portal, until)
    answered = answers(asked, counted)
    return PublicStatistics(
        until=until,
        cases=len(counted.cases),
        published=sum(not one.secret for one in counted.cases),
        narrowed=counted.narrowed,
        samples=sum(case.sample for case in tallies),
        least=LEAST,
        tables=(
            totals(asked, answered, counted),
            *(table(one, answered, until) for one in asked),
            open_cases(counted),
            bases(public, as_of),
            promise(counted, portal.promise),
            payment(counted),
            endings([case for case in ended if not case.sample], as_of),
        ),
    )


def campaigns(
    portal: Portal, as_of: date, tallies: Collection[Tally], cases: Iterable[PublicCase]
) -> tuple[PublicCampaign, ...]:
    """The campaigns that the bureau has set, newest first."""
    public = {case.number for case in cases if not case.sample}
    asked: Sequence[Campaign] = sorted(portal.campaigns, key=lambda one: one.since, reverse=True)
    return tuple(_campaign(one, tallies, public, as_of) for one in asked)


def _campaign(asked: Campaign, tallies: Collection[Tally], public: Collection[str], as_of: date) -> PublicCampaign:
    past = over(asked, as_of)
    counted = census(tallies, public, past[-1][1] if past else date.min)
    return campaign_of(asked, counted, as_of)
