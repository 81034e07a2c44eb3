"""What a scanned 安薪码 opens: one file, complete without a script, small, and honest about itself."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from dataclasses import replace
from datetime import date
from typing import Final

from generator.disclosure.public import PublicSite, PublicSystem, RevokedWorksite
from generator.law.articles import WAGES
from generator.pages.data.seal import ReadyFile
from generator.pages.landing import PLAIN_WORDS, Download, landings, plain_words
from tests.pages.casebook import EMPTY, HOSTILE, PORTAL, SITE
from tests.pages.test_render import Reader
from tests.posters.casebook import INVENTED, LONG, PLAIN

SYSTEM: Final = PublicSystem("总包代发工资", "已落实", date(2026, 3, 1), "施工总承包单位", (WAGES.art(31),))
REVOKED: Final = RevokedWorksite("R2345671", "R234-5671", date(2026, 9, 1), sample=False)
CITY: Final = replace(
    SITE,
    worksites=(replace(PLAIN, systems=(SYSTEM, replace(SYSTEM, name="一项本市制度", status=None, articles=()))), LONG),
    revoked_worksites=(REVOKED,),
)


def pages(site: PublicSite = CITY) -> dict[str, str]:
    return {page.path: page.render().decode() for page in landings(site)}


def words(html: str) -> str:
    shown = re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)
    return "".join("".join(Reader(shown).words).split())


def test_every_code_that_was_ever_printed_has_its_page() -> None:
    assert list(pages()) == ["Q/index.html", "Q/K7M3P2Q8/index.html", "Q/A2345678/index.html", "Q/R2345671/index.html"]
    assert list(pages(EMPTY)) == ["Q/index.html"]


def test_the_call_comes_first_then_the_site_to_compare() -> None:
    said = words(pages()["Q/K7M3P2Q8/index.html"])
    order = [
        "被欠薪了，先打电话点这里拨打12345",
        "免费保密不需要关系",
        "虚构花园二期总包单位：虚构建设集团有限公司地址：虚构路与样例街路口（甲镇）",
        "报这个安薪码：K7M3-P2Q8与您所在工地不一致？可能是假码",
        "1天接收，1天联系，一般案件7天办结。这是本市的服务承诺。",
        "谁欠的：单位名称；不知道就写老板或者包工头怎么称呼",
        "分包单位欠您的，总包单位先付。《保障农民工工资支付条例》第三十条",
        (
            "这个工地的二项制度总包代发工资已落实2026年3月1日核查工钱由总包单位直接打到您自己的银行卡。"
            "《保障农民工工资支付条例》第三十一条，由施工总承包单位负责一项本市制度还没有核查"
        ),
    ]
    places = [said.find(words) for words in order]
    assert places == sorted(places)
    assert -1 not in places


def test_a_revoked_code_says_so_and_still_leads_to_the_hotline() -> None:
    page = pages()["Q/R2345671/index.html"]
    assert "这个安薪码已停用安薪码R234-5671，2026年9月1日停用。" in words(page)
    assert 'href="tel:12345"' in page
    assert "您在这个工地吗" not in page


def test_without_a_number_nothing_is_made_up() -> None:
    for page in pages(replace(CITY, portal=replace(PORTAL, hotline=None, channels=()))).values():
        assert "热线号码待填写" in page
        assert "tel:" not in page


def test_without_a_number_nobody_is_told_to_call() -> None:
    for path, page in pages(replace(CITY, portal=replace(PORTAL, hotline=None))).items():
        said = words(page).replace("欠薪先打这个电话", "")
        assert re.findall("打电话|打完电话|接线员|下面的电话", said) == [], path
        assert "这样反映" in page


def test_one_request_and_little_of_it() -> None:
    for path, page in pages().items():
        assert len(gzip.compress(page.encode())) <= 14_000, path
        assert re.findall(r"\b(?:src|srcset)=|@import|url\(", page) == [], path
        assert re.findall(r"<link\b[^>]*>", page) == ['<link rel="icon" href="data:,">'], "an icon that nobody asks for"


def test_the_policy_names_the_digests_of_the_one_style_and_the_one_script() -> None:
    page = pages()["Q/index.html"]
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{directive} '{'sha256-' + digest}'" in page.replace("&#39;", "'").replace("&#43;", "+")
    assert not re.search(r'\s(?:style|on\w+)="', page)


def test_what_is_typed_goes_nowhere() -> None:
    page = pages()["Q/K7M3P2Q8/index.html"]
    assert re.findall(r"<form[^>]*\saction", page) == []
    assert not re.search(r"fetch|XMLHttpRequest|sendBeacon|localStorage|document\.cookie", page)
    assert re.findall(r"<input[^>]*\sname=", page) == []


def test_without_a_script_nobody_is_told_to_fill_in_what_is_not_there() -> None:
    """The form shows where the script runs; so does what is said of filling it in."""
    page = pages()["Q/K7M3P2Q8/index.html"]
    form = page.index('<form id="clue" hidden')
    assert page.index("填的内容只在您的手机里") > form
    assert page.index('<ol id="questions">') < form
    assert page.index("一步一步看</a>") < page.index("一张线索单")


def test_hostile_text_stays_text() -> None:
    hostile = replace(PLAIN, project=HOSTILE, contractor=HOSTILE, address=HOSTILE)
    page = pages(replace(CITY, worksites=(hostile,)))["Q/K7M3P2Q8/index.html"]
    assert page.count("<script>") == 1
    assert "alert(&#34;1&#34;)" in page


def test_an_invented_site_says_so() -> None:
    assert "工地是虚构的" in pages(replace(CITY, worksites=(INVENTED,)))["Q/C2345671/index.html"]
    assert "演示" not in pages()["Q/K7M3P2Q8/index.html"]


def test_plain_words_for_every_article_a_system_stands_on() -> None:
    assert [plain_words(replace(SYSTEM, articles=(WAGES.art(number),))) for number in PLAIN_WORDS] == list(
        PLAIN_WORDS.values()
    )
    assert plain_words(replace(SYSTEM, articles=())) is None


def test_a_days_passing_changes_no_landing_page() -> None:
    later = replace(CITY, portal=replace(CITY.portal, as_of=date(2027, 1, 1)))
    assert list(landings(later)) == list(landings(CITY))


def test_links_lead_home_and_to_the_next_step_under_any_prefix() -> None:
    links = [link for link in Reader(pages()["Q/K7M3P2Q8/index.html"]).links if not link.startswith(("tel:", "data:"))]
    assert links == ["../../help/", "../../"]
    assert [link for link in Reader(pages()["Q/index.html"]).links if not link.startswith(("tel:", "data:"))] == [
        "../help/",
        "../",
    ]


def test_what_belongs_on_the_site_alone_is_not_on_the_web() -> None:
    """The officer's name stands on the board by law (article 34); nobody asks for it here."""
    assert "虚构某甲" not in pages()["Q/K7M3P2Q8/index.html"] + pages()["Q/A2345678/index.html"]


def test_a_page_offers_the_poster_that_lies_beside_it() -> None:
    page = next(page for page in landings(CITY) if "K7M3P2Q8" in page.path)
    offered = replace(page, poster=Download("Q/K7M3P2Q8/K7M3P2Q8-A4.pdf", "A4", specimen=False))
    html = offered.seal({"Q/K7M3P2Q8/K7M3P2Q8-A4.pdf": ReadyFile("x", "", b"0" * 54_001)}).decode()
    assert '<a href="K7M3P2Q8-A4.pdf">下载这个工地的海报（A4，PDF，55 kB）</a>' in html
    assert "样张" not in html
    specimen = replace(offered, poster=Download("Q/x.pdf", "A4", specimen=True)).render().decode()
    assert '<a href="x.pdf">下载这个工地的海报（A4，PDF）</a>，现在是样张，不能张贴' in specimen
    assert ".pdf" not in page.render().decode()
