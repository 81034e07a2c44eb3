"""`anxin build`: check, then the site, or the reason why there is none."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Final, TypeVar

import click

from generator import routes
from generator.build import inputs, state
from generator.build.beside import aside
from generator.build.state import Seen
from generator.cli.chinese import ChineseCommand
from generator.cli.options import AS_OF, CLEAN, ROOT, STYLE, PlaceType, today
from generator.pages.data.releases import History, read

_WORTH_FORKING: Final = 5_000
"""As many files as take longer to look at than a process takes to start."""

T = TypeVar("T")


class HistoryType(click.ParamType[History]):
    """The releases that an earlier built site knows of."""

    name = "目录"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> History:
        """Read the list below a folder, or the list itself."""
        if isinstance(value, History):
            return value
        given = Path(str(value))
        try:
            found = read((given / routes.RELEASES if given.is_dir() else given).read_bytes())
        except OSError:
            self.fail(f"里面没有 {routes.RELEASES}；第一次生成时不写这个选项", param, ctx)
        if found is None:
            self.fail(f"{routes.RELEASES} 不是本程序生成的样子；不写这个选项，版本从头记起", param, ctx)
        return found


@click.command("build", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--out", type=PlaceType(), metavar="目录", help="生成到哪里，默认 site")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="数量", help="同时用几个进程，默认按处理器个数")
@click.option("--previous", type=HistoryType(), metavar="目录", help="以前生成的网站，由它的版本接着记，并生成增量")
@click.option("--precompress", "packed", is_flag=True, help="网页和数据另存一份压缩好的 .gz，服务器直接发给手机")
@STYLE
@click.option("--plan", "only_plan", is_flag=True, help="只列出会新增(+)、改动(~)、删除(-)的文件，不生成")
def command(  # noqa: PLR0913 - one argument for each option of the command line
    *,
    root: Path,
    as_of: date | None,
    out: Path | None,
    jobs: int | None,
    previous: History | None,
    only_plan: bool,
    packed: bool,
    style: str,
) -> None:
    """检查之后生成网站；有错误就不动原有的网站。

    例：anxin build --as-of 2026-11-01 --out site

    每天更新：anxin build --previous site
    """
    target = (out or root / "site").resolve()
    before, day = state.recall(root, target), as_of or today()
    walk, look = partial(_seen, state.traces, target), partial(_seen, state.held, root, target)
    many = len(before.files or ()) >= _WORTH_FORKING
    now = cache(aside(walk) if many else walk)
    given = inputs.look(root.resolve(), day, previous, packed)
    if state.stands(before, now, given.stamp) and before.answer and not (only_plan and style == "json"):
        said = "没有要改的文件。" if only_plan else before.said
        click.echo(before.answer if style == "json" else said)
        click.get_current_context().exit(CLEAN)
    spare = cache(lambda: aside(look) if many else look)  # begins when it is first asked for
    from generator.cli.telling import open_disclosed  # noqa: PLC0415 - the rules and the gate

    def meanwhile() -> None:
        _load()
        spare()

    opened = open_disclosed(root, as_of, meanwhile, given.files)
    from generator.cli.site import Wish, make  # noqa: PLC0415 - loaded meanwhile

    wish = Wish(root, target, as_of, previous, given.stamp, jobs or os.cpu_count() or 1, only_plan, packed, style)
    make(wish, opened, before, lambda: Seen(now(), spare()()))


def _load() -> None:
    """The site engine, its templates, Excel and Chinese sounds."""
    import generator.cli.site  # noqa: F401, PLC0415 - half a second, for whoever needs it next


def _seen(look: Callable[..., dict[str, T]], *place: Path) -> dict[str, T]:
    """Nothing where it cannot be read: whoever has to write there will say so."""
    try:
        return look(*place)
    except OSError:
        return {}
