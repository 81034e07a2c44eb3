"""`anxin event`: one more act in a case, written only when the record still holds with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generator.cli import diagnostics, preview
from generator.cli.kinds import EVENTS, EventCommand, decoded, described, kinds, parsed
from generator.cli.new import path_of
from generator.cli.options import AS_OF, PROBLEMS, ROOT, STYLE, USAGE, DayType, today
from generator.cli.outcome import Outcome, stop, tell
from generator.cli.save import refusal, settle
from generator.model.case import Case
from generator.model.codes import CaseNumber
from generator.problems import Problem, did_you_mean
from generator.records import insertion, yaml
from generator.records.load import read_settings


@click.command("event", cls=EventCommand)
@ROOT
@AS_OF
@click.option("--date", "on", type=DayType(), metavar="日期", help="这件事的日期，默认 --as-of 的那天，没有写就是今天")
@STYLE
@click.argument("number", metavar="编号")
@click.argument("kind", metavar="事项")
@click.argument("values", nargs=-1, metavar="[键=值]…")
def command(  # noqa: PLR0913 - one argument for each word of the command line
    *, root: Path, as_of: date | None, on: date | None, style: str, number: str, kind: str, values: tuple[str, ...]
) -> None:
    """给案件加一件经过：先检查，有新的错误就不写。

    例：anxin event yk-2026-0001 支付 金额=5万元 人数=12名 --date 2026-04-30

    一个事项可以写什么：anxin event yk-2026-0001 支付 --help
    """
    settle(root)
    file = _file(root, number)
    if read_settings(root).portal is None:
        _stop("content/portal.yml 读不通，没有它检查不了。先用 anxin check 查看并改好。")
    if kind not in kinds():
        _stop("没有这个事项。" + (did_you_mean(kind, kinds()) or f"可选：{'、'.join(kinds())}"), USAGE)
    given, wrong = parsed(values, kind, (on or as_of or today()).isoformat())
    problems = wrong or decoded(kind, given)
    if problems:
        _stop("\n".join([*problems, described(kind)]))
    data = (root / file).read_bytes()
    node, unread = yaml.read(data, file)
    if node is None or unread:
        _stop(diagnostics.report(unread, root, "text"), problems=unread)
    text = insertion.inserted(Case, EVENTS, data.decode("utf-8"), given)
    brought = preview.brought(root, file, text, as_of)
    errors = preview.errors(brought)
    if errors:
        _stop("\n".join(map(preview.sentence, errors)), problems=errors)
    why = refusal(root, {file: text}, {file: data})
    if why:
        _stop(why)
    said = f"已写入 {file}。"
    if brought:
        said += f"\n带来新的警告，请核对：\n{diagnostics.report(brought, root, 'text')}"
    tell(Outcome(said, [file], brought), style)


def _file(root: Path, number: str) -> str:
    case = CaseNumber.parse(number)
    if case is None:
        _stop("编号的写法不对：写成 yk-2026-0001 这样。", USAGE)
    if not (root / path_of(case)).is_file():
        _stop(f"没有这件案件：找不到 {path_of(case)}。核对编号；新案件用 anxin new case。", USAGE)
    return path_of(case)


def _stop(sentence: str, code: int = PROBLEMS, problems: Sequence[Problem] = ()) -> NoReturn:
    style = click.get_current_context().params["style"]
    stop(Outcome(f"{sentence}\n没有写入，文件原样未动。", problems=problems), style, code)
