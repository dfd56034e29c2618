"""Capitals in the names of posts (NĐ 30/2020, Phụ lục II, Mục V, khoản 3)."""

import re
from collections.abc import Iterator

from cchc_docs.problems import Severity
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.capitals import in_small_letters
from cchc_docs.word.check.rules.common import BODY, TEXTS, D

_WHERE = (
    r"(?=\s+(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)"
    r"\s+(?:tỉnh|xã|phường|thành phố|đặc khu|Thành phố)\s+[A-ZĐ])"
)
_OF_ORGAN = r"(?=\s+(?:Sở|Bộ|Cục|Vụ|Chi cục|Trung tâm|Văn phòng)\s+[A-ZĐ])"
_SMALL = re.compile(
    rf"(?<!\w)(?:phó )?chủ tịch{_WHERE}|(?<!\w)(?:phó )?(?:giám đốc|bộ trưởng|cục trưởng|vụ trưởng){_OF_ORGAN}"
)
_SMALL_WORDS = ("chủ tịch ", "giám đốc ", "bộ trưởng ", "cục trưởng ", "vụ trưởng ")
_PLURAL = re.compile(r"\b(?:các|những|mọi|từng|chức danh|chức vụ|đồng chí|và|,)\s*$", re.IGNORECASE)
_LARGE = {
    "Chánh Văn Phòng": "Chánh Văn phòng",
    "Giám Đốc": "Giám đốc",
    "Trưởng Phòng": "Trưởng phòng",
    "Trưởng Ban": "Trưởng ban",
    "Chánh Thanh Tra": "Chánh Thanh tra",
    "Bộ Trưởng": "Bộ trưởng",
    "Thứ Trưởng": "Thứ trưởng",
    "Cục Trưởng": "Cục trưởng",
    "Vụ Trưởng": "Vụ trưởng",
    "Bí Thư": "Bí thư",
    "Chủ Tịch": "Chủ tịch",
    "Tổ Trưởng": "Tổ trưởng",
}
_LARGE_PATTERN = re.compile(
    rf"\b(?:{'|'.join(_LARGE)})(?!\w)(?!(?<=Trưởng Ban) [A-ZĐ])(?!(?<=Trưởng Phòng) [A-ZĐ])"  # Trưởng Ban Chỉ đạo
)
_ORGAN_AFTER = re.compile(r"\s+(?:Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|\S+)")


def posts(paper: Paper) -> Iterator[Finding]:
    """VH-32: *Chủ tịch Ủy ban nhân dân xã …*, *Chánh Văn phòng*: the first syllable of a post, and no other."""
    for block in in_small_letters(paper):
        for found in _LARGE_PATTERN.finditer(block.text):
            yield _finding(found[0], _LARGE[found[0]], block)
        for found in _SMALL.finditer(block.text) if any(word in block.text for word in _SMALL_WORDS) else ():
            if not _PLURAL.search(block.text[: found.start()]):
                organ = _ORGAN_AFTER.match(block.text, found.end())
                after = organ[0] if organ else ""
                yield _finding(found[0] + after, _titled(found[0]) + after, block)


def _titled(post: str) -> str:
    """``phó chủ tịch`` -> ``Phó Chủ tịch``."""
    head = post.removeprefix("phó ")
    return ("Phó " if head != post else "") + head.capitalize()


def _finding(wrong: str, right: str, block: Block) -> Finding:
    return Finding(f"Viết “{wrong}” chưa đúng quy tắc viết hoa.", f"Viết “{right}”.", BODY, block.paragraph)


RULES = (
    Rule("VH-32", "Phụ lục II, Mục V, khoản 3", D,
         "Chức vụ gắn với cơ quan: Chủ tịch Ủy ban nhân dân xã …, Chánh Văn phòng", posts, TEXTS,
         severity=Severity.WARNING),
)  # fmt: skip
