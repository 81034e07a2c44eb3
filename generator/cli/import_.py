"""`anxin import`: a workbook into the records, all or nothing, after showing what it would do."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.checks import check_all
from generator.cli import cells, diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.ledger import has_errors
from generator.cli.options import AS_OF, PROBLEMS, ROOT, STYLE, USAGE, FileType, today
from generator.cli.outcome import Outcome, stop, tell
from generator.cli.save import refusal, settle
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

_NOTHING: Final = "没有导入；原有的记录没有改动。"
_FATES: Final = {Fate.NEW: "new", Fate.CHANGED: "changed", Fate.SAME: "same"}
"""For programs, who need not read Chinese."""


@click.command("import", cls=ChineseCommand)
@ROOT
@AS_OF
@click.argument("file", type=FileType(), metavar="文件.xlsx", help="填好的表格")
@click.option("--dry-run", "only_show", is_flag=True, help="只说会新增、改动什么，不写入")
@click.option("--yes", "agreed", is_flag=True, help="不再询问，直接写入")
@STYLE
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each word of the command line
    ctx: click.Context, *, root: Path, as_of: date | None, file: Path, only_show: bool, agreed: bool, style: str
) -> None:
    """把填好的 Excel 表格导入案件记录；有一处错误就整份不导入。

    例：anxin import 案件.xlsx --dry-run
    """
    if not only_show:
        settle(root)
    records = load(root)
    if records.portal is None:
        if style != "json":
            click.echo(diagnostics.report(records.problems, root, "text"))
        stop(Outcome(_NOTHING, problems=records.problems), style, PROBLEMS)
    day = as_of or records.portal.record.demonstration or today()
    reading = _read(ctx, file)
    proposal = propose(reading, records, records.portal.record.city.prefix, day.year)
    told = _Told(root, reading, style, proposal.changes)
    if has_errors([*proposal.problems]):
        told.refuse(proposal.problems)
    todo = [change for change in proposal.changes if change.fate is not Fate.SAME]
    before = {one.before.file: (root / one.before.file).read_bytes() for one in todo if one.before}
    told.say(_shown(proposal.changes))
    problems = [*proposal.problems, *_new_problems(records, records.portal, todo, day)]
    if has_errors(problems):
        told.refuse(problems)
    told.list(problems)
    if not todo:
        told.end("", problems)
    elif not (agreed and not only_show) and not _asked(only_show=only_show or style == "json"):
        told.end(_NOTHING if only_show or sys.stdin.isatty() else f"{_NOTHING}核对之后加 --yes 再运行一次。", problems)
    else:
        why = refusal(root, {one.loaded.file: _text(one, before) for one in todo}, before)
        if why:
            told.refuse([], f"{why}{_NOTHING}")
        told.end(f"已写入 {len(todo)} 件。运行 anxin check 可以再查一遍。", problems, todo)


@dataclass(frozen=True, slots=True)
class _Told:
    """Says to people step by step what a script gets as one object at the end."""

    root: Path
    reading: Reading
    style: str
    changes: Sequence[Change]

    def say(self, text: str) -> None:
        if self.style != "json":
            click.echo(text)

    def list(self, problems: Sequence[Problem]) -> None:
        """Those of the workbook at their cells; those of records beside it as every other command shows them."""
        theirs = [problem for problem in problems if problem.span.file.endswith(".yml")]
        ours = [problem for problem in problems if problem not in theirs]
        if ours:
            self.say(cells.report(ours, self.reading))
        if theirs:
            self.say(diagnostics.report(theirs, self.root, "text"))

    def refuse(self, problems: Sequence[Problem], message: str = _NOTHING) -> NoReturn:
        self.list(problems)
        stop(Outcome(message, problems=problems, more=self._more()), self.style, PROBLEMS)

    def end(self, message: str, problems: Sequence[Problem], written: Sequence[Change] = ()) -> None:
        files = [change.loaded.file for change in written]
        if message or self.style == "json":
            tell(Outcome(message, files, problems, self._more()), self.style)

    def _more(self) -> dict[str, object]:
        found = ((one.number, _FATES[one.fate], [mask(said) for said in one.sentences]) for one in self.changes)
        return {"changes": [{"case": number, "fate": fate, "sentences": said} for number, fate, said in found]}


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


def _shown(changes: Sequence[Change]) -> str:
    lines = [line for change in changes if change.fate is not Fate.SAME for line in _lines(change)]
    new, changed, same = (sum(change.fate is fate for change in changes) for fate in Fate)
    return "\n".join([*lines, f"新增 {new} 件，改动 {changed} 件，不变 {same} 件。"])


def _lines(change: Change) -> list[str]:
    return [f"{change.fate.value} {change.number}", *(f"   {sentence}" for sentence in change.sentences)]


def _asked(*, only_show: bool) -> bool:
    """True where somebody at a terminal has said yes."""
    return not only_show and sys.stdin.isatty() and click.confirm("写入这些改动吗？", default=False)


def _text(change: Change, before: Mapping[str, bytes]) -> str:
    """The file of a case; what an editor has noted in an older one stays."""
    said = plain(change.loaded.record)
    if change.before is None:
        return layout.text(Case, said)
    source = before[change.before.file].decode("utf-8")
    return layout.text(Case, said, layout.comments(source, plain(change.before.record)))
