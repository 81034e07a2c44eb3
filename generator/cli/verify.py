"""`anxin verify`: a built or published site against its manifest, and against the signature if there is one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

import click

from generator.build.publish.signature import UnsignedError, signed_by
from generator.build.publish.verify import Difference, differences, listed
from generator.cli.chinese import ChineseCommand
from generator.cli.options import CLEAN, PROBLEMS, STYLE, FileType, FolderType
from generator.model.personal import mask

_WORDS: Final = (("缺少", "missing"), ("多出", "extra"), ("被改过", "changed"))


@click.command("verify", cls=ChineseCommand)
@click.argument("folder", metavar="目录", type=FolderType())
@click.option("--signers", type=FileType(), metavar="文件", help="再核对签名：可以签名的公钥（allowed_signers）")
@STYLE
def command(*, folder: Path, signers: Path | None, style: str) -> None:
    """把网站和它的清单逐个文件核对：缺少的、多出的、被改过的。

    例：anxin verify /srv/anxin-releases/current
    """
    files = listed(folder)
    if files is None:
        complaint, found = "里面没有清单 manifest.json，或清单不是本程序写的。", Difference((), (), ())
    else:
        complaint, found = _unsigned(folder, signers), differences(folder, files)
    if style == "json":
        said = {"files": len(files or ()), **asdict(found), "complaint": complaint or None}
        click.echo(json.dumps(said, ensure_ascii=False))
    else:
        lines = [*_lines(found), *([complaint] if complaint else [])]
        signed = "，签名有效" if signers and not complaint else ""
        click.echo("\n".join(lines) or f"与清单一致：{len(files or ())} 个文件{signed}。")
    click.get_current_context().exit(PROBLEMS if found or complaint else CLEAN)


def _lines(found: Difference) -> Iterator[str]:
    for word, name in _WORDS:
        yield from (f"{word} {mask(path)}" for path in getattr(found, name))


def _unsigned(folder: Path, signers: Path | None) -> str:
    try:
        return (
            "" if signers is None or signed_by(folder, signers) else "签名无效：清单和签名不符，或签名的不是这把密钥。"
        )
    except UnsignedError as error:
        return f"签名核对不了：{error}。"
