"""`anxin check`: every problem of every record in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.cli import codequality, diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.ledger import AS_OF, CLEAN, PROBLEMS, ROOT, has_errors, open_ledger

_FORMATS: Final = (*diagnostics.FORMATS, codequality.FORMAT)


@click.command("check", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option(
    "--format",
    "style",
    type=click.Choice(_FORMATS),
    default="text",
    metavar="|".join(_FORMATS),
    help="输出格式：文字、JSON 或代码平台的行内批注",
)
@click.pass_context
def command(ctx: click.Context, root: Path, as_of: date | None, style: str) -> None:
    """检查全部记录，一次列出所有问题。

    例：anxin check --as-of 2026-11-01
    """
    _, problems = open_ledger(root, as_of)
    said = codequality.report(problems) if style == codequality.FORMAT else diagnostics.report(problems, root, style)
    click.echo(said)
    ctx.exit(PROBLEMS if has_errors(problems) else CLEAN)
