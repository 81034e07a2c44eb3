"""A page of one city on its way to another: links to cases that are not there taken out, local words pointed at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.cli.init.settings import City
from generator.model.portal import Portal

_ASIDE: Final = re.compile(r"（\[[^\]\n]*\]\(case:[^)\n]*\)）")
_SENTENCE: Final = re.compile(r"(?:(?<=^)|(?<=[。！？：]))\[[^\]\n]*\]\(case:[^)\n]*\)。?", re.MULTILINE)
_WITHIN: Final = re.compile(r"\[([^\]\n]*)\]\(case:[^)\n]*\)")
_LOCAL_LAW: Final = re.compile(r"《[^》\n]{1,12}[省市][^》\n]*(?:条例|办法|规定)》")
_CLASS: Final = "省市县区"
_PROVINCE: Final = 2
"""Digits of the division code that tell the province."""
_LINK: Final = "](case:"
_EXAMPLE: Final = re.compile(r"(^## 一个案例\n)(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_INVENTED: Final = """
**虚构案例。** 某建设公司（虚构）欠二十名工人的工资。工人打热线投诉，监察机构责令限期改正，公司没有照办，案件移送公安。

"""
"""What stands in the place of a real case: true to the course of things, of nobody, and saying so."""


@dataclass(frozen=True, slots=True)
class Local:
    """What belongs to the old city."""

    words: frozenset[str]
    """Its names."""
    foreign_law: bool
    """True where the new city is in another province."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A place that a person of the new city has to read."""

    file: str
    line: int
    sentence: str


def moved(file: str, text: str, old: Local) -> tuple[str, list[Remark]]:
    """The page without the cases of another city; and what is to be read again, each thing where it first stands."""
    rewritten = _EXAMPLE.sub(lambda found: found[1] + (_INVENTED if _LINK in found[2] else found[2]), text)
    lines = [unlinked(line) for line in rewritten.split("\n")]
    first: dict[str, int] = {}
    for number, (before, after) in enumerate(zip(rewritten.split("\n"), lines, strict=True), 1):
        for sentence in _sentences(before, after, old):
            first.setdefault(sentence, number)
    return "\n".join(lines), [Remark(file, number, sentence) for sentence, number in first.items()]


def unlinked(line: str) -> str:
    """A line whose links to cases are gone: with their brackets, with their sentence, or down to their words."""
    return _WITHIN.sub(r"\1", _SENTENCE.sub("", _ASIDE.sub("", line)))


def _sentences(before: str, after: str, old: Local) -> Iterator[str]:
    if before == _INVENTED.strip():
        yield "原来是那个城市的真实案例，现在是虚构的；有了本市的案件再换"
    if before != after:
        yield "去掉了案件的链接，读一遍是否还通顺"
    if any(word in after for word in old.words):
        yield "里面有原来城市的名称"
    if old.foreign_law and _LOCAL_LAW.search(after):
        yield "引用了地方的法规，核对是否适用"


def local(portal: Portal, city: City) -> Local:
    """What has no place in the new city."""
    whole, publisher, title = portal.city.name, portal.publisher.name, portal.website.title
    old = {whole, whole.rstrip(_CLASS), publisher, title, *portal.towns}
    new = (city.name, city.publisher, city.title, *city.towns)
    words = frozenset(word for word in old if len(word) > 1 and not any(word in name for name in new))
    return Local(words, portal.city.division[:_PROVINCE] != city.division[:_PROVINCE])
