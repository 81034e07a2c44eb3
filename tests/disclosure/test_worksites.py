"""The gate of the worksites: what gets through, what a revocation leaves, and that no private text sings outside."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest

from generator.disclosure.public import PublicWorksite, RevokedWorksite
from generator.disclosure.site import disclose_all
from generator.disclosure.sweep import CANARY, sweeper
from generator.disclosure.worksite import disclose_worksite_on
from generator.ledger import Ledger, fold
from generator.model.worksite import Worksite
from generator.records.load import load
from tests.casebook import Casebook
from tests.disclosure.test_canaries import poisoned

ROOT: Final = Path(__file__).parents[2]
FILE: Final = "content/worksites/A2345678.yml"
DAYS: Final = [date(year, month, 1) for year in range(2024, 2030) for month in (1, 4, 7, 10)]
SITE: Final = """
项目: 甲工程
施工总承包单位: {名称: 甲建设公司}
分包单位: [{名称: 乙劳务公司}]
主管部门: [{名称: 建设局, 投诉电话: 0000-12345678}]
劳资专管员: {姓名: 某甲, 电话: "13800138000", 说明: 签了同意书}
六项制度:
  - {名称: 工资保证金, 状态: 已落实, 日期: 2026-10-01, 佐证: 保函在卷}
  - {名称: 维权信息公示, 状态: 已落实, 日期: 2026-12-01, 佐证: 照片在卷}
海报:
  - {日期: 2026-03-01, 事项: 印发, 规格: A3}
  - {日期: 2026-06-01, 事项: 印发, 规格: A4}
  - {日期: 2027-01-15, 事项: 撤销, 理由: 竣工}
"""


@pytest.fixture(scope="module")
def shipped() -> Ledger:
    records = load(ROOT)
    assert records.portal
    return fold(records, records.portal, date(2026, 11, 1))


def test_no_canary_gets_through(shipped: Ledger) -> None:
    planted = shown = 0
    for site in shipped.worksites:
        record, count = poisoned(site.record)
        assert isinstance(record, Worksite)
        planted += count
        for day in DAYS:
            bird = replace(site, loaded=replace(site.loaded, record=record))
            outcome = disclose_worksite_on(bird, shipped.portal.record, day)
            shown += isinstance(outcome, PublicWorksite)
            assert CANARY not in repr(outcome), site.code
    assert planted > 30
    assert shown > 200


def test_the_shipped_samples_show_what_there_is_to_see(shipped: Ledger) -> None:
    records = [site.record for site in shipped.worksites]
    assert len(records) >= 8
    assert all(record.sample for record in records)
    assert max(len(record.project) for record in records) == 40
    assert max(len(record.contractor.name) for record in records) == 40
    assert max(len(record.subcontractors) for record in records) == 30
    assert min(len(record.project) for record in records) == 3
    assert {one.name for record in records for one in record.authorities} == {"建设局", "交通运输局", "水务局"}
    site = disclose_all(shipped).site
    assert (len(site.worksites), len(site.revoked_worksites)) == (len(records) - 1, 1)
    assert [one.code for one in site.worksites] == sorted(one.code for one in site.worksites)


def public(casebook: Casebook, day: date) -> PublicWorksite:
    site = casebook.write(SITE, FILE).disclosed(day).site
    assert not site.revoked_worksites
    return site.worksites[0]


def test_what_a_page_may_say_of_a_site(casebook: Casebook) -> None:
    site = public(casebook, date(2026, 11, 1))
    assert (site.code, site.printed, site.sample) == ("A2345678", "A234-5678", False)
    assert (site.project, site.contractor, site.department) == ("甲工程", "甲建设公司", None)
    assert site.authorities == (("建设局", "0000-12345678"),)
    assert site.issued == date(2026, 6, 1)
    assert len(site.slots) == 13
    assert [slot.values for slot in site.slots if slot.on_site] == [("某甲", "13800138000")]


def test_a_system_counts_from_the_day_on_which_it_was_looked_at(casebook: Casebook) -> None:
    first, later = (public(casebook, day).systems for day in (date(2026, 11, 1), date(2026, 12, 1)))
    assert [system.status for system in first] == [None, None, None, None, "已落实", None]
    assert [system.status for system in later] == [None, None, None, None, "已落实", "已落实"]
    assert [str(article) for article in later[5].articles] == ["《保障农民工工资支付条例》第三十四条"]
    assert later[5].duty == "施工总承包单位"


def test_a_system_of_the_citys_own_has_no_article(casebook: Casebook) -> None:
    casebook.portal["六项制度"] = "[工资保证金, 维权信息公示, 甲市承诺制]"
    own = public(casebook, date(2026, 11, 1)).systems[2]
    assert (own.name, own.status, own.duty, own.articles) == ("甲市承诺制", None, None, ())


def test_a_revoked_code_leaves_its_code_and_its_day(casebook: Casebook) -> None:
    casebook.write(SITE, FILE)
    before, after = (casebook.disclosed(day).site for day in (date(2027, 1, 14), date(2027, 1, 15)))
    assert [one.code for one in before.worksites] == ["A2345678"]
    assert after.worksites == ()
    assert after.revoked_worksites == (RevokedWorksite("A2345678", "A234-5678", date(2027, 1, 15), sample=False),)
    assert {field.name for field in fields(RevokedWorksite)} == {"code", "printed", "revoked", "sample"}


def test_next_change_is_the_next_day_on_which_a_site_differs(casebook: Casebook) -> None:
    casebook.portal["最低工资"] = "[{自: 2025-05-01, 月: 1元, 小时: 1元, 文件: 甲, 核实: 已核实}]"
    casebook.write(SITE, FILE)
    days = [date(2026, 2, 1), date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 15)]
    assert [casebook.disclosed(day).site.next_change for day in days] == [
        *(date(2026, 3, 1), date(2026, 12, 1), date(2027, 1, 15)),
        None,
    ]


def test_a_wage_that_grows_old_changes_the_board_by_itself(casebook: Casebook) -> None:
    casebook.portal["最低工资"] = "[{自: 2025-05-01, 月: 1元, 小时: 1元, 文件: 甲, 核实: 已核实}]"
    casebook.write("项目: 甲工程\n施工总承包单位: {名称: 甲建设公司}", FILE)
    assert casebook.disclosed(date(2026, 11, 1)).site.next_change == date(2027, 5, 2)
    wages = [casebook.disclosed(date(2027, 5, day)).site.minimum_wage for day in (1, 2)]
    assert [wage.doubt for wage in wages if wage] == [None, "施行已超过 24 个月，待核实是否已有新标准"]


def test_no_wage_is_none(casebook: Casebook) -> None:
    assert casebook.write(SITE, FILE).disclosed().site.minimum_wage is None


def test_a_file_without_a_sound_code_is_no_worksite(casebook: Casebook) -> None:
    site = casebook.write(SITE, "content/worksites/A2345679.yml").disclosed().site
    assert (site.worksites, site.revoked_worksites) == ((), ())


def test_a_sample_makes_a_demonstration(casebook: Casebook) -> None:
    real = casebook.write(SITE, FILE).disclosed().site
    text = "样例: true\n项目: 虚构甲工程\n施工总承包单位: {名称: 虚构甲公司}"
    sample = casebook.write(text, "content/worksites/AB34567L.yml").disclosed().site
    assert (real.portal.demonstration, sample.portal.demonstration) == (False, True)


def swept(casebook: Casebook, text: str, day: date = date(2026, 11, 1)) -> list[str]:
    ledger = casebook.ledger(day)
    found = disclose_all(ledger)
    look = sweeper(ledger.portal.record, found.site, found.names)
    return [leak.kind for leak in look.sweep("Q/A2345678/index.html", text.encode())]


def test_the_sweep_lets_the_authoritys_number_pass_and_not_the_officers(casebook: Casebook) -> None:
    casebook.portal["告示牌"] = "{法律援助: {名称: 甲中心, 电话: 0000-87654321}, 劳动保障监察投诉电话: 0000-87654322}"
    casebook.write(SITE, FILE)
    assert swept(casebook, "投诉 0000-12345678，0000-87654321，0000-87654322") == []
    assert swept(casebook, "电话 13800138000") == ["手机号"]
    assert swept(casebook, "投诉 0000-11111111") == ["固定电话"]


def test_a_party_of_a_site_may_be_named_whatever_became_of_its_case(casebook: Casebook) -> None:
    """
    单位: {名称: 甲建设公司}
    经过: [{日期: 2026-03-01, 事项: 立案}]
    """
    casebook.write(test_a_party_of_a_site_may_be_named_whatever_became_of_its_case.__doc__ or "")
    assert swept(casebook, "甲建设公司") == ["未公开或已停止公开的名称"]
    casebook.write(SITE, FILE)
    assert swept(casebook, "甲建设公司") == []
    assert swept(casebook, "甲建设公司", date(2027, 1, 15) + timedelta(days=1)) == ["未公开或已停止公开的名称"]
