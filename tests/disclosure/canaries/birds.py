"""Private facts, invented, and every way to write one down that somebody's program makes whole again."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from generator.disclosure.sweep import CANARY

HIDDEN_UNIT: Final = "虚构未公开(A1)有限公司"
"""A unit that the sweeper is told of as not public."""

PRIVATE: Final[Mapping[str, str]] = {
    "identity card": "330722199001011237",
    "telephone": "13800138000",
    "landline": "0579-87123456",
    "bank card": "6222020200112233446",
    "account": "账号：33001234567890",
    "mail": "zhang.san@portal.example",
    "wechat": "微信号：abc12345",
    "home": "家住芳草路12号",
    "birthday": "1990年1月1日出生",
    "plate": "浙G12345",
    "worker": "拖欠张三等21名",
    "complainant": "投诉人李小明反映",
    "health": "张某患有尘肺病",
}
"""One of every kind that no record may hold."""

NAMES: Final[Mapping[str, str]] = {"canary": CANARY, "unit": HIDDEN_UNIT}
"""What only the sweep knows, for it is told which names are not public."""


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and sign.isalnum() else sign for sign in text)


def _every(form: str) -> Callable[[str], str]:
    """Each UTF-16 unit or character in this form."""
    return lambda text: "".join(form.format(ord(sign)) for sign in text)


FORMS: Final[Mapping[str, Callable[[str], str]]] = {
    "plain": str,
    "full width": _wide,
    "URL": quote,
    "URL, all of it": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "HTML, decimal": _every("&#{};"),
    "HTML, hexadecimal": _every("&#x{:X};"),
    "JSON": _every("\\u{:04x}"),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64, for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "zero width space": "\u200b".join,
    "zero width joiner": "\u200d".join,
    "word joiner": "\u2060".join,
    "soft hyphen": "\u00ad".join,
    "soft hyphen, HTML": "&shy;".join,
    "URL within HTML": lambda text: _every("&#{};")(quote(text)),
    "HTML within JSON": lambda text: _every("&#{};")(text).replace("&", "\\u0026"),
    "soft hyphen in base64": lambda text: base64.b64encode("\u00ad".join(text).encode()).decode(),
}
"""Letters to letters."""

ENCODINGS: Final = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16")


def forms(secret: str) -> dict[str, bytes]:
    """Every writing of a secret as bytes: what a search of raw files looks for."""
    texts = {name: form(secret).encode() for name, form in FORMS.items()}
    return texts | {code: secret.encode(code) for code in ENCODINGS[2:4]}
