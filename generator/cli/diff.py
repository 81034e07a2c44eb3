"""`anxin diff`: what a change in the records would change for the public."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.ledger import has_errors, open_ledger, read_ledger, unread
from generator.cli.options import AS_OF, PROBLEMS, ROOT, USAGE
from generator.cli.revision import Versions, extract, named, versions
from generator.cli.side import side
from generator.reports.change import Change, Section, change

FORMATS: Final = ("text", "json", "github")
VERSION: Final = 1
"""Of the JSON envelope: it grows when a field changes its meaning or goes away, not when one is added."""

_MOST: Final = 100
"""Lines of one section in a comment; code platforms cut long ones."""
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>#|~!@&])")
_NO_OLD: Final = "旧的一版里没有读得出来的 content/portal.yml，没有可以比较的记录。换一个晚一些的版本。"
_REFUSED: Final = "git 没有给出这一版的文件，什么都没有比较。核对仓库是否完整、磁盘空间是否够。"


@click.command("diff", cls=ChineseCommand)
@ROOT
@AS_OF
@click.argument("revision", metavar="版本")
@click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    metavar="|".join(FORMATS),
    help="给人看的文字、给程序用的 JSON，或贴进合并请求的 Markdown",
)
@click.pass_context
def command(ctx: click.Context, *, root: Path, as_of: date | None, revision: str, style: str) -> None:
    """说明记录的改动会让公众看到什么变化，只说公开的内容。

    例：anxin diff main --format github

    版本写提交号、分支或标签，与文件夹里现在的记录比；写 main..HEAD，比较两版；写 main...HEAD，从两版分开的地方比起。
    """
    meant = versions(root, revision)
    if isinstance(meant, str):
        click.echo(meant, err=True)
        ctx.exit(USAGE)
    with TemporaryDirectory() as folder:
        try:
            places = _placed(root, meant, Path(folder))
        except OSError:
            click.echo(_REFUSED, err=True)
            ctx.exit(USAGE)
        found = _compared(*places, as_of)
    if isinstance(found, str):
        click.echo(found, err=True)
        ctx.exit(PROBLEMS)
    click.echo(_said(found, named(root, meant.old), style))


def _placed(root: Path, meant: Versions, folder: Path) -> tuple[Path, Path]:
    """Where the old and the new version lie."""
    old, new = folder / "old", folder / "new"
    old.mkdir()
    extract(root, meant.old, old)
    if meant.new is None:
        return old, root
    new.mkdir()
    extract(root, meant.new, new)
    return old, new


def _compared(old: Path, new: Path, as_of: date | None) -> Change | str:
    """Both sides through the same gate on the same day; a sentence where one of them cannot be shown."""
    ledger, problems = open_ledger(new, as_of)
    if ledger is None or has_errors(problems):
        return f"{unread(problems, new)}\n新的一版有错误，不能公开；先改正，再看变化。"
    before, unsound = read_ledger(old, ledger.as_of)
    if before is None:
        return _NO_OLD
    return change(side(before, unsound, old), side(ledger, [], new), ledger.as_of)


def _said(found: Change, old: str, style: str) -> str:
    match style:
        case "json":
            return _as_json(found)
        case "github":
            return _as_markdown(found, old)
        case _:
            return _as_text(found, old)


def _head(found: Change, old: str) -> str:
    same = "对公众没有变化。" if found.nothing else ""
    return f"与 {old}相比，截至 {found.as_of}：{same}{found.summary}"


def _as_text(found: Change, old: str) -> str:
    blocks = ["\n".join([section.title, *_indented(section.lines)]) for section in found.sections]
    return "\n\n".join([_head(found, old), *blocks])


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {diagnostics.safe(line)}" for line in lines]


def _as_markdown(found: Change, old: str) -> str:
    blocks = ["\n".join([f"**{section.title}**", "", *_bullets(section)]) for section in found.sections]
    return "\n\n".join(["### 这次改动对公众的影响", _escaped(_head(found, old)), *blocks])


def _bullets(section: Section) -> list[str]:
    left = len(section.lines) - _MOST
    more = [f"- 另有 {left} 条没有列出，运行 `anxin diff` 查看。"] if left > 0 else []
    return [*(f"- {_escaped(line)}" for line in section.lines[:_MOST]), *more]


def _escaped(line: str) -> str:
    """A line that a code platform shows as it is: no mention, no link, no markup."""
    return _MARKDOWN.sub(r"\\\1", diagnostics.safe(line)).replace("://", ":\\//")


def _as_json(found: Change) -> str:
    counts = {name: getattr(found, name) for name in ("before", "after", "added", "changed", "gone", "lapsing")}
    sections = [{"title": section.title, "lines": section.lines} for section in found.sections]
    return json.dumps(
        {
            "version": VERSION,
            "as_of": found.as_of.isoformat(),
            "summary": found.summary,
            **counts,
            "sections": sections,
        },
        ensure_ascii=False,
        indent=1,
    )
