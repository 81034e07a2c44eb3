"""终局裁决: up to which amount an award is final for the unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.law.articles import ARBITRATION
from generator.law.calculator.step import Sentence, Step, step, yuan
from generator.law.terms import Term

FINAL: Final = Term(12, ARBITRATION.art(47))
ITEMS: Final = ("工资", "加班费", "经济补偿", "赔偿金")
"""What a person may ask for, in the order of the form."""

_FINAL: Final = (FINAL.article,)
_AFTER: Final = (FINAL.article, ARBITRATION.art(48), ARBITRATION.art(49))

NUMBERS: Final[Mapping[str, int | str]] = {"ceiling.months": FINAL.count}

SENTENCES: Final[Mapping[str, Sentence]] = {
    "ceiling.all": Sentence("每一项都没有超过{limit}：裁决是终局，作出就生效。您不服，15日内还可以起诉。", _AFTER),
    "ceiling.some": Sentence(
        "有的没有超过{limit}，有的超过了。裁在一份裁决里是不是终局，看当地的规定，请问仲裁委员会。", _FINAL
    ),
    "ceiling.none": Sentence(
        "每一项都超过{limit}：裁决不是终局。不服的，收到裁决书15日内可以起诉。", (FINAL.article, ARBITRATION.art(50))
    ),
    "ceiling.limit": Sentence(f"终局的上限：月最低工资{{monthly}}×{FINAL.count}个月，是{{limit}}。", _FINAL),
    "ceiling.within": Sentence("{item}{amount}：没有超过。", _FINAL),
    "ceiling.above": Sentence("{item}{amount}：超过了。", _FINAL),
}


def ceiling(monthly: int, amounts: Sequence[int]) -> tuple[Step, ...]:
    """For a local minimum of `monthly` fen; `amounts` in fen by the order of `ITEMS`, 0 where nothing is asked.

    Each item is compared on its own. At least one of them is above 0.
    """
    limit = monthly * FINAL.count
    asked = [(item, amount) for item, amount in zip(ITEMS, amounts, strict=True) if amount]
    within = sum(amount <= limit for _, amount in asked)
    answer = "all" if within == len(asked) else "some" if within else "none"
    return (
        step(f"ceiling.{answer}", limit=yuan(limit)),
        step("ceiling.limit", monthly=yuan(monthly), limit=yuan(limit)),
        *_compared(asked, limit),
    )


def _compared(asked: Sequence[tuple[str, int]], limit: int) -> Iterator[Step]:
    for item, amount in asked:
        yield step("ceiling.within" if amount <= limit else "ceiling.above", item=item, amount=yuan(amount))
