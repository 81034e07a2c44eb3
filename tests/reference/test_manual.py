"""Which blocks of the manual the code writes, and from which records."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.reference.manual import manual

TEXT = """\
# 手册

<!-- events -->
旧表
<!-- /events -->

```yaml
# cases/2026/yk-2026-0001.yml
单位: 甲
```

## 一章

```yaml
# cases/2026/yk-2026-0002.yml
单位:
	乙
```

说明。

```yaml
单位: 没有文件名
```

```yaml
# cases/2026/yk-2026-0003.yml
单位: 丙
```

<!-- check -->
```text
旧回答
```

```text
不是回答
```
"""


def _files(records: Mapping[str, str]) -> str:
    return "\n".join(f"{file}: {text.count(chr(10))} 行" for file, text in records.items())


def test_answers_come_from_the_records_since_the_heading_and_nothing_else_changes() -> None:
    written = manual(TEXT, _files)
    table, _, rest = written.partition("<!-- /events -->")
    assert table.startswith("# 手册\n\n<!-- events -->\n| 事项 | 还可以写 | 在哪些依据下显示 |\n")
    assert rest == TEXT.partition("<!-- /events -->")[2].replace(
        "旧回答", "cases/2026/yk-2026-0002.yml: 3 行\ncases/2026/yk-2026-0003.yml: 2 行"
    )


def test_writing_twice_changes_nothing_more() -> None:
    assert manual(manual(TEXT, _files), _files) == manual(TEXT, _files)


def test_a_manual_without_its_place_is_refused() -> None:
    with pytest.raises(ValueError, match="events"):
        manual("# 手册", _files)
