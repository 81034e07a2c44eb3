"""A lesson on a phone: answers open without a script, boxes can be ticked, the next thing to do is never far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

PHONE: Final[ViewportSize] = {"width": 360, "height": 740}
WORKERS: Final = (
    *("01-contract", "02-proof", "03-payday", "04-money", "05-minimum"),
    *("06-overtime", "07-who-pays", "08-board", "09-complain", "10-deadline"),
)


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=f"{served}/live/lessons/")
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=f"{served}/live/lessons/", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_an_answer_opens_where_it_is_tapped_without_a_script(plain: Page) -> None:
    plain.goto("workers/01-contract/")
    question = plain.locator(".lesson-quiz").first
    wrong, right = question.locator("details").nth(0), question.locator("details[data-right]")
    expect(right.get_by_text("对。", exact=True)).to_be_hidden()
    wrong.locator("summary").click()
    expect(wrong.get_by_text("再选一次")).to_be_visible()
    right.locator("summary").click()
    expect(right.get_by_role("link", name="《劳动合同法》第十条")).to_be_visible()
    expect(plain.locator(".lesson-score")).to_have_count(0)


def test_the_first_answer_counts_and_nothing_leaves_the_page(phone: Page) -> None:
    asked: list[str] = []
    phone.goto("workers/01-contract/", wait_until="networkidle")
    phone.on("request", lambda request: asked.append(request.url))
    first, second = phone.locator(".lesson-quiz").all()
    score = phone.get_by_role("status")
    expect(score).to_be_hidden()
    first.locator("summary").nth(0).click()
    expect(score).to_have_text("做了1题，第一次就答对0题。")
    first.locator("[data-right] summary").click()
    expect(first.locator("details[open]")).to_have_count(1)
    expect(score).to_have_text("做了1题，第一次就答对0题。")
    second.locator("[data-right] summary").click()
    expect(score).to_have_text("做完了，一共2题，第一次就答对1题。")
    assert asked == []
    assert phone.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_whole_course_is_scored_at_its_end(phone: Page) -> None:
    phone.goto("workers/quiz/")
    for question in phone.locator(".lesson-quiz").all():
        question.locator("[data-right] summary").click()
    expect(phone.get_by_role("status")).to_have_text("做完了，一共20题，第一次就答对20题。")
    phone.get_by_role("link", name=re.compile("^第9课")).first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("被欠薪了，打一个电话")


def test_a_reader_goes_through_a_course_by_its_first_way_on(plain: Page) -> None:
    plain.goto("workers/")
    plain.locator(".lesson-list a").first.click()
    titles = [plain.get_by_role("heading", level=1).inner_text()]
    for _ in range(9):
        plain.locator(".lesson-turn a").first.click()
        titles.append(plain.get_by_role("heading", level=1).inner_text())
    assert len(set(titles)) == 10
    plain.locator(".lesson-turn a").first.click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("工友课的全部题目")


@pytest.mark.parametrize("lesson", WORKERS)
def test_the_next_thing_to_do_is_never_three_screens_away(phone: Page, lesson: str) -> None:
    """From top to bottom: links, answers and the way on; and nothing is wider than the phone."""
    phone.goto(f"workers/{lesson}/")
    tops: list[float] = phone.evaluate(
        """() => Array.from(document.querySelectorAll("main a, main summary, .bar a"))
             .map((one) => one.getBoundingClientRect().top + scrollY).sort((a, b) => a - b)"""
    )
    quiz: float = phone.evaluate("() => document.querySelector('.lesson-quiz').getBoundingClientRect().top + scrollY")
    assert max(after - one for one, after in pairwise(tops)) <= 3 * PHONE["height"]
    assert quiz <= 3 * PHONE["height"], "three screens before the questions"
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_what_is_tapped_is_large_enough(phone: Page) -> None:
    for path, what in (
        ("workers/01-contract/", ".lesson-quiz summary, .lesson-turn a, .lesson-at a"),
        ("systems/01-real-name/", ".lesson-ticks label"),
        ("workers/", ".lesson-list a"),
    ):
        phone.goto(path)
        heights = [box["height"] for one in phone.locator(what).all() if (box := one.bounding_box())]
        assert len(heights) > 4
        assert min(heights) >= 44, path


def test_a_tick_list_is_ticked_and_printed(plain: Page) -> None:
    plain.goto("systems/01-real-name/")
    box = plain.get_by_role("checkbox", name="现场每个人都有劳动合同")
    plain.get_by_text("现场每个人都有劳动合同").click()
    expect(box).to_be_checked()
    expect(plain.get_by_text("核对人")).to_be_hidden()
    plain.emulate_media(media="print")
    expect(plain.get_by_text("核对人")).to_be_visible()
    expect(plain.locator(".lesson-turn")).to_be_hidden()
