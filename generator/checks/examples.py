"""The rules' own examples: read out of the docstrings, and tried in a small invented city without touching a disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import dedent
from types import MappingProxyType
from typing import Final, TypeVar

from generator.checks.rule import Check
from generator.course.lesson import LESSONS, read_lesson
from generator.ledger import Ledger, fold
from generator.model.case import Case
from generator.model.outreach import Outreach
from generator.model.portal import Portal
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.problems import Problem, Span
from generator.records import yaml
from generator.records.decode import Loaded, decode
from generator.records.load import ISSUED, OUTREACH, PORTAL, WORKSITES, Course, Records, Sessions, Sites
from generator.records.page import PAGES, Page
from generator.records.tree import Node, Scalar

R = TypeVar("R", bound=Record)

CASE: Final = "cases/2026/yk-2026-0001.yml"
AS_OF: Final = date(2026, 11, 1)
"""The day on which every example is tried; a date of the story, not of today."""

CITY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "城市": "{名称: 甲市, 区划代码: '330000', 编号前缀: yk}",
        "主办": "{名称: 甲市治欠办公室, 简称: 市治欠办}",
        "网站": "{名称: 甲市安薪}",
        "投诉渠道": "[{名称: 甲热线, 方式: 电话, 号码: '12345'}, {名称: 来访, 方式: 内部}]",
        "镇街": "[甲镇, 乙镇]",
        "公开政策": "{重大违法公布: 36个月, 媒体转载: 36个月, 行政处罚: {轻微: 3个月, 一般: 12个月, 严重: 36个月}}",
    }
)
"""What content/portal.yml of the invented city says, by its keys."""

_BYSTANDER: Final = "单位: {名称: 虚构甲公司}\n样例: true"
"""The case beside an example that is about the settings alone."""

_EXAMPLE: Final = re.compile(r"^([✓✗])(.*)\n((?:    .*\n|\n)*)", re.MULTILINE)
_KEY: Final = re.compile(r"^(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A record from a rule's docstring, and whether the rule should speak."""

    wrong: bool
    named: tuple[str, ...]
    """The files it is written to, where the rule is about them."""
    text: str

    @property
    def files(self) -> tuple[str, ...]:
        """The files it is written to."""
        return self.named or (CASE,)

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each file: one text for all of them, or one each, parted by a line of ---."""
        parts = self.text.split("\n---\n") if len(self.files) > 1 else [self.text]
        return dict(zip(self.files, parts if len(parts) > 1 else parts * len(self.files), strict=True))


def prose(check: Check) -> str:
    """The rule itself, in Chinese, without its examples."""
    return _EXAMPLE.split(_docstring(check), maxsplit=1)[0].strip()


def examples(check: Check) -> list[Example]:
    """The examples of a rule, in the order of its docstring."""
    found = _EXAMPLE.findall(_docstring(check))
    return [Example(mark == "✗", tuple(files.split()), dedent(text).strip()) for mark, files, text in found]


def answers(check: Check, example: Example) -> list[Problem]:
    """What this rule says of an example, ordered by place; other rules are not asked."""
    return sorted(check.run(_ledger(example)))


def portal_text(settings: Mapping[str, str] = CITY) -> str:
    """A content/portal.yml that says this, the invented city's own unless given."""
    return "".join(f"{key}: {value}\n" for key, value in settings.items())


def settings(text: str) -> dict[str, str]:
    """The settings that an example replaces, by their keys, as texts."""
    parts = (part.partition(":") for part in _KEY.split(text) if part)
    return {key: value.removeprefix(" ").rstrip() for key, _, value in parts}


def _docstring(check: Check) -> str:
    return dedent("    " + check.rule).rstrip() + "\n"


def _ledger(example: Example) -> Ledger:
    said = example.texts
    node, portal = _read(Portal, portal_text({**CITY, **settings(said.pop(PORTAL, ""))}), PORTAL)
    sites = _sites({file: said.pop(file) for file in list(said) if file.startswith(WORKSITES)})
    course = _course({file: said.pop(file) for file in list(said) if file.startswith(PAGES)})
    outreach = _outreach({file: said.pop(file) for file in list(said) if file.startswith(OUTREACH)})
    cases = said if said or sites.worksites or outreach.years else {CASE: _BYSTANDER}
    read = [_read(Case, f"{text}\n", file) for file, text in sorted(cases.items())]
    if portal is None:
        raise ValueError("the example's portal cannot be read")
    trees = (node, *sites.trees, *outreach.trees, *(tree for tree, _ in read))
    records = Records(portal, None, tuple(case for _, case in read if case), trees, (), sites, course, outreach)
    return fold(records, portal, AS_OF)


def _sites(texts: dict[str, str]) -> Sites:
    lines = enumerate(texts.pop(ISSUED, "").split("\n"), 1)
    issued = tuple(Scalar(line, Span(ISSUED, number, 1, len(line))) for number, line in lines if line)
    read = [_read(Worksite, f"{text}\n", file) for file, text in sorted(texts.items())]
    return Sites(tuple(site for _, site in read if site), issued, (*(tree for tree, _ in read), *issued))


def _outreach(texts: Mapping[str, str]) -> Sessions:
    read = [_read(Outreach, f"{text}\n", file) for file, text in sorted(texts.items())]
    return Sessions(tuple(year for _, year in read if year), tuple(tree for tree, _ in read))


def _course(texts: Mapping[str, str]) -> Course:
    lessons = (read_lesson(text, file) for file, text in sorted(texts.items()) if file.startswith(LESSONS))
    return Course(tuple(lessons), pages=tuple(Page(file, text) for file, text in sorted(texts.items())))


def _read(model: type[R], text: str, file: str) -> tuple[Node, Loaded[R] | None]:
    node, problems = yaml.read(text.encode(), file)
    if node is None:
        raise ValueError(f"an example is no YAML: {problems}")
    return node, decode(model, node, file)[0]
