"""Lessons for hand-outs: those that are shipped, and one of any length."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.course.matter import Matter, matter

PAGES: Final = Path(__file__).parents[2] / "content/pages"
TEXTS: Final = {path.relative_to(PAGES).as_posix(): path.read_text("utf-8") for path in sorted(PAGES.rglob("*.md"))}
SHIPPED: Final = matter(TEXTS)
SMALL: Final = """\
---
title: 先签合同
description: 合同什么时候签。
---

# 先签合同

## 记住三句话

1. 一个月内，要签**书面**合同。
2. 合同自己拿一份。
3. 身份证不押。

## 讲一讲

从干活那天起算（[《劳动合同法》第七条](../../laws.md#contract-7)）。

## 逐项核对

- [ ] 每个人都有合同

## 一个案例

**虚构案例。** 张某问了三件事：

- 哪天签
- 谁来签

厂里补签了。

## 两道题

### 要签吗？

- [ ] 不用
- [x] 要签

答：要签（[《劳动合同法》第十条](../../laws.md#contract-10)）。

### 要交押金吗？

- [x] 不交
- [ ] 交

答：不交。

## 依据

- [《劳动合同法》第七条](../../laws.md#contract-7)
- [《劳动合同法》第十条](../../laws.md#contract-10)
"""
FIRST: Final = "lessons/workers/01-contract.md"
HELP: Final = "# 我被欠薪了\n\n## 电话里说五件事\n\n1. **谁欠的**：单位名称。\n2. **在哪里干活**：镇街。\n"
EVIDENCE: Final = """\
| 编号 | 有没有 | 证据 | 份数 | 证明什么 |
|---|---|---|---|---|
| 1 | □ | 劳动合同 | ＿＿ | 给谁干活 |
| 2 | □ | 考勤、**记工本** | ＿＿ | 干了多久 |
"""
TEN: Final = (
    "# 工资支付十条\n\n## 十条\n\n"
    "1. **先签合同。** 写清工资（[《劳动合同法》第十条](../laws.md#contract-10)、"
    "[《保障农民工工资支付条例》第六条](../laws.md#wages-6)）。\n2. 没有依据的一句。\n"
)


def small(lesson: str = SMALL, **pages: str) -> Matter:
    """One lesson for workers, and what the other pages say unless they are given: help, evidence, ten."""
    texts = {FIRST: lesson, "help.md": HELP, "help/evidence.md": EVIDENCE, "firms/ten.md": TEN}
    named = {"help": "help.md", "evidence": "help/evidence.md", "ten": "firms/ten.md"}
    return matter(texts | {named[name]: text for name, text in pages.items()})
