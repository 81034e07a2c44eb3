"""开工第一课 and 一月一村: sessions by month and by town, what was reached, and how far the wage systems have got."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator import routes
from generator.disclosure.public import PublicCampaign, PublicSession, PublicSite, PublicWorksite

LESSON: Final = "开工第一课"
VILLAGE: Final = "一月一村"
_STATES: Final = ("已落实", "部分落实", "未落实")


@dataclass(frozen=True, slots=True)
class Month:
    """The sessions of one month."""

    label: str
    sessions: tuple[PublicSession, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What sessions that were held add up to; samples never count."""

    lessons: int
    villages: int
    attendances: int
    """Units, each as often as it came."""
    people: int
    approximate: bool
    unsaid: int
    """Sessions of which nobody has noted how many people came."""


@dataclass(frozen=True, slots=True)
class TownSessions:
    """The sessions of one town in a year."""

    town: str
    lessons: int
    villages: int
    ahead: int
    last: date | None
    """Day of the last that was held."""
    samples: int
    """Invented ones, which are not in the numbers."""


@dataclass(frozen=True, slots=True)
class OutreachYear:
    """The sessions of one year, as its page shows them."""

    year: int
    months: tuple[Month, ...]
    tally: Tally
    towns: tuple[TownSessions, ...]
    samples: int
    others: tuple[int, ...]
    """Every year that has a page, the newest first."""


@dataclass(frozen=True, slots=True)
class SystemProgress:
    """On how many sites a wage system is carried out; a site counts where it stands on its own page."""

    name: str
    counts: tuple[tuple[str, int], ...]
    """已落实, 部分落实, 未落实, 还没有核查, each with its number of sites."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The six systems over all worksites in use; samples never count."""

    sites: int
    whole: int
    """Sites on which every system is carried out."""
    systems: tuple[SystemProgress, ...]
    samples: int


@dataclass(frozen=True, slots=True)
class CampaignSessions:
    """The sessions that were held during a campaign."""

    name: str
    tally: Tally
    ahead: int
    samples: int


def years(site: PublicSite) -> tuple[OutreachYear, ...]:
    """Every year with sessions, the newest first."""
    by_year: defaultdict[int, list[PublicSession]] = defaultdict(list)
    for session in site.outreach.sessions:
        by_year[session.on.year].append(session)
    known = tuple(sorted(by_year, reverse=True))
    return tuple(_year(year, by_year[year], known) for year in known)


def this_year(found: Sequence[OutreachYear], as_of: date) -> OutreachYear:
    """The year of the day, or the newest before it; an empty one where there is none."""
    known = tuple(one.year for one in found)
    return next((one for one in found if one.year <= as_of.year), _year(as_of.year, (), known))


def ahead(site: PublicSite) -> tuple[PublicSession, ...]:
    """What is still to come, the next first; those called off too, for somebody may be waiting for them."""
    return tuple(one for one in site.outreach.sessions if one.on > site.portal.as_of)


def _year(year: int, sessions: Sequence[PublicSession], known: tuple[int, ...]) -> OutreachYear:
    by_month: defaultdict[int, list[PublicSession]] = defaultdict(list)
    for session in sessions:
        by_month[session.on.month].append(session)
    return OutreachYear(
        year=year,
        months=tuple(Month(f"{month}月", tuple(found)) for month, found in sorted(by_month.items())),
        tally=tally(sessions),
        towns=tuple(_towns(sessions)),
        samples=sum(one.sample for one in sessions),
        others=known,
    )


def tally(sessions: Iterable[PublicSession]) -> Tally:
    """What these add up to."""
    held = [one for one in sessions if one.held and not one.sample]
    return Tally(
        lessons=sum(one.kind == LESSON for one in held),
        villages=sum(one.kind == VILLAGE for one in held),
        attendances=sum(one.firms or 0 for one in held),
        people=sum(one.people or 0 for one in held),
        approximate=any(one.approximate for one in held),
        unsaid=sum(one.people is None for one in held),
    )


def _towns(sessions: Sequence[PublicSession]) -> Iterator[TownSessions]:
    """Most sessions first; a town with invented ones alone is there too, with noughts."""
    by_town: defaultdict[str, list[PublicSession]] = defaultdict(list)
    for session in sessions:
        by_town[session.town].append(session)
    found = (_town(town, some) for town, some in by_town.items())
    return iter(sorted(found, key=lambda one: (-one.lessons - one.villages, -one.samples, one.town)))


def _town(town: str, sessions: Sequence[PublicSession]) -> TownSessions:
    held = [one for one in sessions if one.held and not one.sample]
    kinds = Counter(one.kind for one in held)
    coming = sum(not one.held and one.cancelled is None and not one.sample for one in sessions)
    last = max((one.on for one in held), default=None)
    return TownSessions(town, kinds[LESSON], kinds[VILLAGE], coming, last, sum(one.sample for one in sessions))


def campaign_sessions(site: PublicSite) -> tuple[CampaignSessions, ...]:
    """The sessions of each campaign, in the order of the campaigns."""
    return tuple(_during(one, site.outreach.sessions) for one in site.campaigns)


def _during(campaign: PublicCampaign, sessions: Iterable[PublicSession]) -> CampaignSessions:
    within = [one for one in sessions if campaign.since <= one.on <= campaign.until]
    coming = sum(not one.held and one.cancelled is None and not one.sample for one in within)
    return CampaignSessions(campaign.name, tally(within), coming, sum(one.sample for one in within))


def progress(worksites: Iterable[PublicWorksite]) -> Progress:
    """How far the systems have got. What each site's own page tells is no secret, so every number is shown."""
    every = tuple(worksites)
    sites = [one for one in every if not one.sample]
    counted = {name: Counter[str | None]() for one in sites for name in (system.name for system in one.systems)}
    for one in sites:
        for system in one.systems:
            counted[system.name][system.status] += 1
    return Progress(
        sites=len(sites),
        whole=sum(bool(one.systems) and all(system.status == _STATES[0] for system in one.systems) for one in sites),
        systems=tuple(SystemProgress(name, _counts(found, len(sites))) for name, found in counted.items()),
        samples=len(every) - len(sites),
    )


def _counts(found: Counter[str | None], sites: int) -> tuple[tuple[str, int], ...]:
    known = [(state, found[state]) for state in _STATES]
    return (*known, ("还没有核查", sites - sum(number for _, number in known)))


def address(year: OutreachYear) -> str:
    """The page of a year."""
    return routes.outreach_year(year.year)
