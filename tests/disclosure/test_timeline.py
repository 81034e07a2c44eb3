"""The public wording of every kind of act, and the silence about the rest."""

from __future__ import annotations

from typing import Final

import pytest
from pydantic import TypeAdapter

from generator.disclosure.timeline import day_text, describe
from generator.model import catalogue
from generator.model.case import Case
from generator.model.event import Event

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
DOCUMENT = {"文书": "某书", "文号": "某〔2026〕1号"}
WRITTEN = (("文书", "《某书》"), ("文号", "某〔2026〕1号"))

WORDS: list[tuple[dict[str, object], str, tuple[tuple[str, str], ...], str]] = [
    ({"事项": "接到投诉", "渠道": "来访"}, "接到劳动者投诉", (), "routine"),
    ({"事项": "立案"}, "立案调查", (), "routine"),
    (
        {"事项": "责令改正", "期限": "2026-03-08", **DOCUMENT},
        "责令限期改正",
        (*WRITTEN, ("限期", "2026年3月8日前改正")),
        "routine",
    ),
    ({"事项": "处罚告知", **DOCUMENT}, "告知拟作出的行政处罚", WRITTEN, "routine"),
    (
        {"事项": "行政处罚", "种类": "罚款", "金额": "20000元", "情节": "一般", **DOCUMENT},
        "作出行政处罚决定",
        (*WRITTEN, ("处罚种类", "罚款"), ("金额", "20000元")),
        "grave",
    ),
    ({"事项": "行政处理", "内容": "责令支付"}, "作出行政处理决定", (("处理内容", "责令支付"),), "grave"),
    (
        {"事项": "行政处理", "内容": "责令支付", "期限": "2026-03-08", "作出机关": "某镇人民政府"},
        "作出行政处理决定",
        (("作出机关", "某镇人民政府"), ("处理内容", "责令支付"), ("限期", "2026年3月8日前支付")),
        "grave",
    ),
    ({"事项": "申请强制执行", "法院": "某法院"}, "申请人民法院强制执行", (("法院", "某法院"),), "routine"),
    (
        {"事项": "支付", "金额": "5万元", "人数": "3名"},
        "支付拖欠的工资",
        (("金额", "5万元"), ("人数", "3名")),
        "mended",
    ),
    ({"事项": "改正完毕"}, "拖欠的工资已全部支付", (), "mended"),
    ({"事项": "列入告知", **DOCUMENT}, "告知拟列入失信联合惩戒名单", WRITTEN, "routine"),
    ({"事项": "提出异议"}, "单位提出异议", (), "routine"),
    ({"事项": "异议核实", "结果": "不成立"}, "异议核实完毕", (("结果", "异议不成立"),), "routine"),
    (
        {"事项": "提出异议", "针对": "重大违法公布"},
        "单位提出异议",
        (("针对", "重大违法公布"),),
        "routine",
    ),
    (
        {"事项": "列入失信名单", "列入情形": "引发群体性事件或极端事件"},
        "列入失信联合惩戒名单",
        (("情形", "引发群体性事件或极端事件"),),
        "grave",
    ),
    ({"事项": "列入失信名单", "列入事由": "逾期未支付"}, "列入失信联合惩戒名单", (("事由", "逾期未支付"),), "grave"),
    (
        {"事项": "列入失信名单", "列入事由": "逾期未支付", "文号": "某〔2026〕1号"},
        "列入失信联合惩戒名单",
        (("文号", "某〔2026〕1号"), ("事由", "逾期未支付")),
        "grave",
    ),
    ({"事项": "信用承诺"}, "单位作出书面信用承诺", (), "mended"),
    ({"事项": "申请移出"}, "单位申请提前移出名单", (), "routine"),
    ({"事项": "移送公安", "罪名": "某罪"}, "以涉嫌某罪移送公安机关", (), "grave"),
    ({"事项": "移送公安", "罪名": "某罪", **DOCUMENT}, "以涉嫌某罪移送公安机关", WRITTEN, "grave"),
    ({"事项": "刑事立案"}, "公安机关刑事立案", (), "grave"),
    ({"事项": "提起公诉"}, "检察机关提起公诉", (), "grave"),
    (
        {
            "事项": "法院判决",
            "法院": "某法院",
            "案号": "（2026）某0000刑初1号",
            "判决": [
                {"对象": "某公司", "身份": "单位", "罚金": "1万元"},
                {"对象": "吕某某", "身份": "实际控制人", "刑罚": "拘役三个月", "罚金": "5000元"},
            ],
        },
        "人民法院判决",
        (
            ("法院", "某法院"),
            ("案号", "（2026）某0000刑初1号"),
            ("单位 某公司", "罚金 1万元"),
            ("实际控制人 吕某某", "拘役三个月，罚金 5000元"),
        ),
        "grave",
    ),
    ({"事项": "刑事立案", "罪名": "合同诈骗罪"}, "公安机关刑事立案", (("罪名", "涉嫌合同诈骗罪"),), "grave"),
    ({"事项": "提起公诉", "罪名": "合同诈骗罪"}, "检察机关提起公诉", (("罪名", "涉嫌合同诈骗罪"),), "grave"),
    (
        {"事项": "法院判决", "罪名": "合同诈骗罪", "判决": [{"对象": "吕某某", "身份": "被告人"}]},
        "人民法院判决",
        (("罪名", "合同诈骗罪"), ("被告人 吕某某", "")),
        "grave",
    ),
    (
        {"事项": "刑事程序终结", "结果": "不起诉", "罪名": "合同诈骗罪"},
        "检察机关决定不起诉",
        (("罪名", "涉嫌合同诈骗罪"),),
        "mended",
    ),
    ({"事项": "刑事程序终结", "结果": "不起诉"}, "检察机关决定不起诉", (), "mended"),
    ({"事项": "刑事程序终结", "结果": "撤销案件"}, "公安机关撤销案件", (), "mended"),
    ({"事项": "刑事程序终结", "结果": "宣告无罪"}, "人民法院宣告无罪", (), "mended"),
    (
        {"事项": "文书撤销", "对象": {"事项": "行政处罚", "日期": "2026-02-01"}, "理由": "事实有误"},
        "文书撤销",
        (("撤销", "2026年2月1日的行政处罚文书"), ("理由", "事实有误")),
        "mended",
    ),
    (
        {"事项": "文书撤销", "对象": {"事项": "行政处罚", "日期": "2026-02-01"}, "方式": "变更", "理由": "数额有误"},
        "文书变更",
        (("变更", "2026年2月1日的行政处罚文书"), ("理由", "数额有误")),
        "mended",
    ),
    ({"事项": "更正", "内容": "甲改乙", "理由": "笔误"}, "更正", (("内容", "甲改乙"), ("理由", "笔误")), "mended"),
]
SILENT: list[dict[str, object]] = [
    {"事项": "受理"},
    {"事项": "分派", "承办": "甲镇"},
    {"事项": "联系当事人"},
    {"事项": "疑难会办", "部门": ["某局"]},
    {"事项": "调解达成", "金额": "5万元"},
    {"事项": "回复销号"},
    {"事项": "移出名单", "原因": "提前移出"},
    {"事项": "不予受理", "理由": "已申请仲裁"},
    {"事项": "撤销立案", "理由": "情节轻微"},
    {"事项": "中止调查", "理由": "逃匿"},
    {"事项": "恢复调查"},
    {"事项": "告知投诉人", "针对": "中止调查"},
    {"事项": "不予列入", "理由": "已改正"},
    {"事项": "不予移出", "理由": "又有拖欠"},
    {"事项": "撤下公示", "公示": "失信名单", "已告知": ["某网"]},
]


def event(said: dict[str, object]) -> Event:
    return EVENT.validate_python({"日期": "2026-03-01", "备注": "内部", **said})


@pytest.mark.parametrize(("said", "title", "facts", "tone"), WORDS, ids=[str(row[0]["事项"]) for row in WORDS])
def test_words(said: dict[str, object], title: str, facts: tuple[tuple[str, str], ...], tone: str) -> None:
    step = describe(event(said))
    assert step
    assert (step.title, step.facts, step.tone) == (title, facts, tone)
    assert "内部" not in repr(step)


@pytest.mark.parametrize("said", SILENT, ids=[str(said["事项"]) for said in SILENT])
def test_silence(said: dict[str, object]) -> None:
    assert describe(event(said)) is None


def test_every_kind_is_tried() -> None:
    models = catalogue.models_at(Case, ("经过", 0))
    kinds = {word for model in models for word in catalogue.choices(model.model_fields["kind"].annotation)}
    assert {str(said["事项"]) for said in (*(row[0] for row in WORDS), *SILENT)} == kinds


def test_before_a_judgment_nobody_is_called_guilty() -> None:
    for said in ({"事项": "移送公安", "罪名": "拒不支付劳动报酬罪"}, {"事项": "刑事立案"}, {"事项": "提起公诉"}):
        step = describe(event(dict(said)))
        assert step
        assert "罪" not in step.title.replace("涉嫌拒不支付劳动报酬罪", "")


@pytest.mark.parametrize(
    ("said", "before", "cited"),
    [
        ({"事项": "移送公安", "罪名": "拒不支付劳动报酬罪"}, None, True),
        ({"事项": "移送公安", "罪名": "合同诈骗罪"}, None, False),
        ({"事项": "刑事立案"}, None, True),
        ({"事项": "刑事立案"}, "合同诈骗罪", False),
        ({"事项": "提起公诉", "罪名": "拒不支付劳动报酬罪"}, "合同诈骗罪", True),
        ({"事项": "提起公诉", "罪名": "合同诈骗罪"}, "拒不支付劳动报酬罪", False),
    ],
)
def test_only_the_offence_about_wages_is_cited(said: dict[str, object], before: str | None, *, cited: bool) -> None:
    step = describe(event(said), before)
    assert step
    assert [article.anchor for article in step.articles] == (["criminal-276-1"] if cited else [])


CITED: Final = [
    ("接到投诉", ["inspection-9"]),
    ("立案", ["inspection-17"]),
    ("责令改正", ["inspection-18"]),
    ("处罚告知", ["penalty-44"]),
    ("行政处罚", ["penalty-57"]),
    ("行政处理", ["inspection-18"]),
    ("申请强制执行", ["penalty-72"]),
    ("列入告知", ["order45-6"]),
    ("提出异议", ["order45-6"]),
    ("异议核实", ["order45-6"]),
    ("提出异议 针对 重大违法公布", ["wages-47"]),
    ("异议核实 针对 重大违法公布", ["wages-47"]),
    ("列入失信名单", ["order45-5", "order45-8"]),
    ("信用承诺", ["order45-12"]),
    ("申请移出", ["order45-14"]),
    ("文书撤销", ["penalty-48"]),
]
MORE: Final[dict[str, dict[str, object]]] = {
    "接到投诉": {"渠道": "来访"},
    "异议核实": {"结果": "成立"},
    "文书撤销": {"对象": {"事项": "行政处罚", "日期": "2026-02-01"}, "理由": "事实有误"},
}


@pytest.mark.parametrize(("act", "anchors"), CITED, ids=[act for act, _ in CITED])
def test_an_act_stands_on_its_article(act: str, anchors: list[str]) -> None:
    kind, *rest = act.split()
    step = describe(event({"事项": kind, **MORE.get(kind, {}), **({rest[0]: rest[1]} if rest else {})}))
    assert step
    assert [article.anchor for article in step.articles] == anchors


def test_dates_as_people_read_them() -> None:
    assert day_text("2026-03-01") == "2026年3月1日"
