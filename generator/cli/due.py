"""`anxin due`: what 117 and the law want next, most urgent first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

import click
import msgspec
from rich.cells import set_cell_size

from generator.cli.asking import Asked, Question, ask
from generator.cli.chinese import ChineseCommand, wants_colour
from generator.cli.forward import Forward, forwarded
from generator.cli.ledger import has_errors, unread
from generator.cli.options import AS_OF, CLEAN, PROBLEMS, ROOT, STYLE, USAGE, PlaceType
from generator.icalendar import Head, calendar
from generator.ledger import Ledger
from generator.model.personal import mask
from generator.problems import did_you_mean
from generator.reports.calendar import days
from generator.reports.due import Desk, Due, Turn, clocks, laid_out
from generator.reports.sheets import due_tables, workbook
from generator.reports.wording import left, remark

VERSION: Final = 1
"""Of the JSON envelope: it grows when a field changes its meaning or goes away, not when one is added."""
CLOCKS: Final = Question(
    "clocks", lambda case, ledger: tuple(clocks(case, ledger)), msgspec.msgpack.Decoder(tuple[Due, ...])
)
"""The running clocks of one case."""

_LENGTH: Final = re.compile(r"(\d{1,3})(?:d|天|日)?", re.ASCII)
_HEADINGS: Final = {
    Turn.DUTY: "要办的",
    Turn.THEIRS: "等当事人的：期限届满以前，不要作出下一步决定",
    Turn.UNRECORDED: "待补记的：案件已经往后办了，记录里没有这一步；办过的用 anxin event 补记",
}
_WIDTHS: Final = (10, 17, 17, 13)
"""Cells of the columns; the last one, the office, is as long as it is."""


class WithinType(click.ParamType[int]):
    """A number of days on the command line."""

    name = "天数"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read 3d, 3天 or 3."""
        match = _LENGTH.fullmatch(str(value))
        if not match:
            self.fail("写成 3d 或 3天 这样，最多 999 天", param, ctx)
        return int(match[1])


@click.command("due", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--town", "towns", multiple=True, metavar="镇街或部门", help="只看这个镇街或部门的，可以写几次")
@click.option("--within", type=WithinType(), metavar="天数", help="只看已经逾期的和这几天之内到期的，例如 3d")
@STYLE
@click.option("--xlsx", type=PlaceType(file=True), metavar="文件", help="另存 Excel，每个承办一张表")
@click.option("--ics", type=PlaceType(file=True), metavar="文件", help="另存日历文件")
@click.option("--overwrite", is_flag=True, help="已有同名文件时换掉它")
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option of the command line
    ctx: click.Context,
    *,
    root: Path,
    as_of: date | None,
    towns: tuple[str, ...],
    within: int | None,
    style: str,
    xlsx: Path | None,
    ics: Path | None,
    overwrite: bool,
) -> None:
    """列出每件案件正在走的期限，最急的在前。

    例：anxin due --town 甲镇 --within 3d --xlsx 到期.xlsx

    退出码：0 没有逾期、今天到期或者 --within 之内到期的；1 有，或者有文件读不出来；2 用法不对。
    """
    asked = ask(root, as_of, CLOCKS)
    if not isinstance(asked, Asked):
        click.echo(unread(asked, root), err=True)
        ctx.exit(PROBLEMS)
    ledger, problems = asked.ledger, asked.problems
    wrong = _unknown(towns, ledger)
    if wrong:
        click.echo(wrong, err=True)
        ctx.exit(USAGE)
    found = laid_out(ledger.as_of, chain.from_iterable(asked.answers), towns, within)
    refused = forwarded(_files(found, ledger, xlsx, ics), overwrite=overwrite)
    if refused:
        click.echo(refused, err=True)
        ctx.exit(USAGE)
    click.echo(_as_json(found) if style == "json" else _as_text(found, colour=wants_colour()))
    if has_errors(problems):
        click.echo(f"这份清单不完整。\n{unread(problems, root)}", err=True)
    ctx.exit(PROBLEMS if found.urgent or has_errors(problems) else CLEAN)


def _unknown(towns: Iterable[str], ledger: Ledger) -> str | None:
    """What is wrong with the names of offices, if anything."""
    known = (*ledger.portal.record.towns, *ledger.portal.record.departments)
    for name in towns:
        if name not in known:
            near = did_you_mean(name, known) or f"可写：{'、'.join(known)}"
            return f"portal.yml 里没有「{mask(name)}」这个镇街或部门。{near}"
    return None


def _files(found: Desk, ledger: Ledger, xlsx: Path | None, ics: Path | None) -> list[Forward]:
    portal = ledger.portal.record
    title = f"{portal.publisher.short} 到期清单（截至 {found.as_of}）"
    files = []
    if xlsx:
        files.append(Forward(xlsx, ".xlsx", workbook(due_tables(found, title))))
    if ics:
        head = Head("due", f"{portal.publisher.short} 办理期限", found.as_of)
        files.append(Forward(ics, ".ics", calendar(days(found, portal.city.name), head)))
    return files


def _as_text(found: Desk, *, colour: bool) -> str:
    blocks = [_block(turn, found.of(turn), colour=colour) for turn in Turn if found.of(turn)]
    return "\n\n".join([*blocks, _ending(found)])


def _ending(found: Desk) -> str:
    duties = found.of(Turn.DUTY)
    over = sum(one.over for one in duties)
    soon = len(found.urgent) - over
    span = f"{found.within}天之内" if found.within else "今天"
    theirs, lacking = len(found.of(Turn.THEIRS)), len(found.of(Turn.UNRECORDED))
    return (
        f"截至 {found.as_of}：要办的 {len(duties)} 项，其中逾期 {over} 项、{span}到期 {soon} 项；"
        f"等当事人的 {theirs} 项，待补记的 {lacking} 项。"
    )


def _block(turn: Turn, found: Sequence[Due], *, colour: bool) -> str:
    head = f"{_HEADINGS[turn]}（{len(found)} 项）"
    rows = [_row(("最后一天", "还剩", "事项", "案件"), "承办")]
    for one in found:
        row = _row((one.day.isoformat(), left(one), one.name, one.number), one.office)
        said = f"；{remark(one)}" if remark(one) else ""
        rows.append(click.style(row, fg=_colour(one)) if colour and _colour(one) else row)
        rows += _under(f"{one.source}{said}")
    return "\n".join([click.style(head, bold=True) if colour else head, *rows])


def _row(cells: Sequence[str], last: str) -> str:
    """Columns that stand one below the other whatever they are written in."""
    fitted = (set_cell_size(text, size) for text, size in zip(cells, _WIDTHS, strict=True))
    return " ".join([*fitted, last]).rstrip()


def _under(text: str) -> list[str]:
    return [f"{' ' * (_WIDTHS[0] + 1)}{text}"]


def _colour(one: Due) -> str | None:
    if one.turn is not Turn.DUTY:
        return None
    return "red" if one.over else "yellow" if not one.left else None


def _as_json(found: Desk) -> str:
    duties = found.of(Turn.DUTY)
    return json.dumps(
        {
            "version": VERSION,
            "as_of": found.as_of.isoformat(),
            "within": found.within,
            "urgent": len(found.urgent),
            "overdue": sum(one.over for one in duties),
            "items": [_described(one) for one in found.items],
        },
        ensure_ascii=False,
        indent=1,
    )


def _described(one: Due) -> dict[str, object]:
    values = asdict(one)
    return {**values, "turn": one.turn.name.lower(), "since": one.since.isoformat(), "day": one.day.isoformat()}
