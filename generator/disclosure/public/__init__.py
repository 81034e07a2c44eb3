"""The only values a page can be made of: an allow-list by construction.

Nothing here holds a record, so a private field cannot be named in a template. `gate` builds these values; whoever adds
a field to a record changes nothing here, and the field stays private.
"""

from __future__ import annotations

from generator.disclosure.public.bulletin import Annex as Annex
from generator.disclosure.public.bulletin import EndedAnnex as EndedAnnex
from generator.disclosure.public.bulletin import PublicBulletin as PublicBulletin
from generator.disclosure.public.bulletin import Quarter as Quarter
from generator.disclosure.public.calculator import PublicCalculators as PublicCalculators
from generator.disclosure.public.calculator import PublicExample as PublicExample
from generator.disclosure.public.calculator import PublicSentence as PublicSentence
from generator.disclosure.public.calculator import PublicStandard as PublicStandard
from generator.disclosure.public.case import GIVES_ADDRESS as GIVES_ADDRESS
from generator.disclosure.public.case import IDENTIFIES as IDENTIFIES
from generator.disclosure.public.case import NAMES_HEAD as NAMES_HEAD
from generator.disclosure.public.case import EndedCase as EndedCase
from generator.disclosure.public.case import Ending as Ending
from generator.disclosure.public.case import PublicCase as PublicCase
from generator.disclosure.public.case import PublicEmployer as PublicEmployer
from generator.disclosure.public.case import PublicEvent as PublicEvent
from generator.disclosure.public.case import PublicGround as PublicGround
from generator.disclosure.public.case import PublicListing as PublicListing
from generator.disclosure.public.case import PublicObjection as PublicObjection
from generator.disclosure.public.case import PublicPerson as PublicPerson
from generator.disclosure.public.case import in_order as in_order
from generator.disclosure.public.outreach import NO_OUTREACH as NO_OUTREACH
from generator.disclosure.public.outreach import PublicCoverage as PublicCoverage
from generator.disclosure.public.outreach import PublicOutreach as PublicOutreach
from generator.disclosure.public.outreach import PublicSession as PublicSession
from generator.disclosure.public.portal import PublicChannel as PublicChannel
from generator.disclosure.public.portal import PublicFigure as PublicFigure
from generator.disclosure.public.portal import PublicFigures as PublicFigures
from generator.disclosure.public.portal import PublicPortal as PublicPortal
from generator.disclosure.public.site import PublicSite as PublicSite
from generator.disclosure.public.statistics import PublicCampaign as PublicCampaign
from generator.disclosure.public.statistics import PublicCount as PublicCount
from generator.disclosure.public.statistics import PublicPeriod as PublicPeriod
from generator.disclosure.public.statistics import PublicStatistics as PublicStatistics
from generator.disclosure.public.statistics import PublicTable as PublicTable
from generator.disclosure.public.worksite import PublicSystem as PublicSystem
from generator.disclosure.public.worksite import PublicWage as PublicWage
from generator.disclosure.public.worksite import PublicWorksite as PublicWorksite
from generator.disclosure.public.worksite import RevokedWorksite as RevokedWorksite
from generator.disclosure.public.worksite import Slot as Slot
from generator.law.articles import Article as Article
from generator.model.basis import Basis as Basis
