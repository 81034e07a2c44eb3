"""`anxin serve`, asked over its port as a browser does."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.cli.serve.banner import FILES, alone, dressed
from generator.cli.serve.preview import View
from generator.cli.serve.watch import seen
from generator.disclosure.draft import Draft
from tests.cli.anxin import anxin

SHIPPED = Path(__file__).parents[2]
VIEW = View(date(2026, 11, 1), "没有问题。", "")
DRAFT = """单位: {名称: 某甲建设有限公司}
公开:
  - 依据: 媒体转载
    来源: {名称: 报道, 日期: 2026-01-01}
    批准: {岗位: 主任, 日期: 2026-12-02}
"""


class Served:
    """A running preview and its root."""

    def __init__(self, root: Path, address: str) -> None:
        self.root = root
        self.address = address

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
        """Status and text of an answer."""
        request = urllib.request.Request(f"{self.address}{path}", headers={"Host": host})  # noqa: S310 - our own server
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310 - the same
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def next(self, since: int) -> int:
        """Wait for the next view."""
        said = since
        while said == since:
            said = int(self.get(f"_preview/changes?since={since}")[1])
        return said


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("city")
    for name in ("content", "cases"):
        shutil.copytree(SHIPPED / name, root / name)
    shutil.copy(SHIPPED / "mkdocs.yml", root / "mkdocs.yml")
    (root / "cases/2026/yk-2026-0090.yml").write_text(DRAFT, encoding="utf-8")
    words = ["-c", "from generator.cli import run; run()", "serve", "--root", str(root), "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(root)}
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout
        address = re.findall(r"http://127\.0\.0\.1:\d+/", running.stdout.readline())[0]
        yield Served(root, address)
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0
        assert running.stdout.read().endswith("预览结束。\n")
    assert not list(root.glob("anxin-*"))


def test_a_draft_is_shown_and_marked(served: Served) -> None:
    status, page = served.get("disclosures/yk-2026-0090/")
    assert status == 200
    assert "【草稿】某甲建设有限公司" in page
    assert "本页是草稿：" in page
    assert page.count('class="anxin-preview') == 1


def test_a_save_shows_and_problems_too(served: Served) -> None:
    page = served.root / "content/pages/about.md"
    before = page.read_text("utf-8")
    page.write_text(before + "\n改动之后的一句\n", encoding="utf-8")
    served.next(1)
    assert "改动之后的一句" in served.get("about/")[1]
    page.write_text(before + "\n手机 13800138000\n", encoding="utf-8")
    served.next(2)
    status, text = served.get("about/")
    assert status == 200
    assert "页面没有更新" in text
    assert "改动之后的一句" in text
    assert "13800138000" not in text
    page.write_text(before, encoding="utf-8")
    served.next(3)
    assert "页面没有更新" not in served.get("about/")[1]


def test_only_this_machine_is_answered(served: Served) -> None:
    assert served.get("", host="evil.example")[0] == 403
    assert served.get("", host="localhost:8000")[0] == 200


@pytest.mark.parametrize("path", ["../content/portal.yml", "%2e%2e/content/portal.yml", "nowhere/", "a%00b"])
def test_nothing_outside_the_site(served: Served, path: str) -> None:
    status, text = served.get(path)
    assert status == 404
    assert "编号前缀" not in text


def test_a_landing_page_lets_the_bar_in(served: Served) -> None:
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', served.get("Q/")[1])[0]
    assert "script-src &#39;self&#39; &#39;sha256-" in policy
    assert policy.endswith("connect-src &#39;self&#39;")


def test_no_file_of_the_site_bears_the_bar() -> None:
    page = "<html><head></head><body><h1>页</h1></body></html>"
    shown = dressed(page, VIEW, 7, "/")
    assert 'data-version="7"' in shown
    assert re.sub(r"<aside.*?</aside>|<link[^>]*>|<script.*?</script>", "", shown, flags=re.DOTALL) == page


def test_what_is_said_is_text_and_no_markup() -> None:
    view = View(date(2026, 11, 1), "<b>", "<i>", "<u>", (Draft("yk-2026-0001", "<s>"),), wrong=True)
    page = alone(view, 1)
    assert not re.search(r"<[bius]>", page)
    assert " wrong" in page
    assert all(f'"{address}"' in page for address in FILES)


def test_a_busy_port_gets_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = anxin("serve", "--root", tmp_path, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "端口（别的程序在用）；换一个 --port" in done.stderr


@pytest.mark.parametrize("words", [("--port", "x"), ("--port", "70000"), ("--root", "nowhere"), ("--as-of", "x")])
def test_a_wrong_call_gets_a_sentence(words: tuple[str, ...]) -> None:
    done = anxin("serve", *words)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_a_look_sees_every_change(tmp_path: Path) -> None:
    looks = [seen(tmp_path)]
    (tmp_path / "cases/2026").mkdir(parents=True)
    record = tmp_path / "cases/2026/a.yml"
    for act in (record.touch, lambda: record.write_text("1"), lambda: record.rename(record.with_name("b.yml"))):
        act()
        looks.append(seen(tmp_path))
    (tmp_path / "cases/2026/.b.yml.swp").touch()
    looks.append(seen(tmp_path))
    assert len(set(looks)) == 4
    assert looks[-1] == looks[-2]


def test_help_has_an_example() -> None:
    assert "例：anxin serve " in anxin("serve", "--help").stdout
