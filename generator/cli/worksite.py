"""`anxin new worksite`: a worksite from its annotated template, under a 安薪码 that nobody has had before."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from generator.cli import preview, save
from generator.cli.chinese import ChineseCommand
from generator.cli.options import AS_OF, PROBLEMS, ROOT, STYLE, USAGE
from generator.cli.outcome import Outcome, stop, tell
from generator.cli.save import alone, refused, settle
from generator.cli.sheet import sheet
from generator.model.sitecode import SiteCode, draw, fold
from generator.model.worksite import Worksite
from generator.problems import Problem
from generator.records import layout
from generator.records.encode import Plain
from generator.records.load import ISSUED, WORKSITES, read_settings, read_sites

_TRIES: Final = 100
"""How many codes in a row may be taken before something else must be wrong."""

_REGISTER: Final = """\
# 发过的安薪码，一行一个，由 anxin new worksite 登记。
# 只添不删：撤销了的码也不给别的工地用，因为海报可能还挂着。
"""


@click.command("worksite", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--项目", "project", metavar="名称", help="工程项目的全称；不写就在终端里问")
@click.option("--总包", "contractor", metavar="全称", help="施工总承包单位全称；不写就在终端里问")
@click.option("--样例/--真实", "sample", default=None, help="是不是虚构的样例；不写就在终端里问，问不了就当作真实")
@STYLE
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each word of the command line
    ctx: click.Context,
    *,
    root: Path,
    as_of: date | None,
    project: str | None,
    contractor: str | None,
    sample: bool | None,
    style: str,
) -> None:
    """新建一个工地，发给一个没有用过的安薪码，不覆盖任何文件。

    例：anxin new worksite --项目 示例一期工程 --总包 示例建设有限公司
    """
    asked = sys.stdin.isatty()
    if not asked and (project is None or contractor is None):
        click.echo("缺少 --项目 或 --总包。用 anxin new worksite --help 查看用法。", err=True)
        ctx.exit(USAGE)
    name = (project if project is not None else str(click.prompt("工程项目的全称"))).strip()
    unit = (contractor if contractor is not None else str(click.prompt("施工总承包单位全称"))).strip()
    invented = sample if sample is not None else (asked and click.confirm("是虚构的样例吗？", default=False))
    given: dict[str, Plain] = {"项目": name, "施工总承包单位": {"名称": unit}}
    if invented:
        given["样例"] = "true"
    settle(root)
    if read_settings(root).portal is None:
        _stop("content/portal.yml 读不通。先用 anxin check 查看并改好。")
    if not name or not unit:
        _stop("项目或施工总承包单位是空的。")
    problems = obstacles(root, given, as_of)
    if problems:
        _stop("\n".join(map(preview.sentence, problems)), problems)
    try:
        code = create(root, given, secrets.choice)
    except OSError as error:
        _stop(refused(error))
    if code is None:
        _stop("发不出没有用过的安薪码。")
    file = path_of(code)
    tell(Outcome(f"{file}\n安薪码 {code.printed}", [file], more={"code": code.printed}), style)


def _stop(sentence: str, problems: Sequence[Problem] = ()) -> NoReturn:
    style = click.get_current_context().params["style"]
    stop(Outcome(f"没有新建。\n{sentence}", problems=problems), style, PROBLEMS)


def obstacles(root: Path, given: dict[str, Plain], as_of: date | None) -> list[Problem]:
    """What stands in the way of a worksite made with this."""
    code = _unused(taken(root), secrets.choice)
    brought = preview.brought(root, path_of(code), layout.text(Worksite, given), as_of) if code else []
    return preview.errors(brought)


def create(root: Path, given: dict[str, Plain], choose: Callable[[str], str]) -> SiteCode | None:
    """Register a new code and write a worksite under it; nothing that is there is overwritten.

    Nothing is written under a code before it is registered. Raises OSError.
    """
    with alone(root):
        used = taken(root)
        for _ in range(_TRIES):
            code = _unused(used, choose)
            if code is None:
                return None
            if "样例" not in given:  # a sample is never hung up, so it can go again and leave nothing behind
                _register(root, code)
            file = path_of(code)
            try:
                save.create(root, file, sheet(Worksite, file, given))
            except FileExistsError:
                used.add(str(code))
                continue
            return code
    return None


def taken(root: Path) -> set[str]:
    """Every code that a file bears or that was ever issued, sound or not."""
    files = (root / WORKSITES).rglob("*.yml")
    return {fold(path.stem) for path in files} | {fold(line.text) for line in read_sites(root).issued}


def path_of(code: SiteCode) -> str:
    """The file of a worksite, below the root."""
    return f"{WORKSITES}/{code}.yml"


def _unused(used: set[str], choose: Callable[[str], str]) -> SiteCode | None:
    drawn = (draw(choose) for _ in range(_TRIES))
    return next((code for code in drawn if str(code) not in used), None)


def _register(root: Path, code: SiteCode) -> None:
    register = root / ISSUED
    register.parent.mkdir(parents=True, exist_ok=True)
    said = register.read_bytes() if register.exists() else _REGISTER.encode()
    gap = b"" if said.endswith(b"\n") else b"\n"
    save.put({register: said + gap + f"{code}\n".encode()})
