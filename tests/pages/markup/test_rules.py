"""Every rule at work: a sound site of two pages has no fault, and each page spoilt in one way has that one."""

from __future__ import annotations

from typing import Final

import pytest

from tests.pages.markup.page import site
from tests.pages.markup.rules import RULES, Fault, faults

BASE: Final = "https://portal.example/x"
HOME: Final = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>首页</title><meta name="description" content="说首页">
<link rel="canonical" href="https://portal.example/x/"><link rel="icon" href="data:,">
<meta property="og:image" content="https://portal.example/x/site.png"></head>
<body><nav aria-labelledby="menu"><b id="menu">栏目</b><a href="help/#call">打电话</a><a href="#menu">上去</a></nav>
<main><h1>首页</h1><img src="./site.png?v=1" srcset="site.png 1x, site.png 2x" alt="">
<form action="help/"><label for="name">单位</label><input id="name"></form>
<a href="https://www.example/">别处</a><a href="tel:12345">12345</a></main></body></html>
"""
HELP: Final = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>怎么办</title><meta name="description" content="说怎么办">
<link rel="canonical" href="https://portal.example/x/help/"></head>
<body><nav><a href="../">首页</a></nav><main><h1 id="call">怎么办</h1></main></body></html>
"""
ERROR: Final = """<!doctype html>
<html lang="zh-CN"><head><title>首页</title><meta name="description" content="说首页"></head>
<body><nav><a href="/x/help/#call">怎么办</a></nav><main><h1>没有这一页</h1></main></body></html>
"""
SOUND: Final = {"index.html": HOME, "help/index.html": HELP, "404.html": ERROR, "site.png": ""}
EXAMPLES: Final = (
    ("parses", "<main>", "<main><p><div></p></div>", ["(6, 18): unexpected-end-tag"]),
    ("parses", "<h1>首页</h1>", "<h1>首页", ["(8, 73): end-tag-too-early"]),
    ("parses", "单位</label>", "单位&nbsp</label>", ["(7, 46): named-entity-without-semicolon"]),
    ("ids_are_unique", "<main>", '<main id="menu">', ["menu"]),
    ("ids_are_unique", "<main>", '<main id="">', [""]),
    ("links_say_where", 'href="https://www.example/"', 'href=""', [""]),
    ("links_say_where", 'href="https://www.example/"', 'href="#"', ["#"]),
    ("links_are_safe", "https://www.example/", "http://www.example/", ["http://www.example/"]),
    ("links_are_safe", "https://www.example/", "//www.example/", ["//www.example/"]),
    ("links_are_safe", "https://www.example/", "javascript:go()", ["javascript:go()"]),
    ("links_are_safe", 'content="https://portal', 'content="http://portal', ["http://portal.example/x/site.png"]),
    ("links_are_relative", 'action="help/"', 'action="/x/help/"', ["/x/help/"]),
    ("links_lead_to_a_file", 'action="help/"', 'action="help"', ["help"]),
    ("links_lead_to_a_file", "site.png 2x", "site-2.png 2x", ["site-2.png"]),
    ("links_lead_to_a_file", "x/site.png", "x/other.png", ["https://portal.example/x/other.png"]),
    ("links_lead_to_a_place", "help/#call", "help/#write", ["help/#write"]),
    ("links_lead_to_a_place", "#menu", "#%E8%8F%9C", ["#%E8%8F%9C"]),
    ("references_hold", 'for="name"', 'for="nam"', ["nam"]),
    ("references_hold", 'labelledby="menu">', 'labelledby="menu title">', ["title"]),
    ("references_hold", 'for="name"', 'for=""', [""]),
    ("speaks_chinese", ' lang="zh-CN"', "", ["None"]),
    ("has_one_heading", "<h1>首页</h1>", "<h1>首页</h1><h1>再来</h1>", ["首页、再来"]),
    ("has_one_heading", "<h1>首页</h1>", "<h2>首页</h2>", [""]),
    ("has_one_heading", "<h1>首页</h1>", "<h1> </h1>", [""]),
    ("has_its_own_title", "<title>首页</title>", "<title></title>", [""]),
    ("has_its_own_description", '"说首页"', '" "', [""]),
    ("has_its_own_description", '<meta name="description" content="说首页">', "", [""]),
    ("knows_its_address", '<link rel="canonical" href="https://portal.example/x/">', "", [""]),
    ("knows_its_address", 'href="https://portal.example/x/"', 'href="./"', ["./"]),
    ("is_laid_out_once", "</main>", "</main><main></main>", ["2"]),
)
"""A rule, what is spoilt on the home page, and everything that any rule has to say then."""


def found(pages: dict[str, str]) -> list[Fault]:
    return faults(site({path: text.encode() for path, text in pages.items()}, BASE))


def test_a_sound_site_has_no_fault() -> None:
    assert found(SOUND) == []


@pytest.mark.parametrize(("rule", "old", "new", "said"), EXAMPLES)
def test_what_is_spoilt_is_found(rule: str, old: str, new: str, said: list[str]) -> None:
    assert HOME.count(old) == 1
    assert found(SOUND | {"index.html": HOME.replace(old, new)}) == [(rule, "index.html", one) for one in said]


@pytest.mark.parametrize(
    ("rule", "old", "new", "said"),
    [
        ("has_its_own_title", "<title>怎么办", "<title>首页", "首页"),
        ("has_its_own_description", "说怎么办", "说首页", "说首页"),
    ],
)
def test_what_two_pages_share_is_told_of_both(rule: str, old: str, new: str, said: str) -> None:
    pages = SOUND | {"help/index.html": HELP.replace(old, new)}
    assert found(pages) == [(rule, "index.html", said), (rule, "help/index.html", said)]


def test_what_nobody_finds_may_share_its_words_and_have_no_address() -> None:
    hidden = HELP.replace("<title>怎么办", '<meta name="robots" content="noindex"><title>首页').replace(
        "说怎么办", "说首页"
    )
    plain = hidden.replace('<link rel="canonical" href="https://portal.example/x/help/">', "")
    assert found(SOUND | {"help/index.html": plain}) == []


def test_every_rule_has_an_example() -> None:
    assert {rule.__name__ for rule in RULES} == {rule for rule, *_ in EXAMPLES}
