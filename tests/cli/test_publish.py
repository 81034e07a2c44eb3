"""`anxin publish`, `rollback`, `releases`, `verify`, as the person on duty runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.anxin import anxin

SHIPPED = Path(__file__).parents[2]


def real(folder: Path) -> Path:
    """The shipped city as it would be published: no samples, no pinned date, an address."""
    for name in ("content", "cases"):
        shutil.copytree(SHIPPED / name, folder / name)
    shutil.copy(SHIPPED / "mkdocs.yml", folder / "mkdocs.yml")
    for record in [*folder.glob("cases/*/*.yml"), *folder.glob("content/worksites/*.yml")]:
        if "样例: true" in record.read_text("utf-8"):
            record.unlink()
    for year in folder.glob("content/outreach/*.yml"):
        assert "样例: true" in year.read_text("utf-8")
        year.unlink()
    portal = folder / "content/portal.yml"
    text = re.sub(r"(?m)^演示截至日期.*\n", "", portal.read_text("utf-8"))
    portal.write_text(text.replace("  # 网址: ", "  网址: https://portal.example # "), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = real(tmp_path_factory.mktemp("city"))
    done = anxin("build", "--root", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_a_morning(city: Path, tmp_path: Path) -> None:
    releases = tmp_path / "releases"
    dry = anxin("publish", releases, "--root", city, "--dry-run")
    assert (dry.returncode, dry.stdout) == (0, "可以发布；这次只检查，什么都没有改动。\n"), dry.stderr
    assert not releases.exists()
    for _ in range(2):
        done = anxin("publish", releases, "--root", city, "--by", "治欠办")
        assert done.returncode == 0, done.stderr
        assert re.match(
            r"已发布 \d{4}-\d\d-\d\d-0\d（截至 \S+，公开案件 3 件）；网站服务器读的是 current。\n", done.stdout
        )
    assert anxin("verify", releases / "current").stdout.startswith("与清单一致：")
    listed = anxin("releases", releases).stdout.splitlines()
    assert [line[0] for line in listed] == [" ", "→"]
    assert "治欠办" in listed[0]
    back = anxin("rollback", releases, "--root", city, "--format", "json", "--by", "值班员 13800138000")
    assert json.loads(back.stdout)["act"] == "回退"
    assert "13800138000" not in back.stdout + (releases / "publish.log").read_text("utf-8")
    assert [json.loads(line)["act"] for line in (releases / "publish.log").read_text("utf-8").splitlines()] == [
        *("发布", "发布", "回退")
    ]
    assert anxin("releases", releases, "--log").stdout.count("\n") == 3
    assert anxin("rollback", releases, "--root", city, "--dry-run").returncode == 3


def test_the_shipped_demonstration_is_refused_with_every_reason(city: Path, tmp_path: Path) -> None:
    done = anxin("publish", tmp_path / "releases", "--root", SHIPPED, "--site", city / "site", "--format", "json")
    assert done.returncode == 3
    found = {one["name"] for one in json.loads(done.stdout)["refused"]}
    assert {"pinned", "samples", "no-address"} <= found
    assert not (tmp_path / "releases/current").exists()
    told = anxin("publish", tmp_path / "releases", "--root", SHIPPED, "--site", city / "site")
    assert "提示: 删去 content/portal.yml 里的「演示截至日期」，重新生成" in told.stderr
    assert told.stderr.endswith("访问者看到的网站没有改动。\n")


def test_verify_names_what_is_missing_added_and_changed(city: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(city / "site", site)
    (site / "robots.txt").unlink()
    (site / "13800138000.html").touch()
    (site / "index.html").write_text("有人改过", encoding="utf-8")
    done = anxin("verify", site)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "缺少 robots.txt"
    assert done.stdout.splitlines()[2] == "被改过 index.html"
    assert "13800138000" not in done.stdout
    said = json.loads(anxin("verify", site, "--format", "json").stdout)
    assert (said["missing"], said["changed"], len(said["extra"])) == (["robots.txt"], ["index.html"], 1)


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs OpenSSH")
def test_signed_and_checked(city: Path, tmp_path: Path) -> None:
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "key")]
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL)
    releases = tmp_path / "releases"
    assert anxin("publish", releases, "--root", city, "--sign", tmp_path / "key").returncode == 0
    done = anxin("verify", releases / "current", "--signers", releases / "current/manifest-signers.txt")
    assert done.stdout.endswith("签名有效。\n")
    (tmp_path / "nobody").touch()
    assert anxin("verify", releases / "current", "--signers", tmp_path / "nobody").returncode == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(city: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = anxin("publish", tmp_path / "releases", "--root", city)
    assert done.returncode == 3
    assert "写不进去" in done.stderr


def test_a_file_in_the_place_of_the_folder(city: Path, tmp_path: Path) -> None:
    (tmp_path / "releases").touch()
    done = anxin("publish", tmp_path / "releases/x", "--root", city)
    assert done.returncode == 3
    assert "写不进去或读不出来" in done.stderr


def test_records_with_errors_say_so(city: Path, tmp_path: Path) -> None:
    root = tmp_path / "city"
    shutil.copytree(city, root)
    (root / "cases/2026").mkdir(exist_ok=True)
    (root / "cases/2026/yk-2026-0001.yml").write_text("单位: {名称: }\n", encoding="utf-8")
    done = anxin("publish", tmp_path / "releases", "--root", root)
    assert done.returncode == 1
    assert "R201" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("publish",),
        ("publish", "x", "--site", "nowhere"),
        ("publish", "x", "--wait", "-1"),
        ("rollback", "nowhere"),
        ("releases", "nowhere"),
        ("verify", "nowhere"),
        ("verify", ".", "--format", "xml"),
        ("rollback", ".", "--release"),
    ],
)
def test_a_wrong_call_gets_a_sentence(words: tuple[str, ...]) -> None:
    done = anxin(*words)
    assert done.returncode == 2
    # An option without its value is refused before click knows whose option it is.
    told = "anxin" if words[-1].startswith("--") else f"anxin {words[0]}"
    assert done.stderr.endswith(f"用 {told} --help 查看用法。\n")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["publish", "rollback", "releases", "verify"])
def test_help_has_an_example(command: str) -> None:
    assert f"例：anxin {command} " in anxin(command, "--help").stdout


def test_a_folder_without_releases(tmp_path: Path) -> None:
    assert anxin("releases", tmp_path).stdout == "还没有发布过。\n"
    done = anxin("verify", tmp_path)
    assert (done.returncode, done.stdout) == (1, "里面没有清单 manifest.json，或清单不是本程序写的。\n")


@pytest.mark.parametrize("name", ["publish", "rollback"])
def test_another_day_is_only_looked_at(name: str, tmp_path: Path) -> None:
    releases = tmp_path / "releases"
    releases.mkdir()
    done = anxin(name, releases, "--root", SHIPPED, "--as-of", "2026-11-02")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--as-of 只和 --dry-run 一起写：访问者看到的总是今天的。\n"
    assert list(releases.iterdir()) == []
    assert anxin(name, releases, "--root", SHIPPED, "--as-of", "2026-11-02", "--dry-run").returncode == 3
