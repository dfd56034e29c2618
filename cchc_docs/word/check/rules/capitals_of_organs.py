"""Capitals in the names of ministries, departments and posts (NĐ 30/2020, Phụ lục II, IV.1 and V.2)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from cchc_docs.facts import table
from cchc_docs.problems import Severity
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import BODY, TEXTS, D, text_blocks

_ORGAN = re.compile(r"\b(?:bộ|sở)\s", re.IGNORECASE)
# What makes of “bộ”, “sở” a part of another word, or a common noun.
_OTHER_WORD = re.compile(
    r"\b(?:cán|nội|đồng|toàn|đảng|cục|liên|tiến|một|cơ|trụ|công|các|những|xứ|hội|mọi|từng|giữa|hai|ba)\s+$",
    re.IGNORECASE,
)


def said_texts(paper: Paper) -> Iterator[Block]:
    """The texts whose capitals are judged: summary, addressees, bases, body; not what is all in capitals."""
    for block in (*paper.trich_yeu, *paper.ve_viec, *paper.kinh_gui, *text_blocks(paper)):
        if not block.in_capitals:
            yield block


@cache
def _fields() -> re.Pattern[str]:
    """Every field after the words that may stand before it; the longest first, since one may begin another."""
    rows = sorted(table("linh_vuc_co_quan"), key=lambda row: -len(row["ten"]))
    return re.compile(r"\b(bộ|sở)\s+(" + "|".join(_loosely(row["ten"]) for row in rows) + r")(?!\w)", re.IGNORECASE)


def _loosely(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split())).replace("hóa", "h(?:óa|oá)")


@cache
def _right_names() -> dict[str, str]:
    return {row["ten"].lower(): row["ten"] for row in table("linh_vuc_co_quan")}


def organs(paper: Paper) -> Iterator[Finding]:
    """VH-31: *Sở Công Thương*, *Bộ Y tế*: the kind, and the first syllable of each field."""
    for block in said_texts(paper):
        if not _ORGAN.search(block.text):
            continue
        for found in _fields().finditer(block.text):
            kind, field = found[1], " ".join(found[2].split())
            right = f"{kind.capitalize()} {_right_names()[_plain(field)]}"
            written = f"{kind} {field.replace('oá', 'óa')}"
            if written not in {right, right.upper()} and _is_meant(kind, field, block.text[: found.start()]):
                yield _finding(" ".join(found[0].split()), right, block)


def _plain(field: str) -> str:
    return field.lower().replace("oá", "óa")


def _is_meant(kind: str, field: str, before: str) -> bool:
    """Whether the organ is meant: ``cán bộ y tế``, ``cơ sở giáo dục``, ``các sở nội vụ`` are none."""
    if _OTHER_WORD.search(before):
        return False
    return kind[0].isupper() or field[0].isupper() or kind == "sở"


_WHERE = (
    r"(?=\s+(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)"
    r"\s+(?:tỉnh|xã|phường|thành phố|đặc khu|Thành phố)\s+[A-ZĐ])"
)
_OF_ORGAN = r"(?=\s+(?:Sở|Bộ|Cục|Vụ|Chi cục|Trung tâm|Văn phòng)\s+[A-ZĐ])"
_SMALL = re.compile(
    rf"(?<![\w])(?:phó )?chủ tịch{_WHERE}|(?<![\w])(?:phó )?(?:giám đốc|bộ trưởng|cục trưởng|vụ trưởng){_OF_ORGAN}"
)
_PLURAL = re.compile(r"\b(?:các|những|mọi|từng|chức danh|chức vụ|đồng chí|và|,)\s*$", re.IGNORECASE)
_LARGE = (
    ("Chánh Văn Phòng", "Chánh Văn phòng"),
    ("Giám Đốc", "Giám đốc"),
    ("Trưởng Phòng", "Trưởng phòng"),
    ("Trưởng Ban", "Trưởng ban"),
    ("Chánh Thanh Tra", "Chánh Thanh tra"),
    ("Bộ Trưởng", "Bộ trưởng"),
    ("Thứ Trưởng", "Thứ trưởng"),
    ("Cục Trưởng", "Cục trưởng"),
    ("Vụ Trưởng", "Vụ trưởng"),
    ("Bí Thư", "Bí thư"),
    ("Tổ Trưởng", "Tổ trưởng"),
)
_LARGE_PATTERN = re.compile("|".join(wrong for wrong, _ in _LARGE))


def posts(paper: Paper) -> Iterator[Finding]:
    """VH-32: *Chủ tịch Ủy ban nhân dân xã …*, *Chánh Văn phòng*: the first syllable of a post, and no other."""
    for block in said_texts(paper):
        for found in _LARGE_PATTERN.finditer(block.text):
            yield _finding(found[0], dict(_LARGE)[found[0]], block)
        for found in _small_posts(block.text):
            organ = re.match(r"\s+(?:Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|\S+)", block.text[found.end() :])
            after = organ[0] if organ else ""
            yield _finding(found[0] + after, f"{_titled(found[0])}{after}", block)


def _small_posts(text: str) -> Iterable[re.Match[str]]:
    return (found for found in _SMALL.finditer(text) if not _PLURAL.search(text[: found.start()]))


def _titled(post: str) -> str:
    """``phó chủ tịch`` -> ``Phó Chủ tịch``."""
    deputy, _, head = post.rpartition("phó ")
    return ("Phó " if deputy or post != head else "") + head.capitalize()


def _finding(wrong: str, right: str, block: Block) -> Finding:
    return Finding(
        f"Viết “{wrong}” chưa đúng quy tắc viết hoa.",
        f"Viết “{right}”.",
        BODY,
        block.paragraph,
        severity=Severity.WARNING,
    )


RULES = (
    Rule("VH-31", "Phụ lục II, phần IV, mục 1.a", D,
         "Tên bộ, sở: viết hoa chữ Bộ, Sở và chữ đầu của lĩnh vực: Sở Công Thương, Bộ Y tế", organs, TEXTS,
         severity=Severity.WARNING),
    Rule("VH-32", "Phụ lục II, phần V, mục 2", D,
         "Chức vụ gắn với cơ quan, người cụ thể: Chủ tịch Ủy ban nhân dân xã …, Chánh Văn phòng", posts, TEXTS,
         severity=Severity.WARNING),
)  # fmt: skip
