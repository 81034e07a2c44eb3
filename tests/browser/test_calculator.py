"""算一算 in a real browser: the same steps as Python's, nothing sent, complete without a script, usable by keyboard."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

import generator
from generator.law.articles import Article, Law
from generator.law.calculator import SENTENCES, Step, said
from generator.pages.calculator import NAMES, anchor, label, rules
from tests.browser.drawn import MAKERS
from tests.pages.casebook import CALCULATORS

pytestmark = pytest.mark.browser

SCRIPT: Final = Path(generator.__file__).parent / "pages/theme/assets/calculator.js"
NARROW: Final = ViewportSize(width=320, height=640)
CASES: Final = 5_000


def expected(step: Step) -> dict[str, object]:
    sources: tuple[Article | Law, ...] = SENTENCES[step.key].sources
    return {"text": said(step), "sources": [[label(source), anchor(source)] for source in sources]}


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """The formulas alone, on an empty page."""
    page = browser.new_page()
    page.set_content("<p>x</p>")
    page.evaluate(SCRIPT.read_text("utf-8"))
    yield page
    page.close()


@pytest.mark.parametrize("name", NAMES)
def test_the_browser_says_what_python_says(engine: Page, name: str) -> None:
    """5,000 inputs in all, the same ones on every run; not only the sums, every step, word and article."""
    chance = random.Random(name)  # noqa: S311 - inputs for a test
    made = [MAKERS[name](chance) for _ in range(CASES // len(NAMES) + 1)]
    # As one text each way: what Playwright turns into values of its own, it turns one by one.
    found = engine.evaluate(
        """([rules, inputs]) => {
            const known = JSON.parse(rules);
            return JSON.stringify(JSON.parse(inputs).map((input) => anxinCalculator.answer(known, input)));
        }""",
        [rules(name, CALCULATORS), json.dumps([given for given, _ in made])],
    )
    wrong = [
        (given, answer)
        for (given, steps), answer in zip(made, json.loads(found), strict=True)
        if answer != [expected(step) for step in steps]
    ]
    assert wrong[:3] == []
    assert len(made) * len(NAMES) >= CASES


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_was_said(name: str) -> None:
    """The inputs above reach each step that there is."""
    chance = random.Random(name)  # noqa: S311 - inputs for a test
    steps = {step.key for _ in range(CASES // len(NAMES) + 1) for step in MAKERS[name](chance)[1]}
    assert {key for key in SENTENCES if key.startswith(f"{name}.")} - steps == set()


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *(("4350", 435_000), ("4,350.5", 435_050), ("4350.05元", 435_005), ("１２３．４", 12_340), (" 10 小时", 1_000)),
        *(("0.01", 1), ("1.500", 150), ("", None), ("1.234", None), ("-5", None), ("1e3", None), ("三千", None)),
    ],
)
def test_amounts_as_people_write_them(engine: Page, typed: str, value: int | None) -> None:
    assert engine.evaluate("typed => anxinCalculator.hundredths(typed)", typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        *(("2026-03-10", "2026-03-10"), ("2026年3月10日", "2026-03-10"), ("2026.3.9", "2026-03-09")),
        *(("20260310", "2026-03-10"), ("２０２６－０３－１０", "2026-03-10"), ("2024-02-29", "2024-02-29")),
        *(("2026-02-29", None), ("2026-13-01", None), ("2026-00-10", None), ("3月10日", None), ("2026-03", None)),
    ],
)
def test_dates_as_people_write_them(engine: Page, typed: str, value: str | None) -> None:
    assert engine.evaluate("typed => anxinCalculator.date(typed)", typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("2026-03", "2026-03"), ("2026年3月", "2026-03"), ("202603", "2026-03"), ("2026-13", None), ("2026", None)],
)
def test_months_as_people_write_them(engine: Page, typed: str, value: str | None) -> None:
    assert engine.evaluate("typed => anxinCalculator.month(typed)", typed) == value


@pytest.fixture(scope="module")
def tabs(browser: Browser, served: str) -> Iterator[Mapping[bool, Page]]:
    """A phone that runs scripts and one that does not: nothing is kept on them, so that all tests may share them."""
    contexts = {
        scripts: browser.new_context(viewport=NARROW, base_url=f"{served}/demo/", java_script_enabled=scripts)
        for scripts in (True, False)
    }
    yield {scripts: context.new_page() for scripts, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture
def phone(tabs: Mapping[bool, Page]) -> Page:
    tabs[True].emulate_media(media="screen")
    return tabs[True]


@pytest.fixture
def plain(tabs: Mapping[bool, Page]) -> Page:
    tabs[False].emulate_media(media="screen")
    return tabs[False]


PAGES: Final = (
    *("tools/limitation/", "tools/minimum/", "tools/surcharge/", "tools/overtime/", "tools/ceiling/"),
    *("tools/listing/", "firms/objection/", "firms/repair/"),
)


def test_an_answer_with_its_steps_and_nothing_sent(phone: Page) -> None:
    """The demonstration is pinned to 1 November 2026, and so is the answer."""
    asked: list[str] = []
    phone.goto("tools/limitation/", wait_until="networkidle")
    phone.on("request", lambda request: asked.append(request.url))
    phone.get_by_label("工资本来该哪天发").fill("2026-02-15")
    phone.get_by_label("哪天离开的").fill("2026-03-10")
    phone.get_by_label("最近一次要钱").fill("2026-05-20")
    phone.get_by_role("button", name="算一算").click()
    answer = phone.get_by_role("status")
    expect(answer.locator(".calc-first")).to_have_text("最晚到2027年5月20日申请仲裁，还有200天。")
    expect(answer.get_by_role("listitem")).to_have_count(3)
    expect(answer.get_by_role("link", name="《劳动保障监察条例》第二十条")).to_have_attribute(
        "href", "../../laws/#inspection-20"
    )
    expect(answer).to_be_focused()
    assert asked == []
    assert phone.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    phone.get_by_label("还在干").check()
    expect(answer).to_be_empty()
    expect(phone.get_by_label("哪天离开的")).to_be_hidden()
    phone.get_by_role("button", name="算一算").click()
    expect(answer.locator(".calc-first")).to_contain_text("您还在职")


@pytest.mark.parametrize(
    ("page", "typed", "field", "words"),
    [
        ("tools/limitation/", {}, "工资本来该哪天发", "请填日期。"),
        ("tools/limitation/", {"工资本来该哪天发": "2026-11-02"}, "工资本来该哪天发", "不能晚于今天。"),
        (
            "tools/limitation/",
            {"工资本来该哪天发": "2026-01-15", "哪天离开的": "2008-04-30"},
            "哪天离开的",
            "早于2008年5月1日，当时是别的规定，这里算不了。",
        ),
        ("tools/surcharge/", {"应付没付": "一万"}, "应付没付", "写数字，最多两位小数，例如 4350.50。"),
        ("tools/surcharge/", {"应付没付": "1000000.01"}, "应付没付", "这里最多算到一百万元。"),
        ("tools/overtime/", {"工资多少": "4350"}, "这个月平时加班", "三种加班至少填一种。"),
        ("tools/ceiling/", {"当地月最低工资": "2000"}, "要工资多少", "至少填一项。"),
        (
            "tools/minimum/",
            {"从哪个月": "2026-03", "到哪个月": "2026-02", "每月发了多少": "1"},
            "到哪个月",
            "不能早于开始的月份。",
        ),
        (
            "tools/listing/",
            {"列入决定": "2026-03-16", "哪天收到决定书": "2026-03-15"},
            "哪天收到决定书",
            "收到决定书，不会早于作出决定。",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    phone: Page, page: str, typed: dict[str, str], field: str, words: str
) -> None:
    phone.goto(page)
    for label_, value in typed.items():
        phone.get_by_label(label_).fill(value)
    phone.get_by_role("button", name="算一算").click()
    wrong = phone.get_by_label(field)
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(phone.locator(".calc-field", has=wrong).locator(".calc-error")).to_have_text(words)
    expect(phone.locator(".calc-first")).to_have_count(0)


def test_by_keyboard_alone(phone: Page) -> None:
    phone.goto("tools/surcharge/")
    phone.get_by_label("应付没付").focus()
    phone.keyboard.type("12000.5")
    phone.keyboard.press("Tab")
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Enter")
    expect(phone.locator(".calc-first")).to_have_text("可以责令加付6000.25元到12000.50元。")
    expect(phone.get_by_role("status")).to_contain_text("符合加付的条件")


@pytest.mark.parametrize("page", PAGES)
def test_without_a_script_the_rule_and_an_example_are_there(plain: Page, page: str) -> None:
    plain.goto(page)
    expect(plain.locator(".calc-form")).to_be_hidden()
    expect(plain.get_by_text("这个浏览器不能直接算")).to_be_visible()
    example = plain.locator(".calc-example")
    expect(example.locator("li").first).to_be_visible()
    expect(example.locator('a[href*="laws/#"]').first).to_be_visible()
    expect(plain.get_by_role("heading", name="没有算进去的")).to_be_visible()
    expect(plain.get_by_role("heading", name="下一步")).to_be_visible()


@pytest.mark.parametrize("page", [*PAGES, "tools/", "firms/", "firms/check/"])
def test_nothing_is_wider_than_a_small_phone(phone: Page, page: str) -> None:
    phone.goto(page)
    assert phone.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    low = phone.locator(".calc-form input[data-kind]:visible, .calc-form label:has(input), .calc button:visible")
    heights = [box["height"] for one in low.all() if (box := one.bounding_box())]
    assert all(height >= 44 for height in heights)


def test_numbers_ask_for_the_keyboard_of_numbers(phone: Page) -> None:
    phone.goto("tools/overtime/")
    modes = phone.locator("input[data-kind]").evaluate_all("all => all.map((one) => one.inputMode)")
    assert modes == ["decimal"] * 5


def test_paper_has_the_answer_and_no_form(phone: Page) -> None:
    phone.goto("tools/surcharge/")
    phone.get_by_label("应付没付").fill("100")
    phone.get_by_role("button", name="算一算").click()
    phone.emulate_media(media="print")
    expect(phone.locator(".calc-form")).to_be_hidden()
    expect(phone.locator(".calc-first")).to_be_visible()
    expect(phone.get_by_text("算的日子：2026年11月1日。")).to_be_visible()
    expect(phone.locator(".calc-example")).to_be_hidden()


def test_a_duty_is_a_box_to_tick_on_paper(plain: Page) -> None:
    plain.goto("firms/check/")
    assert plain.locator(".duty tbody tr").count() >= 25
    box = plain.locator(".duty tbody td").first.evaluate("one => getComputedStyle(one, '::before').borderTopStyle")
    assert box == "solid"
    expect(plain.get_by_text("核对人")).to_be_hidden()
    plain.emulate_media(media="print")
    expect(plain.get_by_text("核对人")).to_be_visible()


def test_a_part_that_does_not_concern_a_firm_is_answered_at_once(phone: Page) -> None:
    phone.goto("firms/check/")
    every = phone.locator(".duty tbody tr").count()
    for button in phone.get_by_role("button", name="这一部分都不涉及").all():
        button.click()
    left = phone.locator(".duty").first.locator("tbody tr").count()
    expect(phone.get_by_role("status")).to_have_text(f"一共{every}项：没做到0项，还没有回答{left}项。")
    phone.get_by_role("button", name="只看缺的").click()
    expect(phone.locator(".duty tbody tr:visible")).to_have_count(left)


def test_what_is_missing_becomes_a_list(phone: Page) -> None:
    phone.goto("firms/check/")
    rows = phone.locator(".duty tbody tr")
    said_ = phone.get_by_role("status")
    every = rows.count()
    expect(said_).to_have_text(f"一共{every}项，还没有回答。")
    for place in range(every):
        rows.nth(place).get_by_label("没做到" if place == 3 else "做到了", exact=True).check()
    expect(said_).to_have_text(f"一共{every}项：没做到1项，还没有回答0项。")
    phone.get_by_role("button", name="只看缺的").click()
    expect(phone.locator(".duty tbody tr:visible")).to_have_count(1)
    expect(phone.locator(".duty tbody tr:visible")).to_contain_text("加付50%到100%")
    expect(phone.get_by_role("heading", name="分包单位")).to_be_hidden()
    phone.emulate_media(media="print")
    expect(phone.get_by_text("改好的日子")).to_be_visible()
    phone.emulate_media(media="screen")
    phone.get_by_role("button", name="看全部").click()
    expect(phone.locator(".duty tbody tr:visible")).to_have_count(every)
