"""Making the site, or saying why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.build import state
from generator.build.plan import Change
from generator.build.site import Place, Prepared, Refused, build, prepare
from generator.build.state import State
from generator.cli import diagnostics
from generator.cli.options import CLEAN, PROBLEMS, REFUSED
from generator.cli.telling import Opened, open_disclosed
from generator.model.personal import mask
from generator.pages.data.releases import History

_SIGNS: Final = (("+", "new"), ("~", "changed"), ("-", "removed"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    root: Path
    target: Path
    as_of: date | None
    previous: History | None
    stamp: str
    """Digest of everything that goes in."""
    jobs: int
    only_plan: bool
    packed: bool
    """True where texts get a packed copy beside them."""


def make(wish: Wish, before: State) -> None:
    """Check, build, say what was done; `before` is how the last build left the target."""
    leave, root, target = click.get_current_context().exit, wish.root, wish.target
    opened = open_disclosed(root, wish.as_of)
    if not isinstance(opened, Opened):
        click.echo(diagnostics.report(opened, root, "text"))
        click.echo("有错误，没有生成；原有的网站没有改动。", err=True)
        leave(PROBLEMS)
    prepared = prepare(opened.disclosed, root, target, wish.previous, packed=wish.packed)
    if isinstance(prepared, Prepared) and wish.only_plan:
        click.echo(_plan(prepared))
        leave(CLEAN)
    place = Place(target, state.spare(root, target))
    made = prepared if isinstance(prepared, Refused) else build(prepared, opened.portal, place, wish.jobs, before)
    if isinstance(made, Refused):
        click.echo(_refusal(made, root), err=True)
        leave(PROBLEMS if made.problems else REFUSED)
    if isinstance(prepared, Prepared):
        click.echo(_summary(prepared, opened.as_of, target))
        again = replace(prepared, change=_unchanged(prepared.change))
        state.keep(root, target, replace(made, stamp=wish.stamp, said=_summary(again, opened.as_of, target)))


def _unchanged(change: Change) -> Change:
    """What a second build would do."""
    return Change((), (), tuple(sorted((*change.new, *change.changed, *change.kept))), ())


def _plan(prepared: Prepared) -> str:
    lines = [f"{sign} {mask(path)}" for sign, name in _SIGNS for path in getattr(prepared.change, name)]
    return "\n".join(lines) or "没有要改的文件。"


def _summary(prepared: Prepared, as_of: date, target: Path) -> str:
    change, site = prepared.change, prepared.site
    lines = [
        f"已生成 {target.name}（截至 {as_of}）：公开案件 {len(site.cases)} 件，停止公开 {len(site.ended)} 件。",
        _counts(change),
        *(f"未公开 {held.number}：{held.reason}。" for held in prepared.withheld),
        f"下一次内容变化：{site.next_change}。到那天要重新生成。"
        if site.next_change
        else "下一次内容变化：没有排定的日子。改了记录再重新生成。",
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
