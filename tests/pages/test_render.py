"""The bytes: complete without a script, escaped, relative, and the same every time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin, urlsplit

import pytest
from jinja2 import UndefinedError

from generator import routes
from generator.disclosure.public import Basis, PublicObjection, PublicSite
from generator.pages.engine import Frames
from generator.pages.plan import HtmlPage, plan
from generator.pages.render import render
from generator.pages.subject import Overview
from generator.pages.views import environment, fill
from tests.pages.casebook import DEMONSTRATION, EMPTY, HOSTILE, LISTED, LONG_NAME, PORTAL, SITE, ground

VOID: Final = frozenset({"meta", "link", "br", "img", "input", "path", "rect"})


def rendered(frames: Frames, site: PublicSite = SITE) -> dict[str, bytes]:
    return {page.path: render(page, frames) for page in plan(site, frames)}


def html(frames: Frames, path: str, site: PublicSite = SITE) -> str:
    return rendered(frames, site)[path].decode()


class Reader(HTMLParser):
    """Links, tags and visible text of a page, as a browser would have them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What opens, and what it points to."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """What closes is what was opened last."""
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Words, with entities already read."""
        self.words.append(data)


def pages(files: Mapping[str, bytes]) -> dict[str, Reader]:
    """Pages in a frame; what a poster's code opens has none and its own tests."""
    framed = (path for path in files if path.endswith(".html") and not path.startswith(routes.LANDINGS))
    return {path: Reader(files[path].decode()) for path in framed}


def target(path: str, link: str) -> str:
    """The file that a link leads to."""
    found = urlsplit(urljoin(f"/{path}", link)).path.lstrip("/")
    return f"{found}index.html" if found.endswith("/") or not found else found


@pytest.mark.parametrize("site", [SITE, DEMONSTRATION, EMPTY])
def test_markup_is_balanced_with_one_heading_and_no_inline_code(frames: Frames, site: PublicSite) -> None:
    for path, page in pages(rendered(frames, site)).items():
        assert page.open == [], path
        assert page.tags.count("h1") == 1, path
        assert page.tags.count("main") == 1, path
        assert len(page.ids) == len(set(page.ids)), path
        assert "style" not in page.tags, path
        assert page.tags.count("script") == sum(".js?v=" in link for link in page.links) > 0, path


def test_hostile_text_stays_text(frames: Frames) -> None:
    files = rendered(frames)
    shown = [path for path, data in files.items() if b"alert(" in data and not path.startswith("api/")]
    assert shown == [
        "disclosures/2025/index.html",
        "disclosures/index.html",
        "disclosures/major-violations/index.html",
        "disclosures/xg-2025-0001/index.html",
        "employers/n-6bbdb7b3dc05/index.html",
        "feeds/disclosures.xml",
        "index.html",
        "lookup/data.json",
        "lookup/s/index.html",
    ]
    assert all(b"<script>" not in files[path] for path in shown)
    assert HOSTILE in "".join(Reader(files["disclosures/xg-2025-0001/index.html"].decode()).words)


def test_a_case_page_says_everything(frames: Frames) -> None:
    text = re.sub(r"\s+", "", "".join(Reader(html(frames, "disclosures/xg-2026-0001/index.html")).words))
    for said in (
        "案件编号xg-2026-0001样例",
        "虚构甲建筑劳务有限公司（xg-2026-0001）-虚构安薪",
        "拖欠金额100余万元",
        "涉及人数20余名",
        "统一社会信用代码（注册号）91000000MA00000825",
        "法定代表人（负责人）虚构某甲",
        "2026年6月24日责令限期改正文号样监令〔2026〕第1号《劳动保障监察条例》第十八条隔28天",
        "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条、第八条",
        "2026年11月4日异议核实期限届满说明暂按周末推算",
        "2027年2月1日从这一天起，可以申请提前移出名单",
        "结果应当在2026年11月4日以前告知单位（暂按周末推算）",
        "人数由21名更正为20余名（原文书笔误）",
        "失信名单的说明。公开到2029年7月22日。",
        "2026年7月27日起公开，公开到2029年12月31日",
        "最早申请提前移出2027年2月1日起，书面承诺不再拖欠的，可以申请",
        (
            "政府资金支持政府采购招投标融资贷款市场准入税收优惠评优评先交通出行由各主管部门依法实施。"
            "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第十条；《保障农民工工资支付条例》第四十八条"
        ),
        "对列入决定，或者不同意提前移出的决定不服",
        "《行政复议法》第二十条；《行政诉讼法》第四十六条",
        "固定地址disclosures/xg-2026-0001/资料更新到2026年8月3日最近核对未登记",
    ):
        assert said in text


def test_two_objections_stand_on_one_page(frames: Frames) -> None:
    other = PublicObjection("重大违法公布", date(2026, 10, 26), date(2026, 11, 16), provisional=False, articles=())
    case = replace(SITE.cases[0], number="xg-2026-0009", objections=(*LISTED.objections, other))
    page = html(frames, "disclosures/xg-2026-0009/index.html", replace(SITE, cases=(*SITE.cases, case)))
    text = "".join(Reader(page).words)
    assert "单位对列入失信联合惩戒名单有异议，2026年10月28日收到" in text
    assert "单位对重大违法公布有异议，2026年10月26日收到，正在核实。结果应当在2026年11月16日以前" in text
    assert text.count("核实之前，下面的内容可能更正") == 1


def test_what_a_case_lacks_leaves_no_empty_place(frames: Frames) -> None:
    text = html(frames, "disclosures/xg-2026-0002/index.html").partition("<main")[2]
    assert LONG_NAME in text
    for absent in ("拖欠金额", "统一社会信用代码", "一并列入", "异议核实", "更正", "None", 'class="sums"'):
        assert absent not in text


def test_a_reprint_quotes_its_source(frames: Frames) -> None:
    text = html(frames, "disclosures/xg-2023-0001/index.html")
    assert "<blockquote><p>公司列入失信联合惩戒对象名单</p></blockquote>" in text
    assert "来源：虚构日报《一篇报道》" in text
    assert '#order29-5">《重大劳动保障违法行为社会公布办法》第五条</a>（待主管部门确认）' in text


def test_a_reprint_offers_no_remedy_against_a_decision_of_ours(frames: Frames) -> None:
    files = rendered(frames)
    remedies = {
        path: "单位不服怎么办" in files[f"disclosures/{path}/index.html"].decode()
        for path in ("xg-2026-0001", "xg-2026-0002", "xg-2023-0001", "xg-2022-0001")
    }
    assert remedies == {"xg-2026-0001": True, "xg-2026-0002": True, "xg-2023-0001": False, "xg-2022-0001": False}


def test_a_case_page_names_its_whole_address_and_its_last_comparison(frames: Frames) -> None:
    compared = replace(SITE.cases[1], checked=date(2026, 10, 8))
    city = replace(SITE.portal, base_url="https://portal.example/x")
    text = html(frames, "disclosures/xg-2026-0002/index.html", replace(SITE, portal=city, cases=(compared,)))
    assert "<dd>https://portal.example/x/disclosures/xg-2026-0002/</dd>" in text
    assert '<dt>最近核对</dt><dd><time datetime="2026-10-08">2026年10月8日</time></dd>' in text


def test_data_is_offered_for_a_real_case_alone(frames: Frames) -> None:
    files = rendered(frames)
    link = {
        number: f'href="../../api/v1/cases/{number}.json"' in files[f"disclosures/{number}/index.html"].decode()
        for number in ("xg-2026-0001", "xg-2026-0002")
    }
    assert link == {"xg-2026-0001": False, "xg-2026-0002": True}


def test_a_stub_says_why_and_where_to_look_next(frames: Frames) -> None:
    text = html(frames, "disclosures/xg-2022-0001/index.html")
    assert "公示期满，依法停止公开。" in text
    assert "暂行办法》第十七条" in text
    assert 'href="../../disclosures/"' in text
    assert 'content="noindex"' in text


def test_every_record_carries_its_last_day(frames: Frames) -> None:
    files = {path: data.decode() for path, data in rendered(frames).items() if path.endswith(".html")}
    until = {path: re.findall(r'data-until="([\d-]+)"', text) for path, text in files.items()}
    page, status, listing, ground, remedy = "2029-12-31", *["2029-07-22"] * 4
    assert until["disclosures/xg-2026-0001/index.html"] == [page, status, *[listing] * 5, listing, ground, page, remedy]
    counts = {listing, "2026-12-09", "2028-05-05", "2026-12-21"}
    rows = [page, ground, status, "2026-12-09", "2028-05-05", "2026-12-21"]
    samples = "2026-12-09"
    assert until["disclosures/index.html"][4:11] == [samples, *rows]
    assert set(until["disclosures/index.html"][:4]) == counts
    assert until["employers/91000000ma00000825/index.html"] == [page, page, ground, ground, page, ground, status]
    assert until["disclosures/joint-punishment/index.html"] == [listing, listing]
    assert until["disclosures/xg-2022-0001/index.html"] == until["help/index.html"] == []


def test_what_a_basis_shows_goes_with_it(frames: Frames) -> None:
    """名单 to 2029-07-22, 重大违法 to 2026-12-31, 转载 to 2030: each fact ends with the last basis that shows it."""
    listing, _ = LISTED.grounds
    grounds = (
        listing,
        ground(Basis.MAJOR, date(2026, 7, 27), date(2026, 12, 31)),
        ground(Basis.MEDIA, date(2026, 7, 27), date(2030, 1, 1)),
    )
    text = html(frames, "disclosures/xg-2026-0001/index.html", replace(SITE, cases=(replace(LISTED, grounds=grounds),)))
    lapsing = re.findall(r'<div(?: class="fact-wide")? data-until="([\d-]+)"><dt>([^<]+)</dt>', text)
    assert lapsing == [
        ("2029-07-22", "统一社会信用代码（注册号）"),
        ("2029-07-22", "法定代表人（负责人）"),
        ("2026-12-31", "单位地址"),
        ("2029-07-22", "主要违法事实"),
    ]
    assert "<div><dt>项目</dt>" in text


def test_the_section_of_a_case_is_marked(frames: Frames) -> None:
    text = html(frames, "disclosures/xg-2026-0001/index.html")
    assert re.findall(r'<a href="([^"]*)" aria-current="(\w+)">([^<]*)</a>', text) == [
        ("../../disclosures/", "true", "曝光台")
    ]


def test_samples_wear_a_badge_in_every_list(frames: Frames) -> None:
    for path in ("index.html", "disclosures/index.html", "disclosures/joint-punishment/index.html"):
        assert html(frames, path).count('<span class="badge">样例</span>') == 1 + (path == "index.html")


def test_an_empty_list_says_what_that_does_not_mean(frames: Frames) -> None:
    assert "不等于没有欠过薪" in html(frames, "disclosures/penalties/index.html", EMPTY)
    assert "目前没有正在公开的案件" in html(frames, "index.html", EMPTY)


def test_only_a_demonstration_wears_the_banner(frames: Frames) -> None:
    shown = [path for path, data in rendered(frames, DEMONSTRATION).items() if b" data-pinned " in data]
    assert shown == [page.path for page in plan(DEMONSTRATION, frames) if isinstance(page, HtmlPage)]
    assert not [path for path, data in rendered(frames).items() if b" data-pinned " in data and path.endswith(".html")]


def test_with_a_domain_pages_name_their_address(frames: Frames) -> None:
    site = replace(SITE, portal=replace(PORTAL, base_url="https://example.org/anxin"))
    files = rendered(frames, site)
    assert (
        b'<link rel="canonical" href="https://example.org/anxin/disclosures/xg-2026-0001/">'
        in files["disclosures/xg-2026-0001/index.html"]
    )
    assert b'href="/anxin/help/"' in files["404.html"]
    assert b"canonical" not in files["404.html"]


def test_a_missing_hotline_is_said_not_made_up(frames: Frames) -> None:
    site = replace(SITE, portal=replace(PORTAL, hotline=None, channels=()))
    text = html(frames, "index.html", site)
    assert "热线号码待填写" in text
    assert "tel:" not in text


def test_the_imprint_says_who_and_what_is_missing(frames: Frames) -> None:
    given = replace(
        PORTAL,
        registrations=(
            ("ICP备案号", "虚构ICP备1号-1"),
            ("公安备案号", "虚构公网安备 00000000000001号"),
            ("网站标识码", None),
        ),
        contact=(("承办", "虚构大队"), ("地址", None), ("电话", "0579-80000000"), ("邮箱", "office@example.org")),
    )
    text = html(frames, "help/index.html", replace(SITE, portal=given)).partition('<dl class="imprint">')[2]
    shown = re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", text.partition("</dl>")[0])
    police = "https://www.beian.gov.cn/portal/registerSystemInfo?recordcode=00000000000001"
    assert shown == [
        ("主办", "虚构市根治欠薪工作领导小组办公室"),
        ("承办", "虚构大队"),
        ("地址", "待填写"),
        ("电话", '<a href="tel:0579-80000000">0579-80000000</a>'),
        ("邮箱", '<a href="mailto:office@example.org">office@example.org</a>'),
        ("ICP备案号", '<a href="https://beian.miit.gov.cn/" rel="external">虚构ICP备1号-1</a>'),
        ("公安备案号", f'<a href="{police}" rel="external">虚构公网安备 00000000000001号</a>'),
        ("网站标识码", "待填写"),
    ]


def test_the_way_leads_from_home_to_where_a_page_lies(frames: Frames) -> None:
    ways = {
        path: re.findall(r'itemprop="item" href="([^"]*)"><span itemprop="name">([^<]*)<', data.decode())
        for path, data in rendered(frames).items()
        if path.endswith(".html")
    }
    below = [path for path in ways if re.fullmatch(r"(?:disclosures|employers)/.+/index\.html", path)]
    letters = [path for path in ways if re.fullmatch(r"lookup/.+/index\.html", path)]
    taught = {path: way for path, way in ways.items() if re.fullmatch(r"lessons/.+/index\.html", path)}
    assert taught.pop("lessons/systems/index.html") == []
    assert {path: way[-1] for path, way in taught.items()} == {
        path: ("../" * path.count("/") + ("lessons/systems/" if "/systems/0" in path else "lessons/"), name)
        for path in taught
        for name in ["六项制度" if "/systems/" in path else "开工第一课"]
    }
    ups = {path: "../" * path.count("/") for path in (*below, *letters)}
    assert {path: way for path, way in ways.items() if way} == {
        **{path: [(ups[path], "首页"), (f"{ups[path]}disclosures/", "曝光台")] for path in below},
        **{path: [(ups[path], "首页"), (f"{ups[path]}lookup/", "查企业")] for path in letters},
        **{
            path: [("../../", "首页"), ("../../data/", "数据")]
            for path in (f"data/{name}/index.html" for name in ("api", "arrears-free", "verify", "winter"))
        },
        "outreach/2026/index.html": [("../../", "首页"), ("../../outreach/", "一月一村")],
        **{path: way for path, way in ways.items() if path in taught},
        **{
            path: [("../../", "首页"), ("../../help/", "我被欠薪了")]
            for path in ways
            if re.fullmatch(r"help/.+/index\.html", path)
        },
        **{
            path: [("../../", "首页"), (f"../../{folder}/", name)]
            for folder, name in (("tools", "算一算"), ("firms", "给企业"))
            for path in ways
            if re.fullmatch(rf"{folder}/.+/index\.html", path)
        },
        "disclosures/bulletins/2026Q3/index.html": [
            *(
                ("../../../", "首页"),
                ("../../../disclosures/", "曝光台"),
                ("../../../disclosures/bulletins/", "季度公告"),
            ),
        ],
        "laws/index.html": [("../", "首页")],
        "accessibility/index.html": [("../", "首页")],
        "sitemap/index.html": [("../", "首页")],
    }


def test_the_map_of_the_site_names_every_page(frames: Frames) -> None:
    page = Reader(html(frames, "sitemap/index.html").partition("<main")[2].partition("</main>")[0])
    named = {target("sitemap/index.html", link) for link in page.links}
    lessons = {routes.file_of(frame.address) for frame in frames.pages if re.search(r"/\d\d-", frame.source)}
    assert {routes.file_of(frame.address) for frame in frames.pages} - named - lessons == {"sitemap/index.html"}
    courses = [path for path in named if re.fullmatch(r"lessons/[a-z]+/index\.html", path)]
    assert lessons <= {target(path, link) for path in courses for link in Reader(html(frames, path)).links}


def test_same_site_same_bytes(frames: Frames) -> None:
    first = rendered(frames)
    environment.cache_clear()
    assert rendered(frames) == first


def test_a_template_may_not_guess() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ subject.private }}").render(subject=Overview())
    with pytest.raises(UndefinedError):
        fill(["disclosure-list"], SITE.ended[0], PORTAL, "./")


def test_weight(frames: Frames) -> None:
    files = rendered(frames)
    assert len(files["assets/portal.css"]) < 43_000
    assert len(files["assets/until.js"]) < 2_000
    assert len(files["assets/filter.js"]) < 7_000
