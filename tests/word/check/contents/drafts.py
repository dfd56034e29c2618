"""A draft with a text of one's own, and what the rules of contents say of it."""

from cchc_docs.problems import Place, Severity
from cchc_docs.word.check.contents import RULES
from cchc_docs.word.check.report import judge
from tests.word.check.papers import DATE, LAST_SECTION, PAPERS, SENTENCE, body, cong_van, packed, table

CODES = frozenset(rule.id for rule in RULES)


def draft(*texts: str, more: str = "", date: str = DATE, kind: str = "thong_bao") -> bytes:
    """A paper of ``kind`` and ``date`` that goes on with a paragraph for each of ``texts``, then with ``more``."""
    xml = PAPERS[kind]().replace(DATE, date)
    first = body(f"{SENTENCE}.")
    assert first in xml
    return packed(xml.replace(first, first + "".join(map(body, texts)) + more, 1))


def grave(content: bytes) -> list[str]:
    """The sentences of *lỗi* and *cảnh báo* about what is said."""
    return [one.what for one in _problems(content) if one.severity is not Severity.NOTE]


def said(content: bytes) -> list[str]:
    """Every sentence about what is said, with its grade."""
    return [f"{one.severity.label}: {one.what}" for one in _problems(content)]


def _problems(content: bytes):
    return [one for one in judge(content, Place("thu.docx")).problems if one.code in CODES]


def data_table(*rows: tuple[str, ...]) -> str:
    """A ruled table of these rows."""
    width = 9000 // len(rows[0])
    return table(*[[body(cell) for cell in row] for row in rows], widths=(width,) * len(rows[0]), ruled=True)


__all__ = ["LAST_SECTION", "cong_van", "data_table", "draft", "grave", "said"]
