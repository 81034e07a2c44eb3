"""The look-up in a real browser: folding like Python's, every part of every name found, dates, many at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, ViewportSize, expect

import generator
from generator.disclosure.public import Basis, PublicCase, PublicEmployer
from generator.model.codes import check_character
from generator.pages.lookup.columns import with_checks
from generator.pages.lookup.data import lookup_file
from generator.pages.lookup.folding import fold, plain_form
from generator.pages.lookup.units import units
from tests.pages.casebook import AS_OF, LISTED, LONG_NAME, PENALISED, case, ground

pytestmark = pytest.mark.browser

PHONE: Final = ViewportSize(width=360, height=640)
SCRIPT: Final = Path(generator.__file__).parent / "pages/theme/assets/lookup.js"
SHOWN: Final = ground(Basis.MAJOR, date(2026, 1, 1), date(2029, 1, 1))
CODE: Final = with_checks("91330000MA000008")
SIGNS: Final = st.text(
    st.sampled_from("虚构浙江建筑劳务有限责任股份公司重庆长单乐甲乙丙（）()【】「」·- 　ＡＢcd１2é㈱ｶ゙〇"), max_size=12
)
ANYTHING: Final = st.text(st.characters(codec="utf-8", exclude_categories=["Cn"], max_codepoint=0xFFFF), max_size=12)


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """The script alone, on an empty page."""
    page = browser.new_page()
    page.set_content("<p>x</p>")
    page.evaluate(SCRIPT.read_text("utf-8"))
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def named(number: int, name: str, code: str | None = None) -> PublicCase:
    made = case(f"xg-2026-{number:04}", name, SHOWN)
    return replace(made, employer=PublicEmployer(name, code.lower(), code, None, None)) if code else made


def look(engine: Page, cases: tuple[PublicCase, ...], queries: list[str], today: str = "2026-11-01") -> list[list[str]]:
    """The names found for each query, the best first."""
    data = json.loads(lookup_file(units(cases), AS_OF).render())
    found: list[list[str]] = engine.evaluate(
        """([data, today, queries]) => {
            const opened = anxinLookup.open(data, today);
            return queries.map((query) => (anxinLookup.search(opened, query) || []).map((hit) => hit.unit.name));
        }""",
        [data, today, queries],
    )
    return found


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(SIGNS, ANYTHING), min_size=40, max_size=40))
def test_the_browser_folds_as_the_generator_does(engine: Page, texts: list[str]) -> None:
    found = engine.evaluate(
        "texts => texts.map((text) => [anxinLookup.fold(text), anxinLookup.plainForm(anxinLookup.fold(text))])", texts
    )
    assert found == [[fold(text), plain_form(fold(text))] for text in texts]


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SIGNS.filter(fold), min_size=1, max_size=12, unique=True))
def test_every_part_of_every_name_is_found(engine: Page, names: list[str]) -> None:
    cases = tuple(named(at, name) for at, name in enumerate(names))
    parts = {name[start:end] for name in names for start in range(len(name)) for end in range(start + 1, len(name) + 1)}
    asked = sorted(part for part in parts if len(fold(part)) > 1 or not fold(part).isascii())
    for query, found in zip(asked, look(engine, cases, asked), strict=True):
        assert {name for name in names if fold(query) in fold(name)} <= set(found), query


CITY: Final = (
    named(1, "浙江景和建设有限公司", CODE),
    named(2, "浙江景和建设工程股份有限公司"),
    named(3, "重庆长单（浙江）门业有限责任公司"),
    named(4, "ＡＢ五金厂"),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("景和", [2, 1]),
        ("江景和建设有", [1]),
        ("浙江景和建设有限责任公司", [1]),
        ("浙江景和建设工程有限公司", [2]),
        ("长单(浙江)门业", [3]),
        ("长单浙江门业有限公司", [3]),
        ("ab五金", [4]),
        ("浙江景和建設有限公司", [1]),
        ("重慶長單", [3]),
        ("zjjh", [2, 1]),
        ("jhjs", [2, 1]),
        ("zhejiangjinghe", [2, 1]),
        ("zhejjh", [2, 1]),
        ("cqcd", [3]),
        ("cqzs", [3]),
        ("abwj", [4]),
        (CODE, [1]),
        (CODE.lower(), [1]),
        (f" {CODE[:8]} {CODE[8:]}", [1]),
        ("MA000008", [1]),
        ("xg-2026-0003", [3]),
        ("XG20260003", [3]),
        ("没有的", []),
        ("zjjx", []),
        ("a", []),
        ("（）", []),
    ],
)
def test_what_is_found(engine: Page, query: str, found: list[int]) -> None:
    """Four firms: two that begin alike, one whose sounds are in doubt, one in Latin letters."""
    assert look(engine, CITY, [query]) == [[CITY[number - 1].employer.name for number in found]]


def test_an_exact_name_comes_first(engine: Page) -> None:
    cases = (named(1, "甲厂"), named(2, "虚构甲厂"), named(3, "甲厂分店"))
    assert look(engine, cases, ["甲厂"]) == [["甲厂", "甲厂分店", "虚构甲厂"]]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2027-03-01", [["甲厂"], ["甲厂"]]),
        ("2027-03-02", [["甲厂"], []]),
        ("2028-01-01", [["甲厂"], []]),
        ("2028-01-02", [[], []]),
        ("", [["甲厂"], ["甲厂"]]),
    ],
)
def test_nothing_is_found_past_its_last_day(engine: Page, today: str, found: list[list[str]]) -> None:
    """A listing until 2027-03-01 names the unit with its code; a reprint shows it alone until 2028-01-01."""
    grounds = (
        ground(Basis.LISTING, date(2026, 3, 1), date(2027, 3, 1)),
        ground(Basis.MEDIA, date(2026, 1, 1), date(2028, 1, 1)),
    )
    one = replace(named(1, "甲厂", CODE), grounds=grounds)
    assert look(engine, (one,), ["甲厂", CODE], today) == found


def test_a_status_says_nothing_of_a_basis_that_has_ended(engine: Page) -> None:
    grounds = (
        ground(Basis.LISTING, date(2026, 3, 1), date(2027, 3, 1)),
        ground(Basis.MEDIA, date(2026, 1, 1), date(2028, 1, 1)),
    )
    data = json.loads(lookup_file(units((replace(named(1, "甲厂"), grounds=grounds),)), AS_OF).render())
    told = engine.evaluate(
        """data => ["2027-03-01", "2027-03-02"].map((today) => anxinLookup.open(data, today).units[0].cases
            .map((one) => [one.status, one.grounds.map((ground) => ground.basis), one.until(one)]))""",
        data,
    )
    assert told == [
        [["已作出行政处罚决定", ["失信联合惩戒名单", "媒体转载"], "2028-01-01"]],
        [["", ["媒体转载"], "2028-01-01"]],
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (CODE, ""),
        ("330700000000123", ""),
        ("浙江景和建设", ""),
        ("zhejiangjinghejiansheyouxiangongsi", ""),
        ("xg-2026-0003", ""),
        (CODE[:17], "统一社会信用代码是18位，注册号是15位数字；现在写了17位。"),
        ("9133O000MA00000825", "第5位的「O」不用在信用代码里（没有 I、O、S、V、Z）。"),
        (f"91A{CODE[3:]}", "第3至8位是行政区划，应当都是数字。"),
        (
            f"9133000{(int(CODE[7]) + 1) % 10}{CODE[8:]}",
            "校验码对不上：主体标识码（第9至17位）没有错，错在第1至8位或者第18位。",
        ),
        (f"{CODE[:12]}9{CODE[13:]}", "校验码对不上：多半是主体标识码（第9至17位）写错了一位。"),
        ("91350100M0001TGQXM", "校验码对不上：主体标识码（第9至17位）没有错，错在第1至8位或者第18位。"),
        (f"{CODE[:16]}X{check_character(CODE[:16] + 'X')}", "主体标识码（第9至17位）的校验对不上。"),
    ],
)
def test_a_wrong_code_is_named(engine: Page, typed: str, said: str) -> None:
    assert engine.evaluate("typed => anxinLookup.fault(typed)", typed) == said


def test_every_single_mistake_in_a_code_is_noticed(engine: Page) -> None:
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    wrong = [f"{CODE[:at]}{sign}{CODE[at + 1 :]}" for at in range(18) for sign in alphabet if sign != CODE[at]]
    wrong += [f"{CODE[:at]}{b}{a}{CODE[at + 2 :]}" for at, (a, b) in enumerate(pairwise(CODE)) if a != b]
    assert engine.evaluate("all => all.filter((one) => !anxinLookup.fault(one))", wrong) == []


def test_a_fragment_finds_its_firm_and_the_address_remembers_it(phone: Page, served: str) -> None:
    phone.goto(f"{served}/demo/lookup/")
    phone.get_by_role("searchbox").fill("甲建筑劳")
    expect(phone.locator("[data-count-of-hits]")).to_have_text("查到1家（数据截至2026年11月1日）。")
    hit = phone.locator(".hit")
    assert hit.locator("mark").inner_text() == "甲建筑劳"
    for words in (
        "91000000MA00000825",
        "xg-2026-0001",
        "样例",
        "失信联合惩戒名单、重大违法公布",
        "公开到2029年12月31日",
    ):
        assert words in hit.inner_text()
    assert hit.locator("h3 a").get_attribute("href") == "../employers/91000000ma00000825/"
    expect(phone).to_have_url(f"{served}/demo/lookup/?q=%E7%94%B2%E5%BB%BA%E7%AD%91%E5%8A%B3")
    hit.get_by_role("link", name="xg-2026-0001").click()
    assert phone.url == f"{served}/demo/disclosures/xg-2026-0001/"
    phone.go_back()
    expect(phone.locator(".hit")).to_have_count(1)
    assert phone.get_by_role("searchbox").input_value() == "甲建筑劳"


def test_escape_clears_and_back_brings_the_query_again(phone: Page, served: str) -> None:
    phone.goto(f"{served}/demo/lookup/?q=乙门业")
    expect(phone.locator(".hit")).to_have_count(1)
    box = phone.get_by_role("searchbox")
    box.fill("没有的单位")
    box.press("Enter")
    expect(phone.locator(".hit")).to_have_count(0)
    phone.go_back()
    expect(phone.locator(".hit")).to_have_count(1)
    box.press("Escape")
    assert box.input_value() == ""
    expect(phone.locator(".hit")).to_have_count(0)
    expect(phone.locator("[data-count-of-hits]")).to_have_text("")


def test_a_miss_says_what_it_means_and_whom_to_call(phone: Page, served: str) -> None:
    phone.goto(f"{served}/live/lookup/?q=没有的单位")
    expect(phone.locator("[data-count-of-hits]")).to_contain_text("没有查到「没有的单位」")
    miss = phone.locator("[data-lookup] [data-miss]")
    assert "未查到不等于没有欠薪" in miss.inner_text()
    assert miss.locator("a.call").get_attribute("href") == "tel:12345"
    phone.get_by_role("searchbox").fill("乙门业")
    expect(phone.locator("[data-lookup] [data-miss]")).to_have_count(0)
    assert phone.locator("[data-miss]").count() == 1


def test_the_box_on_the_home_page_leads_here(phone: Page, served: str) -> None:
    phone.goto(f"{served}/live/")
    phone.get_by_role("searchbox").fill("乙门业")
    phone.get_by_role("searchbox").press("Enter")
    expect(phone.locator(".hit")).to_have_count(1)
    assert phone.url.startswith(f"{served}/live/lookup/?q=")


def test_a_late_rebuild_finds_no_expired_case(browser: Browser, served: str) -> None:
    for day, found in ((datetime(2026, 12, 9, 15, 59, tzinfo=UTC), 1), (datetime(2026, 12, 9, 16, 0, tzinfo=UTC), 0)):
        page = browser.new_context(viewport=PHONE).new_page()
        page.clock.set_fixed_time(day)
        page.goto(f"{served}/live/lookup/?q=古建筑装饰")
        expect(page.locator("[data-count-of-hits]")).to_contain_text("数据截至")
        assert page.locator(".hit").count() == found
        page.goto(f"{served}/live/lookup/d/")
        assert page.get_by_text(LONG_NAME).count() == found
        page.context.close()


def test_a_demonstration_is_found_in_any_year(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport=PHONE).new_page()
    page.clock.set_fixed_time(datetime(2040, 1, 1, tzinfo=UTC))
    page.goto(f"{served}/demo/lookup/?q=虚构")
    expect(page.locator(".hit")).to_have_count(3)
    page.context.close()


@pytest.mark.parametrize(
    ("line", "result", "found"),
    [
        ("景和", "相近", [1, 2]),
        ("长单", "相近", [3]),
        ("重慶長單", "相近", [3]),
        ("1\t景和", "相近", [1, 2]),
        ("3\t没有的单位\t长单", "未查到", []),
        ("没有", "未查到", []),
        ("12", "未查到", []),
        ("（）", "未查到", []),
    ],
)
def test_a_short_line_of_a_list_is_a_part_of_a_name(engine: Page, line: str, result: str, found: list[int]) -> None:
    """What the box finds no list may call 未查到; beside a whole name, a short cell is a person or a town."""
    data = json.loads(lookup_file(units(CITY), AS_OF).render())
    answer = engine.evaluate(
        """([data, line]) => {
            const found = anxinLookup.compare(anxinLookup.open(data, "2026-11-01"), line);
            return [found.result, found.units.map((unit) => unit.name).sort()];
        }""",
        [data, line],
    )
    assert answer == [result, sorted(CITY[number - 1].employer.name for number in found)]


def test_many_at_once(phone: Page, served: str) -> None:
    """A list pasted into the box: a name with another legal form, a part of one, a code in a second column, a miss."""
    lines = "虚构甲建筑劳务有限责任公司\n古建筑装饰装修\n不写名称\t91000000ma00000825\n没有的单位\n=1+1"
    phone.goto(f"{served}/demo/lookup/")
    phone.get_by_role("searchbox").evaluate(
        """(box, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        lines,
    )
    expect(phone.locator("[data-said]")).to_have_text("共5行：在列2，相近1，未查到2。数据截至2026年11月1日。")
    assert phone.locator("[data-answer] tbody tr td:nth-child(2)").all_inner_texts() == [
        *("在列", "相近", "在列", "未查到", "未查到"),
    ]
    told = phone.locator("[data-answer] tbody tr").first.inner_text()
    assert [basis in told for basis in ("失信联合惩戒名单", "重大违法公布")] == [True, True], told
    with phone.expect_download() as download:
        phone.get_by_role("button", name="存成表格").click()
    assert download.value.suggested_filename == "查企业-2026-11-01.csv"
    rows = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert rows[0].startswith('"行","查的内容","结果","单位名称"')
    assert rows[1] == (
        '"1","虚构甲建筑劳务有限责任公司","在列（样例）","虚构甲建筑劳务有限公司","91000000MA00000825","xg-2026-0001",'
        '"失信联合惩戒名单；重大违法公布","已列入失信联合惩戒名单","2029-12-31","2026-11-01"'
    )
    assert rows[2].startswith(f'"2","古建筑装饰装修","相近","{LONG_NAME}","","{PENALISED.number}"')
    assert rows[5].startswith('"5","\'=1+1","未查到","",')
    phone.get_by_role("button", name="复制结果").click()
    expect(phone.locator("[data-said]")).to_have_text("已复制5行，可以粘贴到表格里。")


def test_without_a_script_the_page_shows_the_other_road(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{served}/live/")
    page.get_by_role("searchbox").fill("甲建筑")
    page.get_by_role("searchbox").press("Enter")
    assert page.url.startswith(f"{served}/live/lookup/?q=")
    assert "请在下面按拼音首字母或者镇街找" in page.locator("noscript").inner_text()
    page.locator(".letters").get_by_role("link", name="J", exact=False).first.click()
    assert page.url == f"{served}/live/lookup/j/"
    page.get_by_role("link", name=LISTED.number).click()
    assert page.get_by_role("heading", level=1).inner_text() == LISTED.employer.name
    page.context.close()


def test_a_list_that_cannot_be_fetched_is_said(phone: Page, served: str) -> None:
    phone.route("**/data.json", lambda route: route.abort())
    phone.goto(f"{served}/live/lookup/?q=乙门业")
    expect(phone.locator("[data-count-of-hits]")).to_have_text("名单没有取到。请检查网络，再点一次「查」。")
    phone.unroute("**/data.json")
    phone.get_by_role("button", name="查", exact=True).click()
    expect(phone.locator(".hit")).to_have_count(1)


def test_targets_are_large_enough_to_touch(phone: Page, served: str) -> None:
    phone.goto(f"{served}/demo/lookup/?q=虚构")
    expect(phone.locator(".hit")).to_have_count(3)
    phone.locator("summary").click()
    heights = phone.locator(".lookup input, .lookup button:visible, .shelf a, summary, .hit li a").evaluate_all(
        "all => all.map(a => a.offsetHeight)"
    )
    assert min(heights) >= 44
