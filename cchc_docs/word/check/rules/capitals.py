"""Capitals (NĐ 30/2020, Phụ lục II)."""

import re
from collections.abc import Callable, Iterable, Iterator

from cchc_docs.facts import table
from cchc_docs.problems import Severity
from cchc_docs.word.check.blocks import Block
from cchc_docs.word.check.paper import Paper
from cchc_docs.word.check.rule import Finding, Rule
from cchc_docs.word.check.rules.common import BODY, TEXTS, D, quoted, text_blocks


def in_small_letters(paper: Paper) -> list[Block]:
    """The sentences of a paper: summary, addressees, bases and text, without those in capitals."""
    blocks = (*paper.trich_yeu, *paper.ve_viec, *paper.kinh_gui, *text_blocks(paper))
    return [block for block in blocks if not block.in_capitals]


def _capital_rule(code: str) -> Callable[[Paper], Iterable[Finding]]:
    rows = [(re.compile(row["sai"]), row["dung"], row["muc"]) for row in table("viet_hoa") if row["ma"] == code]

    def check(paper: Paper) -> Iterator[Finding]:
        blocks = in_small_letters(paper)
        whole = "\n".join(block.text for block in blocks)
        likely = [row for row in rows if row[0].search(whole)]
        for block in blocks if likely else ():
            for pattern, right, grade in likely:
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
    ("VH-02", "Phụ lục II, Mục II, khoản 1, điểm a", "Tên người Việt Nam: viết hoa mọi âm tiết"),
    ("VH-03", "Phụ lục II, Mục II, khoản 1, điểm b", "Tên hiệu, tên nhân vật lịch sử: Vua Hùng, Bác Hồ"),
    (
        "VH-04",
        "Phụ lục II, Mục II, khoản 2, điểm b; Phụ lục II, Mục III, khoản 2, điểm b",
        "Tên phiên âm: hoa chữ đầu mỗi phần, Mát-xcơ-va",
    ),
    ("VH-06", "Phụ lục II, Mục III, khoản 1, điểm b", "Đơn vị mang số, tên người, sự kiện: Quận 1"),
    ("VH-08", "Phụ lục II, Mục III, khoản 1, điểm d", "Danh từ địa hình: Cửa Lò, biển Cửa Lò"),
    ("VH-09", "Phụ lục II, Mục III, khoản 1, điểm đ", "Vùng, miền: Tây Bắc, Bắc Bộ"),
    ("VH-12", "Phụ lục II, Mục IV, khoản 2, điểm a", "Tổ chức nước ngoài: Liên hợp quốc"),
    ("VH-14", "Phụ lục II, Mục V, khoản 2", "Huân chương, huy chương, danh hiệu"),
    ("VH-15", "Phụ lục II, Mục V, khoản 3", "Chức vụ, học vị trước tên người viết hoa"),
    ("VH-21", "Phụ lục II, Mục V, khoản 8, điểm c", "Ngày trong tuần, tháng bằng chữ: thứ Hai, tháng Năm"),
    ("VH-23", "Phụ lục II, Mục V, khoản 10", "Tên tác phẩm, sách báo: tạp chí Cộng sản"),
    ("VH-26", "Phụ lục II, Mục IV, khoản 2, điểm b", "Tên viết tắt của tổ chức nước ngoài in hoa: WTO"),
    ("VH-27", "Phụ lục II, Mục V, khoản 8, điểm a", "Năm âm lịch: Kỷ Tỵ"),
    ("VH-07", "Phụ lục II, Mục III, khoản 1, điểm c", "Thủ đô Hà Nội, Thành phố Hồ Chí Minh"),
    ("VH-10", "Phụ lục II, Mục IV, khoản 1, điểm a", "Tên cơ quan: Ủy ban nhân dân, Hội đồng nhân dân, Sở Nội vụ"),
    ("VH-11", "Phụ lục II, Mục IV, khoản 1, điểm b", "Ban Chấp hành Trung ương, Văn phòng Trung ương Đảng"),
    ("VH-13", "Phụ lục II, Mục V, khoản 1", "Danh từ Nhân dân, Nhà nước viết hoa"),
    ("VH-17", "Phụ lục II, Mục V, khoản 5", "Ngày lễ: ngày Quốc khánh, ngày Quốc tế Lao động"),
    ("VH-18", "Phụ lục II, Mục V, khoản 6", "Tên loại văn bản cụ thể viết hoa: Nghị định số …"),
    ("VH-19", "Phụ lục II, Mục V, khoản 7", "Viện dẫn: Điều viết hoa; khoản, điểm viết thường"),
    ("VH-20", "Phụ lục II, Mục V, khoản 8, điểm b", "tết Nguyên đán, tết Trung thu"),
    ("VH-22", "Phụ lục II, Mục V, khoản 9", "Sự kiện lịch sử, triều đại: Cách mạng tháng Tám, Triều Lý"),
)


RULES = (
    Rule("VH-01", "Phụ lục II, Mục I", D,
         "Viết hoa chữ đầu dòng", starts_with_capital, ("than",), severity=Severity.WARNING),
    *(Rule(code, clause, D, title, _capital_rule(code), TEXTS) for code, clause, title in _CAPITALS),
)  # fmt: skip
