"""Capitals of provinces and organs, by lists of their names, and after a full stop (NĐ 30/2020, Phụ lục II)."""

import re
from collections.abc import Iterator
from functools import cache

from cchc_docs.facts import table
from cchc_docs.problems import Severity
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.capitals import in_small_letters
from cchc_docs.word.check.rules.common import BODY, TEXTS, D

_STOP = re.compile(r"(?P<word>[^\W\d_]{3,})(?P<sign>[.?!]) (?P<next>[^\W\d_]+)")
_SHORT = frozenset(["tel", "fax", "mst", "thp", "ths", "bscki", "trđ"])


def after_a_stop(paper: Paper) -> Iterator[Finding]:
    """VH-24: a sentence begins with a capital."""
    for block in in_small_letters(paper):
        found = next((one for one in _STOP.finditer(block.text) if _goes_on(one)), None)
        if found is not None:
            right = found["next"][:1].upper() + found["next"][1:]
            yield Finding(
                f"Sau dấu “{found['sign']}” viết thường: “{found[0]}”.",
                f"Viết “{found['word']}{found['sign']} {right}”.",
                BODY,
                block.paragraph,
            )


def _goes_on(found: re.Match[str]) -> bool:
    """Return True if a small letter follows a sentence's end; a short form, a name cut short end none."""
    return found["next"][0].islower() and found["word"].islower() and found["word"] not in _SHORT


@cache
def _provinces() -> re.Pattern[str]:
    names = [row["ten"] for row in table("tinh") if " " in row["ten"] and "-" not in row["ten"]]
    wrong = []
    for name in names:
        first, *rest = name.split()
        wrong += [f"{first} {' '.join(rest).lower()}", f"{first}-{'-'.join(rest)}", name.lower()]
    return re.compile(rf"\b(?P<unit>tỉnh|thành phố) (?P<name>{'|'.join(map(re.escape, wrong))})(?!\w)")


def provinces(paper: Paper) -> Iterator[Finding]:
    """VH-25: every syllable of a province's name is capital, with no hyphen between them."""
    for block in in_small_letters(paper):
        for found in _provinces().finditer(block.text):
            right = " ".join(word.capitalize() for word in re.split(r"[ -]", found["name"]))
            yield Finding(f"Viết “{found[0]}”.", f"Viết “{found['unit']} {right}”.", BODY, block.paragraph)


@cache
def _organs() -> tuple[re.Pattern[str], dict[str, str]]:
    names = sorted((row["ten"] for row in table("ten_co_quan_viet_hoa")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})(?!\w)", re.IGNORECASE), {name.lower(): name for name in names}


_MAY_BE_A_VERB = ("Bộ Xây dựng", "Sở Xây dựng")


def organs(paper: Paper) -> Iterator[Finding]:
    """VH-28: the words for kind, function and field of an organ are capital, no others.

    *cán bộ công an*, *cơ sở y tế*, *các sở nội vụ* are no organs.
    """
    pattern, names = _organs()
    for block in in_small_letters(paper):
        for found in pattern.finditer(block.text):
            right = names[found[0].lower()]
            if found[0] == right or found[0].isupper() or not _is_meant(found[0], right, block.text[: found.start()]):
                continue
            is_small = found[0][1:] == found[0][1:].lower()
            if is_small and right in _MAY_BE_A_VERB:
                continue
            yield Finding(
                f"Viết “{found[0]}” chưa đúng quy tắc viết hoa.",
                f"Viết “{right}”.",
                BODY,
                block.paragraph,
                severity=Severity.WARNING if is_small else None,
            )


# What makes of “bộ”, “sở” a part of another word, or a common noun.
_OTHER_WORD = re.compile(
    r"\b(?:cán|nội|đồng|toàn|đảng|cục|liên|tiến|một|cơ|trụ|công|các|những|xứ|hội|mọi|từng|giữa|hai|ba)\s+$",
    re.IGNORECASE,
)


def _is_meant(written: str, right: str, before: str) -> bool:
    """Return True if a name in small letters is an organ's: *sở nội vụ*, *bộ Y tế*, not *cán bộ y tế*."""
    if written[0].isupper():
        return True
    is_name = written.startswith("sở ") or (written.startswith("bộ ") and written[3].isupper())
    return is_name and right not in _MAY_BE_A_VERB and not _OTHER_WORD.search(before)


RULES = (
    Rule("VH-24", "Phụ lục II, Mục I", D,
         "Viết hoa sau dấu chấm, chấm hỏi, chấm than", after_a_stop, TEXTS, severity=Severity.WARNING),
    Rule("VH-25", "Phụ lục II, Mục III, khoản 1, điểm a", D,
         "Tên tỉnh, thành phố: hoa mọi âm tiết, không gạch nối", provinces, TEXTS, severity=Severity.WARNING),
    Rule("VH-28", "Phụ lục II, Mục IV, khoản 1, điểm a", D, "Tên bộ, sở, cơ quan theo bảng tên", organs, TEXTS),
)  # fmt: skip
