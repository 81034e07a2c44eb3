"""加付赔偿金: what an order to pay adds where its term passed without payment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.law.articles import CONTRACT, INSPECTION
from generator.law.calculator.step import Sentence, Step, rounded, step, yuan

LOWEST: Final = 50
HIGHEST: Final = 100
"""Percent of what is owed."""

_SOURCES: Final = (CONTRACT.art(85), INSPECTION.art(26))

NUMBERS: Final[Mapping[str, int | str]] = {"surcharge.lowest": LOWEST, "surcharge.highest": HIGHEST}

SENTENCES: Final[Mapping[str, Sentence]] = {
    "surcharge.range": Sentence("可以责令加付{low}到{high}。", _SOURCES),
    "surcharge.rates": Sentence(f"按应付的{{owed}}算：{LOWEST}%是{{low}}，{HIGHEST}%是{{high}}。", _SOURCES),
    "surcharge.sum": Sentence("连同欠的，一共{least}到{most}。"),
    "surcharge.ordered": Sentence("责令支付的期限已经过了、还没有付，符合加付的条件。加付多少，由部门决定。", _SOURCES),
    "surcharge.not_ordered": Sentence(
        "现在还不到时候：部门先责令限期支付，到期还不付，才加付。先投诉，请部门责令支付。", _SOURCES
    ),
}


def surcharge(owed: int, *, ordered: bool) -> tuple[Step, ...]:
    """The range for `owed` fen; `ordered` where an order to pay has passed its term. Halves of a fen go upwards."""
    low, high = rounded(owed * LOWEST, 100), rounded(owed * HIGHEST, 100)
    return (
        step("surcharge.range", low=yuan(low), high=yuan(high)),
        step("surcharge.rates", owed=yuan(owed), low=yuan(low), high=yuan(high)),
        step("surcharge.sum", least=yuan(owed + low), most=yuan(owed + high)),
        step("surcharge.ordered" if ordered else "surcharge.not_ordered"),
    )
