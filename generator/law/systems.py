"""六项制度: what each wage system stands on and who has to see to it; which six a city counts is its own setting.

The words 六项制度 are in no regulation: 保障农民工工资支付条例 art 39 lists five, and cities add a sixth.
The other names that are in use for the same duties are known here too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.law.articles import WAGES, Article


@dataclass(frozen=True, slots=True)
class WageSystem:
    """A duty of a building site, with its articles and its bearer."""

    duty: str
    articles: tuple[Article, ...]


_CONTRACTOR: Final = "施工总承包单位"

_REAL_NAMES: Final = WageSystem("施工总承包单位、分包单位", (WAGES.art(28),))
_LABOUR_COSTS: Final = WageSystem("建设单位", (WAGES.art(24), WAGES.art(29)))
_ACCOUNT: Final = WageSystem(_CONTRACTOR, (WAGES.art(26),))
_PAID_BY_CONTRACTOR: Final = WageSystem(_CONTRACTOR, (WAGES.art(31),))
_DEPOSIT: Final = WageSystem(_CONTRACTOR, (WAGES.art(32),))
_BOARD: Final = WageSystem(_CONTRACTOR, (WAGES.art(34),))
_IN_FULL: Final = WageSystem("招用农民工的单位", (WAGES.art(12),))

SYSTEMS: Final[Mapping[str, WageSystem]] = MappingProxyType(
    {
        "实名制管理": _REAL_NAMES,
        "实名制": _REAL_NAMES,
        "人工费用拨付": _LABOUR_COSTS,
        "分账管理": _LABOUR_COSTS,
        "农民工工资专用账户": _ACCOUNT,
        "总包代发工资": _PAID_BY_CONTRACTOR,
        "银行代发工资": _PAID_BY_CONTRACTOR,
        "工资保证金": _DEPOSIT,
        "工资支付保证金": _DEPOSIT,
        "维权信息公示": _BOARD,
        "维权信息告示牌": _BOARD,
        "按月足额支付": _IN_FULL,
    }
)
"""By every name in use; a name that is not here is the city's own, and has no article until the bureau names one."""
