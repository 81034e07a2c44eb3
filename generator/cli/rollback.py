"""`anxin rollback`: an earlier release becomes what visitors see, unless it holds what may no longer be shown."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator.build.publish.log import Entry
from generator.build.publish.release import Act, objections_to_going_back, rollback
from generator.cli.chinese import ChineseCommand
from generator.cli.options import CLEAN, ROOT, STYLE, FolderType
from generator.cli.releasing import AHEAD, BY, DRY, WAIT, actor, attempt, gate, moment_of, refuse


class Given(TypedDict):
    """The options as click hands them over."""

    folder: Path
    root: Path
    release: str | None
    dry: bool
    as_of: date | None
    by: str | None
    wait: int
    style: str


@click.command("rollback", cls=ChineseCommand)
@click.argument("folder", metavar="发布目录", type=FolderType())
@ROOT
@click.option("--release", metavar="版", help="退回哪一版，例如 2026-11-20-01，默认是上一版")
@DRY
@AHEAD
@BY
@WAIT
@STYLE
def command(**given: Unpack[Given]) -> None:
    """退回以前的一版；那一版里有今天已不能公开的内容就不退。

    例：anxin rollback /srv/anxin-releases --release 2026-11-20-01
    """
    moment, style = moment_of(given["as_of"], dry=given["dry"]), given["style"]
    today, look = gate(given["root"], moment)
    act = Act(moment.isoformat(timespec="seconds"), actor(given["by"]), wait=given["wait"])
    if given["dry"]:
        found = objections_to_going_back(given["folder"], given["release"], today, look)
        if found:
            refuse(found, style)
        click.echo('{"refused": []}' if style == "json" else "可以退回；这次只检查，什么都没有改动。")
        click.get_current_context().exit(CLEAN)
    attempt(partial(rollback, given["folder"], given["release"], today, look, act), style, _done)


def _done(entry: Entry) -> str:
    return f"已退回 {entry.release}（截至 {entry.as_of}，公开案件 {entry.cases} 件）。改好之后请重新生成、再发布。"
