"""What a page is about: the public data that fills the slots of its frame, and nothing it does not show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.disclosure.public import (
    EndedCase,
    PublicBulletin,
    PublicCalculators,
    PublicCampaign,
    PublicCase,
    PublicFigures,
    PublicOutreach,
    PublicSession,
    PublicStatistics,
)
from generator.pages.bulletins.rows import BulletinRow
from generator.pages.employers import EmployerPage
from generator.pages.handouts import HandoutRow
from generator.pages.lists.cases import CaseList, Catalogue, Newest
from generator.pages.lists.notices import Notice, NoticeList
from generator.pages.lists.row import Row
from generator.pages.lookup.index import Directory, NamePage
from generator.pages.outreach import CampaignSessions, OutreachYear, Progress


@dataclass(frozen=True, slots=True)
class Overview:
    """What an editorial page shows of the records: as much as its slots ask for, so that others stay as they are."""

    latest: tuple[Row, ...] = ()
    latest_notices: tuple[Notice, ...] = ()
    newest: Newest | None = None
    catalogue: Catalogue | None = None
    notices: NoticeList | None = None
    figures: tuple[PublicFigures, ...] = ()
    directory: Directory | None = None
    statistics: PublicStatistics | None = None
    campaigns: tuple[PublicCampaign, ...] = ()
    as_of: date | None = None
    calculators: PublicCalculators | None = None
    outreach: PublicOutreach | None = None
    """For its coverage and its findings; the sessions are those of `year` and `ahead`."""
    year: OutreachYear | None = None
    ahead: tuple[PublicSession, ...] = ()
    progress: Progress | None = None
    campaign_sessions: tuple[CampaignSessions, ...] = ()
    bulletins: tuple[BulletinRow, ...] = ()
    handouts: tuple[HandoutRow, ...] = ()


Subject = (
    PublicCase | EndedCase | EmployerPage | CaseList | NoticeList | NamePage | OutreachYear | PublicBulletin | Overview
)
