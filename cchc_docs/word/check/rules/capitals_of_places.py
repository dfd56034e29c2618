"""Capitals in names of places: every syllable of the name, not the word before it (NĐ 30/2020, Phụ lục II, III.1)."""

import re
from collections.abc import Iterator

from cchc_docs.law.communes import commune, former_commune
from cchc_docs.problems import Severity
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.capitals import in_small_letters
from cchc_docs.word.check.rules.common import BODY, TEXTS, D

_WORD = r"[^\W\d_]+"
_KIND = re.compile(rf"(Tỉnh|Thành phố|Phường|Xã|Đặc khu|Huyện|Quận|Thị xã|Thị trấn) ({_WORD})((?: {_WORD}){{0,3}})")
_BEFORE = re.compile(r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân) $")
_COMMUNE = re.compile(rf"(?<!\w)(UBND |HĐND |Ủy ban nhân dân |)(xã|phường|đặc khu) ({_WORD}) ({_WORD})")
# Names of persons, events and armies, where the kind is a part of the name (III.1.b): Phường Điện Biên Phủ.
_SURNAMES = frozenset(
    re.findall(
        r"\w+",
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trương Mai Tô Lương Phùng "
        "Cao Tôn Đào Hà Điện Cách Quang Thống Tạ Triệu Chu Bà Ông Nghĩa Hùng Thái Tăng Kim Lạc Trưng Hai Kỳ",
    )
)
_UNIONS = frozenset(["Đoàn", "Ủy", "Uỷ", "Hội", "Đội"])
"""Tỉnh Đoàn, Tỉnh Ủy: organs, whatever their capitals."""


def kinds(paper: Paper) -> Iterator[Finding]:
    """VH-05: *tỉnh*, *phường*, *xã* before a name are small, but for *Thành phố Hồ Chí Minh* and names of persons."""
    for block in in_small_letters(paper):
        for found in _KIND.finditer(block.text):
            before_it = block.text[max(0, found.start() - 2) : found.start()]
            if not (before_it[:1].isalpha() and before_it[1:] == " "):  # a sentence begins with a capital
                continue
            kind, first = found[1], found[2]
            name = " ".join([first, *_capitals(found[3])])
            if not first[0].isupper() or first.isupper() or name == "Hồ Chí Minh" or first in _UNIONS:
                continue
            if kind not in {"Tỉnh", "Thành phố"} and first in _SURNAMES and " " in name:
                continue
            organ = _BEFORE.search(block.text[: found.start()])
            before = organ[0] if organ else ""
            yield Finding(
                f"Viết “{before}{kind} {name}” chưa đúng quy tắc viết hoa.",
                f"Viết “{before}{kind[0].lower()}{kind[1:]} {name}”: danh từ chung chỉ đơn vị hành chính viết thường.",
                BODY,
                block.paragraph,
                severity=Severity.WARNING,
            )


def _capitals(words: str) -> Iterator[str]:
    for word in words.split():
        if not word[0].isupper():
            return
        yield word


def names(paper: Paper) -> Iterator[Finding]:
    """VH-33: every syllable of a commune's name is a capital: *xã Bình Minh*."""
    for block in in_small_letters(paper):
        for wrong, right in _communes_in(block.text):
            yield Finding(
                f"Viết “{wrong}” chưa đúng quy tắc viết hoa.",
                f"Viết “{right}”: viết hoa chữ đầu mọi âm tiết của tên riêng.",
                BODY,
                block.paragraph,
                severity=Severity.WARNING,
            )


_EPITHETS = frozenset(
    [
        "an toàn",
        "văn minh",
        "văn hóa",
        "hòa bình",
        "anh hùng",
        "kiểu mẫu",
        "thông minh",
        "hạnh phúc",
        "đoàn kết",
        "tiên tiến",
    ]
)
"""What a commune may be called, which is the name of some commune too: *xã An toàn khu*."""


def _communes_in(text: str) -> Iterator[tuple[str, str]]:
    for found in _COMMUNE.finditer(text):
        organ, kind, first, second = found.groups()
        name = f"{first} {second}"
        if not first[0].isupper() or second[0].isupper() or name.lower() in _EPITHETS:
            continue
        # “xã Láng hạ tầng” would be the commune Láng: a first syllable that is a name is left alone.
        if _is_commune(name) and not _is_commune(first):
            yield f"{organ}{kind} {name}", f"{organ}{kind} {name.title()}"


def _is_commune(name: str) -> bool:
    """Return True if there is, or was until 30/6/2025, a commune of this name."""
    return bool(commune(name) or former_commune(name))


RULES = (
    Rule("VH-05", "Phụ lục II, Mục III, khoản 1, điểm a", D,
         "Danh từ chung của đơn vị hành chính viết thường: tỉnh Nam Định, phường Ba Đình", kinds, TEXTS,
         severity=Severity.WARNING),
    Rule("VH-33", "Phụ lục II, Mục III, khoản 1, điểm a", D,
         "Tên xã, phường, đặc khu viết hoa mọi âm tiết: xã Bình Minh", names, TEXTS,
         severity=Severity.WARNING),
)  # fmt: skip
