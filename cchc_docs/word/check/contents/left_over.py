"""What a computer left in a text: ``None``, ``nan``, ``#REF!``, a field that found nothing."""

import re
from collections.abc import Iterator

from cchc_docs.word.check.contents.passages import excerpt, passages, rule, said
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding

# A value that stands alone: after a colon, a bracket or a blank, and nothing but a unit or a sign behind it.
_ALONE = r"(?=\s*(?:$|[%.,;:)\]]|(?:triệu|tỷ|nghìn)?\s*đồng\b|hồ sơ\b|ngày\b|người\b))"
_LEFT = re.compile(
    r"#(?:REF|VALUE|NUM)!|#DIV/0!|#N/A|#NAME\?|#NULL!|#SPILL!|#CALC!"
    r"|(?:Error|Lỗi)! (?:Reference source|Bookmark|Không tìm thấy)[^.!]*"
    r"|\[object Object\]|«[\w ]{2,40}»|\bMERGEFIELD \w+"
    r"|\bNaN\b|\bNaT\b|\bNone\b(?! [A-ZĐ])|\bundefined\b|\b1900-01-00\b"
    rf"|(?<![\w/])(?:nan|null|NULL){_ALONE}"
)
_VIETNAMESE = re.compile(r"(?:gian|nguy|tre|tai|khốn|gặp|đan|thanh|cứu|lâm|tị|hoạn|phi|oan) nan$", re.IGNORECASE)
_SIGNS = (
    *("#", "!", "nan", "NaN", "NaT", "None", "null", "NULL", "undefined"),
    *("«", "[object", "MERGEFIELD", "1900-01-00"),
)


def left_over(paper: Paper) -> Iterator[Finding]:
    """SL-01: no error value of a table, empty value of a program or unfilled field stands in the text."""
    for paragraph in passages(paper, *_SIGNS):
        text = paragraph.text
        for found in _LEFT.finditer(text):
            if not _VIETNAMESE.search(text[: found.end()]):
                yield said(
                    f"Còn sót “{found[0]}” do máy tính để lại: {excerpt(text, found.start(), found.end())}.",
                    "Thay bằng số liệu, nội dung đúng, hoặc bỏ đi.",
                    paragraph,
                )
                break


RULES = (rule("SL-01", "Không còn chữ do máy tính để lại: None, nan, #REF!, undefined", left_over),)
