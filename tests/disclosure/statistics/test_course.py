"""When a case is open, and what is at stake in it."""

from __future__ import annotations

from datetime import date

import pytest

from generator.disclosure.statistics.counted import census
from generator.disclosure.statistics.stages import Stage, moves
from generator.disclosure.statistics.tally import tally
from tests.casebook import Casebook

OPEN, SETTLED, HANDED = Stage.OPEN, Stage.SETTLED, Stage.HANDED


def course(casebook: Casebook, *acts: str, head: str = "镇街: 甲镇") -> list[tuple[int, Stage, int | None]]:
    """Day of March, stage and 元 still owed, after each move of three like cases."""
    lines = "".join(f"  - {{日期: 2026-03-{day:02}, 事项: {act}}}\n" for day, act in enumerate(acts, 1))
    for serial in (1, 2, 3):
        text = f"单位: {{名称: 虚构某公司}}\n{head}\n经过:\n{lines}"
        casebook.write(text, f"cases/2026/yk-2026-000{serial}.yml")
    ledger = casebook.ledger()
    counted = census((tally(case, ledger) for case in ledger.cases), (), date(2026, 12, 31))
    found = moves(counted.cases[0])
    return [
        (move.on.day, move.after, None if move.stake.owed_fen is None else move.stake.owed_fen // 100) for move in found
    ]


@pytest.mark.parametrize(
    ("acts", "stages"),
    [
        (["接到投诉, 渠道: 热线", "受理", "联系当事人"], [OPEN]),
        (["责令改正"], [OPEN]),
        (["调解达成"], [OPEN]),
        (["立案", "改正完毕"], [OPEN, SETTLED]),
        (["接到投诉, 渠道: 热线", "回复销号, 结果: 达成调解"], [OPEN, SETTLED]),
        (["接到投诉, 渠道: 热线", "回复销号, 结果: 转立案查处", "立案"], [OPEN]),
        (["接到投诉, 渠道: 热线", "不予受理, 理由: 无管辖权"], [OPEN, SETTLED]),
        (["立案", "撤销立案, 理由: 情节轻微"], [OPEN, SETTLED]),
        (["立案", "行政处罚", "列入失信名单"], [OPEN]),
        (["立案", "移送公安, 罪名: 拒不支付劳动报酬罪", "刑事立案"], [OPEN, HANDED]),
        (["立案", "行政处理", "申请强制执行"], [OPEN, HANDED]),
        (["立案", "移送公安, 罪名: 拒不支付劳动报酬罪", "刑事程序终结, 结果: 不起诉"], [OPEN, HANDED, OPEN]),
        (["立案", "改正完毕", "移送公安, 罪名: 拒不支付劳动报酬罪"], [OPEN, SETTLED]),
        (["立案", "移送公安, 罪名: 拒不支付劳动报酬罪", "接到投诉, 渠道: 热线"], [OPEN, HANDED]),
        (["立案", "移送公安, 罪名: 拒不支付劳动报酬罪", "改正完毕"], [OPEN, HANDED, SETTLED]),
        (["接到投诉, 渠道: 热线", "回复销号", "接到投诉, 渠道: 热线"], [OPEN, SETTLED, OPEN]),
        (["立案", "改正完毕", "刑事程序终结, 结果: 宣告无罪"], [OPEN, SETTLED]),
        (["立案", "改正完毕", "责令改正"], [OPEN, SETTLED, OPEN]),
    ],
)
def test_open_until_settled_or_handed_over(casebook: Casebook, acts: list[str], stages: list[Stage]) -> None:
    assert [stage for _, stage, _ in course(casebook, *acts)] == stages


def test_payments_lower_what_is_owed_and_never_below_nothing(casebook: Casebook) -> None:
    acts = ["立案", "支付, 金额: 3万元", "支付, 金额: 9万元"]
    found = course(casebook, *acts, head="欠薪: {金额: 10万元}")
    assert found == [(1, OPEN, 100_000), (2, OPEN, 70_000), (3, OPEN, 0)]


def test_what_is_not_said_stays_unknown(casebook: Casebook) -> None:
    assert course(casebook, "立案", "支付, 金额: 3万元") == [(1, OPEN, None), (2, OPEN, None)]
