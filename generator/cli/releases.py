"""`anxin releases`: which releases there are, which is shown, who published them and when."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator.build.publish import folder as shelf
from generator.build.publish import log
from generator.build.publish.log import Entry
from generator.cli.chinese import ChineseCommand
from generator.cli.options import STYLE, FolderType


@click.command("releases", cls=ChineseCommand)
@click.argument("folder", metavar="发布目录", type=FolderType())
@click.option("--log", "whole", is_flag=True, help="改为列出全部发布和回退，包括已经清理的版")
@STYLE
def command(*, folder: Path, whole: bool, style: str) -> None:
    """列出保留的各版：哪一版正在显示，谁在什么时候发布。

    例：anxin releases /srv/anxin-releases
    """
    try:
        now = shelf.current(folder)
    except shelf.NoLinkError:
        now = None
    entries = log.read(folder)
    known = {entry.release: entry for entry in entries if entry.act != "回退"}
    names = shelf.names(folder)
    if style == "json":
        kept = [{"release": name, "shown": name == now} for name in names]
        click.echo(json.dumps({"releases": kept, "log": [asdict(one) for one in entries]}, ensure_ascii=False))
    elif whole:
        click.echo("\n".join(f"{one.act} {_told(one)}" for one in entries) or "还没有发布过。")
    else:
        lines = [f"{'→' if name == now else ' '} {_line(name, known.get(name))}" for name in names]
        click.echo("\n".join(lines) or "还没有发布过。")


def _line(name: str, entry: Entry | None) -> str:
    return _told(entry) if entry else f"{name} 没有显示过，下次发布时清理"


def _told(entry: Entry) -> str:
    allowed = "，允许案件减少" if entry.allowed else ""
    return f"{entry.release}：截至 {entry.as_of}，公开案件 {entry.cases} 件，{entry.at} {entry.by}{allowed}"
