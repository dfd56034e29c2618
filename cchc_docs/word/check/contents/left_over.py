"""What a computer left in a text: ``None``, ``nan``, ``#REF!``, a field that found nothing."""

import re
from collections.abc import Iterator

from cchc_docs.word.check.contents.passages import excerpt, passages, rule, said
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

# A value that stands alone: all of a cell, or after what a number follows, and nothing but a unit or a sign behind it.
_BEFORE = r"(?:^|(?<=: )|(?<=\()|(?<=đạt )|(?<=là )|(?<=có )|(?<=còn ))"
_BEHIND = r"(?=\s*(?:$|[%.,;:)\]]|(?:triệu|tỷ|nghìn)?\s*đồng\b|hồ sơ\b|ngày\b|người\b))"
_LEFT = re.compile(
    r"#(?:REF|VALUE|NUM)!|#DIV/0!|#N/A|#NAME\?|#NULL!|#SPILL!|#CALC!"
    r"|(?:Error|Lỗi)! (?:Reference source|Bookmark|Không tìm thấy)[^.!]*"
    r"|\[object Object\]|«\w*_\w*»|\bMERGEFIELD \w+"
    r"|\bNaN\b|\bNaT\b|\bNone\b(?! [A-ZĐ])|\bundefined\b|\b1900-01-00\b"
    rf"|{_BEFORE}(?:nan|null|NULL){_BEHIND}"
)
_SIGNS = (
    *("#", "!", "nan", "NaN", "NaT", "None", "null", "NULL", "undefined"),
    *("«", "[object", "MERGEFIELD", "1900-01-00"),
)


def left_over(paper: Paper) -> Iterator[Finding]:
    """SL-01: no error value of a table, empty value of a program or unfilled field stands in the text."""
    for paragraph in passages(paper, *_SIGNS):
        text = paragraph.text
        if (found := _LEFT.search(text)) is not None:
            yield said(
                f"Còn sót “{found[0]}” do máy tính để lại: {excerpt(text, found.start(), found.end())}.",
                "Thay bằng số liệu, nội dung đúng, hoặc bỏ đi.",
                paragraph,
            )


RULES = (rule("SL-01", "Không còn chữ do máy tính để lại: None, nan, #REF!, undefined", left_over),)
