"""The instructions for the server agree with the site as it is built and with the commands that there are."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
import pytest

from generator.cli import main
from tests.architecture.source import ROOT
from tests.cli.anxin import anxin

TEXT: Final = (ROOT / "docs" / "部署.md").read_text("utf-8")
BLOCKS: Final = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
NGINX: Final = next(text for kind, text in BLOCKS if kind == "nginx")
CADDY: Final = next(text for kind, text in BLOCKS if kind == "caddy")
HASHED: Final = re.compile(r"/assets/[^?]+\?[0-9a-f]{8}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("deployed") / "site"
    done = anxin("build", "--root", ROOT, "--out", out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def pages(site: Path) -> Iterator[str]:
    for path in site.rglob("*.html"):
        yield path.read_text("utf-8")


def test_every_command_exists_with_its_options() -> None:
    context = click.Context(main)
    for name, rest in re.findall(r"anxin (build|publish|rollback|verify|releases)\b([^\n`]*)", TEXT):
        command = main.get_command(context, name)
        assert command
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest.partition("&&")[0])) <= known, name


def test_every_folder_named_is_one_of_the_site(site: Path) -> None:
    named = re.findall(r"\^/\(([a-z|]+)\)/", NGINX)[0].split("|")
    assert named == re.findall(r"/(\w+)/\*", CADDY.partition("@listed path")[2].partition("\n")[0])
    assert [name for name in [*named, "assets", "feeds", "Q"] if not (site / name).is_dir()] == []
    assert (site / "404.html").is_file()
    assert "error_page 404 /404.html" in NGINX
    assert "/404.html" in CADDY


def test_what_is_kept_for_a_year_bears_its_digest(site: Path) -> None:
    links = {
        link for text in pages(site) for link in re.findall(r'(?:src|href)="(?:\.\./|\./|/)*(assets/[^"]+)"', text)
    }
    assert {link for link in links if "?v=" in link}
    for link in links:
        asked = f"/{link}".replace("?v=", "?")
        assert bool(HASHED.fullmatch(asked)) == ("?v=" in link), link
    assert r'"~^/assets/[^?]+\?[0-9a-f]{8}$"' in NGINX


def test_the_header_forbids_framing_and_leaves_the_rest_to_the_pages(site: Path) -> None:
    for text in (NGINX, CADDY):
        policies = re.findall(r'Content-Security-Policy\s+"([^"]+)"', text)
        assert policies == ["frame-ancestors 'none'"]
        for header in ("nosniff", "Referrer-Policy", "Strict-Transport-Security", "Permissions-Policy"):
            assert header in text
    # What the header leaves out stands in each page, and differs: a landing page carries its own script.
    assert all('http-equiv="Content-Security-Policy"' in text for text in pages(site))
    assert not any("frame-ancestors" in text for text in pages(site))


def test_every_kind_of_file_has_a_type(site: Path) -> None:
    by_nginx = {
        ".html",
        ".css",
        ".js",
        ".json",
        ".png",
        ".svg",
        ".txt",
        ".xml",
        ".xlsx",
        ".pdf",
        ".ico",
        ".mp4",
        ".vtt",
    }
    ours = {f".{name}" for name in re.findall(r"location ~ \\\.(\w+)\$", NGINX)}
    found = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert found <= by_nginx | ours
    assert ours == {".ndjson", ".csv", ".ics"}
    assert all(f"path *{suffix}" in CADDY for suffix in ours)


def test_headers_are_not_lost_in_a_location() -> None:
    inside = re.findall(r"location [^{]*\{(.*?)\n?    \}|location [^{]*\{(.*?)\}$", NGINX, re.MULTILINE | re.DOTALL)
    assert inside
    assert not any("add_header" in text for pair in inside for text in pair)


def test_the_root_is_the_link_and_nothing_else() -> None:
    assert "root /srv/anxin-releases/current;" in NGINX
    assert "root * /srv/anxin-releases/current" in CADDY


@pytest.mark.skipif(not shutil.which("nginx"), reason="needs nginx")
def test_nginx_reads_it(tmp_path: Path) -> None:
    plain = re.sub(r"(?m)^ *ssl_.*\n", "", NGINX).replace(" ssl;", ";")
    config = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {plain} }}"
    (tmp_path / "nginx.conf").write_text(config, encoding="utf-8")
    done = subprocess.run(
        ["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not shutil.which("caddy"), reason="needs Caddy")
def test_caddy_reads_it(tmp_path: Path) -> None:
    (tmp_path / "Caddyfile").write_text(CADDY, encoding="utf-8")
    words = ["caddy", "adapt", "--validate", "--config", str(tmp_path / "Caddyfile")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_zip_can_be_checked_by_what_python_brings(site: Path) -> None:
    line = next(
        text for kind, block in BLOCKS if kind == "sh" for text in block.splitlines() if text.startswith("python3 -c")
    )
    done = subprocess.run(["sh", "-c", line], cwd=site, capture_output=True, text=True, check=False)
    assert done.stdout == "一致\n"
