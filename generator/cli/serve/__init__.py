"""`anxin serve`: the site on the editor's own machine, built anew and shown anew at every save."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import click

from generator.build.trouble import why
from generator.cli.chinese import ChineseCommand
from generator.cli.options import AS_OF, ROOT, USAGE, today
from generator.cli.serve.preview import View, look, told
from generator.cli.serve.server import LOOPBACK, Stage, serving
from generator.cli.serve.watch import seen

_PAUSE = 0.5
"""Seconds between two looks at the files."""


@click.command("serve", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="端口", help="默认 8000，0 是随便一个空的")
@click.option("--host", default="127.0.0.1", metavar="地址", help="默认只有本机能看；别的地址不显示草稿")
def command(*, root: Path, as_of: date | None, port: int, host: str) -> None:
    """在本机预览：保存就重新生成、刷新页面，问题和草稿都标在页面上。

    例：anxin serve --port 8000
    """
    alone = host in LOOPBACK
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Out of the project, readable for this account alone, and gone at the end: it holds what is not public.
    with TemporaryDirectory(prefix="anxin-") as folder:
        stage = Stage(Path(folder) / "site", alone)
        try:
            address = serving(stage, host, port)
        except OSError as error:
            click.echo(f"用不了 {host} 的 {port} 端口（{why(error)}）；换一个 --port 或 --host。", err=True)
            click.get_current_context().exit(USAGE)
        click.echo(f"预览在 {address}，按 Ctrl-C 结束。{'' if alone else '别人也能看到，所以不显示草稿。'}")
        with suppress(KeyboardInterrupt):
            for view in _views(root, as_of, stage.site, drafts=alone):
                stage.show(view)
                click.echo(told(view))
        click.echo("\n预览结束。")


def _views(root: Path, as_of: date | None, site: Path, *, drafts: bool) -> Iterator[View]:
    """A look at first, and one more whenever files or the day have changed and rest again."""
    before, waiting = "", ""
    for _ in count():
        now = f"{as_of or today()} {seen(root)}"
        if now != before and (now == waiting or not before):
            before = now
            yield look(root, as_of, site, drafts=drafts)
        else:
            waiting = now
            sleep(_PAUSE)
