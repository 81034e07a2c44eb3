"""`anxin fmt`: record files in their canonical form, comments kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.modeline import headed
from generator.cli.options import CLEAN, PROBLEMS, ROOT, STYLE, PlaceType
from generator.cli.outcome import Outcome, stop, tell
from generator.cli.save import refusal, settle
from generator.model.personal import mask
from generator.problems import Problem, Severity, Span
from generator.records import encode, layout, yaml
from generator.records.decode import decode
from generator.records.load import CASES, FIGURES, OUTREACH, PORTAL, WORKSITES, model_of

_FOLDERS: Final = (WORKSITES, OUTREACH, CASES)


@dataclass(frozen=True, slots=True)
class Formatted:
    """What formatting a number of files comes to: the texts that change, and why others stay as they are."""

    changed: dict[str, str]
    problems: tuple[Problem, ...]
    before: dict[str, bytes]
    """What was read of the files that change."""


@click.command("fmt", cls=ChineseCommand)
@ROOT
@click.option("--check", "only_check", is_flag=True, help="只列出会改动的文件，不改；有就以 1 退出")
@STYLE
@click.argument("files", nargs=-1, metavar="[文件]…", type=PlaceType(file=True))
@click.pass_context
def command(ctx: click.Context, root: Path, files: tuple[Path, ...], *, only_check: bool, style: str) -> None:
    """把记录整理成统一的写法：次序、缩进、引号；注释保留。

    不写文件名就整理全部记录。读不通的文件原样不动，列出问题。

    例：anxin fmt cases/2026/yk-2026-0001.yml
    """
    if not only_check:
        settle(root)
    names = [_below(root, file) for file in files] or every_file(root)
    done = format_files(root, names)
    problems, changed = sorted(done.problems), sorted(done.changed)
    if problems and style != "json":
        click.echo(diagnostics.report(problems, root, "text"))
    why = "" if only_check else refusal(root, done.changed, done.before)
    if why:
        stop(Outcome(why, problems=problems, more={"pending": list(map(mask, changed))}), style, PROBLEMS)
    verb = "会改动" if only_check else "已整理"
    said = "\n".join(f"{verb} {mask(file)}" for file in changed) or "没有要整理的文件。"
    written, pending = ([], changed) if only_check else (changed, [])
    tell(Outcome(said, written, problems, {"pending": list(map(mask, pending))}), style)
    ctx.exit(PROBLEMS if problems or pending else CLEAN)


def every_file(root: Path) -> list[str]:
    """All record files below the root."""
    settings = [file for file in (PORTAL, FIGURES) if (root / file).is_file()]
    found = (sorted(path for path in (root / folder).rglob("*.yml") if path.is_file()) for folder in _FOLDERS)
    return [*settings, *(path.relative_to(root).as_posix() for paths in found for path in paths)]


def format_files(root: Path, files: Iterable[str]) -> Formatted:
    """The canonical texts of all files that read without errors and are not yet in their form."""
    changed: dict[str, str] = {}
    before: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            data = (root / file).read_bytes()
        except OSError:
            problems.append(Problem(Span(file), "R107", "文件读不出来", "核对文件名和路径，它应当是普通文件"))
            continue
        text, found = canonical(data, file)
        problems += found
        if text is not None and text.encode() != data:
            changed[file], before[file] = text, data
    return Formatted(changed, tuple(problems), before)


def canonical(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The canonical text of a record; None, with the problems, where it does not read."""
    model = model_of(file)
    node, problems = yaml.read(data, file)
    if node is None:
        return None, problems
    problems += decode(model, node, file)[1]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    comments = layout.comments(data.decode("utf-8"))
    return layout.text(model, encode.said(node), headed(comments, file)), []


def _below(root: Path, file: Path) -> str:
    """The path below the root; one that is given from the current folder counts too."""
    for candidate in (root / file, file):
        if candidate.exists() and candidate.resolve().is_relative_to(root.resolve()):
            return candidate.resolve().relative_to(root.resolve()).as_posix()
    if not (root / file).resolve().is_relative_to(root.resolve()):
        raise click.BadParameter("这个文件不在记录的文件夹里")
    return file.as_posix()
