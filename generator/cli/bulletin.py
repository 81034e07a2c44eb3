"""`anxin bulletin`: what began to be published in a quarter under 29号令, as a page and on paper."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.folder import MANIFEST, put
from generator.cli.options import AS_OF, PROBLEMS, REFUSED, ROOT, STYLE, USAGE, PlaceType
from generator.cli.telling import Opened, open_disclosed
from generator.disclosure.bulletin import empty_bulletin
from generator.disclosure.public import PublicBulletin, PublicPortal, Quarter
from generator.disclosure.sweep import sweeper
from generator.law.articles import ORDER29
from generator.model.personal import mask
from generator.pages.bulletins.page import bulletin_page
from generator.posters.bulletin import BulletinFile, bulletin_file


class QuarterType(click.ParamType[Quarter]):
    """A quarter on the command line."""

    name = "季度"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Quarter:
        """Read 2026Q3."""
        if isinstance(value, Quarter):
            return value
        try:
            return Quarter.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command("bulletin", cls=ChineseCommand)
@ROOT
@AS_OF
@click.argument("quarter", type=QuarterType(), metavar="季度", help="已经结束的一个季度，如 2026Q3")
@click.option("--out", type=PlaceType(), metavar="目录", help="放到哪里，默认 bulletins 下面")
@STYLE
@click.pass_context
def command(
    ctx: click.Context, *, root: Path, as_of: date | None, quarter: Quarter, out: Path | None, style: str
) -> None:
    """生成一个季度的重大劳动保障违法行为公告：网页和 PDF，没有的季度也写明没有。

    例：anxin bulletin 2026Q3
    """
    opened = open_disclosed(root, as_of)
    if not isinstance(opened, Opened):
        click.echo(diagnostics.report(opened, root, "text"))
        _leave(ctx, "有错误，没有生成；原有的公告没有改动。", PROBLEMS)
    wrong = _wrong(quarter, opened.as_of)
    if wrong:
        _leave(ctx, wrong, USAGE)
    site = opened.disclosed.site
    found = next((one for one in site.bulletins if one.quarter == quarter), None)
    bulletin = found or empty_bulletin(quarter, opened.portal)
    document = bulletin_file(bulletin, site.portal, opened.as_of)
    lacking = sorted({f"{one.record} 的「{one.character}」" for one in document.missing()})
    if lacking:
        _leave(ctx, f"印刷的字体里没有 {'、'.join(lacking)}；核对这个字，换一个常用的写法。", REFUSED)
    made = _files(bulletin, document, site.portal)
    look = sweeper(opened.portal, site, opened.disclosed.names)
    leaks = sorted({leak for path, data in made.items() for leak in look.sweep(path, data)})
    if leaks:
        lines = [f"{leak.path}: 错误 S101: 里面有{leak.kind}，不能发布" for leak in leaks]
        _leave(ctx, "\n".join([*lines, "没有生成；原有的公告没有改动。"]), REFUSED)
    target = out or root / "bulletins" / str(quarter)
    sentence = put(root, target.resolve(), made)
    if sentence:
        _leave(ctx, sentence, REFUSED)
    click.echo(_json(made, target) if style == "json" else "\n".join(_lines(bulletin, target, opened.as_of)))
    for warning in _warnings(bulletin, site.portal):
        click.echo(f"警告：{warning}", err=True)


def _leave(ctx: click.Context, sentence: str, code: int) -> NoReturn:
    click.echo(sentence, err=True)
    ctx.exit(code)


def _wrong(quarter: Quarter, as_of: date) -> str:
    """Why there can be no bulletin of that quarter on this day."""
    if quarter.last < ORDER29.effective:
        return f"《{ORDER29.title}》自 {ORDER29.effective} 起施行，以前的季度没有公告。"
    if quarter.last >= as_of:
        return f"{quarter.words}到 {quarter.last} 才结束（截至 {as_of}），结束以后再生成。"
    return ""


def _files(bulletin: PublicBulletin, document: BulletinFile, portal: PublicPortal) -> dict[str, bytes]:
    name = str(bulletin.quarter)
    made = {f"{name}.pdf": document.render(), f"{name}.html": bulletin_page(bulletin, portal, f"{name}.pdf")}
    return {**made, MANIFEST: _manifest(bulletin, made, portal.as_of)}


def _manifest(bulletin: PublicBulletin, made: Mapping[str, bytes], as_of: date) -> bytes:
    told = {
        "kind": "bulletin",
        "quarter": str(bulletin.quarter),
        "title": bulletin.title,
        "as_of": as_of.isoformat(),
        "until": bulletin.until.isoformat() if bulletin.until else None,
        "cases": [
            {"case": one.number, "since": one.since.isoformat(), "until": one.until.isoformat()}
            for one in bulletin.annexes
        ],
        "ended": [one.number for one in bulletin.ended],
        "lapsed": bulletin.lapsed,
        "samples": list(bulletin.samples),
        "files": [
            {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in sorted(made.items())
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _json(made: Mapping[str, bytes], target: Path) -> str:
    return json.dumps({"folder": mask(str(target)), **json.loads(made[MANIFEST])}, ensure_ascii=False, indent=1)


def _lines(bulletin: PublicBulletin, target: Path, as_of: date) -> Iterator[str]:
    gone = len(bulletin.ended) + bulletin.lapsed
    yield f"已生成 {mask(target.name)}：{bulletin.title}（截至 {as_of}）。"
    yield f"正在公布 {len(bulletin.annexes)} 件，已停止公布 {gone} 件。"
    for number, annex in enumerate(bulletin.annexes, 1):
        yield f"  附件{number}　{annex.number}　公布到 {annex.until}，之后收回，重新生成。"


def _warnings(bulletin: PublicBulletin, portal: PublicPortal) -> Iterator[str]:
    if bulletin.samples:
        yield f"{'、'.join(bulletin.samples)} 是虚构的样例，这份公告不能发布。"
    if portal.pinned:
        yield f"portal.yml 的演示截至日期把日子固定在 {portal.as_of}，这份公告不能发布。"
    yield f"《{ORDER29.title}》的原文没有核对到：公布的内容、周期、要不要先报上一级，{ORDER29.certainty.value}。"
