"""`anxin init`: another city's portal, with the pages of this one and none of its own facts."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from generator.build.swap import BusyError, lock_of, staging
from generator.build.trouble import why
from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.init.pages import Local, Remark, local, moved
from generator.cli.init.settings import City, figures_text, portal_text
from generator.cli.ledger import has_errors, problems_of
from generator.cli.modeline import SCHEMAS
from generator.cli.options import PROBLEMS, USAGE, FolderType, PlaceType
from generator.cli.save import UnfinishedError, save
from generator.cli.schema import written
from generator.model.personal import mask
from generator.records.load import FIGURES, PORTAL, read_settings

_PAGES: Final = "content/pages"
_ENGINE: Final = "mkdocs.yml"
_DESK: Final = (".githooks", ".vscode")
"""What an editor works with: the check before a commit, the settings of the text editor."""
_IGNORED: Final = "/site/\n/.site-*\n/.cache/\n/posters/\n/.posters-*\n/.anxin-unfinished\n"
_DIVISION: Final = re.compile(r"[1-9][0-9]{5}")
_PREFIX: Final = re.compile(r"[a-z]{2,6}")
_MANY: Final = 20
"""Remarks that are listed; more than these nobody reads on a terminal."""

FROM = click.option(
    "--root", type=FolderType(), default=".", metavar="目录", help="照哪个门户的文章来建，默认当前文件夹"
)


class Given(TypedDict):
    """The options as click hands them over."""

    target: Path
    root: Path
    city: str | None
    division: str | None
    prefix: str | None
    publisher: str | None
    short: str | None
    title: str | None
    towns: str | None


@click.command("init", cls=ChineseCommand)
@click.argument("target", metavar="新目录", type=PlaceType())
@FROM
@click.option("--city", metavar="名称", help="城市全称，例如 甲市；不写就在终端里问，下同")
@click.option("--division", metavar="代码", help="六位行政区划代码")
@click.option("--prefix", metavar="字母", help="案件编号的前缀，二到六个小写字母，例如 js")
@click.option("--publisher", metavar="名称", help="主办单位全称")
@click.option("--short", metavar="名称", help="主办单位简称")
@click.option("--title", metavar="名称", help="网站名称，例如 甲市安薪")
@click.option("--towns", metavar="名称", help="镇、街道，用顿号隔开，例如 东街道、西镇")
def command(**given: Unpack[Given]) -> None:
    """给另一个城市新建一个门户：文章照搬，案件、工地、数字和本地设置一概不带。

    例：anxin init ../jiashi --city 甲市 --division 330000 --prefix js --publisher 甲市治欠办 --short 市治欠办
    --title 甲市安薪 --towns 东街道、西镇
    """
    leave, target, root = click.get_current_context().exit, given["target"], given["root"]
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        click.echo(f"{target.name} 已经有东西；换一个新目录。", err=True)
        leave(USAGE)
    source = read_settings(root).portal
    if source is None or not (root / _PAGES).is_dir():
        click.echo("--root 里没有可以照搬的门户（content/portal.yml 和 content/pages）。", err=True)
        leave(USAGE)
    city = _city(given)
    old = local(source.record, city)
    try:
        remarks = _found(root, target.resolve(), city, old)
    except BusyError:
        click.echo("另一次新建正在进行，等它结束再来。", err=True)
        leave(USAGE)
    except (OSError, UnfinishedError) as error:
        reason = why(error) if isinstance(error, OSError) else error  # what was begun is gone with its folder
        click.echo(f"没有新建：写不进去或读不出来（{reason}）；核对位置、权限和磁盘空间。", err=True)
        leave(USAGE)
    click.echo(_told(target, remarks))


def _city(given: Given) -> City:
    return City(
        name=_asked("city", given["city"], "城市全称"),
        division=_asked("division", given["division"], "六位行政区划代码", _DIVISION.fullmatch, "应为六位数字"),
        prefix=_asked("prefix", given["prefix"], "案件编号的前缀", _PREFIX.fullmatch, "应为二到六个小写字母"),
        publisher=_asked("publisher", given["publisher"], "主办单位全称"),
        short=_asked("short", given["short"], "主办单位简称"),
        title=_asked("title", given["title"], "网站名称"),
        towns=_parts(_asked("towns", given["towns"], "镇、街道，用顿号隔开", _parts)),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[、,，\s]+", text) if part)


def _asked(
    option: str, value: str | None, question: str, fits: Callable[[str], object] = bool, wanted: str = "不能是空的"
) -> str:
    """What was given, or is now typed; ends the command where there is neither, or it does not fit."""
    if value is None and not sys.stdin.isatty():
        click.echo(f"缺少 --{option}（{question}）。用 anxin init --help 查看用法。", err=True)
        click.get_current_context().exit(USAGE)
    said = (value if value is not None else str(click.prompt(question))).strip()
    if not fits(said) or not said.isprintable():
        click.echo(f"--{option} 的写法不对：{question}{wanted}。", err=True)
        click.get_current_context().exit(USAGE)
    return said


def _found(root: Path, target: Path, city: City, old: Local) -> list[Remark]:
    """Write everything out of sight, check it, and put it in its place: whole or not at all."""
    with staging(target) as fresh:
        try:
            remarks = _fill(root, fresh, city, old)
            problems = problems_of(fresh, None)
            if has_errors(problems):
                click.echo(diagnostics.report(problems, fresh, "text"))
                click.echo("没有新建：照这样写，检查通不过。", err=True)
                click.get_current_context().exit(PROBLEMS)
            fresh.replace(target)
            return remarks
        finally:
            lock_of(target).unlink()  # a folder is begun once: nobody comes back to clear this away


def _fill(root: Path, fresh: Path, city: City, old: Local) -> list[Remark]:
    remarks: list[Remark] = []
    texts = {PORTAL: portal_text(city), FIGURES: figures_text(), ".gitignore": _IGNORED}
    texts |= {f"{SCHEMAS}/{name}": text for name, text in written().items()}
    for path in sorted((root / _PAGES).rglob("*")):
        file = path.relative_to(root).as_posix()
        if path.suffix == ".md":
            texts[file], said = moved(file, path.read_text("utf-8"), old)
            remarks += said
        elif path.is_file():
            (fresh / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, fresh / file)
    for path in (one for folder in _DESK for one in sorted((root / folder).glob("*")) if one.is_file()):
        (fresh / path.relative_to(root)).parent.mkdir(exist_ok=True)
        shutil.copy(path, fresh / path.relative_to(root))
    texts[_ENGINE] = (root / _ENGINE).read_text("utf-8")
    save(fresh, texts)
    (fresh / "cases").mkdir()
    (fresh / "cases/.gitkeep").touch()  # git keeps no empty folder, and without this one nothing is checked
    return remarks


def _told(target: Path, remarks: list[Remark]) -> str:
    lines = [f"{mask(remark.file)}:{remark.line}: {remark.sentence}" for remark in remarks[:_MANY]]
    more = [f"另有 {len(remarks) - _MANY} 处。"] if len(remarks) > _MANY else []
    return "\n".join(
        [
            f"已新建 {target.name}，检查没有错误。",
            *(["请看一遍这些地方：", *lines, *more] if remarks else []),
            "接下来：补全 content/portal.yml 里注明待填写的各项；最低工资、渠道和公开政策请主管部门核实。",
            f"预览：anxin serve --root {target}　新建案件：anxin new case --root {target}",
        ]
    )
