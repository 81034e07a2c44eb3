"""The data file: one unit a name and address, columns that read back, nothing in it that the sweep could not see."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.public import Basis, PublicCase, PublicEmployer
from generator.disclosure.sweep import Sweeper
from generator.model import codes
from generator.pages.lookup.columns import ranks, stem, steps, with_checks
from generator.pages.lookup.data import lookup_file
from generator.pages.lookup.units import units
from tests.pages.casebook import AS_OF, HOSTILE, LISTED, SITE, case, employer, ground

CODE: Final = "91000000MA00000825"


def document(*cases: PublicCase) -> dict[str, object]:
    found: dict[str, object] = json.loads(lookup_file(units(cases), AS_OF).render())
    return found


def coded(number: str, name: str, code: str = CODE) -> PublicCase:
    shown = ground(Basis.PENALTY, date(2026, 3, 1), date(2029, 3, 1))
    return replace(case(number, name, shown), employer=PublicEmployer(name, code.lower(), code, None, None))


def test_the_file() -> None:
    """Three cases of two units, one of them under two names; the list and a reprint; one sample."""
    reprint = ground(Basis.MEDIA, date(2026, 1, 1), date(2026, 11, 2))
    cases = (
        replace(coded("xg-2026-0001", "虚构甲厂"), sample=True, status="已列入失信联合惩戒名单"),
        coded("xg-2026-0012", "虚构甲有限公司"),
        replace(case("xg-2025-0003", "虚构乙", reprint), status_tone="routine", status="以报道所述为准"),
        replace(coded("xg-2026-0013", "虚构甲有限公司"), grounds=(*coded("x", "x").grounds, reprint)),
    )
    assert document(*cases) == {
        "schema_version": 1,
        "as_of": "2026-11-01",
        "bases": ["失信联合惩戒名单", "重大违法公布", "行政处罚", "媒体转载"],
        "naming": [True, True, True, False],
        "names": ["虚构乙", "虚构甲厂", "虚构甲有限公司"],
        "keys": [employer("虚构乙").slug, CODE[:16], CODE[:16]],
        "cases": [1, 1, 2],
        "sounds": {
            "chang": "厂",
            "gong": "公",
            "gou": "构",
            "jia": "甲",
            "si": "司",
            "xian": "限",
            "xu": "虚",
            "yi": "乙",
            "you": "有",
        },
        "variants": {"厂": "廠", "构": "構", "虚": "虛"},
        "years": ["xg-2026-", "xg-2025-"],
        "year_of": [1, 0, 0, 0],
        "serials": [3, -2, 11, 1],
        "states": [
            "grave 已作出行政处罚决定",
            "routine 以报道所述为准",
            "grave 已列入失信联合惩戒名单",
        ],
        "state_of": [1, 2, 0, 0],
        "grounds": ["2", "3", "23"],
        "ground_of": [1, 0, 0, 2],
        "until": [1, 850, 0, 0, -850],
        "samples": [1],
    }


def test_numbers_of_every_length_are_a_year_and_a_serial() -> None:
    file = document(*(coded(f"xg-2026-{serial}", "虚构甲厂") for serial in ("0999", "9999", "10000", "100000")))
    assert (file["years"], file["year_of"], file["serials"]) == (["xg-2026-"], [0, 0, 0, 0], [999, 9000, 1, 90_000])


def test_an_empty_site_has_an_empty_file() -> None:
    assert [document()[name] for name in ("names", "keys", "until", "samples")] == [[], [], [], []]


def test_the_code_stands_while_a_basis_names_the_unit() -> None:
    long = ground(Basis.MEDIA, date(2026, 1, 1), date(2031, 1, 1))
    (unit,) = units((replace(coded("xg-2026-0001", "虚构甲厂"), grounds=(*coded("x", "x").grounds, long)),))
    assert (unit.code_until, unit.until) == (date(2029, 3, 1), date(2031, 1, 1))


def test_markup_in_a_name_stays_a_name() -> None:
    data = lookup_file(units(SITE.cases), AS_OF).render()
    assert b"<" not in data
    assert HOSTILE in json.loads(data)["names"]


def test_a_name_that_must_not_be_there_is_seen_by_the_sweep() -> None:
    data = lookup_file(units(SITE.cases), AS_OF).render()
    assert [leak.kind for leak in Sweeper(names=(LISTED.employer.name,)).sweep("x", data)] == [
        "未公开或已停止公开的名称"
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_column_looks_private(seed: int) -> None:
    """Two thousand units, codes of every kind, numbers of every length: a false alarm would keep a whole site in."""
    random = Random(seed)  # noqa: S311 - made-up data, nothing secret
    serials = [*range(1000), *random.sample(range(10_000, 1_000_000), 1000)]
    firms = [coded(f"xg-2026-{at:04}", f"虚构{at}厂", drawn_code(random)) for at in serials]
    days = [date(2027, 1, 1) + timedelta(days=random.randrange(1000)) for _ in firms]
    cases = tuple(
        replace(firm, grounds=(ground(Basis.MAJOR, AS_OF, day),)) for firm, day in zip(firms, days, strict=True)
    )
    assert list(Sweeper().sweep("lookup/data.json", lookup_file(units(cases), AS_OF).render())) == []


def drawn_code(random: Random) -> str:
    region = f"9{random.randrange(1, 4)}33{random.randrange(10_000):04}"
    body = random.choice((f"{random.randrange(10**8):08}", f"MA{random.randrange(10**6):06}"))
    return with_checks(region + body)


def test_check_characters_are_those_of_the_records() -> None:
    for first in ("91000000MA000008", "9100000012345678", "12330784X0000000"):
        organisation = codes.organisation_check(first[8:])
        assert with_checks(first) == first + organisation + codes.check_character(first + organisation)


@pytest.mark.parametrize(
    ("code", "short"),
    [
        (with_checks("91000000MA000008"), "91000000MA000008"),
        ("91350100M0001TGQXM", "91350100M0001TGQXM"),
        ("330700000000123", "330700000000123"),
        ("n-0123456789abcdef", "n-0123456789abcdef"),
    ],
)
def test_check_characters_are_left_out_only_where_they_follow(code: str, short: str) -> None:
    assert stem(code) == short


@given(st.lists(st.integers(-10_000, 10_000)), st.lists(st.sampled_from("甲乙丙")))
def test_columns_read_back(numbers: list[int], words: list[str]) -> None:
    sums = [sum(steps(numbers)[: place + 1]) for place in range(len(numbers))]
    different, places = ranks(words)
    assert sums == numbers
    assert [different[place] for place in places] == words


def test_ten_thousand_cases_weigh_less_than_a_picture() -> None:
    """Names of three signs and a trade as in the benchmarks' city; every tenth case is a unit's second one."""
    signs = "安邦诚达丰广恒宏华嘉金锦聚凯隆明瑞盛顺泰通祥鑫兴永裕远中卓"
    trades = ("建设", "建筑劳务", "五金制造", "门业", "物流")
    cases = []
    for serial in range(10_000):
        unit = serial - 3 if serial % 10 == 9 else serial
        name = "".join(signs[unit // 29**place % 29] for place in range(3)) + trades[unit % 5]
        code = with_checks(f"91000000MA{unit:06}")
        cases.append(coded(f"xg-{2024 + serial % 3}-{serial // 3:04}", f"虚构{name}有限公司", code))
    assert len(gzip.compress(lookup_file(units(tuple(cases)), AS_OF).render())) <= 100_000
