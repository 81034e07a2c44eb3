"""`anxin check`: every problem of every record in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand, wants_colour
from generator.cli.ledger import has_errors, problems_of
from generator.cli.options import AS_OF, CLEAN, PROBLEMS, ROOT


@click.command("check", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option(
    "--format",
    "style",
    type=click.Choice(diagnostics.FORMATS),
    default="text",
    metavar="|".join(diagnostics.FORMATS),
    help="输出格式：给人看的文字、给程序用的 JSON，或 GitHub、GitLab 的行内批注",
)
@click.option(
    "--max",
    "most",
    type=click.IntRange(1, 100_000),
    metavar="数量",
    help="最多列出几个：先取错误，再取警告，仍按位置排列；总数和退出码不变",
)
@click.pass_context
def command(ctx: click.Context, *, root: Path, as_of: date | None, style: str, most: int | None) -> None:
    """检查全部记录，一次列出所有问题。

    例：anxin check --as-of 2026-11-01 --max 20
    """
    problems = problems_of(root, as_of)
    text = diagnostics.report(problems, root, style, most, colour=wants_colour())
    if text:
        click.echo(text)
    ctx.exit(PROBLEMS if has_errors(problems) else CLEAN)
