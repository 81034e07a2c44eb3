"""经过: the closed set of dated acts that a case is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.event.amendment import Corrected as Corrected
from generator.model.event.amendment import Reference as Reference
from generator.model.event.amendment import Revoked as Revoked
from generator.model.event.amendment import TakenDown as TakenDown
from generator.model.event.base import DatedEvent as DatedEvent
from generator.model.event.base import Documented as Documented
from generator.model.event.criminal import CriminalCaseOpened as CriminalCaseOpened
from generator.model.event.criminal import CriminalEnded as CriminalEnded
from generator.model.event.criminal import Judged as Judged
from generator.model.event.criminal import Prosecuted as Prosecuted
from generator.model.event.criminal import Sentence as Sentence
from generator.model.event.criminal import Transferred as Transferred
from generator.model.event.enforcement import EnforcementSought as EnforcementSought
from generator.model.event.enforcement import Handled as Handled
from generator.model.event.enforcement import Mended as Mended
from generator.model.event.enforcement import Ordered as Ordered
from generator.model.event.enforcement import Paid as Paid
from generator.model.event.enforcement import Penalised as Penalised
from generator.model.event.enforcement import PenaltyNotified as PenaltyNotified
from generator.model.event.enforcement import Severity as Severity
from generator.model.event.intake import Accepted as Accepted
from generator.model.event.intake import Assigned as Assigned
from generator.model.event.intake import Closed as Closed
from generator.model.event.intake import ComplainantTold as ComplainantTold
from generator.model.event.intake import Consulted as Consulted
from generator.model.event.intake import Contacted as Contacted
from generator.model.event.intake import Filed as Filed
from generator.model.event.intake import FilingWithdrawn as FilingWithdrawn
from generator.model.event.intake import Mediated as Mediated
from generator.model.event.intake import NotAccepted as NotAccepted
from generator.model.event.intake import Received as Received
from generator.model.event.intake import Resumed as Resumed
from generator.model.event.intake import Suspended as Suspended
from generator.model.event.listing import Delisted as Delisted
from generator.model.event.listing import Listed as Listed
from generator.model.event.listing import ListingNotified as ListingNotified
from generator.model.event.listing import NotListed as NotListed
from generator.model.event.listing import Objected as Objected
from generator.model.event.listing import ObjectionVerified as ObjectionVerified
from generator.model.event.listing import Person as Person
from generator.model.event.listing import Promised as Promised
from generator.model.event.listing import RemovalRefused as RemovalRefused
from generator.model.event.listing import RemovalSought as RemovalSought

Intake = (
    Received
    | Accepted
    | NotAccepted
    | Assigned
    | Contacted
    | Consulted
    | Mediated
    | Filed
    | Suspended
    | Resumed
    | ComplainantTold
    | FilingWithdrawn
    | Closed
)
"""What the bureau does with a complaint."""

Enforcement = Ordered | PenaltyNotified | Penalised | Handled | EnforcementSought | Paid | Mended
"""Orders and decisions, and what is done about them."""

ListingAct = (
    ListingNotified
    | Objected
    | ObjectionVerified
    | Listed
    | NotListed
    | Promised
    | RemovalSought
    | RemovalRefused
    | Delisted
)
"""Everything about the list (45号令)."""

CriminalAct = Transferred | CriminalCaseOpened | Prosecuted | Judged | CriminalEnded
"""From the police to the court."""

Amendment = Revoked | Corrected | TakenDown
"""Acts about earlier acts."""

Event = Annotated[Intake | Enforcement | ListingAct | CriminalAct | Amendment, Field(discriminator="kind")]
