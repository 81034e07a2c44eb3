"""The place that a firm's name often begins with: an index by sound alone puts half a county under one letter."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_PROVINCES: Final = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
    "|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_PROVINCE: Final = rf"(?:{_PROVINCES})(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)?"
_SHORTEST: Final = 2
"""Characters that a name must have left, so that 上海五金 does not become nothing."""


def without_place(name: str, city: str) -> str:
    """A name without the province and the portal's own city in front of it; the same name where there is neither.

    Only these are taken off: the provinces are a closed list and the city is known, every other place is a guess.
    """
    found = _place(city).match(name)
    left = name[found.end() :] if found else name
    return left if len(left) >= _SHORTEST else name


@lru_cache(maxsize=8)
def _place(city: str) -> re.Pattern[str]:
    own = re.escape(city.rstrip("市县区"))
    return re.compile(rf"(?:{_PROVINCE})?(?:{own}[市县区]?)?")
