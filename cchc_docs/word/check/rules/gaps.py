"""Blank paragraphs that move the tail: between the text and the signature, and at the end of the file."""

from collections.abc import Iterator, Sequence

from cchc_docs.problems import Severity
from cchc_docs.word.check.document import Paragraph
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import PAGE, Finding, Rule
from cchc_docs.word.check.rules.common import P, quoted

_SOME, _MANY = 3, 6
"""Blank paragraphs that are worth a word, and those that nobody left by chance (a page holds some forty)."""


def _is_empty(paragraph: Paragraph) -> bool:
    return paragraph.is_blank and not (paragraph.drawn or paragraph.fields or paragraph.breaks)


def _on_the_page(paragraphs: Sequence[Paragraph]) -> int:
    """How many blank paragraphs stand last among ``paragraphs``, tables and boxes apart."""
    count = 0
    for one in reversed(paragraphs):
        if not _is_empty(one) or one.container.kind != "page":
            return count
        count += 1
    return count


def signature_near_the_text(paper: Paper) -> Iterator[Finding]:
    """KY-29: the signature stands right under the last words."""
    count = _on_the_page(paper.document.paragraphs[paper.dau_den : paper.cuoi_tu])
    tail = paper.chu_ky[0].first if paper.chu_ky else None
    if count >= _SOME and tail is not None:
        yield Finding(
            f"Khối chữ ký {quoted(tail.visible, 40)} cách nội dung {count} dòng trống.",
            "Xóa các dòng trống; nơi nhận, chữ ký ở ngay dưới dòng cuối của nội dung.",
            "chữ ký",
            tail.paragraph,
            severity=Severity.WARNING if count >= _MANY else None,
        )


def nothing_at_the_end(paper: Paper) -> Iterator[Finding]:
    """PG-29: no blank paragraphs at the end, which make a blank page."""
    paragraphs = paper.document.paragraphs
    count = _on_the_page(paragraphs)
    if count >= _SOME and count < len(paragraphs):
        yield Finding(
            f"Cuối văn bản có {count} dòng trống, dễ thành một trang trắng khi in.",
            "Xóa các dòng trống ở cuối.",
            PAGE,
            paragraphs[-1],
            severity=Severity.WARNING if count >= _MANY else None,
        )


RULES = (
    Rule("KY-29", "Thông lệ", P, "Khối chữ ký ở ngay dưới nội dung", signature_near_the_text, ("chu_ky",)),
    Rule("PG-29", "Thông lệ", P, "Không có dòng trống thừa ở cuối văn bản", nothing_at_the_end),
)
