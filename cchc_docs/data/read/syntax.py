"""Problems of YAML and JSON that does not parse, or that means something else than was meant.

Texts of an office often begin with what YAML takes for its own (``**đậm**``, ``- gạch đầu dòng``, ``#1``, ``@``) or
hold a colon. Then the hint shows the very line as it should be.
"""

import re
from collections.abc import Iterator, Mapping

import yaml

from cchc_docs.problems import Place, Problems

PARSER_FAULTS = (ValueError, OverflowError)
"""Exceptions of PyYAML's parser in Python besides its own errors, for an escape beyond Unicode (``\\UFFFFFFFF``)."""

_LOOK = "Xem lại dòng này và dòng ngay trên: "
_LOOK_AT_JSON = f"{_LOOK}giữa hai mục phải có dấu phẩy, dấu ngoặc và dấu nháy mở thì phải đóng."
_LOOK_AT_YAML = (
    f"{_LOOK}sau dấu hai chấm phải có dấu cách, dấu ngoặc và dấu nháy mở thì phải đóng, mục ngang hàng thụt như nhau."
)
_LONGEST = 60
"""Characters of the longest text that is shown in a sentence or a hint."""
_LONGEST_LINE = 10_000
"""Characters of the longest line that is looked into."""
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # YAML 1.1, section 5.4
# A line without the spaces around it: dashes, a key, a value; each but the value may be missing.
_LINE = re.compile(r"(?:-\s+)*(?P<key>[^\s\"'\[\]{}#&*!|>%@`-][^:#]*:\s+)?(?P<value>.+)", re.DOTALL)
# The bracket that opens such a value may be closed on a later line; [[ is the mark of a citation.
_MAY_GO_ON = re.compile(r"[\"'{]|\[(?!\[)")
_COMMENT = re.compile(r"[:-][ \t]+(#\S[^\n\r\x85\u2028\u2029]*)")


def report(error: yaml.YAMLError, text: str, where: Place, problems: Problems, *, json: bool) -> None:
    """Add the *lỗi* for ``text``, which is no YAML (or, ``json``, no JSON): the line, and what to look for there."""
    lines = _lines_of(error)
    advice = {} if json else _advice(text, lines)
    line = next(iter([*advice, *lines]), 0)
    problems.error(
        "sai_cu_phap",
        Place(where.file, line=line),
        f"Dòng này không đúng cách viết {'JSON' if json else 'YAML'}.",
        advice.get(line, _LOOK_AT_JSON if json else _LOOK_AT_YAML),
    )


def _lines_of(error: yaml.YAMLError) -> list[int]:
    """The lines that a syntax error is about, the most telling first."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return []
    # A scanner says in its context where the unfinished thing began; a parser, where the whole block did.
    begun = error.context_mark if isinstance(error, yaml.scanner.ScannerError) else None
    return [mark.line + 1 for mark in (begun, error.problem_mark) if mark is not None]


def _advice(text: str, lines: list[int]) -> dict[int, str]:
    """Return the advice for those of the ``lines`` of ``text`` that tell the mistake."""
    typed = dict(enumerate(_LINE_BREAK.split(text), 1))
    found = {line: _advice_on(typed.get(line, "")) for line in lines}
    return {line: advice for line, advice in found.items() if advice}


def _advice_on(line: str) -> str:
    """Return the advice on ``line``, ``""`` where one cannot tell from it alone."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return f"{_LOOK}thay phím Tab ở đầu dòng bằng dấu cách."
    found = _LINE.fullmatch(line.strip()) if len(line) <= _LONGEST_LINE else None
    if found is None or _MAY_GO_ON.match(found["value"]) or _parses(f"k: {found['value']}"):
        return ""
    return f"Giá trị có dấu mà YAML hiểu theo nghĩa khác; {in_quotes(found['value'], found['key'] or '')}."


def _parses(text: str) -> bool:
    try:
        for _ in yaml.parse(text, Loader=yaml.BaseLoader):
            pass
    except (yaml.YAMLError, *PARSER_FAULTS):
        return False
    return True


def in_quotes(value: str, before: str = "") -> str:
    """To put ``value`` in quotes, as a clause of a hint, with ``before`` and the value as an example if they are short.

    >>> in_quotes("**100%** hồ sơ", "noi_dung: ")
    'đặt cả giá trị trong dấu ngoặc kép: noi_dung: "**100%** hồ sơ"'
    >>> print(in_quotes('- "Một cửa"'))
    đặt cả giá trị trong dấu nháy đơn: '- "Một cửa"'
    """
    quotes, quoted = "dấu ngoặc kép", f'"{value}"'
    if '"' in value or "\\" in value:  # either would have to be escaped
        quotes, quoted = "dấu nháy đơn", "'" + value.replace("'", "''") + "'"
    example = f": {before}{quoted}" if len(before + value) <= _LONGEST else ""
    return f"đặt cả giá trị trong {quotes}{example}"


def comments(text: str) -> Mapping[int, str]:
    """By line of the YAML ``text``: what follows a key or a dash but is a comment for want of quotes (``#1 việc``).

    A comment with a space after its ``#`` is one that was meant.
    """
    if not _COMMENT.search(text):
        return {}
    return dict(_comments(text))


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_LINE_BREAK.split(text), 1):
        if found := _COMMENT.search(line):
            yield number, found[1].rstrip()


def report_comment(comment: str, heading: str, where: Place, problems: Problems) -> None:
    """Say that the value of ``heading`` is blank, since the ``comment`` in its place is none."""
    shown = comment if len(comment) <= _LONGEST else f"{comment[:_LONGEST]}…"
    problems.warning(
        "gia_tri_thanh_ghi_chu",
        where,
        f"Mục “{heading}” thiếu phần “{shown}”: sau dấu # là lời ghi chú, không được đọc.",
        f"Nếu là giá trị thì {in_quotes(comment)}; nếu là ghi chú thì thêm dấu cách sau dấu #.",
    )
