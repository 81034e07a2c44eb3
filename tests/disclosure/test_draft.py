"""Drafts: shown as they would be, marked in the very name, and out of reach of whatever publishes."""

from __future__ import annotations

import pytest

from generator.disclosure.draft import MARK, with_drafts
from generator.disclosure.public import PublicCase
from tests.architecture.source import MODULES, within
from tests.architecture.test_imports import targets
from tests.casebook import Casebook

DUE_LATER = """
    单位: {名称: 甲建设有限公司}
    公开:
      - 依据: 媒体转载
        来源: {名称: 报道, 日期: 2026-01-01}
        批准: {岗位: 主任, 日期: 2026-12-02}
"""
NOT_APPROVED = DUE_LATER.replace("        批准: {岗位: 主任, 日期: 2026-12-02}\n", "")
NOT_CHOSEN = "单位: {名称: 甲建设有限公司}"
PUBLIC = DUE_LATER.replace("2026-12-02", "2026-01-02")


@pytest.mark.parametrize("text", [DUE_LATER, NOT_APPROVED])
def test_a_draft_bears_its_mark(casebook: Casebook, text: str) -> None:
    casebook.write(text)
    disclosed, drafts = with_drafts(casebook.ledger())
    assert [case.employer.name for case in disclosed.site.cases] == [f"{MARK}甲建设有限公司"]
    assert [(one.number, one.reason) for one in drafts] == [
        ("yk-2026-0001", "公开尚未批准、尚未到日期，或缺少所依据的决定")
    ]
    assert disclosed.withheld == ()


def test_without_a_basis_there_is_no_draft(casebook: Casebook) -> None:
    casebook.write(NOT_CHOSEN)
    disclosed, drafts = with_drafts(casebook.ledger())
    assert (disclosed.site.cases, drafts) == ((), ())
    assert [held.reason for held in disclosed.withheld] == ["没有公开决定"]


def test_what_is_public_is_no_draft(casebook: Casebook) -> None:
    casebook.write(PUBLIC)
    disclosed, drafts = with_drafts(casebook.ledger())
    assert drafts == ()
    assert disclosed == casebook.disclosed()


@pytest.mark.parametrize("text", [DUE_LATER, NOT_APPROVED])
def test_the_gate_itself_still_says_nothing(casebook: Casebook, text: str) -> None:
    casebook.write(text)
    with_drafts(casebook.ledger())
    assert not isinstance(casebook.only(), PublicCase)


def test_only_the_preview_can_ask() -> None:
    asking = {module.name for module in MODULES for _, target in targets(module) if target == "disclosure.draft"}
    assert asking
    assert all(within(name, "cli.serve") for name in asking)
    reached = {module.name for module in MODULES for _, target in targets(module) if within(target, "cli.serve")}
    assert all(within(name, "cli.serve") or name == "cli" for name in reached)
