"""`anxin schema`: the JSON Schemas by which editors complete and explain."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.modeline import SCHEMAS
from generator.cli.options import PROBLEMS, ROOT, PlaceType
from generator.cli.save import refusal
from generator.model.schema import DOCUMENTS, schema


@click.command("schema", cls=ChineseCommand)
@ROOT
@click.option("--out", type=PlaceType(), metavar="目录", default=SCHEMAS, help=f"写到哪个文件夹，默认 {SCHEMAS}")
def command(root: Path, out: Path) -> None:
    """生成 JSON Schema，编辑器靠它补全和提示。

    例：anxin schema --out schemas
    """
    texts = written()
    why = refusal(root / out, texts)
    if why:
        click.echo(why, err=True)
        click.get_current_context().exit(PROBLEMS)
    click.echo(f"已写 {'、'.join(f'{(out / name).as_posix()}' for name in texts)}")


def written() -> dict[str, str]:
    """Every schema as its file says it."""
    return {f"{name}.json": json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n" for name in DOCUMENTS}
