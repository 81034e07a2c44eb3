"""Names of towns and industries in addresses."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.slugs import slugs


def test_a_name_is_spelt_by_its_sound() -> None:
    assert slugs(["古山镇", "永康经济开发区", "制造业", "A区（东）"]) == {
        "A区（东）": "aqudong",
        "制造业": "zhizaoye",
        "古山镇": "gushanzhen",
        "永康经济开发区": "yongkangjingjikaifaqu",
    }


def test_names_that_sound_alike_carry_a_mark_in_any_order() -> None:
    alike = {"石柱镇": "shizhuzhen-d529d7", "石竹镇": "shizhuzhen-644bc1"}
    assert slugs(["石柱镇", "石竹镇"]) == slugs(["石竹镇", "石柱镇"]) == alike


def test_a_name_without_a_sound_has_an_address_too() -> None:
    assert slugs(["！"]) == {"！": "x-631157"}


def test_a_name_that_is_too_long_for_a_folder_is_cut_and_marked() -> None:
    found = slugs(["镇" * 300, "镇" * 301, "镇" * 15])
    assert [len(found["镇" * count]) for count in (15, 300, 301)] == [60, 67, 67]
    assert len(set(found.values())) == 3


@settings(deadline=None)  # the first sound loads the dictionary
@given(st.sets(st.text(min_size=1, max_size=6)))
def test_no_two_names_share_an_address(names: set[str]) -> None:
    found = slugs(names)
    assert found.keys() == names
    assert len(set(found.values())) == len(names)
    assert all(slug.isascii() and slug.replace("-", "").isalnum() for slug in found.values())
