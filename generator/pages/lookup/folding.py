"""Names and queries brought to one form, one character at a time: a part of a name folds to a part of the folded name.

`theme/assets/lookup.js` does the same to what a visitor types; a test drives both over made-up names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

DROPPED: Final = (
    r"[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a0\u00ad\u00b7\u0300-\u036f"
    r"\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb\ufe00-\ufe0f\ufeff]"
)
"""What does not count: blanks, brackets, quotes, dashes, points, accents, marks that nobody sees."""

_DROPPED: Final = re.compile(DROPPED)
_LEGAL_FORM: Final = re.compile("(?:股份)?有限(?:责任)?公司")


def fold(text: str) -> str:
    """Without width, case, brackets, blanks and punctuation: 「Ａ建筑（浙江）」 is `a建筑浙江`."""
    return "".join(map(_one, text))


def plain_form(folded: str) -> str:
    """有限责任公司 and 股份有限公司 as 有限公司: which of them a firm is, people seldom remember."""
    return _LEGAL_FORM.sub("有限公司", folded)


@lru_cache(maxsize=32768)
def _one(char: str) -> str:
    """Only A to Z have a small form that depends neither on place nor on neighbours, as a part of a name needs it."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", char))
    return re.sub("[A-Z]", lambda found: found[0].lower(), plain)
