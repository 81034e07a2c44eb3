"""The law's order of acts and the bases of disclosure as tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.disclosure.coverage import COVERED
from generator.law.procedure import BARS, FLOW, SAME_DAY, predecessor
from generator.law.standing import LISTING_MONTHS
from generator.law.windows import CITED, ENDS
from generator.model import catalogue
from generator.model.basis import Basis
from generator.model.portal import DisclosurePolicy
from generator.reference.acts import ACTS, condition, variants
from generator.reference.fields import tag
from generator.reference.markdown import plain, table

_DAY: Final = date(2026, 3, 2)
_PROMISED: Final = ("统一流转—二次分派—疑难处置—回复销号", "本单位的办理流程，不是法律要求")


def predecessors_table() -> str:
    """Which earlier act each one needs, by law or by the bureau's own flow."""
    return table(("事项", "要先有", "为什么", "依据"), _predecessors())


def _predecessors() -> Iterator[tuple[str, str, str, str]]:
    for model in ACTS:
        every = variants(model, _DAY)
        found = [(one, needed) for one in every if (needed := predecessor(one.act))]
        for needed in dict.fromkeys(needed for _, needed in found):
            when = condition(every, [one for one, other in found if other == needed])
            yield when, "、".join(needed.earlier), plain(needed.sentence), str(needed.article)
        if not found and tag(model) in FLOW:
            yield tag(model), "、".join(FLOW[tag(model)]), *_PROMISED


def bars_table() -> str:
    """Which act may not follow which."""
    rows = (
        ("、".join(bar.acts), "、".join(bar.after), "、".join(bar.lifted_by), plain(bar.sentence), str(bar.article))
        for bar in BARS
    )
    return table(("不能再有", "在什么之后", "除非", "为什么", "依据"), rows)


def same_day() -> str:
    """The order of acts that bear the same date."""
    return " → ".join(SAME_DAY)


def bases_table() -> str:
    """What each basis shows, for how long, and on what ground it begins and ends."""
    head = ("依据", "显示哪些事项", "公示多久", "公开的法条", "停止公开的法条")
    return table(head, ((basis.value, _shows(basis), _length(basis), *_grounds(basis)) for basis in Basis))


def _shows(basis: Basis) -> str:
    return "、".join(tag(model) for model in ACTS if tag(model) in COVERED[basis])


def _length(basis: Basis) -> str:
    if basis.value in catalogue.fields(DisclosurePolicy):
        return "portal.yml「公开政策」定"
    return f"{LISTING_MONTHS.count} 个月，{LISTING_MONTHS.article}"


def _grounds(basis: Basis) -> tuple[str, str]:
    return "、".join(map(str, CITED[basis])), "、".join(map(str, ENDS[basis]))
