"""Making the site, or saying why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.build import state
from generator.build.beside import no_collection
from generator.build.plan import Change
from generator.build.site import Looking, Place, Prepared, Refused, build, prepare
from generator.build.state import State
from generator.cli import diagnostics
from generator.cli.options import CLEAN, PROBLEMS, REFUSED
from generator.cli.outcome import Outcome, as_json, stop
from generator.cli.telling import Opened
from generator.model.personal import mask
from generator.pages.data.releases import History
from generator.problems import Problem

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
    style: str
    """text or json."""


def make(wish: Wish, opened: Opened | list[Problem], before: State, now: Looking) -> None:
    """Build, say what was done; `before` is how the last build left the target, `now` how it stands."""
    root, target, style = wish.root, wish.target, wish.style
    if not isinstance(opened, Opened):
        if style != "json":
            click.echo(diagnostics.report(opened, root, "text"))
        stop(Outcome("有错误，没有生成；原有的网站没有改动。", problems=opened), style, PROBLEMS)
    with no_collection():
        prepared = prepare(opened.disclosed, root, target, wish.previous, packed=wish.packed, now=now)
    if isinstance(prepared, Prepared) and wish.only_plan:
        click.echo(as_json(_planned(prepared, opened.as_of, target)) if style == "json" else _plan(prepared))
        click.get_current_context().exit(CLEAN)
    place = Place(target, state.spare(root, target))
    made = prepared if isinstance(prepared, Refused) else build(prepared, opened.portal, place, wish.jobs, before)
    if isinstance(made, Refused):
        leaks = [{"file": mask(leak.path), "kind": leak.kind} for leak in made.leaks]
        told = Outcome(_refusal(made, root), problems=made.problems, more={"leaks": leaks})
        stop(told, style, PROBLEMS if made.problems else REFUSED)
    if isinstance(prepared, Prepared):
        again = replace(prepared, change=_unchanged(prepared.change))
        said, answer = (say(again, opened.as_of, target) for say in (_summary, _answer))
        state.keep(root, target, replace(made, stamp=wish.stamp, said=said, answer=answer))
        tell = _answer if style == "json" else _summary
        click.echo(tell(prepared, opened.as_of, target))


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


def _answer(prepared: Prepared, as_of: date, target: Path) -> str:
    """The same for programs: `written` is what has other bytes than before."""
    written = sorted((*prepared.change.new, *prepared.change.changed))
    return as_json(Outcome(_summary(prepared, as_of, target), written, more=_facts(prepared, as_of, target)))


def _planned(prepared: Prepared, as_of: date, target: Path) -> Outcome:
    return Outcome(_plan(prepared), more=_facts(prepared, as_of, target))


def _facts(prepared: Prepared, as_of: date, target: Path) -> dict[str, object]:
    change, site = prepared.change, prepared.site
    return {
        "folder": mask(str(target)),
        "as_of": as_of.isoformat(),
        "next_change": site.next_change.isoformat() if site.next_change else None,
        "cases": len(site.cases),
        "ended": len(site.ended),
        "withheld": [{"case": held.number, "reason": held.reason} for held in prepared.withheld],
        **{name: list(map(mask, getattr(change, name))) for name in ("new", "changed", "removed")},
        "kept": len(change.kept),
        "leaks": [],
    }


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
