"""Which acts each basis may show: an allow-list, so that a new kind of event stays inside until somebody decides."""

from __future__ import annotations

from typing import Final

from generator.law.windows import Window
from generator.model.basis import Basis
from generator.model.case import MediaDisclosure
from generator.model.event import Event

_PENALTY: Final = frozenset(
    {"责令改正", "处罚告知", "行政处罚", "申请强制执行", "支付", "改正完毕", "文书撤销", "更正"}
)
_LISTING: Final = frozenset(
    {
        "责令改正",
        "列入告知",
        "提出异议",
        "异议核实",
        "列入失信名单",
        "支付",
        "改正完毕",
        "信用承诺",
        "申请移出",
        "文书撤销",
        "更正",
    }
)
_CRIMINAL: Final = frozenset({"移送公安", "刑事立案", "提起公诉", "法院判决"})
_MAJOR: Final = _PENALTY | _CRIMINAL | {"接到投诉", "立案", "行政处理"}

COVERED: Final = {
    Basis.LISTING: _LISTING,
    Basis.MAJOR: _MAJOR,
    Basis.PENALTY: _PENALTY,
    Basis.MEDIA: _CRIMINAL | {"接到投诉", "责令改正", "行政处罚", "行政处理", "支付", "改正完毕"},
}

_DOCUMENTS: Final = {
    "责令改正": frozenset({Basis.LISTING, Basis.MAJOR, Basis.PENALTY}),
    "行政处罚": frozenset({Basis.MAJOR, Basis.PENALTY}),
    "行政处理": frozenset({Basis.MAJOR}),
    "列入失信名单": frozenset({Basis.LISTING}),
    "移出名单": frozenset({Basis.LISTING}),
}


def covers(window: Window, event: Event) -> bool:
    """True where `window` may show `event`.

    A reprint shows nothing later than its report; a revocation follows the document that it revokes.
    """
    if event.kind == "文书撤销":
        return window.basis in _DOCUMENTS[event.target.kind]
    if isinstance(window.disclosure, MediaDisclosure):
        source = window.disclosure.source
        return event.kind in COVERED[Basis.MEDIA] and source is not None and event.on <= source.on
    return event.kind in COVERED[window.basis]
