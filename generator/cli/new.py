"""`anxin new`: a record from its annotated template, under a number of its own."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.cli import preview, save
from generator.cli.chinese import ChineseCommand, ChineseGroup
from generator.cli.options import AS_OF, PROBLEMS, ROOT, STYLE, USAGE, today
from generator.cli.outcome import Outcome, stop, tell
from generator.cli.save import alone, refused, settle
from generator.cli.session import command as session
from generator.cli.sheet import sheet
from generator.cli.worksite import command as worksite
from generator.model.case import Case
from generator.model.codes import CaseNumber
from generator.records import layout
from generator.records.encode import Plain
from generator.records.load import CASES, load

_TRIES: Final = 100
"""How many numbers in a row others may take from under us before we give up."""


@click.group("new", cls=ChineseGroup)
def command() -> None:
    """新建一份记录：自动编号，带填写说明。

    例：anxin new case --名称 示例建设有限公司（虚构） --样例
    """


command.add_command(worksite)
command.add_command(session)


@command.command("case", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--名称", "name", metavar="全称", help="单位全称，与营业执照一致；不写就在终端里问")
@click.option("--样例/--真实", "sample", default=None, help="是不是虚构的样例；不写就在终端里问，问不了就当作真实")
@STYLE
@click.pass_context
def case(
    ctx: click.Context, *, root: Path, as_of: date | None, name: str | None, sample: bool | None, style: str
) -> None:
    """新建一件案件，编号取当年下一个空号，不覆盖任何文件。

    例：anxin new case --名称 示例建设有限公司
    """
    settle(root)
    prefix = _prefix(root)
    if prefix is None:
        stop(Outcome("content/portal.yml 读不通，不知道编号前缀。先用 anxin check 查看并改好。"), style, PROBLEMS)
    asked = sys.stdin.isatty()
    if name is None and not asked:
        click.echo("缺少 --名称。用 anxin new case --help 查看用法。", err=True)
        ctx.exit(USAGE)
    whole = (name if name is not None else str(click.prompt("单位全称"))).strip()
    invented = sample if sample is not None else (asked and click.confirm("是虚构的样例吗？", default=False))
    given: dict[str, Plain] = {"单位": {"名称": whole}}
    if invented:
        given["样例"] = "true"
    year = (as_of or today()).year
    number = CaseNumber(prefix, year, next_serial(root, year, prefix))
    if number.serial > CaseNumber.LAST:
        stop(Outcome(f"没有新建：{year} 年的序号已经用完。"), style, PROBLEMS)
    problems = preview.errors(preview.brought(root, path_of(number), layout.text(Case, given), as_of))
    if problems or not whole:
        said = [preview.sentence(problem) for problem in problems] or ["单位全称是空的。"]
        stop(Outcome("\n".join(["没有新建。", *said]), problems=problems), style, PROBLEMS)
    try:
        file = create(root, year, prefix, given)
    except OSError as error:
        stop(Outcome(f"没有新建：{refused(error)}"), style, PROBLEMS)
    if file is None:
        stop(Outcome("没有新建：编号一再被别人占用，再运行一次。"), style, PROBLEMS)
    tell(Outcome(file, [file], more={"number": Path(file).stem}), style)


def create(root: Path, year: int, prefix: str, given: dict[str, Plain]) -> str | None:
    """Write a case under the next free number and say where; None where others take too many from under us.

    Two at once never take the same one.
    """
    first = next_serial(root, year, prefix)
    for serial in range(first, min(first + _TRIES, CaseNumber.LAST + 1)):
        file = path_of(CaseNumber(prefix, year, serial))
        try:
            with alone(root):
                save.create(root, file, sheet(Case, file, given))
        except FileExistsError:
            continue
        return file
    return None


def next_serial(root: Path, year: int, prefix: str) -> int:
    """The number after the last that any file takes, sound or not, wherever below cases/ it lies."""
    found = (CaseNumber.parse(path.stem) for path in (root / CASES).rglob("*.yml"))
    return max((one.serial for one in found if one and (one.prefix, one.year) == (prefix, year)), default=0) + 1


def path_of(number: CaseNumber) -> str:
    """The file of a case, below the root."""
    return f"{CASES}/{number.year}/{number}.yml"


def _prefix(root: Path) -> str | None:
    portal = load(root).portal
    return portal.record.city.prefix if portal else None
