"""docs/checks.md: every rule with its examples and what it really answers, and every other code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from generator.checks.examples import Example, answers, examples, prose
from generator.checks.rule import Check
from generator.problems import Problem
from generator.records.load import PORTAL
from generator.reference.codes import Code
from generator.reference.markdown import code, document, fence, link, plain, sentence, table

FAMILIES: Final = {
    "R1": "读文件",
    "R2": "读内容",
    "V1": "页面",
    "S1": "发布前的搜查",
    "C1": "身份",
    "C2": "程序",
    "C3": "公开",
    "C4": "隐私",
    "C5": "期限",
    "C6": "工地",
    "C7": "开工第一课和页面",
    "C8": "宣讲场次",
}
"""What the first two characters of a code stand for."""

_INTRO: Final = """\
# 检查规则

本文由程序照代码写成，不要手改；改了规则之后运行 `make docs`，会重新写一遍。

`anxin check` 报的每个问题都有一个代号，例如 C204。本文说明每个代号是什么意思、怎样算对、怎样算错、依据哪一条、怎么改。

- **错误**：不改好不能生成网站。**警告**：要人判断，录错了就改，没有录错就在记录里写明理由（「说明」或「代码核对」）。
- ✓ 的例子这条规则不会有话说；✗ 的例子后面是这条规则真的说的话，程序当场运行得到。每个例子只列出这一条规则的话。
- 例子都发生在一个虚构的城市，截至 2026-11-01。例子是为一条规则写的，别的项目可能不全，不要照抄成案件。
- 「依据」取自例子里真的引用的法条。一条规则管几种事项的，依据跟着事项走，见 [records.md](records.md) 的「办案的先后」。
- 没有依据的，是为了记录不出错而定的规矩，不是法律要求。
- 怎样读检查的结果，见 [编辑手册](编辑手册.md) 第 5 章。"""

_READING: Final = """\
下面的代号在规则之前：文件读不进来，或者网站生成不了。它们没有例子，检查时的提示会指着出错的地方说怎么改。"""


def rules_document(checks: Sequence[Check], codes: Sequence[Code]) -> str:
    """The whole of docs/checks.md."""
    return document(
        [
            _INTRO,
            "## 目录",
            "\n".join(_contents([check.code for check in checks], [item.code for item in codes])),
            *(part for check in _by_family(checks) for part in check),
            "## 其他代号",
            _READING,
            *_others(codes),
            "## 代号索引",
            _index(checks, codes),
        ]
    )


def family(name: str) -> str:
    """The Chinese name of a code's family; the code's own beginning where nobody has named it."""
    return FAMILIES.get(name[:2], name[:2])


def _contents(rules: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    for codes in (rules, others):
        for start, members in groupby(codes, key=lambda one: one[:2]):
            yield f"- {link(f'{start}xx {family(start)}')}：{'、'.join(map(link, members))}"
    yield f"- {link('代号索引')}"


def _by_family(checks: Sequence[Check]) -> Iterator[list[str]]:
    for start, members in groupby(checks, key=lambda check: check.code[:2]):
        yield [f"## {start}xx {family(start)}"]
        yield from (_rule(check) for check in members)


def _rule(check: Check) -> list[str]:
    tried = [(example, answers(check, example)) for example in examples(check)]
    cited = dict.fromkeys(found.article for _, problems in tried for found in problems if found.article)
    facts = [f"**{check.severity.value}**", *([f"依据：{'、'.join(cited)}"] if cited else [])]
    shown = [part for example, problems in tried for part in _example(example, problems)]
    return [f"### {check.code}", "　".join(facts), *map(plain, _lines(prose(check))), *shown]


def _lines(text: str) -> list[str]:
    """A line that does not end a sentence runs on into the next."""
    return [line for line in re.sub(r"(?<![。：；\n])\n(?!\n)\s*", "", text).split("\n") if line]


def _example(example: Example, problems: Sequence[Problem]) -> Iterator[str]:
    where = f"（{'、'.join(map(code, example.named))}）" if example.named else ""
    yield f"{'✗ 错' if example.wrong else '✓ 对'}{where}"
    texts = example.texts
    if len(set(texts.values())) == 1:
        yield fence(_language(example.files[0]), example.text)
    else:
        yield from (part for file, text in texts.items() for part in (f"{code(file)}：", fence(_language(file), text)))
    if problems:
        yield "\n".join(line for problem in problems for line in _answer(example, problem))


def _language(file: str) -> str:
    return "markdown" if file.endswith(".md") else "yaml"


def _answer(example: Example, problem: Problem) -> Iterator[str]:
    yield f"- {_place(example, problem)}：{sentence(problem.message)}"
    if problem.article:
        yield f"  依据：{problem.article}。"
    yield f"  提示：{sentence(problem.hint)}"


def _place(example: Example, problem: Problem) -> str:
    span = problem.span
    file = f"{code(span.file)} " if len(example.files) > 1 else ""
    if span.file == PORTAL or not span.length:
        return file + ("这一项" if span.file == PORTAL else "整个文件")
    return f"{file}第 {span.line} 行第 {span.column} 列"


def _others(codes: Iterable[Code]) -> Iterator[str]:
    for start, members in groupby(codes, key=lambda item: item.code[:2]):
        yield f"### {start}xx {family(start)}"
        rows = ((f'<a id="{one.code.lower()}"></a>{one.code}', *_of(one)) for one in members)
        yield table(["代号", "轻重", "是什么意思", "怎么办"], rows)


def _of(item: Code) -> tuple[str, str, str]:
    return item.weight, plain(item.sentence), plain(item.way_out)


def _index(checks: Iterable[Check], codes: Iterable[Code]) -> str:
    rows = [
        *((check.code, check.severity.value, _lines(prose(check))[0]) for check in checks),
        *((item.code, item.weight, item.sentence) for item in codes),
    ]
    return table(
        ["代号", "类别", "轻重", "一句话"],
        ((link(name), family(name), weight, plain(said)) for name, weight, said in sorted(rows)),
    )
