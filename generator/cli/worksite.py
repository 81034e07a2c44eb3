"""`anxin new worksite`: a worksite from its annotated template, under a 安薪码 that nobody has had before."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.cli import preview
from generator.cli.chinese import ChineseCommand
from generator.cli.options import AS_OF, CLEAN, PROBLEMS, ROOT, USAGE
from generator.cli.sheet import sheet
from generator.model.sitecode import SiteCode, draw, fold
from generator.model.worksite import Worksite
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
@click.pass_context
def command(
    ctx: click.Context,
    *,
    root: Path,
    as_of: date | None,
    project: str | None,
    contractor: str | None,
    sample: bool | None,
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
    refusal = refused(root, given, as_of)
    if refusal:
        click.echo("\n".join(["没有新建。", *refusal]), err=True)
        ctx.exit(PROBLEMS)
    code = create(root, given, secrets.choice)
    if code is None:
        click.echo("没有新建：发不出没有用过的安薪码。", err=True)
        ctx.exit(PROBLEMS)
    click.echo(f"{path_of(code)}\n安薪码 {code.printed}")
    ctx.exit(CLEAN)


def refused(root: Path, given: dict[str, Plain], as_of: date | None) -> list[str]:
    """Why a worksite cannot be made with this, as sentences; none where it can."""
    if read_settings(root).portal is None:
        return ["content/portal.yml 读不通。先用 anxin check 查看并改好。"]
    if not given["项目"] or given["施工总承包单位"] == {"名称": ""}:
        return ["项目或施工总承包单位是空的。"]
    code = _unused(taken(root), secrets.choice)
    brought = preview.brought(root, path_of(code), layout.text(Worksite, given), as_of) if code else []
    return [preview.sentence(problem) for problem in preview.errors(brought)]


def create(root: Path, given: dict[str, Plain], choose: Callable[[str], str]) -> SiteCode | None:
    """Register a new code and write a worksite under it; nothing that is there is overwritten.

    The file keeps the code for itself while it is still empty; nothing is written to it before the code is registered.
    """
    folder = root / WORKSITES
    folder.mkdir(parents=True, exist_ok=True)
    used = taken(root)
    for _ in range(_TRIES):
        code = _unused(used, choose)
        if code is None:
            return None
        file = path_of(code)
        try:
            with (root / file).open("x", encoding="utf-8", newline="\n") as new:
                if "样例" not in given:  # a sample is never hung up, so it can go again and leave nothing behind
                    _register(root, code)
                new.write(sheet(Worksite, file, given))
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
    with suppress(FileExistsError), register.open("x", encoding="utf-8", newline="\n") as new:
        new.write(_REGISTER)
    gap = "" if register.read_bytes().endswith(b"\n") else "\n"
    with register.open("a", encoding="utf-8", newline="\n") as lines:
        lines.write(f"{gap}{code}\n")
