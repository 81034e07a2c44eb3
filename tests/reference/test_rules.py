"""docs/checks.md: a rule with its examples and what they really get; every code to be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pytest

from generator.checks import CHECKS, Check
from generator.checks.examples import answers, examples, prose
from generator.checks.rule import Finding, case_check
from generator.law.articles import WAGES
from generator.ledger import Ledger, LedgerCase
from generator.problems import Severity
from generator.reference.codes import CODES, Code
from generator.reference.rules import rules_document

DOCUMENT: Final = rules_document(CHECKS, CODES)


@case_check("C101", Severity.WARNING)
def invented(case: LedgerCase, _: Ledger) -> Iterator[Finding]:
    """虚构的规则：写了 <名称> 的单位，名称里要有「乙」，
    不管别的。

    第二段。

    ✓
        单位: {名称: 虚构乙公司}

    ✗ cases/2026/yk-2026-0009.yml
        单位: {名称: 虚构甲公司}
    """
    if "乙" not in case.record.employer.name:
        yield Finding(case.loaded.at("单位", "名称"), "名称里没有「乙」", "是否想写「乙」？", WAGES.art(9))


TWO: Final = """两份。

    ✗ cases/2026/yk-2026-0002.yml cases/2026/yk-2026-0001.yml
        单位: {名称: 虚构甲公司}
        ---
        单位: {名称: 虚构丁公司}
    """


def test_a_rule_reads_like_this() -> None:
    text = rules_document([invented], [Code("R101", "文件太大。", "分开写。")])
    assert (
        text.partition("## C1xx 身份\n\n")[2].partition("\n## 其他代号")[0]
        == """\
### C101

**警告**　依据：《保障农民工工资支付条例》第九条

虚构的规则：写了 \\<名称> 的单位，名称里要有「乙」，不管别的。

第二段。

✓ 对

```yaml
单位: {名称: 虚构乙公司}
```

✗ 错（`cases/2026/yk-2026-0009.yml`）

```yaml
单位: {名称: 虚构甲公司}
```

- 第 1 行第 10 列：名称里没有「乙」。
  依据：《保障农民工工资支付条例》第九条。
  提示：是否想写「乙」？
"""
    )


def test_texts_of_several_files_stand_apart() -> None:
    text = rules_document([replace(invented, rule=TWO)], [])
    assert (
        text.partition("✗ 错")[2].partition("\n## 其他代号")[0]
        == """\
（`cases/2026/yk-2026-0002.yml`、`cases/2026/yk-2026-0001.yml`）

`cases/2026/yk-2026-0002.yml`：

```yaml
单位: {名称: 虚构甲公司}
```

`cases/2026/yk-2026-0001.yml`：

```yaml
单位: {名称: 虚构丁公司}
```

- `cases/2026/yk-2026-0001.yml` 第 1 行第 10 列：名称里没有「乙」。
  依据：《保障农民工工资支付条例》第九条。
  提示：是否想写「乙」？
- `cases/2026/yk-2026-0002.yml` 第 1 行第 10 列：名称里没有「乙」。
  依据：《保障农民工工资支付条例》第九条。
  提示：是否想写「乙」？
"""
    )


def test_other_codes_and_the_index_read_like_this() -> None:
    text = rules_document([invented], [Code("R101", "文件太大。", "分开写。")])
    assert (
        text.partition("### R1xx 读文件\n\n")[2]
        == """\
| 代号 | 轻重 | 是什么意思 | 怎么办 |
|---|---|---|---|
| <a id="r101"></a>R101 | 错误 | 文件太大。 | 分开写。 |

## 代号索引

| 代号 | 类别 | 轻重 | 一句话 |
|---|---|---|---|
| [C101](#c101) | 身份 | 警告 | 虚构的规则：写了 \\<名称> 的单位，名称里要有「乙」，不管别的。 |
| [R101](#r101) | 读文件 | 错误 | 文件太大。 |
"""
    )


def test_every_code_stands_once_and_in_the_index() -> None:
    index = DOCUMENT.partition("\n## 代号索引\n")[2]
    every = sorted([*(check.code for check in CHECKS), *(item.code for item in CODES)])
    assert re.findall(r"^\| \[(\w+)\]", index, re.MULTILINE) == every
    assert re.findall(r"^### ([A-Z]\d{3})$", DOCUMENT, re.MULTILINE) == [check.code for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_wrong_example_gets_its_answer(check: Check) -> None:
    said = [bool(answers(check, example)) for example in examples(check)]
    assert said == [example.wrong for example in examples(check)]
    section = re.split(r"\n##+ (?:[A-Z]\d|其他代号)", DOCUMENT.partition(f"\n### {check.code}\n")[2])[0]
    assert section.count("  提示：") == sum(len(answers(check, example)) for example in examples(check))
    assert prose(check).split("\n")[0][:12].replace("<", "\\<") in section
