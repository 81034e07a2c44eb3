"""Arrears established in other cases of the same unit, and what makes a unit the same."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.law.removal import established, identity, relapses
from generator.model.case import Case

Act = Mapping[str, object]
UNIT = {"名称": "虚构甲公司"}
ORDER = {"日期": "2026-03-02", "事项": "责令改正"}
HANDLED = {"日期": "2026-03-03", "事项": "行政处理"}
PENALISED = {"日期": "2026-03-04", "事项": "行政处罚"}


def case(*acts: Act, **fields: object) -> Case:
    return Case.model_validate({"单位": UNIT, "经过": acts, **fields})


def revoked(kind: str, on: str) -> Act:
    return {"日期": "2026-04-01", "事项": "文书撤销", "对象": {"事项": kind, "日期": on}, "理由": "某"}


@pytest.mark.parametrize(
    ("acts", "violations", "days"),
    [
        ([ORDER, HANDLED, PENALISED], [], ["2026-03-02", "2026-03-03", "2026-03-04"]),
        ([ORDER], ["拖欠工资"], ["2026-03-02"]),
        ([ORDER], ["使用童工", "克扣工资"], ["2026-03-02"]),
        ([ORDER], ["使用童工"], []),
        ([{"日期": "2026-03-02", "事项": "立案"}], ["拖欠工资"], []),
        ([ORDER, HANDLED, revoked("责令改正", "2026-03-02")], [], ["2026-03-03"]),
        ([ORDER, revoked("责令改正", "2026-03-01")], [], ["2026-03-02"]),
        ([ORDER, revoked("行政处罚", "2026-03-02")], [], ["2026-03-02"]),
    ],
)
def test_what_establishes_arrears(acts: list[Act], violations: list[str], days: list[str]) -> None:
    record = case(*acts, **({"违法行为": violations} if violations else {}))
    assert [str(day) for day in established(record)] == days


def test_the_case_itself_is_no_relapse_and_the_earliest_comes_first() -> None:
    own, late, early = case(ORDER), case(PENALISED, HANDLED), case(ORDER, HANDLED)
    days = [str(day) for day in relapses(own, [own, late, early])]
    assert days == ["2026-03-02", "2026-03-03", "2026-03-04"]
    assert relapses(own, [own]) == ()


def test_a_unit_is_known_by_its_code_then_by_its_number() -> None:
    code, number = {"统一社会信用代码": "91000000MA00000157"}, {"注册号": "330000000000001"}
    named = [Case.model_validate({"单位": {**UNIT, **known}}) for known in ({**code, **number}, number, {})]
    assert [identity(one) for one in named] == ["91000000MA00000157", "330000000000001", None]
