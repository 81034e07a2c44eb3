"""`anxin report`: the figures of a month, a quarter, a year, or since a day."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Final

import click
import msgspec
from rich.cells import cell_len, set_cell_size

from generator.cli.asking import Asked, Question, ask
from generator.cli.chinese import ChineseCommand
from generator.cli.forward import Forward, forwarded
from generator.cli.ledger import has_errors, unread
from generator.cli.options import AS_OF, CLEAN, PROBLEMS, ROOT, USAGE, DayType, PlaceType
from generator.reports.count import Count, Unit
from generator.reports.figures import (
    Counted,
    Figure,
    Group,
    Report,
    amount,
    by_industry,
    by_town,
    count,
    moved,
    summed_up,
    told,
)
from generator.reports.measures import Measure
from generator.reports.sheets import Table, Value, workbook
from generator.reports.span import Span, month_of, parse, since

FORMATS: Final = ("text", "markdown", "json")
VERSION: Final = 1
"""Of the JSON envelope: it grows when a field changes its meaning or goes away, not when one is added."""
COUNTED: Final = Question("counted", count, msgspec.msgpack.Decoder(Counted | None))
"""What one case adds to the figures of any days."""

_INSIDE: Final = "内部资料：没有公开的案件也算在内，对外发布以网站「数据」页为准。"
_WIDTH: Final = 80
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|])")


class SpanType(click.ParamType[Span]):
    """A month, a quarter or a year on the command line."""

    name = "统计期"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        """Read 2026-10, 2026Q3 or 2026."""
        span = value if isinstance(value, Span) else parse(str(value))
        if span is None:
            self.fail("写成 2026-10、2026Q3 或 2026 这样", param, ctx)
        return span


@click.command("report", cls=ChineseCommand)
@ROOT
@AS_OF
@click.argument("span", type=SpanType(), required=False, metavar="统计期")
@click.option("--since", "first", type=DayType(), metavar="日期", help="从这一天到截至日期，代替统计期")
@click.option("--samples", is_flag=True, help="样例也算进去，只用于演示")
@click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    metavar="|".join(FORMATS),
    help="给人看的文字、Markdown，或给程序用的 JSON",
)
@click.option("--xlsx", type=PlaceType(file=True), metavar="文件", help="另存 Excel")
@click.option("--overwrite", is_flag=True, help="已有同名文件时换掉它")
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option of the command line
    ctx: click.Context,
    *,
    root: Path,
    as_of: date | None,
    span: Span | None,
    first: date | None,
    samples: bool,
    style: str,
    xlsx: Path | None,
    overwrite: bool,
) -> None:
    """统计一个月、一个季度、一年或某天以来的数字，与上期、去年同期比。

    例：anxin report 2026Q3 --xlsx 季度统计.xlsx

    统计期写 2026-10、2026Q3 或 2026，不写就是截至日期所在的月。记录里没有的写「未记录」，不写 0。
    """
    asked = ask(root, as_of, COUNTED)
    if not isinstance(asked, Asked):
        click.echo(unread(asked, root), err=True)
        ctx.exit(PROBLEMS)
    ledger, problems = asked.ledger, asked.problems
    days = _days(span, first, ledger.as_of)
    if isinstance(days, str):
        click.echo(days, err=True)
        ctx.exit(USAGE)
    found = summed_up(ledger, asked.answers, days, samples=samples)
    refused = forwarded([Forward(xlsx, ".xlsx", workbook(_tables(found)))] if xlsx else [], overwrite=overwrite)
    if refused:
        click.echo(refused, err=True)
        ctx.exit(USAGE)
    click.echo(_said(found, style))
    if has_errors(problems):
        click.echo(f"这份统计不完整。\n{unread(problems, root)}", err=True)
    ctx.exit(PROBLEMS if has_errors(problems) else CLEAN)


def _days(span: Span | None, first: date | None, as_of: date) -> Span | str:
    """The days that are meant; a sentence where there are none."""
    if span and first:
        return "统计期和 --since 只写一个。"
    if first:
        span = since(first, as_of)
    days = span or month_of(as_of)
    return days if days.first <= as_of else f"统计期还没有开始：截至日期是 {as_of}。"


def _said(found: Report, style: str) -> str:
    match style:
        case "json":
            return _as_json(found)
        case "markdown":
            return _as_markdown(found)
        case _:
            return _as_text(found)


def _title(found: Report) -> str:
    return f"{found.span.name}：{_range(found.span)}"


def _range(span: Span) -> str:
    return f"{span.first} 至 {span.last}"


def _notes(found: Report) -> list[str]:
    samples = "样例也算在内，只用于演示" if found.samples else "样例不算"
    cases = f"看了 {found.cases} 件案件，转载报道的不算，{_since(found.began)}"
    sessions = f"{found.sessions} 场开过的宣讲，{_since(found.taught_from)}"
    return [f"截至 {found.as_of}：{cases}；{sessions}；{samples}。", _INSIDE]


def _since(began: date | None) -> str:
    return f"记录从 {began} 开始，更早的写「未记录」" if began else "都写「未记录」"


def _headings(found: Report) -> tuple[str, ...]:
    return ("指标", "本期", *(text for span in _compared(found) for text in (span.name, "相差")))


def _compared(found: Report) -> list[Span]:
    """What the days stand beside: the period before and the year before, which of a year are the same."""
    same = (found.before.first, found.before.last) == (found.year_ago.first, found.year_ago.last)
    return [found.year_ago] if same else [found.before, found.year_ago]


def _row(found: Report, one: Figure) -> tuple[str, ...]:
    unit, counts = one.measure.unit, {found.before: one.before, found.year_ago: one.year_ago}
    then = ((told(counts[span], unit), moved(one.now, counts[span], unit)) for span in _compared(found))
    return (one.measure.title, told(one.now, unit), *(text for pair in then for text in pair))


def _rows(found: Report) -> list[tuple[str, ...]]:
    return [_row(found, one) for one in found.figures]


def _groups(found: Report) -> list[tuple[str, tuple[Group, ...], list[Measure]]]:
    """Over what, the groups, and of which figures they tell."""
    return [("镇街", found.towns, by_town()), ("行业", found.industries, by_industry())]


def _group_headings(over: str, measures: Sequence[Measure]) -> tuple[str, ...]:
    return (over, *(measure.title for measure in measures))


def _group_row(group: Group, measures: Sequence[Measure]) -> tuple[str, ...]:
    pairs = zip(measures, group.counts, strict=True)
    return (group.label, *(told(count, measure.unit) for measure, count in pairs))


def _hows(found: Report) -> list[tuple[str, str]]:
    return [(one.measure.title, one.measure.how) for one in found.figures]


def _published(found: Report) -> list[tuple[str, str]]:
    return [(one.measure.title, one.published) for one in found.figures if one.published]


def _as_text(found: Report) -> str:
    blocks = [
        "\n".join([_title(found), *(f"{span.name}：{_range(span)}" for span in _compared(found))]),
        _columns([_headings(found), *_rows(found)]),
        *(_by(over, groups, measures) for over, groups, measures in _groups(found) if groups),
        *(["\n".join(["这段时间公布过的：", *_pairs(_published(found))])] if _published(found) else []),
        "\n".join(["怎样计算：", *_pairs(_hows(found))]),
        "\n".join(_notes(found)),
    ]
    return "\n\n".join(blocks)


def _pairs(rows: Sequence[tuple[str, str]]) -> list[str]:
    return [f"  {label}：{said}" for label, said in rows]


def _by(over: str, groups: Sequence[Group], measures: Sequence[Measure]) -> str:
    """One line for each group: a table of so many figures is wider than a terminal."""
    lines = [f"按{over}："]
    for group in groups:
        pairs = zip(measures, group.counts, strict=True)
        said = [f"{one.title} {told(count, one.unit)}" for one, count in pairs if count and (count.number or count.of)]
        lines += _filled(f"  {group.label}：", said)
    return "\n".join(lines)


def _filled(head: str, said: Sequence[str]) -> list[str]:
    """The pieces one after the other in lines of a terminal's width; none is broken."""
    lines, indent = [head], " " * cell_len(head)
    for at, piece in enumerate(said):
        text = f"{piece}，" if at + 1 < len(said) else piece
        if lines[-1] not in (head, indent) and cell_len(lines[-1] + text) > _WIDTH:
            lines.append(indent)
        lines[-1] += text
    return lines


def _columns(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as what is in them, whatever it is written in."""
    wide = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    fitted = (
        " ".join(set_cell_size(text, size) for text, size in zip(row, wide, strict=True)).rstrip() for row in rows
    )
    return "\n".join(fitted)


def _as_markdown(found: Report) -> str:
    blocks = [
        f"# {_escaped(_title(found))}",
        "；".join(f"{span.name}：{_range(span)}" for span in _compared(found)) + "。",
        _markdown([_headings(found), *_rows(found)]),
    ]
    for over, groups, measures in _groups(found):
        if groups:
            rows = (_group_row(group, measures) for group in groups)
            blocks += [f"## 按{over}", _markdown([_group_headings(over, measures), *rows])]
    if _published(found):
        blocks += ["## 这段时间公布过的", *_bullets(_published(found))]
    return "\n\n".join([*blocks, "## 怎样计算", *_bullets(_hows(found)), *_notes(found)])


def _bullets(rows: Sequence[tuple[str, str]]) -> list[str]:
    return ["\n".join(f"- {_escaped(label)}：{_escaped(said)}" for label, said in rows)]


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(map(_escaped, row))} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * len(rows[0])}", *lines[1:]])


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _tables(found: Report) -> list[Table]:
    title = _title(found)
    figures: list[tuple[Value, ...]] = [(*_row(found, one), one.published) for one in found.figures]
    tables = [Table("指标", title, (*_headings(found), "公布过的"), tuple(figures))]
    for over, groups, measures in _groups(found):
        headings = (over, *(f"{one.title}（{one.unit}）" for one in measures))
        tables.append(Table(f"按{over}", title, headings, tuple(_numbers(group, measures) for group in groups)))
    notes = [("说明", said) for said in _notes(found)]
    return [*tables, Table("怎样计算", title, ("指标", "怎样计算"), (*_hows(found), *notes))]


def _numbers(group: Group, measures: Sequence[Measure]) -> tuple[Value, ...]:
    """A row to be added up: numbers; as words a share, and what is not known whole."""
    pairs = zip(measures, group.counts, strict=True)
    return (group.label, *(_number(count, measure.unit) for measure, count in pairs))


def _number(count: Count | None, unit: Unit) -> Value:
    if count is None or count.least or count.of is not None:
        return told(count, unit)
    return amount(count, unit)


def _as_json(found: Report) -> str:
    return json.dumps(
        {
            "version": VERSION,
            "as_of": found.as_of.isoformat(),
            "cases": found.cases,
            "sessions": found.sessions,
            "samples": found.samples,
            **{name: _days_of(getattr(found, name)) for name in ("span", "before", "year_ago")},
            "figures": [_described(one) for one in found.figures],
            "towns": [_group(one, by_town()) for one in found.towns],
            "industries": [_group(one, by_industry()) for one in found.industries],
        },
        ensure_ascii=False,
        indent=1,
    )


def _days_of(span: Span) -> dict[str, str]:
    return {"name": span.name, "first": span.first.isoformat(), "last": span.last.isoformat()}


def _described(one: Figure) -> dict[str, object]:
    counts = {name: getattr(one, name) for name in ("now", "before", "year_ago")}
    return {
        "key": one.measure.key,
        "title": one.measure.title,
        "unit": "分" if one.measure.unit.name == "FEN" else str(one.measure.unit),
        "recorded": one.now is not None,
        **{name: count and asdict(count) for name, count in counts.items()},
        "published": one.published,
        "how": one.measure.how,
    }


def _group(group: Group, measures: Sequence[Measure]) -> dict[str, object]:
    pairs = zip(measures, group.counts, strict=True)
    return {"label": group.label, **{measure.key: count and asdict(count) for measure, count in pairs}}
