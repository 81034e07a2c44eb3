"""`anxin import`: a workbook into the records, all or nothing, after showing what it would do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.checks import check_all
from generator.cli import cells, diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.ledger import has_errors
from generator.cli.options import AS_OF, CLEAN, PROBLEMS, ROOT, USAGE, FileType, today
from generator.cli.save import save
from generator.ledger import fold
from generator.model.case import Case
from generator.model.personal import mask
from generator.model.portal import Portal
from generator.problems import Problem
from generator.records import layout
from generator.records.decode import Loaded
from generator.records.encode import plain
from generator.records.load import Records, load
from generator.records.workbook.proposal import Change, Fate, applied, propose
from generator.records.workbook.read import Reading, read

_NOTHING = "没有导入；原有的记录没有改动。"


@click.command("import", cls=ChineseCommand)
@ROOT
@AS_OF
@click.argument("file", type=FileType(), metavar="文件.xlsx", help="填好的表格")
@click.option("--dry-run", "only_show", is_flag=True, help="只说会新增、改动什么，不写入")
@click.option("--yes", "agreed", is_flag=True, help="不再询问，直接写入")
@click.pass_context
def command(ctx: click.Context, *, root: Path, as_of: date | None, file: Path, only_show: bool, agreed: bool) -> None:
    """把填好的 Excel 表格导入案件记录；有一处错误就整份不导入。

    例：anxin import 案件.xlsx --dry-run
    """
    records = load(root)
    if records.portal is None:
        click.echo(diagnostics.report(records.problems, root, "text"))
        click.echo(_NOTHING, err=True)
        ctx.exit(PROBLEMS)
    day = as_of or records.portal.record.demonstration or today()
    reading = _read(ctx, file)
    proposal = propose(reading, records, records.portal.record.city.prefix, day.year)
    if has_errors([*proposal.problems]):
        _refuse(ctx, proposal.problems, reading, root)
    todo = [change for change in proposal.changes if change.fate is not Fate.SAME]
    click.echo(_shown(proposal.changes))
    problems = [*proposal.problems, *_new_problems(records, records.portal, todo, day)]
    if has_errors(problems):
        _refuse(ctx, problems, reading, root)
    _tell(problems, reading, root)
    if not todo:
        ctx.exit(CLEAN)
    if not (agreed and not only_show) and not _asked(only_show=only_show):
        click.echo(_NOTHING if only_show or sys.stdin.isatty() else f"{_NOTHING}核对之后加 --yes 再运行一次。")
        ctx.exit(CLEAN)
    _write(ctx, root, todo)


def _read(ctx: click.Context, file: Path) -> Reading:
    try:
        return read(file.read_bytes(), file.name)
    except OSError:
        click.echo(f"{mask(file.name)} 读不出来：核对权限，或先在 Excel 里关闭它。", err=True)
        ctx.exit(USAGE)


def _new_problems(records: Records, portal: Loaded[Portal], todo: Sequence[Change], day: date) -> list[Problem]:
    """What every rule says of the records as they would be, less what it says of them as they are."""
    before = set(check_all(fold(records, portal, day)))
    after = check_all(fold(applied(records, todo), portal, day))
    return [problem for problem in after if problem not in before]


def _refuse(ctx: click.Context, problems: Sequence[Problem], reading: Reading, root: Path) -> None:
    _tell(problems, reading, root)
    click.echo(_NOTHING, err=True)
    ctx.exit(PROBLEMS)


def _tell(problems: Sequence[Problem], reading: Reading, root: Path) -> None:
    """Those of the workbook at their cells; those of records beside it as every other command shows them."""
    theirs = [problem for problem in problems if problem.span.file.endswith(".yml")]
    ours = [problem for problem in problems if problem not in theirs]
    if ours:
        click.echo(cells.report(ours, reading))
    if theirs:
        click.echo(diagnostics.report(theirs, root, "text"))


def _shown(changes: Sequence[Change]) -> str:
    lines = [line for change in changes if change.fate is not Fate.SAME for line in _lines(change)]
    new, changed, same = (sum(change.fate is fate for change in changes) for fate in Fate)
    return "\n".join([*lines, f"新增 {new} 件，改动 {changed} 件，不变 {same} 件。"])


def _lines(change: Change) -> list[str]:
    return [f"{change.fate.value} {change.number}", *(f"   {sentence}" for sentence in change.sentences)]


def _asked(*, only_show: bool) -> bool:
    """True where somebody at a terminal has said yes."""
    return not only_show and sys.stdin.isatty() and click.confirm("写入这些改动吗？", default=False)


def _write(ctx: click.Context, root: Path, todo: Sequence[Change]) -> None:
    try:
        save(root, {change.loaded.file: _text(root, change) for change in todo})
    except OSError:
        click.echo(f"有文件写不进去。{_NOTHING}", err=True)
        ctx.exit(PROBLEMS)
    click.echo(f"已写入 {len(todo)} 件。运行 anxin check 可以再查一遍。")


def _text(root: Path, change: Change) -> str:
    """The file of a case; what an editor has noted in an older one stays."""
    said = plain(change.loaded.record)
    if change.before is None:
        return layout.text(Case, said)
    source = (root / change.before.file).read_text("utf-8")
    return layout.text(Case, said, layout.comments(source, plain(change.before.record)))
