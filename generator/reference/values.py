"""How each kind of value is written: in words, with texts that are read and texts that are refused, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from types import UnionType
from typing import Annotated, Final, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from generator.model import catalogue, codes, values
from generator.model.record import Record
from generator.reference.markdown import code, plain, sentence, table


@dataclass(frozen=True, slots=True)
class Value:
    """A kind of value. Texts of `refused` are answered by the reader itself."""

    name: str
    kind: object
    """The annotated type that fields are declared with."""
    words: str
    accepted: tuple[str, ...]
    refused: tuple[str, ...] = ()

    def refusal(self, text: str) -> str | None:
        """What the reader says of a text, in one sentence and a way out; None where it can be read."""
        try:
            TypeAdapter(Annotated[object, get_args(self.kind)[1]]).validate_python(text)
        except ValidationError as error:
            context = error.errors()[0].get("ctx", {})
            return f"{sentence(str(context['message']))}{sentence(str(context['hint']))}"
        return None


VALUES: Final = (
    Value(
        "日期",
        values.Day,
        "四位年、两位月、两位日，用半角短横相连。",
        ("2026-03-01",),
        ("2026/3/1", "2026.03.01", "2026年3月1日", "2026-02-30"),
    ),
    Value(
        "金额",
        values.Amount,
        "数字加「元」「万元」或「亿元」，可以写约数，最多精确到分。单位一定要写。",
        ("171.8122万元", "6270142元", "171万8122元", "100余万元", "近500万元", "300万元以上"),
        ("20000", "2,000元", "￥2000元", "两万元", "0元"),
    ),
    Value(
        "人数",
        values.People,
        "数字，可以加「名」或「人」，可以写约数。",
        ("159名", "20余名", "约30人", "159"),
        ("一百多人", "0名"),
    ),
    Value(
        "期间",
        values.Interval,
        "起止用「至」相连。写到月或写到日，两头一致；只有一个月就只写一个月。",
        ("2021-08 至 2022-08", "2021-08-15 至 2021-12-31", "2021-08"),
        ("2021年8月至12月", "2022-08 至 2021-08"),
    ),
    Value("时长", values.Length, "整数加「个月」或「年」。", ("36个月", "3年"), ("36",)),
    Value("天数", values.DayCount, "整数加「天」或「个工作日」。", ("7天", "15个工作日"), ("7",)),
    Value(
        "工资支付日",
        values.PayDayText,
        "「每月」「当月」或「次月」加一天；月底发的写「每月最后一日」。",
        ("每月25日", "次月15日", "每月最后一日"),
        ("25日", "每月25号", "每月32日", "月底"),
    ),
    Value("张数", values.Sheets, "整数加「张」「份」或「枚」。", ("5张", "300枚"), ("5", "若干张")),
    Value("家数", values.FirmCount, "整数加「家」。", ("12家",), ("12", "十几家")),
    Value("电话", values.Phone, "只写一个号码，区号后面用半角短横。", ("12345", "0000-12345678"), ("12345、12333",)),
    Value("文号", values.Number, "照文书抄写，年份用六角括号。", ("某人社监令〔2026〕3号",), ("无", "不详")),
    Value(
        "案号",
        values.CourtNumber,
        "照判决书抄写，从括号里的年份到「号」。",
        ("（2023）某0000刑初123号",),
        ("刑初123号",),
    ),
    Value(
        "信用代码",
        codes.Code,
        "18 位数字和大写字母，照营业执照。",
        ("91000000MA00000157",),
        ("9.1E+17", "9100000000000015", "91000000ma00000157"),
    ),
    Value("注册号", codes.Registration, "15 位数字，没有信用代码时才写。", ("330000000000001",), ("33000000000001",)),
    Value("是否", values.Flag, "只写 true。不是的话，整行不写。", ("true", "是"), ("false", "否")),
    Value(
        "文字",
        values.Text,
        "一段文字，首尾没有空格，最多 2000 字。里面有「: 」或以特殊符号打头的，加引号。",
        ("经责令逾期未支付",),
    ),
)
"""Every kind of value that a field may have, besides closed choices; a test holds that none is missing."""


def values_table() -> str:
    """One row for each kind of value."""
    return table(
        ["值", "怎么写", "可以写"], ((one.name, plain(one.words), "、".join(map(code, one.accepted))) for one in VALUES)
    )


def refusals_table() -> str:
    """What is refused, and what the reader says of it."""
    said = [(one.name, one.refusal(text) or "", code(text)) for one in VALUES for text in one.refused]
    rows = (
        (name, "、".join(text for _, _, text in same), answer)
        for (name, answer), same in groupby(said, key=lambda row: row[:2])
    )
    return table(["值", "这样写不行", "检查会说"], rows)


def value_of(annotation: object) -> Value | None:
    """The kind of value that an annotated type is."""
    marks = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return next((one for one in VALUES if get_args(one.kind)[1] in marks), None)


def written(annotation: object) -> str:
    """How a field of this type is written, in a few words."""
    value = value_of(annotation)
    if value:
        return value.name
    if get_origin(annotation) is Annotated:
        return written(get_args(annotation)[0])
    if get_origin(annotation) is tuple:
        return _list_of(get_args(annotation)[0])
    members = [member for member in _members(annotation) if member is not type(None)]
    if all(is_record(member) for member in members):
        return "见下表"
    words = catalogue.choices(annotation)
    return f"选一个：{'、'.join(map(plain, words))}" if words else "或".join(map(written, members))


def _list_of(annotation: object) -> str:
    if records_in(annotation):
        return "列表，每项见下表"
    return f"列表，每项{'' if catalogue.choices(annotation) else '是'}{written(annotation)}"


def records_in(annotation: object) -> tuple[type[Record], ...]:
    """The records that a value of this type is made of; several for a closed union."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return (annotation,)
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        return tuple(found for member in get_args(annotation) for found in records_in(member))
    return ()


def unknown(annotation: object) -> Iterator[object]:
    """The types within an annotation that this module cannot put into words."""
    if value_of(annotation):
        return
    if get_origin(annotation) is Annotated:
        yield from unknown(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType, tuple):
        yield from (found for member in get_args(annotation) for found in unknown(member))
    elif not (_is_choice(annotation) or is_record(annotation) or annotation in {type(None), Ellipsis}):
        yield annotation


def is_record(annotation: object) -> bool:
    """True for a mapping with fields of its own."""
    return isinstance(annotation, type) and issubclass(annotation, Record)


def _is_choice(annotation: object) -> bool:
    return get_origin(annotation) is Literal or (isinstance(annotation, type) and issubclass(annotation, Enum))


def _members(annotation: object) -> tuple[object, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
