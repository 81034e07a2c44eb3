"""What nobody is to know of a worksite stays out of everything that is printed of it and of what its code opens."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generator.disclosure.public import PublicSite
from generator.disclosure.site import disclose_all
from generator.disclosure.sweep import CANARY, Sweeper, sweeper
from generator.model import catalogue
from generator.model.record import Record
from generator.model.worksite import Worksite
from generator.pages.landing import landings
from generator.posters.batch import PrintFile, manifest, manifest_table, produced, wanted
from generator.posters.compose import Order
from generator.posters.product import SIZES, Finish, Product, Theme
from generator.problems import Severity
from tests.casebook import Casebook
from tests.disclosure.test_canaries import poisoned

FILE: Final = "content/worksites/A2345678.yml"
DAY: Final = date(2026, 11, 1)
FULL: Final = """
项目: 甲工程
地址: 甲路与乙街路口
镇街: 甲镇
主管部门: [{名称: 建设局, 投诉电话: "12345"}]
建设单位: 甲置业公司
施工总承包单位: {名称: 甲建设公司, 代码核对: 已核对, 项目部: 甲项目部}
分包单位: [{名称: 乙劳务公司, 代码核对: 已核对, 分包内容: 钢筋劳务}]
劳资专管员: {姓名: 某甲, 电话: "666666", 说明: 签了同意书}
工资支付日: 每月25日
六项制度: [{名称: 工资保证金, 状态: 已落实, 日期: 2026-10-01, 佐证: 保函在卷}]
海报: [{日期: 2026-03-01, 事项: 印发, 规格: A3, 数量: 5张, 备注: 贴在大门}]
备注: 与二期同一个项目部
说明: 只有这一部手机对外
"""
"""A worksite with something in every field that takes a person's own words."""
REVOKED: Final = FULL.replace("海报: [", "海报: [{日期: 2026-10-01, 事项: 撤销, 理由: 竣工}, ")

PUBLIC: Final = ("甲工程", "甲路与乙街路口", "建设局", "甲置业公司", "甲建设公司", "甲项目部", "乙劳务公司", "钢筋劳务")
PRIVATE: Final = ("代码核对: 已核对", "签了同意书", "保函在卷", "贴在大门", "与二期同一个项目部", "只有这一部手机对外")
ORDERS: Final = [
    *(Order(product, size, theme) for product in Product for size in SIZES[product] for theme in Theme),
    Order(Product.POSTER, "A4", finish=Finish.IMPOSED),
    Order(Product.BOARD, "A2", finish=Finish.BLEED),
]


def private_words(model: type[Record]) -> set[str]:
    """Keys of the fields that take words and are not public."""
    return {
        key
        for key, info in catalogue.fields(model).items()
        for said in [catalogue.entry(info)]
        if said and not said.public and key != "数量"
    }


def sung(casebook: Casebook, text: str = FULL) -> tuple[PublicSite, Sweeper, int]:
    """What the gate lets out of the full worksite, a canary in every private word of it; how many were planted."""
    ledger = casebook.write(text, FILE).ledger(DAY)
    (site,) = ledger.worksites
    record, count = poisoned(site.record)
    assert isinstance(record, Worksite)
    bird = replace(site, loaded=replace(site.loaded, record=record))
    ledger = replace(ledger, worksites=(bird,))
    found = disclose_all(ledger)
    return found.site, sweeper(ledger.portal.record, found.site, found.names), count


def test_the_full_worksite_leaves_no_private_word_empty(casebook: Casebook) -> None:
    """A new private field has to get its words here, or this fails."""
    keys = {
        key
        for path in ((), ("施工总承包单位",), ("分包单位", 0), ("劳资专管员",), ("六项制度", 0), ("海报", 0))
        for model in catalogue.models_at(Worksite, path)
        for key in private_words(model)
    }
    assert {key for key in keys if not re.search(rf"\b{key}: ", REVOKED)} == set()
    assert (sung(casebook)[2], sung(casebook, REVOKED)[2]) == (7, 9)


def test_no_canary_in_print_nor_in_its_lists_nor_behind_its_code(casebook: Casebook) -> None:
    site, look, _ = sung(casebook)
    orders = wanted(ORDERS, [None, *site.worksites])
    files = [one for one in produced(orders, site.portal) if isinstance(one, PrintFile)]
    assert len(files) == len(orders)
    made = {one.wanted.path: one.data for one in files}
    made |= {"manifest.json": manifest(files), "manifest.csv": manifest_table(files)}
    pages = {page.path: page.render() for page in landings(site)}
    assert CANARY not in repr(site)
    assert [leak for path, data in (made | pages).items() for leak in look.sweep(path, data)] == []
    assert "666666" not in "".join(page.decode() for page in pages.values()), "the officer's number is for the board"


def test_no_canary_behind_a_revoked_code(casebook: Casebook) -> None:
    site, look, _ = sung(casebook, REVOKED)
    assert [one.code for one in site.revoked_worksites] == ["A2345678"]
    assert CANARY not in repr(site)
    assert [leak for page in landings(site) for leak in look.sweep(page.path, page.render())] == []


def test_the_sweep_would_hear_one(casebook: Casebook) -> None:
    _, look, _ = sung(casebook)
    assert [leak.path for leak in look.sweep("manifest.csv", f"甲工程,{CANARY}".encode())] == ["manifest.csv"]


@pytest.mark.parametrize("words", [*PUBLIC, *PRIVATE])
@pytest.mark.parametrize("secret", ["13800138000", "330722199001011237"], ids=["telephone", "identity card"])
def test_a_number_of_a_person_in_any_words_stops_everything(casebook: Casebook, words: str, secret: str) -> None:
    """Errors are refused by the build and by the print alike, before anything is made."""
    casebook.write(FULL.replace(words, f"{words}{secret}", 1), FILE)
    errors = [problem.code for problem in casebook.problems(DAY) if problem.severity is Severity.ERROR]
    assert "C401" in errors
