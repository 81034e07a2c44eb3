"""`anxin export`: all cases as one Excel workbook, or an empty one to fill."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.trouble import why
from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.options import PROBLEMS, ROOT, STYLE, USAGE, PlaceType
from generator.cli.outcome import Outcome, stop, tell
from generator.cli.save import put
from generator.model.personal import mask
from generator.problems import Problem
from generator.records.load import CASES, Records, load
from generator.records.workbook.write import export, template


@click.command("export", cls=ChineseCommand)
@ROOT
@click.argument("file", type=PlaceType(file=True), metavar="文件.xlsx", help="导出到哪个文件")
@click.option("--year", type=click.IntRange(1990, 2099), metavar="年", help="只要这一年的案件，默认全部")
@click.option("--template", "empty", is_flag=True, help="出一份空表，每张工作表里有一行示例")
@click.option("--overwrite", is_flag=True, help="已有同名文件时换掉它")
@STYLE
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each word of the command line
    ctx: click.Context, *, root: Path, file: Path, year: int | None, empty: bool, overwrite: bool, style: str
) -> None:
    """把案件导出成 Excel 表格，或出一份空表。

    例：anxin export 案件.xlsx --year 2026
    """
    if file.suffix.lower() != ".xlsx":
        click.echo("文件名要以 .xlsx 结尾。", err=True)
        ctx.exit(USAGE)
    if file.exists() and not overwrite:
        click.echo(f"已有 {mask(file.name)}，没有动它；换个名字，或加 --overwrite。", err=True)
        ctx.exit(USAGE)
    records = load(root)
    made = _bytes(records, year, empty=empty)
    if isinstance(made, list):
        if style != "json":
            click.echo(diagnostics.report(made, root, "text"))
        stop(Outcome("有读不出来的内容，没有导出。", problems=made), style, PROBLEMS)
    try:
        put({file: made})
    except OSError as error:
        hint = "核对文件夹在不在、有没有权限、是不是正在 Excel 里打开"
        stop(Outcome(f"{mask(file.name)} 写不进去（{why(error)}）：{hint}。"), style, USAGE)
    cases = 0 if empty else len(_chosen(records, year))
    said = f"已导出 {mask(file.name)}：{_what(records, year, empty=empty)}"
    tell(Outcome(said, [file], more={"cases": cases}), style)


def _what(records: Records, year: int | None, *, empty: bool) -> str:
    return "空表。" if empty else f"{len(_chosen(records, year))} 件案件。内部备注也在里面，不要对外发送。"


def _chosen(records: Records, year: int | None) -> list[str]:
    return [case.file for case in records.cases if year is None or _year(case.file) == str(year)]


def _year(file: str) -> str:
    return file.split("/")[1]


def _bytes(records: Records, year: int | None, *, empty: bool) -> bytes | list[Problem]:
    """The workbook; problems where the portal or a case could not be read in full, for the rest would look complete."""
    if records.portal is None:
        return list(records.problems)
    if empty:
        return template(records.portal.record)
    chosen = set(_chosen(records, year))
    under = CASES if year is None else f"{CASES}/{year}"
    unread = [problem for problem in records.problems if _below(problem, under)]
    if unread:
        return unread
    return export((case for case in records.cases if case.file in chosen), records.portal.record)


def _below(problem: Problem, folder: str) -> bool:
    return problem.span.file.startswith(f"{folder}/") and problem.code != "R109"
