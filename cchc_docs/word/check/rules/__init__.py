"""All rules of format, in the order of a page from its top: one function each, one line each in a table."""

from collections.abc import Mapping

from cchc_docs.word.check import contents
from cchc_docs.word.check.genres import Genre
from cchc_docs.word.check.rule import Rule
from cchc_docs.word.check.rules import (
    appendices,
    bases,
    capitals,
    capitals_of_organs,
    capitals_of_places,
    frames,
    gaps,
    letters,
    names,
    number_and_date,
    numbering,
    page,
    recipients,
    signature,
    structure,
    text,
    title,
)

PARTS: Mapping[str, tuple[Rule, ...]] = {
    "Trang giấy": page.RULES,
    "Phông chữ, mã chữ, màu": letters.RULES,
    "Số trang": numbering.RULES,
    "Quốc hiệu, Tiêu ngữ, tên cơ quan": (*names.RULES, *frames.RULES),
    "Số, ký hiệu; địa danh và thời gian": number_and_date.RULES,
    "Tên loại, trích yếu; Kính gửi": title.RULES,
    "Căn cứ": bases.RULES,
    "Nội dung": text.RULES,
    "Bố cục, dấu kết thúc": (*structure.RULES, *gaps.RULES),
    "Viết hoa": (*capitals.RULES, *capitals_of_organs.RULES, *capitals_of_places.RULES),
    "Chữ ký": signature.RULES,
    "Nơi nhận": recipients.RULES,
    "Phụ lục": appendices.RULES,
    "Nội dung viện dẫn, số liệu": contents.RULES,
}
RULES: tuple[Rule, ...] = tuple(rule for rules in PARTS.values() for rule in rules)

_PAGE_AND_FONT = ("Trang giấy", "Phông chữ, mã chữ, màu", "Nội dung viện dẫn, số liệu")
_PARTS_OF: Mapping[Genre, tuple[str, ...]] = {
    Genre.ADMINISTRATIVE: tuple(PARTS),
    Genre.ATTACHED: (*_PAGE_AND_FONT, "Số trang", "Nội dung", "Bố cục, dấu kết thúc"),
    Genre.APPENDIX: (*_PAGE_AND_FONT, "Phụ lục"),
}


def rules_for(genre: Genre) -> tuple[Rule, ...]:
    """The rules that a paper of this genre keeps: all for an administrative one, page and font for those of others."""
    return tuple(rule for part in _PARTS_OF.get(genre, _PAGE_AND_FONT) for rule in PARTS[part])
