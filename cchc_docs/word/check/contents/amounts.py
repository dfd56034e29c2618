"""Numbers of a sentence with what they count: ``1.200 hồ sơ``, ``2,5 tỷ đồng``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cchc_docs.text.figures import Number, numbers
from cchc_docs.text.formats import grouped_number

_STOP = re.compile(r"(?<=\D)\.(?=\s|$)|\.(?=\s+[^\W\d_])|\n")
_UNIT = re.compile(r"\s*(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?P<noun>[^\W\d_]+)?(?:\s+(?P<second>[^\W\d_]+))?")
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
_NO_NOUN = frozenset(
    ["và", "là", "trong", "còn", "đã", "chưa", "đạt", "chiếm", "có", "được", "ở", "tại", "so", "tăng", "giảm", "hoặc"]
)
_BRACKETS = re.compile(r"\([^()]*\)")
OTHER_SCOPE = re.compile(
    r"so với|cùng kỳ|năm trước|năm ngoái|kỳ trước|quý trước|tháng trước|lũy kế|luỹ kế|bình quân|trung bình|kế hoạch|"
    r"chỉ tiêu|mục tiêu|dự toán|phấn đấu|dự kiến|\bmỗi\b|tối thiểu|tối đa|ít nhất|ước|khoảng|hơn \d|gần \d|trên \d",
    re.IGNORECASE,
)
"""Words of sentences whose numbers have another base, or are not exact."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: the first word after it (``hồ``), and the first two (``hồ sơ``)."""

    number: Number
    value: Decimal
    noun: str
    unit: str

    @property
    def shown(self) -> str:
        """As typed, with its unit."""
        return f"{self.number.typed} {self.unit}".strip()


def whole_sentences(text: str) -> Iterator[str]:
    """The sentences of a text; semicolons do not part them, since the parts of a total stand between them."""
    return (one.strip() for one in _STOP.split(text) if one.strip())


def amounts(sentence: str) -> list[Amount]:
    """The numbers of a sentence that count something, percentages apart.

    >>> [one.shown for one in amounts("Tiếp nhận 1.200 hồ sơ, kinh phí 2,5 tỷ đồng, đạt 95%")]
    ['1.200 hồ sơ', '2,5 tỷ đồng']
    """
    return [_amount(sentence, one) for one in numbers(sentence) if not one.is_percent]


def _amount(sentence: str, number: Number) -> Amount:
    found = _UNIT.match(sentence, number.end)
    scale, noun, second = (found["scale"], found["noun"], found["second"]) if found else (None, None, None)
    if noun and noun.lower() in _NO_NOUN:
        noun = second = None
    value = number.value * _SCALES[scale] if scale else number.value
    unit = " ".join(word for word in (scale, noun, None if scale else second) if word)
    return Amount(number, value, (noun or "").lower(), unit)


def without_brackets(text: str) -> str:
    """``text`` with blanks for what stands in brackets: a remark on one of its numbers."""
    return _BRACKETS.sub(lambda found: " " * len(found[0]), text)


def plain(value: Decimal) -> str:
    """A sum as people print it.

    >>> plain(Decimal("1883")), plain(Decimal("12.50"))
    ('1.883', '12,5')
    """
    return grouped_number(value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize())
