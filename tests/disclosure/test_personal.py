"""What counts as private in free text, at its edges; lawful words must pass."""

from __future__ import annotations

import pytest

from generator.model.personal import find, mask


def kinds(text: str) -> list[str]:
    return [found.kind for found in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "张某等21名劳动者",
        "拖欠王某某等三人工资",
        "虚构张三建设有限公司",
        "欠薪 171.8122万元，159名",
        "热线 12345、12333",
        "永人社监令〔2026〕第13800号",
        "2026-03-01 至 2026-04-01",
        "91000000MA00000157",
        "项目编号 3307842026010112",
        "工资 13800 元，工人 380013 人次",
        "民工工资专用账户，工人讨薪",
    ],
)
def test_lawful_words_pass(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("11010519491231002x", "身份证号"),
        ("330784200001010010", "身份证号"),
        ("110105199012311234", "身份证号"),
        ("+86 138 0013 8000", "手机号"),
        ("19912345678", "手机号"),
        ("0579-8712345", "固定电话"),
        ("4111111111111111", "银行卡号"),
        ("家住芳草路12号", "家庭住址"),
        ("劳动者李四，反映欠薪", "劳动者姓名"),
        ("工人赵铁柱投诉", "劳动者姓名"),
        ("李小明等3人", "劳动者姓名"),
        ("张三等二十一名", "劳动者姓名"),
        ("张三等人", "劳动者姓名"),
        ("工人张三未领到工资", "劳动者姓名"),
        ("tel13800138000", "手机号"),
        ("１３８００１３８０００", "手机号"),
        ("电话057987101234", "固定电话"),
        ("110105 19491231 002X", "身份证号"),
    ],
)
def test_private_facts_are_named(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text", ["110105194913310020", "110105194912000020", "110105184912310020", "110105194912320020"]
)
def test_numbers_without_a_birthday_are_no_identity_numbers(text: str) -> None:
    assert "身份证号" not in kinds(text)


def test_masks_keep_the_width() -> None:
    assert mask("电话 13800138000。") == "电话 ▇▇▇▇▇▇▇▇▇▇▇。"
