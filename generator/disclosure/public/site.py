"""Everything that pages and data files are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.disclosure.public.bulletin import PublicBulletin
from generator.disclosure.public.calculator import PublicCalculators
from generator.disclosure.public.case import EndedCase, PublicCase
from generator.disclosure.public.outreach import NO_OUTREACH, PublicOutreach
from generator.disclosure.public.portal import PublicFigures, PublicPortal
from generator.disclosure.public.statistics import PublicCampaign, PublicStatistics
from generator.disclosure.public.worksite import PublicWage, PublicWorksite, RevokedWorksite


@dataclass(frozen=True, slots=True)
class PublicSite:
    """Everything that pages and data files are made of, at one date."""

    portal: PublicPortal
    cases: tuple[PublicCase, ...]
    """Newest first, by (since, number)."""
    ended: tuple[EndedCase, ...]
    figures: tuple[PublicFigures, ...]
    statistics: PublicStatistics
    campaigns: tuple[PublicCampaign, ...]
    """Newest first."""
    next_change: date | None
    """Next day on which the output would differ if no record changed."""
    worksites: tuple[PublicWorksite, ...] = ()
    """Sites whose codes are in use, by code."""
    revoked_worksites: tuple[RevokedWorksite, ...] = ()
    """Codes that were revoked, by code; disjoint from `worksites`."""
    minimum_wage: PublicWage | None = None
    """None where the city has set none."""
    calculators: PublicCalculators | None = None
    """None where no page explains the rules."""
    outreach: PublicOutreach = NO_OUTREACH
    """开工第一课 and 一月一村."""
    bulletins: tuple[PublicBulletin, ...] = ()
    """One for every finished quarter since the first publication under 29号令, newest first."""
