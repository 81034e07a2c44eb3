"""`anxin build`: check, then the site, or the reason why there is none."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator import routes
from generator.build.plan import Change
from generator.build.site import Prepared, Refused, build, prepare
from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.ledger import AS_OF, CLEAN, PROBLEMS, REFUSED, ROOT, has_errors, open_ledger
from generator.model.personal import mask
from generator.pages.data.releases import History, read

_SIGNS: Final = (("+", "new"), ("~", "changed"), ("-", "removed"))


class HistoryType(click.ParamType[History]):
    """The releases that an earlier built site knows of."""

    name = "目录"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> History:
        """Read the list below a folder, or the list itself."""
        if isinstance(value, History):
            return value
        given = Path(str(value))
        try:
            found = read((given / routes.RELEASES if given.is_dir() else given).read_bytes())
        except OSError:
            self.fail(f"里面没有 {routes.RELEASES}；第一次生成时不写这个选项", param, ctx)
        if found is None:
            self.fail(f"{routes.RELEASES} 不是本程序生成的样子；不写这个选项，版本从头记起", param, ctx)
        return found


@click.command("build", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="目录", help="生成到哪里，默认 site")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="数量", help="同时用几个进程，默认按处理器个数")
@click.option("--previous", type=HistoryType(), metavar="目录", help="以前生成的网站，由它的版本接着记，并生成增量")
@click.option("--plan", "only_plan", is_flag=True, help="只列出会新增(+)、改动(~)、删除(-)的文件，不生成")
def command(
    *, root: Path, as_of: date | None, out: Path | None, jobs: int | None, previous: History | None, only_plan: bool
) -> None:
    """检查之后生成网站；有错误就不动原有的网站。

    例：anxin build --as-of 2026-11-01 --out site

    每天更新：anxin build --previous site
    """
    leave = click.get_current_context().exit
    ledger, problems = open_ledger(root, as_of)
    if ledger is None or has_errors(problems):
        click.echo(diagnostics.report(problems, root, "text"))
        click.echo("有错误，没有生成；原有的网站没有改动。", err=True)
        leave(PROBLEMS)
    target = (out or root / "site").resolve()
    prepared = prepare(ledger, root, target, previous)
    if isinstance(prepared, Prepared) and only_plan:
        click.echo(_plan(prepared))
        leave(CLEAN)
    outcome = (
        prepared if isinstance(prepared, Refused) else build(prepared, ledger, target, jobs or os.cpu_count() or 1)
    )
    if isinstance(outcome, Refused):
        click.echo(_refusal(outcome, root), err=True)
        leave(PROBLEMS if outcome.problems else REFUSED)
    if isinstance(prepared, Prepared):
        click.echo(_summary(prepared, ledger.as_of, target))


def _plan(prepared: Prepared) -> str:
    lines = [f"{sign} {mask(path)}" for sign, name in _SIGNS for path in getattr(prepared.change, name)]
    return "\n".join(lines) or "没有要改的文件。"


def _summary(prepared: Prepared, as_of: date, target: Path) -> str:
    change, site = prepared.change, prepared.site
    lines = [
        f"已生成 {target.name}（截至 {as_of}）：公开案件 {len(site.cases)} 件，停止公开 {len(site.ended)} 件。",
        _counts(change),
        *(f"未公开 {held.number}：{held.reason}。" for held in prepared.withheld),
        f"下一次内容变化：{site.next_change or '没有'}。到那天要重新生成。",
    ]
    return "\n".join(lines)


def _counts(change: Change) -> str:
    new, changed, removed, kept = (len(part) for part in (change.new, change.changed, change.removed, change.kept))
    return f"文件：新增 {new}，改动 {changed}，删除 {removed}，其余 {kept} 个不变。"


def _refusal(refused: Refused, root: Path) -> str:
    lines = [
        *([diagnostics.report(refused.problems, root, "text")] if refused.problems else []),
        *(f"{mask(leak.path)}: 错误 S101: 里面有{leak.kind}，不能发布" for leak in refused.leaks),
        *([refused.reason] if refused.reason else []),
        "没有生成；原有的网站没有改动。",
    ]
    return "\n".join(lines)
