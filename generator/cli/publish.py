"""`anxin publish`: a finished site becomes what visitors see, after every look that can be taken at it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

import click

from generator.build.publish.folder import CURRENT
from generator.build.publish.log import Entry
from generator.build.publish.reasons import FEWER
from generator.build.publish.release import Act, objections_to, publish
from generator.cli.chinese import ChineseCommand
from generator.cli.options import CLEAN, ROOT, STYLE, FileType, FolderType, PlaceType
from generator.cli.releasing import AHEAD, BY, DRY, WAIT, actor, attempt, gate, moment_of, refuse


class Given(TypedDict):
    """The options as click hands them over."""

    folder: Path
    root: Path
    site: Path | None
    allow_fewer: bool
    dry: bool
    as_of: date | None
    key: Path | None
    by: str | None
    wait: int
    style: str


@click.command("publish", cls=ChineseCommand)
@click.argument("folder", metavar="发布目录", type=PlaceType())
@ROOT
@click.option("--site", type=FolderType(), metavar="目录", help="生成好的网站，默认 site")
@click.option("--allow-fewer", is_flag=True, help="公开的案件比现在少很多也发布")
@DRY
@AHEAD
@click.option(
    "--sign",
    "key",
    type=FileType(),
    metavar="密钥",
    help="用这把 Ed25519 私钥给清单签名（需要 ssh-keygen）",
)
@BY
@WAIT
@STYLE
def command(**given: Unpack[Given]) -> None:
    """检查生成好的网站，复制成新的一版，再一步切换过去；有一条不合格就不发布。

    例：anxin publish /srv/anxin-releases --site site
    """
    moment, root, style = moment_of(given["as_of"], dry=given["dry"]), given["root"], given["style"]
    site = given["site"] or root / "site"
    today, look = gate(root, moment)
    act = Act(
        moment.isoformat(timespec="seconds"), actor(given["by"]), given["allow_fewer"], given["key"], given["wait"]
    )
    if given["dry"]:
        found = objections_to(site, given["folder"], today, look)
        if any(one.name != FEWER or not act.allow_fewer for one in found):
            refuse(found, style)
        click.echo('{"refused": []}' if style == "json" else "可以发布；这次只检查，什么都没有改动。")
        click.get_current_context().exit(CLEAN)
    attempt(partial(publish, site, given["folder"], today, look, act), style, _done)


def _done(entry: Entry) -> str:
    return f"已发布 {entry.release}（截至 {entry.as_of}，公开案件 {entry.cases} 件）；网站服务器读的是 {CURRENT}。"
