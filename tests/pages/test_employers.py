"""One page per unit: its cases, what the list means for it, and nothing beyond its public cases."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from generator import routes
from generator.disclosure.public import Basis, PublicCase, PublicEmployer
from generator.pages.employers import EmployerListing, Namesake, Until, employers
from generator.pages.engine import Frames
from generator.pages.plan import plan
from generator.pages.render import render
from tests.pages.casebook import LISTED, PENALISED, REPRINTED, SITE, case, employer, ground
from tests.pages.lists.city import with_cases
from tests.pages.test_render import Reader

CODE = "91000000ma00000825"


def coded(number: str, name: str, since: date, until: date) -> PublicCase:
    unit = PublicEmployer(name, CODE, CODE.upper(), None, None)
    return replace(case(number, name, ground(Basis.PENALTY, since, until)), employer=unit)


def html(frames: Frames, slug: str, *cases: PublicCase) -> str:
    page = next(page for page in plan(with_cases(cases), frames) if page.path == f"employers/{slug}/index.html")
    return render(page, frames).decode()


def words(text: str) -> str:
    return re.sub(r"\s+", "", "".join(Reader(text).words))


def test_cases_with_one_code_stand_together_whatever_name_they_bear() -> None:
    renamed = coded("xg-2025-0009", "虚构甲旧名有限公司", date(2025, 1, 1), date(2027, 1, 1))
    older = coded("xg-2024-0009", "虚构甲旧名有限公司", date(2024, 1, 1), date(2026, 12, 1))
    (unit,) = employers(with_cases((LISTED, renamed, older)))
    assert (unit.name, unit.slug) == ("虚构甲建筑劳务有限公司", CODE)
    assert unit.code == Until("91000000MA00000825", date(2029, 12, 31))
    assert unit.other_names == (Until("虚构甲旧名有限公司", date(2027, 1, 1)),)
    assert [row.number for row in unit.rows] == ["xg-2026-0001", "xg-2025-0009", "xg-2024-0009"]
    assert unit.until == date(2029, 12, 31)


def test_without_a_code_the_name_alone_holds_cases_together() -> None:
    again = replace(REPRINTED, number="xg-2023-0002")
    found = list(employers(with_cases((REPRINTED, again, PENALISED))))
    assert [[row.number for row in unit.rows] for unit in found] == [["xg-2026-0002"], ["xg-2023-0002", "xg-2023-0001"]]
    assert {unit.code for unit in found} == {None}


def test_a_code_is_shown_as_long_as_a_basis_covers_it() -> None:
    """A reprint that runs longer does not keep the code on the page."""
    both = coded("xg-2025-0009", "虚构丁公司", date(2025, 1, 1), date(2026, 12, 1))
    both = replace(both, grounds=(*both.grounds, ground(Basis.MEDIA, date(2025, 1, 1), date(2028, 1, 1))))
    (unit,) = employers(with_cases((both,)))
    assert unit.code == Until("91000000MA00000825", date(2026, 12, 1))
    assert unit.until == date(2028, 1, 1)


def test_a_listing_in_force_is_summed_up(frames: Frames) -> None:
    (unit,) = employers(with_cases((LISTED,)))
    assert unit.listings == (
        EmployerListing("xg-2026-0001", date(2026, 7, 22), date(2029, 7, 22), date(2027, 2, 1), date(2029, 7, 22)),
    )
    text = words(html(frames, CODE, LISTED))
    assert "在失信联合惩戒名单上，2026年7月22日列入，期限到2029年7月22日（案件xg-2026-0001）。" in text
    assert "2027年2月1日起，可以申请提前移出" in text
    assert "统一社会信用代码（注册号）91000000MA00000825" in text


def test_a_unit_that_is_not_listed_is_not_said_to_be_clean(frames: Frames) -> None:
    text = words(html(frames, PENALISED.employer.slug, PENALISED))
    assert "本网站正在公开的案件里，没有把这家单位列入失信联合惩戒名单的。" in text
    assert "没有写在这里的，不等于没有发生。" in text
    assert "在失信联合惩戒名单上" not in text


def test_the_same_name_with_and_without_a_code_lead_to_each_other(frames: Frames) -> None:
    """Width and blanks aside; the pages do not say that it is the same unit."""
    named = replace(REPRINTED, employer=employer("虚构 甲建筑劳务有限公司"))
    found = {unit.slug: unit.namesakes for unit in employers(with_cases((LISTED, named)))}
    other = named.employer.slug
    assert found == {CODE: (Namesake(other, named.until),), other: (Namesake(CODE, LISTED.until),)}
    text = html(frames, other, LISTED, named)
    assert f'href="../../employers/{CODE}/">同名单位的其他公开案件</a>' in text
    assert "名称相同，不一定是同一家单位。" in text
    assert "同名单位" not in html(frames, CODE, LISTED, REPRINTED)


def test_records_for_machines_are_linked_but_for_samples(frames: Frames) -> None:
    assert f'href="../../{routes.record("xg-2026-0002")}"' in html(frames, PENALISED.employer.slug, PENALISED)
    assert routes.API not in html(frames, CODE, LISTED).partition('<article id="text"')[2].partition("</article>")[0]
    assert html(frames, CODE, LISTED).count('<span class="badge">样例</span>') == 1


def test_a_unit_without_public_cases_has_no_page(frames: Frames) -> None:
    left = replace(SITE, cases=())
    assert not [page.path for page in plan(left, frames) if page.path.startswith(routes.EMPLOYERS)]
