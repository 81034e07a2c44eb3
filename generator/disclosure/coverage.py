"""Which acts each basis may show: an allow-list, so that a new kind of event stays inside until somebody decides."""

from __future__ import annotations

from typing import Final, assert_never

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
_CRIMINAL: Final = frozenset({"移送公安", "刑事立案", "提起公诉", "法院判决", "刑事程序终结"})
_MAJOR: Final = _PENALTY | _CRIMINAL | {"接到投诉", "立案", "行政处理", "提出异议", "异议核实"}

COVERED: Final = {
    Basis.LISTING: _LISTING,
    Basis.MAJOR: _MAJOR,
    Basis.PENALTY: _PENALTY,
    Basis.MEDIA: _CRIMINAL | {"接到投诉", "责令改正", "行政处罚", "行政处理", "支付", "改正完毕"},
}

_CONTESTED: Final = {Basis.LISTING: "列入失信名单", Basis.MAJOR: "重大违法公布"}
"""What an objection under each basis is against."""

_DOCUMENTS: Final = {
    "责令改正": frozenset({Basis.LISTING, Basis.MAJOR, Basis.PENALTY}),
    "行政处罚": frozenset({Basis.MAJOR, Basis.PENALTY}),
    "行政处理": frozenset({Basis.MAJOR}),
    "列入失信名单": frozenset({Basis.LISTING}),
    "移出名单": frozenset({Basis.LISTING}),
}


def covers(window: Window, event: Event) -> bool:
    """True where `window` may show `event`.

    A reprint shows nothing later than its report; a revocation follows the document that it revokes; a decision shows
    only under the window that stands on it; of an earlier stay on the list nothing comes back.
    """
    if event.kind == "文书撤销":
        return window.basis in _DOCUMENTS[event.target.kind] and _later(window, event)
    if event.kind not in COVERED[window.basis]:
        return False
    if event.kind in {"提出异议", "异议核实"} and event.against != _CONTESTED.get(window.basis):
        return False
    match window.basis:
        case Basis.MEDIA:
            source = window.disclosure.source if isinstance(window.disclosure, MediaDisclosure) else None
            return source is not None and event.on <= source.on
        case Basis.LISTING:
            return _of_this_stay(window, event)
        case Basis.PENALTY:
            return event.kind != "行政处罚" or event.on == window.stands_on
        case Basis.MAJOR:
            return True
        case _:
            assert_never(window.basis)


def _of_this_stay(window: Window, event: Event) -> bool:
    match event.kind:
        case "列入失信名单":
            return event.on == window.stands_on
        case "列入告知":
            return _later(window, event) and event.on <= window.stands_on
        case _:
            return _later(window, event)


def _later(window: Window, event: Event) -> bool:
    return window.after is None or event.on > window.after
