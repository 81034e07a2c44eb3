"""A detached signature (Ed25519) over the manifest, made and checked by OpenSSH, which every server has.

The manifest names every file with its SHA-256, so that one signature stands for the whole site.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

from generator.build import manifest
from generator.build.publish.verify import SIGNATURE, SIGNERS

NAMESPACE: Final = "anxin"
"""A signature made for another purpose with the same key is none for a site."""
WHO: Final = "anxin"
_KIND: Final = "ssh-ed25519"
_LONGEST: Final = 60
"""Seconds; a key that asks for its words on a terminal gets them meanwhile."""


class UnsignedError(Exception):
    """Why there is no signature, in a Chinese sentence."""


def sign(site: Path, key: Path) -> None:
    """Put the signature, and who may sign, beside the manifest. Raises UnsignedError."""
    public = _public(key)
    _run("-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(site / manifest.FILE))
    (site / SIGNERS).write_text(f'{WHO} namespaces="{NAMESPACE}" {public}\n', "utf-8")


def signed_by(site: Path, signers: Path) -> bool:
    """True where one of `signers` has signed this manifest. Raises UnsignedError where that cannot be found out."""
    if not (site / SIGNATURE).is_file():
        raise UnsignedError(f"没有签名文件 {SIGNATURE}")
    data = (site / manifest.FILE).read_bytes()
    words = ("-Y", "verify", "-f", str(signers), "-I", WHO, "-n", NAMESPACE, "-s", str(site / SIGNATURE))
    return _call(words, data).returncode == 0


def _public(key: Path) -> str:
    """Kind and public part of a key, without the comment, which may name a person."""
    kind, _, rest = _run("-y", "-f", str(key)).strip().partition(" ")
    if kind != _KIND:
        raise UnsignedError(f"签名要用 Ed25519 密钥：ssh-keygen -t ed25519 -f 文件；这一把是 {kind[:20]}")
    return f"{kind} {rest.split(' ')[0]}"


def _run(*words: str) -> str:
    done = _call(words, None)
    if done.returncode:
        raise UnsignedError("签名没有做成：密钥读不出来、口令不对，或没有权限；没有终端时用不带口令的密钥或 ssh-agent")
    return done.stdout.decode(errors="replace")


def _call(words: tuple[str, ...], data: bytes | None) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise UnsignedError("这台机器上没有 ssh-keygen；安装 OpenSSH（8.1 以上）后再签名")
    try:
        return subprocess.run(  # noqa: S603 - our own words and the paths that the caller gave
            [program, *words], input=data, capture_output=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        raise UnsignedError("签名等不到结果；没有终端时用不带口令的密钥或 ssh-agent") from None
