"""`anxin new session`: a session under the next number of its year, with the keys that may still be filled in."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import click

from generator.cli import preview
from generator.cli.chinese import ChineseCommand
from generator.cli.modeline import modeline
from generator.cli.options import AS_OF, PROBLEMS, ROOT, STYLE, USAGE, DayType
from generator.cli.outcome import Outcome, stop, tell
from generator.cli.save import refusal, settle
from generator.cli.sheet import offered
from generator.model import catalogue, order
from generator.model.outreach import Outreach, Session
from generator.problems import Problem
from generator.records import insertion, yaml
from generator.records.encode import Plain
from generator.records.load import OUTREACH, contents, read_sessions, read_settings

KINDS: Final = catalogue.choices(catalogue.fields(Session)["种类"].annotation)
SESSIONS: Final = "场次"
_LAST: Final = 999
_ASKED: Final = ("种类", "日期", "镇街", "地点")


@click.command("session", cls=ChineseCommand)
@ROOT
@AS_OF
@click.option("--种类", "kind", type=click.Choice(KINDS), metavar="种类", help="、".join(KINDS))
@click.option("--日期", "on", type=DayType(), metavar="日期", help="在哪一天")
@click.option("--镇街", "town", metavar="镇街", help="portal.yml「镇街」里的一个")
@click.option("--地点", "place", metavar="地点", help="参加的人找得到的")
@click.option("--村或网格", "village", metavar="名称", help="一月一村走到哪个村或网格")
@click.option("--工地", "worksite", metavar="安薪码", help="在工地上的，写那个工地的安薪码")
@click.option("--样例/--真实", "sample", default=False, help="是不是虚构的样例，默认真实")
@STYLE
@click.pass_context
def command(ctx: click.Context, /, *, root: Path, as_of: date | None, sample: bool, style: str, **said: object) -> None:
    """新建一场开工第一课或一月一村，编号取当年下一个，按日期插进 content/outreach/<年>.yml。

    例：anxin new session --种类 一月一村 --日期 2026-11-20 --镇街 甲镇 --村或网格 某村 --地点 某村文化礼堂
    """
    keys = {"kind": "种类", "on": "日期", "town": "镇街", "village": "村或网格", "place": "地点", "worksite": "工地"}
    given: dict[str, str] = {keys[name]: _text(value) for name, value in said.items() if value is not None}
    for key in (key for key in _ASKED if key not in given and sys.stdin.isatty()):
        given[key] = str(click.prompt(key)).strip()
    missing = [f"--{key}" for key in _ASKED if key not in given]
    if missing:
        click.echo(f"缺少 {'、'.join(missing)}。用 anxin new session --help 查看用法。", err=True)
        ctx.exit(USAGE)
    made = create(root, given | ({"样例": "true"} if sample else {}), as_of)
    if made.written:
        tell(made, style)
    else:
        stop(made, style, PROBLEMS)


def create(root: Path, given: Mapping[str, str], as_of: date | None) -> Outcome:
    """Write a session; with nothing written, the reasons."""
    settle(root)
    file, number, refused = _next(root, given["日期"][:4])
    if refused:
        return _not_made(refused)
    data = contents(root, file) if (root / file).exists() else None
    text = None if isinstance(data, Problem) else _with(file, data, {"编号": number, **given})
    if text is None:
        return _not_made(f"{file} 读不通。先用 anxin check 查看并改好。")
    wrong = preview.errors(preview.brought(root, file, text, as_of))
    if wrong:
        return _not_made(*map(preview.sentence, wrong), problems=wrong)
    why = refusal(root, {file: text}, {file: data if isinstance(data, bytes) else None})
    return _not_made(why) if why else Outcome(f"{file}\n编号 {number}", [file], more={"number": number})


def _not_made(*sentences: str, problems: Sequence[Problem] = ()) -> Outcome:
    return Outcome("\n".join(["没有新建。", *sentences]), problems=problems)


def _next(root: Path, year: str) -> tuple[str, str, str]:
    """The file of a year and its next number, counted over all files; or why there is none."""
    file = f"{OUTREACH}/{year}.yml"
    if read_settings(root).portal is None:
        return file, "", "content/portal.yml 读不通。先用 anxin check 查看并改好。"
    years = read_sessions(root).years
    numbers = [one.number for loaded in years for one in loaded.record.sessions if one.number.startswith(f"{year}-")]
    serial = max((int(number.partition("-")[2]) for number in numbers), default=0) + 1
    return file, f"{year}-{serial:03}", "" if serial <= _LAST else "当年的三位序号已经用完。"


def _with(file: str, data: bytes | None, given: Mapping[str, Plain]) -> str | None:
    """The text of a year's file with a session more; None where the file cannot be read whole."""
    source = f"{modeline(file)}\n{SESSIONS}: []\n"
    if data is not None:
        if yaml.read(data, file)[1]:
            return None
        source = data.decode("utf-8-sig")
    notes = [line for key in order.keys(Session) if key not in given for line in offered(Session, key)]
    return insertion.inserted(Outreach, SESSIONS, source, given, notes)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value).strip()
