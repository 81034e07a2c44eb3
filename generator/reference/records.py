"""docs/records.md: every file, every key, every kind of value, and the law's order and clocks, read off the code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pydantic.fields import FieldInfo

from generator.law.articles import LAWS
from generator.model import catalogue
from generator.model.case import Case
from generator.model.event import DatedEvent
from generator.model.outreach import Outreach
from generator.model.portal import Figures, Portal
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.records.load import FIGURES, OUTREACH, PORTAL, WORKSITES
from generator.reference.clocks import clocks_table
from generator.reference.fields import annotation, bases_of, fields_table, own, tag
from generator.reference.markdown import code, document, link, table
from generator.reference.procedure import bars_table, bases_table, predecessors_table, same_day
from generator.reference.values import records_in, refusals_table, values_table

Titles = tuple[str, ...]
"""The keys that lead to a mapping, the file's name first."""

_INTRO: Final = """\
# 记录的写法

本文由程序照代码写成，不要手改；改了字段或期限之后运行 `make docs`，会重新写一遍。

这是备查的全表：每个文件有哪些键，每个键怎么写；办案的先后、期限和公开依据又是怎么定的。
怎样动手写一件案件，见 [编辑手册](编辑手册.md)。

「公开」一栏写「可公开」的，案件公开的时候可能显示；写「内部」的，永远不公开。「见下表」的键，下级另有一张表。"""

_VALUES: Final = "一个键要写哪一种值，看下面各表的「怎么写」一栏。"
_ORDER: Final = "后一件事要有前一件事。前一件有几种的，有其中一种就行，日期不晚于后一件。没有列出的事项，不要求前一件。"
_BARS: Final = "有的事之后，另一些事就不能再有，除非中间又有了「除非」一栏的事。"
_DAY: Final = "算处理状态时，同一天的几件事按下面的先后，与文件里的先后无关："
_CLOCKS: Final = """\
每个期限从哪件事起算，到哪件事为止，多长，依据什么。起算的那一天不算在内。写「个工作日」的，扣除节假日，按国务院公布的安排；写「天」的是自然日。
依据写「portal.yml」的，是本市的承诺，或者没有核对到官方原文、要由主管部门确认的期限，不是法律。"""
_BASES: Final = "一件事只在下面列出的依据下显示；没有列入任何依据的，永远不公开。"
_LAWS: Final = "写「待主管部门确认」的，没有核对到官方原文，正式使用前请确认。"


def records_document() -> str:
    """The whole of docs/records.md."""
    parts = [
        "## 值的写法",
        _VALUES,
        values_table(),
        "这样写会被退回：",
        refusals_table(),
        *_file("案件", "cases/<年>/<编号>.yml", Case),
        *_file("工地", f"{WORKSITES}/<安薪码>.yml", Worksite),
        *_file("宣讲场次", f"{OUTREACH}/<年>.yml", Outreach),
        *_file("城市设置", PORTAL, Portal),
        *_file("公布的数字", FIGURES, Figures),
        "## 办案的先后",
        *("### 前一步", _ORDER, predecessors_table()),
        *("### 不能再有", _BARS, bars_table()),
        *("### 同一天的先后", _DAY, same_day()),
        *("## 办理期限", _CLOCKS, clocks_table()),
        *("## 公开依据", _BASES, bases_table()),
        *("## 引用的法规", _LAWS, _laws()),
    ]
    return document([_INTRO, "## 目录", "\n".join(_contents(parts)), *parts])


def _contents(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        level, _, title = part.partition(" ")
        if level in {"##", "###"} and "\n" not in part:
            yield f"{'  ' * (len(level) - 2)}- {link(title)}"


def _file(name: str, path: str, model: type[Record]) -> Iterator[str]:
    yield f"## {name}"
    yield f"文件：{code(path)}"
    yield from _one((name,), model, 3)


def _one(path: Titles, model: type[Record], level: int) -> Iterator[str]:
    yield fields_table(catalogue.fields(model))
    yield from _below(path, catalogue.fields(model), level)


def _below(path: Titles, fields: Mapping[str, FieldInfo], level: int) -> Iterator[str]:
    for key, info in fields.items():
        found = records_in(annotation(info))
        if found:
            here = (*path, key)
            yield f"{'#' * level} {' '.join(here)}"
            yield from _one(here, found[0], 4) if len(found) == 1 else _union(here, found)


def _union(path: Titles, union: Sequence[type[Record]]) -> Iterator[str]:
    """What members of a closed union share, and then each by its tag."""
    shared = _shared(union)
    yield "、".join(link(tag(model), " ".join((*path, tag(model)))) for model in union)
    for base in shared:
        fields, built = own(base, shared), [tag(model) for model in union if issubclass(model, base)]
        yield "每一项都可以写：" if len(built) == len(union) else f"{'、'.join(built)}还可以写："
        yield fields_table(fields)
        yield from _below(path, fields, 4)
    for model in union:
        here = (*path, tag(model))
        yield f"#### {' '.join(here)}"
        yield from _member(model, own(model, shared))
        yield from _below(here, own(model, shared), 4)


def _shared(union: Sequence[type[Record]]) -> list[type[Record]]:
    """The records that members are built on, the most general first."""
    lines = [base for model in union for base in reversed(model.__mro__[1:]) if issubclass(base, Record)]
    return [base for base in dict.fromkeys(lines) if catalogue.fields(base)]


def _member(model: type[Record], fields: Mapping[str, FieldInfo]) -> Iterator[str]:
    shown = True
    if issubclass(model, DatedEvent):
        bases = bases_of(tag(model))
        shown = bool(bases)
        yield f"显示于：{'、'.join(bases)}。" if bases else "不显示，只在内部使用。"
    yield fields_table(fields, shown=shown) if fields else "没有别的要写。"


def _laws() -> str:
    return table(
        ("法规", "施行日期", "核对情况"),
        ((f"《{law.title}》", law.effective.isoformat(), law.certainty) for law in LAWS),
    )
