"""How staff read a clock: how long it still runs, and what is to be said beside it."""

from __future__ import annotations

from generator.reports.due import Due


def left(one: Due) -> str:
    """还剩 3 天, 今天到期, 逾期 2 个工作日."""
    unit = "个工作日" if one.working else "天"
    if not one.over:
        return f"还剩{one.left}{unit}" if one.left else "今天到期"
    return f"逾期{-one.left}{unit}" if one.left else "刚刚逾期"


def remark(one: Due) -> str:
    """What a reader has to know besides: an invented case, a day that may move."""
    said = ["样例"] if one.sample else []
    return "、".join([*said, "暂按周末推算"] if one.provisional else said)
