"""What is published, what is refused and why, what may be gone back to."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import routes
from generator.build.publish import folder as shelf
from generator.build.publish import log
from generator.build.publish.log import Entry
from generator.build.publish.reasons import Reason, withdrawn
from generator.build.publish.release import objections_to, publish, rollback, way_back
from generator.disclosure.public import RevokedWorksite
from tests.build.publish.stage import ACT, Stage, fewer, record
from tests.casebook import TODAY

SHOWN: dict[str, list[object]] = {
    "bases": ["失信名单", "媒体转载"],
    "timeline": [{"title": "责令限期改正"}],
    "corrections": [],
    "objections": [],
}


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(os, "sync", lambda: None)  # of the whole machine, and no test can cut its power
    return Stage.of(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "releases"


def names(outcome: Entry | Iterable[Reason]) -> list[str]:
    """Every reason; none where it was done."""
    return [] if isinstance(outcome, Entry) else [one.name for one in outcome]


def published(stage: Stage, folder: Path, day: date = TODAY, word: str = "首页") -> str:
    """Build, publish, and say which release it became."""
    done = publish(stage.build(day, word), folder, *stage.today(day), ACT)
    assert isinstance(done, Entry), done
    return done.release


def test_a_sound_site_is_shown(stage: Stage, folder: Path) -> None:
    assert published(stage, folder) == "2026-11-01-01"
    assert (folder / "current").readlink() == Path("releases/2026-11-01-01")
    assert (folder / "current/index.html").read_text("utf-8") == "首页"
    assert published(stage, folder, word="又一次") == "2026-11-01-02"
    assert (folder / "current/index.html").read_text("utf-8") == "又一次"


def test_the_log_has_a_line_for_each_act_and_names_no_case(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    published(stage, folder)
    assert isinstance(rollback(folder, None, *stage.today(), ACT), Entry)
    assert [(one.act, one.release, one.by, one.cases) for one in log.read(folder)] == [
        ("发布", "2026-11-01-01", "值班员", 12),
        ("发布", "2026-11-01-02", "值班员", 12),
        ("回退", "2026-11-01-01", "值班员", 12),
    ]
    assert "建设有限公司" not in (folder / "publish.log").read_text("utf-8")


def test_five_stay_and_the_one_shown_always(stage: Stage, folder: Path) -> None:
    first = published(stage, folder)
    for _ in range(4):
        published(stage, folder)
    assert len(shelf.names(folder)) == 5
    assert isinstance(rollback(folder, first, *stage.today(), ACT), Entry)
    published(stage, folder)
    assert shelf.names(folder) == [f"2026-11-01-{at:02}" for at in (2, 3, 4, 5, 6)]


def test_a_refused_site_changes_nothing(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    before = sorted(path for path in folder.rglob("*"))
    (stage.site / "index.html").write_text("有人改过", encoding="utf-8")
    assert names(publish(stage.site, folder, *stage.today(), ACT)) == ["not-as-built"]
    assert sorted(path for path in folder.rglob("*")) == before


def test_all_reasons_in_one_run(stage: Stage, folder: Path) -> None:
    stage.book.portal["演示截至日期"] = "2026-11-01"
    stage.book.portal["网站"] = "{名称: 甲市安薪}"
    stage.write(13, record(13, "样例: true\n").replace("建设", "虚构建设"))
    stage.build(more={"about/index.html": "手机 13800138000".encode()})
    (stage.site / "extra.html").touch()
    (stage.site / "index.html").unlink()
    found = publish(stage.site, folder, *stage.today(), ACT)
    assert names(found) == ["not-as-built", "not-as-built", "pinned", "samples", "no-address", "leak"]
    assert "13800138000" not in repr(found)
    assert not (folder / "current").exists()


def test_an_invented_session_is_a_sample_too(stage: Stage, folder: Path) -> None:
    session = "{编号: 2026-001, 样例: true, 种类: 一月一村, 日期: 2026-10-20, 镇街: 甲镇, 地点: 虚构村文化礼堂}"
    stage.book.write(f"场次: [{session}]", "content/outreach/2026.yml")
    stage.build()
    assert names(objections_to(stage.site, folder, *stage.today())) == ["samples"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"base_url": "https://other.example"}, "other-address"),
        ({"demonstration": True}, "pinned"),
        ({"as_of": "2026-11-02"}, "future"),
        ({"as_of": "2026-10-01", "next_change": "2026-11-01"}, "stale"),
    ],
)
def test_a_site_of_another_kind(stage: Stage, folder: Path, change: dict[str, object], reason: str) -> None:
    stage.build()
    stage.says(**change)
    assert names(objections_to(stage.site, folder, *stage.today())) == [reason]


def test_a_site_of_an_earlier_day_that_still_holds(stage: Stage, folder: Path) -> None:
    stage.build(TODAY)
    later = TODAY + timedelta(days=3)
    assert names(publish(stage.site, folder, *stage.today(later), ACT)) == []
    assert shelf.current(folder) == "2026-11-04-01"


def test_records_that_changed_since_the_build(stage: Stage, folder: Path) -> None:
    stage.build()
    stage.write(1, record(1).replace("报道,", "另一篇报道,"))
    stage.write(2, "单位: {名称: 第2建设有限公司}\n")
    stage.write(20, record(20))
    found = objections_to(stage.site, folder, *stage.today())
    assert names(found) == ["not-public", "absent", "outdated", "leak"]
    assert "yk-2026-0002" in found[0].sentence
    assert "第2建设有限公司" not in repr(found)


@pytest.mark.parametrize(("gone", "reasons"), [(1, []), (2, ["fewer"])])
def test_a_fall_of_more_than_a_tenth(stage: Stage, folder: Path, gone: int, reasons: list[str]) -> None:
    published(stage, folder)
    for number in range(1, gone + 1):
        stage.remove(number)
    stage.book.portal["发布"] = "{案件最多减少: 10%}"
    stage.write(3, record(3))
    stage.build()
    assert names(objections_to(stage.site, folder, *stage.today())) == reasons


def test_more_may_be_lost_when_told(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    for number in range(1, 7):
        stage.remove(number)
    stage.build()
    assert names(publish(stage.site, folder, *stage.today(), ACT)) == ["fewer"]
    done = publish(stage.site, folder, *stage.today(), fewer())
    assert isinstance(done, Entry)
    assert done.allowed == ("fewer",)


def test_the_city_sets_the_share(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    stage.book.portal["发布"] = "{案件最多减少: 60%}"
    for number in range(1, 7):
        stage.remove(number)
    stage.write(12, record(12))
    stage.build()
    assert names(publish(stage.site, folder, *stage.today(), ACT)) == []


def test_disclosures_that_ended_meanwhile_are_not_missed(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    later = date(2029, 3, 1)
    assert names(publish(stage.build(later), folder, *stage.today(later), ACT)) == []
    assert log.read(folder)[-1].cases == 0


def test_no_site_at_all(stage: Stage, folder: Path, tmp_path: Path) -> None:
    assert names(publish(tmp_path / "nothing", folder, *stage.today(), ACT)) == ["no-site"]


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "a/../../b", "a//b", ""])
def test_a_manifest_that_leads_out_of_the_site_is_none(stage: Stage, folder: Path, path: str) -> None:
    stage.build()
    place = stage.site / "manifest.json"
    said = json.loads(place.read_bytes())
    said["files"][path] = next(iter(said["files"].values()))
    place.write_text(json.dumps(said), encoding="utf-8")
    assert names(publish(stage.site, folder, *stage.today(), ACT)) == ["no-site"]


def test_a_link_in_the_site_is_not_followed(stage: Stage, folder: Path, tmp_path: Path) -> None:
    stage.build()
    (tmp_path / "elsewhere").write_text("首页", encoding="utf-8")
    (stage.site / "index.html").unlink()
    (stage.site / "index.html").symlink_to(tmp_path / "elsewhere")
    assert names(publish(stage.site, folder, *stage.today(), ACT)) == ["not-as-built"]


def test_a_folder_called_current_is_left_alone(stage: Stage, folder: Path) -> None:
    (folder / "current").mkdir(parents=True)
    (folder / "current/own.html").touch()
    assert names(publish(stage.build(), folder, *stage.today(), ACT)) == ["no-link"]
    assert (folder / "current/own.html").exists()


def test_a_clock_that_went_back(stage: Stage, folder: Path) -> None:
    published(stage, folder, TODAY + timedelta(days=1))
    assert "clock" in names(publish(stage.build(), folder, *stage.today(), ACT))


def test_going_back_and_back_again(stage: Stage, folder: Path) -> None:
    first, second, third = (published(stage, folder, word=word) for word in "一二三")
    assert isinstance(rollback(folder, None, *stage.today(), ACT), Entry)
    assert shelf.current(folder) == second
    assert isinstance(rollback(folder, None, *stage.today(), ACT), Entry)
    assert shelf.current(folder) == first
    assert names(rollback(folder, None, *stage.today(), ACT)) == ["nothing-before"]
    assert isinstance(rollback(folder, third, *stage.today(), ACT), Entry)
    assert names(rollback(folder, third, *stage.today(), ACT)) == ["shown-already"]


@pytest.mark.parametrize("name", ["2026-10-31-01", "../../etc", "x"])
def test_no_such_release(stage: Stage, folder: Path, name: str) -> None:
    published(stage, folder)
    assert names(rollback(folder, name, *stage.today(), ACT)) == ["no-release"]


def test_a_bad_release_is_not_gone_back_to_after_the_next(stage: Stage, folder: Path) -> None:
    _, second, _ = (published(stage, folder) for _ in range(3))
    rollback(folder, None, *stage.today(), ACT)
    published(stage, folder)
    rollback(folder, None, *stage.today(), ACT)
    assert shelf.current(folder) == second


def test_a_disclosure_that_was_taken_back_does_not_return(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    stage.write(1, "单位: {名称: 第1建设有限公司}\n")
    published(stage, folder)
    found = rollback(folder, None, *stage.today(), ACT)
    assert names(found) == ["ended", "leak"]
    assert "第1建设有限公司" not in repr(found)
    assert shelf.current(folder) == "2026-11-01-02"


def test_a_disclosure_that_ended_by_the_calendar_does_not_return(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    later = date(2029, 3, 1)
    published(stage, folder, later)
    assert names(rollback(folder, None, *stage.today(later), ACT)) == ["ended", "leak"]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ({}, []),
        ({"timeline": [{"title": "责令限期改正"}, {"title": "行政处罚"}]}, []),
        ({"bases": ["媒体转载"]}, ["narrower"]),
        ({"timeline": []}, ["narrower"]),
        ({"corrections": [{"date": "2026-10-30"}]}, ["silent"]),
        ({"objections": [{"date": "2026-10-30"}]}, ["silent"]),
    ],
)
def test_a_release_that_says_too_much_or_too_little(now: dict[str, list[object]], found: list[str]) -> None:
    assert names(withdrawn({"yk-2026-0001": SHOWN}, {"yk-2026-0001": {**SHOWN, **now}})) == found


def test_a_revoked_code_does_not_open_its_site_again(stage: Stage, folder: Path) -> None:
    today, look = stage.today()
    gone = RevokedWorksite("A2345678", "A234 5678", sample=False, revoked=TODAY)
    revoked = replace(today, site=replace(today.site, revoked_worksites=(gone,)))
    for word, found in (("<h1>某某工地</h1>", ["revived"]), ('<div class="revoked">', [])):
        stage.build(more={routes.file_of(routes.landing(gone.code)): word.encode()})
        assert names(objections_to(stage.site, folder, revoked, look)) == found


def test_a_release_that_somebody_touched_does_not_return(stage: Stage, folder: Path) -> None:
    name = published(stage, folder)
    published(stage, folder)
    (shelf.place(folder, name) / "index.html").write_text("有人改过", encoding="utf-8")
    assert names(rollback(folder, None, *stage.today(), ACT)) == ["not-as-built"]


def test_what_was_killed_before_its_line_gets_one(stage: Stage, folder: Path) -> None:
    published(stage, folder)
    (folder / log.FILE).unlink()
    published(stage, folder)
    assert [(one.act, one.release) for one in log.read(folder)] == [
        ("补记", "2026-11-01-01"),
        ("发布", "2026-11-01-02"),
    ]


def test_a_line_that_was_cut_short_spoils_no_other(folder: Path) -> None:
    folder.mkdir()
    entry = Entry(ACT.at, "发布", "2026-11-01-01", ACT.by, "2026-11-01", 3, "0" * 64)
    log.add(folder, entry)
    with (folder / log.FILE).open("a", encoding="utf-8") as handle:
        handle.write('{"at": "2026')
    log.add(folder, replace(entry, act="回退"))
    assert [one.act for one in log.read(folder)] == ["发布", "回退"]


@given(st.lists(st.sampled_from("一二三四")))
def test_the_way_back_ends_where_we_are_and_passes_nothing_twice(acts: list[str]) -> None:
    way = way_back(acts)
    assert way[-1:] == acts[-1:]
    assert len(way) == len(set(way))
    assert set(way) <= set(acts)


def test_open_data_stands_where_it_is_read(stage: Stage) -> None:
    assert (stage.build() / routes.INDEX).is_file()
