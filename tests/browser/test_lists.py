"""Filters, sorting and lapse in a real browser; without a script the lists are whole and nothing dead is shown.

The city has the serials 0 to 259 of 2024: its newest page shows 200 to 259, page 1 shows 0 to 49.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.pages.casebook import LISTED, LONG_NAME

pytestmark = pytest.mark.browser

PHONE: Final = ViewportSize(width=360, height=640)
DESK: Final = ViewportSize(width=1280, height=800)
YEAR: Final = "city/disclosures/2024/"
NOW: Final = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport=request.param)
    opened = context.new_page()
    opened.clock.set_fixed_time(NOW)
    yield opened
    context.close()


def at(browser: Browser, day: datetime) -> Page:
    page = browser.new_context(viewport=PHONE).new_page()
    page.clock.set_fixed_time(day)
    return page


def shown(page: Page) -> list[str]:
    """Numbers of the rows that can be seen, in their order."""
    numbers = page.locator("tr[data-row]:visible .row-number").all_inner_texts()
    return [number.split()[0].removeprefix("xg-2024-") for number in numbers]


def unfold(page: Page) -> None:
    if not page.locator(".filter-fields").is_visible():
        page.get_by_text("筛选和排序").click()


def test_filters_narrow_the_page_and_say_how_far(page: Page, served: str) -> None:
    page.goto(f"{served}/{YEAR}")
    assert len(shown(page)) == 60
    unfold(page)
    assert page.get_by_text("只筛选这一页上的案件，不含其他各页。").is_visible()
    page.get_by_label("公开依据").select_option(label="行政处罚")
    assert shown(page) == [f"{serial:04}" for serial in range(258, 199, -4)]
    page.get_by_label("单位、编号").fill(" 虚构乙 ")
    page.get_by_text("显示 5 件，这一页共 60 件。").wait_for()
    assert shown(page) == ["0250", "0238", "0226", "0214", "0202"]
    page.get_by_label("单位、编号").fill("没有这家")
    page.get_by_text("这一页没有符合条件的案件。").wait_for()
    assert shown(page) == []


def test_amount_and_order(page: Page, served: str) -> None:
    page.goto(f"{served}/city/disclosures/2024/page-1/")
    unfold(page)
    page.get_by_label("金额", exact=True).select_option(label="10万元以上")
    assert shown(page) == [f"{serial:04}" for serial in range(49, 8, -1)]
    page.get_by_label("排序").select_option(label="人数多在前")
    assert shown(page)[:3] == ["0039", "0038", "0037"]
    page.get_by_label("排序").select_option(label="最早公开在前")
    assert shown(page)[:2] == ["0009", "0010"]
    page.get_by_label("排序").select_option(label="金额多在前")
    assert shown(page)[:2] == ["0049", "0048"]


def test_a_list_short_enough_to_read_has_no_filter(page: Page, served: str) -> None:
    page.goto(f"{served}/live/disclosures/")
    assert page.locator(".filter").count() == 0


def test_the_address_holds_the_choice_and_the_way_back_undoes_it(page: Page, served: str) -> None:
    page.goto(f"{served}/{YEAR}")
    unfold(page)
    page.get_by_label("公开依据").select_option(label="媒体转载")
    page.get_by_label("排序").select_option(label="金额多在前")
    assert page.url == f"{served}/{YEAR}#basis=media&sort=amount"
    page.go_back()
    assert page.url == f"{served}/{YEAR}#basis=media"
    assert page.get_by_label("排序").input_value() == ""
    page.go_back()
    assert len(shown(page)) == 60
    page.go_forward()
    assert page.get_by_label("公开依据").input_value() == "media"
    assert len(shown(page)) == 15


def test_a_shared_address_opens_as_it_was_and_can_be_cleared(page: Page, served: str) -> None:
    page.goto(f"{served}/{YEAR}#q=%EF%BC%9225&basis=major")
    assert page.get_by_label("单位、编号").input_value() == "２25"
    assert shown(page) == ["0225"]
    page.get_by_role("button", name="清除").click()
    assert len(shown(page)) == 60
    assert page.url == f"{served}/{YEAR}"
    assert page.get_by_role("button", name="清除").is_disabled()
    assert page.get_by_role("status").inner_text() == ""


def test_an_odd_address_shows_everything(page: Page, served: str) -> None:
    page.goto(f"{served}/{YEAR}#basis=nonsense&sort=%3Cb%3E&x=1")
    assert len(shown(page)) == 60
    page.goto(f"{served}/{YEAR}#text")
    assert len(shown(page)) == 60


def test_jumping_to_the_text_keeps_the_choice(page: Page, served: str) -> None:
    page.goto(f"{served}/{YEAR}#basis=media")
    page.evaluate("location.hash = 'text'")
    assert len(shown(page)) == 15


def test_a_list_of_one_basis_offers_no_choice_of_bases(page: Page, served: str) -> None:
    page.goto(f"{served}/city/disclosures/media/")
    unfold(page)
    assert page.locator(".filter select").evaluate_all("all => all.map(one => one.name)") == ["min", "sort"]
    assert page.locator(".filter-part").count() == 0


def test_controls_are_large_enough_to_touch_and_the_page_keeps_its_width(page: Page, served: str) -> None:
    page.goto(f"{served}/{YEAR}#basis=media")
    heights = page.locator(".filter :is(input, select, button, summary), .pager a, .shelves a").evaluate_all(
        "all => all.map(one => one.offsetHeight)"
    )
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_names_are_large_enough_to_touch_on_a_phone(browser: Browser, served: str) -> None:
    page = at(browser, NOW)
    for address, links in (("city/disclosures/", ".records th a"), ("live/", ".news-head a, .more a")):
        page.goto(f"{served}/{address}")
        assert min(page.locator(links).evaluate_all("all => all.map(one => one.offsetHeight)")) >= 44


def test_without_a_script_nothing_dead_is_shown(browser: Browser, served: str) -> None:
    page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto(f"{served}/{YEAR}")
    assert page.locator("main :is(input, select, button, .filter)").count() == 0
    assert len(shown(page)) == 60
    page.get_by_role("link", name="较早的一页").click()
    assert page.url == f"{served}/city/disclosures/2024/page-4/"
    assert shown(page) == [f"{serial:04}" for serial in range(199, 149, -1)]
    page.get_by_role("link", name="第1页").click()
    assert shown(page)[-1] == "0000"


def test_a_late_rebuild_counts_no_more_than_it_knows(browser: Browser, served: str) -> None:
    """On 2027-01-06 the serials 0 to 4 have lapsed: counts that held them are gone, others are right."""
    page = at(browser, datetime(2027, 1, 6, 4, tzinfo=UTC))
    page.goto(f"{served}/{YEAR}")
    assert page.locator(".list-count").inner_text() == "这里是最新的 60 件。"
    page.goto(f"{served}/city/disclosures/2024/page-1/")
    assert page.locator("[data-count]").inner_text() == "45"
    assert shown(page)[-1] == "0005"
    page.goto(f"{served}/city/disclosures/")
    assert page.locator(".list-ways .count").count() == 0
    assert page.get_by_role("link", name="虚构乙镇").is_visible()
    page.goto(f"{served}/live/disclosures/")
    assert page.locator(".list-ways .count").count() > 0


def test_a_page_whose_rows_have_all_lapsed_says_so(browser: Browser, served: str) -> None:
    page = at(browser, datetime(2027, 6, 1, 4, tzinfo=UTC))
    page.goto(f"{served}/city/disclosures/2024/page-1/")
    assert page.locator(".list").inner_text() == "这里的案件都已停止公开。"
    assert page.locator(".filter").count() == 0


def test_a_unit_whose_cases_have_all_lapsed_is_named_no_more(browser: Browser, served: str) -> None:
    page = at(browser, datetime(2030, 1, 1, tzinfo=UTC))
    page.goto(f"{served}/live/employers/{LISTED.employer.slug}/")
    assert page.locator("main").inner_text().split() == [
        "单位公开页",
        "没有正在公开的案件",
        "公示期满，依法停止公开。",
    ]
    assert LISTED.employer.name not in page.content()


def test_a_unit_leaves_the_list_on_its_day_and_keeps_its_other_case(browser: Browser, served: str) -> None:
    address = f"{served}/live/employers/{LISTED.employer.slug}/"
    last = at(browser, datetime(2029, 7, 22, 12, tzinfo=UTC))
    last.goto(address)
    assert "在失信联合惩戒名单上" in last.locator("main").inner_text()
    after = at(browser, datetime(2029, 7, 23, 12, tzinfo=UTC))
    after.goto(address)
    text = after.locator("main").inner_text()
    assert "失信" not in text.replace("法院的失信被执行人名单", "")
    assert "列入" not in text
    assert after.locator(".row-grounds").inner_text() == "重大违法公布"


def test_a_correction_goes_with_the_first_basis_that_ends(browser: Browser, served: str) -> None:
    for address in ("", "disclosures/removals/"):
        page = at(browser, datetime(2029, 7, 23, 12, tzinfo=UTC))
        page.goto(f"{served}/live/{address}")
        text = page.locator("main").inner_text()
        assert "案件 xg-2022-0001" in text
        assert "更正为20余名" not in text


def test_home_shows_no_lapsed_case(browser: Browser, served: str) -> None:
    page = at(browser, datetime(2026, 12, 10, tzinfo=UTC))
    page.goto(f"{served}/live/")
    assert LONG_NAME not in page.content()
