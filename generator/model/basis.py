"""公开依据: the four legal bases on which a case may be disclosed."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """A basis of disclosure, in the order in which pages name them; the value is the editors' word."""

    LISTING = "失信名单"
    MAJOR = "重大违法公布"
    PENALTY = "行政处罚"
    MEDIA = "媒体转载"

    @property
    def heading(self) -> str:
        """What the public reads, e.g. 失信联合惩戒名单."""
        return "失信联合惩戒名单" if self is Basis.LISTING else str(self.value)
