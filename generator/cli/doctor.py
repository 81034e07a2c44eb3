"""`anxin doctor`: one list of what needs a person, each with how to mend it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.cli import diagnostics, machine
from generator.cli.chinese import ChineseCommand, wants_colour
from generator.cli.ledger import open_ledger
from generator.cli.options import AS_OF, CLEAN, PROBLEMS, ROOT, STYLE, today
from generator.disclosure.site import disclose_all
from generator.ledger import Ledger
from generator.problems import Problem
from generator.reports import upkeep
from generator.reports.upkeep import Advice, Upkeep, Weight

VERSION: Final = 1
"""Of the JSON envelope: it grows when a field changes its meaning or goes away, not when one is added."""

_PORTAL: Final = "本市的设置"


@click.command("doctor", cls=ChineseCommand)
@ROOT
@AS_OF
@STYLE
@click.pass_context
def command(ctx: click.Context, *, root: Path, as_of: date | None, style: str) -> None:
    """体检：软件、设置、记录里要人处理的事，每件写明怎么办。

    例：anxin doctor --format json

    退出码：0 没有「要处理」的（可以有「请留意」的）；1 有；2 用法不对。
    """
    ledger, problems = open_ledger(root, as_of)
    found = _found(root, ledger, problems, as_of or today())
    click.echo(_as_json(found) if style == "json" else _as_text(found, colour=wants_colour()))
    ctx.exit(PROBLEMS if found.of(Weight.MUST) else CLEAN)


def _found(root: Path, ledger: Ledger | None, problems: list[Problem], day: date) -> Upkeep:
    subjects = {name: tuple(look(root)) for name, look in machine.LOOKS}
    subjects["记录"] = tuple(upkeep.records(problems))
    if ledger is None:
        mend = "运行 anxin check，先把 content/portal.yml 改好"
        return Upkeep(day, {**subjects, _PORTAL: (Advice(Weight.MUST, "portal.yml 读不出来", mend),)})
    subjects |= {name: tuple(look(ledger)) for name, look in upkeep.LOOKS}
    shown = {case.number: case.until for case in disclose_all(ledger).site.cases}
    return Upkeep(ledger.as_of, {**subjects, "即将到期": tuple(upkeep.lapsing(shown, ledger.as_of))})


def _as_text(found: Upkeep, *, colour: bool) -> str:
    blocks = [_block(weight, found.of(weight), colour=colour) for weight in Weight if found.of(weight)]
    sound = f"没有问题的：{'、'.join(found.sound)}。" if found.sound else ""
    counts = "，".join(f"{weight}的 {len(found.of(weight))} 项" for weight in Weight)
    return "\n\n".join([*blocks, *filter(None, [sound]), f"截至 {found.as_of}：{counts}。"])


def _block(weight: Weight, found: list[tuple[str, Advice]], *, colour: bool) -> str:
    head = f"{weight}（{len(found)} 项）"
    painted = click.style(head, fg="red" if weight is Weight.MUST else "yellow", bold=True) if colour else head
    rows = (f"  {subject}：{diagnostics.safe(one.says)}\n    怎么办：{one.mend}" for subject, one in found)
    return "\n".join([painted, *rows])


def _as_json(found: Upkeep) -> str:
    items = [
        {"subject": subject, "weight": weight.name.lower(), "says": diagnostics.safe(one.says), "mend": one.mend}
        for weight in Weight
        for subject, one in found.of(weight)
    ]
    counts = {weight.name.lower(): len(found.of(weight)) for weight in Weight}
    return json.dumps(
        {"version": VERSION, "as_of": found.as_of.isoformat(), **counts, "sound": found.sound, "items": items},
        ensure_ascii=False,
        indent=1,
    )
