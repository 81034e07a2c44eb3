"""Facts of the law, entered a second time: a slip in one of the two places shows."""

from __future__ import annotations

from datetime import date

from generator.law.articles import LAWS, Certainty
from generator.law.procedure import PREDECESSORS, SAME_DAY
from generator.law.standing import LISTING_MONTHS, REMOVAL_MONTHS
from generator.law.windows import CITED, ENDS
from generator.model import catalogue
from generator.model.basis import Basis
from generator.model.case import Case


def test_laws_with_their_days() -> None:
    assert {law.title: law.effective for law in LAWS} == {
        "保障农民工工资支付条例": date(2020, 5, 1),
        "劳动合同法": date(2008, 1, 1),
        "劳动法": date(1995, 1, 1),
        "工资支付暂行规定": date(1995, 1, 1),
        "最低工资规定": date(2004, 3, 1),
        "劳动保障监察条例": date(2004, 12, 1),
        "浙江省劳动保障监察条例": date(2005, 7, 1),
        "劳动争议调解仲裁法": date(2008, 5, 1),
        "浙江省劳动人事争议调解仲裁条例": date(2016, 1, 1),
        "民事诉讼法": date(2024, 1, 1),
        "法律援助法": date(2022, 1, 1),
        "最高人民法院关于审理劳动争议案件适用法律问题的解释（二）": date(2025, 9, 1),
        "刑法": date(1997, 10, 1),
        "最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释": date(2013, 1, 23),
        "拖欠农民工工资失信联合惩戒对象名单管理暂行办法": date(2022, 1, 1),
        "重大劳动保障违法行为社会公布办法": date(2017, 1, 1),
        "信用修复管理办法": date(2026, 4, 1),
        "浙江省公共信用信息管理条例": date(2018, 1, 1),
        "行政处罚法": date(2021, 7, 15),
        "行政复议法": date(2024, 1, 1),
        "行政诉讼法": date(2017, 7, 1),
        "政府信息公开条例": date(2019, 5, 15),
        "个人信息保护法": date(2021, 11, 1),
        "民法典": date(2021, 1, 1),
        "工程建设领域农民工工资保证金规定": date(2021, 11, 1),
        "工程建设领域农民工工资专用账户管理暂行办法": date(2021, 7, 7),
    }


def test_what_is_unread_says_so() -> None:
    unread = [law for law in LAWS if law.certainty is Certainty.UNCONFIRMED]
    assert [law.key for law in unread] == ["order29", "order36", "deposits", "accounts"]
    assert all(law.remark and not law.seen for law in unread)
    assert all(law.seen for law in LAWS if law not in unread)


def test_articles_of_the_procedure() -> None:
    assert {kind: needed.article.anchor for kind, needed in PREDECESSORS.items()} == {
        "处罚告知": "inspection-30",
        "行政处罚": "inspection-30",
        "中止调查": "inspection-17",
        "恢复调查": "inspection-17",
        "撤销立案": "inspection-18",
        "申请强制执行": "penalty-72",
        "列入告知": "order45-5",
        "提出异议": "order45-6",
        "异议核实": "order45-6",
        "不予列入": "order45-7",
        "列入失信名单": "order45-6",
        "申请移出": "order45-12",
        "不予移出": "order45-14",
        "移出名单": "order45-17",
        "移送公安": "criminal-276-1",
        "提起公诉": "criminal-276-1",
        "法院判决": "criminal-276-1",
        "刑事程序终结": "criminal-276-1",
    }


def test_articles_of_the_bases() -> None:
    assert {basis: [article.anchor for article in articles] for basis, articles in CITED.items()} == {
        Basis.LISTING: ["order45-9", "order45-11"],
        Basis.MAJOR: ["wages-47", "inspection-22"],
        Basis.PENALTY: ["penalty-48"],
        Basis.MEDIA: ["wages-9"],
    }
    assert [ENDS[basis][0].anchor for basis in Basis] == ["order45-17", "wages-47", "penalty-48", "personal-6"]


def test_articles_of_the_terms() -> None:
    terms = (LISTING_MONTHS, REMOVAL_MONTHS)
    assert [(term.count, term.article.anchor) for term in terms] == [
        (36, "order45-11"),
        (6, "order45-12"),
    ]


def test_every_kind_has_its_place_in_a_day() -> None:
    models = catalogue.models_at(Case, ("经过", 0))
    kinds = {word for model in models for word in catalogue.choices(model.model_fields["kind"].annotation)}
    assert sorted(SAME_DAY) == sorted(kinds)
