"""工地的文字: whether the free words of a worksite, public or not, name somebody who works there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.checks.naming import names_a_worker
from generator.checks.rule import Finding, worksite_check
from generator.checks.worksite import ANSWER
from generator.law.articles import PERSONAL
from generator.ledger import Ledger, LedgerWorksite
from generator.model import personal
from generator.problems import Severity
from generator.records.tree import Path, scalars

_OWN: Final = "说明"
_OFFICER: Final = ("劳资专管员", "姓名")
"""The one person whom the law wants named."""


@worksite_check("C619", Severity.WARNING)
def site_names_no_worker(site: LedgerWorksite, _: Ledger) -> Iterator[Finding]:
    """工地的文字，公开的和内部的都一样，不写工人、包工头、村民的姓名；写了「说明」的，只看「说明」本身。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构职工宿舍楼
        地址: 虚构村民活动中心旁
        施工总承包单位: {名称: 虚构甲公司}
        六项制度: [{名称: 实名制管理, 状态: 已落实, 日期: 2026-10-01, 佐证: 监理员李小四签字，民工张某等21名在册}]

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        备注: 工人高大山宿舍楼是楼名
        说明: 楼以地名命名，不是人名

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        地址: 虚构路口，民工张三宿舍旁
        施工总承包单位: {名称: 虚构甲公司}

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        备注: 大门贴在村民王小明家对面

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        海报: [{日期: 2026-03-01, 事项: 印发, 备注: 存放在包工头李大山宿舍}]
    """
    answered = site.record.explanation is not None
    for path, scalar in scalars(site.loaded.tree):
        own = path == (_OWN,)
        if (answered and not own) or _may_name(path) or personal.is_private(scalar.text):
            continue
        if names_a_worker(scalar.text):
            hint = "姓名删去，写成「张某」或者写位置" + ("" if own else f"；{ANSWER}")
            message = f"「{_key(path)}」里像是有工人的姓名"
            yield Finding(scalar.span, message, hint, PERSONAL.art(25), private=True)


def _may_name(path: Path) -> bool:
    return path == _OFFICER


def _key(path: Path) -> str:
    return next(str(step) for step in reversed(path) if isinstance(step, str))
