"""The order of acts: which earlier act each one stands on, and by which article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.law.articles import CRIMINAL, INSPECTION, ORDER45, PENALTY, WAGES, Article

SAME_DAY: Final = (
    "接到投诉",
    "受理",
    "分派",
    "联系当事人",
    "疑难会办",
    "立案",
    "责令改正",
    "调解达成",
    "支付",
    "改正完毕",
    "信用承诺",
    "处罚告知",
    "行政处罚",
    "行政处理",
    "申请强制执行",
    "列入告知",
    "提出异议",
    "异议核实",
    "列入失信名单",
    "申请移出",
    "移出名单",
    "移送公安",
    "刑事立案",
    "提起公诉",
    "法院判决",
    "文书撤销",
    "更正",
    "回复销号",
)
"""The order of acts that bear the same date."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An act needs one of `earlier` on or before its own day."""

    earlier: tuple[str, ...]
    article: Article
    sentence: str


PREDECESSORS: Final = {
    "处罚告知": Predecessor(("责令改正",), WAGES.art(54), "先责令限期改正，逾期不改正的才能处罚"),
    "行政处罚": Predecessor(("责令改正",), WAGES.art(54), "先责令限期改正，逾期不改正的才能处罚"),
    "申请强制执行": Predecessor(("行政处罚", "行政处理"), INSPECTION.art(18), "先有处罚或处理决定，才能申请强制执行"),
    "列入告知": Predecessor(("责令改正", "行政处理"), ORDER45.art(5), "先责令限期支付，逾期未支付的才能列入"),
    "提出异议": Predecessor(("列入告知",), ORDER45.art(6), "收到列入告知之后才有异议"),
    "异议核实": Predecessor(("提出异议",), ORDER45.art(6), "先有异议，才有核实"),
    "列入失信名单": Predecessor(("列入告知",), ORDER45.art(6), "作出列入决定之前应当告知当事人"),
    "申请移出": Predecessor(("列入失信名单",), ORDER45.art(12), "列入之后才能申请移出"),
    "移出名单": Predecessor(("列入失信名单",), ORDER45.art(17), "列入之后才有移出"),
    "移送公安": Predecessor(("责令改正", "行政处理"), CRIMINAL.art(276, 1), "经政府有关部门责令支付仍不支付的，才移送"),
    "提起公诉": Predecessor(("刑事立案", "移送公安"), CRIMINAL.art(276, 1), "先移送或立案，才提起公诉"),
    "法院判决": Predecessor(("提起公诉", "移送公安", "刑事立案"), CRIMINAL.art(276, 1), "先移送、立案或起诉，才有判决"),
    "文书撤销": Predecessor(
        ("责令改正", "行政处罚", "行政处理", "列入失信名单", "移出名单"), PENALTY.art(48), "先有文书，才有撤销"
    ),
}
