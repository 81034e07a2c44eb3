"""Sessions of 开工第一课 and 一月一村 as anybody may see them: no finding, no unit, no note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.disclosure.public.statistics import PublicTable


@dataclass(frozen=True, slots=True)
class PublicSession:
    """One session, held, ahead or called off."""

    number: str
    sample: bool
    kind: str
    """开工第一课 or 一月一村."""
    on: date
    start: str | None
    """Time of day, e.g. 14:00; None where it has not been set."""
    end: str | None
    town: str
    village: str | None
    place: str
    worksite: str | None
    """The code of a worksite that is in use, else None."""
    project: str | None
    form: str | None
    audience: tuple[str, ...]
    topics: tuple[str, ...]
    firms: int | None
    """How many units came; None where nobody has noted it."""
    first: int | None
    """How many of them came for the first time this year."""
    people: int | None
    approximate: bool
    """True where the number of people is one of 约 or 余."""
    held: bool
    """True from its day on, unless it was called off."""
    cancelled: str | None
    """Why it was called off."""


@dataclass(frozen=True, slots=True)
class PublicCoverage:
    """How many were reached in a year, against what the bureau has set itself."""

    year: int
    projects: int
    """Worksites whose codes are in use, samples apart."""
    projects_reached: int
    projects_target: str | None
    firms: int | None
    """All other firms; None where the bureau has confirmed no number."""
    firms_source: str | None
    firms_reached: int | None
    """Firms that came for the first time this year; None where no session says so."""
    firms_target: str | None
    unsaid: int
    """Sessions with firms of which nobody has noted how many came for the first time."""


@dataclass(frozen=True, slots=True)
class PublicOutreach:
    """Everything that is told of the sessions."""

    sessions: tuple[PublicSession, ...] = ()
    """By day, time and number, the oldest first."""
    coverage: PublicCoverage | None = None
    """Of the year of the ledger's date."""
    findings: tuple[PublicTable, ...] = ()
    """What was found, by kind and by what has become of it: counts in which nobody can be told."""
    least: int = 0
    """What was found at fewer units than this is never shown as a group."""


NO_OUTREACH: Final = PublicOutreach()
