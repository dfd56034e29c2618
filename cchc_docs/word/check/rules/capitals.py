"""Capitals (NĐ 30/2020, Phụ lục II)."""

import re
from collections.abc import Callable, Iterable, Iterator

from cchc_docs.facts import table
from cchc_docs.problems import Severity
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import BODY, TEXTS, D, quoted, text_blocks


def _capital_rule(code: str) -> Callable[[Paper], Iterable[Finding]]:
    rows = [(re.compile(row["sai"]), row["dung"], row["muc"]) for row in table("viet_hoa") if row["ma"] == code]

    def check(paper: Paper) -> Iterator[Finding]:
        for block in (*paper.trich_yeu, *paper.ve_viec, *paper.kinh_gui, *text_blocks(paper)):
            if block.in_capitals:
                continue
            for pattern, right, grade in rows:
                found = pattern.search(block.text)
                if found is not None:
                    shown = right or found[0][:1].swapcase() + found[0][1:]
                    yield Finding(
                        f"Viết “{found[0]}” chưa đúng quy tắc viết hoa.",
                        f"Viết “{shown}”.",
                        BODY,
                        block.paragraph,
                        severity=Severity(grade),
                    )

    check.__doc__ = f"{code}: capitals by facts/viet_hoa.csv."
    return check


def starts_with_capital(paper: Paper) -> Iterator[Finding]:
    """VH-01: a line of its own begins with a capital."""
    for item in paper.than:
        text = item.rest if item.number or item.sign else item.block.text
        start = re.sub(r"^[\W\d_]+", "", text)
        if (
            start[:1].islower()
            and not text[:1].isdigit()
            and item.level != "giua"
            and not text.startswith(("%", "…", "..."))
        ):
            yield Finding(
                f"Đầu dòng viết thường: {quoted(item.block.text, 40)}.", "Viết hoa chữ đầu dòng.", BODY, item.paragraph
            )


_CAPITALS = (
    ("VH-07", "Phụ lục II, phần III, mục 1.c", "Thủ đô Hà Nội, Thành phố Hồ Chí Minh"),
    ("VH-10", "Phụ lục II, phần IV, mục 1", "Tên cơ quan: Ủy ban nhân dân, Hội đồng nhân dân, Sở Nội vụ"),
    ("VH-11", "Phụ lục II, phần IV, mục 1", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),
    ("VH-13", "Phụ lục II, phần V, mục 1", "Danh từ Nhà nước viết hoa"),
    ("VH-17", "Phụ lục II, phần V, mục 5", "Ngày lễ: ngày Quốc khánh, ngày Quốc tế Lao động"),
    ("VH-18", "Phụ lục II, phần V, mục 6", "Tên loại văn bản cụ thể viết hoa: Nghị định số …"),
    ("VH-19", "Phụ lục II, phần V, mục 7", "Viện dẫn: Điều viết hoa; khoản, điểm viết thường"),
    ("VH-20", "Phụ lục II, phần V, mục 8", "tết Nguyên đán"),
    ("VH-22", "Phụ lục II, phần V, mục 10", "Cách mạng tháng Tám"),
)


RULES = (
    Rule("VH-01", "Phụ lục II, phần I", D,
         "Viết hoa chữ đầu dòng", starts_with_capital, ("than",), severity=Severity.WARNING),
    *(Rule(code, clause, D, title, _capital_rule(code), TEXTS) for code, clause, title in _CAPITALS),
)  # fmt: skip
