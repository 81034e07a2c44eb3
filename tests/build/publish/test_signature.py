"""A signature over the manifest, by OpenSSH's own program."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build.publish.log import Entry
from generator.build.publish.release import publish
from generator.build.publish.signature import UnsignedError, signed_by
from generator.build.publish.verify import SIGNATURE, SIGNERS, differences, listed
from tests.architecture.source import ROOT
from tests.build.publish.stage import ACT, Stage

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs OpenSSH")


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(os, "sync", lambda: None)  # of the whole machine, and no test can cut its power
    stage = Stage.of(tmp_path, 1)
    stage.build()
    return stage


def key(folder: Path, kind: str = "ed25519") -> Path:
    place = folder / kind
    words = ["ssh-keygen", "-q", "-t", kind, "-N", "", "-C", "某某的电脑", "-f", str(place)]
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL)
    return place


def signed(stage: Stage, tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    done = publish(stage.site, folder, *stage.now, replace(ACT, key=key(tmp_path)))
    assert isinstance(done, Entry)
    return folder / "current"


def test_a_visitor_can_check_it(stage: Stage, tmp_path: Path) -> None:
    site = signed(stage, tmp_path)
    assert signed_by(site, site / SIGNERS)
    files = listed(site)
    assert files
    assert not differences(site, files)


def test_the_commands_of_the_page_are_right(stage: Stage, tmp_path: Path) -> None:
    site, page = signed(stage, tmp_path), (ROOT / "content/pages/data/verify.md").read_text("utf-8")
    said = [
        subprocess.run(["sh", "-c", line], cwd=site, capture_output=True, text=True, check=True).stdout
        for line in page.split("\n")
        if line.startswith(("ssh-keygen ", "cut "))
    ]
    assert said[0].startswith('Good "anxin" signature for anxin with ED25519 key SHA256:')
    assert said[1].split()[1] in said[0]
    assert 'Good "anxin" signature' in page


def test_the_key_file_names_nobody(stage: Stage, tmp_path: Path) -> None:
    said = (signed(stage, tmp_path) / SIGNERS).read_text("utf-8")
    assert said.startswith('anxin namespaces="anxin" ssh-ed25519 ')
    assert "某某" not in said
    assert len(said.split()) == 4


def test_a_changed_manifest_is_not_signed(stage: Stage, tmp_path: Path) -> None:
    site = signed(stage, tmp_path)
    with (site / "manifest.json").open("a", encoding="utf-8") as handle:
        handle.write(" ")
    assert not signed_by(site, site / SIGNERS)


def test_another_key_is_no_signer(stage: Stage, tmp_path: Path) -> None:
    site, other = signed(stage, tmp_path), tmp_path / "other"
    other.mkdir()
    public = key(other).with_suffix(".pub").read_text("utf-8")
    (other / "signers").write_text(f"anxin {public}", "utf-8")
    assert not signed_by(site, other / "signers")


def test_only_ed25519(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(UnsignedError, match="Ed25519"):
        publish(stage.site, tmp_path / "releases", *stage.now, replace(ACT, key=key(tmp_path, "ecdsa")))
    assert not (tmp_path / "releases/current").exists()


def test_no_key_no_program_no_signature(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnsignedError, match="密钥读不出来"):
        publish(stage.site, tmp_path / "releases", *stage.now, replace(ACT, key=tmp_path / "none"))
    with pytest.raises(UnsignedError, match=SIGNATURE):
        signed_by(stage.site, tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnsignedError, match="没有 ssh-keygen"):
        publish(stage.site, tmp_path / "releases", *stage.now, replace(ACT, key=tmp_path / "ed25519"))
