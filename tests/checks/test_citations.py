"""Articles that the rules cite, entered a second time from the texts of the law; every other rule cites none."""

from __future__ import annotations

from typing import Final

from generator.checks import CHECKS
from generator.checks.examples import answers, examples

_WAGES: Final = "《保障农民工工资支付条例》"
_LIST: Final = "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》"
_INSPECTION: Final = "《劳动保障监察条例》"
_PENALTY: Final = "《行政处罚法》"
_PERSONAL: Final = "《个人信息保护法》"

CITED: Final = {
    # 经责令改正拒不改正的 · 未按规定存储工资保证金，逾期不改正的 · 作出列入决定前，应当告知当事人
    "C203": [f"{_INSPECTION}第三十条", f"{_WAGES}第五十五条", f"{_LIST}第六条"],
    # 经责令改正拒不改正的 · 未实行维权信息公示制度，逾期不改正的 · 责令限期支付工资，逾期未支付的，应当作出列入决定
    "C204": [f"{_INSPECTION}第三十条", f"{_WAGES}第五十六条", f"{_LIST}第五条"],
    # 行政处罚决定被依法变更、撤销
    # 提出的异议，应当予以核实 · 对情节轻微且已改正的，撤销立案
    "C208": [f"{_LIST}第六条", f"{_INSPECTION}第十八条"],
    # 未告知的，不得作出行政处罚决定
    "C210": [f"{_PENALTY}第六十二条"],
    # 经政府有关部门责令支付仍不支付的
    "C211": ["《刑法》第二百七十六条之一"],
    # 责令限期支付工资，逾期未支付的
    "C221": [f"{_LIST}第五条"],
    # 已经改正，且作出书面信用承诺的，可以不予列入
    "C222": [f"{_LIST}第七条"],
    # 应当予以核实，并将结果告知当事人
    "C223": [f"{_LIST}第六条"],
    # 自收到告知之日起5个工作日内，可以提出异议
    "C224": [f"{_LIST}第六条"],
    # 所依据的责令限期支付工资文书被依法撤销的，应当撤销列入决定
    "C225": [f"{_LIST}第十六条"],
    # 应当告知事由、依据、提出异议等权利和第七条的规定
    "C226": [f"{_LIST}第六条"],
    # 本办法自2022年1月1日起施行
    "C227": [f"{_LIST}第二十条"],
    # 同时符合：已经改正；满6个月；书面信用承诺
    "C231": [f"{_LIST}第十二条"] * 2,
    "C232": [f"{_LIST}第十二条"],
    # 再次发生拖欠；正在刑事诉讼期间或者已经被追究刑事责任
    "C233": [f"{_LIST}第十三条"],
    "C234": [f"{_LIST}第十三条"] * 2,
    # 应当提交书面申请、已经改正的证据和书面信用承诺
    "C235": [f"{_LIST}第十四条"],
    # 期限届满、提前移出或者撤销的，移出名单，停止公开
    "C236": [f"{_LIST}第十七条"],
    # 具有一定社会影响的行政处罚决定应当依法公开
    "C302": [f"{_PENALTY}第四十八条"],
    "C303": [None, f"{_PENALTY}第四十八条"],
    # 不得公开其处理的个人信息
    "C306": [f"{_PERSONAL}第二十五条"],
    "C307": [f"{_PERSONAL}第二十五条"],
    # 将该用人单位及其法定代表人或者主要负责人等列入
    "C309": [f"{_LIST}第五条"],
    # 本办法自2022年1月1日起施行
    "C315": [f"{_LIST}第二十条"],
    "C401": [f"{_PERSONAL}第二十五条"] * 4,
    "C402": [f"{_PERSONAL}第二十五条"] * 3,
    "C403": [f"{_PERSONAL}第二十五条"],
    # 自接到投诉之日起五个工作日内决定是否受理
    "C504": ["《浙江省劳动保障监察条例》第二十三条"],
    # 自批准延长调查期限或者中止调查之日起三日内书面告知投诉人
    "C518": ["《浙江省劳动保障监察条例》第三十条"],
    "C519": ["《浙江省劳动保障监察条例》第三十条"],
    # 自立案之日起60个工作日内完成
    "C505": [f"{_INSPECTION}第十七条"],
    # 在2年内未被发现，也未被举报、投诉的，不再查处
    "C506": [f"{_INSPECTION}第二十条"],
    # 5个工作日内提出 · 5个工作日内核实
    "C507": [f"{_LIST}第六条"],
    "C508": [f"{_LIST}第六条"],
    # 自指定期限届满之日起20个工作日内作出列入决定
    "C509": [f"{_LIST}第八条"],
    # 自形成或者变更之日起20个工作日内公开
    "C510": ["《政府信息公开条例》第二十六条"],
    # 自收到申请之日起15个工作日内决定
    "C512": [f"{_LIST}第十四条"],
    # 于10个工作日内移出、停止公开并告知有关网站
    "C513": [f"{_LIST}第十七条"],
    # 三日内撤回并公开说明理由
    "C514": [f"{_PENALTY}第四十八条"],
    # 取得个人单独同意的，才可以公开其个人信息
    "C604": [f"{_PERSONAL}第二十五条"],
    "C605": [f"{_PERSONAL}第二十五条"],
    # 维权信息告示牌明示下列事项
    "C607": [f"{_WAGES}第三十四条"],
    "C608": [f"{_WAGES}第三十四条"],
    # 列入名单的，在招投标、市场准入等方面依法依规予以限制
    "C617": [f"{_WAGES}第四十八条"] * 2,
    "C619": [f"{_PERSONAL}第二十五条"] * 3,
    "C818": [f"{_PERSONAL}第二十五条"] * 3,
}
"""Rule → what its ✗ examples cite, in their order; above each, the words of the article that it stands on."""


def test_rules_cite_the_articles_that_they_stand_on() -> None:
    said = {
        check.code: [problem.article for wrong in examples(check) if wrong.wrong for problem in answers(check, wrong)]
        for check in CHECKS
    }
    assert {code: articles for code, articles in said.items() if any(articles)} == CITED
