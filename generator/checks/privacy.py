"""隐私: nothing in any text of any record may look like a private fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generator.checks.rule import Finding, ledger_check
from generator.law.articles import PERSONAL
from generator.ledger import Ledger
from generator.model import personal
from generator.model.codes import CODE_ALPHABET, CreditCode
from generator.problems import Span
from generator.records.load import PORTAL
from generator.records.tree import Node, Path, Scalar, scalars

_CODES: Final = frozenset({"统一社会信用代码", "注册号"})


@ledger_check("C401")
def no_private_facts(ledger: Ledger) -> Iterator[Finding]:
    """记录里不写个人信息：身份证号（遮盖不全的也算）、手机和固定电话、银行卡号、邮箱、微信号、家庭住址、劳动者姓名。

    劳动者写「张某等21名」。机构对外的热线只写在 content/portal.yml 的「号码」里。

    ✓
        单位: {名称: 虚构甲公司}
        违法事实: 拖欠张某等21名劳动者工资。

    ✗
        单位: {名称: 虚构甲公司}
        违法事实: 拖欠张三等21名劳动者工资。

    ✗
        单位: {名称: 虚构甲公司}
        备注: 联系人电话 13800138000

    ✗
        单位: {名称: 虚构甲公司}
        经过: [{日期: 2026-03-01, 事项: 立案, 备注: 身份证 11010519491231002X}]
    """
    yield from private_facts(ledger.trees)


def private_facts(trees: Iterable[Node]) -> Iterator[Finding]:
    """The same search over files alone, for a run in which nothing could be folded."""
    for tree in trees:
        for path, scalar in scalars(tree):
            if personal.is_suspicious(scalar.text):
                yield from _in(path, scalar)


def _in(path: Path, scalar: Scalar) -> Iterator[Finding]:
    kinds = dict.fromkeys(found.kind for found in personal.find(scalar.text))
    if path[-1:] and path[-1] in _CODES:
        # Many codes look like numbers of other kinds; one with a birthday and without its check character is no code.
        kinds = {kind: None for kind in kinds if kind == "身份证号" and not _is_code(scalar.text)}
    is_hotline = scalar.span.file == PORTAL and path[-1:] == ("号码",)
    for kind in kinds:
        if is_hotline and kind in personal.PHONES:
            continue
        where = next((f"「{step}」" for step in reversed(path) if isinstance(step, str)), "这里")
        span = scalar.span if scalar.span.length else Span(scalar.span.file, scalar.span.line, scalar.span.column, 1)
        hint = "整个删去；劳动者写成「张某」或「张某等21名」，联系方式不进记录"
        yield Finding(span, f"{personal.mask(where)}里像是有{kind}", hint, PERSONAL.art(25), private=True)


def _is_code(text: str) -> bool:
    return len(text) == 18 and not set(text) - set(CODE_ALPHABET) and CreditCode(text).valid
