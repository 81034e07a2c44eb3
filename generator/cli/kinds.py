"""The kinds of events as words on a command line: which there are, what each takes, how `键=值` becomes a record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import click
from pydantic.fields import FieldInfo

from generator.cli import preview
from generator.cli.chinese import ChineseCommand
from generator.model import catalogue, order
from generator.model.case import Case
from generator.model.record import Record
from generator.problems import did_you_mean
from generator.records import encode, layout, yaml
from generator.records.decode import decode
from generator.records.encode import Plain

EVENTS: Final = "经过"
"""The key of the events in a case."""

_FILE: Final = "命令行"


def kinds() -> dict[str, type[Record]]:
    """Every kind of event by its name, in the order of the model."""
    found: dict[str, type[Record]] = {}
    for annotation in catalogue.members(Case, EVENTS):
        for record in catalogue.items(annotation):
            if isinstance(record, type) and issubclass(record, Record):
                info = catalogue.fields(record)[catalogue.tag(record) or ""]
                found |= dict.fromkeys(catalogue.choices(info.annotation), record)
    return found


def described(kind: str) -> str:
    """What an event of a kind may hold, a line for each key, with help and example."""
    record = kinds()[kind]
    fields = catalogue.fields(record)
    entries = [(key, catalogue.entry(fields[key])) for key in order.keys(record)]
    rows = [
        f"  {key}{'（必填）' if fields[key].is_required() else ''}：{entry.help}。"
        f"{_choices(fields[key])}例：{_pair(key, entry.example)}"
        for key, entry in entries
        if entry
    ]
    return "\n".join([f"「{kind}」可以写：", *rows])


def _choices(field: FieldInfo) -> str:
    kinds = catalogue.kinds(field)
    items = (item for kind in kinds for item in catalogue.items(kind))
    words = [word for one in (*kinds, *items) for word in catalogue.choices(one)]
    return f"可选：{'、'.join(words)}。" if words else ""


def _pair(key: str, example: str) -> str:
    return f"'{key}={example}'" if set(example) & set(" {}[]") else f"{key}={example}"


def parsed(words: Iterable[str], kind: str, on: str) -> tuple[dict[str, Plain], list[str]]:
    """The words `键=值` as a record says them, in its order; and what is wrong with them."""
    record = kinds()[kind]
    given: dict[str, Plain] = {"日期": on, catalogue.tag(record) or "": kind}
    wrong: list[str] = []
    said_already: set[str] = set()
    for word in words:
        key, equals, value = word.partition("=")
        known = [name for name in catalogue.fields(record) if name != catalogue.tag(record)]
        if not equals or not value:
            wrong.append("错误: 每一项写成 键=值，中间用半角等号，例如 金额=5万元")
        elif key not in known:
            near = did_you_mean(key, known) or f"可以写：{'、'.join(known)}"
            wrong.append(f"错误: 「{kind}」没有这一项。{near}")
        elif key in said_already:
            wrong.append(f"错误: 「{key}」写了两遍，保留一处")
        else:
            said_already.add(key)
            plain, said = _value(key, value)
            given[key] = plain
            wrong += said
    return {key: given[key] for key in order.sort(record, given)}, wrong


def _value(key: str, value: str) -> tuple[Plain, list[str]]:
    """A value in braces or brackets is YAML; anything else is the text itself."""
    if value[0] not in "{[":
        return value.strip(), []
    node, problems = yaml.read(f"{key}: {value}".encode(), _FILE)
    return (encode.said(node).get(key, "") if node else ""), [preview.sentence(problem) for problem in problems]


def decoded(kind: str, given: dict[str, Plain]) -> list[str]:
    """What the reader says of an event alone, value by value."""
    record = kinds()[kind]
    node, problems = yaml.read(layout.text(record, given).encode(), _FILE)
    found = [*problems, *(decode(record, node, _FILE)[1] if node else [])]
    return [preview.sentence(problem) for problem in found]


class EventCommand(ChineseCommand):
    """Its help lists the kinds; with a kind beside `--help`, what that kind takes."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Answer `… 行政处罚 --help` before anything else is read."""
        named = [word for word in args if word in kinds()]
        if named and "--help" in args:
            click.echo(described(named[0]))
            ctx.exit()
        return super().parse_args(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The kinds, after the options."""
        super().format_epilog(ctx, formatter)
        with formatter.section("事项"):
            formatter.write_text("、".join(kinds()))
