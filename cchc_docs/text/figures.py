"""Numbers in running text: which digits are figures, which belong to a date, a document or a heading."""

import re
from dataclasses import dataclass
from decimal import Decimal

_STOP = re.compile(r"(?<=[^\W\d_)\]%”\"])[.;!?](?=\s|$)|(?<=\d)[.;](?=\s+[^\W\d_a-zà-ỹ]|$)|\n")
_NUMBER = re.compile(r"(?<![\w,.\[/-])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d\w])|(?<![\w,.\[/-])\d+(?:,\d+)?(?![\w\]])")
# Digits that are no figure: dates, numbers and symbols of documents, years, periods, articles, codes in brackets.
_NO_FIGURES = re.compile(
    r"\[\[[^\]]*\]\]"
    r"|ngày\s+\d{1,2}(?:[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d\d))?(?!\d))?(?:\s+tháng\s+\d{1,2})?(?:\s+năm\s+\d{4})?"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\btháng\s+\d{1,2}(?:/\d{4})?|\b\d{1,2}/\d{4}\b"
    r"|\b\d+/(?:\d{4}/)?[A-ZĐ][\w&Đ-]*(?:-[\wĐ&]+)*"
    r"|\bnăm\s+\d{4}|\bgiai đoạn\s+\d{4}\s*[-–]\s*\d{4}|\bquý\s+(?:\d|[ivx]+)\b|\b\d+\s+tháng(?:\s+đầu|\s+cuối)?\s+năm"
    r"|\b(?:điều|khoản|điểm|mục|phụ lục|biểu mẫu|mức độ|cấp độ|lần thứ|thứ|khóa|(?<!tổng )số)\s+\d+(?:[.,]\d+)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in running text."""

    value: Decimal
    typed: str
    is_percent: bool
    at: int

    @property
    def end(self) -> int:
        """Where what follows it begins."""
        return self.at + len(self.typed)


def sentences(text: str) -> list[str]:
    """The sentences of a text, and the parts of a list between semicolons.

    >>> sentences("Tiếp nhận 1.200 hồ sơ; giải quyết 1.100 hồ sơ. Còn 100 hồ sơ.")
    ['Tiếp nhận 1.200 hồ sơ', 'giải quyết 1.100 hồ sơ', 'Còn 100 hồ sơ']
    """
    return [one.strip() for one in _STOP.split(text) if one.strip()]


def numbers(sentence: str) -> list[Number]:
    """The numbers of a sentence that may be figures; in ``553/553`` both.

    >>> [one.typed for one in numbers("Ngày 05/3/2026, theo Kế hoạch số 12/KH-UBND, đạt 1.200 hồ sơ (95,5%)")]
    ['1.200', '95,5']
    """
    masked = _NO_FIGURES.sub(lambda found: " " * len(found[0]), sentence)
    masked = re.sub(r"(?<=\d)/(?=\d)", " ", masked)
    found = []
    for match in _NUMBER.finditer(masked):
        after = sentence[match.end() : match.end() + 2].lstrip()
        found.append(Number(value_of(match[0]), match[0], after.startswith("%"), match.start()))
    return found


def value_of(typed: str) -> Decimal:
    """The value of a number with dots between thousands and a decimal comma."""
    return Decimal(typed.replace(".", "").replace(",", "."))
