"""`anxin posters`: print files for the whole city, a town, a site or a lesson, each read back before any is kept."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from generator.build.forking import can_fork
from generator.build.makers import making
from generator.build.swap import BusyError, staging, swap
from generator.build.trouble import why
from generator.cli import diagnostics
from generator.cli.chinese import ChineseCommand
from generator.cli.folder import hindrance
from generator.cli.ledger import has_errors, open_ledger
from generator.cli.options import AS_OF, PROBLEMS, REFUSED, ROOT, STYLE, USAGE, DayType, PlaceType
from generator.cli.outcome import Outcome, stop, tell
from generator.course.matter import matter
from generator.disclosure.public import PublicPortal, PublicSite, PublicWorksite
from generator.disclosure.site import disclose_all
from generator.model.personal import mask
from generator.model.sitecode import Misread, read
from generator.posters.batch import (
    CITY,
    KIND,
    MANIFEST,
    MANIFEST_TABLE,
    AnyWanted,
    PrintFile,
    Rejected,
    Site,
    WantedHandout,
    manifest,
    manifest_table,
    produce,
    produced,
    wanted,
    wanted_handouts,
)
from generator.posters.code import encode
from generator.posters.compose import Order, address_of
from generator.posters.contact import contact_sheets
from generator.posters.handouts.kinds import Kind
from generator.posters.picture import picture_png, picture_svg
from generator.posters.product import SIZES, Finish, Product, Theme
from generator.records.load import read_course
from generator.records.page import PAGES

_LISTS: Final = (MANIFEST_TABLE, "样图-*.png", "二维码/*")
"""What lies beside the print files without being one."""
_WORTH_A_POOL: Final = 60
"""Files below which starting processes costs more than it saves: each loads the font and the templates anew."""
_CHUNK: Final = 8
_THEMES: Final = {"青": Theme.TEAL, "朱": Theme.VERMILION}


class Given(TypedDict):
    """The options as click hands them over."""

    root: Path
    as_of: date | None
    out: Path | None
    products: tuple[str, ...]
    size: str | None
    theme: str
    codes: tuple[str, ...]
    towns: tuple[str, ...]
    since: date | None
    finish: str
    jobs: int | None
    style: str


@click.command("posters", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--out", type=PlaceType(), metavar="目录", help="放到哪里，默认 posters")
@click.option(
    "--product",
    "products",
    type=click.Choice([one.value for one in (*Product, *Kind)]),
    multiple=True,
    metavar="品种",
    help="海报、贴纸、安全帽卡、告示牌；折页、核对单、十条、课件。可以写几次，默认全部",
)
@click.option("--size", type=click.Choice(["A4", "A3", "A2", "A1"]), metavar="纸张", help="默认海报 A3、告示牌 A2")
@click.option("--theme", type=click.Choice(list(_THEMES)), default="青", metavar="样式", help="青、朱，默认青")
@click.option("--worksite", "codes", multiple=True, metavar="安薪码", help="只要这个工地，可以写几次")
@click.option("--town", "towns", multiple=True, metavar="镇街", help="只要这个镇街的工地，可以写几次")
@click.option("--since", type=DayType(), metavar="日期", help="只要这一天以来有新记录（开工、核查、印发）的工地")
@click.option("--bleed", "finish", flag_value=Finish.BLEED.value, help="四边加 3 毫米出血和裁切线，交印刷厂")
@click.option("--imposed", "finish", flag_value=Finish.IMPOSED.value, help="海报两张拼在一张大纸上")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="数量", help="同时用几个进程，默认按处理器个数")
@STYLE
@click.pass_context
def command(ctx: click.Context, **given: Unpack[Given]) -> None:
    """生成海报、贴纸、安全帽卡、告示牌和讲义，每一页都读回来核对过。

    例：anxin posters --town 甲镇 --product 海报 --bleed

    例：anxin posters --product 折页 --product 课件
    """
    root, style = given["root"], given["style"]
    ledger, problems = open_ledger(root, given["as_of"])
    if ledger is None or has_errors(problems):
        if style != "json":
            click.echo(diagnostics.report(problems, root, "text"))
        stop(Outcome("有错误，没有生成；原有的印刷文件没有改动。", problems=problems), style, PROBLEMS)
    site = disclose_all(ledger).site
    chosen, complaint = _chosen(site, given)
    found: tuple[AnyWanted, ...] = (*wanted(_orders(given), chosen), *_handouts(root, given))
    if complaint or not found:
        click.echo(complaint or "没有这种纸张：海报有 A4、A3、A2，告示牌有 A2、A1，其余只有 A4。", err=True)
        ctx.exit(USAGE)
    out = given["out"] or root / "posters"
    made = _make(found, site.portal, Place(root, out.resolve()), given["jobs"] or os.cpu_count() or 1)
    if isinstance(made, str):
        stop(Outcome(made), style, REFUSED)
    listed = json.loads(manifest(made))["files"]
    more = {"folder": mask(str(out)), "files": listed}
    tell(Outcome(_summary(made, out.resolve()), [out / one.wanted.path for one in made], more=more), style)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files go."""

    root: Path
    target: Path


def _chosen(site: PublicSite, given: Given) -> tuple[list[Site], str]:
    """The sites that were asked for, the whole city first where nobody asked for less; or what is wrong with it."""
    codes, complaint = _codes(site, given["codes"])
    unknown = [town for town in given["towns"] if all(one.town != town for one in site.worksites)]
    if complaint or unknown:
        return [], complaint or f"「{mask(unknown[0])}」没有登记在用的工地。"
    found = [one for one in site.worksites if _is_meant(one, codes, given)]
    narrowed = bool(codes or given["towns"] or given["since"])
    return ([*found] if narrowed else [None, *found]), "" if found or not narrowed else "没有这样的工地。"


def _is_meant(site: PublicWorksite, codes: set[str], given: Given) -> bool:
    if codes and site.code not in codes:
        return False
    if given["towns"] and site.town not in given["towns"]:
        return False
    return given["since"] is None or _latest(site) >= given["since"]


def _codes(site: PublicSite, given: Iterable[str]) -> tuple[set[str], str]:
    known, revoked = ({one.code for one in found} for found in (site.worksites, site.revoked_worksites))
    codes = set()
    for text in given:
        code = read(text)
        if isinstance(code, Misread):
            return set(), f"安薪码 {mask(text)} {code.message}：{code.hint}。"
        if code.text in revoked:
            return set(), f"安薪码 {code.printed} 已撤销，不再印。"
        if code.text not in known:
            return set(), f"没有安薪码是 {code.printed} 的工地。"
        codes.add(code.text)
    return codes, ""


def _latest(site: PublicWorksite) -> date:
    """The last day on which anything was recorded of a site."""
    return max(day for day in (site.start, site.issued, *(one.on for one in site.systems), date.min) if day)


def _orders(given: Given) -> list[Order]:
    products = [one for one in Product if one.value in given["products"] or not given["products"]]
    finish = Finish(given["finish"]) if given["finish"] else Finish.PLAIN
    if finish is Finish.IMPOSED:
        products = [one for one in products if one is Product.POSTER]
    size, theme = given["size"], _THEMES[given["theme"]]
    return [Order(one, size or SIZES[one][0], theme, finish) for one in products if size is None or size in SIZES[one]]


def _handouts(root: Path, given: Given) -> tuple[WantedHandout, ...]:
    """Those that were asked for; all of them where nobody asked for a product, a place or a finish."""
    narrowed = any(given[name] for name in ("products", "codes", "towns", "since", "finish"))
    kinds = [kind for kind in Kind if kind.value in given["products"] or not narrowed]
    if not kinds:
        return ()
    pages = read_course(root).pages
    found = wanted_handouts(kinds, matter({page.file.removeprefix(f"{PAGES}/"): page.text for page in pages}))
    return tuple(one for one in found if given["size"] in {None, one.handout.size})


def _make(files: Sequence[AnyWanted], portal: PublicPortal, place: Place, jobs: int) -> list[PrintFile] | str:
    """Set, prove, write and put in place; a sentence where that was refused, and then nothing has changed."""
    target, made = place.target, list[PrintFile]()
    try:
        refusal = hindrance(place.root, target, KIND, _LISTS)
        if refusal:
            return refusal
        with staging(target) as folder:
            for one in _shown(_produced(files, portal, jobs), len(files)):
                if isinstance(one, Rejected):
                    return _rejection(one)
                _put(folder / one.wanted.path, one.data)
                made.append(one)
            _put_lists(folder, made, portal)
            swap(folder, target)
    except BusyError:
        return "另一次生成正在进行，等它结束再来。"
    except OSError as error:
        return f"{mask(target.name)} 写不进去（{why(error)}）；核对位置、权限和磁盘空间。"
    return made


def _produced(files: Sequence[AnyWanted], portal: PublicPortal, jobs: int) -> Iterator[PrintFile | Rejected]:
    if jobs < 2 or len(files) < _WORTH_A_POOL:
        yield from produced(files, portal)
        return
    lots = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    with making(partial(_lot, portal), lots, jobs, "fork" if can_fork() else "spawn") as made:
        yield from chain.from_iterable(made)


def _lot(portal: PublicPortal, files: Sequence[AnyWanted]) -> list[PrintFile | Rejected]:
    return [produce(one, portal=portal) for one in files]


def _shown(made: Iterable[PrintFile | Rejected], count: int) -> Iterator[PrintFile | Rejected]:
    """With a bar on a terminal, and nothing but results in a pipe."""
    if not sys.stderr.isatty():
        yield from made
        return
    bar: AbstractContextManager[Iterable[PrintFile | Rejected]] = click.progressbar(
        made, length=count, label="排版并核对", file=sys.stderr
    )
    with bar as shown:
        yield from shown


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _put_lists(folder: Path, made: Sequence[PrintFile], portal: PublicPortal) -> None:
    _put(folder / MANIFEST, manifest(made))
    _put(folder / MANIFEST_TABLE, manifest_table(made))
    for number, picture in enumerate(contact_sheets(made), 1):
        _put(folder / f"样图-{number}.png", picture)
    sites = dict.fromkeys(site for one in made for site in one.wanted.sites)
    for site in sites:
        code, name = encode(address_of(portal, site)), site.code if site else CITY
        _put(folder / "二维码" / f"{name}.svg", picture_svg(code))
        _put(folder / "二维码" / f"{name}.png", picture_png(code))


def _rejection(one: Rejected) -> str:
    lines = [
        *(f"{mask(one.wanted.path)}: 第{failure.page}页{failure.reason}" for failure in one.failures),
        *(f"{mask(one.wanted.path)}: {lack.record} 的「{lack.character}」字库没有，印不出来" for lack in one.missing),
        "有一页没有通过核对，整批都没有生成；原有的印刷文件没有改动。",
    ]
    return "\n".join(lines)


def _summary(made: Sequence[PrintFile], target: Path) -> str:
    pages = sum(one.pages for one in made)
    codes = sum(len(one.readings) for one in made)
    specimens = sum(one.specimen for one in made)
    lines = [f"已生成 {target.name}：{len(made)} 个文件，{pages} 页，{codes} 个二维码都读回来核对过。"]
    if specimens:
        lines.append(f"其中 {specimens} 个是样张，不能张贴：网站还没有正式网址，或者是演示、虚构的工地。")
    return "\n".join(lines)
