"""All rules of format, in the order of a page from its top: one function each, one line each in a table."""

from collections.abc import Mapping

from cchc_docs.word.check import contents
from cchc_docs.word.check.genres import Genre
from cchc_docs.word.check.rule import Rule
from cchc_docs.word.check.rules import (
    agreement,
    appendices,
    appendix_links,
    bases,
    capitals,
    capitals_of_names,
    capitals_of_places,
    capitals_of_posts,
    citations,
    copies,
    frames,
    gaps,
    letters,
    names,
    number_and_date,
    numbering,
    page,
    placing,
    recipients,
    samples,
    sequence,
    signature,
    stamps,
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
    "Căn cứ, viện dẫn": (*bases.RULES, *citations.RULES),
    "Nội dung": text.RULES,
    "Bố cục, dấu kết thúc": (*structure.RULES, *sequence.RULES, *gaps.RULES),
    "Viết hoa": (*capitals.RULES, *capitals_of_names.RULES, *capitals_of_posts.RULES, *capitals_of_places.RULES),
    "Chữ ký": signature.RULES,
    "Nơi nhận": recipients.RULES,
    "Phụ lục": (*appendices.RULES, *appendix_links.RULES),
    "Các phần khớp nhau": agreement.RULES,
    "Vị trí, tên gọi ở phần đầu và phần cuối": placing.RULES,
    "Dấu chỉ mức độ, địa chỉ, chữ ký số, số trang": stamps.RULES,
    "Bản sao": copies.RULES,
    "Văn bản có mẫu riêng": samples.RULES,
    "Nội dung viện dẫn, số liệu": contents.RULES,
}
RULES: tuple[Rule, ...] = tuple(rule for rules in PARTS.values() for rule in rules)

_PAGE_AND_FONT = ("Trang giấy", "Phông chữ, mã chữ, màu", "Nội dung viện dẫn, số liệu")
_PARTS_OF: Mapping[Genre, tuple[str, ...]] = {
    Genre.ADMINISTRATIVE: tuple(PARTS),
    Genre.ATTACHED: (*_PAGE_AND_FONT, "Số trang", "Nội dung", "Bố cục, dấu kết thúc"),
    Genre.APPENDIX: (*_PAGE_AND_FONT, "Phụ lục"),
}

PAGE_AND_FONT = frozenset(rule.id for part in _PAGE_AND_FONT for rule in PARTS[part])
"""The rules that a paper of any genre is judged by, by id."""


def rules_for(genre: Genre) -> tuple[Rule, ...]:
    """The rules that a paper of this genre keeps: all for an administrative one, page and font for those of others."""
    return tuple(rule for part in _PARTS_OF.get(genre, _PAGE_AND_FONT) for rule in PARTS[part])
